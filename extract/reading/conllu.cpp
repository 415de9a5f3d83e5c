#include "extract/reading/conllu.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <istream>
#include <optional>
#include <ostream>
#include <utility>

#include <fmt/format.h>

namespace entente::extract {

namespace {

constexpr std::size_t columns = 10;

constexpr std::array<std::pair<std::string_view, NameType>, 4> name_types = {{{"PER", NameType::person},
                                                                              {"ORG", NameType::organization},
                                                                              {"LOC", NameType::location},
                                                                              {"MISC", NameType::misc}}};

std::optional<std::uint32_t> number(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string value_or_empty(std::string_view field) {
    return field == "_" ? std::string() : std::string(field);
}

bool has_cycle(const std::vector<Token>& tokens) {
    std::vector<std::size_t> seen_from(tokens.size(), 0);  // 1 + the token a walk to the root started at
    for (std::size_t start = 0; start < tokens.size(); ++start) {
        auto at = static_cast<std::int32_t>(start);
        while (at >= 0 && seen_from[static_cast<std::size_t>(at)] == 0) {
            seen_from[static_cast<std::size_t>(at)] = start + 1;
            at = tokens[static_cast<std::size_t>(at)].head;
        }
        if (at >= 0 && seen_from[static_cast<std::size_t>(at)] == start + 1) return true;
    }
    return false;
}

class ConlluReader {
 public:
    ConlluReader(std::istream& in, const std::string& name) : in_(in), name_(name) {}

    std::vector<ConlluSentence> read() {
        std::string line;
        while (std::getline(in_, line)) {
            ++line_number_;
            if (!line.empty() && line.back() == '\r') line.pop_back();
            if (line.empty()) {
                finish();
            } else if (line.front() == '#') {
                current_.comments.push_back(line.substr(line.starts_with("# ") ? 2 : 1));
            } else {
                word_line(line);
            }
        }
        finish();
        return std::move(sentences_);
    }

 private:
    [[noreturn]] void fail(const std::string& what) const { throw ConlluError(name_, line_number_, what); }

    std::array<std::string_view, columns> split(std::string_view line) const {
        std::array<std::string_view, columns> fields;
        for (std::size_t i = 0; i < columns; ++i) {
            const std::size_t tab = line.find('\t');
            if ((tab == std::string_view::npos) != (i + 1 == columns)) {
                fail("a CoNLL-U line has ten columns parted by tabs");
            }
            fields[i] = line.substr(0, tab);
            if (fields[i].empty()) fail(fmt::format("column {} is empty; write _ for nothing", i + 1));
            line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
        }
        return fields;
    }

    void word_line(const std::string& line) {
        const auto fields = split(line);
        if (const std::size_t dash = fields[0].find('-'); dash != std::string_view::npos) {
            range_line(fields, dash);
            return;
        }
        if (fields[0].find('.') != std::string_view::npos) return;
        std::vector<Token>& tokens = current_.sentence.tokens;
        const auto id = number(fields[0]);
        if (!id || *id != tokens.size() + 1) {
            fail(fmt::format("word number {} where {} was expected", fields[0], tokens.size() + 1));
        }
        Token token;
        token.form = fields[1];
        token.lemma = fields[2] == "_" && fields[1] != "_" ? "" : std::string(fields[2]);
        token.upos = value_or_empty(fields[3]);
        token.xpos = value_or_empty(fields[4]);
        token.feats = value_or_empty(fields[5]);
        token.head = head(fields[6]);
        token.deprel = value_or_empty(fields[7]);
        place(token, fields[9]);
        tokens.push_back(std::move(token));
    }

    // Words of a range share its text: the first ones touch the next, the last has the range's space.
    void range_line(const std::array<std::string_view, columns>& fields, std::size_t dash) {
        const auto first = number(fields[0].substr(0, dash));
        const auto last = number(fields[0].substr(dash + 1));
        if (!first || !last || *last < *first) fail(fmt::format("{} is no range of words", fields[0]));
        range_last_ = *last;
        range_space_ = fields[9].find("SpaceAfter=No") == std::string_view::npos;
    }

    std::int32_t head(std::string_view field) const {
        if (field == "_") return -1;
        const auto value = number(field);
        if (!value || *value > 1000000) fail(fmt::format("head {} is no number", field));
        return static_cast<std::int32_t>(*value) - 1;
    }

    void place(Token& token, std::string_view misc) {
        const std::size_t id = current_.sentence.tokens.size() + 1;
        std::optional<ByteSpan> range;
        while (!misc.empty()) {
            const std::size_t bar = std::min(misc.find('|'), misc.size());
            const std::string_view item = misc.substr(0, bar);
            misc.remove_prefix(std::min(bar + 1, misc.size()));
            if (item == "SpaceAfter=No") token.space_after = false;
            if (item.starts_with("TokenRange=")) range = token_range(item.substr(11));
            if (item.starts_with("NER=")) name(token, item.substr(4));
        }
        if (id < range_last_) token.space_after = false;
        if (id == range_last_) token.space_after = range_space_;
        const auto size = static_cast<std::uint32_t>(token.form.size());
        token.span = range ? *range : ByteSpan{position_, position_ + size};
        current_.placed = current_.placed && range;
        position_ = token.span.end + (token.space_after ? 1 : 0);
    }

    ByteSpan token_range(std::string_view text) const {
        const std::size_t colon = std::min(text.find(':'), text.size());
        const auto begin = number(text.substr(0, colon));
        const auto end = number(text.substr(std::min(colon + 1, text.size())));
        if (!begin || !end || *end < *begin) fail(fmt::format("TokenRange={} is no begin:end", text));
        return {*begin, *end};
    }

    void name(Token& token, std::string_view tag) const {
        if (tag == "O") return;
        const auto type = std::find_if(name_types.begin(), name_types.end(), [&](const auto& each) {
            return tag.substr(std::min<std::size_t>(2, tag.size())) == each.first;
        });
        if (type == name_types.end() || (!tag.starts_with("B-") && !tag.starts_with("I-"))) {
            fail(fmt::format("NER={} is none of O, B-PER, I-PER, … (PER, ORG, LOC, MISC)", tag));
        }
        token.name = type->second;
        token.begins = tag.front() == 'B';
    }

    void finish() {
        std::vector<Token>& tokens = current_.sentence.tokens;
        range_last_ = 0;
        if (tokens.empty()) return;  // comments alone belong to the next block
        const auto count = static_cast<std::int32_t>(tokens.size());
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (tokens[i].head >= count || tokens[i].head == static_cast<std::int32_t>(i)) {
                fail(fmt::format("word {} of the sentence before this line has head {}", i + 1,
                                 tokens[i].head + 1));
            }
        }
        if (has_cycle(tokens)) fail("the heads of the sentence before this line go in a circle");
        current_.sentence.span = {tokens.front().span.begin, tokens.back().span.end};
        position_ = tokens.back().span.end + 1;
        sentences_.push_back(std::move(current_));
        current_ = {};
    }

    std::istream& in_;
    const std::string& name_;
    std::size_t line_number_ = 0;
    std::uint32_t position_ = 0;
    std::size_t range_last_ = 0;
    bool range_space_ = true;
    ConlluSentence current_;
    std::vector<ConlluSentence> sentences_;
};

std::string field(std::string_view value) {
    if (value.empty()) return "_";
    std::string out(value);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return out;
}

std::string misc(const Token& token) {
    std::string out;
    if (token.name != NameType::none) out += fmt::format("NER={}|", name_tag_text(token));
    if (!token.space_after) out += "SpaceAfter=No|";
    return out + fmt::format("TokenRange={}:{}", token.span.begin, token.span.end);
}

}  // namespace

ConlluError::ConlluError(const std::string& file, std::size_t line, const std::string& problem)
    : std::runtime_error(line == 0 ? fmt::format("{}: {}", file, problem)
                                   : fmt::format("{}:{}: {}", file, line, problem)),
      line_(line),
      problem_(problem) {}

std::vector<ConlluSentence> read_conllu(std::istream& in, const std::string& name) {
    return ConlluReader(in, name).read();
}

std::vector<ConlluSentence> load_conllu(const std::string& file) {
    std::ifstream in(file);
    if (!in) throw ConlluError(file, 0, fmt::format("cannot open ({})", std::strerror(errno)));
    return read_conllu(in, file);
}

void write_conllu(std::ostream& out, const ConlluSentence& sentence) {
    for (const std::string& comment : sentence.comments) out << fmt::format("# {}\n", comment);
    const std::vector<Token>& tokens = sentence.sentence.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& t = tokens[i];
        const std::string head = t.deprel.empty() ? "_" : std::to_string(t.head + 1);
        out << fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n", i + 1, field(t.form), field(t.lemma),
                           field(t.upos), field(t.xpos), field(t.feats), head, field(t.deprel), misc(t));
    }
    out << '\n';
}

std::string name_tag_text(const Token& token) {
    if (token.name == NameType::none) return "O";
    const std::string_view type = name_types[static_cast<std::size_t>(token.name) - 1].first;
    return fmt::format("{}-{}", token.begins ? 'B' : 'I', type);
}

}  // namespace entente::extract
