list(APPEND extract_test_sources
    extract/reading/clean_text_test.cpp
    extract/reading/language_test.cpp
    extract/reading/paragraphs_test.cpp
    extract/reading/sentence_splitter_test.cpp
    extract/reading/tokenizer_test.cpp)
list(APPEND extract_test_sources
    extract/reading/conllu_test.cpp
    extract/reading/edit_script_test.cpp
    extract/reading/features_test.cpp
    extract/reading/floors_test.cpp
    extract/reading/kernels_test.cpp
    extract/reading/known_names_test.cpp
    extract/reading/model_place_test.cpp
    extract/reading/model_test.cpp
    extract/reading/name_agreement_test.cpp
    extract/reading/name_tags_test.cpp
    extract/reading/reader_test.cpp
    extract/reading/scores_test.cpp
    extract/reading/spanning_tree_test.cpp
    extract/reading/verb_agreement_test.cpp)
# The trainers need Eigen, so they and their tests are built only when asked for.
if(TARGET entente_train)
    entente_add_tests(train
        SOURCES
            extract/train/chain_test.cpp
            extract/train/name_swap_test.cpp
            extract/train/network_test.cpp
            extract/train/silver_names_test.cpp
        LINKS entente_train)
endif()
