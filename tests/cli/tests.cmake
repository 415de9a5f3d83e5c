entente_add_tests(cli
    SOURCES
        cli/file_sink_test.cpp
        cli/marking_test.cpp
        cli/options_test.cpp
        cli/printing_test.cpp
        cli/spelling_test.cpp
    LINKS entente::cli)

# What is parallel, once more under the thread sanitizer.
add_executable(cli_parallel_tests cli/ordered_work_test.cpp)
target_link_libraries(cli_parallel_tests PRIVATE entente_test_rules entente::cli)
gtest_discover_tests(cli_parallel_tests TEST_PREFIX "cli: " PROPERTIES LABELS parallel)
add_dependencies(parallel_tests cli_parallel_tests)
add_dependencies(all_tests cli_parallel_tests entente)

# The program as a user meets it: arguments in, text and status out, on the sample articles.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(golden ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/golden.py
    --entente $<TARGET_FILE:entente> --store ${CMAKE_CURRENT_BINARY_DIR}/golden.db)
add_test(NAME "cli: sample articles become a store" COMMAND ${golden} --build)
set_tests_properties("cli: sample articles become a store" PROPERTIES FIXTURES_SETUP sample_store LABELS "cli;parallel")

file(GLOB cases RELATIVE ${CMAKE_CURRENT_LIST_DIR}/golden CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/golden/*)
foreach(case ${cases})
    add_test(NAME "cli: golden ${case}" COMMAND ${golden} ${CMAKE_CURRENT_LIST_DIR}/golden/${case})
    set_tests_properties("cli: golden ${case}" PROPERTIES FIXTURES_REQUIRED sample_store LABELS cli TIMEOUT 300)
endforeach()

add_test(NAME "cli: answers hang together"
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/answers_test.py
        --entente $<TARGET_FILE:entente> --store ${CMAKE_CURRENT_BINARY_DIR}/golden.db)
set_tests_properties("cli: answers hang together" PROPERTIES
    FIXTURES_REQUIRED sample_store LABELS cli TIMEOUT 600)

find_program(ENTENTE_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(ENTENTE_PYTHON python3)
add_test(NAME "cli: networkx says the same of the whole graph"
    COMMAND ${ENTENTE_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/networkx_test.py
        --entente $<TARGET_FILE:entente> --store ${CMAKE_CURRENT_BINARY_DIR}/golden.db)
set_tests_properties("cli: networkx says the same of the whole graph" PROPERTIES
    FIXTURES_REQUIRED sample_store LABELS cli SKIP_RETURN_CODE 77 TIMEOUT 600)

add_test(NAME "cli: what is parsed is valid CoNLL-U"
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/conllu_test.py --entente $<TARGET_FILE:entente>)
set_tests_properties("cli: what is parsed is valid CoNLL-U" PROPERTIES LABELS cli TIMEOUT 600)

foreach(way tmpfs limit)
    add_test(NAME "cli: a full disk (${way}) loses nothing that was acknowledged"
        COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/full_disk_test.py --entente $<TARGET_FILE:entente> --by ${way})
    set_tests_properties("cli: a full disk (${way}) loses nothing that was acknowledged" PROPERTIES
        LABELS cli SKIP_RETURN_CODE 77 TIMEOUT 900)
endforeach()
