#include "extract/reading/name_agreement.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace entente::extract {

namespace {

constexpr std::size_t longest_name = 8;  // tokens; longer ones are left alone

struct Votes {
    std::array<std::size_t, 5> by_type{};  // by NameType
    std::size_t plain = 0;                 // capitalized inside a sentence, yet no name

    [[nodiscard]] std::size_t of(NameType type) const { return by_type[static_cast<std::size_t>(type)]; }
    void add(NameType type) { ++by_type[static_cast<std::size_t>(type)]; }
    [[nodiscard]] std::size_t total() const { return by_type[1] + by_type[2] + by_type[3] + by_type[4]; }
    // The type with most votes; of equals the first.
    [[nodiscard]] NameType best() const {
        return static_cast<NameType>(std::max_element(by_type.begin() + 1, by_type.end()) - by_type.begin());
    }
};

struct NameSpan {
    std::size_t begin;
    std::size_t end;
};

std::vector<NameSpan> names_in(const std::vector<Token>& tokens) {
    std::vector<NameSpan> spans;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].name == NameType::none) continue;
        const bool goes_on = !spans.empty() && spans.back().end == i && !tokens[i].begins &&
                             tokens[i].name == tokens[i - 1].name;
        if (goes_on) {
            spans.back().end = i + 1;
        } else {
            spans.push_back({i, i + 1});
        }
    }
    return spans;
}

std::string joined(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
    std::string out = tokens[begin].form;
    for (std::size_t i = begin + 1; i < end; ++i) {
        out += ' ';
        out += tokens[i].form;
    }
    return out;
}

bool is_capitalized(std::string_view form) {
    if (form.empty()) return false;
    UChar32 first = 0;
    std::int32_t at = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(form.data()), at,
                    static_cast<std::int32_t>(form.size()), first);
    return u_isupper(first) != 0;
}

void rename(std::vector<Token>& tokens, NameSpan span, NameType type) {
    for (std::size_t i = span.begin; i < span.end; ++i) {
        tokens[i].name = type;
        tokens[i].begins = i == span.begin;
    }
}

class Agreement {
 public:
    explicit Agreement(std::span<Sentence> sentences) : sentences_(sentences) {
        for (const Sentence& sentence : sentences_) count(sentence.tokens);
    }

    void settle() {
        for (Sentence& sentence : sentences_) {
            for (const NameSpan span : names_in(sentence.tokens)) settle_type(sentence.tokens, span);
            find_missed(sentence.tokens);
        }
    }

 private:
    void count(const std::vector<Token>& tokens) {
        for (const NameSpan span : names_in(tokens)) {
            if (span.end - span.begin > longest_name) continue;
            const NameType type = tokens[span.begin].name;
            votes_[joined(tokens, span.begin, span.end)].add(type);
            if (span.end - span.begin == 1) continue;
            starts_[tokens[span.begin].form] =
                std::max(starts_[tokens[span.begin].form], span.end - span.begin);
            if (type == NameType::person) votes_[tokens[span.end - 1].form].add(type);
        }
        for (std::size_t i = 1; i < tokens.size(); ++i) {
            if (tokens[i].name != NameType::none || !is_capitalized(tokens[i].form)) continue;
            ++votes_[tokens[i].form].plain;
        }
    }

    void settle_type(std::vector<Token>& tokens, NameSpan span) const {
        const auto found = votes_.find(joined(tokens, span.begin, span.end));
        if (found == votes_.end()) return;
        const NameType best = found->second.best();
        if (found->second.of(best) < 2 * found->second.of(tokens[span.begin].name)) return;
        rename(tokens, span, best);
    }

    void find_missed(std::vector<Token>& tokens) const {
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (tokens[i].name != NameType::none) continue;
            if (find_full_name(tokens, i)) continue;
            const auto found = votes_.find(tokens[i].form);
            if (found == votes_.end() || !is_capitalized(tokens[i].form)) continue;
            const Votes& votes = found->second;
            if (votes.best() != NameType::misc && votes.total() >= 2 && votes.total() > 2 * votes.plain)
                rename(tokens, {i, i + 1}, votes.best());
        }
    }

    // The longest name of several tokens, found elsewhere, that starts here on tokens without a name.
    bool find_full_name(std::vector<Token>& tokens, std::size_t begin) const {
        const auto start = starts_.find(tokens[begin].form);
        if (start == starts_.end()) return false;
        std::size_t end = begin;
        while (end < tokens.size() && end - begin < start->second && tokens[end].name == NameType::none)
            ++end;
        for (; end > begin + 1; --end) {
            const auto found = votes_.find(joined(tokens, begin, end));
            if (found == votes_.end() || found->second.total() == 0) continue;
            rename(tokens, {begin, end}, found->second.best());
            return true;
        }
        return false;
    }

    std::span<Sentence> sentences_;
    std::map<std::string, Votes> votes_;         // by spelling
    std::map<std::string, std::size_t> starts_;  // first token of longer names: their greatest length
};

}  // namespace

void agree_on_names(std::span<Sentence> sentences) {
    Agreement(sentences).settle();
}

}  // namespace entente::extract
