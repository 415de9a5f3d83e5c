# What keeps the house in order: walls, headers that stand alone, one way of spacing.
add_test(NAME "house: includes go through the doors"
    COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -P ${CMAKE_CURRENT_SOURCE_DIR}/doors.cmake)

# Every header compiles by itself: a source with nothing but its include. No precompiled header here, it would hide what
# a header forgets.
file(GLOB_RECURSE headers RELATIVE ${PROJECT_SOURCE_DIR} CONFIGURE_DEPENDS
    ${PROJECT_SOURCE_DIR}/extract/*.hpp ${PROJECT_SOURCE_DIR}/graph/*.hpp
    ${PROJECT_SOURCE_DIR}/store/*.hpp ${PROJECT_SOURCE_DIR}/cli/*.hpp)
if(NOT ENTENTE_TRAINERS)  # the trainers' headers need Eigen, which nothing else does
    list(FILTER headers EXCLUDE REGEX "^extract/train/")
endif()
set(alone)
foreach(header ${headers})
    set(source ${CMAKE_CURRENT_BINARY_DIR}/headers/${header}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "#include \"${header}\"\n#include \"${header}\"\n")
    list(APPEND alone ${source})
endforeach()
add_library(entente_headers OBJECT ${alone})
target_link_libraries(entente_headers PRIVATE
    entente_rules entente::extract entente::graph entente::store
    CLI11::CLI11 fmt::fmt nlohmann_json::nlohmann_json Boost::headers $<$<BOOL:${ENTENTE_TRAINERS}>:Eigen3::Eigen>)
# Only whether they compile is asked: no code is kept and none optimised.
target_compile_options(entente_headers PRIVATE -O0 -g0)

find_program(CLANG_FORMAT NAMES clang-format-14 clang-format)
if(CLANG_FORMAT)
    add_test(NAME "house: clang-format has nothing to say"
        COMMAND sh -c "find extract graph store cli tests -name '*.hpp' -o -name '*.cpp' | sort | xargs ${CLANG_FORMAT} --dry-run -Werror"
        WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endif()
find_program(SHELLCHECK shellcheck)
if(SHELLCHECK)
    add_test(NAME "house: shellcheck has nothing to say"
        COMMAND sh -c "find cli tests .ci -name '*.sh' -o -path '.ci/run' | sort | xargs ${SHELLCHECK}"
        WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endif()
