#include "graph/decisions.hpp"

#include "graph/fold_name.hpp"
#include "graph/identity.hpp"

#include <algorithm>

namespace entente::graph {

namespace {

std::string slug(const std::string& folded) {
    std::string slug = folded;
    std::ranges::replace(slug, ' ', '-');
    return slug;
}

std::string lower(std::string code) {
    for (char& c : code) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return code;
}

// The folded names that articles have for the actor of a form: its local id and the canonical ones.
std::set<std::string> called(const Form& form) {
    std::string local = form.key.local_id;
    std::ranges::replace(local, '-', ' ');
    std::set<std::string> names{fold_name(local)};
    for (const auto& [name, articles] : form.names) names.insert(fold_name(name));
    return names;
}

// The id of what is split off: the name's own, or the actor's with the country behind it.
ActorId split_id(const ActorId& actor, const NameOf& name) {
    const ActorId own = slug(name.folded);
    if (!name.country.empty()) return own + "-" + lower(name.country);
    return own == actor ? own + "-2" : own;
}

std::pair<ActorId, ActorId> in_order(const ActorId& one, const ActorId& other) {
    return std::minmax(one, other);
}

}  // namespace

NameOf name_of(std::string_view name) {
    const std::size_t open = name.rfind('(');
    const bool has_country = open != std::string_view::npos && name.size() - open == 5 && name.back() == ')';
    if (!has_country) return {fold_name(name), ""};
    std::string country(name.substr(open + 1, 3));
    for (char& c : country) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return {fold_name(name.substr(0, open)), country};
}

Decisions::Decisions(const std::vector<Decision>& log) {
    // From the end: an undo may itself be undone.
    std::set<std::string> undone;
    for (auto decision = log.rbegin(); decision != log.rend(); ++decision) {
        if (undone.contains(decision->id)) continue;
        if (decision->kind == DecisionKind::undo) {
            undone.insert(decision->other);
        } else {
            in_force_.push_back(*decision);
        }
    }
    std::ranges::reverse(in_force_);
    for (const Decision& decision : in_force_) {
        switch (decision.kind) {
            case DecisionKind::merge:
                // Whom the first is already; so no ring can come about.
                if (merged(decision.actor) != merged(decision.other)) {
                    merges_[merged(decision.other)] = merged(decision.actor);
                }
                break;
            case DecisionKind::split:
                for (const std::string& name : decision.names) {
                    const NameOf of = name_of(name);
                    splits_[decision.actor].push_back({of, split_id(decision.actor, of)});
                }
                break;
            case DecisionKind::add_alias:
                for (const std::string& name : decision.names) {
                    aliases_[fold_name(name)] = decision.actor;
                    no_aliases_.erase({fold_name(name), decision.actor});
                    added_[decision.actor].push_back(name);
                }
                break;
            case DecisionKind::remove_alias:
                for (const std::string& name : decision.names) {
                    const std::string folded = fold_name(name);
                    no_aliases_.emplace(folded, decision.actor);
                    const auto alias = aliases_.find(folded);
                    if (alias != aliases_.end() && alias->second == decision.actor) aliases_.erase(alias);
                    std::erase_if(added_[decision.actor],
                                  [&folded](const std::string& added) { return fold_name(added) == folded; });
                }
                break;
            case DecisionKind::distinct:
                distinct_.insert(in_order(decision.actor, decision.other));
                break;
            case DecisionKind::rename:
                names_[decision.actor] = decision.names.front();
                break;
            case DecisionKind::undo:
                break;
        }
    }
}

ActorId Decisions::merged(const ActorId& actor) const {
    ActorId who = actor;
    for (auto row = merges_.find(who); row != merges_.end(); row = merges_.find(who)) who = row->second;
    return who;
}

bool Decisions::are_distinct(const ActorId& one, const ActorId& other) const {
    return distinct_.contains(in_order(one, other));
}

ActorId Decisions::meaning(const Form& form, const ActorId& decided) const {
    if (empty()) return decided;
    const ActorId who = merged(decided);
    const bool may_split = splits_.contains(decided) || splits_.contains(who);
    if (aliases_.empty() && !may_split) return who;
    const std::set<std::string> names = called(form);
    for (const std::string& name : names) {
        const auto alias = aliases_.find(name);
        if (alias != aliases_.end()) return merged(alias->second);
    }
    // A part may be split off from what was merged, or from one that was merged into another.
    for (const ActorId& whole : {decided, who}) {
        const auto parts = splits_.find(whole);
        if (parts == splits_.end()) continue;
        for (const Split& split : parts->second) {
            const bool of_country = split.name.country.empty() || split.name.country == country_of(form.key);
            if (of_country && names.contains(split.name.folded)) return merged(split.made);
        }
    }
    return who;
}

bool Decisions::is_no_name_of(const Form& form, const ActorId& actor) const {
    if (no_aliases_.empty()) return false;
    return std::ranges::any_of(called(form), [&](const std::string& name) {
        return no_aliases_.contains({name, actor});
    });
}

void Decisions::apply_names(Actor& actor) const {
    if (const auto added = added_.find(actor.id); added != added_.end()) {
        for (const std::string& name : added->second) actor.aliases.try_emplace(name, 0);
    }
    std::erase_if(actor.aliases, [&](const auto& alias) {
        return no_aliases_.contains({fold_name(alias.first), actor.id});
    });
    if (const auto name = names_.find(actor.id); name != names_.end()) actor.name = name->second;
}

std::set<ActorId> Decisions::named(const Decision& decision) {
    std::set<ActorId> named;
    if (decision.kind == DecisionKind::undo) return named;
    named.insert(decision.actor);
    if (!decision.other.empty()) named.insert(decision.other);
    if (decision.kind == DecisionKind::split) {
        for (const std::string& name : decision.names) named.insert(split_id(decision.actor, name_of(name)));
    }
    return named;
}

std::set<std::string> Decisions::blocks(const Decision& decision) {
    std::set<std::string> blocks;
    for (const ActorId& actor : named(decision)) blocks.insert(form_block(actor));
    for (const std::string& name : decision.names) blocks.insert(form_block(slug(name_of(name).folded)));
    return blocks;
}

}  // namespace entente::graph
