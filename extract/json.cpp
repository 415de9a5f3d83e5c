#include "extract/json.hpp"

#include "extract/input/read_date.hpp"
#include "extract/reading/clean_text.hpp"

#include <cmath>
#include <set>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace entente::extract {

namespace {

using json = nlohmann::ordered_json;

// --- writing

json or_null(std::string_view text) {
    return text.empty() ? json(nullptr) : json(text);
}

json span_of(ByteSpan span) {
    return json::array({span.begin, span.end});
}

json write(const Actor& actor) {
    json spans = json::array();
    for (const ByteSpan span : actor.spans) spans.push_back(span_of(span));
    return {{"id", actor.id},
            {"name", actor.name},
            {"type", name(actor.type)},
            {"country", or_null(actor.country)},
            {"sectors", actor.sectors},
            {"mentions", actor.mentions},
            {"spans", std::move(spans)},
            {"resolved", or_null(actor.resolved)}};
}

json write(const Relation& relation) {
    json out = {{"type", name(relation.type)},
                {"from", relation.from},
                {"to", relation.to},
                {"label", relation.label},
                {"evidence", relation.evidence},
                {"evidence_span", span_of(relation.evidence_span)}};
    if (relation.derived) out["derived"] = true;
    if (relation.ended) out["ended"] = true;
    return out;
}

json write(const Event& event) {
    return {{"type", name(event.type)},
            {"mode", or_null(event.mode)},
            {"actors", event.actors},
            {"recipients", event.recipients},
            {"status", or_null(name(event.status))},
            {"date", or_null(to_string(event.date))},
            {"place", or_null(event.place)},
            {"evidence", event.evidence},
            {"evidence_span", span_of(event.evidence_span)},
            {"trigger", event.trigger},
            {"trigger_span", span_of(event.trigger_span)},
            {"quad", quad_class(event.type)},
            {"score", event.score_tenths / 10.0},
            {"cameo", or_null(event.cameo)},
            {"contexts", event.contexts},
            {"fired", or_null(event.fired)},
            {"confidence", event.confidence_percent / 100.0}};
}

template <typename Record>
json write_all(const std::vector<Record>& records) {
    json out = json::array();
    for (const Record& record : records) out.push_back(write(record));
    return out;
}

std::string line_of(const json& object) {
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

// --- reading

[[noreturn]] void refuse(const std::string& path, const std::string& what) {
    throw JsonError(path.empty() ? what : fmt::format("{}: {}", path, what));
}

// What stands where something else was wanted. Lists and objects are only named: they may nest as deep as a
// stranger likes.
std::string short_dump(const json& value) {
    if (value.is_object()) return "an object";
    if (value.is_array()) return "a list";
    return clean_line(value.dump(-1, ' ', false, json::error_handler_t::replace).substr(0, 60));
}

// An object and where it stands, so that every refusal can name its field.
class Fields {
 public:
    Fields(const json& object, std::string path) : object_(object), path_(std::move(path)) {
        if (!object.is_object())
            refuse(path_, fmt::format("an object is wanted here, not {}", short_dump(object)));
    }

    [[nodiscard]] std::string at(std::string_view field) const {
        return path_.empty() ? std::string(field) : fmt::format("{}.{}", path_, field);
    }

    // nullptr when missing or null.
    [[nodiscard]] const json* find(std::string_view field) const {
        const auto found = object_.find(field);
        return found == object_.end() || found->is_null() ? nullptr : &*found;
    }

    [[nodiscard]] std::string text(std::string_view field) const {
        const json* const value = find(field);
        if (value == nullptr) return {};
        if (value->is_string()) return value->get<std::string>();
        if (value->is_number_integer()) return value->dump();
        refuse(at(field), fmt::format("a string is wanted here, not {}", short_dump(*value)));
    }

    [[nodiscard]] std::vector<std::string> texts(std::string_view field) const {
        std::vector<std::string> out;
        const json* const value = find(field);
        if (value == nullptr) return out;
        if (value->is_string()) return {value->get<std::string>()};
        if (!value->is_array())
            refuse(at(field), fmt::format("a list of strings is wanted here, not {}", short_dump(*value)));
        for (const json& element : *value) {
            if (!element.is_string()) {
                refuse(at(field),
                       fmt::format("a string is wanted in this list, not {}", short_dump(element)));
            }
            out.push_back(element.get<std::string>());
        }
        return out;
    }

    [[nodiscard]] bool flag(std::string_view field) const {
        const json* const value = find(field);
        if (value == nullptr) return false;
        if (!value->is_boolean())
            refuse(at(field), fmt::format("true or false is wanted here, not {}", short_dump(*value)));
        return value->get<bool>();
    }

    [[nodiscard]] double number(std::string_view field, double least, double most) const {
        const json* const value = find(field);
        if (value == nullptr) return 0.0;
        if (!value->is_number())
            refuse(at(field), fmt::format("a number is wanted here, not {}", short_dump(*value)));
        const auto number = value->get<double>();
        if (!(number >= least && number <= most))
            refuse(at(field), fmt::format("must lie between {} and {}", least, most));
        return number;
    }

    [[nodiscard]] Date date(std::string_view field) const {
        const std::string written = text(field);
        if (written.empty()) return {};
        const auto date = read_date(written);
        if (!date) {
            refuse(at(field), fmt::format("cannot read the date \"{}\"; write it as 2016-07-15",
                                          clean_line(written.substr(0, 60))));
        }
        return *date;
    }

    [[nodiscard]] ByteSpan span(std::string_view field) const {
        const json* const value = find(field);
        return value == nullptr ? ByteSpan{} : read_span(*value, at(field));
    }

    [[nodiscard]] std::vector<ByteSpan> spans(std::string_view field) const {
        std::vector<ByteSpan> out;
        for (const auto& element : list(field)) out.push_back(read_span(element, at(field)));
        return out;
    }

    // The elements of a list, none when it is missing.
    [[nodiscard]] const json& list(std::string_view field) const {
        static const json none = json::array();
        const json* const value = find(field);
        if (value == nullptr) return none;
        if (!value->is_array())
            refuse(at(field), fmt::format("a list is wanted here, not {}", short_dump(*value)));
        return *value;
    }

 private:
    static ByteSpan read_span(const json& value, const std::string& path) {
        if (!value.is_array() || value.size() != 2 || !value[0].is_number() || !value[1].is_number()) {
            refuse(path,
                   fmt::format("two byte offsets [begin, end) are wanted here, not {}", short_dump(value)));
        }
        const auto begin = value[0].get<double>();
        const auto end = value[1].get<double>();
        if (!(begin >= 0 && begin <= end && end <= UINT32_MAX))
            refuse(path, fmt::format("[{}, {}] is no span", short_dump(value[0]), short_dump(value[1])));
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    const json& object_;
    std::string path_;
};

// "Sergei Lavrov" as an id, for extractors that have none.
std::string slug(std::string_view name) {
    std::string id;
    for (const char c : name) {
        const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if ((low >= 'a' && low <= 'z') || (low >= '0' && low <= '9')) {
            id.push_back(low);
        } else if (!id.empty() && id.back() != '-') {
            id.push_back('-');
        }
    }
    if (!id.empty() && id.back() == '-') id.pop_back();
    return id;
}

std::string joined_event_types() {
    std::string names;
    for (const EventType type : all_event_types()) {
        if (!names.empty()) names.push_back(' ');
        names.append(name(type));
    }
    return names;
}

Actor read_actor(const Fields& fields) {
    Actor actor;
    actor.id = fields.text("id");
    actor.name = fields.text("name");
    if (actor.id.empty()) actor.id = slug(actor.name);
    if (actor.id.empty())
        refuse(fields.at("id"), "an actor needs an id, or a name in Latin letters to make one of");
    if (actor.name.empty()) actor.name = actor.id;
    const std::string type = fields.text("type");
    const auto known = type.empty() ? ActorType::organization : actor_type(type);
    if (!known) {
        refuse(fields.at("type"),
               fmt::format("\"{}\" is none of person country organization group place", clean_line(type)));
    }
    actor.type = *known;
    actor.country = fields.text("country");
    actor.sectors = fields.texts("sectors");
    actor.mentions = fields.texts("mentions");
    actor.spans = fields.spans("spans");
    actor.resolved = fields.text("resolved");
    return actor;
}

Relation read_relation(const Fields& fields) {
    Relation relation;
    const std::string type = fields.text("type");
    const auto known = relation_type(type);
    if (!known) {
        refuse(fields.at("type"),
               fmt::format("\"{}\" is none of holds_office member_of part_of affiliated_with",
                           clean_line(type)));
    }
    relation.type = *known;
    relation.from = fields.text("from");
    relation.to = fields.text("to");
    if (relation.from.empty()) refuse(fields.at("from"), "a relation needs the id of an actor at either end");
    if (relation.to.empty()) refuse(fields.at("to"), "a relation needs the id of an actor at either end");
    relation.label = fields.text("label");
    relation.evidence = fields.text("evidence");
    relation.evidence_span = fields.span("evidence_span");
    relation.derived = fields.flag("derived");
    relation.ended = fields.flag("ended");
    return relation;
}

Status read_status(const Fields& fields) {
    const std::string written = fields.text("status");
    if (written.empty() || written == "reported") return Status::reported;
    const auto known = status(written);
    if (!known) {
        refuse(fields.at("status"),
               fmt::format("\"{}\" is none of null historical future hypothetical negation",
                           clean_line(written)));
    }
    return *known;
}

Event read_event(const Fields& fields) {
    Event event;
    const std::string type = fields.text("type");
    const auto known = event_type(type);
    if (!known) {
        refuse(fields.at("type"),
               fmt::format("\"{}\" is none of {}", clean_line(type), joined_event_types()));
    }
    event.type = *known;
    event.mode = fields.text("mode");
    event.actors = fields.texts("actors");
    event.recipients = fields.texts("recipients");
    event.status = read_status(fields);
    event.date = fields.date("date");
    event.place = fields.text("place");
    event.evidence = fields.text("evidence");
    event.evidence_span = fields.span("evidence_span");
    event.trigger = fields.text("trigger");
    event.trigger_span = fields.span("trigger_span");
    event.score_tenths = static_cast<std::int16_t>(std::lround(fields.number("score", -100, 100) * 10));
    event.cameo = fields.text("cameo");
    event.contexts = fields.texts("contexts");
    event.fired = fields.text("fired");
    event.confidence_percent =
        static_cast<std::uint8_t>(std::lround(fields.number("confidence", 0, 1) * 100));
    return event;
}

// Every id that a relation or an event names is an actor's in the end.
class Ends {
 public:
    explicit Ends(Extraction& extraction) : extraction_(extraction) {
        for (const Actor& actor : extraction.actors) {
            if (!known_.insert(actor.id).second)
                refuse("actors", fmt::format("the id \"{}\" stands twice", clean_line(actor.id)));
        }
    }

    void add_missing() {
        for (const Relation& relation : extraction_.relations) {
            add(relation.from, ActorType::organization);
            add(relation.to, ActorType::organization);
        }
        for (const Event& event : extraction_.events) {
            for (const std::string& id : event.actors) add(id, ActorType::organization);
            for (const std::string& id : event.recipients) add(id, ActorType::organization);
            if (!event.place.empty()) add(event.place, ActorType::place);
        }
    }

 private:
    void add(const std::string& id, ActorType type) {
        if (!known_.insert(id).second) return;
        Actor actor;
        actor.id = id;
        actor.name = id;
        actor.type = type;
        extraction_.actors.push_back(std::move(actor));
    }

    Extraction& extraction_;
    std::set<std::string> known_;
};

json parse_line(std::string_view line) {
    try {
        return json::parse(valid_utf8(line));
    } catch (const json::parse_error& error) {
        throw JsonError(fmt::format("broken JSON at its byte {}", error.byte));
    }
}

std::string place_in(std::string_view list, std::size_t index) {
    return fmt::format("{}[{}]", list, index);
}

}  // namespace

std::string to_json(const Extraction& extraction, TextField text) {
    json out = {{"id", extraction.id},
                {"doc", extraction.doc},
                {"title", or_null(extraction.title)},
                {"date", or_null(to_string(extraction.date))},
                {"source", or_null(extraction.source)},
                {"url", or_null(extraction.url)},
                {"language", or_null(extraction.language)},
                {"actors", write_all(extraction.actors)},
                {"relations", write_all(extraction.relations)},
                {"events", write_all(extraction.events)}};
    if (text == TextField::print) out["text"] = extraction.text;
    return line_of(out);
}

std::string to_json(const InputError& error) {
    return line_of(
        {{"id", error.id},
         {"doc", error.doc},
         {"error", error.line == 0 ? error.what : fmt::format("line {}: {}", error.line, error.what)}});
}

Extraction from_json(std::string_view line) {
    const json object = parse_line(line);
    const Fields fields(object, "");
    if (fields.find("error") != nullptr)
        throw JsonError(fmt::format("this article could not be read: {}", clean_line(fields.text("error"))));
    Extraction extraction;
    extraction.id = fields.text("id");
    extraction.doc = fields.text("doc");
    if (extraction.id.empty()) extraction.id = extraction.doc;
    if (extraction.id.empty()) extraction.id = fields.text("url");
    if (extraction.id.empty()) refuse("id", "an article needs an id, a doc or a url to be known by");
    extraction.title = fields.text("title");
    extraction.date = fields.date("date");
    extraction.source = fields.text("source");
    extraction.url = fields.text("url");
    extraction.language = fields.text("language");
    extraction.text = fields.text("text");
    std::size_t index = 0;
    for (const json& actor : fields.list("actors"))
        extraction.actors.push_back(read_actor({actor, place_in("actors", index++)}));
    index = 0;
    for (const json& relation : fields.list("relations"))
        extraction.relations.push_back(read_relation({relation, place_in("relations", index++)}));
    index = 0;
    for (const json& event : fields.list("events"))
        extraction.events.push_back(read_event({event, place_in("events", index++)}));
    Ends(extraction).add_missing();
    return extraction;
}

}  // namespace entente::extract
