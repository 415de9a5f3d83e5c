# The doors that strangers' bytes come in by. Each is one source with LLVMFuzzerTestOneInput and a folder
# corpus/<door> of inputs; what a fuzzer finds is put there and runs with every test from then on.
entente_fuzzed_door(article_txt LINKS entente::extract)
entente_fuzzed_door(article_html LINKS entente::extract)
entente_fuzzed_door(article_jsonl LINKS entente::extract)
entente_fuzzed_door(extraction_json LINKS entente::extract)
entente_fuzzed_door(actor_list LINKS entente::extract)
entente_fuzzed_door(conllu LINKS entente::extract)
entente_fuzzed_door(reading_model LINKS entente::extract)
if(EXISTS ${CMAKE_CURRENT_LIST_DIR}/stored_values.cpp)
    entente_fuzzed_door(stored_values LINKS entente::store entente::graph)
endif()
entente_fuzzed_door(event_rows LINKS entente::extract)
entente_fuzzed_door(packed_values LINKS entente::store entente::graph)
