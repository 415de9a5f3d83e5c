target_sources(entente_extract PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/actor_list.cpp
    ${CMAKE_CURRENT_LIST_DIR}/actor_list_json.cpp
    ${CMAKE_CURRENT_LIST_DIR}/actor_list_petrarch.cpp
    ${CMAKE_CURRENT_LIST_DIR}/cameo_code.cpp
    ${CMAKE_CURRENT_LIST_DIR}/dictionary_name.cpp
    ${CMAKE_CURRENT_LIST_DIR}/embedded.cpp
    ${CMAKE_CURRENT_LIST_DIR}/lexicon_file.cpp
    ${CMAKE_CURRENT_LIST_DIR}/lexicons.cpp
    ${CMAKE_CURRENT_LIST_DIR}/listed_actors.cpp
    ${CMAKE_CURRENT_LIST_DIR}/listed_nouns.cpp
    ${CMAKE_CURRENT_LIST_DIR}/phrase_table.cpp)

# The files go into the program as they are; see embedded.cpp.
set(lexicon_list "")
set(lexicon_files "")
foreach(lexicon
        countries organizations places people titles collectives nouns given_names words predicates plover)
    if(EXISTS ${CMAKE_CURRENT_LIST_DIR}/${lexicon}.json)
        string(APPEND lexicon_list "ENTENTE_LEXICON(${lexicon})\n")
        list(APPEND lexicon_files ${CMAKE_CURRENT_LIST_DIR}/${lexicon}.json)
    endif()
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/lexicons.inc CONTENT "${lexicon_list}")
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/embedded.cpp PROPERTIES
    COMPILE_DEFINITIONS "ENTENTE_LEXICONS_FOLDER=\"${CMAKE_CURRENT_LIST_DIR}\";ENTENTE_LEXICONS_LIST=\"${CMAKE_CURRENT_BINARY_DIR}/lexicons.inc\""
    OBJECT_DEPENDS "${lexicon_files}"
    SKIP_PRECOMPILE_HEADERS ON)
