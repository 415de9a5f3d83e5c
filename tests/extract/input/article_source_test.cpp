#include "extract/input/article_source.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace entente::extract {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

// A folder of its own for each test, gone afterwards.
class Sources : public testing::Test {
 protected:
    void SetUp() override {
        const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::temp_directory_path() /
                  (std::string("entente-") + test->name() + "-" + std::to_string(getpid()));
        fs::create_directories(folder_);
    }
    void TearDown() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    std::string write(const std::string& name, const std::string& bytes) {
        const fs::path path = folder_ / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
        return path.string();
    }

    // What came, in order: an article's id, or "error: …" and "warning: …" without the folder's name.
    std::vector<std::string> read(const std::vector<std::string>& paths,
                                  const std::string& standard_input = "") {
        std::istringstream input(standard_input);
        ArticleSource source(paths, input);
        std::vector<std::string> out;
        while (const auto next = source.next()) out.push_back(told(*next));
        return out;
    }

    std::string told(const Input& input) {
        if (const auto* const article = std::get_if<Article>(&input)) return article->id;
        const auto* const error = std::get_if<InputError>(&input);
        std::string line = error != nullptr ? "error: " + message(*error)
                                            : "warning: " + message(std::get<InputWarning>(input));
        const std::string prefix = folder_.string() + "/";
        if (const auto at = line.find(prefix); at != std::string::npos) line.erase(at, prefix.size());
        return line;
    }

    fs::path folder_;
};

TEST_F(Sources, ComeInTheOrderOfTheirNames) {
    write("b.txt", "The second.");
    write("a/z.txt", "The first.");
    write("c.jsonl", "{\"id\": \"x\", \"text\": \"Third.\"}\n{\"id\": \"y\", \"text\": \"Fourth.\"}\n");
    EXPECT_THAT(read({folder_.string()}), ElementsAre("z", "b", "x", "y"));
}

TEST_F(Sources, PassOverAndCountOtherEndingsInFolders) {
    write("a.txt", "The story.");
    write("b.pdf", "%PDF");
    write(".hidden.txt", "No.");
    std::istringstream none;
    ArticleSource source({folder_.string()}, none);
    while (source.next()) {
    }
    EXPECT_EQ(source.files_opened(), 1U);
    EXPECT_EQ(source.files_skipped(), 1U);
    EXPECT_GT(source.bytes_read(), 0U);
}

TEST_F(Sources, AreToldByTheirFirstBytesWhenNamedDirectly) {
    EXPECT_THAT(read({write("a.data", "{\"text\": \"One.\", \"id\": \"one\"}"),
                      write("b.page", "<!DOCTYPE html><p>The army said on Monday it had left.</p>"),
                      write("c.story", "The army left.")}),
                ElementsAre("one", "b", "c"));
    const auto refused = read({write("d.bin", std::string("\x7F"
                                                          "ELF\0\0\0\0",
                                                          8))});
    ASSERT_EQ(refused.size(), 1U);
    EXPECT_NE(refused[0].find("d.bin: is not text"), std::string::npos);
}

TEST_F(Sources, MayBeStandardInput) {
    EXPECT_THAT(read({"-"}, "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n"),
                ElementsAre("stdin:1", "stdin:2"));
    EXPECT_THAT(read({"-"}, "The army left.\n"), ElementsAre("stdin"));
    EXPECT_THAT(read({"-"}, ""), ElementsAre("error: standard input: is empty: nothing to read"));
}

TEST_F(Sources, GoOnAfterAMissingFile) {
    EXPECT_THAT(read({(folder_ / "no.txt").string(), write("yes.txt", "The story.")}),
                ElementsAre("error: no.txt: no such file or folder", "yes"));
}

TEST_F(Sources, SayThatAFileIsEmpty) {
    EXPECT_THAT(
        read({write("a.txt", ""), write("b.jsonl", "\n\n"), write("c.html", "")}),
        ElementsAre("error: a.txt: is empty: nothing to read", "error: b.jsonl: is empty: nothing to read",
                    "error: c.html: is empty: nothing to read"));
}

TEST_F(Sources, SayWhatCannotBeOpened) {
    if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
    const std::string file = write("a.txt", "The story.");
    fs::permissions(file, fs::perms::none);
    EXPECT_THAT(read({file}), ElementsAre("error: a.txt: cannot be opened: Permission denied"));
}

TEST_F(Sources, RefuseAnArticleThatIsTooLarge) {
    const auto got =
        read({write("big.txt", std::string(max_article_bytes + 1, 'a')), write("yes.txt", "The story.")});
    EXPECT_THAT(
        got,
        ElementsAre("error: big.txt: is larger than 64 MB: one file holds one article; use .jsonl for many",
                    "yes"));
}

TEST_F(Sources, MapTheUsualNamesOfFields) {
    std::istringstream input(
        R"({"maintext": "Story.", "headline": "Truce", "date_publish": "2016-07-15 10:00:00", "source_domain": "m.example", "url": "https://m.example/1", "language": "en", "text": null})"
        "\n"
        R"({"content": "Story.", "title": "Truce", "pub_date": "July 15, 2016", "publisher": {"name": "Wire"}, "source_url": "https://m.example/2", "lang": "en", "id": 7})");
    ArticleSource source({"-"}, input);
    const auto first = std::get<Article>(source.next().value());
    EXPECT_EQ(first.text, "Story.");
    EXPECT_EQ(first.title, "Truce");
    EXPECT_EQ(first.date, (Date{2016, 7, 15}));
    EXPECT_EQ(first.source, "m.example");
    EXPECT_EQ(first.url, "https://m.example/1");
    EXPECT_EQ(first.language, "en");
    EXPECT_EQ(first.id, "stdin:1");
    const auto second = std::get<Article>(source.next().value());
    EXPECT_EQ(second.id, "7");
    EXPECT_EQ(second.source, "Wire");
    EXPECT_EQ(second.url, "https://m.example/2");
    EXPECT_EQ(second.date, (Date{2016, 7, 15}));
}

TEST_F(Sources, NameTheLineOfABrokenRecord) {
    const auto got = read({write("a.jsonl",
                                 "{\"id\": \"1\", \"text\": \"One.\"}\n"
                                 "{\"id\": \"2\", \"text\": \"Two.\n"
                                 "{\"id\": \"3\", \"text\": \"Three.\"}\n"
                                 "nonsense\n"
                                 "{\"id\": \"5\", \"text\": }\n"
                                 "{\"id\": \"6\", \"title\": \"x\"}\n"
                                 "{\"id\": \"7\", \"text\": \"Seven.\", \"date\": \"someday\"}\n")});
    ASSERT_EQ(got.size(), 8U);
    EXPECT_EQ(got[0], "1");
    EXPECT_EQ(got[1], "error: a.jsonl:2: broken JSON: the line ends inside this record");
    EXPECT_EQ(got[2], "3");
    EXPECT_EQ(got[3],
              "error: a.jsonl:4: no JSON object starts here: every record is an object, {\"text\": …}");
    EXPECT_TRUE(got[4].starts_with("error: a.jsonl:5: broken JSON at its byte ")) << got[4];
    EXPECT_EQ(got[5],
              "error: a.jsonl:6: no text: none of the fields text, maintext, content, body, event_text holds "
              "a string with words in it");
    EXPECT_EQ(got[6],
              "warning: a.jsonl:7: cannot read the date \"someday\": the article is read without one; write "
              "it as 2016-07-15");
    EXPECT_EQ(got[7], "7");
}

TEST_F(Sources, LoseOneLineOnlyWhereTheFirstIsBroken) {
    EXPECT_THAT(read({"-"}, "{\"id\": \"1\", \"text\":\n{\"id\": \"2\", \"text\": \"Two.\"}\n"),
                ElementsAre("error: standard input:1: broken JSON: the line ends inside this record", "2"));
}

TEST_F(Sources, ReadRecordsHoweverTheyAreStrung) {
    EXPECT_THAT(read({"-"}, "[{\"id\":\"a\",\"text\":\"x\"},\n {\"id\":\"b\",\"text\":\"y\"}]"),
                ElementsAre("a", "b"));
    EXPECT_THAT(read({"-"}, "{\"id\":\"a\",\"text\":\"x\"}{\"id\":\"b\",\"text\":\"y\"}"),
                ElementsAre("a", "b"));
    EXPECT_THAT(
        read({"-"}, "{\n  \"id\": \"a\",\n  \"text\": \"x\"\n}\n{\n  \"id\": \"b\",\n  \"text\": \"y\"\n}\n"),
        ElementsAre("a", "b"));
    EXPECT_THAT(read({"-"},
                     "{\"status\": \"ok\", \"articles\": [{\"id\":\"a\",\"content\":\"x\"}, "
                     "{\"id\":\"b\",\"content\":\"y\"}]}"),
                ElementsAre("a", "b"));
    EXPECT_THAT(read({"-"}, "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"x\"}\r\n"), ElementsAre("a"));
}

TEST_F(Sources, MendWhatStrictJsonForbids) {
    std::istringstream input("{\"id\":\"a\",\"score\":NaN,\"text\":\"It\x92s \\ud83d over\there\"}");
    ArticleSource source({"-"}, input);
    const Input next = source.next().value();
    ASSERT_TRUE(std::holds_alternative<Article>(next));
    EXPECT_EQ(std::get<Article>(next).text, "It’s \xEF\xBF\xBD over here");
}

TEST_F(Sources, ReadAMillionCharactersOnALine) {
    EXPECT_THAT(read({"-"}, "{\"id\":\"a\",\"text\":\"" + std::string(1'000'000, 'x') +
                                "\"}\n{\"id\":\"b\",\"text\":\"y\"}\n"),
                ElementsAre("a", "b"));
}

TEST_F(Sources, ServeSeveralThreads) {
    std::string lines;
    for (int i = 0; i < 500; ++i) lines += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"x\"}\n";
    std::istringstream input(lines);
    ArticleSource source({"-"}, input);
    std::vector<std::set<std::string>> got(4);
    {
        std::vector<std::jthread> threads;
        for (auto& ids : got) {
            threads.emplace_back([&source, &ids] {
                while (const auto next = source.next()) ids.insert(std::get<Article>(*next).id);
            });
        }
    }
    std::set<std::string> all;
    for (const auto& ids : got) all.insert(ids.begin(), ids.end());
    EXPECT_EQ(all.size(), 500U);
}

}  // namespace
}  // namespace entente::extract
