list(APPEND extract_test_sources
    extract/reading/clean_text_test.cpp
    extract/reading/language_test.cpp
    extract/reading/paragraphs_test.cpp
    extract/reading/sentence_splitter_test.cpp
    extract/reading/tokenizer_test.cpp)
