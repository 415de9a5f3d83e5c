// What the event coder knows of English words without a tagger: closed classes, verb forms, singulars.
//
// All functions take a word in lower case and are total. Everything here is a constant table or a spelling
// rule; nothing depends on the sentence. Threads: safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

// The closed classes, and `open` for every other word.
enum class WordClass : std::uint8_t {
    open,
    determiner,
    preposition,
    coordinator,
    subordinator,
    relative,
    auxiliary,
    modal,
    negator,
    adverb,
    pronoun,
    possessive,
    infinitive_to,
    comma,
    stop,  // ; : dashes, brackets
    quote,
    hyphen,
    number
};

// `participle` is a form that is no past tense ("taken"), `past` one that is no participle ("took"), `ed`
// both.
enum class VerbForm : std::uint8_t { none, base, third, past, participle, ed, ing };

struct VerbReading {
    std::string lemma;
    VerbForm form = VerbForm::none;
};

WordClass word_class(std::string_view lower);

// All lemmas that spelling allows, the likeliest first; the first reading of an irregular form is its only
// one.
std::vector<VerbReading> verb_readings(std::string_view lower);

// "lemma" of a noun by spelling: "attacks" -> "attack", "parties" -> "party", "men" -> "man".
std::string singular(std::string_view lower);

// Forms of be, have and do.
bool is_form_of_be(std::string_view lower);
bool is_form_of_have(std::string_view lower);

}  // namespace entente::extract
