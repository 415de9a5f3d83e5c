#include "extract/actors/relation_finder.hpp"

#include "extract/actors/naming.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace entente::extract {

namespace {

using Index = std::uint32_t;
constexpr Index none = Sighting::none;

class RelationFinder {
 public:
    RelationFinder(const Document& document, const std::vector<SentenceView>& views,
                   const std::vector<Sighting>& sightings, const Lexicons& lexicons, JoinedSightings& joined)
        : document_(document), views_(views), sightings_(sightings), lexicons_(lexicons), joined_(joined) {
        for (Index a = 0; a < joined.cast.actors.size(); ++a) {
            if (actor(a).type == ActorType::country) {
                country_actor_.emplace(actor(a).country, a);
            }
            actor_by_name_.emplace(actor(a).name, a);
        }
    }

    void find() {
        for (Index s = 0; s < sightings_.size(); ++s) {
            if (joined_.actor_of[s] == none) {
                continue;
            }
            find_office(s);
            find_membership(s);
            find_place_inside(s);
            find_body_of_country(s);
            find_led_coalition(s);
            find_affiliation(s);
        }
        std::stable_sort(relations().begin(), relations().end(), [](const Relation& a, const Relation& b) {
            return a.evidence_span.begin < b.evidence_span.begin;
        });
        imply_parts();
    }

 private:
    // Sightings come sentence by sentence: index of the first one of a sentence.
    [[nodiscard]] Index first_of_sentence(Index sentence) const {
        const auto first =
            std::lower_bound(sightings_.begin(), sightings_.end(), sentence,
                             [](const Sighting& s, Index at) { return s.mention.sentence < at; });
        return static_cast<Index>(first - sightings_.begin());
    }

    std::vector<Relation>& relations() { return joined_.cast.relations; }
    [[nodiscard]] const Actor& actor(Index index) const { return joined_.cast.actors[index]; }
    [[nodiscard]] const SentenceView& view(const Sighting& sighting) const {
        return views_[sighting.mention.sentence];
    }

    void add(RelationType type, Index from, Index to, const std::string& label, const Sighting& where,
             bool ended = false) {
        if (from == none || to == none || from == to || !seen_.emplace(type, from, to).second) {
            return;
        }
        Relation relation;
        relation.type = type;
        relation.from = actor(from).id;
        relation.to = actor(to).id;
        relation.label = label;
        relation.evidence_span = view(where).sentence->span;
        relation.evidence = std::string(slice(document_.text, relation.evidence_span));
        relation.ended = ended;
        relations().push_back(std::move(relation));
    }

    [[nodiscard]] Index country_actor(const std::string& code) const {
        const auto found = country_actor_.find(code);
        return found == country_actor_.end() ? none : found->second;
    }

    // Offices.

    void find_office(Index s) {
        const Sighting& sighting = sightings_[s];
        const Index person = joined_.actor_of[s];
        if (sighting.title == nullptr || sighting.title->honorific ||
            actor(person).type != ActorType::person) {
            return;
        }
        if (sighting.body == none && actor(person).resolved == "noun") {
            return;  // whom an unnamed official serves is a guess
        }
        const Index body = served_body(sighting, person);
        const bool member = sighting.title->title == "member" || sighting.title->title == "senior member";
        add(member ? RelationType::member_of : RelationType::holds_office, person, body, sighting.title_text,
            sighting, sighting.former);
    }

    // Whom the office serves: the body named beside it, else the country of the one who holds it.
    [[nodiscard]] Index served_body(const Sighting& sighting, Index person) const {
        const Index body = sighting.body == none ? none : joined_.actor_of[sighting.body];
        if (body == none) {
            if (actor(person).country == "UNO") {
                return known_actor("United Nations");
            }
            return sighting.title->body == OfficeBody::country
                       ? service_of(sighting.title->title, actor(person).country)
                       : none;
        }
        switch (actor(body).type) {
            case ActorType::organization:
            case ActorType::group:
            case ActorType::country:
                return sighting.title->body == OfficeBody::none ? none : body;
            case ActorType::place:
                return serves_place(sighting) ? body : country_actor(actor(person).country);
            case ActorType::person:
                return country_actor(actor(body).country);
        }
        return none;
    }

    // An army chief serves the armed forces, a police chief the police, where the article speaks of them.
    [[nodiscard]] Index service_of(const std::string& title, const std::string& country) const {
        const Index whole = country_actor(country);
        const bool forces = title.starts_with("army") || title.starts_with("military c") ||
                            title.find("general staff") != std::string::npos ||
                            title.starts_with("commander");  // but a military ruler rules the country
        if (whole == none || !(forces || title.starts_with("police"))) {
            return whole;
        }
        const Index service =
            known_actor((forces ? "Armed forces of " : "Police of ") + with_article(actor(whole).name));
        return service == none ? whole : service;
    }

    [[nodiscard]] Index known_actor(const std::string& name) const {
        const auto found = actor_by_name_.find(name);
        return found == actor_by_name_.end() ? none : found->second;
    }

    [[nodiscard]] static bool serves_place(const Sighting& sighting) {
        const std::string& title = sighting.title->title;
        return title.find("mayor") != std::string::npos || title.find("governor") != std::string::npos ||
               title.find("police chief") != std::string::npos;
    }

    // Membership: "Al Jazeera's James Bays", "Kivutha Kibwana, of the National Convention Assembly".

    void find_membership(Index s) {
        const Sighting& sighting = sightings_[s];
        if (sighting.kind != SightingKind::person) {
            return;
        }
        const Mention& mention = sighting.mention;
        const SentenceView& at = view(sighting);
        if (mention.first >= 2 && at.possessive(mention.first - 1)) {
            if (const Index body = organization_ending(mention.sentence, mention.first - 1); body != none) {
                add(RelationType::member_of, joined_.actor_of[s], body, "", sighting);
            }
        }
        if (at.is(mention.last, ",") && at.is(mention.last + 1, "of")) {
            const Index first = mention.last + (at.is(mention.last + 2, "the") ? 3 : 2);
            add(RelationType::member_of, joined_.actor_of[s], organization_starting(mention.sentence, first),
                "", sighting);
        }
    }

    [[nodiscard]] Index organization_ending(Index sentence, Index last) const {
        return named_actor(sentence, ActorType::organization,
                           [last](const Mention& m) { return m.last == last; });
    }
    [[nodiscard]] Index organization_starting(Index sentence, Index first) const {
        return named_actor(sentence, ActorType::organization,
                           [first](const Mention& m) { return m.first == first; });
    }

    template <typename Where>
    [[nodiscard]] Index named_actor(Index sentence, ActorType type, Where where) const {
        for (Index s = first_of_sentence(sentence); s < first_of_sentence(sentence + 1); ++s) {
            const Mention& mention = sightings_[s].mention;
            if (joined_.actor_of[s] != none && actor(joined_.actor_of[s]).type == type &&
                mention.kind == MentionKind::name && where(mention)) {
                return joined_.actor_of[s];
            }
        }
        return none;
    }

    // Places: "Nairobi, Kenya", "Kabkabiya in Darfur", "the Syrian city of Aleppo", "the Damascus suburb of
    // Daraya".

    void find_place_inside(Index s) {
        const Sighting& sighting = sightings_[s];
        const Index place = joined_.actor_of[s];
        if (actor(place).type != ActorType::place || !sighting.mention.as_place) {
            return;
        }
        if (sighting.body != none && joined_.actor_of[sighting.body] != none) {
            add_part(place, joined_.actor_of[sighting.body], sighting.title_text, sighting);
        }
        const SentenceView& at = view(sighting);
        const Mention& mention = sighting.mention;
        if (at.is(mention.last, ",")) {
            add_part(place, place_or_country_at(mention.sentence, mention.last + 1), "", sighting);
        } else if (at.is(mention.last, "in")) {
            const Index first = mention.last + (at.is(mention.last + 1, "the") ? 2 : 1);
            add_part(place, place_or_country_at(mention.sentence, first), "", sighting);
        }
    }

    [[nodiscard]] Index place_or_country_at(Index sentence, Index first) const {
        for (Index s = first_of_sentence(sentence); s < first_of_sentence(sentence + 1); ++s) {
            const Mention& mention = sightings_[s].mention;
            const Index other = joined_.actor_of[s];
            if (mention.first != first || other == none || mention.modifies) {
                continue;
            }
            const bool lists =
                view(sightings_[s]).is(mention.last, "and") || view(sightings_[s]).is(mention.last, "or");
            if (!lists &&
                (actor(other).type == ActorType::country || actor(other).type == ActorType::place)) {
                return other;
            }
        }
        return none;
    }

    // The lexicon has a say: "Paris, Germany" are two places in a row.
    void add_part(Index place, Index whole, const std::string& label, const Sighting& where) {
        if (whole == none ||
            (actor(whole).type != ActorType::country && actor(whole).type != ActorType::place)) {
            return;
        }
        const std::string& inner = actor(place).country;
        const std::string& outer = actor(whole).country;
        const bool contradicts = !inner.empty() && !outer.empty() && inner != outer;
        const bool both_known_places = actor(whole).type == ActorType::place && label.empty() &&
                                       joined_.known_of[place] != Lexicons::none &&
                                       joined_.known_of[whole] != Lexicons::none && !is_region(whole);
        if (contradicts || both_known_places) {
            return;
        }
        if (inner.empty()) {
            joined_.cast.actors[place].country = outer;
        }
        add(RelationType::part_of, place, whole, label, where);
    }

    [[nodiscard]] bool is_region(Index place) const { return actor(place).country == "USA"; }

    // "US State Department", "Switzerland's central bank": a public body beside its country.
    void find_body_of_country(Index s) {
        const Sighting& sighting = sightings_[s];
        const Index body = joined_.actor_of[s];
        const Actor& organization = actor(body);
        const bool public_body =
            organization.type == ActorType::organization && !organization.sectors.empty() &&
            (organization.sectors.front() == "GOV" || organization.sectors.front() == "LEG" ||
             organization.sectors.front() == "SPY" || organization.sectors.front() == "COP");
        if (!public_body || organization.resolved == "collective") {
            return;
        }
        const Index country = country_actor(organization.country);
        if (country == none) {
            return;
        }
        if (names_country(sighting)) {
            add(RelationType::part_of, body, country, "", sighting);
        }
    }

    // Do the words of the mention, or the ones before it, name the country the body belongs to?
    [[nodiscard]] bool names_country(const Sighting& sighting) const {
        const SentenceView& at = view(sighting);
        const Mention& mention = sighting.mention;
        Index first = mention.first;
        first -= first > 0 && at.possessive(first - 1) ? 1U : 0U;
        for (Index i = first > 0 ? first - 1 : 0; i < mention.last; ++i) {
            for (const NameMatch& match : lexicons_.names_at(at.sentence->tokens, at.keys, i)) {
                const KnownActor& known = lexicons_.actor(match.actor);
                if (known.type == ActorType::country &&
                    known.country == actor(joined_.actor_of[mention_index(sighting)]).country &&
                    match.sense != Sense::seat) {
                    return true;
                }
            }
        }
        return false;
    }

    [[nodiscard]] Index mention_index(const Sighting& sighting) const {
        return static_cast<Index>(&sighting - sightings_.data());
    }

    // "the US-led coalition": who leads it is in it.
    void find_led_coalition(Index s) {
        const Sighting& sighting = sightings_[s];
        const auto led = sighting.text.find("-led");
        if (led == std::string::npos || actor(joined_.actor_of[s]).type == ActorType::person) {
            return;
        }
        const std::uint32_t* leader = lexicons_.known_as(sighting.text.substr(0, led));
        if (leader == nullptr) {
            return;
        }
        for (Index a = 0; a < joined_.cast.actors.size(); ++a) {
            if (joined_.known_of[a] == *leader) {
                add(RelationType::member_of, a, joined_.actor_of[s], sighting.text.substr(0, led + 4),
                    sighting);
            }
        }
    }

    // "the Nusra Front, an al Qaeda affiliate", "al-Qaeda-affiliated al-Nusra Front".
    void find_affiliation(Index s) {
        const Sighting& sighting = sightings_[s];
        const Actor& group = actor(joined_.actor_of[s]);
        if (group.type != ActorType::organization) {
            return;
        }
        const SentenceView& at = view(sighting);
        const Mention& mention = sighting.mention;
        if (at.is(mention.last, ",") && (at.is(mention.last + 1, "an") || at.is(mention.last + 1, "a"))) {
            const Index other = organization_starting(mention.sentence, mention.last + 2);
            for (Index i = mention.last + 3; other != none && i < std::min(mention.last + 7, at.size());
                 ++i) {
                if (lexicons_.word("affiliate", at.lower[i])) {
                    add(RelationType::affiliated_with, joined_.actor_of[s], other, at.form(i), sighting);
                    break;
                }
            }
        }
        for (Index back = 1; back <= 2 && back < mention.first; ++back) {
            const Index tie = mention.first - back;
            if (lexicons_.word("affiliated", at.lower[tie]) && at.joins(tie - 1)) {
                add(RelationType::affiliated_with, joined_.actor_of[s],
                    organization_ending(mention.sentence, tie - 1), at.form(tie), sighting);
            }
        }
    }

    // What the coding implies and no sentence says.
    void imply_parts() {
        std::vector<Index> first_sentence(joined_.cast.actors.size(), 0);
        const std::vector<Mention>& mentions = joined_.cast.mentions;
        std::for_each(mentions.rbegin(), mentions.rend(),
                      [&](const Mention& mention) { first_sentence[mention.actor] = mention.sentence; });
        for (Index a = 0; a < joined_.cast.actors.size(); ++a) {
            const Actor& part = actor(a);
            const bool of_country = part.resolved == "collective" ||
                                    (part.resolved == "lexicon" &&
                                     (part.type == ActorType::organization || part.type == ActorType::place));
            const Index whole = part.country.empty() || !of_country ? none : country_actor(part.country);
            if (whole != none && seen_.emplace(RelationType::part_of, a, whole).second) {
                Relation relation;
                relation.type = RelationType::part_of;
                relation.from = part.id;
                relation.to = actor(whole).id;
                relation.derived = true;
                const Index sentence = first_sentence[a];
                relation.evidence_span = views_[sentence].sentence->span;
                relation.evidence = std::string(slice(document_.text, relation.evidence_span));
                relations().push_back(std::move(relation));
            }
        }
    }

    const Document& document_;
    const std::vector<SentenceView>& views_;
    const std::vector<Sighting>& sightings_;
    const Lexicons& lexicons_;
    JoinedSightings& joined_;
    std::map<std::string, Index> country_actor_;  // by code
    std::map<std::string, Index> actor_by_name_;
    std::set<std::tuple<RelationType, Index, Index>> seen_;
};

}  // namespace

void find_relations(const Document& document, const std::vector<SentenceView>& views,
                    const std::vector<Sighting>& sightings, const Lexicons& lexicons,
                    JoinedSightings& joined) {
    RelationFinder(document, views, sightings, lexicons, joined).find();
}

}  // namespace entente::extract
