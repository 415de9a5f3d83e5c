#include "extract/reading/known_names.hpp"

#include "extract/reading/name_agreement.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace entente::extract {

namespace {

NameType name_type(ActorType type) {
    switch (type) {
        case ActorType::person:
            return NameType::person;
        case ActorType::country:
        case ActorType::place:
            return NameType::location;
        case ActorType::organization:
        case ActorType::group:
            break;
    }
    return NameType::organization;
}

struct Known {
    std::size_t tokens = 0;
    NameType type = NameType::none;
};

// The longest known name that starts here, if all its senses are of one type.
std::optional<Known> known_at(const std::vector<Token>& tokens, const std::vector<std::string>& keys,
                              std::size_t at, const Lexicons& lexicons) {
    std::optional<Known> out;
    for (const NameMatch& match : lexicons.names_at(tokens, keys, at)) {
        if (match.sense == Sense::adjective || match.sense == Sense::people) return std::nullopt;
        const NameType type =
            match.sense == Sense::seat ? NameType::location : name_type(lexicons.actor(match.actor).type);
        if (out && (out->type != type || out->tokens != match.tokens)) return std::nullopt;
        out = Known{match.tokens, type};
    }
    return out;
}

bool goes_on(const std::vector<Token>& tokens, std::size_t at) {
    return at < tokens.size() && at > 0 && tokens[at].name != NameType::none && !tokens[at].begins &&
           tokens[at].name == tokens[at - 1].name;
}

std::size_t end_of_name(const std::vector<Token>& tokens, std::size_t begin) {
    std::size_t end = begin + 1;
    while (goes_on(tokens, end)) ++end;
    return end;
}

void rename(std::vector<Token>& tokens, std::size_t begin, std::size_t end, NameType type) {
    for (std::size_t i = begin; i < end; ++i) {
        tokens[i].name = type;
        tokens[i].begins = type != NameType::none && i == begin;
    }
}

// Which single words the document uses as places, and which stand in full names of its people.
struct Usage {
    std::set<std::string> places;
    std::set<std::string> people;

    explicit Usage(std::span<const Sentence> sentences) {
        for (const Sentence& sentence : sentences) {
            for (std::size_t at = 0; at < sentence.tokens.size();) at = count(sentence.tokens, at);
        }
    }

    [[nodiscard]] bool is_place(const std::string& form) const {
        return places.contains(form) && !people.contains(form);
    }

 private:
    std::size_t count(const std::vector<Token>& tokens, std::size_t at) {
        const std::size_t end = end_of_name(tokens, at);
        const NameType type = tokens[at].name;
        if (type == NameType::location && end == at + 1) places.insert(tokens[at].form);
        if (type == NameType::person && end > at + 1) {
            for (std::size_t i = at; i < end; ++i) people.insert(tokens[i].form);
        }
        return end;
    }
};

void settle(std::vector<Token>& tokens, std::size_t begin, const Known& known, const Usage& usage) {
    const std::size_t end = begin + known.tokens;
    const auto first = tokens.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = tokens.begin() + static_cast<std::ptrdiff_t>(end);
    const bool missed = std::all_of(first, last, [](const Token& t) { return t.name == NameType::none; });
    const bool found = first->begins && end_of_name(tokens, begin) == end;
    if (!missed && !found) return;
    const bool person = found && first->name == NameType::person && known.tokens == 1;
    if (person && !(known.type == NameType::location && usage.is_place(first->form))) return;
    rename(tokens, begin, end, known.type);
}

// "US Secretary of State" read as one name is a country and an office; an office is no name.
void part_from_office(std::vector<Token>& tokens, const std::vector<std::string>& keys, std::size_t begin,
                      const Lexicons& lexicons) {
    const std::size_t end = end_of_name(tokens, begin);
    for (const NameMatch& match : lexicons.names_at(tokens, keys, begin)) {
        const std::size_t office = begin + match.tokens;
        if (office >= end || lexicons.actor(match.actor).type != ActorType::country) continue;
        if (office + lexicons.title_at(keys, office).tokens != end) continue;
        rename(tokens, begin, office, match.sense == Sense::adjective ? NameType::misc : NameType::location);
        rename(tokens, office, end, NameType::none);
        return;
    }
}

// "(C)" in a caption says where somebody stands.
bool is_letter_in_brackets(const std::vector<Token>& tokens, std::size_t at) {
    return at > 0 && at + 1 < tokens.size() && tokens[at].form.size() == 1 && tokens[at - 1].form == "(" &&
           tokens[at + 1].form == ")";
}

void mend_names(std::vector<Token>& tokens, const std::vector<std::string>& keys, const Lexicons& lexicons) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (tokens[at].name == NameType::none || !tokens[at].begins) continue;
        part_from_office(tokens, keys, at, lexicons);
        if (end_of_name(tokens, at) == at + 1 && is_letter_in_brackets(tokens, at))
            rename(tokens, at, at + 1, NameType::none);
    }
}

}  // namespace

void settle_known_names(std::span<Sentence> sentences, const Lexicons& lexicons) {
    const Usage usage(sentences);
    for (Sentence& sentence : sentences) {
        const std::vector<std::string> keys = token_keys(sentence.tokens);
        mend_names(sentence.tokens, keys, lexicons);
        for (std::size_t at = 0; at < sentence.tokens.size();) {
            const std::optional<Known> known = known_at(sentence.tokens, keys, at, lexicons);
            if (known && at + known->tokens <= sentence.tokens.size())
                settle(sentence.tokens, at, *known, usage);
            at += known ? std::max<std::size_t>(1, known->tokens) : 1;
        }
    }
}

void settle_names(std::span<Sentence> sentences, const Lexicons& lexicons) {
    settle_known_names(sentences, lexicons);
    agree_on_names(sentences);
}

}  // namespace entente::extract
