// entente-score MODEL [--raw|--errors] FILE…: reads the sentences of CoNLL-U or BIO files (.bio) with a model
// and prints how well it did.
//
// Tokens and sentences are given; with --raw a CoNLL-U file's own text (its `# text` lines, paragraphs where
// `# newpar` or `# newdoc` stands) is split and tokenized by our rules first;
// with --errors, sentences whose names were read wrong are shown.
#include "extract/lexicons/lexicons.hpp"
#include "extract/reading/conllu.hpp"
#include "extract/reading/known_names.hpp"
#include "extract/reading/name_agreement.hpp"
#include "extract/reading/reader.hpp"
#include "extract/reading/scores.hpp"
#include "extract/reading/sentence_splitter.hpp"
#include "extract/reading/tokenizer.hpp"
#include "extract/train/corpus.hpp"

#include <algorithm>
#include <ctime>
#include <exception>
#include <iostream>
#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace {

using namespace entente::extract;

struct Gold {
    std::vector<Sentence> sentences;
    std::vector<std::size_t> documents;  // where each begins
    std::vector<std::string> texts;      // of the sentences of a CoNLL-U file
    std::vector<std::string> paragraphs;
};

bool has_comment(const ConlluSentence& sentence, std::string_view start) {
    return std::any_of(sentence.comments.begin(), sentence.comments.end(),
                       [&](const std::string& comment) { return comment.starts_with(start); });
}

std::string text_of(const ConlluSentence& sentence) {
    constexpr std::string_view mark = "text = ";
    for (const std::string& comment : sentence.comments)
        if (comment.starts_with(mark)) return comment.substr(mark.size());
    return {};
}

Gold load(const std::string& file) {
    Gold out;
    const auto add = [&out](Sentence&& sentence, bool opens) {
        if (opens || out.sentences.empty()) out.documents.push_back(out.sentences.size());
        out.sentences.push_back(std::move(sentence));
    };
    if (file.ends_with(".bio")) {
        for (const auto& tagged : train::load_bio(file))
            add(train::as_annotated(tagged), tagged.opens_document);
        return out;
    }
    for (ConlluSentence& each : load_conllu(file)) {
        const bool opens = has_comment(each, "newdoc");
        if (opens || out.paragraphs.empty() || has_comment(each, "newpar")) {
            out.paragraphs.push_back(text_of(each));
        } else {
            out.paragraphs.back() += ' ' + text_of(each);
        }
        out.texts.push_back(text_of(each));
        add(std::move(each.sentence), opens);
    }
    return out;
}

Token bare(const Token& token) {
    Token out;
    out.form = token.form;
    out.span = token.span;
    return out;
}

double seconds_since(std::clock_t start) {
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// A line for every sentence whose names were read wrong: the gold names, `|`, those that were read.
void print_name_errors(const std::vector<Sentence>& gold, const std::vector<Sentence>& read) {
    const auto names = [](const Sentence& sentence) {
        std::string out;
        for (const Token& token : sentence.tokens) {
            if (token.name == NameType::none || token.name == NameType::misc) continue;
            out += (token.begins ? "; " + name_tag_text(token).substr(2) : "") + ' ' + token.form;
        }
        return out;
    };
    for (std::size_t i = 0; i < gold.size(); ++i) {
        const std::string wanted = names(gold[i]);
        const std::string found = names(read[i]);
        if (wanted == found) continue;
        for (const Token& token : gold[i].tokens) fmt::print("{} ", token.form);
        fmt::print("\n    {} | {}\n", wanted, found);
    }
}

void score_tokens_given(const SentenceReader& reader, const std::string& file, bool errors) {
    const Gold gold = load(file);
    std::vector<Sentence> read = gold.sentences;
    for (Sentence& sentence : read)
        std::transform(sentence.tokens.begin(), sentence.tokens.end(), sentence.tokens.begin(), bare);
    const auto document = [&](std::size_t i) {
        const std::size_t end = i + 1 < gold.documents.size() ? gold.documents[i + 1] : read.size();
        return std::span(read).subspan(gold.documents[i], end - gold.documents[i]);
    };
    const std::clock_t start = std::clock();
    for (std::size_t i = 0; i < gold.documents.size(); ++i) reader.read(document(i));
    const double seconds = seconds_since(start);
    const ReadingScores scores = score(gold.sentences, read);
    fmt::print("{}: {} tokens, {:.0f} tokens per second of processor time\n  {}\n", file, scores.tokens,
               static_cast<double>(scores.tokens) / seconds, summary(scores));
    if (scores.names[0].wanted == 0) return;
    std::vector<Sentence> agreed = read;
    read.swap(agreed);
    for (std::size_t i = 0; i < gold.documents.size(); ++i) agree_on_names(document(i));
    fmt::print("  names agreed on by document: {:.2f}", 100 * score(gold.sentences, read).names[0].f1());
    read.swap(agreed);
    const Lexicons lexicons;
    for (std::size_t i = 0; i < gold.documents.size(); ++i) {
        settle_known_names(document(i), lexicons);
        agree_on_names(document(i));
    }
    const auto names = score(gold.sentences, read).names;
    fmt::print("; and with the lexicons (as the program reads): {:.2f} (PER {:.1f} ORG {:.1f} LOC {:.1f})\n",
               100 * names[0].f1(), 100 * names[1].f1(), 100 * names[2].f1(), 100 * names[3].f1());
    if (errors) print_name_errors(gold.sentences, read);
}

std::uint32_t without_blanks(std::string_view text) {
    return static_cast<std::uint32_t>(text.size()) -
           static_cast<std::uint32_t>(std::count(text.begin(), text.end(), ' '));
}

// Gold and system count bytes other than blanks, so that blanks between sentences do not matter. Each gold
// sentence starts where its text does, as the words of a contraction need not spell it.
void place_gold(Gold& gold) {
    std::uint32_t sentence_at = 0;
    for (std::size_t i = 0; i < gold.sentences.size(); ++i) {
        std::uint32_t at = sentence_at;
        for (Token& token : gold.sentences[i].tokens) {
            token.span = {at, at + without_blanks(token.form)};
            at = token.span.end;
        }
        sentence_at += without_blanks(gold.texts[i]);
    }
}

void place_read(const std::vector<std::string>& paragraphs, std::vector<Sentence>& read) {
    std::vector<std::uint32_t> starts = {0};
    for (const std::string& paragraph : paragraphs)
        starts.push_back(starts.back() + without_blanks(paragraph));
    for (Sentence& sentence : read) {
        const std::string_view text = paragraphs[sentence.paragraph];
        for (Token& token : sentence.tokens) {
            const std::uint32_t before =
                starts[sentence.paragraph] + without_blanks(text.substr(0, token.span.begin));
            token.span = {before, before + without_blanks(slice(text, token.span))};
        }
    }
}

void score_raw_text(const SentenceReader& reader, const std::string& file) {
    Gold gold = load(file);
    std::vector<Sentence> read;
    for (std::size_t i = 0; i < gold.paragraphs.size(); ++i)
        split_sentences(tokenize(gold.paragraphs[i]), static_cast<std::uint32_t>(i), read);
    reader.read(read);
    place_gold(gold);
    place_read(gold.paragraphs, read);
    const RawScores scores = score_raw(gold.sentences, read);
    fmt::print("{} (raw text): tokens {:.2f} sentences {:.2f} LAS {:.2f} (F1)\n", file,
               100 * scores.tokens.f1(), 100 * scores.sentences.f1(), 100 * scores.labelled.f1());
}

}  // namespace

int main(int argc, char** argv) {
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() < 3) {
        std::cerr << "usage: entente-score MODEL [--raw|--errors] FILE…\n";
        return 2;
    }
    try {
        const SentenceReader reader(load_model(arguments[1]));
        fmt::print("{}\n", reader.about());
        const bool raw = arguments[2] == std::string_view("--raw");
        const bool errors = arguments[2] == std::string_view("--errors");
        for (char* file : arguments.subspan(raw || errors ? 3 : 2))
            raw ? score_raw_text(reader, file) : score_tokens_given(reader, file, errors);
    } catch (const std::exception& error) {
        std::cerr << "entente-score: " << error.what() << '\n';
        return 2;
    }
}
