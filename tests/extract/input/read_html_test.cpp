#include "extract/input/read_html.hpp"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

constexpr std::string_view first =
    "The army said on Monday that it had retaken the town from the rebels after a week of fighting in the "
    "streets.";
constexpr std::string_view second =
    "Residents spoke of shelling through the night, and the hospital was without power for the third day in "
    "a row.";
constexpr std::string_view third =
    "The envoy, who had hoped for a longer truce in the north, said in Geneva that he would come back next "
    "week.";

std::string paragraph(std::string_view text) {
    return "<p>" + std::string(text) + "</p>\n";
}

std::string story() {
    return paragraph(first) + paragraph(second) + paragraph(third);
}

std::string story_text() {
    return std::string(first) + "\n\n" + std::string(second) + "\n\n" + std::string(third);
}

Article article(const std::string& page) {
    const FileRead read = read_html(page, "a.html", "a");
    if (const auto* const error = std::get_if<InputError>(&read.result)) {
        ADD_FAILURE() << message(*error);
        return {};
    }
    return std::get<Article>(read.result);
}

TEST(ReadHtml, TakesTheStoryOutOfItsPage) {
    const Article a = article(
        "<html><head><title>T</title><script>var x = '<p>no</p>';</script><style>p {}</style></head><body>"
        "<nav><a href=/>Home</a></nav><header><h2>Wire</h2></header><article><h1>T</h1>" +
        story() +
        "<aside><p>Read this as well, it is long enough to be taken for a paragraph of the "
        "story.</p></aside></article>"
        "<footer><p>All rights reserved by the publisher and by those who wrote the stories on this "
        "page.</p></footer></body></html>");
    EXPECT_EQ(a.text, story_text());
    EXPECT_EQ(a.title, "T");
    EXPECT_TRUE(a.is_html);
}

TEST(ReadHtml, FindsTheDensestTextWhereNothingIsMarked) {
    std::string links;
    for (int i = 0; i < 40; ++i)
        links += "<li><a href=/s>Another story of the day that has a rather long headline</a></li>";
    const Article a = article("<body><div><ul>" + links + "</ul></div><div><div>" + story() +
                              "</div></div><div>short</div></body>");
    EXPECT_EQ(a.text, story_text());
}

TEST(ReadHtml, TakesParticularsFromJsonLd) {
    const Article a = article(R"(<html lang="en"><head><meta property="og:title" content="Not this">
        <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "headline": "Not this"},
        {"@type": ["NewsArticle"], "headline": "Truce &amp; talks", "datePublished": "2016-07-15T10:00:00+02:00",
         "publisher": {"@type": "Organization", "name": "Meridian Wire"}, "mainEntityOfPage": {"@id": "https://m.example/1"}}]}</script></head><body>)" +
                              story() + "</body></html>");
    EXPECT_EQ(a.date, (Date{2016, 7, 15}));
    EXPECT_EQ(a.source, "Meridian Wire");
    EXPECT_EQ(a.url, "https://m.example/1");
    EXPECT_EQ(a.language, "en");
}

TEST(ReadHtml, TakesParticularsFromMetaElements) {
    const Article a = article(
        R"(<head><meta property="og:title" content="Truce"><meta property="og:site_name" content="Wire">
        <meta name="DC.date" content="15 July 2016"><link rel="canonical" href="https://m.example/1"></head><body>)" +
        story());
    EXPECT_EQ(a.title, "Truce");
    EXPECT_EQ(a.source, "Wire");
    EXPECT_EQ(a.date, (Date{2016, 7, 15}));
    EXPECT_EQ(a.url, "https://m.example/1");
}

TEST(ReadHtml, FallsBackOnTimeAndTitle) {
    const Article a = article("<title>Truce</title><body><time datetime=2016-07-15>Friday</time>" + story());
    EXPECT_EQ(a.title, "Truce");
    EXPECT_EQ(a.date, (Date{2016, 7, 15}));
}

TEST(ReadHtml, TakesALongBodyFromJsonLdWhereThePageHasNone) {
    std::string body;
    for (int i = 0; i < 6; ++i) body += std::string(first) + "\\n\\n";
    const Article a =
        article("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\": \"" + body +
                "\"}</script><body><div id=app></div></body>");
    EXPECT_TRUE(a.text.starts_with(first));
    EXPECT_GT(a.text.size(), 500U);
}

TEST(ReadHtml, ReadsTheEncodingThatThePageNames) {
    EXPECT_NE(article("<meta charset=windows-1251><body><p>\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 " +
                      std::string(first))
                  .text.find("Президент"),
              std::string::npos);
    EXPECT_NE(article("<meta charset=iso-8859-1><body><p>It\x92s Bogot\xE1. " + std::string(first))
                  .text.find("It’s Bogotá."),
              std::string::npos);
    EXPECT_NE(article("<body><p>It’s Bogotá. " + std::string(first)).text.find("It’s Bogotá."),
              std::string::npos);
}

TEST(ReadHtml, KeepsCaptionsApart) {
    const Article a = article("<article>" + paragraph(first) +
                              "<figure><img src=x><figcaption>A roadblock on Monday</figcaption></figure>" +
                              paragraph(second) + paragraph(third) + "</article>");
    EXPECT_NE(a.text.find("\n\nPhoto: A roadblock on Monday\n\n"), std::string::npos) << a.text;
}

TEST(ReadHtml, RefusesAPageWithoutText) {
    const FileRead read = read_html("<html><body><script>app()</script></body></html>", "a.html", "a");
    ASSERT_TRUE(std::holds_alternative<InputError>(read.result));
    EXPECT_EQ(message(std::get<InputError>(read.result)),
              "a.html: holds no text: no paragraphs were found in this page");
}

TEST(ReadHtml, GoesAsDeepAsThePage) {
    std::string page = "<body>";
    for (int i = 0; i < 30'000; ++i) page += "<div><b>";
    EXPECT_NO_THROW(read_html(page + story(), "a.html", "a"));
}

}  // namespace
}  // namespace entente::extract
