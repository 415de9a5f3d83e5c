// entente-train CORPORA MODEL [--epochs N] [--seed N] [--every N] …: trains the reading model from a folder
// of corpora (README.md says which and where to get them).
#include "extract/train/reading_trainer.hpp"
#include "extract/train/silver_names.hpp"

#include <charconv>
#include <exception>
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace {

namespace train = entente::extract::train;

double number(std::string_view option, const std::string& text) {
    std::size_t used = 0;
    double value = 0;
    try {
        value = std::stod(text, &used);
    } catch (const std::exception&) {
        used = 0;
    }
    if (used != text.size() || text.empty() || value < 0) {
        throw std::runtime_error(fmt::format("{} {}: a number was expected", option, text));
    }
    return value;
}

// What concerns the corpora rather than the learning.
struct More {
    std::vector<std::filesystem::path> teachers;
    std::vector<std::filesystem::path> averaged;
    bool learn_all_names = false;
};

train::TrainingOptions parse(std::span<char*> arguments, More& more) {
    train::TrainingOptions out;
    const auto count = [](std::size_t& to) { return [&to](double v) { to = static_cast<std::size_t>(v); }; };
    const auto real = [](float& to) { return [&to](double v) { to = static_cast<float>(v); }; };
    const auto whole = [](int& to) { return [&to](double v) { to = static_cast<int>(v); }; };
    const std::map<std::string_view, std::function<void(double)>> options = {
        {"--epochs", count(out.epochs)},
        {"--batch-words", count(out.batch_words)},
        {"--every", count(out.every)},
        {"--names-as", count(out.names_as)},
        {"--seed", [&out](double v) { out.seed = static_cast<std::uint64_t>(v); }},
        {"--rate", real(out.peak_rate)},
        {"--input-dropout", real(out.learning.input_dropout)},
        {"--layer-dropout", real(out.learning.layer_dropout)},
        {"--state-dropout", real(out.learning.state_dropout)},
        {"--head-dropout", real(out.learning.head_dropout)},
        {"--word-dropout", real(out.learning.word_dropout)},
        {"--hidden", whole(out.size.hidden)},
        {"--all-names", [&](double v) { more.learn_all_names = v > 0; }},
        {"--swap-share", [&out](double v) { out.swap_share = v; }},
        {"--tagged-share", [&out](double v) { out.tagged_share = v; }},
        {"--universal-share", [&out](double v) { out.name_share[train::universal] = v; }}};
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        if (arguments[i] == std::string_view("--resume") && i + 1 < arguments.size()) {
            out.resume = arguments[i + 1];
            continue;
        }
        if (arguments[i] == std::string_view("--teacher") && i + 1 < arguments.size()) {
            more.teachers.emplace_back(arguments[i + 1]);
            continue;
        }
        if (arguments[i] == std::string_view("--average") && i + 1 < arguments.size()) {
            more.averaged.emplace_back(arguments[i + 1]);
            continue;
        }
        if (arguments[i] == std::string_view("--names-list") && i + 1 < arguments.size()) {
            out.names = train::NameSwap(arguments[i + 1]);
            continue;
        }
        const auto option = options.find(arguments[i]);
        if (option == options.end() || i + 1 == arguments.size()) {
            throw std::runtime_error(
                fmt::format("{}: unknown option, or its value is missing", arguments[i]));
        }
        option->second(number(arguments[i], arguments[i + 1]));
    }
    return out;
}

int run(std::span<char*> arguments) {
    if (arguments.size() < 3) {
        std::cerr << "usage: entente-train CORPORA MODEL [--epochs N] [--seed N] [--rate R] [--every N] …\n";
        return 2;
    }
    More more;
    train::TrainingOptions options = parse(arguments.subspan(3), more);
    options.about =
        "entente reading model: UD English EWT and GUM trees, names of eight corpora; CC BY-SA 4.0";
    train::Corpora corpora = train::load_corpora(arguments[1], more.learn_all_names);
    if (!more.averaged.empty()) {
        train::average_models(corpora, more.averaged, options.about, arguments[2], std::cerr);
        return 0;
    }
    if (!more.teachers.empty()) train::add_silver_names(corpora, more.teachers);
    corpora.listed = options.names.all();
    train::train_reading(corpora, options, arguments[2], std::cerr);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(std::span(argv, static_cast<std::size_t>(argc)));
    } catch (const std::exception& error) {
        std::cerr << "entente-train: " << error.what() << '\n';
        return 2;
    }
}
