entente_add_tests(graph
    SOURCES
        graph/article_key_test.cpp
        graph/boost_graph_test.cpp
        graph/evidence_test.cpp
        graph/fold_name_test.cpp
        graph/fold_test.cpp
        graph/graphml_test.cpp
        graph/identity_test.cpp
        graph/memory_graph_test.cpp
        graph/neighbours_test.cpp
        graph/paths_test.cpp
        graph/resolve_test.cpp
        graph/stats_test.cpp
        graph/suggest_test.cpp
        graph/timeline_test.cpp
        graph/xml_text_test.cpp
    LINKS entente::graph Boost::headers)
