#include "extract/reading/scores.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace entente::extract {

namespace {

double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string_view main_label(std::string_view label) {
    return label.substr(0, label.find(':'));
}

struct Name {
    std::size_t begin;
    std::size_t end;
    NameType type;
    auto operator<=>(const Name&) const = default;
};

std::vector<Name> names_of(const std::vector<Token>& tokens) {
    std::vector<Name> names;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].name == NameType::none) continue;
        const bool goes_on = i > 0 && !tokens[i].begins && tokens[i - 1].name == tokens[i].name;
        if (goes_on) {
            names.back().end = i + 1;
        } else {
            names.push_back({i, i + 1, tokens[i].name});
        }
    }
    return names;
}

void count_names(const Sentence& gold, const Sentence& system, ReadingScores& scores) {
    const std::vector<Name> wanted = names_of(gold.tokens);
    const std::vector<Name> found = names_of(system.tokens);
    std::vector<Name> right;
    std::set_intersection(wanted.begin(), wanted.end(), found.begin(), found.end(),
                          std::back_inserter(right));
    const auto add = [&scores](const std::vector<Name>& names, std::size_t PrecisionRecall::*count) {
        for (const Name& name : names) {
            ++(scores.names[static_cast<std::size_t>(name.type)].*count);
            if (name.type != NameType::misc) ++(scores.names[0].*count);
        }
    };
    add(wanted, &PrecisionRecall::wanted);
    add(found, &PrecisionRecall::found);
    add(right, &PrecisionRecall::right);
}

// A token as raw text sees it: its bytes, those of its head (nothing for the root) and the label.
using Arc = std::tuple<ByteSpan, ByteSpan, std::string_view>;

std::vector<Arc> arcs_of(std::span<const Sentence> sentences) {
    std::vector<Arc> arcs;
    for (const Sentence& s : sentences) {
        for (const Token& t : s.tokens) {
            const ByteSpan head = t.head < 0 ? ByteSpan{} : s.tokens[static_cast<std::size_t>(t.head)].span;
            arcs.emplace_back(t.span, head, main_label(t.deprel));
        }
    }
    std::sort(arcs.begin(), arcs.end());
    return arcs;
}

template <typename T>
PrecisionRecall compare(std::vector<T> gold, std::vector<T> system) {
    std::sort(gold.begin(), gold.end());
    std::sort(system.begin(), system.end());
    std::vector<T> both;
    std::set_intersection(gold.begin(), gold.end(), system.begin(), system.end(), std::back_inserter(both));
    return {system.size(), both.size(), gold.size()};
}

}  // namespace

double PrecisionRecall::precision() const {
    return ratio(right, found);
}
double PrecisionRecall::recall() const {
    return ratio(right, wanted);
}
double PrecisionRecall::f1() const {
    return ratio(2 * right, found + wanted);
}

PrecisionRecall& PrecisionRecall::operator+=(const PrecisionRecall& other) {
    found += other.found;
    right += other.right;
    wanted += other.wanted;
    return *this;
}

double ReadingScores::percent(std::size_t count) const {
    return 100 * ratio(count, tokens);
}

ReadingScores score(std::span<const Sentence> gold, std::span<const Sentence> system) {
    ReadingScores out;
    for (std::size_t s = 0; s < std::min(gold.size(), system.size()); ++s) {
        const std::size_t count = std::min(gold[s].tokens.size(), system[s].tokens.size());
        for (std::size_t i = 0; i < count; ++i) {
            const Token& g = gold[s].tokens[i];
            const Token& t = system[s].tokens[i];
            ++out.tokens;
            if (g.upos == t.upos) ++out.upos;
            if (g.xpos == t.xpos) ++out.xpos;
            if (g.feats == t.feats) ++out.feats;
            if (g.lemma == t.lemma) ++out.lemma;
            if (g.head != t.head) continue;
            ++out.heads;
            if (g.deprel == t.deprel) ++out.labelled;
            if (main_label(g.deprel) == main_label(t.deprel)) ++out.labelled_main;
        }
        count_names(gold[s], system[s], out);
    }
    return out;
}

RawScores score_raw(std::span<const Sentence> gold, std::span<const Sentence> system) {
    const auto spans = [](std::span<const Sentence> sentences) {
        std::pair<std::vector<ByteSpan>, std::vector<ByteSpan>> out;
        for (const Sentence& s : sentences) {
            if (s.tokens.empty()) continue;
            out.first.push_back({s.tokens.front().span.begin, s.tokens.back().span.end});
            for (const Token& t : s.tokens) out.second.push_back(t.span);
        }
        return out;
    };
    auto [gold_sentences, gold_tokens] = spans(gold);
    auto [system_sentences, system_tokens] = spans(system);
    RawScores out;
    out.sentences = compare(std::move(gold_sentences), std::move(system_sentences));
    out.tokens = compare(std::move(gold_tokens), std::move(system_tokens));
    out.labelled = compare(arcs_of(gold), arcs_of(system));
    return out;
}

std::string summary(const ReadingScores& s) {
    std::string out = fmt::format(
        "UPOS {:.2f} XPOS {:.2f} feats {:.2f} lemma {:.2f} UAS {:.2f} LAS {:.2f} (with subtypes {:.2f})",
        s.percent(s.upos), s.percent(s.xpos), s.percent(s.feats), s.percent(s.lemma), s.percent(s.heads),
        s.percent(s.labelled_main), s.percent(s.labelled));
    if (s.names[0].wanted > 0) {
        out += fmt::format(" names {:.2f} (P {:.1f} R {:.1f}; PER {:.1f} ORG {:.1f} LOC {:.1f})",
                           100 * s.names[0].f1(), 100 * s.names[0].precision(), 100 * s.names[0].recall(),
                           100 * s.names[1].f1(), 100 * s.names[2].f1(), 100 * s.names[3].f1());
    }
    return out;
}

}  // namespace entente::extract
