#include "graph/parties.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace entente::graph {

namespace {

constexpr std::string_view named_mark = "/named";
constexpr std::string_view inside_mark = "/in";
constexpr std::string_view people_mark = "~people";
constexpr std::array<std::string_view, 6> of_the_state{"GOV", "MIL", "COP", "SPY", "LEG", "JUD"};
constexpr std::array<std::string_view, 4> of_the_armed{"REB", "UAF", "PRM", "CRM"};
constexpr std::array<std::string_view, 11> of_the_people{"LAB", "BUS", "EDU", "MED", "SOC", "JRN",
                                                         "REF", "REL", "AGR", "ELI", "UNK"};
// What PLOVER writes where an actor has no country.
constexpr std::array<std::string_view, 7> no_countries{"IGO", "UNO", "EUR", "NGO", "IMG", "MNC", "ISM"};

bool is_country(const std::string& code) {
    return code.size() == 3 && std::ranges::find(no_countries, code) == no_countries.end();
}

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

std::string camp(const std::string& country, std::string_view sector, ActorType type) {
    if (!is_country(country)) return "";
    if (type == ActorType::country) return country;
    std::string camp = country;
    if (sector.empty() || sector == "CVL") {
        camp += people_mark;
    } else if (among(of_the_people, sector) && type == ActorType::group) {
        camp += fmt::format("{}-{}", people_mark, sector);
    } else if (among(of_the_armed, sector)) {
        camp += "~armed";
    } else if (!among(of_the_state, sector)) {
        camp += "~" + std::string(sector);
    }
    return type == ActorType::group ? camp : camp + std::string(named_mark);
}

Party party(const ActorId& id, std::string_view camp) {
    const bool named = camp.ends_with(named_mark);
    if (named) camp.remove_suffix(named_mark.size());
    return {id, camp, named};
}

std::vector<Party> side(const std::vector<ActorId>& ids, const std::vector<std::string>& camps) {
    std::vector<Party> parties;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        parties.push_back(party(ids[i], i < camps.size() ? std::string_view(camps[i]) : ""));
    }
    return parties;
}

bool is_mutual(EventType type) {
    using enum EventType;
    return type == agree || type == consult || type == support || type == cooperate || type == assault;
}

bool tells_as_equals(const Report& report) {
    return report.type == EventType::consult ||
           (is_mutual(report.type) && report.recipients.empty() && report.actors.size() > 1);
}

std::size_t count_keys(const std::vector<Party>& parties) {
    std::set<std::string_view> keys;
    for (const Party& one : parties) keys.insert(one.key());
    return keys.size();
}

// Of a camp that deals with itself the name does not tell the sides.
bool is_internal(const Parties& parties) {
    if (parties.all.size() < 2) return false;
    if (parties.equals) return parties.keys == 1;
    return std::ranges::any_of(parties.actors, [&](const Party& actor) {
        return !actor.camp.empty() && std::ranges::any_of(parties.recipients, [&](const Party& recipient) {
            return recipient.camp == actor.camp;
        });
    });
}

// "People of Italy" may be engineers; engineers are no teachers.
bool same_camp(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return false;
    if (a == b) return true;
    const auto& wide = a.size() < b.size() ? a : b;
    const auto& narrow = a.size() < b.size() ? b : a;
    return wide.ends_with(people_mark) && narrow.starts_with(wide);
}

bool is_one(const Party& a, const Party& b, bool internal) {
    if (a.id == b.id) return true;
    if (!same_camp(a.camp, b.camp)) return false;
    return internal ? !a.named && !b.named : !(a.named && b.named);
}

// Distinct parties of `a` that are parties of `b`.
std::size_t common(const std::vector<Party>& a, const std::vector<Party>& b, bool internal) {
    std::set<std::string_view> keys;
    for (const Party& one : a) {
        if (std::ranges::any_of(b, [&](const Party& other) { return is_one(one, other, internal); })) {
            keys.insert(internal ? one.id : one.key());
        }
    }
    return keys.size();
}

bool shares_vertex(const std::vector<Party>& a, const std::vector<Party>& b) {
    return std::ranges::any_of(a, [&](const Party& one) {
        return std::ranges::any_of(b, [&](const Party& other) { return one.id == other.id; });
    });
}

bool as_equals_agree(const Parties& a, const Parties& b, bool internal) {
    const std::size_t both = std::min(common(a.all, b.all, internal), common(b.all, a.all, internal));
    return both > 0 && both >= std::min({a.keys, b.keys, std::size_t{2}});
}

bool shares_country(const std::vector<Party>& a, const std::vector<Party>& b) {
    return std::ranges::any_of(a, [&](const Party& one) {
        return std::ranges::any_of(
            b, [&](const Party& other) { return !one.camp.empty() && one.country() == other.country(); });
    });
}

bool all_named(const std::vector<Party>& parties) {
    return std::ranges::all_of(parties, [](const Party& one) { return one.named; });
}

// Of one country, and not each under names of its own: two presidents are two.
bool may_stand_for(const std::vector<Party>& a, const std::vector<Party>& b) {
    return shares_country(a, b) && !(all_named(a) && all_named(b));
}

bool sides_agree(const Parties& a, const Parties& b, bool internal) {
    const std::size_t act = common(a.actors, b.actors, internal);
    const std::size_t receive = common(a.recipients, b.recipients, internal);
    const bool contradicts = act == 0 && !a.actors.empty() && !b.actors.empty();
    const bool denies = receive == 0 && !a.recipients.empty() && !b.recipients.empty();
    const bool abroad = !shares_country(a.actors, a.recipients) && !shares_country(b.actors, b.recipients);
    if (contradicts && (!abroad || receive == 0 || !may_stand_for(a.actors, b.actors))) return false;
    if (denies && (!abroad || act == 0 || !may_stand_for(a.recipients, b.recipients))) return false;
    if (internal && !shares_vertex(a.actors, b.actors) && !shares_vertex(a.recipients, b.recipients)) {
        return false;
    }
    return act + receive > 0;
}

}  // namespace

std::string camp_of(const extract::Actor& actor) {
    return camp(actor.country, actor.sectors.empty() ? "" : actor.sectors.front(), actor.type);
}

std::string camp_of(const FormKey& form) {
    const std::size_t slash = form.country.find('/');
    if (form.type != ActorType::person || slash == std::string::npos) return "";
    return camp(form.country.substr(0, slash), form.country.substr(slash + 1), form.type);
}

std::string country_of_place(const extract::Actor& place) {
    if (!is_country(place.country)) return "";
    return place.type == ActorType::country ? place.country : place.country + std::string(inside_mark);
}

Parties parties_of(const Report& report) {
    Parties parties;
    parties.actors = side(report.actors, report.actor_camps);
    parties.recipients = side(report.recipients, report.recipient_camps);
    parties.all = parties.actors;
    parties.all.insert(parties.all.end(), parties.recipients.begin(), parties.recipients.end());
    parties.keys = count_keys(parties.all);
    parties.equals = tells_as_equals(report);
    parties.internal = is_internal(parties);
    return parties;
}

namespace {

std::string first_of(const std::vector<Party>& parties) {
    std::string_view first_country;
    std::string_view first_id;
    for (const Party& one : parties) {
        const std::string_view country = one.country();
        if (!country.empty() && (first_country.empty() || country < first_country)) first_country = country;
        if (first_id.empty() || one.id < first_id) first_id = one.id;
    }
    return std::string(first_country.empty() ? first_id : first_country);
}

// Who did it is often left out of these.
bool may_lack_actors(EventType type) {
    return type == EventType::consult || type == EventType::assault || type == EventType::coerce;
}

}  // namespace

std::string anchor(const Report& report, const Parties& parties) {
    if (may_lack_actors(report.type) || parties.actors.empty()) return first_of(parties.all);
    return first_of(parties.actors);
}

bool are_halves(const Parties& a, const Parties& b) {
    const bool halves =
        (a.actors.empty() && b.recipients.empty()) || (b.actors.empty() && a.recipients.empty());
    return halves && !a.equals && !b.equals && shares_country(a.all, b.all);
}

bool parties_agree(const Parties& a, const Parties& b) {
    const bool internal = a.internal || b.internal;
    return a.equals || b.equals ? as_equals_agree(a, b, internal) : sides_agree(a, b, internal);
}

std::size_t common_parties(const Parties& a, const Parties& b) {
    return common(a.all, b.all, a.internal || b.internal);
}

bool places_agree(const Report& a, const Report& b) {
    if (a.place.empty() || b.place.empty() || a.place == b.place) return true;
    if (a.place_country.empty() || b.place_country.empty()) return false;
    return a.place_country + std::string(inside_mark) == b.place_country ||
           b.place_country + std::string(inside_mark) == a.place_country;
}

}  // namespace entente::graph
