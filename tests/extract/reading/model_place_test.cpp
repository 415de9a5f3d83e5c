#include "extract/reading/model_place.hpp"

#include <cstdlib>

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

class ModelPlace : public testing::Test {
 protected:
    ~ModelPlace() override { unsetenv("ENTENTE_MODEL"); }
};

TEST_F(ModelPlace, IsWhatWasAskedForBeforeAll) {
    setenv("ENTENTE_MODEL", "from/environment.model", 1);
    EXPECT_EQ(find_model("asked.model"), "asked.model");
}

TEST_F(ModelPlace, IsNamedByTheEnvironmentNext) {
    setenv("ENTENTE_MODEL", "from/environment.model", 1);
    EXPECT_EQ(find_model(), "from/environment.model");
}

TEST_F(ModelPlace, IsTheOneOfTheTreeInATestRun) {
    setenv("ENTENTE_MODEL", "", 1);
    EXPECT_EQ(find_model().filename(), "reading.model");
}

}  // namespace
}  // namespace entente::extract
