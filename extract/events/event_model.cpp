#include "extract/events/event_model.hpp"

#include "extract/events/event_features.hpp"
#include "extract/reading/features.hpp"

#include <bit>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace entente::extract {

namespace {

using nlohmann::json;

constexpr std::string_view magic = "entente events\n";
constexpr std::uint32_t format_version = 1;

struct Header {
    std::uint32_t version = format_version;
    std::uint32_t features = event_feature_version;
    std::uint64_t checksum = 0;
};

static_assert(std::endian::native == std::endian::little, "the model's numbers are little endian");

template <class Value>
json packed(const std::vector<Value>& values) {
    std::vector<std::uint8_t> bytes(values.size() * sizeof(Value));
    if (!bytes.empty()) std::memcpy(bytes.data(), values.data(), bytes.size());
    return json::binary(std::move(bytes));
}

template <class Value>
std::vector<Value> unpacked(const json& from) {
    const auto& bytes = from.get_binary();
    if (bytes.size() % sizeof(Value) != 0) throw std::invalid_argument("a list is cut off");
    std::vector<Value> out(bytes.size() / sizeof(Value));
    if (!out.empty()) std::memcpy(out.data(), bytes.data(), bytes.size());
    return out;
}

json to_json(const LinearClassifier& classifier) {
    return {{"labels", classifier.labels()},
            {"biases", packed(classifier.biases())},
            {"scale", packed(std::vector<float>{classifier.scale()})},
            {"keys", packed(classifier.keys())},
            {"weights", packed(classifier.weights())}};
}

LinearClassifier classifier(const json& from) {
    auto labels = from.at("labels").get<std::vector<std::string>>();
    auto biases = unpacked<float>(from.at("biases"));
    const auto scale = unpacked<float>(from.at("scale"));
    auto keys = unpacked<std::uint64_t>(from.at("keys"));
    auto weights = unpacked<std::int8_t>(from.at("weights"));
    if (scale.size() != 1 || biases.size() != labels.size() || weights.size() != keys.size() * labels.size())
        throw std::invalid_argument("sizes do not fit");
    for (std::size_t i = 1; i < keys.size(); ++i)
        if (keys[i - 1] >= keys[i]) throw std::invalid_argument("keys out of order");
    return {std::move(labels), std::move(biases), scale.front(), std::move(keys), std::move(weights)};
}

[[noreturn]] void refuse(const std::string& file, std::string_view what) {
    throw ModelError(
        fmt::format("{}: no event model that this program reads ({}); train one with "
                    "entente-train-events",
                    file, what));
}

}  // namespace

EventModel read_event_model(std::string_view bytes, const std::string& file) {
    if (!bytes.starts_with(magic) || bytes.size() < magic.size() + sizeof(Header)) refuse(file, "foreign");
    Header header;
    std::memcpy(&header, bytes.data() + magic.size(), sizeof header);
    if (header.version != format_version || header.features != event_feature_version)
        refuse(file, "another version");
    bytes.remove_prefix(magic.size() + sizeof header);
    if (header.checksum != stable_hash(bytes)) refuse(file, "damaged: checksum");
    try {
        const auto from = json::from_cbor(bytes.begin(), bytes.end());
        return {from.at("about").get<std::string>(), classifier(from.at("triggers")),
                classifier(from.at("roles")), classifier(from.at("statuses")), classifier(from.at("modes"))};
    } catch (const std::exception& wrong) {
        refuse(file, wrong.what());
    }
}

EventModel load_event_model(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        throw ModelError(
            fmt::format("{}: cannot open the event model ({})", file.string(), std::strerror(errno)));
    }
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    return read_event_model(bytes, file.string());
}

std::string write_event_model(const EventModel& model) {
    const json all = {{"about", model.about},
                      {"triggers", to_json(model.triggers)},
                      {"roles", to_json(model.roles)},
                      {"statuses", to_json(model.statuses)},
                      {"modes", to_json(model.modes)}};
    const auto body = json::to_cbor(all);
    const std::string_view content(reinterpret_cast<const char*>(body.data()), body.size());
    Header header;
    header.checksum = stable_hash(content);
    std::string out(magic);
    out.append(reinterpret_cast<const char*>(&header), sizeof header);
    out.append(content);
    return out;
}

}  // namespace entente::extract
