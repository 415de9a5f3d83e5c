# Figures on gold, with floors under them.
entente_add_tests(accuracy
    SOURCES
        accuracy/labelled_test.cpp
        accuracy/identity_test.cpp
        accuracy/score_test.cpp
        accuracy/coreference/coreference_test.cpp
        accuracy/coreference/chains.cpp
        accuracy/coreference/gold_chains.cpp
        accuracy/scores.cpp
    LINKS entente::extract entente::graph nlohmann_json::nlohmann_json ICU::uc)
