#include "extract/lexicons/actor_list.hpp"

#include "extract/lexicons/actor_list_json.hpp"
#include "extract/lexicons/actor_list_petrarch.hpp"
#include "extract/lexicons/lexicon_file.hpp"

#include <algorithm>
#include <array>
#include <system_error>

#include <fmt/format.h>

namespace entente::extract {

namespace {

constexpr std::uintmax_t max_list_bytes = std::uintmax_t{256} << 20U;

// JSON begins with an object, or with an array of them; a line of the other format that begins with a bracket
// goes on with a code.
bool looks_like_json(std::string_view content) {
    const auto next = [&content](std::size_t from) { return content.find_first_not_of(" \t\r\n", from); };
    const auto first = next(0);
    if (first == std::string_view::npos || content[first] == '{') {
        return first != std::string_view::npos;
    }
    const auto second = content[first] == '[' ? next(first + 1) : std::string_view::npos;
    return second != std::string_view::npos && (content[second] == '{' || content[second] == ']');
}

}  // namespace

const DatedCoding* coding_on(const std::vector<DatedCoding>& codings, const Date& day) {
    const std::int32_t at = day.known() ? first_day(day) : 0;
    const auto dated = std::find_if(codings.begin(), codings.end(), [&](const DatedCoding& coding) {
        return day.known() && !coding.always() && coding.first_day <= at && at <= coding.last_day;
    });
    if (dated != codings.end()) {
        return &*dated;
    }
    const auto always = std::find_if(codings.begin(), codings.end(),
                                     [](const DatedCoding& coding) { return coding.always(); });
    return always == codings.end() ? nullptr : &*always;
}

void ListWarnings::add(std::size_t line, std::string_view what) {
    if (++count_ <= told_of_a_file) {
        kept_.push_back(fmt::format("{}:{}: {}", file_, line, what));
    }
}

void ListWarnings::tell(const Warn& warn) const {
    if (!warn) {
        return;
    }
    std::for_each(kept_.begin(), kept_.end(), warn);
    if (count_ > told_of_a_file) {
        warn(fmt::format("{}: {} more such warnings; the rest of the list is used", file_,
                         count_ - told_of_a_file));
    }
}

bool is_sector(std::string_view code) {
    static constexpr std::array<std::string_view, 24> sectors = {
        "GOV", "MIL", "REB", "OPP", "PTY", "LEG", "JUD", "COP", "SPY", "PRM", "UAF", "JRN",
        "BUS", "CVL", "REF", "REL", "EDU", "MED", "SOC", "LAB", "AGR", "CRM", "ELI", "PRE"};
    return code == "UNK" || std::find(sectors.begin(), sectors.end(), code) != sectors.end();
}

bool is_beyond_countries(std::string_view code) {
    static constexpr std::array<std::string_view, 7> codes = {"IGO", "UNO", "EUR", "NGO",
                                                              "IMG", "MNC", "ISM"};
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

ActorList parse_actor_list(const std::string& file, std::string_view content, const IsCountry& is_country,
                           const Warn& warn) {
    if (content.starts_with("\xEF\xBB\xBF")) {
        content.remove_prefix(3);
    }
    ListWarnings warnings(file);
    const bool json = looks_like_json(content);
    ActorList list = json ? parse_json_actors(content, is_country, warnings)
                          : parse_petrarch_actors(content, is_country, warnings);
    list.file = file;
    const bool nothing = list.actors.empty() && list.nouns.empty();
    if (json || !nothing) {
        warnings.tell(warn);  // of a text in no format at all, every line would be one
    }
    if (nothing && !(json && warnings.count() == 0)) {
        throw LexiconError(file, 0,
                           "no actors here; a list of actors is JSON, [{\"name\": \"…\", \"country\": "
                           "\"KEN\", \"sectors\": [\"GOV\"]}], or TABARI's and PETRARCH's format, "
                           "SOME_NAME_ [KENGOV]");
    }
    return list;
}

ActorList read_actor_list(const std::filesystem::path& path, const IsCountry& is_country, const Warn& warn) {
    std::error_code unreadable;
    if (std::filesystem::is_directory(path, unreadable) || !std::filesystem::exists(path, unreadable)) {
        throw LexiconError(path.string(), 0, "no such file; --actors wants a list of actors");
    }
    if (std::filesystem::is_regular_file(path, unreadable) &&
        std::filesystem::file_size(path, unreadable) > max_list_bytes) {
        throw LexiconError(path.string(), 0, "longer than 256 MB; split it and name the parts in order");
    }
    return parse_actor_list(path.string(), read_lexicon_file(path), is_country, warn);
}

}  // namespace entente::extract
