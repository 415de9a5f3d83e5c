list(APPEND extract_test_sources
    extract/actors/actor_finder_test.cpp
    extract/actors/article_focus_test.cpp
    extract/actors/bystanders_test.cpp
    extract/actors/naming_test.cpp
    extract/actors/noun_sightings_test.cpp
    extract/actors/person_name_test.cpp
    extract/actors/references_test.cpp
    extract/actors/relation_finder_test.cpp
    extract/actors/sentence_view_test.cpp
    extract/actors/slug_test.cpp)
