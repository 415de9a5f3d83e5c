// From the paths on the command line to what their articles say: read by one thread at a time, extracted by
// many, handed over in the order of the input.
#pragma once

#include "cli/interrupt.hpp"
#include "cli/ordered_work.hpp"
#include "extract/extractor.hpp"
#include "extract/input/article_source.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <CLI/CLI.hpp>

namespace entente::cli {

struct IntakeOptions {
    std::vector<std::string> paths;
    std::string date;
    std::string model;  // file; "" for where it is usually found
    std::string input = "text";
    std::vector<std::string> actor_lists;  // files, the most important first
    unsigned threads = 0;

    void declare(CLI::App& app);
    [[nodiscard]] extract::InputFormat format() const;
    [[nodiscard]] extract::ExtractorOptions extractor() const;
    // Throws a Refusal when nothing of what was named is there.
    void refuse_if_all_missing() const;
    // Throws a Refusal when paths were named and no input at all was found in them.
    [[noreturn]] void refuse_empty() const;
    [[nodiscard]] bool from_standard_input() const;
    // Bytes in all the files that may hold articles; 0 when standard input is among them.
    [[nodiscard]] std::uint64_t bytes() const;
};

// What became of one input: a Result of its article, or why there is none, or something to be said of the
// article that follows.
template <class Result>
using Taken = std::variant<Result, extract::InputError, extract::InputWarning>;

// Calls `work` on many threads and `emit` on this one, in the order of the input, until the source is at its
// end or Ctrl-C was pressed. Memory is constant.
template <class Result>
void take_in(extract::ArticleSource& source, unsigned threads,
             const std::function<Result(const extract::Article&)>& work,
             const std::function<void(Taken<Result>&&)>& emit) {
    OrderedWork<extract::Input, Taken<Result>> line(
        [&source] { return source.next(); },
        [&work](extract::Input&& input) -> Taken<Result> {
            if (auto* article = std::get_if<extract::Article>(&input)) {
                return work(*article);
            }
            if (auto* warning = std::get_if<extract::InputWarning>(&input)) {
                return std::move(*warning);
            }
            return std::get<extract::InputError>(std::move(input));
        },
        interrupted());
    line.run(threads, emit);
}

}  // namespace entente::cli
