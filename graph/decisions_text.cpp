#include "graph/decisions.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xxhash.h>

namespace entente::graph {

namespace {

using Json = nlohmann::ordered_json;

std::string text_at(const Json& line, const char* key) {
    const auto value = line.find(key);
    if (value == line.end() || !value->is_string() || value->get_ref<const std::string&>().empty()) {
        throw std::runtime_error(fmt::format("\"{}\" wants a text", key));
    }
    return value->get<std::string>();
}

std::vector<std::string> texts_at(const Json& line, const char* key) {
    const auto value = line.find(key);
    const bool is_list = value != line.end() && value->is_array() && !value->empty();
    const bool of_texts = is_list && std::ranges::all_of(*value, [](const Json& one) {
                              return one.is_string() && !one.get_ref<const std::string&>().empty();
                          });
    if (!of_texts) throw std::runtime_error(fmt::format("\"{}\" wants a list of texts", key));
    return value->get<std::vector<std::string>>();
}

void read_two(Decision& decision, const Json& line, const char* key) {
    const std::vector<std::string> two = texts_at(line, key);
    if (two.size() != 2 || two[0] == two[1]) {
        throw std::runtime_error(fmt::format("\"{}\" wants two actors", key));
    }
    decision.actor = two[0];
    decision.other = two[1];
}

void read_kind(Decision& decision, const Json& line) {
    if (line.contains("merge")) {
        decision.kind = DecisionKind::merge;
        read_two(decision, line, "merge");
    } else if (line.contains("distinct")) {
        decision.kind = DecisionKind::distinct;
        read_two(decision, line, "distinct");
    } else if (line.contains("split")) {
        decision.kind = DecisionKind::split;
        decision.actor = text_at(line, "split");
        decision.names = texts_at(line, "names");
    } else if (line.contains("alias")) {
        decision.kind = line.contains("add") ? DecisionKind::add_alias : DecisionKind::remove_alias;
        decision.actor = text_at(line, "alias");
        decision.names = texts_at(line, line.contains("add") ? "add" : "rm");
    } else if (line.contains("rename")) {
        decision.kind = DecisionKind::rename;
        decision.actor = text_at(line, "rename");
        decision.names = {text_at(line, "name")};
    } else if (line.contains("undo")) {
        decision.kind = DecisionKind::undo;
        decision.other = text_at(line, "undo");
    } else {
        throw std::runtime_error("it says none of merge, split, alias, distinct, rename, undo");
    }
}

Decision read_line(std::string_view text) {
    Json line;
    try {
        line = Json::parse(text);
    } catch (const Json::exception&) {
        throw std::runtime_error("it is no JSON");
    }
    if (!line.is_object()) throw std::runtime_error("it is no JSON object");
    Decision decision;
    decision.id = text_at(line, "id");
    read_kind(decision, line);
    if (line.contains("why")) decision.why = text_at(line, "why");
    return decision;
}

Json content(const Decision& decision) {
    switch (decision.kind) {
        case DecisionKind::merge:
            return {{"merge", {decision.actor, decision.other}}};
        case DecisionKind::split:
            return {{"split", decision.actor}, {"names", decision.names}};
        case DecisionKind::add_alias:
            return {{"alias", decision.actor}, {"add", decision.names}};
        case DecisionKind::remove_alias:
            return {{"alias", decision.actor}, {"rm", decision.names}};
        case DecisionKind::distinct:
            return {{"distinct", {decision.actor, decision.other}}};
        case DecisionKind::rename:
            return {{"rename", decision.actor}, {"name", decision.names.front()}};
        case DecisionKind::undo:
            break;
    }
    return {{"undo", decision.other}};
}

std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::vector<Decision> read_decisions(std::string_view text, const std::string& file) {
    std::vector<Decision> log;
    std::set<std::string> ids;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.find_first_not_of(" \t") == std::string_view::npos || line.front() == '#') continue;
        try {
            log.push_back(read_line(line));
            if (!ids.insert(log.back().id).second) {
                throw std::runtime_error(fmt::format("an earlier line has the id {}, too", log.back().id));
            }
            if (log.back().kind == DecisionKind::undo && !ids.contains(log.back().other)) {
                throw std::runtime_error(fmt::format("no earlier line has the id {}", log.back().other));
            }
        } catch (const std::runtime_error& wrong) {
            throw std::runtime_error(
                fmt::format("{}:{}: no decision: {}; mend or remove the line", file, number, wrong.what()));
        }
    }
    return log;
}

std::string line_of(const Decision& decision) {
    Json line = {{"id", decision.id}};
    line.update(content(decision));
    if (!decision.why.empty()) line["why"] = decision.why;
    return dumped(line);
}

std::string next_id(const std::vector<Decision>& log, const Decision& decision) {
    const std::string said = dumped(content(decision));
    std::size_t before = 0;
    for (const Decision& earlier : log) before += dumped(content(earlier)) == said ? 1U : 0U;
    const std::string content = fmt::format("{}\x1f{}", said, before);
    return fmt::format("d:{:08x}", XXH3_64bits(content.data(), content.size()) & 0xFFFFFFFFU);
}

}  // namespace entente::graph
