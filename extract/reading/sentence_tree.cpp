#include "extract/reading/sentence_tree.hpp"

#include <algorithm>

namespace entente::extract {

namespace {

// Heads within the sentence; the first token that is met twice on the way up from anywhere becomes a root.
std::vector<std::uint32_t> sound_heads(const Sentence& sentence) {
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    std::vector<std::uint32_t> heads(count, SentenceTree::none);
    for (std::uint32_t at = 0; at < count; ++at) {
        const auto head = sentence.tokens[at].head;
        if (head >= 0 && static_cast<std::uint32_t>(head) < count && static_cast<std::uint32_t>(head) != at)
            heads[at] = static_cast<std::uint32_t>(head);
    }
    std::vector<std::uint32_t> seen(count, SentenceTree::none);  // from which token it was met
    for (std::uint32_t start = 0; start < count; ++start) {
        std::uint32_t at = start;
        while (at != SentenceTree::none && seen[at] == SentenceTree::none) {
            seen[at] = start;
            const auto above = heads[at];
            if (above != SentenceTree::none && seen[above] == start) heads[at] = SentenceTree::none;
            at = above;
        }
    }
    return heads;
}

}  // namespace

SentenceTree::SentenceTree(const Sentence& sentence) : sentence_(&sentence), heads_(sound_heads(sentence)) {
    starts_.assign(heads_.size() + 1, 0);
    for (const auto head : heads_)
        if (head != none) ++starts_[head + 1];
    for (std::size_t at = 1; at < starts_.size(); ++at) starts_[at] += starts_[at - 1];
    children_.resize(starts_.back());
    auto next = starts_;
    for (std::uint32_t at = 0; at < size(); ++at)
        if (heads_[at] != none) children_[next[heads_[at]]++] = at;
}

std::span<const std::uint32_t> SentenceTree::children(std::uint32_t at) const {
    return std::span(children_).subspan(starts_[at], starts_[at + 1] - starts_[at]);
}

std::string_view SentenceTree::main_relation(std::uint32_t at) const {
    const std::string_view relation = token(at).deprel;
    return relation.substr(0, relation.find(':'));
}

bool SentenceTree::is(std::uint32_t at, std::string_view wanted) const {
    return wanted.find(':') == std::string_view::npos ? main_relation(at) == wanted : relation(at) == wanted;
}

std::uint32_t SentenceTree::child(std::uint32_t at, std::string_view relation) const {
    const auto below = children(at);
    const auto found =
        std::find_if(below.begin(), below.end(), [&](std::uint32_t c) { return is(c, relation); });
    return found == below.end() ? none : *found;
}

}  // namespace entente::extract
