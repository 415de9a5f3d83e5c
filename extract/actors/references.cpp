#include "extract/actors/references.hpp"

#include "extract/actors/pronouns.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

namespace entente::extract {

namespace {

using Index = std::uint32_t;
constexpr Index none = Sighting::none;

template <std::size_t count>
bool among(const std::array<std::string_view, count>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 4> we = {"we", "us", "our", "ours"};
constexpr std::array<std::string_view, 4> self = {"i", "me", "my", "myself"};

bool is_quote(std::string_view form) {
    return form == "\"" || form == "“" || form == "”" || form == "``" || form == "''" || form == "„" ||
           form == "«" || form == "»";
}

class ReferenceResolver {
 public:
    ReferenceResolver(const Document& document, const std::vector<SentenceView>& views,
                      const Lexicons& lexicons, JoinedSightings& joined)
        : document_(document),
          views_(views),
          lexicons_(lexicons),
          joined_(joined),
          pronouns_(views, lexicons, joined, by_sentence_) {
        by_sentence_.resize(views.size());
        for (const Mention& mention : joined.cast.mentions) {
            by_sentence_[mention.sentence].push_back(mention);
        }
        std::map<std::string, Index> actor_of_id;
        for (Index a = 0; a < joined.cast.actors.size(); ++a) {
            actor_of_id.emplace(actor(a).id, a);
        }
        bystander_.resize(joined.cast.actors.size(), false);
        for (const Index a : joined.cast.bystanders) {
            bystander_[a] = true;
        }
        for (const Relation& relation : joined.cast.relations) {
            if (relation.type == RelationType::holds_office && !relation.ended) {
                served_.emplace(relation.from, actor_of_id[relation.to]);
            }
        }
    }

    void resolve() {
        for (Index s = 0; s < views_.size(); ++s) {
            resolve_sentence(s);
        }
        write();
    }

 private:
    [[nodiscard]] const Actor& actor(Index index) const { return joined_.cast.actors[index]; }

    void resolve_sentence(Index s) {
        const SentenceView& view = views_[s];
        bool in_quote = quote_open_;
        for (Index at = 0; at < view.size(); ++at) {
            if (is_quote(view.form(at))) {
                in_quote =
                    view.form(at) == "“" || view.form(at) == "``" || (view.form(at) == "\"" && !in_quote);
                continue;
            }
            if (covered(s, at)) {
                continue;
            }
            Index width = 1;
            MentionKind kind = MentionKind::pronoun;
            const Index referent = referent_at(s, at, in_quote, width, kind);
            if (referent != none) {
                add(s, at + (kind == MentionKind::description ? 1 : 0), at + width, kind, referent);
            }
        }
        // Quotations run over sentences of one paragraph.
        const bool goes_on =
            s + 1 < views_.size() && views_[s + 1].sentence->paragraph == view.sentence->paragraph;
        quote_open_ = in_quote && goes_on;
    }

    [[nodiscard]] bool covered(Index s, Index at) const {
        return std::any_of(by_sentence_[s].begin(), by_sentence_[s].end(),
                           [at](const Mention& m) { return m.first <= at && at < m.last; });
    }

    // Covered by more than a noun that says no more than this one.
    [[nodiscard]] bool named_at(Index s, Index at) const {
        return std::any_of(by_sentence_[s].begin(), by_sentence_[s].end(), [&](const Mention& m) {
            return m.first <= at && at < m.last &&
                   !(bystander_[m.actor] && m.first == at && m.last == at + 1);
        });
    }

    Index referent_at(Index s, Index at, bool in_quote, Index& width, MentionKind& kind) {
        const SentenceView& view = views_[s];
        const std::string& word = view.lower[at];
        if (const PronounKind pronoun = pronoun_kind(word); pronoun != PronounKind::none) {
            const bool of_person = pronoun == PronounKind::he || pronoun == PronounKind::she;
            // "He" in a quotation is not the one who speaks.
            return !in_quote   ? pronouns_.referent(s, at, none)
                   : of_person ? pronouns_.referent(s, at, speaker_of(s))
                               : none;
        }
        if (in_quote && (among(self, word) || (among(we, word) && view.form(at) != "US"))) {
            const Index speaker = speaker_of(s);
            return among(self, word) ? speaker : spoken_for(speaker);
        }
        return noun(s, at, width, kind);
    }

    // Who utters the quotation of a sentence: the one beside a verb of speech, else the speaker of the
    // sentence before in the same paragraph, else whoever is named first.
    [[nodiscard]] Index speaker_of(Index s) const {
        for (Index sentence = s, back = 0; back < 3; --sentence, ++back) {
            if (const Index found = speaker_in(sentence); found != none) {
                return found;
            }
            if (sentence == 0 || views_[sentence - 1].sentence->paragraph != views_[s].sentence->paragraph) {
                break;
            }
        }
        return none;
    }

    [[nodiscard]] Index speaker_in(Index s) const {
        const SentenceView& view = views_[s];
        for (const Mention& mention : by_sentence_[s]) {
            const ActorType type = actor(mention.actor).type;
            if (type == ActorType::place || mention.modifies) {
                continue;
            }
            if (lexicons_.word("speech", mention.last < view.size() ? view.lower[mention.last] : "") ||
                (mention.first > 0 && lexicons_.word("speech", view.lower[mention.first - 1]))) {
                return mention.actor;
            }
        }
        return none;
    }

    // "We" in an official's mouth is his country or body.
    [[nodiscard]] Index spoken_for(Index speaker) const {
        if (speaker == none || actor(speaker).type != ActorType::person) {
            return speaker;
        }
        const auto body = served_.find(actor(speaker).id);
        return body == served_.end() ? speaker : body->second;
    }

    // "the group", "the country": a definite noun that names the kind of an actor spoken of.

    Index noun(Index s, Index at, Index& width, MentionKind& kind) {
        const SentenceView& view = views_[s];
        const bool definite = view.is(at, "the") || view.is(at, "this");
        const bool owned = view.is(at, "his") || view.is(at, "her") || view.is(at, "their");
        if (!(definite || owned) || at + 1 >= view.size() || named_at(s, at + 1) || !ends_phrase(s, at + 2)) {
            return none;
        }
        const std::string& word = view.lower[at + 1];
        Index referent = none;
        if (definite) {
            referent = named_by(s, at, word);
        }
        if (referent != none) {
            width = 2;
            kind = MentionKind::description;
        }
        return referent;
    }

    // Nothing after the noun tells more of it: no name, no "of".
    [[nodiscard]] bool ends_phrase(Index s, Index at) const {
        const SentenceView& view = views_[s];
        const bool deed = at + 1 < view.size() && view.sentence->tokens[at + 1].xpos == "VBG";
        return at >= view.size() || !((view.is(at, "of") && !deed) || view.is(at, "for") || covered(s, at) ||
                                      view.joins(at) || lexicons_.word("head_noun", view.lower[at]));
    }

    [[nodiscard]] Index named_by(Index s, Index at, const std::string& word) const {
        if (word == "country") {
            return recent(s, at, 3, [&](const Mention& mention) {
                return actor(mention.actor).type == ActorType::country &&
                       actor(mention.actor).country != "USA";
            });
        }
        if (word == "city" || word == "town" || word == "village" || word == "island") {
            return recent(s, at, 2, [&](const Mention& mention) {
                return actor(mention.actor).type == ActorType::place;
            });
        }
        if (word == "capital") {
            return capital(s, at);
        }
        if (!lexicons_.word("body_noun", word)) {
            return none;
        }
        const Index own =
            recent(s, at, 40, [&](const Mention& mention) { return name_has(mention.actor, word); });
        return own != none
                   ? own
                   : recent(s, at, 2, [&](const Mention& mention) { return is_called(mention, word); });
    }

    // The last mention that fits, before the token and in the sentences before.
    template <typename Fits>
    [[nodiscard]] Index recent(Index s, Index at, Index sentences_back, Fits fits) const {
        for (Index back = 0; back <= sentences_back && back <= s; ++back) {
            const auto& mentions = by_sentence_[s - back];
            const auto found = std::find_if(mentions.rbegin(), mentions.rend(), [&](const Mention& mention) {
                return (back > 0 || mention.last <= at) && fits(mention);
            });
            if (found != mentions.rend()) return found->actor;
        }
        return none;
    }

    [[nodiscard]] Index capital(Index s, Index at) const {
        return recent(s, at, 40, [&](const Mention& mention) {
            if (actor(mention.actor).type != ActorType::place) {
                return false;
            }
            const std::uint32_t known = joined_.known_of[mention.actor];
            return known != Lexicons::none && lexicons_.is_seat(known);
        });
    }

    // "the council" of the Security Council.
    [[nodiscard]] bool name_has(Index a, const std::string& word) const {
        const Actor& who = actor(a);
        if (who.type != ActorType::organization || who.resolved == "collective") {
            return false;
        }
        const std::string name = lower_ascii(who.name);
        const auto found = name.rfind(word);
        return found != std::string::npos && found > 0 && name[found - 1] == ' ' &&
               (found + word.size() == name.size() || name[found + word.size()] == ' ');
    }

    // Generic nouns and the kinds of organization they speak of.
    [[nodiscard]] bool is_called(const Mention& mention, const std::string& word) const {
        const Actor& who = actor(mention.actor);
        if (who.type != ActorType::organization || who.resolved == "collective" || mention.modifies) {
            return false;
        }
        const std::string sector = who.sectors.empty() ? "" : who.sectors.front();
        if (word == "group" || word == "movement" || word == "militia") {
            return sector == "REB" || sector == "UAF" || sector == "OPP" || sector == "PTY" ||
                   (word == "group" && (who.country == "NGO" || sector == "CVL"));
        }
        if (word == "agency") {
            return who.country == "UNO" || who.country == "IGO" || sector == "JRN" || sector == "SPY";
        }
        if (word == "party") {
            return sector == "PTY";
        }
        if (word == "bloc" || word == "alliance") {
            return who.country == "IGO" || who.country == "EUR";
        }
        if (word == "company" || word == "airline" || word == "bank" || word == "firm") {
            return sector == "BUS";
        }
        if (word == "newspaper" || word == "broadcaster" || word == "network") {
            return sector == "JRN";
        }
        return word == "organization" || word == "organisation";
    }

    // Output.

    void add(Index s, Index first, Index last, MentionKind kind, Index referent) {
        Mention mention{s, first, last, last - 1, kind, referent, views_[s].span(first, last), false, false};
        auto& mentions = by_sentence_[s];
        forget(s, first);
        const auto place = std::find_if(mentions.begin(), mentions.end(),
                                        [first](const Mention& other) { return other.first > first; });
        mentions.insert(place, mention);
        Actor& who = joined_.cast.actors[referent];
        who.spans.push_back(mention.span);
        const std::string form(slice(document_.text, mention.span));
        if (kind != MentionKind::pronoun &&
            std::find(who.mentions.begin(), who.mentions.end(), form) == who.mentions.end()) {
            who.mentions.push_back(form);
        }
    }

    // A noun that turned out to stand for somebody named is no bystander's mention any more.
    void forget(Index s, Index first) {
        std::erase_if(by_sentence_[s], [&](const Mention& mention) {
            if (mention.first != first || !bystander_[mention.actor]) {
                return false;
            }
            std::erase(joined_.cast.actors[mention.actor].spans, mention.span);
            return true;
        });
    }

    void write() {
        joined_.cast.mentions.clear();
        for (const auto& mentions : by_sentence_) {
            joined_.cast.mentions.insert(joined_.cast.mentions.end(), mentions.begin(), mentions.end());
        }
        for (Actor& who : joined_.cast.actors) {
            std::sort(who.spans.begin(), who.spans.end());
        }
    }

    const Document& document_;
    const std::vector<SentenceView>& views_;
    const Lexicons& lexicons_;
    JoinedSightings& joined_;
    std::vector<std::vector<Mention>> by_sentence_;
    PronounResolver pronouns_;
    std::map<std::string, Index> served_;  // by the id of a person, whom the office serves
    std::vector<bool> bystander_;          // by actor
    bool quote_open_ = false;
};

}  // namespace

void resolve_references(const Document& document, const std::vector<SentenceView>& views,
                        const Lexicons& lexicons, JoinedSightings& joined) {
    ReferenceResolver(document, views, lexicons, joined).resolve();
}

}  // namespace entente::extract
