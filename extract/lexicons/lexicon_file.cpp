#include "extract/lexicons/lexicon_file.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::extract {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

}  // namespace

LexiconError::LexiconError(const std::string& file, std::size_t line, const std::string& what)
    : std::runtime_error(line == 0 ? fmt::format("{}: {}", file, what)
                                   : fmt::format("{}:{}: {}", file, line, what)),
      reason_(what) {}

LexiconEntry::LexiconEntry(std::string file, std::size_t line, nlohmann::json object)
    : file_(std::move(file)), line_(line), object_(std::move(object)) {}

std::string LexiconEntry::text(const char* field) const {
    std::string value = optional_text(field);
    if (value.empty()) {
        refuse(fmt::format("the entry needs a \"{}\"", field));
    }
    return value;
}

std::string LexiconEntry::optional_text(const char* field) const {
    const auto found = object_.find(field);
    if (found == object_.end()) {
        return {};
    }
    if (!found->is_string()) {
        refuse(fmt::format("\"{}\" must be a string", field));
    }
    return found->get<std::string>();
}

std::vector<std::string> LexiconEntry::texts(const char* field) const {
    const auto found = object_.find(field);
    if (found == object_.end()) {
        return {};
    }
    const bool all_text =
        found->is_array() && std::all_of(found->begin(), found->end(), [](const auto& item) {
            return item.is_string() && !item.template get_ref<const std::string&>().empty();
        });
    if (!all_text) {
        refuse(fmt::format("\"{}\" must be a list of strings", field));
    }
    return found->get<std::vector<std::string>>();
}

bool LexiconEntry::flag(const char* field) const {
    const auto found = object_.find(field);
    if (found == object_.end()) {
        return false;
    }
    if (!found->is_boolean()) {
        refuse(fmt::format("\"{}\" must be true or false", field));
    }
    return found->get<bool>();
}

void LexiconEntry::allow_only(const std::vector<std::string_view>& known) const {
    for (const auto& [field, value] : object_.items()) {
        if (std::find(known.begin(), known.end(), field) == known.end()) {
            refuse(fmt::format("unknown field \"{}\"; known are: {}", field, fmt::join(known, ", ")));
        }
    }
}

void LexiconEntry::refuse(const std::string& what) const {
    throw LexiconError(file_, line_, what);
}

std::string read_lexicon_file(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    if (!stream) {
        throw LexiconError(path.string(), 0,
                           "cannot read this lexicon; check that it is a file you may read");
    }
    return content.str();
}

void read_lexicon(const std::string& file, std::string_view content,
                  const std::function<void(const LexiconEntry&)>& take) {
    std::size_t line = 0;
    while (!content.empty()) {
        const auto end = content.find('\n');
        std::string_view entry = trimmed(content.substr(0, end));
        content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
        ++line;
        if (entry.empty() || entry == "[" || entry == "]") {
            continue;
        }
        if (entry.back() == ',') {
            entry.remove_suffix(1);
        }
        auto object = nlohmann::json::parse(entry, nullptr, false);
        if (!object.is_object()) {
            throw LexiconError(file, line, "this is not one JSON object on one line");
        }
        take(LexiconEntry(file, line, std::move(object)));
    }
}

}  // namespace entente::extract
