#include "extract/reading/model.hpp"

#include "tests/extract/reading/small_model.hpp"

#include <cstring>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

using testing::HasSubstr;

constexpr std::size_t header_bytes = 48;

std::string error(const std::string& bytes) {
    try {
        read_model(bytes, "reading.model");
    } catch (const ModelError& e) {
        return e.what();
    }
    return "no error";
}

TEST(Model, ReadsBackWhatItWroteByteForByte) {
    const std::string bytes = write_model(small_model());
    const ReadingModel model = read_model(bytes, "reading.model");
    EXPECT_EQ(model.about, small_model().about);
    EXPECT_EQ(model.cells[1][0].weights.values, small_model().cells[1][0].weights.values);
    EXPECT_EQ(write_model(model), bytes);
}

TEST(Model, RefusesAStrangersFile) {
    EXPECT_THAT(error("not a model at all"), HasSubstr("reading.model: not a reading model"));
    EXPECT_THAT(error(""), HasSubstr("not a reading model"));
}

TEST(Model, RefusesAnotherVersionAndOtherFeatures) {
    std::string bytes = write_model(small_model());
    bytes[16] = 99;
    EXPECT_THAT(error(bytes), HasSubstr("reading model of version 99"));
    bytes = write_model(small_model());
    bytes[24] = 77;
    EXPECT_THAT(error(bytes), HasSubstr("made with features 77"));
}

TEST(Model, NoticesAnyDamagedByte) {
    const std::string bytes = write_model(small_model());
    for (std::size_t at = header_bytes; at < bytes.size(); at += 37) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        ASSERT_THAT(error(damaged), HasSubstr("damaged reading model (checksum)")) << "byte " << at;
    }
}

TEST(Model, NoticesWhatIsMissing) {
    const std::string bytes = write_model(small_model());
    for (std::size_t size = 0; size < bytes.size(); size += 101)
        ASSERT_NE(error(bytes.substr(0, size)), "no error") << size << " bytes";
}

TEST(Model, RefusesSizesThatDoNotFit) {
    ReadingModel model = small_model();
    model.arc_width = 8;
    EXPECT_THAT(error(write_model(model)), HasSubstr("another size"));
    model = small_model();
    model.lemma_scripts[0] = 4;
    EXPECT_THAT(error(write_model(model)), HasSubstr("lemma scripts"));
    model = small_model();
    std::swap(model.word_keys[0], model.word_keys[1]);
    EXPECT_THAT(error(write_model(model)), HasSubstr("keys out of order"));
}

TEST(Model, SaysWhichFileCannotBeOpened) {
    try {
        load_model("no/such/reading.model");
        FAIL() << "opened what is not there";
    } catch (const ModelError& e) {
        EXPECT_THAT(e.what(), HasSubstr("no/such/reading.model: cannot open the reading model"));
    }
}

}  // namespace
}  // namespace entente::extract
