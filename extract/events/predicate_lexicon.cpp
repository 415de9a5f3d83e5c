#include "extract/events/predicate_lexicon.hpp"

#include "extract/lexicons/embedded.hpp"
#include "extract/lexicons/lexicon_file.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace entente::extract {

namespace {

std::vector<std::string> split(std::string_view text, char mark) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(mark, at), text.size());
        if (end > at) out.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

constexpr std::array content_names{std::pair{"", Content::none},
                                   std::pair{"agree", Content::agree},
                                   std::pair{"commit", Content::commit},
                                   std::pair{"wish", Content::wish},
                                   std::pair{"ask", Content::ask},
                                   std::pair{"refuse", Content::refuse},
                                   std::pair{"threaten", Content::threaten},
                                   std::pair{"accuse", Content::accuse},
                                   std::pair{"fail", Content::fail},
                                   std::pair{"begin", Content::begin}};

Content content_named(const LexiconEntry& entry, const std::string& text) {
    const auto* found = std::find_if(content_names.begin(), content_names.end(),
                                     [&](const auto& row) { return row.first == text; });
    if (found == content_names.end()) entry.refuse(fmt::format("\"{}\" is no kind of content", text));
    return found->second;
}

std::uint8_t trust_named(const LexiconEntry& entry, const std::string& text) {
    if (text.empty() || text == "fair") return 75;
    if (text == "high") return 90;
    if (text == "low") return 50;
    entry.refuse(fmt::format("\"{}\" is no trust; it is high, fair or low", text));
}

std::vector<std::string> slots(const LexiconEntry& entry, const char* field) {
    static const std::set<std::string, std::less<>> known{
        "subject", "object", "possessive", "modifier", "light",   "by",    "with",  "against", "to",
        "from",    "for",    "of",         "on",       "at",      "in",    "into",  "over",    "between",
        "among",   "about",  "toward",     "towards",  "upon",    "under", "after", "none",    "alongside",
        "behind",  "near",   "around",     "through",  "outside", "along"};
    auto out = split(entry.optional_text(field), ' ');
    for (const auto& slot : out) {
        if (!known.contains(slot)) entry.refuse(fmt::format("\"{}\" is no role slot", slot));
    }
    return out;
}

void set_use(const LexiconEntry& entry, PredicateGroup& group) {
    const auto type = entry.text("type");
    if (type == "NONE") {
        group.use = FrameUse::none;
    } else if (type == "REPORT") {
        group.use = FrameUse::report;
    } else if (const auto plover = event_type(type)) {
        group.type = *plover;
    } else {
        entry.refuse(fmt::format("\"{}\" is no PLOVER event type, NONE or REPORT", type));
    }
}

const std::vector<const Frame*>& look_up(const WordMap<std::vector<const Frame*>>& index,
                                         std::string_view lemma) {
    static const std::vector<const Frame*> nothing;
    const auto found = index.find(lemma);
    return found == index.end() ? nothing : found->second;
}

// The name to call a lexicon in complaints, and its text.
std::pair<std::string, std::string> lexicon_text(const std::filesystem::path& folder, const char* file) {
    const auto path = folder / file;
    if (folder.empty() || !std::filesystem::exists(path)) return {file, std::string(embedded_lexicon(file))};
    std::ifstream stream(path, std::ios::binary);
    if (!stream) throw LexiconError(path.string(), 0, "cannot read this lexicon; check its permissions");
    return {path.string(), std::string(std::istreambuf_iterator<char>(stream), {})};
}

}  // namespace

PredicateLexicon PredicateLexicon::load(const std::filesystem::path& folder) {
    const auto predicates = lexicon_text(folder, "predicates.json");
    const auto plover = lexicon_text(folder, "plover.json");
    return {predicates.first, predicates.second, plover.first, plover.second};
}

PredicateLexicon::PredicateLexicon(const std::string& predicates_file, std::string_view predicates,
                                   const std::string& plover_file, std::string_view plover)
    : plover_(plover_file, plover) {
    read_lexicon(predicates_file, predicates, [this](const LexiconEntry& entry) { read_entry(entry); });
}

std::pair<std::optional<EventType>, std::string> PredicateLexicon::type_and_mode(const LexiconEntry& entry,
                                                                                 const char* field) const {
    const auto words = split(entry.optional_text(field), ' ');
    if (words.empty()) return {std::nullopt, ""};
    const auto type = event_type(words.front());
    const auto mode = words.size() > 1 ? words[1] : "";
    if (!type || !plover_.has_mode(*type, mode))
        entry.refuse(fmt::format("\"{}\" is no event type and mode", field));
    return {type, mode};
}

void PredicateLexicon::read_entry(const LexiconEntry& entry) {
    if (const auto class_name = entry.optional_text("class"); !class_name.empty()) {
        entry.allow_only({"class", "words"});
        auto words = entry.texts("words");
        classes_["@" + class_name].insert(words.begin(), words.end());
        return;
    }
    entry.allow_only(
        {"group",           "type",  "mode",      "cameo",   "verbs", "nouns",      "adjectives",
         "hints",           "actor", "recipient", "content", "trust", "reciprocal", "needs_recipient",
         "object_controls", "weak",  "civil",     "armed",   "armed", "example",    "reads"});
    PredicateGroup group;
    group.name = entry.text("group");
    if (std::any_of(groups_.begin(), groups_.end(),
                    [&](const auto& other) { return other.name == group.name; })) {
        entry.refuse(fmt::format("a group \"{}\" stands before", group.name));
    }
    set_use(entry, group);
    group.mode = entry.optional_text("mode");
    if (!plover_.has_mode(group.type, group.mode)) {
        entry.refuse(fmt::format("{} has no mode \"{}\"", name(group.type), group.mode));
    }
    group.cameo = entry.optional_text("cameo");
    group.actors = slots(entry, "actor");
    group.recipients = slots(entry, "recipient");
    group.content = content_named(entry, entry.optional_text("content"));
    group.trust_percent = trust_named(entry, entry.optional_text("trust"));
    group.reciprocal = entry.flag("reciprocal");
    group.needs_recipient = entry.flag("needs_recipient");
    group.object_controls = entry.flag("object_controls");
    group.weak = entry.flag("weak");
    std::tie(group.civil_type, group.civil_mode) = type_and_mode(entry, "civil");
    std::tie(group.armed_type, group.armed_mode) = type_and_mode(entry, "armed");
    group.example = entry.optional_text("example");
    group.reads = entry.optional_text("reads");
    groups_.push_back(std::move(group));
    const auto& kept = groups_.back();
    add_frames(entry, kept, PredicateKind::verb, "verbs");
    add_frames(entry, kept, PredicateKind::noun, "nouns");
    add_frames(entry, kept, PredicateKind::adjective, "adjectives");
    for (const auto& word : entry.texts("hints")) hints_.emplace(word, ActHint{kept.type, kept.mode});
}

void PredicateLexicon::add_frames(const LexiconEntry& entry, const PredicateGroup& group, PredicateKind kind,
                                  const char* field) {
    for (const auto& pattern : entry.texts(field)) {
        Frame frame{&group, kind, {}, group.name + "/" + pattern};
        for (const auto& word : split(pattern, ' ')) {
            frame.words.push_back(split(word, '|'));
            for (const auto& alternative : frame.words.back()) {
                if (alternative[0] == '@' && !classes_.contains(alternative)) {
                    entry.refuse(fmt::format("the class \"{}\" must stand above its first use", alternative));
                }
            }
        }
        if (frame.words.empty()) entry.refuse("an empty pattern");
        frames_.push_back(std::move(frame));
        const auto& kept = frames_.back();
        auto& index = kind == PredicateKind::verb   ? verbs_
                      : kind == PredicateKind::noun ? nouns_
                                                    : adjectives_;
        for (const auto& lemma : kind == PredicateKind::noun ? kept.words.back() : kept.words.front()) {
            index[lemma].push_back(&kept);
        }
    }
}

const std::vector<const Frame*>& PredicateLexicon::frames(PredicateKind kind, std::string_view lemma) const {
    return look_up(kind == PredicateKind::verb   ? verbs_
                   : kind == PredicateKind::noun ? nouns_
                                                 : adjectives_,
                   lemma);
}

bool PredicateLexicon::is_verb(std::string_view lemma) const {
    return verbs_.contains(lemma);
}
bool PredicateLexicon::is_noun(std::string_view lemma) const {
    return nouns_.contains(lemma);
}
bool PredicateLexicon::is_adjective(std::string_view lemma) const {
    return adjectives_.contains(lemma);
}

std::optional<ActHint> PredicateLexicon::hint(std::string_view word) const {
    const auto found = hints_.find(word);
    return found == hints_.end() ? std::nullopt : std::optional(found->second);
}

const WordSet* PredicateLexicon::words_of(std::string_view class_name) const {
    const auto found = classes_.find(class_name);
    return found == classes_.end() ? nullptr : &found->second;
}

bool PredicateLexicon::in_class(std::string_view class_name, std::string_view word) const {
    const auto* words = words_of(class_name);
    return words != nullptr && words->contains(word);
}

}  // namespace entente::extract
