list(APPEND extract_test_sources
    extract/input/article_source_test.cpp
    extract/input/read_conllu_test.cpp
    extract/input/read_date_test.cpp
    extract/input/read_html_test.cpp
    extract/input/read_txt_test.cpp)
