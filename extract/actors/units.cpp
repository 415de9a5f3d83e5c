#include "extract/actors/units.hpp"

#include "extract/actors/name_runs.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace entente::extract {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Reads one sentence from left to right; each method tries one kind of unit at a token.
class UnitFinder {
 public:
    UnitFinder(const SentenceView& view, const Lexicons& lexicons)
        : view_(view), lexicons_(lexicons), runs_(view, lexicons) {}

    std::vector<Unit> find() {
        for (std::uint32_t at = 0; at < view_.size();) {
            Unit unit;
            if (read_phrase(at, unit) || read_noun(at, unit) || read_run(at, unit)) {
                units_.push_back(unit);
                at = unit.last;
            } else {
                ++at;
            }
        }
        return std::move(units_);
    }

 private:
    using Run = NameRun;

    [[nodiscard]] bool word(std::string_view kind, std::uint32_t at) const {
        return at < view_.size() && lexicons_.word(kind, view_.lower[at]);
    }
    [[nodiscard]] bool capital(std::uint32_t at) const { return at < view_.size() && view_.capital[at]; }

    // Phrases of the lexicons.

    bool read_phrase(std::uint32_t at, Unit& unit) {
        const auto names = lexicons_.names_at(view_.sentence->tokens, view_.keys, at);
        const auto title = lexicons_.title_at(view_.keys, at);
        const auto collective = lexicons_.collective_at(view_.keys, at);
        const std::uint32_t name_tokens = names.empty() ? 0 : names.front().tokens;
        if (name_tokens > 0 && name_tokens >= title.tokens && name_tokens >= collective.tokens) {
            return !begins_person(at, name_tokens) && read_name(at, names, unit);
        }
        if (title.tokens > 0 && title.tokens >= collective.tokens) {
            unit = {at, at + title.tokens, UnitKind::title};
            unit.title = title.title;
            unit.weak = !title_fits(at, title);
            if (!unit.weak || (!title.title->honorific && view_.heads_phrase(unit.last - 1))) {
                return true;
            }
        }
        if (collective.tokens > 0) {
            unit = {at, at + collective.tokens, UnitKind::collective};
            unit.collective = collective.collective;
            unit.weak = !collective_fits(at, collective.tokens);
            return !unit.weak || view_.heads_phrase(unit.last - 1);
        }
        return false;
    }

    // "shepherds", "a newspaper": a noun that heads its phrase, in small letters or where capitals tell
    // nothing.
    bool read_noun(std::uint32_t at, Unit& unit) const {
        const Token& token = view_.sentence->tokens[at];
        const bool named = view_.capital[at] && (token.xpos == "NNP" || token.name == NameType::person);
        const bool small = !view_.capital[at] || (view_.initial[at] && !named) || view_.capitals_mean_nothing;
        const bool members = token.xpos == "NNPS" && !capital(at + 1) && !capital(at == 0 ? at : at - 1);
        if (!(small || members) || !view_.heads_phrase(at)) {
            return false;
        }
        unit = {at, at + 1, UnitKind::noun};
        unit.noun = lexicons_.noun(lower_ascii(token.lemma));
        unit.weak = true;
        return unit.noun != nullptr;
    }

    // "Jordan" the country, but "Jordan Smith"; "Israel Singer".
    [[nodiscard]] bool begins_person(std::uint32_t at, std::uint32_t tokens) const {
        const Run learned = runs_.learned_at(at);
        if (tokens == 1 && learned.last - at > 1 && capital(at + 1) &&
            view_.sentence->tokens[at].name == NameType::person && !view_.capitals_mean_nothing) {
            return true;  // "Israel Singer", as the reader takes it
        }
        return tokens == 1 && lexicons_.given_name(view_.form(at)).known && runs_.name_like(at + 1) &&
               !view_.capitals_mean_nothing &&
               lexicons_.names_at(view_.sentence->tokens, view_.keys, at + 1).empty();
    }

    bool read_name(std::uint32_t at, const std::vector<NameMatch>& names, Unit& unit) {
        unit = {at, at + names.front().tokens, UnitKind::organization};
        for (const NameMatch& match : names) {
            take_sense(match, unit);
        }
        if (is_lone_common_word(at, unit)) {
            return false;
        }
        const bool modifies = unit.kind == UnitKind::adjective || unit.kind == UnitKind::country;
        if (modifies && !view_.capitals_mean_nothing) {
            join_organization(unit);
        }
        return true;
    }

    void take_sense(const NameMatch& match, Unit& unit) const {
        const KnownActor& actor = lexicons_.actor(match.actor);
        if (match.sense == Sense::seat) {
            unit.kind = UnitKind::seat;
            unit.known = match.actor;
        } else if (match.sense == Sense::name && actor.type == ActorType::place &&
                   unit.kind == UnitKind::seat) {
            unit.place = unit.place == Lexicons::none ? match.actor : unit.place;
        } else if (unit.known == Lexicons::none) {
            unit.known = match.actor;
            unit.kind = match.sense == Sense::people       ? UnitKind::people
                        : match.sense == Sense::adjective  ? UnitKind::adjective
                        : actor.type == ActorType::country ? UnitKind::country
                        : actor.type == ActorType::place   ? UnitKind::place
                        : actor.type == ActorType::person  ? UnitKind::person
                                                           : UnitKind::organization;
        }
    }

    // "Nice talks", "Is", "Male": a name that is also a plain word, where only the sentence made it a
    // capital.
    [[nodiscard]] bool is_lone_common_word(std::uint32_t at, const Unit& unit) const {
        return unit.last - at == 1 && view_.initial[at] && view_.lower[at].size() > 1 && word("plain", at) &&
               view_.form(at) != "US" && view_.form(at) != "IS";
    }

    // "Syrian" + "Arab News Agency", "Kenya" + "Human Rights Commission": one organization.
    void join_organization(Unit& unit) const {
        const Run run = runs_.run_from(unit.last);
        if (run.last <= run.first || !word("org_head", run.last - 1)) {
            return;
        }
        if (lexicons_.title_at(view_.keys, run.first).tokens > 0 ||
            lexicons_.collective_at(view_.keys, run.first).tokens == run.last - run.first ||
            names_other_than(unit, run.first)) {
            return;
        }
        unit.last = runs_.with_of_part(run).last;
        unit.kind = UnitKind::unknown_organization;
    }

    // Does a known name begin here that may stand beside this country? The Congress of the United States is
    // no "Honduran Congress".
    [[nodiscard]] bool names_other_than(const Unit& unit, std::uint32_t at) const {
        const auto names = lexicons_.names_at(view_.sentence->tokens, view_.keys, at);
        const std::string& country = lexicons_.actor(unit.known).country;
        return std::any_of(names.begin(), names.end(), [&](const NameMatch& match) {
            const KnownActor& known = lexicons_.actor(match.actor);
            return known.type != ActorType::organization || known.country == country ||
                   lexicons_.country(known.country) == nullptr;
        });
    }

    [[nodiscard]] bool title_fits(std::uint32_t at, const Lexicons::TitleMatch& match) const {
        const std::uint32_t next = at + match.tokens;
        const bool followed_by_name = capital(next) && !word("calendar", next);
        if (match.title->honorific) {
            return view_.capital[at] && followed_by_name;
        }
        if (match.tokens == 1 && word("title_needs_capital", at)) {
            return view_.capital[at] && (followed_by_name || !view_.initial[at]);
        }
        if (match.tokens == 1 && word("title_needs_of", at)) {
            return followed_by_name || view_.is(next, "of") || view_.is(next, "for") || view_.is(next, ",") ||
                   (at > 0 && (view_.possessive(at - 1) || names_body(at - 1)));
        }
        return true;
    }

    // Does the word before name what a "chief" or "member" belongs to ("IMF chief", "assembly leader")?
    [[nodiscard]] bool names_body(std::uint32_t at) const {
        return (!units_.empty() && units_.back().last == at + 1) || word("modifier", at);
    }

    [[nodiscard]] bool collective_fits(std::uint32_t at, std::uint32_t tokens) const {
        const std::uint32_t next = at + tokens;
        // "government plan", "party line", "police station", "court case": the noun only modifies. It stays a
        // unit where a title or another collective follows ("government official", "police officers").
        if (tokens == 1 && word("modifies_only", next)) {
            return false;
        }
        return !(tokens == 1 && modifies_next(at));
    }

    // "military sites", "opposition rally": a singular noun before another noun. A verb may follow as well;
    // what ends like one or is known as one is taken for it.
    [[nodiscard]] bool modifies_next(std::uint32_t at) const {
        if (view_.is(at, "military")) {
            const bool noun = at > 0 && (word("leading_determiner", at - 1) || view_.possessive(at - 1) ||
                                         (!units_.empty() && units_.back().last == at));
            return !noun;
        }
        if (at + 1 >= view_.size() || view_.lower[at].ends_with("s") || view_.is(at, "police")) {
            return false;
        }
        const std::string& next = view_.lower[at + 1];
        const bool noun_like = next.size() > 3 && next.front() >= 'a' && next.front() <= 'z' &&
                               !capital(at + 1) && !next.ends_with("ed") && !next.ends_with("s") &&
                               !next.ends_with("ly") && !next.ends_with("ing");
        return noun_like && !word("plain", at + 1) && !word("speech", at + 1) && !word("acts", at + 1);
    }

    // Runs of capitals.

    bool read_run(std::uint32_t at, Unit& unit) {
        if (view_.capitals_mean_nothing || !runs_.starts_run(at)) {
            return read_learned(at, unit);
        }
        const Run run = runs_.with_of_part(runs_.run_from(at));
        if (run.last == run.first || word("ethnic", run.last - 1)) {
            return false;
        }
        const Token& token = view_.sentence->tokens[run.first];
        if (view_.initial[run.first] && run.last - run.first == 1 && token.name == NameType::none &&
            (token.upos == "NOUN" || token.upos == "ADJ" || token.upos == "VERB" || token.upos == "ADV")) {
            return false;  // "Copper" of "Copper miners blocked"
        }
        unit = {run.first, run.last, kind_of(run)};
        unit.learned = runs_.learned_kind(run).value_or(UnitKind::unknown);
        unit.certain =
            !view_.initial[run.first] || run.last - run.first > 1 || unit.kind != UnitKind::unknown;
        return !only_numbers(run);
    }

    // A name that the reader knows by the sentence, where capitals alone do not tell.
    bool read_learned(std::uint32_t at, Unit& unit) const {
        const Run run = runs_.learned_at(at);
        if (run.last == run.first || !capital(at) || word("ethnic", run.last - 1) ||
            (run.last - run.first == 1 &&
             (word("plain", at) || word("calendar", at) || word("not_name", at)))) {
            return false;
        }
        unit = {run.first, run.last,
                run.last - run.first == 1 ? UnitKind::unknown : *runs_.learned_kind(run)};
        unit.learned = *runs_.learned_kind(run);
        return true;
    }

    [[nodiscard]] bool only_numbers(const Run& run) const {
        for (std::uint32_t i = run.first; i < run.last; ++i) {
            if (!is_digit(view_.form(i).front())) {
                return false;
            }
        }
        return true;
    }

    // What a run of capitals names, by its own words and by its neighbours.

    [[nodiscard]] UnitKind kind_of(const Run& run) const {
        const std::uint32_t length = run.last - run.first;
        if (titled(run)) {
            return UnitKind::person;
        }
        for (std::uint32_t i = run.first; i < run.last && length >= 2; ++i) {
            if (word("org_head", i) && (i > run.first || view_.is(i + 1, "of") || view_.is(i + 1, "for"))) {
                return UnitKind::unknown_organization;
            }
        }
        if (length >= 2 && (word("place_head", run.last - 1) || word("place_first", run.first))) {
            return UnitKind::unknown_place;
        }
        if (length >= 2 && lexicons_.given_name(view_.form(run.first)).known) {
            return UnitKind::person;
        }
        if (is_acronym(run)) {
            const bool bracketed = run.first > 0 && view_.form(run.first - 1) == "(";
            return bracketed || speaks(run) ? UnitKind::unknown_organization : UnitKind::unknown;
        }
        if (const auto learned = runs_.learned_kind(run); learned && length >= 2) {
            return *learned;
        }
        if (stands_as_place(run)) {
            return UnitKind::unknown_place;
        }
        if (run.first > 0 && view_.is(run.first - 1, "the")) {
            return length >= 2 ? UnitKind::unknown_organization : UnitKind::unknown;
        }
        return length >= 2 || speaks(run) ? UnitKind::person : UnitKind::unknown;
    }

    [[nodiscard]] bool titled(const Run& run) const {
        return !units_.empty() && units_.back().last == run.first && units_.back().kind == UnitKind::title &&
               (run.last - run.first > 1 || !word("org_head", run.first));
    }

    [[nodiscard]] bool is_acronym(const Run& run) const {
        const std::string& form = view_.form(run.first);
        return run.last - run.first == 1 && form.size() >= 3 && form.size() <= 7 &&
               form.find('.') == std::string::npos &&
               std::none_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
               std::count_if(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
    }

    [[nodiscard]] bool stands_as_place(const Run& run) const {
        if (word("place_after", run.last) || (view_.is(run.last, ",") && place_at(run.last + 1))) {
            return true;
        }
        std::uint32_t before = run.first;
        while (before > 0 && run.first - before < 3 &&
               (word("direction", before - 1) || view_.is(before - 1, "the") ||
                word("place_noun", before - 1))) {
            --before;
        }
        if (before == 0) {
            return false;
        }
        if (view_.is(before - 1, "of") && before >= 2 && word("place_noun", before - 2)) {
            return true;
        }
        return word("locative", before - 1) || (before < run.first && word("place_noun", run.first - 1));
    }

    [[nodiscard]] bool place_at(std::uint32_t at) const {
        const auto names = lexicons_.names_at(view_.sentence->tokens, view_.keys, at);
        return std::any_of(names.begin(), names.end(), [&](const NameMatch& match) {
            if (view_.possessive(at + match.tokens)) {
                return false;  // "Gong Xiaosheng, China's envoy"
            }
            const ActorType type = lexicons_.actor(match.actor).type;
            return match.sense == Sense::name && (type == ActorType::country || type == ActorType::place);
        });
    }

    [[nodiscard]] bool speaks(const Run& run) const {
        const std::uint32_t next = run.last;
        return word("speech", next) || view_.is(next, "who") ||
               (run.first > 0 && word("speech", run.first - 1));
    }

    const SentenceView& view_;
    const Lexicons& lexicons_;
    NameRuns runs_;
    std::vector<Unit> units_;
};

}  // namespace

std::vector<Unit> find_units(const SentenceView& view, const Lexicons& lexicons) {
    return UnitFinder(view, lexicons).find();
}

}  // namespace entente::extract
