#include "extract/train/silver_names.hpp"

#include <array>
#include <initializer_list>

#include <gtest/gtest.h>

namespace entente::extract::train {
namespace {

// Four tokens; those of `places` are places of one token each.
Sentence with_places(std::initializer_list<std::size_t> places) {
    Sentence out;
    out.tokens.resize(4);
    for (const std::size_t i : places) {
        out.tokens[i].name = NameType::location;
        out.tokens[i].begins = true;
    }
    return out;
}

TEST(VoteOnNames, WhatMoreThanHalfFoundIsKept) {
    const std::array readings = {with_places({0, 1}), with_places({0, 2}), with_places({0, 1})};
    Sentence sentence = with_places({3});
    vote_on_names(readings, sentence);
    EXPECT_EQ(sentence.tokens[0].name, NameType::location);
    EXPECT_TRUE(sentence.tokens[0].begins);
    EXPECT_EQ(sentence.tokens[1].name, NameType::location);
    EXPECT_EQ(sentence.tokens[2].name, NameType::none);
    EXPECT_EQ(sentence.tokens[3].name, NameType::none);
}

TEST(VoteOnNames, TwoMustAgree) {
    const std::array readings = {with_places({0}), with_places({1})};
    Sentence sentence = with_places({});
    vote_on_names(readings, sentence);
    for (const Token& token : sentence.tokens) EXPECT_EQ(token.name, NameType::none);
}

TEST(VoteOnNames, EdgesAndTypesMustBeTheSame) {
    Sentence longer = with_places({0});
    longer.tokens[1].name = NameType::location;
    Sentence person = with_places({0});
    person.tokens[0].name = NameType::person;
    const std::array readings = {with_places({0}), longer, person};
    Sentence sentence = with_places({});
    vote_on_names(readings, sentence);
    EXPECT_EQ(sentence.tokens[0].name, NameType::none);
}

}  // namespace
}  // namespace entente::extract::train
