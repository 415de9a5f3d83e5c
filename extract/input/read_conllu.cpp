#include "extract/input/read_conllu.hpp"

#include "extract/input/read_date.hpp"
#include "extract/reading/clean_text.hpp"
#include "extract/reading/conllu.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <sstream>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace entente::extract {

namespace {

// "title = A word" has the value "A word" for the key "title"; "newpar" the value "" for its own.
std::optional<std::string> value_of(std::string_view comment, std::string_view key) {
    if (!comment.starts_with(key)) return std::nullopt;
    comment.remove_prefix(key.size());
    const std::size_t equals = comment.find_first_not_of(' ');
    if (equals == std::string_view::npos) return std::string();
    if (comment[equals] != '=') return std::nullopt;
    const std::size_t value = comment.find_first_not_of(' ', equals + 1);
    return value == std::string_view::npos ? std::string() : valid_utf8(comment.substr(value));
}

std::optional<std::string> value_of(const ConlluSentence& block, std::string_view key) {
    for (const std::string& comment : block.comments)
        if (auto value = value_of(comment, key)) return value;
    return std::nullopt;
}

bool opens_article(const ConlluSentence& block) {
    return value_of(block, "newdoc").has_value() || value_of(block, "newdoc id").has_value();
}

// An article out of the blocks of one document.
class Reading {
 public:
    Reading(std::span<ConlluSentence> blocks, const std::string& doc, std::vector<Input>& out)
        : blocks_(blocks), doc_(doc), out_(out) {}

    void read(std::string id) {
        if (const auto own = value_of(blocks_.front(), "newdoc id"); own && !own->empty()) id = *own;
        article_.doc = doc_;
        article_.id = std::move(id);
        tell();
        if (const std::string why = place(); !why.empty()) {
            out_.emplace_back(InputError{doc_, 0, why, article_.id});
            return;
        }
        take_sentences();
        out_.emplace_back(std::move(article_));
    }

 private:
    void tell() {
        const ConlluSentence& first = blocks_.front();
        article_.title = value_of(first, "title").value_or("");
        article_.source = value_of(first, "source").value_or("");
        article_.url = value_of(first, "url").value_or("");
        article_.language = value_of(first, "language").value_or("");
        article_.dateline = value_of(first, "dateline").value_or("");
        const std::string date = value_of(first, "date").value_or("");
        if (date.empty()) return;
        if (const auto read = read_date(date)) {
            article_.date = *read;
        } else {
            out_.emplace_back(
                InputWarning{doc_, 0, fmt::format("{}: date {} cannot be read", article_.id, date)});
        }
    }

    // Spans count from the article's first word where the tools did not say.
    std::string place() {
        const bool placed = std::all_of(blocks_.begin(), blocks_.end(),
                                        [](const ConlluSentence& block) { return block.placed; });
        const std::uint32_t base = placed ? 0 : blocks_.front().sentence.span.begin;
        std::uint32_t end = 0;
        for (ConlluSentence& block : blocks_) {
            for (Token& token : block.sentence.tokens) {
                token.span = {token.span.begin - base, token.span.end - base};
                if (token.span.begin < end && token.span.end > end)
                    return fmt::format("{}: TokenRange={}:{} reaches into the word before", article_.id,
                                       token.span.begin, token.span.end);
                end = std::max(end, token.span.end);
            }
            const auto& tokens = block.sentence.tokens;
            block.sentence.span = {tokens.front().span.begin, tokens.back().span.end};
        }
        if (end > max_article_bytes) return fmt::format("{}: TokenRange reaches {}", article_.id, end);
        article_.text.assign(end, ' ');
        return {};
    }

    void take_sentences() {
        std::uint32_t paragraph = 0;
        for (ConlluSentence& block : blocks_) {
            if (value_of(block, "newpar") || value_of(block, "newpar id")) {
                paragraph += article_.sentences.empty() ? 0U : 1U;
            }
            block.sentence.paragraph = paragraph;
            block.sentence.boilerplate = value_of(block, "boilerplate").has_value();
            for (Token& token : block.sentence.tokens) {
                token.form = valid_utf8(token.form);
                token.lemma = valid_utf8(token.lemma);
                const std::size_t room = token.span.end - token.span.begin;
                article_.text.replace(token.span.begin, std::min(room, token.form.size()), token.form, 0,
                                      room);
            }
            article_.sentences.push_back(std::move(block.sentence));
        }
    }

    std::span<ConlluSentence> blocks_;
    const std::string& doc_;
    std::vector<Input>& out_;
    Article article_;
};

}  // namespace

std::vector<Input> read_conllu_articles(const std::string& bytes, const std::string& doc,
                                        const std::string& id) {
    std::vector<Input> out;
    std::vector<ConlluSentence> blocks;
    try {
        std::istringstream in(bytes);
        blocks = read_conllu(in, doc);
    } catch (const ConlluError& error) {
        out.emplace_back(InputError{doc, error.line(), error.problem(), id});
        return out;
    }
    if (blocks.empty()) out.emplace_back(InputError{doc, 0, "holds no sentence in CoNLL-U", id});
    std::size_t number = 0;
    for (auto first = blocks.begin(); first != blocks.end();) {
        const auto last = std::find_if(std::next(first), blocks.end(), opens_article);
        ++number;
        Reading(std::span(first, last), doc, out).read(number == 1 ? id : fmt::format("{}-{}", id, number));
        first = last;
    }
    return out;
}

}  // namespace entente::extract
