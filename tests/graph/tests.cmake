entente_add_tests(graph
    SOURCES
        graph/article_key_test.cpp
        graph/boost_graph_test.cpp
        graph/fold_name_test.cpp
        graph/fold_test.cpp
        graph/identity_test.cpp
        graph/memory_graph_test.cpp
        graph/resolve_test.cpp
    LINKS entente::graph Boost::headers)
