// A reading model of a few units with random weights: what it says is nonsense, but always the same nonsense.
#pragma once

#include "extract/reading/features.hpp"
#include "extract/reading/model.hpp"

#include <algorithm>
#include <random>

namespace entente::extract {

inline QuantizedMatrix small_matrix(std::uint32_t rows, std::uint32_t cols, std::mt19937& random) {
    QuantizedMatrix out{rows, cols, {}, std::vector<float>(rows, 0.02F)};
    for (std::uint32_t i = 0; i < rows * cols; ++i)
        out.values.push_back(static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127));
    return out;
}

inline DenseLayer small_layer(std::uint32_t rows, std::uint32_t cols, std::mt19937& random) {
    return {small_matrix(rows, cols, random), std::vector<float>(rows, 0.1F)};
}

inline ReadingModel small_model() {
    std::mt19937 random(17);
    ReadingModel m;
    m.about = "small model of the tests";
    m.upos = {"ADV", "NOUN", "VERB"};
    m.xpos = {"NN", "NNP", "VBD"};
    m.feats = {"", "Number=Sing"};
    m.scripts = {"l*+be", "l0+", "l3+", "s0+"};
    m.deprels = {"nsubj", "obj", "root"};
    m.tag_pairs = {0, 1, 0, 0, 1, 0, 0, 0, 1};  // NN and NNP are nouns, VBD is a verb
    m.feat_pairs = {1, 0, 1, 0, 1, 0};
    for (const char* word : {"oil", "rose", "minister"})
        m.word_keys.push_back(token_features(word, false).word);
    std::sort(m.word_keys.begin(), m.word_keys.end());
    const TokenFeatures oil = token_features("Oil", false);
    m.part_keys.assign(oil.part.begin(), oil.part.begin() + static_cast<std::ptrdiff_t>(oil.parts));
    std::sort(m.part_keys.begin(), m.part_keys.end());
    m.lemma_keys = {tagged_word_key(token_features("rose", false).word, "VBD")};
    m.lemma_scripts = {0};
    m.word_rows = small_matrix(4, 6, random);
    m.part_rows = small_matrix(static_cast<std::uint32_t>(m.part_keys.size()), 4, random);
    for (std::size_t d = 0; d < 2; ++d) {
        m.cells[0][d] = small_layer(3 * 4, 10 + 4, random);
        m.cells[1][d] = small_layer(3 * 4, 8 + 4, random);
    }
    m.arc_width = m.label_width = m.tag_width = m.name_width = 6;
    m.top = small_layer(6 * 6, 8, random);
    m.arcs = small_layer(6, 6, random);
    m.arc_root.assign(6, 0.2F);
    m.label_root.assign(6, 0.3F);
    m.labels = small_layer(3, 6, random);
    m.tags = small_layer(3 + 3 + 2 + 4, 6, random);
    m.names = small_layer(ReadingModel::name_tags, 6, random);
    m.transitions.assign(ReadingModel::name_tags * (ReadingModel::name_tags + 2), 0.0F);
    return m;
}

}  // namespace entente::extract
