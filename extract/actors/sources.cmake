target_sources(entente_extract PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/../extractor.cpp
    ${CMAKE_CURRENT_LIST_DIR}/actor_finder.cpp
    ${CMAKE_CURRENT_LIST_DIR}/bystanders.cpp
    ${CMAKE_CURRENT_LIST_DIR}/cast_builder.cpp
    ${CMAKE_CURRENT_LIST_DIR}/person_name.cpp
    ${CMAKE_CURRENT_LIST_DIR}/references.cpp
    ${CMAKE_CURRENT_LIST_DIR}/relation_finder.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sentence_view.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sighting_finder.cpp
    ${CMAKE_CURRENT_LIST_DIR}/slug.cpp
    ${CMAKE_CURRENT_LIST_DIR}/units.cpp)
