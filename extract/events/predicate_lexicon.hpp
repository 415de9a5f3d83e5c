// The predicate lexicon: which verbs, event nouns and adjectives tell a PLOVER event, and who acts in it.
//
// Read from `extract/lexicons/predicates.json`, one group of frames a line:
//
//     {"group": "attack", "type": "ASSAULT", "mode": "", "verbs": ["attack", "open fire on|at"],
//      "nouns": ["attack", "air strike"], "actor": "subject", "recipient": "object on at against",
//      "example": "Rebels attacked the army.", "reads": "ASSAULT Rebels > army"}
//
// A pattern of verbs begins with the verb's lemma; the words after it must follow in this order within the
// clause (of a passive, they may stand in its subject). "a|b" is either, "@aid" any word of that class. A
// noun pattern stands word by word, the head last. "type" may also be NONE (reads like an event and is none)
// or REPORT (plain speech: what is said counts, that it is said does not). "content" says what becomes of an
// infinitive, gerund or clause that the predicate takes; see Content. "hints" are words that tell, inside
// such a content, what kind of act it is about, and code nothing by themselves.
//
// Everything is checked at load. Immutable afterwards; threads may share it.
#pragma once

#include "extract/events/plover_table.hpp"
#include "extract/records.hpp"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace entente::extract {

enum class PredicateKind : std::uint8_t { verb, noun, adjective };

// What a group codes: an event, nothing, or plain speech.
enum class FrameUse : std::uint8_t { event, none, report };

// What the predicate does with the act it takes as complement.
enum class Content : std::uint8_t {
    none,      // nothing: the complement is coded for itself
    agree,     // cooperation and joint measures AGREE, retreat and concession CONCEDE
    commit,    // promise, vow, plan: as agree, but conflict THREATEN; of a NONE group nothing without an act
    wish,      // want, hope, try: the act is not told to happen
    ask,       // REQUEST, mode by the act
    refuse,    // REJECT, mode by the act
    threaten,  // THREATEN, mode by the act
    accuse,    // the act is the reproach
    fail,      // the act did not happen
    begin      // the act happens: begin, continue, help, manage
};

struct PredicateGroup {
    std::string name;
    FrameUse use = FrameUse::event;
    EventType type = EventType::consult;
    std::string mode;
    std::string cameo;                    // "" : by type and mode
    std::vector<std::string> actors;      // slots in order of preference; empty: by kind of predicate
    std::vector<std::string> recipients;  // slots in order of preference
    Content content = Content::none;
    std::uint8_t trust_percent = 75;
    bool reciprocal = false;       // all participants act
    bool needs_recipient = false;  // codes nothing without one
    bool object_controls = false;  // "urge X to go": X goes
    bool weak = false;             // of nouns: codes nothing without a light verb
    // What it codes instead when who acts bears no arms: a strike of workers is no air strike.
    std::optional<EventType> civil_type;
    std::string civil_mode;
    // And when who acts does: a road blocked by an army is no protest.
    std::optional<EventType> armed_type;
    std::string armed_mode;
    std::string example;
    std::string reads;
};

struct Frame {
    const PredicateGroup* group = nullptr;
    PredicateKind kind = PredicateKind::verb;
    std::vector<std::vector<std::string>>
        words;       // alternatives of each word; verbs: lemma first, nouns: head last
    std::string id;  // "attack/open fire on|at"
};

// What a word hints at inside a content.
struct ActHint {
    EventType type = EventType::consult;
    std::string mode;
};

// Words are looked up by view, without a string of their own.
struct WordHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
};
template <typename Value>
using WordMap = std::unordered_map<std::string, Value, WordHash, std::equal_to<>>;
using WordSet = std::unordered_set<std::string, WordHash, std::equal_to<>>;

class PredicateLexicon {
 public:
    // predicates.json and plover.json of `folder`; those that are not there, or with "" both, as they were
    // compiled into the program. Throws LexiconError.
    static PredicateLexicon load(const std::filesystem::path& folder);

    PredicateLexicon(const PredicateLexicon&) = delete;  // frames point into it
    PredicateLexicon(PredicateLexicon&&) = default;
    // From the text of predicates.json and plover.json; the names are what complaints call them. Throws
    // LexiconError.
    PredicateLexicon(const std::string& predicates_file, std::string_view predicates,
                     const std::string& plover_file, std::string_view plover);

    // Frames whose verb or adjective lemma, or whose noun head, is this; in order of the file. Empty for
    // none.
    [[nodiscard]] const std::vector<const Frame*>& frames(PredicateKind kind, std::string_view lemma) const;
    [[nodiscard]] bool is_verb(std::string_view lemma) const;
    [[nodiscard]] bool is_noun(std::string_view lemma) const;
    [[nodiscard]] bool is_adjective(std::string_view lemma) const;
    [[nodiscard]] std::optional<ActHint> hint(std::string_view word) const;
    [[nodiscard]] bool in_class(std::string_view class_name, std::string_view word) const;
    // nullptr for a class that there is not.
    [[nodiscard]] const WordSet* words_of(std::string_view class_name) const;
    [[nodiscard]] const PloverTable& plover() const { return plover_; }
    [[nodiscard]] const std::deque<PredicateGroup>& groups() const { return groups_; }
    [[nodiscard]] std::size_t frame_count() const { return frames_.size(); }

 private:
    using Index = WordMap<std::vector<const Frame*>>;

    void read_entry(const class LexiconEntry& entry);
    [[nodiscard]] std::pair<std::optional<EventType>, std::string> type_and_mode(const LexiconEntry& entry,
                                                                                 const char* field) const;
    void add_frames(const LexiconEntry& entry, const PredicateGroup& group, PredicateKind kind,
                    const char* field);

    PloverTable plover_;
    std::deque<PredicateGroup> groups_;
    std::deque<Frame> frames_;
    Index verbs_;
    Index nouns_;
    Index adjectives_;
    WordMap<ActHint> hints_;
    WordMap<WordSet> classes_;
};

}  // namespace entente::extract
