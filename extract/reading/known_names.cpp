#include "extract/reading/known_names.hpp"

#include "extract/reading/name_agreement.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
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

void settle(std::vector<Token>& tokens, std::size_t begin, const Known& known) {
    const std::size_t end = begin + known.tokens;
    const auto first = tokens.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = tokens.begin() + static_cast<std::ptrdiff_t>(end);
    const bool missed = std::all_of(first, last, [](const Token& t) { return t.name == NameType::none; });
    const bool found =
        first->begins && !goes_on(tokens, end) &&
        std::all_of(first + 1, last, [&](const Token& t) { return t.name == first->name && !t.begins; });
    if (!missed && !found) return;
    if (found && first->name == NameType::person && known.tokens == 1) return;
    for (std::size_t i = begin; i < end; ++i) {
        tokens[i].name = known.type;
        tokens[i].begins = i == begin;
    }
}

}  // namespace

void settle_known_names(std::span<Sentence> sentences, const Lexicons& lexicons) {
    for (Sentence& sentence : sentences) {
        const std::vector<std::string> keys = token_keys(sentence.tokens);
        for (std::size_t at = 0; at < sentence.tokens.size();) {
            const std::optional<Known> known = known_at(sentence.tokens, keys, at, lexicons);
            if (known && at + known->tokens <= sentence.tokens.size()) settle(sentence.tokens, at, *known);
            at += known ? std::max<std::size_t>(1, known->tokens) : 1;
        }
    }
}

void settle_names(std::span<Sentence> sentences, const Lexicons& lexicons) {
    settle_known_names(sentences, lexicons);
    agree_on_names(sentences);
}

}  // namespace entente::extract
