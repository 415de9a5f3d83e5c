target_sources(entente_extract PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/../document.cpp
    ${CMAKE_CURRENT_LIST_DIR}/boilerplate.cpp
    ${CMAKE_CURRENT_LIST_DIR}/clean_text.cpp
    ${CMAKE_CURRENT_LIST_DIR}/dateline.cpp
    ${CMAKE_CURRENT_LIST_DIR}/language.cpp
    ${CMAKE_CURRENT_LIST_DIR}/offset_map.cpp
    ${CMAKE_CURRENT_LIST_DIR}/paragraphs.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sentence_splitter.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sentence_tree.cpp
    ${CMAKE_CURRENT_LIST_DIR}/tokenizer.cpp)
target_sources(entente_extract PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/conllu.cpp
    ${CMAKE_CURRENT_LIST_DIR}/edit_script.cpp
    ${CMAKE_CURRENT_LIST_DIR}/encoder.cpp
    ${CMAKE_CURRENT_LIST_DIR}/features.cpp
    ${CMAKE_CURRENT_LIST_DIR}/kernels.cpp
    ${CMAKE_CURRENT_LIST_DIR}/known_names.cpp
    ${CMAKE_CURRENT_LIST_DIR}/model.cpp
    ${CMAKE_CURRENT_LIST_DIR}/model_place.cpp
    ${CMAKE_CURRENT_LIST_DIR}/name_agreement.cpp
    ${CMAKE_CURRENT_LIST_DIR}/name_tags.cpp
    ${CMAKE_CURRENT_LIST_DIR}/reader.cpp
    ${CMAKE_CURRENT_LIST_DIR}/scores.cpp
    ${CMAKE_CURRENT_LIST_DIR}/spanning_tree.cpp
    ${CMAKE_CURRENT_LIST_DIR}/verb_agreement.cpp)
# Without the promise to keep floating-point traps its loops stay scalar; values are the same.
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/kernels.cpp PROPERTIES
    COMPILE_OPTIONS "-fno-trapping-math" SKIP_PRECOMPILE_HEADERS ON)
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/model_place.cpp PROPERTIES
    COMPILE_DEFINITIONS ENTENTE_SOURCE_MODEL="${CMAKE_CURRENT_LIST_DIR}/../models/reading.model" SKIP_PRECOMPILE_HEADERS ON)
# Beside the program, where it looks for it (model_place.hpp); the card goes with it, as its licence asks.
include(GNUInstallDirs)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/../models/reading.model ${CMAKE_CURRENT_LIST_DIR}/../models/CARD.md
    DESTINATION ${CMAKE_INSTALL_DATADIR}/entente)
