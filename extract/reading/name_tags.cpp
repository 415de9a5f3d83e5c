#include "extract/reading/name_tags.hpp"

#include <array>
#include <cassert>
#include <limits>

namespace entente::extract {

namespace {

enum Place : std::uint8_t { begin, inside, end, single };

constexpr std::array<NameType, 4> types = {NameType::person, NameType::organization, NameType::location,
                                           NameType::misc};

Place place(std::size_t tag) {
    return static_cast<Place>((tag - 1) % 4);
}
std::size_t type(std::size_t tag) {
    return (tag - 1) / 4;
}
bool leaves_open(std::size_t tag) {
    return tag != 0 && (place(tag) == begin || place(tag) == inside);
}
bool needs_open(std::size_t tag) {
    return tag != 0 && (place(tag) == inside || place(tag) == end);
}

}  // namespace

bool may_follow(std::size_t from, std::size_t to) {
    if (leaves_open(from) != needs_open(to)) return false;
    return !needs_open(to) || type(from) == type(to);
}

std::vector<std::uint8_t> best_name_tags(std::span<const float> scores, std::size_t tokens,
                                         std::span<const float> transitions) {
    constexpr std::size_t n = name_tag_count;
    constexpr float never = -std::numeric_limits<float>::infinity();
    if (tokens == 0) return {};
    std::vector<std::uint8_t> back(tokens * n, 0);
    std::array<float, n> score{};
    for (std::size_t k = 0; k < n; ++k)
        score[k] = may_follow(0, k) ? scores[k] + transitions[n * n + k] : never;
    for (std::size_t i = 1; i < tokens; ++i) {
        std::array<float, n> next{};
        for (std::size_t to = 0; to < n; ++to) {
            float best = never;
            for (std::size_t from = 0; from < n; ++from) {
                if (!may_follow(from, to)) continue;
                const float value = score[from] + transitions[from * n + to];
                if (value <= best) continue;
                best = value;
                back[i * n + to] = static_cast<std::uint8_t>(from);
            }
            next[to] = best + scores[i * n + to];
        }
        score = next;
    }
    std::size_t last = 0;
    float best = never;
    for (std::size_t k = 0; k < n; ++k) {
        const float value = may_follow(k, 0) ? score[k] + transitions[n * (n + 1) + k] : never;
        if (value <= best) continue;
        best = value;
        last = k;
    }
    std::vector<std::uint8_t> tags(tokens);
    for (std::size_t i = tokens; i-- > 0;) {
        tags[i] = static_cast<std::uint8_t>(last);
        last = back[i * n + last];
    }
    return tags;
}

void set_names(std::span<const std::uint8_t> tags, std::span<Token> tokens) {
    assert(tags.size() == tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        tokens[i].name = tags[i] == 0 ? NameType::none : types[type(tags[i])];
        tokens[i].begins = tags[i] != 0 && (place(tags[i]) == begin || place(tags[i]) == single);
    }
}

std::vector<std::uint8_t> name_tags_of(std::span<const Token> tokens) {
    std::vector<std::uint8_t> tags(tokens.size(), 0);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].name == NameType::none) continue;
        const auto kind = static_cast<std::size_t>(tokens[i].name) - 1;
        const bool goes_on =
            i + 1 < tokens.size() && tokens[i + 1].name == tokens[i].name && !tokens[i + 1].begins;
        const bool starts = tokens[i].begins || i == 0 || tokens[i - 1].name != tokens[i].name;
        const Place at = starts ? (goes_on ? begin : single) : (goes_on ? inside : end);
        tags[i] = static_cast<std::uint8_t>(1 + 4 * kind + at);
    }
    return tags;
}

}  // namespace entente::extract
