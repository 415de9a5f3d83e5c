// The reading model as it lies in its file: label names, feature keys and quantized weights, nothing
// computed.
//
// `read_model` and `write_model` are inverse byte for byte; the layout is described in
// extract/models/FORMAT.md. Reading refuses, with a ModelError that says which file, what is wrong with it
// and what to try: a file that is no reading model, one of another version, one whose features are not the
// ones compiled in, one whose checksum or inner sizes do not fit. It never reads outside the bytes given and
// never allocates more than they account for.
#pragma once

#include "extract/reading/kernels.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

class ModelError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

// A layer of weights with what is added to its result.
struct DenseLayer {
    QuantizedMatrix weights;
    std::vector<float> bias;  // one per row
};

struct ReadingModel {
    static constexpr std::size_t layers = 2;
    static constexpr std::size_t name_tags = 17;  // outside, then begin, inside, end, single of four types

    std::string about;  // one line: what trained it, on what
    std::vector<std::string> upos;
    std::vector<std::string> xpos;
    std::vector<std::string> feats;    // whole bundles: "Number=Plur", "" for none
    std::vector<std::string> scripts;  // lemma edit scripts
    std::vector<std::string> deprels;
    // tag_pairs[x * upos.size() + u]: 1 when XPOS x was seen with UPOS u; feat_pairs likewise for FEATS.
    std::vector<std::int8_t> tag_pairs;
    std::vector<std::int8_t> feat_pairs;

    // Lemma scripts seen in training: key of word and XPOS (tagged_word_key), ascending, and the script
    // beside it; a key stands once for each of its scripts.
    std::vector<std::uint64_t> lemma_keys;
    std::vector<std::uint16_t> lemma_scripts;

    std::vector<std::uint64_t> word_keys;  // ascending; key i has row i + 1 of word_rows, row 0 is "unknown"
    std::vector<std::uint64_t> part_keys;  // ascending; key i has row i of part_rows
    QuantizedMatrix word_rows;
    QuantizedMatrix part_rows;

    // [layer][0 forward, 1 backward]; rows are the three gates, columns the input and then the hidden values.
    std::array<std::array<DenseLayer, 2>, layers> cells;

    // What every later scorer reads, all from the last layer and rectified, in this order of rows.
    std::uint32_t arc_width = 0;    // twice: as dependent, as head
    std::uint32_t label_width = 0;  // twice: as dependent, as head (these two not rectified: they are added)
    std::uint32_t tag_width = 0;
    std::uint32_t name_width = 0;
    DenseLayer top;

    DenseLayer arcs;                 // dependent to the vector a head is multiplied with
    std::vector<float> arc_root;     // the root as head
    std::vector<float> label_root;   // the root as head
    DenseLayer labels;               // to deprels
    DenseLayer tags;                 // to upos, xpos, feats, scripts, one after another
    DenseLayer names;                // to name tags
    std::vector<float> transitions;  // [from][to] of name tags, then from the start, then to the end
};

ReadingModel read_model(std::string_view bytes, const std::string& file_name);
ReadingModel load_model(const std::filesystem::path& file);

std::string write_model(const ReadingModel& model);

}  // namespace entente::extract
