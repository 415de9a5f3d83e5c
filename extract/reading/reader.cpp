#include "extract/reading/reader.hpp"

#include "extract/reading/edit_script.hpp"
#include "extract/reading/encoder.hpp"
#include "extract/reading/features.hpp"
#include "extract/reading/name_tags.hpp"
#include "extract/reading/spanning_tree.hpp"
#include "extract/reading/verb_agreement.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

namespace entente::extract {

namespace {

constexpr std::size_t batch_sentences = 16;
constexpr std::size_t lemma_tries = 6;
constexpr float seen_lemma_bonus = 100;     // seen scripts come before all others, in the network's order
constexpr float unknown_lemma_penalty = 6;  // in log odds

// A layer ready to be multiplied with.
class Scorer {
 public:
    Scorer() = default;
    explicit Scorer(const DenseLayer& layer)
        : packed_(layer.weights, 0, layer.weights.cols), scale_(layer.weights.scales), bias_(layer.bias) {
        for (float& scale : scale_) scale /= one_as_fixed;
    }

    [[nodiscard]] std::size_t rows() const { return scale_.size(); }

    // Scores of `count` rows of fixed-point input, rows() floats each.
    [[nodiscard]] std::vector<float> score(const std::int16_t* in, std::size_t stride, std::size_t count,
                                           Rectify rectify) const {
        std::vector<std::int32_t> sums(count * packed_.padded_rows(), 0);
        packed_.multiply_add(in, stride, count, sums.data(), packed_.padded_rows());
        std::vector<float> out(count * rows());
        for (std::size_t i = 0; i < count; ++i) {
            to_float({sums.data() + i * packed_.padded_rows(), rows()}, scale_.data(), bias_.data(), rectify,
                     out.data() + i * rows());
        }
        return out;
    }

 private:
    PackedMatrix packed_;
    std::vector<float> scale_;
    std::vector<float> bias_;
};

// A run of tokens read as one sentence by the network.
struct Piece {
    Sentence* sentence;
    std::size_t begin;
    std::size_t size;

    [[nodiscard]] std::span<Token> tokens() const { return std::span(sentence->tokens).subspan(begin, size); }
};

// Long sentences are cut after the last comma or the like in the second half of what still fits.
std::size_t piece_end(const std::vector<Token>& tokens, std::size_t begin) {
    const std::size_t end = std::min(tokens.size(), begin + max_piece_tokens);
    if (end == tokens.size()) return end;
    for (std::size_t i = end; i > begin + max_piece_tokens / 2; --i) {
        const std::string& form = tokens[i - 1].form;
        if (form == "," || form == ";" || form == ":" || form == "." || form == "--") return i;
    }
    return end;
}

std::vector<Piece> pieces_of(std::span<Sentence> sentences) {
    std::vector<Piece> pieces;
    for (Sentence& sentence : sentences) {
        for (std::size_t begin = 0; begin < sentence.tokens.size();) {
            const std::size_t end = piece_end(sentence.tokens, begin);
            pieces.push_back({&sentence, begin, end - begin});
            begin = end;
        }
    }
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const Piece& a, const Piece& b) { return a.size > b.size; });
    return pieces;
}

// Pieces of a long sentence each brought a root: the first stays, the others hang from it.
void join_pieces(Sentence& sentence) {
    std::int32_t root = -1;
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
        Token& token = sentence.tokens[i];
        if (token.head != -1) continue;
        if (root < 0) {
            root = static_cast<std::int32_t>(i);
        } else {
            token.head = root;
            token.deprel = "parataxis";
        }
    }
}

// Typographic quotes and dashes as the treebank's lemmas have them.
std::string plain_marks(std::string_view form) {
    static constexpr std::array<std::pair<std::string_view, char>, 7> marks = {{{"\u2018", '\''},
                                                                                {"\u2019", '\''},
                                                                                {"\u02BC", '\''},
                                                                                {"\u201C", '"'},
                                                                                {"\u201D", '"'},
                                                                                {"\u2013", '-'},
                                                                                {"\u2014", '-'}}};
    std::string out;
    while (!form.empty()) {
        const auto mark = std::find_if(marks.begin(), marks.end(),
                                       [&](const auto& each) { return form.starts_with(each.first); });
        out += mark == marks.end() ? form.front() : mark->second;
        form.remove_prefix(mark == marks.end() ? 1 : mark->first.size());
    }
    return out;
}

// "20,000" and "1,234.5", but not "3,4": a comma parts groups of three digits.
bool has_grouped_digits(std::string_view form) {
    const std::string_view whole = form.substr(0, form.find('.'));
    const std::size_t first = whole.find(',');
    if (first == std::string_view::npos || first == 0 || first > 3) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool comma = i < whole.size() && i >= first && (i - first) % 4 == 0;
        if (comma ? form[i] != ',' : (form[i] < '0' || form[i] > '9') && i != whole.size()) return false;
    }
    return (whole.size() - first) % 4 == 0;
}

// `United` of `United States`: one treebank has the verb there, the other, whose practice counts, an
// adjective.
void settle_participle_in_name(Token& token) {
    if (token.xpos != "NNP" || token.upos != "VERB" || token.feats != "Tense=Past|VerbForm=Part") return;
    token.upos = "ADJ";
    token.feats = "Degree=Pos";
    token.lemma = token.form;
}

bool is_rightward(std::string_view deprel) {
    const std::string_view relation = deprel.substr(0, deprel.find(':'));
    return relation == "conj" || relation == "fixed" || relation == "flat" || relation == "goeswith" ||
           relation == "appos";
}

std::size_t best_of(const float* scores, std::size_t size) {
    return static_cast<std::size_t>(std::max_element(scores, scores + size) - scores);
}

}  // namespace

struct SentenceReader::Impl {
    ReadingModel model;
    Encoder encoder;
    Scorer top;
    Scorer arcs;
    Scorer labels;
    Scorer tags;
    Scorer names;
    std::vector<std::pair<std::size_t, std::size_t>> tag_pairs;  // (upos, xpos) seen together
    std::size_t root_label;
    std::size_t punct_label;
    std::vector<std::size_t> rightward_labels;  // of relations whose head comes first by definition

    explicit Impl(ReadingModel from)
        : model(std::move(from)),
          encoder(model),
          top(model.top),
          arcs(model.arcs),
          labels(model.labels),
          tags(model.tags),
          names(model.names),
          root_label(label_named("root")),
          punct_label(label_named("punct")) {
        for (std::size_t l = 0; l < model.deprels.size(); ++l)
            if (is_rightward(model.deprels[l])) rightward_labels.push_back(l);
        for (std::size_t x = 0; x < model.xpos.size(); ++x) {
            for (std::size_t u = 0; u < model.upos.size(); ++u) {
                if (model.tag_pairs[x * model.upos.size() + u] != 0) tag_pairs.emplace_back(u, x);
            }
        }
    }

    // Its number; that of none when the model has no such label.
    [[nodiscard]] std::size_t label_named(std::string_view name) const {
        return static_cast<std::size_t>(std::find(model.deprels.begin(), model.deprels.end(), name) -
                                        model.deprels.begin());
    }
    void rule_out(float* scores, const Token& token, bool head_comes_later) const;

    // Columns of the top layer: where each task's part begins.
    [[nodiscard]] std::size_t arc_head_at() const { return model.arc_width; }
    [[nodiscard]] std::size_t label_at() const { return std::size_t{2} * model.arc_width; }
    [[nodiscard]] std::size_t label_head_at() const { return label_at() + model.label_width; }
    [[nodiscard]] std::size_t tag_at() const { return label_at() + std::size_t{2} * model.label_width; }
    [[nodiscard]] std::size_t name_at() const { return tag_at() + model.tag_width; }

    void read_batch(std::span<const Piece> batch, const ReadingParts& parts) const;
    void read_piece(const Piece& piece, const std::vector<float>& view, const ReadingParts& parts) const;
    void tag(std::span<Token> tokens, const std::vector<float>& view) const;
    void lemmatize(Token& token, float* scores) const;
    [[nodiscard]] bool is_known_word(std::string_view form) const;
    void parse(const Piece& piece, const std::vector<float>& view) const;
    void label(const Piece& piece, const std::vector<float>& view, std::span<const std::int32_t> heads) const;
    void find_names(std::span<Token> tokens, const std::vector<float>& view) const;
    [[nodiscard]] std::vector<std::int16_t> rectified_part(const std::vector<float>& view, std::size_t at,
                                                           std::size_t width) const;
};

// Columns [at, at + width) of every row, not below zero, in fixed point.
std::vector<std::int16_t> SentenceReader::Impl::rectified_part(const std::vector<float>& view, std::size_t at,
                                                               std::size_t width) const {
    const std::size_t rows = view.size() / top.rows();
    std::vector<std::int16_t> out(rows * width);
    std::vector<float> part(width);
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < width; ++j) part[j] = std::max(0.0F, view[i * top.rows() + at + j]);
        to_fixed(part, out.data() + i * width);
    }
    return out;
}

void SentenceReader::Impl::read_batch(std::span<const Piece> batch, const ReadingParts& parts) const {
    std::vector<std::size_t> lengths;
    std::vector<std::vector<std::string_view>> forms;
    for (const Piece& piece : batch) {
        lengths.push_back(piece.size);
        forms.emplace_back();
        for (const Token& token : piece.tokens()) forms.back().emplace_back(token.form);
    }
    const Packing packing(lengths);
    const std::vector<std::int16_t> encoded = encoder.encode(model, packing, forms);
    const std::vector<float> views = top.score(encoded.data(), encoder.width(), packing.rows, Rectify::no);
    std::vector<float> view;
    for (std::size_t b = 0; b < batch.size(); ++b) {
        view.resize(batch[b].size * top.rows());
        for (std::size_t t = 0; t < batch[b].size; ++t) {
            const float* from = views.data() + packing.row(b, t) * top.rows();
            std::copy(from, from + top.rows(), view.data() + t * top.rows());
        }
        read_piece(batch[b], view, parts);
    }
}

void SentenceReader::Impl::read_piece(const Piece& piece, const std::vector<float>& view,
                                      const ReadingParts& parts) const {
    if (parts.tags) tag(piece.tokens(), view);
    if (parts.trees) parse(piece, view);
    if (parts.names) find_names(piece.tokens(), view);
}

void SentenceReader::Impl::tag(std::span<Token> tokens, const std::vector<float>& view) const {
    const std::vector<std::int16_t> hidden = rectified_part(view, tag_at(), model.tag_width);
    std::vector<float> scores = tags.score(hidden.data(), model.tag_width, tokens.size(), Rectify::no);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        float* upos = scores.data() + i * tags.rows();
        const float* xpos = upos + model.upos.size();
        const float* feats = xpos + model.xpos.size();
        std::pair<std::size_t, std::size_t> best{0, 0};
        float best_score = -std::numeric_limits<float>::infinity();
        for (const auto& [u, x] : tag_pairs) {
            const float score = upos[u] + xpos[x];
            if (score <= best_score) continue;
            best_score = score;
            best = {u, x};
        }
        tokens[i].upos = model.upos[best.first];
        tokens[i].xpos = model.xpos[best.second];
        std::size_t best_feats = 0;
        best_score = -std::numeric_limits<float>::infinity();
        for (std::size_t f = 0; f < model.feats.size(); ++f) {
            if (model.feat_pairs[f * model.upos.size() + best.first] == 0 || feats[f] <= best_score) continue;
            best_score = feats[f];
            best_feats = f;
        }
        tokens[i].feats = model.feats[best_feats];
        lemmatize(tokens[i], upos + model.upos.size() + model.xpos.size() + model.feats.size());
        settle_participle_in_name(tokens[i]);
    }
}

// What was seen with this word and tag decides where anything was; else the best script that gives a known
// word, if it is not much worse than the best.
void SentenceReader::Impl::lemmatize(Token& token, float* scores) const {
    if (has_grouped_digits(token.form)) {
        token.lemma = token.form;
        std::erase(token.lemma, ',');
        return;
    }
    const std::string form = plain_marks(token.form);
    const std::uint64_t word = token_features(token.form, false).word;
    const std::uint64_t key = tagged_word_key(word, token.xpos);
    const auto [first, last] = std::equal_range(model.lemma_keys.begin(), model.lemma_keys.end(), key);
    for (auto at = first; at != last; ++at) {
        scores[model.lemma_scripts[static_cast<std::size_t>(at - model.lemma_keys.begin())]] +=
            seen_lemma_bonus;
    }
    const bool is_name = token.xpos.starts_with("NNP");
    std::optional<std::string> kept;
    float kept_score = 0;
    for (std::size_t i = 0; i < lemma_tries; ++i) {
        const std::size_t best = best_of(scores, model.scripts.size());
        const float score = scores[best];
        if (kept && score < kept_score - unknown_lemma_penalty) break;
        scores[best] = -std::numeric_limits<float>::infinity();
        std::optional<std::string> lemma = apply_edit_script(form, model.scripts[best]);
        if (!lemma || lemma->empty()) continue;
        if (first != last || is_name || is_known_word(*lemma)) {
            token.lemma = *std::move(lemma);
            return;
        }
        if (kept) continue;
        kept = std::move(lemma);
        kept_score = score;
    }
    token.lemma = kept ? *std::move(kept) : form;
}

bool SentenceReader::Impl::is_known_word(std::string_view form) const {
    return std::binary_search(model.word_keys.begin(), model.word_keys.end(),
                              token_features(form, false).word);
}

void SentenceReader::Impl::parse(const Piece& piece, const std::vector<float>& view) const {
    const std::size_t n = piece.size;
    const std::size_t width = model.arc_width;
    const std::vector<std::int16_t> dependents = rectified_part(view, 0, width);
    const std::vector<float> wanted = arcs.score(dependents.data(), width, n, Rectify::no);
    std::vector<float> heads(n * width);
    for (std::size_t h = 0; h < n; ++h) {
        for (std::size_t j = 0; j < width; ++j) {
            heads[h * width + j] = std::max(0.0F, view[h * top.rows() + arc_head_at() + j]);
        }
    }
    std::vector<float> scores(n * (n + 1));
    for (std::size_t d = 0; d < n; ++d) {
        const float* want = wanted.data() + d * width;
        for (std::size_t h = 0; h < n; ++h)
            scores[d * (n + 1) + h] = dot(want, heads.data() + h * width, width);
        scores[d * (n + 1) + n] = dot(want, model.arc_root.data(), width);
    }
    label(piece, view, best_tree(scores, n));
}

void SentenceReader::Impl::label(const Piece& piece, const std::vector<float>& view,
                                 std::span<const std::int32_t> heads) const {
    const std::size_t n = piece.size;
    const std::size_t width = model.label_width;
    std::vector<std::int16_t> ends(n * width);
    std::vector<float> sum(width);
    for (std::size_t d = 0; d < n; ++d) {
        const float* dependent = view.data() + d * top.rows() + label_at();
        const float* head =
            heads[d] < 0 ? model.label_root.data()
                         : view.data() + static_cast<std::size_t>(heads[d]) * top.rows() + label_head_at();
        for (std::size_t j = 0; j < width; ++j) sum[j] = std::max(0.0F, dependent[j] + head[j]);
        to_fixed(sum, ends.data() + d * width);
    }
    std::vector<float> scores = labels.score(ends.data(), width, n, Rectify::no);
    const std::span<Token> tokens = piece.tokens();
    for (std::size_t d = 0; d < n; ++d) {
        if (heads[d] >= 0) {
            rule_out(scores.data() + d * labels.rows(), tokens[d], heads[d] > static_cast<std::int32_t>(d));
        }
        float* mine = scores.data() + d * labels.rows();
        tokens[d].head = heads[d] < 0 ? -1 : heads[d] + static_cast<std::int32_t>(piece.begin);
        if (root_label < model.deprels.size()) {
            if (heads[d] < 0) {
                tokens[d].deprel = model.deprels[root_label];
                continue;
            }
            mine[root_label] = -std::numeric_limits<float>::infinity();
        }
        tokens[d].deprel = model.deprels[best_of(mine, labels.rows())];
    }
}

// Labels that Universal Dependencies do not allow here: conjuncts and the like stand after their head,
// punctuation marks and only they are `punct`.
void SentenceReader::Impl::rule_out(float* scores, const Token& token, bool head_comes_later) const {
    constexpr float never = -std::numeric_limits<float>::infinity();
    if (head_comes_later)
        for (const std::size_t label : rightward_labels) scores[label] = never;
    if (punct_label >= labels.rows() || token.upos.empty()) return;
    if (token.upos == "PUNCT") {
        std::fill(scores, scores + punct_label, never);
        std::fill(scores + punct_label + 1, scores + labels.rows(), never);
    } else {
        scores[punct_label] = never;
    }
}

void SentenceReader::Impl::find_names(std::span<Token> tokens, const std::vector<float>& view) const {
    const std::vector<std::int16_t> hidden = rectified_part(view, name_at(), model.name_width);
    const std::vector<float> scores =
        names.score(hidden.data(), model.name_width, tokens.size(), Rectify::no);
    set_names(best_name_tags(scores, tokens.size(), model.transitions), tokens);
}

SentenceReader::SentenceReader(ReadingModel model) : impl_(std::make_unique<Impl>(std::move(model))) {}
SentenceReader::~SentenceReader() = default;
SentenceReader::SentenceReader(SentenceReader&&) noexcept = default;
SentenceReader& SentenceReader::operator=(SentenceReader&&) noexcept = default;

void SentenceReader::read(std::span<Sentence> sentences, const ReadingParts& parts) const {
    const std::vector<Piece> pieces = pieces_of(sentences);
    for (std::size_t i = 0; i < pieces.size(); i += batch_sentences) {
        const std::size_t size = std::min(batch_sentences, pieces.size() - i);
        impl_->read_batch(std::span(pieces).subspan(i, size), parts);
    }
    for (Sentence& sentence : sentences) {
        if (parts.trees && sentence.tokens.size() > max_piece_tokens) join_pieces(sentence);
        if (parts.tags) agree_with_subjects(sentence.tokens);
    }
}

const std::string& SentenceReader::about() const {
    return impl_->model.about;
}

}  // namespace entente::extract
