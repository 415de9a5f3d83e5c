#include "extract/actors/cast_draft.hpp"

#include "extract/actors/naming.hpp"

#include <algorithm>
#include <utility>

namespace entente::extract {

namespace {

using Index = std::uint32_t;
constexpr Index none = Sighting::none;

}  // namespace

CastDraft::CastDraft(const std::vector<SentenceView>& views_read,
                     const std::vector<Sighting>& sightings_found, const Lexicons& lexicons_known,
                     const Date& published_on)
    : views(views_read),
      sightings(sightings_found),
      lexicons(lexicons_known),
      published(published_on),
      focus(find_focus(sightings)) {
    joined.actor_of.assign(sightings.size(), none);
}

Index CastDraft::add_actor(std::string name, ActorType type, std::string country,
                           std::vector<std::string> sectors, std::string resolved, Index known) {
    Actor actor;
    actor.name = std::move(name);
    actor.type = type;
    actor.country = std::move(country);
    actor.sectors = std::move(sectors);
    actor.resolved = std::move(resolved);
    actors().push_back(std::move(actor));
    joined.known_of.push_back(known);
    return static_cast<Index>(actors().size() - 1);
}

Index CastDraft::known_actor(Index known) {
    const auto [found, is_new] = actor_of_known.try_emplace(known, none);
    if (is_new) {
        const KnownActor& actor = lexicons.actor(known);
        Coding coding = coding_of(actor, published);
        found->second = add_actor(actor.name, actor.type, std::move(coding.country),
                                  std::move(coding.sectors), "lexicon", known);
    }
    return found->second;
}

Index CastDraft::described(const Sighting& sighting, const std::vector<std::string>& sectors, ActorType type,
                           const std::string& country) {
    std::string name = sighting.noun_text.empty() ? sighting.text : sighting.noun_text;
    const Index body = sighting.body == none ? none : joined.actor_of[sighting.body];
    if (body != none && actors()[body].type != ActorType::country) {
        name += " of " + actors()[body].name;
    } else if (const KnownActor* known = lexicons.country(country)) {
        name += " of " + with_article(known->name);
    }
    name = capitalized(std::move(name));
    const auto [found, is_new] = by_key.try_emplace("noun:" + name, none);
    if (is_new) {
        found->second = add_actor(name, type, country, sectors, "noun");
    }
    return found->second;
}

Index CastDraft::first_of_sentence(Index sentence) const {
    const auto first = std::lower_bound(sightings.begin(), sightings.end(), sentence,
                                        [](const Sighting& s, Index at) { return s.mention.sentence < at; });
    return static_cast<Index>(first - sightings.begin());
}

std::string CastDraft::country_told(const Sighting& sighting) const {
    if (!sighting.country.empty() || sighting.body == none) {
        return sighting.country;
    }
    const Index body = joined.actor_of[sighting.body];
    return body == none ? std::string{} : actors()[body].country;
}

}  // namespace entente::extract
