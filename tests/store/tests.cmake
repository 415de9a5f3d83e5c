entente_add_tests(store
    SOURCES
        store/check_test.cpp
        store/coding_test.cpp
        store/contract_test.cpp
        store/faults_test.cpp
        store/import_test.cpp
        store/imports_test.cpp
        store/keys_test.cpp
        store/kill_test.cpp
        store/merge_test.cpp
        store/news_test.cpp
        store/repair_test.cpp
        store/store_test.cpp
        store/values_test.cpp
    LINKS entente::store Boost::headers)

# The victim of kill_test.cpp.
add_executable(store_killed_writer store/killed_writer.cpp)
target_link_libraries(store_killed_writer PRIVATE entente_rules entente::store)
add_dependencies(store_tests store_killed_writer)
target_compile_definitions(store_tests PRIVATE ENTENTE_KILLED_WRITER="$<TARGET_FILE:store_killed_writer>")

# What is parallel, once more under the thread sanitizer.
add_executable(store_parallel_tests store/readers_test.cpp)
target_link_libraries(store_parallel_tests PRIVATE entente_test_rules entente::store)
gtest_discover_tests(store_parallel_tests TEST_PREFIX "store: " PROPERTIES LABELS parallel DISCOVERY_TIMEOUT 60)
add_dependencies(parallel_tests store_parallel_tests)
add_dependencies(all_tests store_parallel_tests)

# A tenth of what tests/soak.sh does when a person asks it to.
add_test(NAME "store: survives kills" COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/soak.sh $<TARGET_FILE:entente> 20)
set_tests_properties("store: survives kills" PROPERTIES LABELS store TIMEOUT 600)
