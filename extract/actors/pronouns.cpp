#include "extract/actors/pronouns.hpp"

#include "extract/actors/naming.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace entente::extract {

namespace {

using Index = std::uint32_t;
constexpr Index none = Sighting::none;

template <std::size_t count>
bool among(const std::array<std::string_view, count>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Verbs and adjectives around an "it" that means nothing: "it seems", "it is clear that".
constexpr std::array<std::string_view, 10> empty_verbs = {"seem", "appear", "happen", "rain",   "snow",
                                                          "turn", "matter", "follow", "emerge", "transpire"};

bool is_subject(std::string_view relation) {
    return relation.starts_with("nsubj");
}

bool is_object(std::string_view relation) {
    return relation == "obj" || relation == "iobj" || relation.starts_with("obl");
}

// What a noun that names no actor is worth beside the standing of actors.
constexpr int standing_of_nouns = 10;

// Sentences looked back at: a person stays in mind longer than a thing.
Index reach(PronounKind kind) {
    return kind == PronounKind::he || kind == PronounKind::she ? 4 : 2;
}

}  // namespace

PronounKind pronoun_kind(std::string_view lower) {
    static constexpr std::array<std::string_view, 4> he = {"he", "him", "his", "himself"};
    static constexpr std::array<std::string_view, 4> she = {"she", "her", "hers", "herself"};
    static constexpr std::array<std::string_view, 5> they = {"they", "them", "their", "theirs", "themselves"};
    static constexpr std::array<std::string_view, 3> it = {"it", "its", "itself"};
    return among(he, lower)     ? PronounKind::he
           : among(she, lower)  ? PronounKind::she
           : among(they, lower) ? PronounKind::they
           : among(it, lower)   ? PronounKind::it
                                : PronounKind::none;
}

Index PronounResolver::referent(Index sentence, Index at, Index not_this) const {
    const std::string& lower = views_[sentence].lower[at];
    Pronoun pronoun{sentence, at, pronoun_kind(lower)};
    pronoun.possessive =
        token(sentence, at).deprel == "nmod:poss" || lower == "his" || lower == "its" || lower == "their";
    pronoun.reflexive = lower.ends_with("self") || lower.ends_with("selves");
    if (pronoun.kind == PronounKind::none || (pronoun.kind == PronounKind::it && is_expletive(pronoun))) {
        return none;
    }
    std::map<Index, int> score;
    for (Index back = 0; back <= reach(pronoun.kind) && back <= sentence; ++back) {
        for (const Mention& mention : mentions_[sentence - back]) {
            if ((back == 0 && mention.last > at) || mention.actor == not_this ||
                !fits(mention, pronoun.kind) || (back == 0 && bound(pronoun, mention))) {
                continue;
            }
            // An actor is as near as its nearest mention; the others only confirm it.
            const int here = salience(pronoun, sentence - back, head_of(mention)) + standing(mention.actor);
            const auto [found, is_new] = score.try_emplace(mention.actor, here);
            if (!is_new) {
                found->second = std::max(found->second, here) + 5;
            }
        }
    }
    Index best = none;
    int best_score =
        pronoun.kind == PronounKind::it || pronoun.kind == PronounKind::they ? best_noun(pronoun) : 0;
    for (const auto& [who, sum] : score) {
        if (sum > best_score) {
            best = who;
            best_score = sum;
        }
    }
    return best;
}

bool PronounResolver::is_expletive(const Pronoun& it) const {
    const SentenceView& view = views_[it.sentence];
    const Token& word = token(it.sentence, it.at);
    if (word.deprel.starts_with("expl")) {
        return true;
    }
    if (word.deprel == "nmod:poss" || views_[it.sentence].is(it.at, "its")) {
        return false;
    }
    if (word.head < 0 && word.deprel != "root") {  // no tree: only what does or says something
        const Index next = it.at + 1;
        return next >= view.size() || view.is(next, "is") || view.is(next, "was") ||
               !(lexicons_.word("speech", view.lower[next]) || lexicons_.word("acts", view.lower[next]));
    }
    // As an object "it" is a plan or a deed more often than an actor: "Riyadh welcomed it".
    if (!is_subject(word.deprel) || word.head < 0) {
        return word.head >= 0;
    }
    const auto head = static_cast<Index>(word.head);
    // By its beginning: a lemma may be wrong where the verb is rare.
    if (std::any_of(empty_verbs.begin(), empty_verbs.end(),
                    [&](std::string_view verb) { return view.lower[head].starts_with(verb); })) {
        return true;
    }
    for (Index at = 0; at < view.size(); ++at) {
        const Token& other = token(it.sentence, at);
        if (other.head == word.head && at > head &&
            (other.deprel.starts_with("csubj") ||
             (token(it.sentence, head).upos != "VERB" &&
              (other.deprel == "ccomp" || other.deprel == "xcomp" || other.deprel == "acl:relcl" ||
               other.deprel.starts_with("advcl"))))) {
            return true;
        }
    }
    return false;
}

bool PronounResolver::fits(const Mention& mention, PronounKind kind) const {
    const Actor& who = joined_.cast.actors[mention.actor];
    if (kind == PronounKind::he || kind == PronounKind::she) {
        const Gender own = gender_of(who);
        return who.type == ActorType::person &&
               (own == Gender::unknown || own == (kind == PronounKind::he ? Gender::male : Gender::female));
    }
    if (mention.modifies) {
        return false;
    }
    if (kind == PronounKind::it) {
        return !mention.as_place && (who.type == ActorType::country || who.type == ActorType::organization);
    }
    return who.type == ActorType::group || (who.type == ActorType::organization && !who.sectors.empty() &&
                                            (who.sectors.front() == "REB" || who.sectors.front() == "UAF"));
}

Gender PronounResolver::gender_of(const Actor& who) const {
    static constexpr std::array<std::string_view, 14> women = {
        "mother",   "wife",  "sister",  "daughter", "woman", "girl",          "queen",
        "princess", "widow", "actress", "aunt",     "niece", "businesswoman", "girlfriend"};
    static constexpr std::array<std::string_view, 13> men = {
        "father", "husband", "brother", "son",    "man",         "boy",      "king",
        "prince", "uncle",   "nephew",  "priest", "businessman", "boyfriend"};
    if (who.resolved == "office" || who.resolved == "noun") {
        for (const auto& word : words_of(who.name)) {
            if (word == "of") {
                break;
            }
            if (among(women, word) || word.ends_with("woman")) {
                return Gender::female;
            }
            if (among(men, word)) {
                return Gender::male;
            }
        }
        return Gender::unknown;
    }
    const auto space = who.name.find(' ');
    return space == std::string::npos ? Gender::unknown
                                      : lexicons_.given_name(who.name.substr(0, space)).gender;
}

bool PronounResolver::bound(const Pronoun& pronoun, const Mention& mention) const {
    const Token& word = token(pronoun.sentence, pronoun.at);
    const Token& other = token(pronoun.sentence, head_of(mention));
    const bool together = word.head >= 0 && word.head == other.head;
    const bool both_arguments = (is_subject(word.deprel) || is_object(word.deprel)) &&
                                (is_subject(other.deprel) || is_object(other.deprel));
    if (pronoun.reflexive) {
        return !together;
    }
    return !pronoun.possessive && together && both_arguments;
}

Index PronounResolver::head_of(const Mention& mention) const {
    for (Index at = mention.first; at < mention.last; ++at) {
        const std::int32_t head = token(mention.sentence, at).head;
        if (head < static_cast<std::int32_t>(mention.first) ||
            head >= static_cast<std::int32_t>(mention.last)) {
            return at;
        }
    }
    return mention.head;
}

int PronounResolver::salience(const Pronoun& pronoun, Index sentence, Index head) const {
    const Token& word = token(sentence, head);
    const Index back = pronoun.sentence - sentence;
    int score = 200 - 45 * static_cast<int>(back);
    const bool verb_is_root = word.head >= 0 && token(sentence, static_cast<Index>(word.head)).head < 0;
    if (is_subject(word.deprel)) {
        score += verb_is_root ? 60 : 50;
    } else if (word.deprel == "obj" || word.deprel == "iobj") {
        score += 25;
    } else if (word.deprel == "nmod:poss") {
        score += 20;
    } else if (word.deprel.starts_with("obl")) {
        score += 10;
    }
    if (is_subject(word.deprel) && is_subject(token(pronoun.sentence, pronoun.at).deprel)) {
        score += 10;  // parallel roles
    }
    // Of two in one sentence the one named first; in the pronoun's own the nearer one has an equal chance.
    const int order = static_cast<int>(std::min<Index>(head, 40));
    score -= back == 0 ? order / 4 : order / 2;
    if (views_[sentence].sentence->paragraph != views_[pronoun.sentence].sentence->paragraph) {
        score -= 10;
    }
    return score;
}

int PronounResolver::standing(Index actor) const {
    const Actor& who = joined_.cast.actors[actor];
    const int named = who.resolved == "noun" || who.resolved == "office" ? 0 : 20;
    return named + 3 * static_cast<int>(std::min<std::size_t>(who.spans.size(), 7));
}

int PronounResolver::best_noun(const Pronoun& pronoun) const {
    int best = 0;
    const std::string_view wanted = pronoun.kind == PronounKind::it ? "NN" : "NNS";
    for (Index back = 0; back <= 1 && back <= pronoun.sentence; ++back) {
        const Index sentence = pronoun.sentence - back;
        const Index end = back == 0 ? pronoun.at : views_[sentence].size();
        for (Index at = 0; at < end; ++at) {
            const Token& word = token(sentence, at);
            if (word.xpos == wanted && is_subject(word.deprel) && !covered(sentence, at)) {
                best = std::max(best, salience(pronoun, sentence, at) + standing_of_nouns);
            }
        }
    }
    return best;
}

bool PronounResolver::covered(Index sentence, Index at) const {
    return std::any_of(mentions_[sentence].begin(), mentions_[sentence].end(),
                       [at](const Mention& m) { return m.first <= at && at < m.last; });
}

}  // namespace entente::extract
