entente_add_tests(graph
    SOURCES
        graph/article_key_test.cpp
        graph/boost_graph_test.cpp
        graph/common_test.cpp
        graph/communities_test.cpp
        graph/decisions_test.cpp
        graph/derive_test.cpp
        graph/describe_test.cpp
        graph/duplicates_test.cpp
        graph/evidence_test.cpp
        graph/filter_test.cpp
        graph/fold_name_test.cpp
        graph/fold_test.cpp
        graph/graphml_test.cpp
        graph/homonyms_test.cpp
        graph/identity_test.cpp
        graph/joined_decisions_test.cpp
        graph/memory_graph_test.cpp
        graph/neighbourhood_test.cpp
        graph/neighbours_test.cpp
        graph/paths_test.cpp
        graph/rank_test.cpp
        graph/records_test.cpp
        graph/resolve_test.cpp
        graph/rollup_test.cpp
        graph/snapshot_test.cpp
        graph/stats_test.cpp
        graph/suggest_test.cpp
        graph/timeline_test.cpp
        graph/xml_text_test.cpp
    LINKS entente::graph Boost::headers)

# Other people's readers must find in our GraphML what we meant. Debian's python3 is the one that apt gives
# networkx and igraph to.
add_executable(graphml_sample graph/graphml_sample.cpp)
target_link_libraries(graphml_sample PRIVATE entente_rules entente::graph fmt::fmt nlohmann_json::nlohmann_json)
add_dependencies(all_tests graphml_sample)
find_program(ENTENTE_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(ENTENTE_PYTHON python3)
if(ENTENTE_PYTHON)
    add_test(NAME "graph: networkx and igraph read back what GraphML was given"
        COMMAND ${ENTENTE_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/graph/graphml_read_back.py
            $<TARGET_FILE:graphml_sample>)
    set_tests_properties("graph: networkx and igraph read back what GraphML was given"
        PROPERTIES LABELS graph SKIP_RETURN_CODE 77)
endif()
