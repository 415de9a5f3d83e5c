// What a user's list says of nouns ("agents"): which sector policemen, rebels or dairy farmers are of.
//
// A noun that the lexicons know as a title, a collective or a noun keeps its grammar and gets the list's
// sectors. A phrase whose last words they know ("irrigation minister", "riot police") is read as those are.
// Any other is a noun for people, or a collective where it has several words.
#include "extract/lexicons/lexicons.hpp"

#include <algorithm>
#include <utility>

namespace entente::extract {

namespace {

// The phrase from each of its words on: "dairy farmer", "farmer".
std::vector<std::string> endings(const std::string& phrase) {
    std::vector<std::string> found;
    for (std::size_t at = 0; at != std::string::npos && found.size() < 8;) {
        found.push_back(phrase.substr(at));
        at = phrase.find(' ', at);
        at = at == std::string::npos ? at : at + 1;
    }
    return found;
}

// "ambassador to": what a text goes on with is no part of the noun.
std::string without_preposition(const std::string& form) {
    const auto last = form.rfind(' ');
    const std::string word = last == std::string::npos ? std::string{} : form.substr(last + 1);
    const bool open = word == "of" || word == "to" || word == "for" || word == "in" || word == "at";
    return open ? form.substr(0, last) : form;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

}  // namespace

const std::vector<std::string>* Lexicons::listed_noun(std::string_view phrase) const {
    if (listed_nouns_.empty()) {
        return nullptr;
    }
    for (const std::string& ending : endings(std::string(phrase))) {
        if (const auto found = listed_nouns_.find(phrase_key(ending)); found != listed_nouns_.end()) {
            return &found->second;
        }
    }
    return nullptr;
}

void Lexicons::take_listed_noun(const ListedNoun& listed, const std::string& written) {
    const std::string form = without_preposition(written);
    const std::string key = phrase_key(form);
    if (key.empty() || key.size() > 120 || !listed_nouns_.emplace(key, listed.sectors).second) {
        return;
    }
    bool known = false;
    for (const std::uint32_t title : title_table_.found(form)) {
        titles_[title].sectors = listed.sectors;
        known = true;
    }
    for (const std::uint32_t collective : collective_table_.found(form)) {
        collectives_[collective].sectors = listed.sectors;
        known = true;
    }
    if (const auto noun = nouns_.find(form); noun != nouns_.end()) {
        noun->second.sectors = listed.sectors;
        known = true;
    }
    if (!known && form.find(' ') == std::string::npos) {
        const ActorType type = word("org_head", form) ? ActorType::organization : ActorType::person;
        nouns_.emplace(form, ActorNoun{listed.sectors, type});
        return;
    }
    for (const std::string& ending : endings(form)) {
        if (known) {
            return;
        }
        if (const auto title = title_table_.found(ending); !title.empty()) {
            Title longer = titles_[title.front()];
            longer.title = form;
            longer.sectors = listed.sectors;
            title_table_.add(form, static_cast<std::uint32_t>(titles_.size()));
            titles_.push_back(std::move(longer));
            return;
        }
        if (const auto collective = collective_table_.found(ending); !collective.empty()) {
            Collective longer = collectives_[collective.front()];
            longer.noun = form;
            longer.of = capitalised(form);
            longer.sectors = listed.sectors;
            collective_table_.add(form, static_cast<std::uint32_t>(collectives_.size()));
            collectives_.push_back(std::move(longer));
            return;
        }
        if (nouns_.contains(ending)) {
            return;  // listed_noun() has its sectors
        }
    }
    const bool plural = form != listed.noun;
    collective_table_.add(form, static_cast<std::uint32_t>(collectives_.size()));
    collectives_.push_back(
        {form, capitalised(form), listed.sectors, plural ? ActorType::group : ActorType::person, false});
}

}  // namespace entente::extract
