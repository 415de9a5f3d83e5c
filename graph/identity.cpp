#include "graph/identity.hpp"

#include "graph/homonyms.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace entente::graph {

namespace {

constexpr std::array<std::string_view, 27> particles = {
    "al", "el",  "ul", "ad", "ar", "as", "at", "bin", "ben", "ibn", "abu", "abd", "de", "del",
    "da", "das", "do", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "dos"};

// Words of a local id that are a name by themselves: "bashar-al-assad" has two.
std::size_t name_words(std::string_view local_id) {
    std::size_t words = 0;
    std::size_t begin = 0;
    while (begin <= local_id.size()) {
        const std::size_t end = std::min(local_id.find('-', begin), local_id.size());
        const std::string_view word = local_id.substr(begin, end - begin);
        if (!word.empty() && std::ranges::find(particles, word) == particles.end()) ++words;
        begin = end + 1;
    }
    return words;
}

bool is_person(const Form& form) {
    return form.key.type == ActorType::person;
}

bool has_full_name(const Form& form) {
    return name_words(form.key.local_id) > 1;
}

// The people of a block with full names, in order of their names.
struct FullNames {
    std::vector<Bearer> bearers;
    std::map<const Form*, ActorId> of_form;  // asked, never walked
};

FullNames full_names(const std::vector<Form>& forms) {
    std::map<std::string, std::vector<const Form*>> by_name;
    for (const Form& form : forms) {
        if (is_person(form) && has_full_name(form)) by_name[form.key.local_id].push_back(&form);
    }
    FullNames names;
    for (const auto& [local_id, of_name] : by_name) {
        Namesakes found = namesakes(of_name);
        for (std::size_t i = 0; i < of_name.size(); ++i) names.of_form[of_name[i]] = found.of_form[i];
        std::ranges::move(found.bearers, std::back_inserter(names.bearers));
    }
    return names;
}

// How well a bare surname agrees with a bearer; nullopt when it cannot be his.
std::optional<int> agreement(const Form& form, const Bearer& bearer) {
    const std::string country = country_of(form.key);
    const std::string role = role_of(form.key);
    const std::string his_country = majority(bearer.countries);
    if (countries_contradict(country, his_country)) return std::nullopt;
    const bool same_role =
        std::ranges::any_of(bearer.roles, [&role](const auto& row) { return row.first == role; });
    const bool walks_apart =
        !bearer.roles.empty() && std::ranges::all_of(bearer.roles, [&role](const auto& row) {
            return roles_contradict(role, row.first);
        });
    if (walks_apart) return std::nullopt;
    return (!country.empty() && country == his_country ? 2 : 0) + (same_role ? 1 : 0);
}

// The person that a bare surname means; the form's own id when that is not plain.
ActorId person_of(const Form& form, const std::vector<Bearer>& bearers, const Decisions& decisions) {
    const Bearer* best = nullptr;
    int most = -1;
    bool is_tied = false;
    for (const Bearer& bearer : bearers) {
        const std::optional<int> agreed = agreement(form, bearer);
        if (!agreed || decisions.are_distinct(form.key.local_id, bearer.id) ||
            decisions.is_no_name_of(form, bearer.id)) {
            continue;
        }
        is_tied = *agreed == most || (is_tied && *agreed < most);
        if (*agreed > most) {
            best = &bearer;
            most = *agreed;
        }
    }
    return best == nullptr || is_tied ? form.key.local_id : best->id;
}

// Who keeps an id that several types want: the lower the stronger.
int claim(ActorType type) {
    switch (type) {
        case ActorType::country:
            return 0;
        case ActorType::organization:
            return 1;
        case ActorType::group:
            return 2;
        case ActorType::person:
            return 3;
        case ActorType::place:
            return 4;
    }
    return 5;
}

}  // namespace

std::string form_block(std::string_view local_id) {
    return std::string{local_id.substr(local_id.find_last_of('-') + 1)};  // npos + 1 is 0
}

FormKey form_key(const extract::Actor& actor) {
    std::string country = actor.country;
    if (actor.type == ActorType::person && !actor.sectors.empty()) country += "/" + actor.sectors.front();
    return {form_block(actor.id), actor.type, actor.id, std::move(country)};
}

std::string country_of(const FormKey& form) {
    return form.country.substr(0, form.country.find('/'));
}

std::string role_of(const FormKey& form) {
    const std::size_t slash = form.country.find('/');
    return slash == std::string::npos ? std::string{} : form.country.substr(slash + 1);
}

std::string majority(const std::map<std::string, std::uint64_t>& votes) {
    std::string best;
    std::uint64_t most = 0;
    for (const auto& [answer, count] : votes) {
        if (!answer.empty() && count > most) {
            best = answer;
            most = count;
        }
    }
    return best;
}

std::vector<ActorId> decide(const std::vector<Form>& forms, const Decisions& decisions) {
    const FullNames names = full_names(forms);
    std::vector<ActorId> ids;
    ids.reserve(forms.size());
    std::map<ActorId, int> strongest;
    for (const Form& form : forms) {
        if (!is_person(form)) {
            ids.push_back(form.key.local_id);
        } else if (has_full_name(form)) {
            ids.push_back(names.of_form.at(&form));
        } else {
            ids.push_back(person_of(form, names.bearers, decisions));
        }
        const auto [row, is_new] = strongest.emplace(ids.back(), claim(form.key.type));
        if (!is_new) row->second = std::min(row->second, claim(form.key.type));
    }
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const ActorType type = forms[i].key.type;
        if (claim(type) > strongest.at(ids[i])) ids[i] += "-" + std::string{extract::name(type)};
        ids[i] = decisions.meaning(forms[i], ids[i]);
    }
    return ids;
}

}  // namespace entente::graph
