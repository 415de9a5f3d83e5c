# Each example runs, and prints what its story promises.
function(entente_add_example name)
    cmake_parse_arguments(PARSE_ARGV 1 example "" "PRINTS" "ARGUMENTS;LINKS")
    add_executable(example_${name} examples/${name}.cpp)
    target_link_libraries(example_${name} PRIVATE entente_rules fmt::fmt ${example_LINKS})
    add_dependencies(all_tests example_${name})
    add_test(NAME "examples: ${name}" COMMAND example_${name} ${example_ARGUMENTS})
    set_tests_properties("examples: ${name}" PROPERTIES
        LABELS examples PASS_REGULAR_EXPRESSION "${example_PRINTS}")
endfunction()

entente_add_example(read_an_article LINKS entente::extract PRINTS "Sergei Lavrov is a person")
entente_add_example(ask_a_graph LINKS entente::graph
    PRINTS "Iran: 1 event, 1 report\n.*russia - turkey: Russia met Turkey\\.\nturkey - iran: Iran accused Turkey\\.")
entente_add_example(keep_a_graph LINKS entente::store
    ARGUMENTS ${CMAKE_CURRENT_BINARY_DIR}/examples.db ${CMAKE_CURRENT_SOURCE_DIR}/articles
    PRINTS "[1-9][0-9]* articles, [1-9][0-9]* events\n.* has to do with [1-9][0-9]* others")
entente_add_example(walk_with_boost LINKS entente::graph Boost::headers
    PRINTS "iran: 2\nrussia: 1\nsyria: 3\nturkey: 0")
