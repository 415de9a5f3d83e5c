#include "extract/reading/model.hpp"

#include "extract/reading/features.hpp"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>
#include <type_traits>

#include <fmt/format.h>

static_assert(std::endian::native == std::endian::little,
              "the model file is little-endian and read as it lies");

namespace entente::extract {

namespace {

constexpr std::string_view magic = "ENTENTE-READING\n";
constexpr std::uint32_t format_version = 1;

struct Header {
    std::uint32_t version = format_version;
    std::uint32_t reserved = 0;
    std::uint64_t features = feature_version;
    std::uint64_t payload_bytes = 0;
    std::uint64_t checksum = 0;
};

// Eight bytes at a time, so that checking ten megabytes takes milliseconds.
std::uint64_t checksum(std::string_view bytes) {
    std::uint64_t state = 0x243f6a8885a308d3ULL ^ bytes.size();
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, sizeof word);
        state = std::rotl((state ^ word) * 0x9e3779b97f4a7c15ULL, 29);
    }
    return stable_hash(bytes.substr(i), state);
}

class Writer {
 public:
    template <typename T>
    void value(const T& value) {
        static_assert(std::is_trivially_copyable_v<T>);
        out_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    template <typename T>
    void run(const std::vector<T>& values) {
        value(static_cast<std::uint32_t>(values.size()));
        out_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
    }
    void text(const std::string& text) {
        value(static_cast<std::uint32_t>(text.size()));
        out_ += text;
    }
    void run(const std::vector<std::string>& values) {
        value(static_cast<std::uint32_t>(values.size()));
        for (const std::string& each : values) text(each);
    }
    void matrix(const QuantizedMatrix& matrix) {
        value(matrix.rows);
        value(matrix.cols);
        run(matrix.scales);
        run(matrix.values);
    }
    void dense(const DenseLayer& layer) {
        matrix(layer.weights);
        run(layer.bias);
    }
    std::string take() { return std::move(out_); }

 private:
    std::string out_;
};

// Mirrors Writer; every length is checked against what is left before anything is allocated.
class Reader {
 public:
    Reader(std::string_view bytes, const std::string& file) : rest_(bytes), file_(file) {}

    template <typename T>
    void value(T& value) {
        need(sizeof value);
        std::memcpy(&value, rest_.data(), sizeof value);
        rest_.remove_prefix(sizeof value);
    }
    template <typename T>
    void run(std::vector<T>& values) {
        const std::size_t bytes = std::size_t{count()} * sizeof(T);
        need(bytes);
        values.resize(bytes / sizeof(T));
        if (bytes > 0) std::memcpy(values.data(), rest_.data(), bytes);
        rest_.remove_prefix(bytes);
        if constexpr (std::is_floating_point_v<T>) {
            for (const T each : values) check(std::isfinite(each), "a weight is not a number");
        }
    }
    void text(std::string& text) {
        const std::uint32_t size = count();
        need(size);
        text = rest_.substr(0, size);
        rest_.remove_prefix(size);
    }
    void run(std::vector<std::string>& values) {
        const std::uint32_t size = count();
        need(std::size_t{size} * sizeof(std::uint32_t));
        values.resize(size);
        for (std::string& each : values) text(each);
    }
    void matrix(QuantizedMatrix& matrix) {
        value(matrix.rows);
        value(matrix.cols);
        run(matrix.scales);
        run(matrix.values);
        check(matrix.scales.size() == matrix.rows, "a matrix lacks scales");
        check(matrix.values.size() == std::size_t{matrix.rows} * matrix.cols, "a matrix lacks values");
    }
    void dense(DenseLayer& layer) {
        matrix(layer.weights);
        run(layer.bias);
        check(layer.bias.size() == layer.weights.rows, "a layer lacks biases");
    }
    void check(bool holds, const char* what) const {
        if (!holds) {
            throw ModelError(
                fmt::format("{}: damaged reading model ({}); fetch or train it again", file_, what));
        }
    }
    [[nodiscard]] bool done() const { return rest_.empty(); }

 private:
    std::uint32_t count() {
        std::uint32_t size = 0;
        value(size);
        return size;
    }
    void need(std::size_t bytes) const { check(bytes <= rest_.size(), "it ends too early"); }

    std::string_view rest_;
    const std::string& file_;
};

// One list of parts, so that reading and writing cannot drift apart.
template <typename Archive, typename Model>
void payload(Archive& archive, Model& model) {
    archive.text(model.about);
    archive.run(model.upos);
    archive.run(model.xpos);
    archive.run(model.feats);
    archive.run(model.scripts);
    archive.run(model.deprels);
    archive.run(model.tag_pairs);
    archive.run(model.feat_pairs);
    archive.run(model.lemma_keys);
    archive.run(model.lemma_scripts);
    archive.run(model.word_keys);
    archive.run(model.part_keys);
    archive.matrix(model.word_rows);
    archive.matrix(model.part_rows);
    for (auto& layer : model.cells)
        for (auto& direction : layer) archive.dense(direction);
    archive.value(model.arc_width);
    archive.value(model.label_width);
    archive.value(model.tag_width);
    archive.value(model.name_width);
    archive.dense(model.top);
    archive.dense(model.arcs);
    archive.run(model.arc_root);
    archive.run(model.label_root);
    archive.dense(model.labels);
    archive.dense(model.tags);
    archive.dense(model.names);
    archive.run(model.transitions);
}

bool ascending(const std::vector<std::uint64_t>& keys) {
    for (std::size_t i = 1; i < keys.size(); ++i)
        if (keys[i - 1] >= keys[i]) return false;
    return true;
}

void check_shape(const DenseLayer& layer, std::size_t rows, std::size_t cols, const Reader& reader) {
    reader.check(layer.weights.rows == rows && layer.weights.cols == cols, "a layer has another size");
    reader.check(cols <= 2 * max_columns, "a layer is too wide");
}

void check_model(const ReadingModel& m, const Reader& reader) {
    reader.check(!m.upos.empty() && !m.xpos.empty() && !m.feats.empty(), "it has no tags");
    reader.check(!m.scripts.empty() && !m.deprels.empty(), "it has no labels");
    reader.check(m.tag_pairs.size() == m.upos.size() * m.xpos.size(), "tag pairs");
    reader.check(m.feat_pairs.size() == m.upos.size() * m.feats.size(), "feature pairs");
    reader.check(std::is_sorted(m.lemma_keys.begin(), m.lemma_keys.end()), "lemma keys out of order");
    reader.check(m.lemma_keys.size() == m.lemma_scripts.size(), "lemma keys without scripts");
    for (const std::uint16_t script : m.lemma_scripts)
        reader.check(script < m.scripts.size(), "lemma scripts");
    reader.check(ascending(m.word_keys) && ascending(m.part_keys), "keys out of order");
    reader.check(m.word_rows.rows == m.word_keys.size() + 1, "words without rows");
    reader.check(m.part_rows.rows == m.part_keys.size(), "parts without rows");
    const std::size_t hidden = m.cells[0][0].weights.rows / 3;
    reader.check(hidden > 0 && hidden % 2 == 0 && 2 * hidden <= max_columns, "hidden size");
    std::size_t input = std::size_t{m.word_rows.cols} + m.part_rows.cols;
    reader.check(input > 0 && input % 2 == 0 && input <= max_columns, "input size");
    for (const auto& layer : m.cells) {
        for (const DenseLayer& cell : layer) check_shape(cell, 3 * hidden, input + hidden, reader);
        input = 2 * hidden;
    }
    const std::size_t widest = std::max({m.arc_width, m.label_width, m.tag_width, m.name_width});
    reader.check(widest <= max_columns && m.arc_width % 2 == 0 && m.label_width % 2 == 0, "widths");
    reader.check(m.tag_width % 2 == 0 && m.name_width % 2 == 0, "widths");
    const std::size_t top = 2 * (m.arc_width + m.label_width) + m.tag_width + m.name_width;
    check_shape(m.top, top, input, reader);
    check_shape(m.arcs, m.arc_width, m.arc_width, reader);
    check_shape(m.labels, m.deprels.size(), m.label_width, reader);
    check_shape(m.tags, m.upos.size() + m.xpos.size() + m.feats.size() + m.scripts.size(), m.tag_width,
                reader);
    check_shape(m.names, ReadingModel::name_tags, m.name_width, reader);
    reader.check(m.arc_root.size() == m.arc_width && m.label_root.size() == m.label_width, "root vectors");
    reader.check(m.transitions.size() == ReadingModel::name_tags * (ReadingModel::name_tags + 2),
                 "transitions");
}

Header read_header(std::string_view bytes, const std::string& file) {
    if (!bytes.starts_with(magic) || bytes.size() < magic.size() + sizeof(Header)) {
        throw ModelError(fmt::format("{}: not a reading model of entente; give one with --model", file));
    }
    Header header;
    std::memcpy(&header, bytes.data() + magic.size(), sizeof header);
    if (header.version != format_version) {
        throw ModelError(
            fmt::format("{}: reading model of version {}, this program reads version {}; use the "
                        "model that came with it",
                        file, header.version, format_version));
    }
    if (header.features != feature_version) {
        throw ModelError(
            fmt::format("{}: reading model made with features {}, this program has features {}; "
                        "use the model that came with it or train again",
                        file, header.features, feature_version));
    }
    return header;
}

}  // namespace

ReadingModel read_model(std::string_view bytes, const std::string& file_name) {
    const Header header = read_header(bytes, file_name);
    bytes.remove_prefix(magic.size() + sizeof(Header));
    Reader reader(bytes, file_name);
    reader.check(header.payload_bytes == bytes.size(), "it has another length than it says");
    reader.check(header.checksum == checksum(bytes), "checksum");
    ReadingModel model;
    payload(reader, model);
    reader.check(reader.done(), "bytes left over");
    check_model(model, reader);
    return model;
}

ReadingModel load_model(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    if (!in) {
        throw ModelError(
            fmt::format("{}: cannot open the reading model ({}); give another with --model or "
                        "ENTENTE_MODEL",
                        file.string(), std::strerror(errno)));
    }
    const std::streamoff size = in.tellg();
    std::string bytes(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
    in.seekg(0);
    if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
        throw ModelError(fmt::format("{}: cannot read the reading model; is it a file?", file.string()));
    }
    return read_model(bytes, file.string());
}

std::string write_model(const ReadingModel& model) {
    Writer writer;
    payload(writer, model);
    const std::string body = writer.take();
    Header header;
    header.payload_bytes = body.size();
    header.checksum = checksum(body);
    Writer out;
    out.value(header);
    std::string bytes(magic);
    bytes += out.take();
    bytes += body;
    return bytes;
}

}  // namespace entente::extract
