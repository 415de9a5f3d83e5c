#include "extract/document.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

using testing::ElementsAre;

Document read_text(const std::string& text) {
    Article article;
    article.text = text;
    return read(article);
}

// The story's sentences, without what is not story.
std::vector<std::string> story(const Document& document) {
    std::vector<std::string> out;
    for (const Sentence& sentence : document.sentences) {
        if (!sentence.boilerplate) out.emplace_back(slice(document.text, sentence.span));
    }
    return out;
}

TEST(Read, ReadsSentencesAndLeavesThePageBehind) {
    const Document document = read_text(
        "Share\n\nTruce holds in Syria\n\nGENEVA, Aug 26 (Reuters) - The envoy arrived. He "
        "smiled.\n\nAdvertisement\n\n"
        "\"We agreed,\" he said.\n\nRelated news:\n\nOil prices rise again\n");
    EXPECT_THAT(story(document), ElementsAre("Truce holds in Syria", "The envoy arrived.", "He smiled.",
                                             "\"We agreed,\" he said."));
    EXPECT_EQ(document.dateline, "GENEVA");
    EXPECT_EQ(document.language, "en");
}

TEST(Read, DatesTheArticleByItsDatelineWhereItTellsTheYear) {
    EXPECT_EQ(read_text("KHARTOUM, Sudan, April 16, 2023 (AP) — Fighting went on.").published,
              (Date{2023, 4, 16}));
    EXPECT_EQ(read_text("KHARTOUM, April 16 (AP) — Fighting went on.").published, Date{});
    EXPECT_EQ(read_text("Truce holds\n\nMonday, May 18, 2015\n\nFighting went on.").published,
              (Date{2015, 5, 18}));
}

TEST(Read, CompletesAPartialDateByTheDateline) {
    Article article;
    article.text = "KHARTOUM, April 16 (AP) — Fighting went on.";
    article.date = {2023, 0, 0};
    EXPECT_EQ(read(article).published, (Date{2023, 4, 16}));
    article.date = {2023, 5, 2};
    EXPECT_EQ(read(article).published, (Date{2023, 5, 2})) << "the article's own date is the better one";
}

TEST(Read, PointsIntoTheBytesAsGiven) {
    Article article;
    article.text =
        "\xEF\xBB\xBFTitle: x\r\n\r\nTurkey\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s army "
        "left.\r\nIt\x92s\xC2\xA0over.\r\n";
    article.text_begin = 13;
    const Document document = read(article);
    ASSERT_EQ(document.sentences.size(), 2U);
    EXPECT_EQ(slice(document.text, document.sentences[0].span), "Turkey’s army left.");
    EXPECT_EQ(slice(article.text, document.offsets.given(document.sentences[0].span)),
              "Turkey\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s army left.");
    EXPECT_EQ(slice(article.text, document.offsets.given(document.sentences[1].span)),
              "It\x92s\xC2\xA0over.");
    EXPECT_GT(document.repairs, 0U);
}

TEST(Read, TellsWhichLanguageItCannotRead) {
    EXPECT_EQ(read_text("Le président a déclaré que les forces de l'ordre avaient repris le contrôle de la "
                        "ville dans la nuit.")
                  .language,
              "fr");
    Article article;
    article.text = "Oui.";
    article.language = "fr-FR";
    EXPECT_EQ(read(article).language, "fr");
}

TEST(Read, CopesWithAnything) {
    for (const std::string& text :
         {std::string(), std::string("\n\n\n"), std::string(3, '\0'), std::string("\xFF\xFE\xFD"),
          std::string(2'000'000, 'x'), std::string(300'000, '\n'), std::string(300'000, '.'),
          std::string(300'000, '\x92')}) {
        const Document document = read_text(text);
        for (const Sentence& sentence : document.sentences) {
            EXPECT_LE(sentence.span.end, document.text.size());
            EXPECT_LE(document.offsets.given(sentence.span).end, text.size());
            EXPECT_LE(sentence.tokens.size(), 400U);
        }
    }
}

TEST(Read, KeepsEveryTokenInsideItsSentenceOnTheSampleArticles) {
    std::size_t files = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(ENTENTE_TESTS_FOLDER) + "/articles")) {
        if (entry.path().extension() != ".txt") continue;
        ++files;
        std::ostringstream bytes;
        bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        const Document document = read_text(bytes.str());
        std::uint32_t end = 0;
        for (const Sentence& sentence : document.sentences) {
            ASSERT_FALSE(sentence.tokens.empty());
            EXPECT_GE(sentence.span.begin, end);
            end = sentence.span.begin;
            for (const Token& token : sentence.tokens) {
                EXPECT_EQ(slice(document.text, token.span), token.form);
                EXPECT_GE(token.span.begin, end);
                end = token.span.end;
            }
            EXPECT_EQ(end, sentence.span.end);
        }
    }
    EXPECT_GT(files, 0U);
}

}  // namespace
}  // namespace entente::extract
