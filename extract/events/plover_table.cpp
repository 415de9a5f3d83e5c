#include "extract/events/plover_table.hpp"

#include "extract/events/english.hpp"
#include "extract/lexicons/lexicon_file.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>

namespace entente::extract {

namespace {

// "-3.5" -> -35. Anything else than a number with at most one decimal is refused.
std::int16_t tenths(const LexiconEntry& entry, const std::string& text) {
    std::string digits;
    std::size_t decimals = 0;
    bool after_point = false;
    for (const char c : text) {
        if (c == '.') {
            after_point = true;
        } else {
            digits += c;
            decimals += after_point ? 1 : 0;
        }
    }
    if (decimals == 0) digits += '0';
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || decimals > 1 || value < -100 ||
        value > 100) {
        entry.refuse(fmt::format("\"{}\" is no score between -10 and 10 with one decimal", text));
    }
    return static_cast<std::int16_t>(value);
}

}  // namespace

PloverTable::PloverTable(const std::string& file, std::string_view content) {
    read_lexicon(file, content, [this](const LexiconEntry& entry) {
        entry.allow_only({"type", "mode", "score", "cameo", "context", "words"});
        if (const auto context = entry.optional_text("context"); !context.empty()) {
            for (const auto& word : entry.texts("words")) contexts_by_phrase_[word].push_back(context);
            return;
        }
        const auto type = event_type(entry.text("type"));
        if (!type) entry.refuse(fmt::format("\"{}\" is no PLOVER event type", entry.text("type")));
        const Row row{tenths(entry, entry.text("score")), entry.optional_text("cameo")};
        if (!rows_.emplace(std::pair{*type, entry.optional_text("mode")}, row).second) {
            entry.refuse("this type and mode stand here twice");
        }
    });
    for (const auto type : all_event_types()) {
        if (!rows_.contains(std::pair{type, std::string{}})) {
            throw LexiconError(file, 1, fmt::format("there is no row for {} without mode", name(type)));
        }
    }
}

bool PloverTable::has_mode(EventType type, std::string_view mode) const {
    return rows_.contains(std::pair{type, std::string(mode)});
}

const PloverTable::Row& PloverTable::row(EventType type, std::string_view mode) const {
    const auto found = rows_.find(std::pair{type, std::string(mode)});
    return found != rows_.end() ? found->second : rows_.at({type, std::string{}});
}

std::int16_t PloverTable::score_tenths(EventType type, std::string_view mode) const {
    return row(type, mode).score_tenths;
}

std::string PloverTable::cameo(EventType type, std::string_view mode) const {
    return row(type, mode).cameo;
}

std::vector<std::string> PloverTable::contexts(const std::vector<std::string>& words) const {
    std::set<std::string> out;
    for (std::size_t at = 0; at < words.size(); ++at) {
        std::string phrase = words[at];
        for (std::size_t length = 1; length <= 3 && at + length <= words.size(); ++length) {
            if (length > 1) phrase += " " + words[at + length - 1];
            for (const auto& form : {phrase, singular(phrase)}) {
                if (const auto found = contexts_by_phrase_.find(form); found != contexts_by_phrase_.end()) {
                    out.insert(found->second.begin(), found->second.end());
                }
            }
        }
    }
    return {out.begin(), out.end()};
}

}  // namespace entente::extract
