#include "graph/article_key.hpp"

namespace entente::graph {
namespace {

extract::Extraction article(const std::string& url, const std::string& source, const std::string& id,
                            const std::string& doc) {
    extract::Extraction extraction;
    extraction.url = url;
    extraction.source = source;
    extraction.id = id;
    extraction.doc = doc;
    extraction.text = "Text.";
    return extraction;
}

TEST(ArticleKey, IsTheUrlWhereThereIsOne) {
    EXPECT_EQ(article_key(article("https://www.Example.com/a", "Press", "7", "x.jsonl")),
              "url:example.com/a");
}

TEST(ArticleKey, IsSourceAndIdWithoutAUrl) {
    EXPECT_EQ(article_key(article("", "Press", "7", "x.jsonl")), "id:Press/7");
}

TEST(ArticleKey, IsThePathWhereTheIdIsOnlyTheFilesName) {
    EXPECT_EQ(article_key(article("", "Press", "story", "./a/story.txt")), "file:a/story.txt");
    EXPECT_NE(article_key(article("", "Press", "story", "a/story.txt")),
              article_key(article("", "Press", "story", "b/story.txt")));
}

TEST(ArticleKey, TellsTheRecordsOfOneFileApart) {
    EXPECT_EQ(article_key(article("", "", "7", "all.jsonl")), "file:all.jsonl#7");
    auto first = article("", "", "", "all.jsonl");
    auto second = first;
    second.text = "Other text.";
    EXPECT_NE(article_key(first), article_key(second));
}

TEST(ArticleKey, TellsArticlesFromStandardInputApart) {
    EXPECT_EQ(article_key(article("", "", "7", "-")), "id:7");
    auto first = article("", "", "", "-");
    auto second = first;
    second.text = "Other text.";
    EXPECT_NE(article_key(first), article_key(second));
    EXPECT_EQ(article_key(first), article_key(first));
}

TEST(NormalUrl, ForgetsWhatDoesNotNameTheArticle) {
    const std::string plain = "example.com/a/B";
    EXPECT_EQ(normal_url("http://example.com/a/B"), plain);
    EXPECT_EQ(normal_url("https://WWW.EXAMPLE.com:443/a/B/#top"), plain);
    EXPECT_EQ(normal_url("https://example.com/a/B?utm_source=x&fbclid=1"), plain);
    EXPECT_EQ(normal_url("https://example.com/a/B?id=1&utm_source=x"), plain + "?id=1");
    EXPECT_NE(normal_url("https://example.com/a/b"), plain) << "paths tell cases apart";
    EXPECT_EQ(normal_url(""), "");
}

TEST(NormalPath, LeavesOutWhatGoesNowhere) {
    EXPECT_EQ(normal_path("./a//b/../c.txt"), "a/c.txt");
    EXPECT_EQ(normal_path("/a/./b"), "/a/b");
    EXPECT_EQ(normal_path("../a"), "../a");
}

TEST(Said, CountsWhatTheArticleSays) {
    auto extraction = article("", "Press", "7", "-");
    extraction.actors.resize(2);
    extraction.events.resize(3);
    const Said told = said(extraction);
    EXPECT_EQ(told.article.key, "id:Press/7");
    EXPECT_EQ(told.article.actors, 2U);
    EXPECT_EQ(told.article.reports, 3U);
    EXPECT_EQ(told.extraction, extraction);
}

TEST(Said, HasAnotherVersionWhenAnythingButThePathIsAnother) {
    const auto extraction = article("http://a/b", "Press", "7", "x.txt");
    const std::string version = said(extraction).article.version;
    auto moved = extraction;
    moved.doc = "y.txt";
    EXPECT_EQ(said(moved).article.version, version);
    auto other_text = extraction;
    other_text.text += "!";
    EXPECT_NE(said(other_text).article.version, version);
    auto other_date = extraction;
    other_date.date = {2016, 7, 15};
    EXPECT_NE(said(other_date).article.version, version);
    auto read_better = extraction;
    read_better.events.resize(1);
    EXPECT_NE(said(read_better).article.version, version);
}

}  // namespace
}  // namespace entente::graph
