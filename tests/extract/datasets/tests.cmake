list(APPEND extract_test_sources
    extract/datasets/event_rows_test.cpp)
