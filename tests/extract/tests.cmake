entente_add_tests(extract
    SOURCES
        extract/date_test.cpp
    LINKS entente::extract nlohmann_json::nlohmann_json)
