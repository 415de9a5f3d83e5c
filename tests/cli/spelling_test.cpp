#include "cli/spelling.hpp"

#include <string>

#include <gtest/gtest.h>

namespace entente::cli {
namespace {

TEST(Nearest, FindsTheWordThatWasMeant) {
    EXPECT_EQ(nearest("neighbours", {"actors", "neighbors", "path"}), "neighbors");
    EXPECT_EQ(nearest("actor", {"add", "actors"}), "actors");
    EXPECT_EQ(nearest("exprot", {"extract", "export"}), "export");
}

TEST(Nearest, SaysNothingWhenNoWordIsNear) {
    EXPECT_EQ(nearest("frobnicate", {"actors", "path"}), "");
    EXPECT_EQ(nearest("", {"actors"}), "");
    EXPECT_EQ(nearest(std::string(100000, 'x'), {"actors"}), "");
}

}  // namespace
}  // namespace entente::cli
