// entente-score MODEL FILE…: reads the sentences of CoNLL-U or BIO files (.bio) with a model and prints how
// well.
//
// Tokens and sentences are given.
#include "extract/reading/conllu.hpp"
#include "extract/reading/reader.hpp"
#include "extract/reading/scores.hpp"
#include "extract/train/corpus.hpp"

#include <algorithm>
#include <ctime>
#include <exception>
#include <iostream>
#include <span>
#include <string>

#include <fmt/format.h>

namespace {

using namespace entente::extract;

std::vector<Sentence> load(const std::string& file) {
    std::vector<Sentence> out;
    if (file.ends_with(".bio")) {
        for (const auto& tagged : train::load_bio(file)) out.push_back(train::as_annotated(tagged));
    } else {
        for (ConlluSentence& each : load_conllu(file)) out.push_back(std::move(each.sentence));
    }
    return out;
}

void score_file(const SentenceReader& reader, const std::string& file) {
    const std::vector<Sentence> gold = load(file);
    std::vector<Sentence> read = gold;
    for (Sentence& sentence : read)
        for (Token& token : sentence.tokens) {
            Token bare;
            bare.form = token.form;
            bare.span = token.span;
            token = bare;
        }
    const std::clock_t start = std::clock();
    constexpr std::size_t document = 30;  // sentences at a time, as articles come
    for (std::size_t i = 0; i < read.size(); i += document)
        reader.read(std::span(read).subspan(i, std::min(document, read.size() - i)));
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    const ReadingScores scores = score(gold, read);
    fmt::print("{}: {} tokens, {:.0f} tokens per second of processor time\n  {}\n", file, scores.tokens,
               static_cast<double>(scores.tokens) / seconds, summary(scores));
}

}  // namespace

int main(int argc, char** argv) {
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() < 3) {
        std::cerr << "usage: entente-score MODEL FILE…\n";
        return 2;
    }
    try {
        const SentenceReader reader(load_model(arguments[1]));
        fmt::print("{}\n", reader.about());
        for (char* file : arguments.subspan(2)) score_file(reader, file);
    } catch (const std::exception& error) {
        std::cerr << "entente-score: " << error.what() << '\n';
        return 2;
    }
}
