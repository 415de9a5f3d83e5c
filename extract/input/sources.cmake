target_sources(entente_extract PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/../json.cpp
    ${CMAKE_CURRENT_LIST_DIR}/article_source.cpp
    ${CMAKE_CURRENT_LIST_DIR}/byte_stream.cpp
    ${CMAKE_CURRENT_LIST_DIR}/html_text.cpp
    ${CMAKE_CURRENT_LIST_DIR}/json_records.cpp
    ${CMAKE_CURRENT_LIST_DIR}/read_conllu.cpp
    ${CMAKE_CURRENT_LIST_DIR}/read_date.cpp
    ${CMAKE_CURRENT_LIST_DIR}/read_html.cpp
    ${CMAKE_CURRENT_LIST_DIR}/read_txt.cpp)
