#include "cli/decisions_file.hpp"

#include "cli/command.hpp"
#include "cli/file_sink.hpp"
#include "cli/interrupt.hpp"

#include <fstream>
#include <sstream>

#include <fmt/format.h>

namespace entente::cli {

void DecisionsOption::declare(CLI::App& app) {
    app.add_option(
           "--decisions", given,
           "File of what people decided about who is who (else STORE.decisions.jsonl, if there is one)")
        ->type_name("FILE");
}

std::filesystem::path DecisionsOption::file(const std::filesystem::path& store) const {
    if (!given.empty()) {
        return given;
    }
    auto beside = store;
    if (!beside.has_filename()) {
        beside = beside.parent_path();  // "graph.db/"
    }
    beside += ".decisions.jsonl";
    return beside;
}

std::optional<std::string> DecisionsOption::text(const std::filesystem::path& store) const {
    const auto path = file(store);
    std::error_code none;
    if (!std::filesystem::exists(path, none)) {
        if (!given.empty()) {
            throw Refusal(Exit::could_not_try, fmt::format("there is no file {}", path.string()));
        }
        return std::nullopt;
    }
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) {
        throw Refusal(Exit::could_not_try, fmt::format("cannot read {}", path.string()));
    }
    static_cast<void>(graph::read_decisions(text.str(), path.string()));
    return text.str();
}

void write_decisions(const std::filesystem::path& file, const std::string& text) {
    FileSink sink(file.string(), interrupted());
    sink.stream() << text;
    sink.finish();
}

}  // namespace entente::cli
