// The assembler's .incbin takes the files as they are: the program starts without reading them from disk and
// the compiler never sees a megabyte of string literal. ENTENTE_LEXICONS_LIST is written by sources.cmake,
// one ENTENTE_LEXICON(name) a file; ENTENTE_LEXICONS_FOLDER is the folder they lie in.
#include "extract/lexicons/embedded.hpp"

#include <array>
#include <cstddef>
#include <utility>

#define ENTENTE_LEXICON(name)                               \
    asm(".section .rodata\n"                                \
        ".global entente_lexicon_" #name                    \
        "_begin\n"                                          \
        ".global entente_lexicon_" #name                    \
        "_end\n"                                            \
        "entente_lexicon_" #name                            \
        "_begin:\n"                                         \
        ".incbin \"" ENTENTE_LEXICONS_FOLDER "/" #name      \
        ".json\"\n"                                         \
        "entente_lexicon_" #name                            \
        "_end:\n"                                           \
        ".byte 0\n"                                         \
        ".previous\n");                                     \
    extern "C" const char entente_lexicon_##name##_begin[]; \
    extern "C" const char entente_lexicon_##name##_end[];
#include ENTENTE_LEXICONS_LIST
#undef ENTENTE_LEXICON

namespace entente::extract {

namespace {

std::string_view between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::string_view embedded_lexicon(std::string_view file_name) {
#define ENTENTE_LEXICON(name)                                                         \
    if (file_name == #name ".json") {                                                 \
        return between(entente_lexicon_##name##_begin, entente_lexicon_##name##_end); \
    }
#include ENTENTE_LEXICONS_LIST
#undef ENTENTE_LEXICON
    return {};
}

}  // namespace entente::extract
