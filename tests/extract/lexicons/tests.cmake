list(APPEND extract_test_sources
    extract/lexicons/lexicon_file_test.cpp
    extract/lexicons/lexicons_test.cpp
    extract/lexicons/phrase_table_test.cpp)
