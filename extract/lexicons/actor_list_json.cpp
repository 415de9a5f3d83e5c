#include "extract/lexicons/actor_list_json.hpp"

#include "extract/lexicons/lexicon_file.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace entente::extract {

namespace {

constexpr std::size_t max_object_bytes = std::size_t{64} << 10U;
constexpr int max_broken = 1000;

// Cuts a text into its outermost objects, line by line counted.
class Objects {
 public:
    explicit Objects(std::string_view content) : content_(content) {}

    struct Object {
        std::size_t line = 0;
        std::string_view text;
        bool whole = false;
    };

    // False at the end.
    bool next(Object& object) {
        while (at_ < content_.size() && content_[at_] != '{') {
            line_ += content_[at_] == '\n' ? 1U : 0U;
            ++at_;
        }
        if (at_ == content_.size()) {
            return false;
        }
        object.line = line_;
        const std::size_t end = end_of_object();
        object.whole = end != std::string_view::npos;
        const std::size_t next = object.whole ? end : next_line_of_an_object();
        object.text = content_.substr(at_, next - at_);
        line_ += static_cast<std::size_t>(std::count(object.text.begin(), object.text.end(), '\n'));
        at_ = next;
        return true;
    }

 private:
    // Just behind the bracket that closes the object at at_; npos where none does, or a string runs over the
    // end of its line, which JSON does not have.
    [[nodiscard]] std::size_t end_of_object() const {
        int depth = 0;
        bool in_string = false;
        const std::size_t last = std::min(content_.size(), at_ + max_object_bytes);
        for (std::size_t i = at_; i < last; ++i) {
            const char c = content_[i];
            if (in_string) {
                if (c == '\n') {
                    return std::string_view::npos;
                }
                i += c == '\\' ? 1U : 0U;
                in_string = c != '"';
            } else if (c == '"') {
                in_string = true;
            } else if (c == '{') {
                ++depth;
            } else if (c == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return std::string_view::npos;
    }

    [[nodiscard]] std::size_t next_line_of_an_object() const {
        for (std::size_t end = content_.find('\n', at_); end != std::string_view::npos;
             end = content_.find('\n', end + 1)) {
            const auto first = content_.find_first_not_of(" \t\r[,", end + 1);
            if (first != std::string_view::npos && content_[first] == '{') {
                return end;
            }
        }
        return content_.size();
    }

    std::string_view content_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

class Reading {
 public:
    Reading(const IsCountry& is_country, ListWarnings& warnings, ActorList& list)
        : is_country_(is_country), warnings_(warnings), list_(list) {}

    void take(const Objects::Object& object) {
        auto parsed = object.whole ? nlohmann::json::parse(object.text, nullptr, false)
                                   : nlohmann::json(nlohmann::json::value_t::discarded);
        if (!parsed.is_object()) {
            warnings_.add(object.line, object.whole
                                           ? "the object that begins here is no JSON; passed over"
                                           : "the object that begins here is not closed; passed over");
            return;
        }
        const bool noun = parsed.contains("noun");
        const auto dated = parsed.find("dated");
        const nlohmann::json spans = dated == parsed.end() ? nlohmann::json::array() : *dated;
        parsed.erase("dated");
        const LexiconEntry entry(std::string{}, object.line, std::move(parsed));
        noun ? take_noun(entry, object.line) : take_actor(entry, spans, object.line);
    }

 private:
    void take_actor(const LexiconEntry& entry, const nlohmann::json& spans, std::size_t line) {
        entry.allow_only({"name", "type", "country", "sectors", "aliases", "adjectives", "part_of"});
        ListedActor actor;
        actor.line = line;
        actor.name = entry.text("name");
        actor.aliases = entry.texts("aliases");
        actor.adjectives = entry.texts("adjectives");
        actor.part_of = entry.optional_text("part_of");
        if (const std::string type = entry.optional_text("type"); !type.empty()) {
            actor.type = actor_type(type);
            if (!actor.type) {
                entry.refuse(
                    fmt::format("\"{}\" is no type; expected person, country, organization, group "
                                "or place",
                                type));
            }
        }
        DatedCoding usual = coding(entry, DatedCoding{});
        if (!spans.is_array()) {
            entry.refuse("\"dated\" must be a list of objects");
        }
        for (const auto& span : spans) {
            actor.codings.push_back(dated(LexiconEntry(std::string{}, line, span), usual));
        }
        if (!usual.country.empty() || !usual.sectors.empty() || actor.codings.empty()) {
            actor.codings.push_back(std::move(usual));
        }
        list_.actors.push_back(std::move(actor));
    }

    DatedCoding dated(const LexiconEntry& entry, const DatedCoding& usual) const {
        if (!entry.is_object()) {
            entry.refuse("\"dated\" must be a list of objects");
        }
        entry.allow_only({"from", "to", "country", "sectors"});
        DatedCoding coded = coding(entry, usual);
        if (const auto from = day(entry, "from")) {
            coded.first_day = first_day(*from);
        }
        if (const auto to = day(entry, "to")) {
            coded.last_day = last_day(*to);
        }
        if (coded.always() || coded.first_day > coded.last_day) {
            entry.refuse("a \"dated\" coding needs \"from\" or \"to\", in this order of time");
        }
        return coded;
    }

    static std::optional<Date> day(const LexiconEntry& entry, const char* field) {
        const std::string told = entry.optional_text(field);
        const auto date = parse_iso_date(told);
        if (!told.empty() && !date) {
            entry.refuse(fmt::format("\"{}\" is no date; expected 2016-07-15, 2016-07 or 2016", told));
        }
        return date;
    }

    // What the entry does not tell is as `usual`.
    [[nodiscard]] DatedCoding coding(const LexiconEntry& entry, const DatedCoding& usual) const {
        DatedCoding coded;
        coded.country = entry.optional_text("country");
        coded.sectors = entry.texts("sectors");
        if (!coded.country.empty() && !is_country_(coded.country) && !is_beyond_countries(coded.country)) {
            entry.refuse(
                fmt::format("\"{}\" is no country; expected a code of ISO 3166-1 (KEN), or IGO UNO "
                            "EUR NGO IMG MNC ISM",
                            coded.country));
        }
        for (const std::string& sector : coded.sectors) {
            if (!is_sector(sector)) {
                entry.refuse(
                    fmt::format("\"{}\" is no sector; expected codes of PLOVER: GOV MIL REB OPP PTY "
                                "LEG JUD COP SPY PRM UAF JRN BUS CVL REF REL EDU MED SOC LAB AGR "
                                "CRM ELI PRE UNK",
                                sector));
            }
        }
        coded.country = coded.country.empty() ? usual.country : coded.country;
        coded.sectors = coded.sectors.empty() ? usual.sectors : coded.sectors;
        return coded;
    }

    void take_noun(const LexiconEntry& entry, std::size_t line) {
        entry.allow_only({"noun", "plurals", "sectors"});
        ListedNoun noun{line, in_small(entry.text("noun")), entry.texts("plurals"),
                        coding(entry, DatedCoding{}).sectors};
        std::transform(noun.plurals.begin(), noun.plurals.end(), noun.plurals.begin(), in_small);
        if (noun.sectors.empty()) {
            entry.refuse("a \"noun\" needs \"sectors\"");
        }
        list_.nouns.push_back(std::move(noun));
    }

    static std::string in_small(std::string text) {
        std::transform(text.begin(), text.end(), text.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return text;
    }

    const IsCountry& is_country_;
    ListWarnings& warnings_;
    ActorList& list_;
};

}  // namespace

ActorList parse_json_actors(std::string_view content, const IsCountry& is_country, ListWarnings& warnings) {
    ActorList list;
    Reading reading(is_country, warnings, list);
    Objects objects(content);
    int broken = 0;
    for (Objects::Object object; objects.next(object);) {
        broken += object.whole ? 0 : 1;
        if (broken > max_broken) {
            warnings.add(object.line,
                         "too many objects before this one are not closed; the rest is passed over");
            break;
        }
        try {
            reading.take(object);
        } catch (const LexiconError& error) {
            warnings.add(object.line, fmt::format("{}; passed over", error.reason()));
        }
    }
    return list;
}

}  // namespace entente::extract
