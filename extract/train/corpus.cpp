#include "extract/train/corpus.hpp"

#include "extract/reading/conllu.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include <fmt/format.h>

namespace entente::extract::train {

namespace {

namespace fs = std::filesystem;

// Held-out GUM documents: news, interviews, speech and biography of GUM's own dev split.
const std::set<std::string> held_out = {"GUM_news_homeopathic",   "GUM_news_iodine",
                                        "GUM_interview_cyclone",  "GUM_interview_gaming",
                                        "GUM_speech_impeachment", "GUM_bio_byron"};

const std::set<std::string> titles = {"mr.",
                                      "mrs.",
                                      "ms.",
                                      "mr",
                                      "mrs",
                                      "ms",
                                      "dr.",
                                      "dr",
                                      "sir",
                                      "lord",
                                      "lady",
                                      "king",
                                      "queen",
                                      "prince",
                                      "princess",
                                      "pope",
                                      "president",
                                      "prime",
                                      "minister",
                                      "vice",
                                      "foreign",
                                      "secretary",
                                      "senator",
                                      "sen.",
                                      "rep.",
                                      "gov.",
                                      "governor",
                                      "mayor",
                                      "chancellor",
                                      "premier",
                                      "ambassador",
                                      "general",
                                      "gen.",
                                      "colonel",
                                      "col.",
                                      "major",
                                      "maj.",
                                      "captain",
                                      "capt.",
                                      "lieutenant",
                                      "lt.",
                                      "sergeant",
                                      "sgt.",
                                      "admiral",
                                      "adm.",
                                      "marshal",
                                      "commander",
                                      "chief",
                                      "judge",
                                      "justice",
                                      "professor",
                                      "prof.",
                                      "reverend",
                                      "rev.",
                                      "archbishop",
                                      "bishop",
                                      "cardinal",
                                      "father",
                                      "ayatollah",
                                      "sheikh",
                                      "sultan",
                                      "emperor",
                                      "congressman",
                                      "congresswoman",
                                      "director",
                                      "chairman",
                                      "spokesman",
                                      "spokeswoman",
                                      "leader",
                                      "deputy",
                                      "interim",
                                      "former",
                                      "attorney",
                                      "defense",
                                      "defence",
                                      "finance",
                                      "interior",
                                      "envoy",
                                      "representative",
                                      "speaker",
                                      "candidate",
                                      "opposition",
                                      "u.s.",
                                      "acting",
                                      "state",
                                      "of"};

std::string lower_ascii(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

bool ends_like_demonym(const std::string& word) {
    static constexpr std::array<std::string_view, 15> endings = {"ian",  "ians", "ese",  "ish",  "ean",
                                                                 "eans", "ani",  "eli",  "aqi",  "can",
                                                                 "cans", "nan",  "ench", "utch", "ican"};
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return word.ends_with(e); });
}

struct Span {
    std::size_t begin;
    std::size_t end;
};

std::vector<Span> name_spans(const std::vector<Token>& tokens) {
    std::vector<Span> spans;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].name == NameType::none) continue;
        if (!tokens[i].begins && i > 0 && tokens[i - 1].name == tokens[i].name && !spans.empty()) {
            spans.back().end = i + 1;
        } else {
            spans.push_back({i, i + 1});
        }
    }
    return spans;
}

void set_span(std::vector<Token>& tokens, Span span, NameType type) {
    for (std::size_t i = span.begin; i < span.end; ++i) {
        tokens[i].name = type;
        tokens[i].begins = type != NameType::none && i == span.begin;
    }
}

void clean_span(std::vector<Token>& tokens, Span span, const std::set<std::string>& demonyms) {
    const NameType type = tokens[span.begin].name;
    set_span(tokens, span, NameType::none);
    while (span.begin < span.end) {
        const std::string first = lower_ascii(tokens[span.begin].form);
        const bool title = type == NameType::person && titles.contains(first);
        const bool article = first == "the" && type != NameType::misc;
        if (!title && !article) break;
        ++span.begin;
    }
    if (span.begin == span.end) return;
    const bool demonym = span.end - span.begin == 1 && type == NameType::location &&
                         demonyms.contains(tokens[span.begin].form);
    set_span(tokens, span, demonym ? NameType::misc : type);
}

AnnotatedSentence from_bio(const TaggedTokens& tagged, std::size_t corpus,
                           const std::set<std::string>& demonyms) {
    AnnotatedSentence out;
    out.names = corpus;
    out.sentence = as_annotated(tagged);
    for (Token& token : out.sentence.tokens)
        if (token.form.starts_with('@')) token.name = NameType::none;
    clean_names(out.sentence.tokens, demonyms);
    return out;
}

std::string joined_forms(const std::vector<Token>& tokens) {
    std::string out;
    for (const Token& token : tokens) out += token.form + " ";
    return out;
}

std::string document_of(const std::string& path) {
    return fs::path(path).stem().string();
}

std::vector<fs::path> files_in(const fs::path& folder, const std::string& prefix,
                               const std::string& extension) {
    std::vector<fs::path> files;
    if (!fs::is_directory(folder))
        throw std::runtime_error(fmt::format("{}: no such folder", folder.string()));
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(prefix) && name.ends_with(extension)) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

// Capitalized words that are adjectives or plural nouns in trees, or look so and are rather `gpe` than `geo`
// in the Groningen corpus.
std::set<std::string> find_demonyms(const std::vector<AnnotatedSentence>& trees,
                                    const std::vector<TaggedTokens>& groningen) {
    std::map<std::string, int> vote;
    for (const AnnotatedSentence& s : trees) {
        for (const Token& t : s.sentence.tokens) {
            if (t.form.empty() || t.form[0] < 'A' || t.form[0] > 'Z') continue;
            if (t.xpos == "JJ" || t.xpos == "NNPS" || t.xpos == "NNS") ++vote[t.form];
            if (t.xpos == "NNP") --vote[t.form];
        }
    }
    std::map<std::string, int> people;
    for (const TaggedTokens& sentence : groningen) {
        for (const auto& [form, tag] : sentence) {
            if (tag == "B-gpe") ++people[form];
            if (tag == "B-geo") --people[form];
        }
    }
    std::set<std::string> out;
    for (const auto& [form, count] : vote)
        if (count > 0) out.insert(form);
    for (const auto& [form, count] : people)
        if (count > 0 && !vote.contains(form) && ends_like_demonym(form)) out.insert(form);
    for (const auto& [form, count] : people)
        if (count > 2 && ends_like_demonym(form)) out.insert(form);
    return out;
}

std::vector<AnnotatedSentence> load_trees(const fs::path& file) {
    std::vector<AnnotatedSentence> out;
    for (ConlluSentence& each : load_conllu(file.string())) {
        out.emplace_back();
        out.back().sentence = std::move(each.sentence);
        out.back().has_tree = true;
        out.back().opens_document = std::any_of(each.comments.begin(), each.comments.end(),
                                                [](const std::string& c) { return c.starts_with("newdoc"); });
    }
    return out;
}

std::vector<AnnotatedSentence> load_penn(const fs::path& file) {
    std::ifstream in(file);
    std::vector<AnnotatedSentence> out;
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        AnnotatedSentence sentence;
        for (std::string word; words >> word;) {
            const std::size_t bar = word.rfind('_');
            if (bar == std::string::npos || bar == 0 || bar + 1 == word.size()) continue;
            Token token;
            token.form = word.substr(0, bar);
            sentence.sentence.tokens.push_back(token);
            sentence.penn_tags.push_back(word.substr(bar + 1));
        }
        if (sentence.sentence.tokens.size() < 2) continue;
        sentence.opens_document = out.empty();
        out.push_back(std::move(sentence));
    }
    return out;
}

void append(std::vector<AnnotatedSentence>& to, std::vector<AnnotatedSentence> from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

// Universal NER has no training part here: two documents of three of its dev part teach, the third judges.
void add_universal_names(const std::vector<TaggedTokens>& sentences, bool all, Corpora& out) {
    std::size_t document = 0;
    for (const TaggedTokens& tagged : sentences) {
        if (tagged.opens_document) ++document;
        if (document % 3 == 0) out.dev_names.push_back(as_annotated(tagged));
        if (document % 3 == 0 && !all) continue;
        out.names.emplace_back();
        out.names.back().names = universal;
        out.names.back().sentence = as_annotated(tagged);
    }
}

}  // namespace

std::vector<TaggedTokens> load_bio(const fs::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error(fmt::format("{}: cannot open", file.string()));
    std::vector<TaggedTokens> out(1);
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (line.empty() || line.starts_with("-DOCSTART-")) {
            if (!out.back().empty()) out.emplace_back();
            if (!line.empty()) out.back().opens_document = true;
            continue;
        }
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos) {
            throw std::runtime_error(
                fmt::format("{}:{}: no tab between token and tag", file.string(), number));
        }
        if (tab == 0) continue;
        out.back().emplace_back(line.substr(0, tab), line.substr(tab + 1));
    }
    if (out.back().empty()) out.pop_back();
    return out;
}

std::optional<NameType> name_type_of(const std::string& type) {
    static const std::map<std::string, NameType> types = {{"PER", NameType::person},
                                                          {"per", NameType::person},
                                                          {"person", NameType::person},
                                                          {"politician", NameType::person},
                                                          {"writer", NameType::person},
                                                          {"musicalartist", NameType::person},
                                                          {"scientist", NameType::person},
                                                          {"researcher", NameType::person},
                                                          {"ORG", NameType::organization},
                                                          {"org", NameType::organization},
                                                          {"organisation", NameType::organization},
                                                          {"corporation", NameType::organization},
                                                          {"group", NameType::organization},
                                                          {"product", NameType::misc},
                                                          {"creative-work", NameType::misc},
                                                          {"politicalparty", NameType::organization},
                                                          {"university", NameType::organization},
                                                          {"band", NameType::organization},
                                                          {"magazine", NameType::organization},
                                                          {"academicjournal", NameType::organization},
                                                          {"LOC", NameType::location},
                                                          {"geo", NameType::location},
                                                          {"gpe", NameType::location},
                                                          {"location", NameType::location},
                                                          {"country", NameType::location},
                                                          {"MISC", NameType::misc},
                                                          {"misc", NameType::misc},
                                                          {"event", NameType::misc},
                                                          {"eve", NameType::misc},
                                                          {"art", NameType::misc},
                                                          {"election", NameType::misc},
                                                          {"book", NameType::misc},
                                                          {"poem", NameType::misc},
                                                          {"album", NameType::misc},
                                                          {"song", NameType::misc},
                                                          {"award", NameType::misc}};
    const auto found = types.find(type);
    if (found == types.end()) return std::nullopt;
    return found->second;
}

Sentence as_annotated(const TaggedTokens& tagged) {
    Sentence out;
    for (const auto& [form, tag] : tagged) {
        Token token;
        token.form = form;
        if (tag != "O" && tag.size() > 2) {
            token.name = name_type_of(tag.substr(2)).value_or(NameType::none);
            token.begins = token.name != NameType::none && tag.front() == 'B';
        }
        out.tokens.push_back(std::move(token));
    }
    return out;
}

void clean_names(std::vector<Token>& tokens, const std::set<std::string>& demonyms) {
    for (const Span span : name_spans(tokens)) clean_span(tokens, span, demonyms);
}

Corpora load_corpora(const fs::path& folder, bool learn_all_names) {
    Corpora out;
    out.trees = load_trees(folder / "ud/en_ewt-train.conllu");
    for (AnnotatedSentence& each : load_trees(folder / "ud/en_ewt-dev.conllu"))
        out.dev_trees.push_back(std::move(each.sentence));
    std::vector<AnnotatedSentence> gum;
    std::vector<AnnotatedSentence> gum_held_out;
    for (const fs::path& file : files_in(folder / "gum", "GUM_", ".conllu"))
        append(held_out.contains(document_of(file.string())) ? gum_held_out : gum, load_trees(file));

    const std::vector<TaggedTokens> groningen = load_bio(folder / "ner/gmb-part.bio");
    std::vector<AnnotatedSentence> all_trees = out.trees;
    append(all_trees, gum);
    const std::set<std::string> demonyms = find_demonyms(all_trees, groningen);

    std::map<std::string, std::vector<Token>> gum_name_tokens;
    for (const TaggedTokens& tagged : load_bio(folder / "ner/gum-named.bio")) {
        AnnotatedSentence sentence = from_bio(tagged, gum_names, demonyms);
        std::string key = joined_forms(sentence.sentence.tokens);
        gum_name_tokens.emplace(std::move(key), std::move(sentence.sentence.tokens));
    }
    const auto attach = [&gum_name_tokens](AnnotatedSentence& sentence) {
        const auto found = gum_name_tokens.find(joined_forms(sentence.sentence.tokens));
        if (found == gum_name_tokens.end()) return;
        sentence.names = gum_names;
        for (std::size_t i = 0; i < found->second.size(); ++i) {
            sentence.sentence.tokens[i].name = found->second[i].name;
            sentence.sentence.tokens[i].begins = found->second[i].begins;
        }
    };
    for (AnnotatedSentence& each : gum) attach(each);
    for (AnnotatedSentence& each : gum_held_out) {
        attach(each);
        out.dev_news.push_back(std::move(each.sentence));
    }
    append(out.trees, std::move(gum));

    const auto add_names = [&](const std::vector<TaggedTokens>& sentences, std::size_t corpus) {
        for (const TaggedTokens& tagged : sentences) out.names.push_back(from_bio(tagged, corpus, demonyms));
    };
    add_names(groningen, gmb);
    add_names(load_bio(folder / "ner/wikigold.bio"), wikigold);
    for (const char* topic : {"politics-", "literature-", "science-", "music-"})
        for (const fs::path& file : files_in(folder / "ner/crossner", topic, ".bio"))
            add_names(load_bio(file), crossner);
    add_names(load_bio(folder / "ner/redocred-dev.bio"), redocred);
    add_names(load_bio(folder / "ner/redocred-test.bio"), redocred);
    add_names(load_bio(folder / "ner/btc.bio"), twitter);
    for (const char* part : {"train", "dev", "test"})
        add_names(load_bio(folder / fmt::format("ner/wnut17-{}.bio", part)), emerging);
    add_universal_names(load_bio(folder / "ner/uner_en_ewt-dev.bio"), learn_all_names, out);
    for (const fs::path& file : files_in(folder / "masc/written", "", ".txt"))
        append(out.tagged, load_penn(file));
    return out;
}

}  // namespace entente::extract::train
