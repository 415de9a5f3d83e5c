#include "extract/events/clauses.hpp"

#include "tests/extract/events/story.hpp"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::extract {
namespace {

using testing::ElementsAre;

// A sentence as lines of "form tag head relation", heads counted from 1, 0 for the root; a form in capitals
// only ("USA") is an actor.
struct Drawn {
    Sentence sentence;
    Cast cast;
    Clauses clauses;
};

bool is_actor(const std::string& form) {
    return form.size() > 1 &&
           std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string upos_of(const std::string& tag) {
    if (tag.starts_with("VB")) return "VERB";
    if (tag.starts_with("NNP")) return "PROPN";
    if (tag.starts_with("NN")) return "NOUN";
    if (tag.starts_with("JJ")) return "ADJ";
    if (tag == "WP" || tag == "PRP") return "PRON";
    if (tag == "MD" || tag == "AUX") return "AUX";
    return tag == "DT" ? "DET" : tag == "IN" ? "ADP" : "PUNCT";
}

Drawn draw(const std::string& tree) {
    Drawn out;
    std::istringstream lines(tree);
    Token token;
    std::string tag;
    int head = 0;
    while (lines >> token.form >> tag >> head >> token.deprel) {
        const auto at = static_cast<std::uint32_t>(out.sentence.tokens.size());
        token.xpos = tag == "AUX" ? "VBD" : tag;
        token.upos = upos_of(tag);
        token.head = head - 1;
        out.sentence.tokens.push_back(token);
        if (!is_actor(token.form)) continue;
        Mention mention;
        mention.first = mention.head = at;
        mention.last = at + 1;
        mention.actor = static_cast<std::uint32_t>(out.cast.actors.size());
        Actor actor;
        actor.id = actor.name = token.form;
        out.cast.actors.push_back(actor);
        out.cast.mentions.push_back(mention);
    }
    const std::vector<bool> time(out.sentence.tokens.size(), false);
    out.clauses = read_clauses(out.sentence, 0, out.cast, time, predicates());
    return out;
}

std::string names(const Drawn& drawn, const Argument& argument) {
    std::string out;
    for (const auto m : argument.mentions) {
        if (!out.empty()) out += "+";
        out += drawn.cast.actors[drawn.clauses.mentions[m].actor].id;
    }
    return out.empty() ? "-" : out;
}

// "lemma subject > object", with the lemma of the governor behind "<"; a passive's subject is what it acts
// on.
std::vector<std::string> told(const Drawn& drawn) {
    std::vector<std::string> out;
    for (const auto& predicate : drawn.clauses.predicates) {
        std::string line = predicate.lemma + (predicate.passive ? "(passive) " : " ");
        line += names(drawn, predicate.subject) + " > " + names(drawn, predicate.object);
        for (const auto& [preposition, argument] : predicate.obliques) {
            if (!argument.mentions.empty()) line += " " + preposition + " " + names(drawn, argument);
        }
        if (predicate.governor >= 0)
            line += " < " + drawn.clauses.predicates[static_cast<std::size_t>(predicate.governor)].lemma;
        out.push_back(line);
    }
    return out;
}

TEST(Clauses, an_active_verb_has_subject_and_object) {
    EXPECT_THAT(told(draw("USA NNP 2 nsubj  accused VBD 0 root  IRAN NNP 2 obj")),
                ElementsAre("accuse USA > IRAN"));
}

TEST(Clauses, a_passive_keeps_its_agent_behind_by) {
    EXPECT_THAT(told(draw("IRAN NNP 3 nsubj:pass  was AUX 3 aux:pass  attacked VBN 0 root  by IN 5 case  "
                          "USA NNP 3 obl")),
                ElementsAre("attack(passive) IRAN > - by USA"));
}

TEST(Clauses, a_relative_clause_takes_its_antecedent) {
    EXPECT_THAT(told(draw("USA NNP 5 nsubj  which WP 3 nsubj  attacked VBD 1 acl:relcl  IRAN NNP 3 obj  "
                          "left VBD 0 root  OMAN NNP 5 obj")),
                ElementsAre("attack USA > IRAN", "leave USA > OMAN"));
}

TEST(Clauses, a_reduced_relative_is_done_to_its_noun) {
    EXPECT_THAT(
        told(draw("IRAN NNP 5 nsubj  attacked VBN 1 acl  by IN 4 case  USA NNP 2 obl  left VBD 0 root")),
        ElementsAre("attack(passive) IRAN > - by USA", "leave IRAN > -"));
}

TEST(Clauses, the_object_of_urging_is_who_shall_act) {
    EXPECT_THAT(
        told(draw("USA NNP 2 nsubj  urged VBD 0 root  IRAN NNP 2 obj  to TO 5 mark  attack VB 2 xcomp  "
                  "OMAN NNP 5 obj")),
        ElementsAre("urge USA > IRAN", "attack IRAN > OMAN < urge"));
}

TEST(Clauses, the_subject_of_promising_is_who_shall_act) {
    EXPECT_THAT(
        told(draw("USA NNP 2 nsubj  promised VBD 0 root  to TO 4 mark  attack VB 2 xcomp  IRAN NNP 4 obj")),
        ElementsAre("promise USA > -", "attack USA > IRAN < promise"));
}

TEST(Clauses, coordinated_verbs_share_their_subject_and_nouns_their_slot) {
    EXPECT_THAT(
        told(draw("USA NNP 4 nsubj  and CC 3 cc  OMAN NNP 1 conj  attacked VBD 0 root  IRAN NNP 4 obj  "
                  "and CC 7 cc  accused VBD 4 conj  IRAQ NNP 7 obj")),
        ElementsAre("attack USA+OMAN > IRAN", "accuse USA+OMAN > IRAQ"));
}

// said -> attacked: before, behind and around what is told.
TEST(Clauses, a_verb_of_saying_governs_what_it_tells_in_every_order) {
    EXPECT_THAT(
        told(
            draw("USA NNP 2 nsubj  said VBD 0 root  IRAN NNP 4 nsubj  attacked VBD 2 ccomp  OMAN NNP 4 obj")),
        ElementsAre("say USA > -", "attack IRAN > OMAN < say"));
    EXPECT_THAT(
        told(draw("IRAN NNP 2 nsubj  attacked VBD 0 root  OMAN NNP 2 obj  , , 2 punct  USA NNP 6 nsubj  "
                  "said VBD 2 parataxis")),
        ElementsAre("attack IRAN > OMAN < say", "say USA > -"));
    EXPECT_THAT(
        told(draw("IRAN NNP 2 nsubj  attacked VBD 0 root  OMAN NNP 2 obj  , , 2 punct  said VBD 2 parataxis  "
                  "USA NNP 5 nsubj")),
        ElementsAre("attack IRAN > OMAN < say", "say USA > -"));
}

TEST(Clauses, a_light_verb_keeps_what_hangs_on_its_noun) {
    EXPECT_THAT(
        told(draw("USA NNP 2 nsubj  imposed VBD 0 root  sanctions NNS 2 obj  on IN 5 case  IRAN NNP 3 nmod")),
        ElementsAre("impose USA > - on IRAN"));
}

TEST(Clauses, a_participle_before_a_noun_it_cannot_modify_is_a_verb) {
    EXPECT_THAT(told(draw("USA NNP 3 nsubj  accused VBN 3 amod  IRAN NNP 0 root")),
                ElementsAre("accuse USA > IRAN"));
}

TEST(Clauses, a_verb_without_subject_in_the_tree_takes_the_noun_before_it) {
    EXPECT_THAT(told(draw("USA NNP 3 compound  accused VBD 0 root  IRAN NNP 2 obj")),
                ElementsAre("accuse USA > IRAN"));
}

}  // namespace
}  // namespace entente::extract
