#include "graph/identity.hpp"

#include <algorithm>
#include <array>
#include <set>

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

// Local ids of the block's persons with full names, and the country of each.
std::map<std::string, std::string> full_names(const std::vector<Form>& forms) {
    std::map<std::string, std::map<std::string, std::uint64_t>> votes;
    for (const Form& form : forms) {
        if (is_person(form) && has_full_name(form)) {
            votes[form.key.local_id][form.key.country] += form.articles;
        }
    }
    std::map<std::string, std::string> countries;
    for (const auto& [local_id, countries_told] : votes) countries[local_id] = majority(countries_told);
    return countries;
}

bool contradict(const std::string& country, const std::string& other) {
    return !country.empty() && !other.empty() && country != other;
}

// The person that a bare surname means; the form's own id when that is not plain.
std::string person_of(const Form& form, const std::map<std::string, std::string>& full_names) {
    const std::string* only = nullptr;
    for (const auto& [local_id, country] : full_names) {
        if (contradict(form.key.country, country)) continue;
        if (only != nullptr) return form.key.local_id;
        only = &local_id;
    }
    return only == nullptr ? form.key.local_id : *only;
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
    return {form_block(actor.id), actor.type, actor.id, actor.country};
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

std::vector<ActorId> decide(const std::vector<Form>& forms) {
    const std::map<std::string, std::string> persons = full_names(forms);
    std::vector<ActorId> ids;
    ids.reserve(forms.size());
    std::map<ActorId, int> strongest;
    for (const Form& form : forms) {
        const bool bare_surname = is_person(form) && !has_full_name(form);
        ids.push_back(bare_surname ? person_of(form, persons) : form.key.local_id);
        const auto [row, is_new] = strongest.emplace(ids.back(), claim(form.key.type));
        if (!is_new) row->second = std::min(row->second, claim(form.key.type));
    }
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const ActorType type = forms[i].key.type;
        if (claim(type) > strongest.at(ids[i])) ids[i] += "-" + std::string{extract::name(type)};
    }
    return ids;
}

}  // namespace entente::graph
