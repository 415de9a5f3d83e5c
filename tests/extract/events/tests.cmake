list(APPEND extract_test_sources
    extract/events/article_setting_test.cpp
    extract/events/clauses_test.cpp
    extract/events/english_test.cpp
    extract/events/explanation_test.cpp
    extract/events/linear_classifier_test.cpp
    extract/events/labelled_sentences_test.cpp
    extract/events/event_coder_test.cpp
    extract/events/event_setting_test.cpp
    extract/events/plover_table_test.cpp
    extract/events/predicate_lexicon_test.cpp
    extract/events/sides_from_context_test.cpp
    extract/events/time_finder_test.cpp)
