#include "extract/actors/cast_builder.hpp"

#include "extract/actors/cast_draft.hpp"
#include "extract/actors/collective_joiner.hpp"
#include "extract/actors/name_joiner.hpp"
#include "extract/actors/office_joiner.hpp"
#include "extract/actors/people_joiner.hpp"
#include "extract/actors/slug.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace entente::extract {

namespace {

using Index = std::uint32_t;
constexpr Index none = Sighting::none;

// Which sighting is which actor. The order matters: full names before what shortens them, names before what
// only describes, and titles last, when all are known who may hold them.
void join(CastDraft& draft) {
    PeopleJoiner people(draft);
    NameJoiner names(draft, people);
    people.join_people();
    names.join_known();
    names.join_organizations();
    names.join_places();
    names.join_unknown();
    people.recognise_people();
    names.join_linked();
    CollectiveJoiner collectives(draft);
    collectives.join_collectives();
    names.join_other_names();
    OfficeJoiner offices(draft);
    offices.join_offices();
    collectives.join_nouns();
    offices.code_people();
}

// Puts the joined sightings into the order of the text.
class CastWriter {
 public:
    CastWriter(const Document& document, CastDraft& draft) : document_(document), draft_(draft) {}

    void write() {
        number_in_order();
        write_mentions();
        find_bystanders();
        give_ids();
    }

 private:
    void number_in_order() {
        std::vector<Index> order;
        std::vector<Index> position(draft_.actors().size(), none);
        std::vector<Index> sorted(draft_.sightings.size());
        for (Index s = 0; s < sorted.size(); ++s) {
            sorted[s] = s;
        }
        std::stable_sort(sorted.begin(), sorted.end(), [&](Index a, Index b) {
            const Mention& ma = draft_.sightings[a].mention;
            const Mention& mb = draft_.sightings[b].mention;
            return std::tuple(ma.sentence, ma.first, mb.last) < std::tuple(mb.sentence, mb.first, ma.last);
        });
        for (const Index s : sorted) {
            const Index actor = draft_.joined.actor_of[s];
            if (actor != none && position[actor] == none) {
                position[actor] = static_cast<Index>(order.size());
                order.push_back(actor);
            }
        }
        std::vector<Actor> actors_in_order;
        std::vector<Index> known_in_order;
        for (const Index actor : order) {
            actors_in_order.push_back(std::move(draft_.actors()[actor]));
            known_in_order.push_back(draft_.joined.known_of[actor]);
        }
        draft_.actors() = std::move(actors_in_order);
        draft_.joined.known_of = std::move(known_in_order);
        for (Index& actor : draft_.joined.actor_of) {
            actor = actor == none ? none : position[actor];
        }
        sorted_ = std::move(sorted);
    }

    void write_mentions() {
        for (const Index s : sorted_) {
            if (draft_.joined.actor_of[s] == none) {
                continue;
            }
            Mention mention = draft_.sightings[s].mention;
            mention.actor = draft_.joined.actor_of[s];
            draft_.joined.cast.mentions.push_back(mention);
            Actor& actor = draft_.actors()[mention.actor];
            actor.spans.push_back(mention.span);
        }
        // A demonym that only modifies is no name of the country, unless the article has no other.
        std::vector<bool> has_noun(draft_.actors().size(), false);
        for (const bool modifying : {false, true}) {
            for (const Mention& mention : draft_.joined.cast.mentions) {
                Actor& actor = draft_.actors()[mention.actor];
                if (is_adjective(mention) != modifying || (modifying && has_noun[mention.actor])) {
                    continue;
                }
                has_noun[mention.actor] = has_noun[mention.actor] || !modifying;
                const std::string form(slice(document_.text, mention.span));
                if (std::find(actor.mentions.begin(), actor.mentions.end(), form) == actor.mentions.end()) {
                    actor.mentions.push_back(form);
                }
            }
        }
    }

    [[nodiscard]] bool is_adjective(const Mention& mention) const {
        if (!mention.modifies) {
            return false;
        }
        const SentenceView& view = draft_.views[mention.sentence];
        const auto names = draft_.lexicons.names_at(view.sentence->tokens, view.keys, mention.first);
        return std::any_of(names.begin(), names.end(),
                           [](const NameMatch& match) { return match.sense == Sense::adjective; });
    }

    void find_bystanders() {
        std::vector<bool> acts_for_itself(draft_.actors().size(), false);
        for (Index s = 0; s < draft_.sightings.size(); ++s) {
            const Index actor = draft_.joined.actor_of[s];
            if (actor != none && !draft_.sightings[s].weak && draft_.actors()[actor].resolved != "noun") {
                acts_for_itself[actor] = true;
            }
        }
        for (Index a = 0; a < draft_.actors().size(); ++a) {
            if (!acts_for_itself[a]) {
                draft_.joined.cast.bystanders.push_back(a);
            }
        }
    }

    void give_ids() {
        std::map<std::string, int> used;
        for (Actor& actor : draft_.actors()) {
            actor.id = slug(actor.name);
            if (actor.id.empty()) {
                actor.id = "actor";
            }
            if (used[actor.id]++ > 0) {
                const std::string base = actor.id + "-" + std::string(name(actor.type));
                actor.id = base;
                for (int i = 2; used[actor.id]++ > 0; ++i) {
                    actor.id = base + "-" + std::to_string(i);
                }
            }
        }
    }

    const Document& document_;
    CastDraft& draft_;
    std::vector<Index> sorted_;
};

}  // namespace

JoinedSightings build_cast(const Document& document, const std::vector<SentenceView>& views,
                           const std::vector<Sighting>& sightings, const Lexicons& lexicons) {
    CastDraft draft(views, sightings, lexicons, document.published);
    join(draft);
    CastWriter(document, draft).write();
    return std::move(draft.joined);
}

}  // namespace entente::extract
