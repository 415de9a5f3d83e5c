// How a sentence becomes events: its predicates and nouns get their frames, the frames code what they can
// (verb_coder.hpp, noun_coder.hpp), a reader, where there is one, looks at that and decides. Last, one
// happening is kept once.
#include "extract/events/event_coder.hpp"

#include "extract/events/article_setting.hpp"
#include "extract/events/candidate_list.hpp"
#include "extract/events/clauses.hpp"
#include "extract/events/event_setting.hpp"
#include "extract/events/noun_coder.hpp"
#include "extract/events/sentence_frames.hpp"
#include "extract/events/sides_from_context.hpp"
#include "extract/events/time_finder.hpp"
#include "extract/events/told_before.hpp"
#include "extract/events/verb_coder.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace entente::extract {

namespace {

Clauses clauses_of(const Sentence& sentence, std::uint32_t number, const Cast& cast,
                   const std::vector<TimeExpression>& times, const PredicateLexicon& lexicon) {
    std::vector<bool> time(sentence.tokens.size(), false);
    for (const auto& expression : times) {
        for (auto at = expression.first; at < expression.last; ++at) time[at] = true;
    }
    return read_clauses(sentence, number, cast, time, lexicon);
}

// What share of events that sure is right: measured on the tenth of the labelled sentences that is kept for
// scoring and on the sample articles (533 events; extract/models/CARD.md), pooled so that it never falls, and
// joined by straight lines.
std::uint8_t calibrated(int percent) {
    struct Point {
        int said;
        int right;
    };
    static constexpr std::array<Point, 9> measured{
        {{0, 30}, {25, 42}, {45, 50}, {60, 58}, {75, 73}, {85, 84}, {92, 87}, {98, 95}, {100, 97}}};
    const auto above = std::find_if(measured.begin() + 1, measured.end() - 1,
                                    [&](const Point& point) { return percent <= point.said; });
    const auto& high = *above;
    const auto& low = *(above - 1);
    const int right = low.right + (percent - low.said) * (high.right - low.right) / (high.said - low.said);
    return static_cast<std::uint8_t>(std::clamp(right, 1, 99));
}

class SentenceCoder {
 public:
    SentenceCoder(const Document& document, const Cast& cast, const PredicateLexicon& lexicon,
                  std::uint32_t number, ToldBefore& told, const EventReader* reader)
        : document_(document),
          cast_(cast),
          lexicon_(lexicon),
          sentence_(document.sentences[number]),
          told_(told),
          reader_(reader),
          times_(find_times(sentence_, document.published)),
          clauses_(clauses_of(sentence_, number, cast, times_, lexicon)),
          sides_(clauses_, cast_),
          frames_(with_pairs(), sides_, lexicon_),
          list_(clauses_, frames_, sides_) {}

    // What grammar and frames say, before the reader decides.
    SentenceFacts facts() {
        VerbCoder verbs(clauses_, cast_, lexicon_, frames_, sides_, told_, list_);
        for (std::uint32_t p = 0; p < clauses_.predicates.size(); ++p) verbs.code(p);
        NounCoder nouns(clauses_, cast_, lexicon_, frames_, sides_, told_, list_);
        for (std::uint32_t token = 0; token < clauses_.words.size(); ++token) nouns.code(token);
        return {&sentence_,           &cast_, &lexicon_,   &clauses_, frames_.matches(), frames_.nouns(),
                &frames_.swallowed(), times_, list_.list()};
    }

    std::vector<Event> code(SentenceExplanation* explained = nullptr) {
        const auto given = facts();
        candidates_ = reader_ ? reader_->read(given) : list_.list();
        const bool read = !candidates_.empty();
        complete();
        keep_one_each();
        told_.remember_countries(clauses_, cast_);
        if (!candidates_.empty()) read_contexts();
        std::vector<Event> out;
        for (const auto& candidate : candidates_) {
            if (auto event = to_event(candidate)) out.push_back(std::move(*event));
        }
        told_.remember(out);
        if (explained != nullptr) explain(*explained, given, out, read);
        return out;
    }

 private:
    const Clauses& with_pairs() {
        for (auto& pred : clauses_.predicates) {
            resolve_pair(pred.subject);
            resolve_pair(pred.object);
        }
        return clauses_;
    }

    // "the two countries", "both sides": those told of last.
    void resolve_pair(Argument& argument) {
        if (!argument.mentions.empty() || argument.empty() || told_.recent.size() < 2) return;
        bool two = false;
        bool sides = false;
        for (auto at = argument.begin; at < argument.end; ++at) {
            const auto& lower = clauses_.words[at].lower;
            two = two || lower == "two" || lower == "both";
            sides = sides || lexicon_.in_class("@sides", lower);
        }
        if (!two || !sides) return;
        for (std::size_t i = 0; i < 2; ++i) {
            Mention mention;
            mention.first = argument.begin;
            mention.last = mention.head = argument.end;
            mention.actor = told_.recent[i];
            argument.mentions.push_back(static_cast<std::uint32_t>(clauses_.mentions.size()));
            clauses_.mentions.push_back(mention);
        }
    }

    [[nodiscard]] int confidence(const Candidate& c) const {
        if (c.read_percent >= 0) return std::clamp(c.read_percent, 1, 99);
        int out = c.frame->group->trust_percent;
        if (c.noun) out -= 12;
        if (c.actor.mentions.empty()) out -= 20;
        if (c.actor.related) out -= 12;
        if (c.recipient.related) out -= 6;
        if (c.recipient.mentions.empty() && !c.reciprocal) out -= 5;
        if (!c.actor.mentions.empty()) {
            const auto& mention = clauses_.mentions[c.actor.mentions.front()];
            const auto distance = mention.last > c.head ? mention.last - c.head : c.head - mention.last;
            out -= static_cast<int>(std::min<std::uint32_t>(distance, 20) / 2);
        }
        return std::clamp(out, 5, 99);
    }

    // `read`: events were found, before it was asked who takes part in them.
    void explain(SentenceExplanation& out, const SentenceFacts& given, const std::vector<Event>& events,
                 bool read) const {
        for (const auto& event : events)
            out.events.push_back({event.type, event.trigger, event.fired, event.confidence_percent});
        if (!events.empty()) return;
        const auto& coded = list_.list();
        const bool reports = uses_any(FrameUse::report);
        out.stopped = read                        ? Stopped::no_party
                      : !coded.empty()            ? Stopped::doubted
                      : uses_any(FrameUse::event) ? Stopped::no_party
                      : reports                   ? Stopped::statement
                                                  : Stopped::no_predicate;
        if (read && !candidates_.empty()) {
            out.nearest = reading_of(candidates_.front(), confidence(candidates_.front()));
        } else if (!coded.empty() && reader_ != nullptr) {
            const auto& first = coded.front();
            out.nearest = reading_of(first, reader_->percent(given, first.head, first.type));
        } else if (reader_ != nullptr) {
            if (const auto guess = reader_->likeliest(given))
                out.nearest = reading_of(*guess, guess->read_percent);
        }
    }

    [[nodiscard]] bool uses_any(FrameUse use) const {
        const auto does = [use](const FrameMatch& m) {
            return m.frame != nullptr && m.frame->group->use == use;
        };
        return std::any_of(frames_.matches().begin(), frames_.matches().end(), does) ||
               (use == FrameUse::event && std::any_of(frames_.nouns().begin(), frames_.nouns().end(), does));
    }

    [[nodiscard]] Reading reading_of(const Candidate& c, int percent) const {
        const ByteSpan span{sentence_.tokens[c.trigger_first].span.begin,
                            sentence_.tokens[c.trigger_last - 1].span.end};
        return {c.type, std::string(slice(document_.text, span)), c.frame ? c.frame->id : "reader",
                static_cast<std::uint8_t>(std::clamp(percent, 0, 99))};
    }

    void complete() {
        SidesFromContext context(clauses_, cast_, lexicon_, sides_, told_);
        std::vector<Candidate> kept;
        for (auto& candidate : candidates_) {
            if (context.complete(candidate, candidates_)) kept.push_back(candidate);
        }
        candidates_ = std::move(kept);
    }

    void read_contexts() {
        std::vector<std::string> words;
        words.reserve(clauses_.words.size());
        for (const auto& word : clauses_.words) words.push_back(word.lower);
        contexts_ = lexicon_.plover().contexts(words);
    }

    // Candidates of one type that share a side are one happening: the surer stays.
    void keep_one_each() {
        std::stable_sort(candidates_.begin(), candidates_.end(), [&](const Candidate& a, const Candidate& b) {
            return confidence(a) > confidence(b);
        });
        std::vector<Candidate> kept;
        for (auto& candidate : candidates_) {
            const bool told = std::any_of(kept.begin(), kept.end(), [&](const Candidate& other) {
                return same_happening(candidate, other);
            });
            if (!told) kept.push_back(std::move(candidate));
        }
        std::stable_sort(kept.begin(), kept.end(),
                         [](const Candidate& a, const Candidate& b) { return a.head < b.head; });
        candidates_ = std::move(kept);
    }

    [[nodiscard]] bool same_happening(const Candidate& a, const Candidate& b) const {
        if (a.type != b.type) return false;
        const auto actors_a = sides_.ids(a.actor);
        const auto actors_b = sides_.ids(b.actor);
        const auto recipients_a = sides_.ids(a.recipient);
        const auto recipients_b = sides_.ids(b.recipient);
        const auto overlap = [](const std::vector<std::string>& x, const std::vector<std::string>& y) {
            return std::any_of(x.begin(), x.end(),
                               [&](const auto& id) { return std::find(y.begin(), y.end(), id) != y.end(); });
        };
        const auto agree = [&](const auto& x, const auto& y) {
            return x.empty() || y.empty() || overlap(x, y);
        };
        if (a.reciprocal || b.reciprocal || a.type == EventType::consult) {
            auto all_a = actors_a;
            all_a.insert(all_a.end(), recipients_a.begin(), recipients_a.end());
            auto all_b = actors_b;
            all_b.insert(all_b.end(), recipients_b.begin(), recipients_b.end());
            return agree(all_a, all_b);
        }
        return (overlap(actors_a, actors_b) && agree(recipients_a, recipients_b)) ||
               (overlap(recipients_a, recipients_b) && agree(actors_a, actors_b));
    }

    // Without anybody who acts only what is done to somebody counts, and crowds.
    [[nodiscard]] bool tells_enough(const Candidate& c) const {
        if (!c.actor.mentions.empty() || list_.taken_up().contains(c.head)) return true;
        const bool done_to =
            (c.type == EventType::assault || c.type == EventType::coerce) && !c.recipient.mentions.empty();
        return done_to || (c.type == EventType::protest && !c.noun);
    }

    [[nodiscard]] std::optional<Event> to_event(const Candidate& c) const {
        if (c.read_percent >= 0 && !tells_enough(c)) return std::nullopt;
        Event out;
        out.type = c.type;
        out.mode = lexicon_.plover().has_mode(c.type, c.mode) ? c.mode : "";
        out.actors = sides_.ids(c.actor);
        out.recipients = sides_.ids(c.recipient);
        if (const auto found = list_.taken_up().find(c.head);
            found != list_.taken_up().end() && out.actors.empty()) {
            out.actors = found->second.actors;
            out.recipients = found->second.recipients;
        }
        out.status = c.status;
        set_time(out, c);
        out.place = place_of(c);
        if (out.type == EventType::consult && out.mode.empty() && is_third_place(out))
            out.mode = "third-party";
        out.evidence_span = sentence_.span;
        out.evidence = std::string(slice(document_.text, sentence_.span));
        out.trigger_span = {sentence_.tokens[c.trigger_first].span.begin,
                            sentence_.tokens[c.trigger_last - 1].span.end};
        out.trigger = std::string(slice(document_.text, out.trigger_span));
        out.score_tenths = lexicon_.plover().score_tenths(out.type, out.mode);
        out.cameo = lexicon_.plover().cameo(out.type, out.mode);
        if (c.frame && !c.frame->group->cameo.empty() && c.frame->group->type == c.type)
            out.cameo = c.frame->group->cameo;
        out.contexts = contexts_;
        out.fired = c.frame ? c.frame->id : "reader";
        out.confidence_percent = calibrated(confidence(c));
        return out;
    }

    void set_time(Event& out, const Candidate& c) const {
        const auto* best = time_of(clauses_, times_, c.head);
        if (!best) return;
        if (best->sense != TimeSense::future) out.date = best->date;
        if (out.status != Status::reported) return;
        if (best->sense == TimeSense::long_ago || is_long_before(best->date, document_.published))
            out.status = Status::historical;
    }

    // The trigger's own; of the article's first sentence else the dateline's.
    [[nodiscard]] std::string place_of(const Candidate& c) const {
        const auto mention = extract::place_of(clauses_, cast_, c.head);
        if (mention >= 0) return cast_.actors[clauses_.mentions[static_cast<std::size_t>(mention)].actor].id;
        return "";
    }

    // Is the place's country none of the participants'?
    [[nodiscard]] bool is_third_place(const Event& event) const {
        if (event.place.empty() || event.actors.size() + event.recipients.size() < 2) return false;
        const auto country = [&](const std::string& id) {
            const auto found = std::find_if(cast_.actors.begin(), cast_.actors.end(),
                                            [&](const Actor& a) { return a.id == id; });
            return found == cast_.actors.end() ? std::string{} : found->country;
        };
        const auto here = country(event.place);
        if (here.empty()) return false;
        for (const auto& side : {event.actors, event.recipients}) {
            for (const auto& id : side) {
                if (country(id) == here || country(id).empty()) return false;
            }
        }
        return true;
    }

    const Document& document_;
    const Cast& cast_;
    const PredicateLexicon& lexicon_;
    const Sentence& sentence_;
    ToldBefore& told_;
    const EventReader* reader_;
    std::vector<TimeExpression> times_;
    Clauses clauses_;
    Sides sides_;
    SentenceFrames frames_;
    CandidateList list_;
    std::vector<Candidate> candidates_;
    std::vector<std::string> contexts_;
};

// Boilerplate counts only as a full sentence.
bool may_tell(const Sentence& sentence) {
    if (!sentence.boilerplate) return true;
    if (sentence.tokens.size() < 8) return false;
    const auto& last = sentence.tokens.back().form;
    return last == "." || last == "\"" || last == "”";
}

}  // namespace

std::vector<Event> code_events(const Document& document, const Cast& cast, const PredicateLexicon& lexicon,
                               const EventReader* reader, std::vector<SentenceExplanation>* explained) {
    std::vector<Event> out;
    ToldBefore told;
    for (std::uint32_t number = 0; number < document.sentences.size(); ++number) {
        const auto& sentence = document.sentences[number];
        SentenceExplanation* why = nullptr;
        if (explained != nullptr) {
            why = &explained->emplace_back();
            why->span = sentence.span;
            why->sentence = std::string(slice(document.text, sentence.span));
            if (!may_tell(sentence)) why->stopped = Stopped::boilerplate;
        }
        if (!may_tell(sentence)) continue;
        auto events = SentenceCoder(document, cast, lexicon, number, told, reader).code(why);
        out.insert(out.end(), std::make_move_iterator(events.begin()), std::make_move_iterator(events.end()));
    }
    set_from_article(out, document, cast);
    return out;
}

void visit_sentences(const Document& document, const Cast& cast, const PredicateLexicon& lexicon,
                     const std::function<void(const SentenceFacts&)>& visit) {
    ToldBefore told;
    for (std::uint32_t number = 0; number < document.sentences.size(); ++number) {
        if (!may_tell(document.sentences[number])) continue;
        SentenceCoder coder(document, cast, lexicon, number, told, nullptr);
        visit(coder.facts());
    }
}

}  // namespace entente::extract
