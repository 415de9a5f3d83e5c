target_sources(entente_extract PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/acts.cpp
    ${CMAKE_CURRENT_LIST_DIR}/article_setting.cpp
    ${CMAKE_CURRENT_LIST_DIR}/candidate_list.cpp
    ${CMAKE_CURRENT_LIST_DIR}/clause_tree.cpp
    ${CMAKE_CURRENT_LIST_DIR}/clause_words.cpp
    ${CMAKE_CURRENT_LIST_DIR}/clauses.cpp
    ${CMAKE_CURRENT_LIST_DIR}/embedded_model.cpp
    ${CMAKE_CURRENT_LIST_DIR}/english.cpp
    ${CMAKE_CURRENT_LIST_DIR}/event_coder.cpp
    ${CMAKE_CURRENT_LIST_DIR}/event_features.cpp
    ${CMAKE_CURRENT_LIST_DIR}/event_model.cpp
    ${CMAKE_CURRENT_LIST_DIR}/event_reader.cpp
    ${CMAKE_CURRENT_LIST_DIR}/event_setting.cpp
    ${CMAKE_CURRENT_LIST_DIR}/explanation.cpp
    ${CMAKE_CURRENT_LIST_DIR}/frame_matcher.cpp
    ${CMAKE_CURRENT_LIST_DIR}/governors.cpp
    ${CMAKE_CURRENT_LIST_DIR}/how_real.cpp
    ${CMAKE_CURRENT_LIST_DIR}/linear_classifier.cpp
    ${CMAKE_CURRENT_LIST_DIR}/noun_coder.cpp
    ${CMAKE_CURRENT_LIST_DIR}/noun_phrases.cpp
    ${CMAKE_CURRENT_LIST_DIR}/objects.cpp
    ${CMAKE_CURRENT_LIST_DIR}/plover_table.cpp
    ${CMAKE_CURRENT_LIST_DIR}/predicate_lexicon.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sentence_frames.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sides.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sides_from_context.cpp
    ${CMAKE_CURRENT_LIST_DIR}/subjects.cpp
    ${CMAKE_CURRENT_LIST_DIR}/time_finder.cpp
    ${CMAKE_CURRENT_LIST_DIR}/told_before.cpp
    ${CMAKE_CURRENT_LIST_DIR}/verb_coder.cpp
    ${CMAKE_CURRENT_LIST_DIR}/verb_groups.cpp)

set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/embedded_model.cpp PROPERTIES
    COMPILE_DEFINITIONS "ENTENTE_EVENT_MODEL=\"${CMAKE_CURRENT_LIST_DIR}/../models/events.model\""
    OBJECT_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/../models/events.model
    SKIP_PRECOMPILE_HEADERS ON)
