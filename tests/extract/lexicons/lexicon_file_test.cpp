#include "extract/lexicons/lexicon_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

std::string complaint(std::string_view content, const std::function<void(const LexiconEntry&)>& take) {
    try {
        read_lexicon("test.json", content, take);
    } catch (const LexiconError& error) {
        return error.what();
    }
    return "";
}

TEST(LexiconFile, gives_the_entries_in_order) {
    std::vector<std::string> names;
    read_lexicon("test.json", "[\n{\"name\": \"Kenya\"},\n\n{\"name\": \"Kiribati\"}\n]\n",
                 [&](const LexiconEntry& entry) { names.push_back(entry.text("name")); });
    EXPECT_EQ(names, (std::vector<std::string>{"Kenya", "Kiribati"}));
}

TEST(LexiconFile, names_the_line_that_is_no_json) {
    EXPECT_THAT(complaint("[\n{\"name\": \"Kenya\"},\n{\"name\": }\n]\n", [](const LexiconEntry&) {}),
                testing::StartsWith("test.json:3: "));
}

TEST(LexiconFile, names_the_line_whose_field_is_missing_or_of_another_kind) {
    const auto wants_name = [](const LexiconEntry& entry) { static_cast<void>(entry.text("name")); };
    EXPECT_EQ(complaint("[\n{\"code\": \"KEN\"}\n]\n", wants_name),
              "test.json:2: the entry needs a \"name\"");
    EXPECT_EQ(complaint("[\n{\"name\": 7}\n]\n", wants_name), "test.json:2: \"name\" must be a string");
}

TEST(LexiconFile, refuses_a_misspelt_field) {
    EXPECT_THAT(complaint("[\n{\"nmae\": \"Kenya\"}\n]\n",
                          [](const LexiconEntry& entry) {
                              entry.allow_only({"name", "code"});
                          }),
                testing::HasSubstr("unknown field \"nmae\""));
}

TEST(LexiconFile, reports_a_file_that_cannot_be_read) {
    EXPECT_THROW(read_lexicon_file("/no/such/folder/countries.json"), LexiconError);
}

}  // namespace
}  // namespace entente::extract
