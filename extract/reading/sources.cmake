target_sources(entente_extract PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/../document.cpp
    ${CMAKE_CURRENT_LIST_DIR}/boilerplate.cpp
    ${CMAKE_CURRENT_LIST_DIR}/clean_text.cpp
    ${CMAKE_CURRENT_LIST_DIR}/dateline.cpp
    ${CMAKE_CURRENT_LIST_DIR}/language.cpp
    ${CMAKE_CURRENT_LIST_DIR}/offset_map.cpp
    ${CMAKE_CURRENT_LIST_DIR}/paragraphs.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sentence_splitter.cpp
    ${CMAKE_CURRENT_LIST_DIR}/tokenizer.cpp)
