// The model in the tree against our own hand-checked sentences of news (tests/accuracy/reading): what may not
// get worse by surprise.
#include "extract/reading/conllu.hpp"
#include "extract/reading/model_place.hpp"
#include "extract/reading/reader.hpp"
#include "extract/reading/scores.hpp"

#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

std::vector<Sentence> gold_sentences() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(ENTENTE_TESTS_FOLDER "/accuracy/reading"))
        if (entry.path().extension() == ".conllu") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Sentence> out;
    for (const auto& file : files)
        for (ConlluSentence& each : load_conllu(file.string())) out.push_back(std::move(each.sentence));
    return out;
}

TEST(Floors, OfTheShippedModelHoldOnOurOwnNews) {
    const std::vector<Sentence> gold = gold_sentences();
    ASSERT_GE(gold.size(), 150U);
    std::vector<Sentence> read = gold;
    for (Sentence& sentence : read)
        for (Token& token : sentence.tokens)
            token.lemma = token.upos = token.xpos = token.feats = token.deprel = "";
    SentenceReader(load_model(find_model())).read(read);
    const ReadingScores scores = score(gold, read);
    const std::string all = summary(scores);
    EXPECT_GE(scores.percent(scores.upos), 98.0) << all;
    EXPECT_GE(scores.percent(scores.xpos), 97.5) << all;
    EXPECT_GE(scores.percent(scores.lemma), 98.0) << all;
    EXPECT_GE(scores.percent(scores.heads), 89.0) << all;
    EXPECT_GE(scores.percent(scores.labelled_main), 87.0) << all;
    EXPECT_GE(100 * scores.names[0].f1(), 90.0) << all;
}

}  // namespace
}  // namespace entente::extract
