entente_add_tests(store
    SOURCES
        store/coding_test.cpp
        store/keys_test.cpp
        store/values_test.cpp
    LINKS entente::store)
