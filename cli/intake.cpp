#include "cli/intake.hpp"

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/printing.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

namespace entente::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view readable = ".txt .html .htm .json .jsonl .ndjson";

bool may_hold_articles(const fs::path& file) {
    constexpr std::array endings{".txt", ".html", ".htm", ".json", ".jsonl", ".ndjson"};
    return std::find(endings.begin(), endings.end(), file.extension()) != endings.end();
}

std::uint64_t size_of(const fs::path& file) {
    std::error_code unreadable;
    const auto bytes = fs::file_size(file, unreadable);
    return unreadable ? 0 : bytes;
}

std::uint64_t bytes_below(const fs::path& folder) {
    std::uint64_t bytes = 0;
    std::error_code unreadable;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, unreadable);
    for (; !unreadable && entry != fs::recursive_directory_iterator(); entry.increment(unreadable)) {
        if (may_hold_articles(entry->path())) {
            bytes += size_of(entry->path());
        }
    }
    return bytes;
}

}  // namespace

void IntakeOptions::declare(CLI::App& app) {
    app.add_option("PATH", paths,
                   fmt::format("Files ({}), folders of them, or - for standard input", readable))
        ->required();
    app.add_option("--date", date, "Publication date of articles whose input tells none (2015-03-14)")
        ->type_name("DATE");
    app.add_option("--input", input,
                   "What the paths hold: text (articles), or conllu (sentences that other tools tokenized, "
                   "tagged or parsed, which is kept)")
        ->check(CLI::IsMember({"text", "conllu"}))
        ->capture_default_str();
    app.add_option("--actors", actor_lists,
                   "Your own actors, in JSON or in TABARI's and PETRARCH's format; may be given again, and "
                   "of two files that tell of one name the first is right (extract/lexicons/ACTORS.md)")
        ->type_name("FILE")
        ->expected(1)
        ->take_all();
    app.add_option("--model", model, "The reading model; else ENTENTE_MODEL, else the one installed");
    app.add_option("-j,--threads", threads, "Threads that read; 0 for as many as the machine has")
        ->check(CLI::Range(0, 256))
        ->capture_default_str();
}

extract::InputFormat IntakeOptions::format() const {
    return input == "conllu" ? extract::InputFormat::conllu : extract::InputFormat::told;
}

extract::ExtractorOptions IntakeOptions::extractor() const {
    extract::ExtractorOptions options;
    options.model = model;
    options.actor_lists.assign(actor_lists.begin(), actor_lists.end());
    options.warn = [](const std::string& warning) { complain(one_line(warning)); };
    if (!date.empty()) {
        options.default_date = date_of("--date", date);
    }
    return options;
}

bool IntakeOptions::from_standard_input() const {
    return std::find(paths.begin(), paths.end(), "-") != paths.end();
}

void IntakeOptions::refuse_if_all_missing() const {
    const auto there = [](const std::string& path) {
        std::error_code unreadable;
        return path == "-" || fs::exists(path, unreadable) || unreadable;
    };
    if (std::none_of(paths.begin(), paths.end(), there)) {
        throw Refusal(Exit::could_not_try,
                      fmt::format("{}: no such file or folder{}; give files or folders that hold articles",
                                  one_line(paths.front()),
                                  paths.size() > 1 ? fmt::format(" (nor {} more)", paths.size() - 1) : ""));
    }
}

void IntakeOptions::refuse_empty() const {
    throw Refusal(Exit::could_not_try,
                  fmt::format("no articles in {}; entente reads {}", one_line(paths.front()),
                              input == "conllu" ? ".conllu" : readable));
}

std::uint64_t IntakeOptions::bytes() const {
    if (from_standard_input()) {
        return 0;
    }
    std::uint64_t sum = 0;
    for (const auto& path : paths) {
        std::error_code unreadable;
        sum += fs::is_directory(path, unreadable) ? bytes_below(path) : size_of(path);
    }
    return sum;
}

}  // namespace entente::cli
