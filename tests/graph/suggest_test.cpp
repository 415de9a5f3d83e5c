#include "graph/suggest.hpp"

#include "graph/memory_graph.hpp"
#include "graph/resolve.hpp"
#include "tests/graph/newsroom.hpp"

namespace entente::tests {
namespace {

using testing::ElementsAre;

const MemoryGraph& sample() {
    static const MemoryGraph graph = [] {
        MemoryGraph made;
        made.put(Story("a")
                     .person("sergei-lavrov")
                     .alias("Lavrov")
                     .person("recep-tayyip-erdogan")
                     .country("iran")
                     .country("iraq")
                     .country("turkey")
                     .actor(ActorType::organization, "government-of-syria")
                     .said());
        made.put(Story("b").country("iraq").said());
        resolve(made);
        return made;
    }();
    return graph;
}

std::vector<std::string> near(std::string_view name, std::size_t limit = 5) {
    std::vector<std::string> ids;
    for (const Suggestion& suggestion : suggest(sample(), name, limit)) ids.push_back(suggestion.id);
    return ids;
}

TEST(Suggest, MendsASlip) {
    EXPECT_THAT(near("Lavarov"), ElementsAre("sergei-lavrov"));
    EXPECT_THAT(near("Sergey Lavrov"), ElementsAre("sergei-lavrov"));
    EXPECT_THAT(near("Tukrey"), ElementsAre("turkey")) << "a swap of neighbours is one slip";
}

TEST(Suggest, PutsTheNearestFirstThenTheMoreWritten) {
    EXPECT_THAT(near("Irak"), ElementsAre("iraq", "iran"));
    EXPECT_THAT(near("Irak", 1), ElementsAre("iraq"));
}

TEST(Suggest, FindsTheNameOfWhichOnlySomeWordsAreAsked) {
    EXPECT_THAT(near("Recep Erdogan"), ElementsAre("recep-tayyip-erdogan"));
    EXPECT_THAT(near("Syrian goverment"), ElementsAre("government-of-syria"));
}

TEST(Suggest, StaysSilentAboutWhatIsFar) {
    EXPECT_THAT(near("Zimbabwe"), testing::IsEmpty());
    EXPECT_THAT(near(""), testing::IsEmpty());
    EXPECT_THAT(near(std::string(100'000, 'x')), testing::IsEmpty());
}

}  // namespace
}  // namespace entente::tests
