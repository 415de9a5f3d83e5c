#include "extract/actors/name_runs.hpp"

#include <algorithm>

namespace entente::extract {

namespace {

bool has_suffix(std::string_view word, std::string_view suffix) {
    return word.size() > suffix.size() + 2 && word.substr(word.size() - suffix.size()) == suffix;
}

}  // namespace

bool NameRuns::starts_run(std::uint32_t at) const {
    if (view_.is(at, "al") || view_.is(at, "el") || view_.is(at, "bin") || view_.is(at, "de")) {
        const std::uint32_t next = view_.joins(at + 1) ? at + 2 : at + 1;
        return capital(next) && next < view_.size() && (view_.joins(at + 1) || view_.is(at, "bin"));
    }
    if (joined_particle(at)) {
        return true;
    }
    if (capital(at) && lexicons_.given_name(view_.form(at)).known && name_like(at + 1)) {
        return true;  // "Bill Clinton", but "Bill" of rights
    }
    if (!capital(at) || word("calendar", at) || word("not_name", at) || view_.form(at).size() < 2) {
        return false;
    }
    if (word("ethnic", at)) {
        return capital(at + 1) && word("org_head", end_of_capitals(at) - 1);
    }
    return !(view_.initial[at] && common_at_start(at));
}

NameRun NameRuns::run_from(std::uint32_t at) const {
    NameRun run{at, at};
    std::uint32_t i = at;
    while (i < view_.size() && i - at < 10) {
        if (i == at ? !word("calendar", i) && (capital(i) || starts_run(i)) : continues(run, i)) {
            ++i;
            run.last = i;
        } else if (i > at && (view_.joins(i) || word("particle", i)) && after_particles(i) != i &&
                   (!breaks_off(run, after_particles(i)) || word("particle", after_particles(i) - 1) ||
                    view_.joins(after_particles(i) - 1))) {
            i = after_particles(i);
        } else if (i > at && view_.joins(i) && !word("hyphen_ends", i + 1)) {
            i += 2;  // "Ban Ki-moon"
            run.last = i;
        } else {
            break;
        }
    }
    return run;
}

NameRun NameRuns::with_of_part(NameRun run) const {
    if (run.last == run.first || !word("org_head", run.last - 1)) {
        return run;
    }
    std::uint32_t i = run.last;
    if (!(view_.is(i, "of") || view_.is(i, "for") || view_.is(i, "on"))) {
        return run;
    }
    i += view_.is(i + 1, "the") ? 2U : 1U;
    if (!capital(i) || word("calendar", i)) {
        return run;
    }
    std::uint32_t end = i;
    while (end < view_.size() && end - i < 6 &&
           (capital(end) || ((view_.is(end, "and") || view_.is(end, "of")) && capital(end + 1) && end > i))) {
        ++end;
    }
    return {run.first, end};
}

NameRun NameRuns::learned_at(std::uint32_t at) const {
    const auto& tokens = view_.sentence->tokens;
    NameRun run{at, at};
    if (!tokens[at].begins || !learned_kind({at, at + 1})) {
        return run;
    }
    do {
        ++run.last;
    } while (run.last < view_.size() && tokens[run.last].name == tokens[at].name && !tokens[run.last].begins);
    return run;
}

std::optional<UnitKind> NameRuns::learned_kind(const NameRun& run) const {
    switch (view_.sentence->tokens[run.last - 1].name) {
        case NameType::person:
            return UnitKind::person;
        case NameType::organization:
            return UnitKind::unknown_organization;
        case NameType::location:
            return UnitKind::unknown_place;
        default:
            return std::nullopt;
    }
}

bool NameRuns::name_like(std::uint32_t at) const {
    return capital(at) && !word("calendar", at) && !word("org_head", at) && !word("place_head", at) &&
           !word("not_name", at) && !word("plain", at) && lexicons_.title_at(view_.keys, at).tokens == 0;
}

std::uint32_t NameRuns::end_of_capitals(std::uint32_t at) const {
    while (capital(at) && !word("calendar", at)) {
        ++at;
    }
    return at;
}

bool NameRuns::common_at_start(std::uint32_t at) const {
    const std::string& lower = view_.lower[at];
    if (word("plain", at) || word("modifier", at)) {
        const std::uint32_t end = end_of_capitals(at);
        return !(end - at >= 2 && word("org_head", end - 1) && !word("leading_determiner", at));
    }
    return !capital(at + 1) &&
           (has_suffix(lower, "ly") || has_suffix(lower, "ing") || has_suffix(lower, "ed") ||
            has_suffix(lower, "tion") || has_suffix(lower, "ments")) &&
           !lexicons_.given_name(lower).known;
}

std::uint32_t NameRuns::after_particles(std::uint32_t at) const {
    std::uint32_t i = at;
    while (i < view_.size() && i - at < 4 && (view_.joins(i) || word("particle", i)) && !capital(i)) {
        ++i;
    }
    return capital(i) && !word("calendar", i) ? i : at;
}

bool NameRuns::continues(const NameRun& run, std::uint32_t at) const {
    return (capital(at) || joined_particle(at)) && !word("calendar", at) && !breaks_off(run, at);
}

bool NameRuns::joined_particle(std::uint32_t at) const {
    const std::string& form = view_.form(at);
    const auto hyphen = form.find('-');
    return hyphen != std::string::npos && hyphen + 1 < form.size() && form[hyphen + 1] >= 'A' &&
           form[hyphen + 1] <= 'Z' &&
           lexicons_.word("particle_joined", view_.lower[at].substr(0, hyphen + 1));
}

bool NameRuns::breaks_off(const NameRun& run, std::uint32_t at) const {
    if (lexicons_.title_at(view_.keys, at).tokens > 0 && !word("org_head", at) && capital(at)) {
        return true;
    }
    const auto& tokens = view_.sentence->tokens;
    if (run.last - run.first == 1 && view_.is(at, "administration") &&
        lexicons_.person(view_.form(run.first), "") != nullptr) {
        return true;  // "the Clinton Administration"
    }
    const auto names = lexicons_.names_at(tokens, view_.keys, at);
    if (names.empty() || (tokens[at].name == NameType::person && !tokens[at].begins)) {
        return false;  // none, or inside of a person's name, as the reader takes it
    }
    const bool surname = names.front().tokens == 1 && at == run.last &&
                         (lexicons_.given_name(view_.form(run.first)).known || run.last - run.first == 1) &&
                         names.front().sense != Sense::adjective && names.front().sense != Sense::people &&
                         !word("direction", run.first);
    return !surname;
}

bool NameRuns::word(std::string_view kind, std::uint32_t at) const {
    return at < view_.size() && lexicons_.word(kind, view_.lower[at]);
}

bool NameRuns::capital(std::uint32_t at) const {
    return at < view_.size() && view_.capital[at];
}

}  // namespace entente::extract
