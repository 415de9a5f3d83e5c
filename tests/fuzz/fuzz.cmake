# With clang: one libFuzzer program per door, run as  fuzz_article_txt tests/fuzz/corpus/article_txt
if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "ENTENTE_FUZZERS needs clang: cmake --preset fuzz")
endif()

function(entente_fuzzed_door door)
    cmake_parse_arguments(PARSE_ARGV 1 door "" "" "LINKS")
    add_executable(fuzz_${door} ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/${door}.cpp)
    target_link_libraries(fuzz_${door} PRIVATE entente_rules ${door_LINKS})
    target_compile_options(fuzz_${door} PRIVATE -fsanitize=fuzzer-no-link)
    target_link_options(fuzz_${door} PRIVATE -fsanitize=fuzzer)
    # The rooms tell the fuzzer which of their branches an input reached.
    foreach(room ${door_LINKS})
        get_target_property(library ${room} ALIASED_TARGET)
        target_compile_options(${library} PRIVATE -fsanitize=fuzzer-no-link)
    endforeach()
endfunction()

include(${CMAKE_CURRENT_LIST_DIR}/doors.cmake)
