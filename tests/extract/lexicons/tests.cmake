list(APPEND extract_test_sources
    extract/lexicons/actor_list_test.cpp
    extract/lexicons/cameo_code_test.cpp
    extract/lexicons/dictionary_name_test.cpp
    extract/lexicons/lexicon_file_test.cpp
    extract/lexicons/lexicons_test.cpp
    extract/lexicons/listed_actors_test.cpp
    extract/lexicons/phrase_table_test.cpp)
