// The weights of the reading network while it learns, as float matrices, and the optimizer's state beside
// them.
//
// Dense weights are listed by Slot so that gradients, averages and moments are the same list again; the two
// embedding tables are apart because a step touches few of their columns (one column per row of the model).
#pragma once

#include "extract/reading/model.hpp"
#include "extract/train/vocabulary.hpp"

#include <Eigen/Dense>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::extract::train {

struct NetworkSize {
    int word = 96;
    int part = 64;
    int hidden = 160;
    int arc = 96;
    int label = 96;
    int tag = 96;
    int name = 96;
};

enum Slot : std::size_t {
    cell_first,  // layer 0 forward, its bias, layer 0 backward, its bias, layer 1 …
    cell_last = cell_first + 7,
    top,
    top_bias,
    arcs,
    arcs_bias,
    arc_root,
    label_root,
    labels,
    labels_bias,
    tags,
    tags_bias,
    penn,
    penn_bias,
    names,
    names_bias,
    name_corpus,  // a column per corpus, added to the name part of the top layer
    transitions,  // one column: as in ReadingModel
    slot_count
};

inline std::size_t cell_slot(std::size_t layer, std::size_t direction) {
    return cell_first + (layer * 2 + direction) * 2;
}

using Matrix = Eigen::MatrixXf;

struct Weights {
    std::vector<Matrix> dense;  // by Slot
    Matrix words;               // a column per row of word_rows
    Matrix parts;
};

// Seeded start: uniform within Glorot's bounds, forget gates open, embeddings small.
Weights start_weights(const NetworkSize& size, const Vocabulary& vocabulary, std::uint64_t seed);

// The weights of a model that is to learn on, as far as it has them; the rest starts as above.
NetworkSize size_of(const ReadingModel& model);
Weights resume_weights(const Vocabulary& vocabulary, std::uint64_t seed);

// The same shapes, all zero.
Weights zero_like(const Weights& weights);

// What one step adds up: dense gradients whole, embedding gradients in the touched columns only.
struct Gradients {
    Weights sum;
    std::vector<std::uint32_t> touched_words;
    std::vector<std::uint32_t> touched_parts;
    std::vector<char> word_touched;
    std::vector<char> part_touched;

    explicit Gradients(const Weights& like);
    void clear();
    void touch_word(std::uint32_t column);
    void touch_part(std::uint32_t column);
};

// Adam (Kingma and Ba 2015); embedding columns are updated when touched. Keeps a running average of the
// weights (Polyak), which is what is judged and shipped.
class Optimizer {
 public:
    explicit Optimizer(const Weights& weights);

    // One step with the summed `gradients` of the workers (the first receives the sum).
    void step(Weights& weights, std::vector<Gradients>& workers, float rate);

    [[nodiscard]] const Weights& average() const { return average_; }

 private:
    void update(Eigen::Ref<Matrix> weight, Eigen::Ref<Matrix> gradient, Eigen::Ref<Matrix> first,
                Eigen::Ref<Matrix> second, float rate) const;
    void follow(const Weights& weights);

    Weights first_;
    Weights second_;
    Weights average_;
    std::uint64_t steps_ = 0;
};

// The model file's form of the weights: 8-bit values with a scale per row. Names are read in the manner of
// `corpus`.
ReadingModel quantize(const Weights& weights, const NetworkSize& size, const Vocabulary& vocabulary,
                      std::size_t corpus);

}  // namespace entente::extract::train
