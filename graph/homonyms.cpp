#include "graph/homonyms.hpp"

#include "graph/identity.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace entente::graph {

namespace {

// Codes for what is no state.
constexpr std::array<std::string_view, 7> no_states = {"IGO", "UNO", "EUR", "NGO", "IMG", "MNC", "ISM"};

// Sectors between which one person moves without being another: the state's, and its opposition's.
constexpr std::array<std::string_view, 9> of_state = {"GOV", "MIL", "LEG", "JUD", "SPY",
                                                      "COP", "PTY", "OPP", "ELI"};
constexpr std::array<std::string_view, 2> of_arms = {"REB", "UAF"};

constexpr std::uint64_t least_articles = 2;  // of somebody who is told apart by number
constexpr std::uint64_t least_share = 3;     // a third of the larger one's articles
constexpr std::uint64_t plain_share = 3;     // who has so many times the others' articles keeps the plain id

std::string walk_of_life(const std::string& role) {
    if (std::ranges::find(of_state, role) != of_state.end()) return "state";
    return std::ranges::find(of_arms, role) != of_arms.end() ? "arms" : role;
}

std::set<std::string> walks_of_life(const Bearer& bearer) {
    std::set<std::string> walks;
    for (const auto& [role, articles] : bearer.roles) walks.insert(walk_of_life(role));
    return walks;
}

bool share_a_walk(const Bearer& a, const Bearer& b) {
    const std::set<std::string> of_a = walks_of_life(a);
    const std::set<std::string> of_b = walks_of_life(b);
    return std::ranges::any_of(of_a, [&of_b](const std::string& walk) { return of_b.contains(walk); });
}

bool roles_apart(const Bearer& a, const Bearer& b) {
    return !a.roles.empty() && !b.roles.empty() && !share_a_walk(a, b);
}

// Whether two groups of articles tell of two people.
bool are_two(const Bearer& larger, const Bearer& smaller) {
    const bool same_country = majority(larger.countries) == majority(smaller.countries);
    const bool often = smaller.articles >= least_articles;
    if (same_country) return often && roles_apart(larger, smaller);
    return roles_apart(larger, smaller) || (often && smaller.articles * least_share >= larger.articles);
}

void add(Bearer& bearer, const Form& form) {
    const std::string country = country_of(form.key);
    const std::string role = role_of(form.key);
    if (!country.empty()) bearer.countries[country] += form.articles;
    if (!role.empty()) bearer.roles[role] += form.articles;
    bearer.articles += form.articles;
}

void add(Bearer& bearer, const Bearer& other) {
    for (const auto& [country, articles] : other.countries) bearer.countries[country] += articles;
    for (const auto& [role, articles] : other.roles) bearer.roles[role] += articles;
    bearer.articles += other.articles;
}

// Country and walk of life: the articles that agree on both are taken together.
using Reading = std::pair<std::string, std::string>;

Reading reading(const Form& form) {
    const std::string country = country_of(form.key);
    const bool is_state = std::ranges::find(no_states, country) == no_states.end();
    return {is_state ? country : std::string{}, walk_of_life(role_of(form.key))};
}

struct Group {
    Bearer bearer;
    std::set<Reading> readings;
};

bool is_larger(const Group& a, const Group& b) {
    return std::tuple{b.bearer.articles, *a.readings.begin()} <
           std::tuple{a.bearer.articles, *b.readings.begin()};
}

// Readings with a country, those of one country and one walk of life (or none told) together.
std::vector<Group> groups_by_reading(const std::vector<const Form*>& forms) {
    std::map<Reading, Group> groups;
    for (const Form* const form : forms) {
        const Reading read = reading(*form);
        if (read.first.empty()) continue;
        Group& group = groups[read];
        add(group.bearer, *form);
        group.readings.insert(read);
    }
    std::vector<Group> in_order;
    for (auto& [read, group] : groups) in_order.push_back(std::move(group));
    std::ranges::sort(in_order, is_larger);
    return in_order;
}

// The larger groups found people; the smaller ones join the first whom they may be.
std::vector<Group> people(const std::vector<const Form*>& forms) {
    std::vector<Group> found;
    for (Group& group : groups_by_reading(forms)) {
        const auto same = std::ranges::find_if(
            found, [&group](const Group& larger) { return !are_two(larger.bearer, group.bearer); });
        // Of those whom it may be, one of the same country comes first.
        const auto of_country = std::ranges::find_if(found, [&group](const Group& larger) {
            return !are_two(larger.bearer, group.bearer) &&
                   larger.bearer.countries.contains(group.readings.begin()->first);
        });
        const auto joined = of_country != found.end() ? of_country : same;
        if (joined == found.end()) {
            found.push_back(std::move(group));
            continue;
        }
        add(joined->bearer, group.bearer);
        joined->readings.insert(group.readings.begin(), group.readings.end());
    }
    std::ranges::stable_sort(found, is_larger);
    return found;
}

std::string lower(std::string code) {
    for (char& c : code) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return code;
}

// Country, and role where the country does not tell them apart.
std::string suffix(const std::vector<Group>& found, std::size_t at) {
    const std::string country = majority(found[at].bearer.countries);
    const auto of_country = std::ranges::count_if(
        found, [&country](const Group& group) { return majority(group.bearer.countries) == country; });
    std::string suffix = "-" + lower(country);
    const std::string role = majority(found[at].bearer.roles);
    if (of_country > 1 && !role.empty()) suffix += "-" + lower(role);
    return suffix;
}

// Whose a form is that reads no country: the only one who may be meant.
const Group* meant(const std::vector<Group>& found, const Form& form, bool first_is_plain) {
    const std::string walk = walk_of_life(role_of(form.key));
    const Group* only = nullptr;
    for (const Group& group : found) {
        if (walk.empty() || !walks_of_life(group.bearer).contains(walk)) continue;
        if (only != nullptr) return nullptr;
        only = &group;
    }
    return only == nullptr && walk.empty() && first_is_plain ? &found.front() : only;
}

}  // namespace

bool countries_contradict(const std::string& country, const std::string& other) {
    const auto is_state = [](const std::string& code) {
        return !code.empty() && std::ranges::find(no_states, code) == no_states.end();
    };
    return is_state(country) && is_state(other) && country != other;
}

bool roles_contradict(const std::string& role, const std::string& other) {
    return !role.empty() && !other.empty() && walk_of_life(role) != walk_of_life(other);
}

Namesakes namesakes(const std::vector<const Form*>& forms) {
    Namesakes answer;
    answer.of_form.resize(forms.size());
    std::vector<Group> found = people(forms);
    const ActorId& name = forms.front()->key.local_id;
    if (found.size() <= 1) {
        Bearer& bearer = answer.bearers.emplace_back();
        bearer.id = name;
        for (const Form* const form : forms) add(bearer, *form);
        std::ranges::fill(answer.of_form, name);
        return answer;
    }
    std::uint64_t others = 0;
    for (std::size_t i = 1; i < found.size(); ++i) others += found[i].bearer.articles;
    const bool first_is_plain = found.front().bearer.articles >= plain_share * others;
    for (std::size_t i = 0; i < found.size(); ++i) {
        found[i].bearer.id = i == 0 && first_is_plain ? name : name + suffix(found, i);
    }
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const Reading read = reading(*forms[i]);
        const auto own = std::ranges::find_if(
            found, [&read](const Group& group) { return group.readings.contains(read); });
        const Group* const group = own != found.end() ? &*own : meant(found, *forms[i], first_is_plain);
        // Nobody's in particular: the plain name.
        answer.of_form[i] = group == nullptr ? name : group->bearer.id;
    }
    for (Group& group : found) answer.bearers.push_back(std::move(group.bearer));
    return answer;
}

}  // namespace entente::graph
