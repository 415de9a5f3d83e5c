// entente-score MODEL FILE…: reads the sentences of CoNLL-U or BIO files (.bio) with a model and prints how
// well.
//
// Tokens and sentences are given.
#include "extract/reading/conllu.hpp"
#include "extract/reading/name_agreement.hpp"
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

struct Gold {
    std::vector<Sentence> sentences;
    std::vector<std::size_t> documents;  // where each begins
};

bool opens_document(const ConlluSentence& sentence) {
    return std::any_of(sentence.comments.begin(), sentence.comments.end(),
                       [](const std::string& comment) { return comment.starts_with("newdoc"); });
}

Gold load(const std::string& file) {
    Gold out;
    const auto add = [&out](Sentence&& sentence, bool opens) {
        if (opens || out.sentences.empty()) out.documents.push_back(out.sentences.size());
        out.sentences.push_back(std::move(sentence));
    };
    if (file.ends_with(".bio")) {
        for (const auto& tagged : train::load_bio(file))
            add(train::as_annotated(tagged), tagged.opens_document);
    } else {
        for (ConlluSentence& each : load_conllu(file)) {
            const bool opens = opens_document(each);
            add(std::move(each.sentence), opens);
        }
    }
    return out;
}

void score_file(const SentenceReader& reader, const std::string& file) {
    const Gold gold = load(file);
    std::vector<Sentence> read = gold.sentences;
    for (Sentence& sentence : read) {
        for (Token& token : sentence.tokens) {
            Token bare;
            bare.form = token.form;
            bare.span = token.span;
            token = bare;
        }
    }
    const auto document = [&](std::size_t i) {
        const std::size_t end = i + 1 < gold.documents.size() ? gold.documents[i + 1] : read.size();
        return std::span(read).subspan(gold.documents[i], end - gold.documents[i]);
    };
    const std::clock_t start = std::clock();
    for (std::size_t i = 0; i < gold.documents.size(); ++i) reader.read(document(i));
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    const ReadingScores scores = score(gold.sentences, read);
    fmt::print("{}: {} tokens, {:.0f} tokens per second of processor time\n  {}\n", file, scores.tokens,
               static_cast<double>(scores.tokens) / seconds, summary(scores));
    if (scores.names[0].wanted == 0) return;
    for (std::size_t i = 0; i < gold.documents.size(); ++i) agree_on_names(document(i));
    fmt::print("  names agreed on by document: {}\n", summary(score(gold.sentences, read)));
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
