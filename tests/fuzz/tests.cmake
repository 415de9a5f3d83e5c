# With any compiler: each door's inputs and mutations of them from a fixed seed, as a test.
function(entente_fuzzed_door door)
    cmake_parse_arguments(PARSE_ARGV 1 door "" "" "LINKS")
    set(folder ${CMAKE_CURRENT_SOURCE_DIR}/fuzz)
    add_executable(replay_${door} ${folder}/${door}.cpp ${folder}/replay.cpp)
    target_link_libraries(replay_${door} PRIVATE entente_rules ${door_LINKS})
    add_test(NAME "fuzz: replay ${door}" COMMAND replay_${door} ${folder}/corpus/${door})
    set_tests_properties("fuzz: replay ${door}" PROPERTIES LABELS fuzz TIMEOUT 300)
    add_dependencies(all_tests replay_${door})
endfunction()

include(${CMAKE_CURRENT_LIST_DIR}/doors.cmake)
