#include "extract/events/predicate_lexicon.hpp"

#include "extract/lexicons/embedded.hpp"
#include "extract/lexicons/lexicon_file.hpp"
#include "tests/extract/events/story.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

PredicateLexicon of(const std::string& predicates) {
    return {"predicates.json", predicates, "plover.json", embedded_lexicon("plover.json")};
}

std::string complaint_about(const std::string& predicates) {
    try {
        of(predicates);
    } catch (const LexiconError& error) {
        return error.what();
    }
    return "";
}

// "SUPPORT Iran, Iraq >" of a group's example names the actors of its text.
std::vector<std::string> names_in(const std::string& reads) {
    std::vector<std::string> out;
    std::string word;
    for (const char c : reads.substr(reads.find(' ') + 1) + ",") {
        if (c != ',' && c != '>') {
            word += c;
            continue;
        }
        while (!word.empty() && word.front() == ' ') word.erase(0, 1);
        while (!word.empty() && word.back() == ' ') word.pop_back();
        if (!word.empty()) out.push_back(word);
        word.clear();
    }
    return out;
}

std::string without_mode(std::string line) {
    const auto slash = line.find('/');
    if (slash != std::string::npos && slash < line.find(' ')) line.erase(slash, line.find(' ') - slash);
    return line;
}

TEST(PredicateLexicon, reads_every_example_as_its_group_says) {
    for (const auto& group : predicates().groups()) {
        if (group.example.empty()) continue;
        std::vector<std::string> lines;
        for (const auto& line : lines_of({group.example, names_in(group.reads), Date{}}))
            lines.push_back(without_mode(line));
        EXPECT_THAT(lines, testing::Contains(group.reads)) << group.name << ": " << group.example;
    }
}

TEST(PredicateLexicon, gives_every_group_of_events_an_example_but_those_of_hints) {
    for (const auto& group : predicates().groups()) {
        if (group.use != FrameUse::event || group.name.starts_with("hint-")) continue;
        EXPECT_FALSE(group.example.empty()) << group.name;
    }
}

TEST(PredicateLexicon, is_thick_in_all_sixteen_types) {
    EXPECT_GE(predicates().frame_count(), 2500U);
    for (const auto type : all_event_types()) {
        std::size_t groups = 0;
        for (const auto& group : predicates().groups())
            groups += group.use == FrameUse::event && group.type == type ? 1U : 0U;
        EXPECT_GE(groups, 1U) << name(type);
    }
}

TEST(PredicateLexicon, names_file_and_line_of_an_unknown_type) {
    EXPECT_THAT(complaint_about("[\n{\"group\": \"a\", \"type\": \"AID\", \"verbs\": [\"aid\"]},\n"
                                "{\"group\": \"b\", \"type\": \"WAVE\", \"verbs\": [\"wave\"]}\n]\n"),
                testing::AllOf(testing::HasSubstr("predicates.json:3"), testing::HasSubstr("WAVE")));
}

TEST(PredicateLexicon, refuses_a_mode_that_the_type_does_not_have) {
    EXPECT_THAT(
        complaint_about(
            "[\n{\"group\": \"a\", \"type\": \"AID\", \"mode\": \"riot\", \"verbs\": [\"aid\"]}\n]\n"),
        testing::HasSubstr("riot"));
}

TEST(PredicateLexicon, refuses_an_unknown_slot_field_class_and_a_group_told_twice) {
    EXPECT_THAT(complaint_about("[\n{\"group\": \"a\", \"type\": \"AID\", \"actor\": \"beside\"}\n]\n"),
                testing::HasSubstr("beside"));
    EXPECT_THAT(complaint_about("[\n{\"group\": \"a\", \"type\": \"AID\", \"verb\": [\"aid\"]}\n]\n"),
                testing::HasSubstr("verb"));
    EXPECT_THAT(
        complaint_about("[\n{\"group\": \"a\", \"type\": \"AID\", \"verbs\": [\"send @gifts\"]}\n]\n"),
        testing::HasSubstr("@gifts"));
    EXPECT_THAT(complaint_about(
                    "[\n{\"group\": \"a\", \"type\": \"AID\"},\n{\"group\": \"a\", \"type\": \"AID\"}\n]\n"),
                testing::HasSubstr(":3"));
}

}  // namespace
}  // namespace entente::extract
