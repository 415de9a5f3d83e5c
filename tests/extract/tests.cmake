set(extract_test_sources
    extract/date_test.cpp
    extract/json_test.cpp
    extract/read_test.cpp)

# As in extract/: one list of sources per folder, kept in the folder, appended to extract_test_sources.
foreach(folder input reading actors events lexicons datasets)
    include(${CMAKE_CURRENT_LIST_DIR}/${folder}/tests.cmake OPTIONAL)
endforeach()

entente_add_tests(extract
    SOURCES ${extract_test_sources}
    LINKS entente::extract nlohmann_json::nlohmann_json)
