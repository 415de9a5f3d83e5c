#include "graph/portion.hpp"

#include "graph/describe.hpp"
#include "graph/fold.hpp"
#include "graph/identity.hpp"
#include "graph/parties.hpp"

#include <algorithm>

namespace entente::graph {

namespace {

void count(std::map<std::string, std::uint32_t>& counts, const std::string& answer, bool add) {
    if (add) {
        ++counts[answer];
        return;
    }
    const auto row = counts.find(answer);
    if (row != counts.end() && --row->second == 0) counts.erase(row);
}

// Counts what one article's actor says about the form in, or out again.
void count(Form& form, const extract::Actor& actor, bool add) {
    form.articles = add ? form.articles + 1 : form.articles - 1;
    count(form.names, actor.name, add);
    for (const std::string& mention : std::set(actor.mentions.begin(), actor.mentions.end())) {
        count(form.mentions, mention, add);
    }
    for (const std::string& sector : std::set(actor.sectors.begin(), actor.sectors.end())) {
        count(form.sectors, sector, add);
    }
    if (!actor.sectors.empty()) count(form.first_sectors, actor.sectors.front(), add);
}

// The actors of an article that can be used: with an id, the first of each.
std::map<std::string, const extract::Actor*> local_actors(const Said& said) {
    std::map<std::string, const extract::Actor*> actors;
    for (const extract::Actor& actor : said.extraction.actors) {
        if (!actor.id.empty()) actors.emplace(actor.id, &actor);
    }
    return actors;
}

// The camp that most articles tell, of equals the first by name; "" without any.
std::string most_told(const std::map<std::string, std::uint32_t>& camps) {
    std::string best;
    std::uint32_t most = 0;
    for (const auto& [camp, articles] : camps) {
        if (articles > most) {
            best = camp;
            most = articles;
        }
    }
    return best;
}

// Works out what depends on the evidence: whether anything states the relation and when it was seen.
void describe_relation(Relation& relation) {
    relation.derived = std::ranges::all_of(relation.evidence, &RelationEvidence::derived);
    relation.first_seen = {};
    relation.last_seen = {};
    for (const RelationEvidence& piece : relation.evidence) {
        if (!piece.published.known()) continue;
        if (!relation.first_seen.known() || piece.published < relation.first_seen) {
            relation.first_seen = piece.published;
        }
        relation.last_seen = std::max(relation.last_seen, piece.published);
    }
}

}  // namespace

void Portion::load(const std::string& block) {
    if (!loaded_blocks_.insert(block).second) return;
    for (Form& form : ledger_.forms(block)) {
        const FormKey key = form.key;
        forms_.insert_or_assign(key, FormRow{form, form, {}, {}});
    }
}

FormRow& Portion::form(const FormKey& key) {
    load(key.block);
    const auto [row, is_new] = forms_.try_emplace(key);
    if (is_new) row->second.after.key = key;
    return row->second;
}

void Portion::count_actors(const ArticleKey& key, const Said& said, bool add) {
    for (const auto& [local_id, actor] : local_actors(said)) {
        const FormKey used = form_key(*actor);
        FormRow& row = form(used);
        count(row.after, *actor, add);
        counted_blocks_.insert(used.block);
        // A use that is lost with the old version and gained with the new one is neither.
        std::set<ArticleKey>& undone = add ? row.lost : row.gained;
        if (undone.erase(key) == 0) (add ? row.gained : row.lost).insert(key);
    }
}

void Portion::take(const ArticleKey& key) {
    Change change{key, ledger_.applied(key), ledger_.latest(key)};
    if (change.before) count_actors(key, *change.before, false);
    if (change.after) count_actors(key, *change.after, true);
    for (auto* const said : {&change.before, &change.after}) {
        if (*said) (*said)->extraction.text.clear();  // a portion's texts would be most of its memory
    }
    changes_.settled.push_back(key);
    if (!change.after) changes_.removed.push_back(key);
    articles_.push_back(std::move(change));
}

void Portion::reconsider(const Decision& decision, const Decisions& before) {
    std::set<ActorId> named = Decisions::named(decision);
    for (const ActorId& actor : Decisions::named(decision)) {
        named.insert({before.merged(actor), decisions_.merged(actor)});
    }
    std::set<std::string> blocks = Decisions::blocks(decision);
    for (const ActorId& actor : named) {
        for (const Form& form : ledger_.forms_of(actor)) blocks.insert(form.key.block);
    }
    for (const std::string& block : blocks) load(block);
    counted_blocks_.merge(blocks);
    named_.merge(named);
}

void Portion::decide_blocks() {
    for (const std::string& block : counted_blocks_) {
        std::vector<Form> live;
        const auto begin = forms_.lower_bound(FormKey{block, ActorType::person, "", ""});
        auto end = begin;
        for (; end != forms_.end() && end->first.block == block; ++end) {
            if (end->second.after.articles > 0) live.push_back(end->second.after);
        }
        const std::vector<ActorId> ids = decide(live, decisions_);
        auto id = ids.begin();
        std::map<ActorId, std::map<std::string, std::uint32_t>> camps;
        for (auto row = begin; row != end; ++row) {
            Form& form = row->second.after;
            if (form.articles == 0) continue;
            form.actor = *id++;
            const std::string camp = camp_of(form.key);
            if (!camp.empty()) camps[form.actor][camp] += form.articles;
        }
        for (auto row = begin; row != end; ++row) {
            Form& form = row->second.after;
            if (form.articles > 0) form.camp = most_told(camps[form.actor]);
        }
    }
}

// Articles that use a form which means another vertex now, or one that acts for another camp, and do not
// change themselves.
std::set<ArticleKey> Portion::moved_articles() const {
    std::set<ArticleKey> moved;
    for (const auto& [key, row] : forms_) {
        if (!row.before) continue;
        if (row.before->actor == row.after.actor && row.before->camp == row.after.camp) continue;
        const std::vector<ArticleKey> uses = ledger_.uses(key);
        moved.insert(uses.begin(), uses.end());
    }
    for (const Change& change : articles_) moved.erase(change.key);
    return moved;
}

Cast Portion::cast(const Said& said, bool after) {
    Cast cast;
    for (const auto& [local_id, actor] : local_actors(said)) {
        const FormRow& row = form(form_key(*actor));
        if (after) {
            cast[local_id] = row.after.actor;
        } else if (row.before) {
            cast[local_id] = row.before->actor;
        }
    }
    return cast;
}

KnownCamps Portion::camps(const Said& said, bool after) {
    KnownCamps camps;
    for (const auto& [local_id, actor] : local_actors(said)) {
        if (actor->type != ActorType::person) continue;
        const FormRow& row = form(form_key(*actor));
        const Form* const form = after ? &row.after : row.before ? &*row.before : nullptr;
        if (form != nullptr && !form->camp.empty()) camps[local_id] = form->camp;
    }
    return camps;
}

void Portion::subtract(const Derived& derived) {
    for (const Report& report : derived.reports) reports_[{fold_block(report), report.id}] = std::nullopt;
    for (const auto& [tied, evidence] : derived.relations) {
        for (const RelationEvidence& piece : evidence) evidence_[tied][piece] = false;
    }
}

void Portion::add(const Derived& derived) {
    for (const Report& report : derived.reports) reports_[{fold_block(report), report.id}] = report;
    for (const auto& [tied, evidence] : derived.relations) {
        for (const RelationEvidence& piece : evidence) evidence_[tied][piece] = true;
    }
}

void Portion::derive_change(const Change& change) {
    Derived before;
    Derived after;
    if (change.before) {
        before = derive(*change.before, cast(*change.before, false), camps(*change.before, false));
    }
    if (change.after) after = derive(*change.after, cast(*change.after, true), camps(*change.after, true));
    if (before == after) return;
    subtract(before);
    add(after);
}

void Portion::derive_again() {
    for (const Change& change : articles_) derive_change(change);
    for (const ArticleKey& key : moved_articles()) {
        const std::optional<Said> said = ledger_.applied(key);
        if (!said) continue;
        derive_change({key, said, said});
        ++rederived_;
    }
}

void Portion::write_forms() {
    for (const auto& [key, row] : forms_) {
        if (row.after.articles == 0) {
            if (row.before) changes_.drop_forms.push_back(key);
        } else if (!row.before || *row.before != row.after) {
            changes_.put_forms.push_back(row.after);
        }
        for (const ArticleKey& article : row.gained) changes_.put_uses.emplace_back(key, article);
        for (const ArticleKey& article : row.lost) changes_.drop_uses.emplace_back(key, article);
    }
}

void Portion::index_forms() {
    for (const auto& [key, row] : forms_) {
        if (row.after.articles > 0) forms_then_[row.after.actor].push_back(&row.after);
    }
}

// The forms that mean the actor when this portion is committed, in order of key.
std::vector<Form> Portion::forms_after(const ActorId& actor) const {
    std::map<FormKey, Form> forms;
    for (Form& form : ledger_.forms_of(actor)) {
        const FormKey key = form.key;
        if (!forms_.contains(key)) forms.emplace(key, std::move(form));
    }
    if (const auto row = forms_then_.find(actor); row != forms_then_.end()) {
        for (const Form* const form : row->second) forms.emplace(form->key, *form);
    }
    std::vector<Form> in_order;
    in_order.reserve(forms.size());
    for (auto& [key, form] : forms) in_order.push_back(std::move(form));
    return in_order;
}

// Distinct articles that use any of the forms. One article may know a man by two of them.
std::uint32_t Portion::articles_of(const std::vector<Form>& forms) const {
    if (forms.size() == 1) return forms.front().articles;
    std::set<ArticleKey> articles;
    for (const Form& form : forms) {
        const auto row = forms_.find(form.key);
        for (const ArticleKey& key : ledger_.uses(form.key)) {
            if (row == forms_.end() || !row->second.lost.contains(key)) articles.insert(key);
        }
        if (row != forms_.end()) articles.insert(row->second.gained.begin(), row->second.gained.end());
    }
    return static_cast<std::uint32_t>(articles.size());
}

void Portion::write_actors() {
    index_forms();
    std::set<ActorId> touched = named_;
    for (const auto& [key, row] : forms_) {
        const bool same = row.before && *row.before == row.after && row.gained.empty() && row.lost.empty();
        if (same) continue;
        if (row.before) touched.insert(row.before->actor);
        if (row.after.articles > 0) touched.insert(row.after.actor);
    }
    for (const ActorId& id : touched) {
        const std::vector<Form> forms = forms_after(id);
        if (forms.empty()) {
            changes_.drop_actors.push_back(id);
        } else {
            changes_.put_actors.push_back(describe(id, forms, articles_of(forms)));
            decisions_.apply_names(changes_.put_actors.back());
        }
    }
}

void Portion::write_reports() {
    for (const auto& [key, report] : reports_) {
        if (report) {
            changes_.put_reports.emplace_back(key.first, *report);
        } else {
            changes_.drop_reports.push_back(key);
        }
    }
}

void Portion::fold_again(const FoldBlock& block) {
    std::map<ReportId, Report> reports;
    for (Report& report : ledger_.reports_in(block)) {
        const ReportId id = report.id;
        reports.emplace(id, std::move(report));
    }
    for (auto row = reports_.lower_bound({block, 0}); row != reports_.end() && row->first.first == block;
         ++row) {
        reports.erase(row->first.second);
        if (row->second) reports.emplace(row->first.second, *row->second);
    }
    std::vector<Report> in_order;
    in_order.reserve(reports.size());
    for (auto& [id, report] : reports) in_order.push_back(std::move(report));

    std::map<EventId, Event> before;
    for (Event& event : ledger_.events_in(block)) {
        const EventId id = event.id;
        before.emplace(id, std::move(event));
    }
    for (Event& event : fold(in_order)) {
        const auto old = before.find(event.id);
        const bool same = old != before.end() && old->second == event;
        if (old != before.end()) before.erase(old);
        const EventId id = event.id;
        if (!same) events_[id] = std::move(event);
    }
    // An event that left for another block keeps its id; whichever block comes first, it is not dropped.
    for (const auto& [id, event] : before) events_.try_emplace(id, std::nullopt);
}

void Portion::write_events() {
    std::set<FoldBlock> blocks;
    for (const auto& [key, report] : reports_) blocks.insert(key.first);
    for (const FoldBlock& block : blocks) fold_again(block);
    for (auto& [id, event] : events_) {
        if (event) {
            changes_.put_events.push_back(std::move(*event));
        } else {
            changes_.drop_events.push_back(id);
        }
    }
}

void Portion::write_relations() {
    for (const auto& [tied, pieces] : evidence_) {
        const std::uint64_t id = relation_id(tied.type, tied.from, tied.to);
        const std::optional<Relation> before = ledger_.relation_row(id);
        std::set<RelationEvidence> evidence;
        if (before) evidence.insert(before->evidence.begin(), before->evidence.end());
        for (const auto& [piece, is_stated] : pieces) {
            if (is_stated) {
                evidence.insert(piece);
            } else {
                evidence.erase(piece);
            }
        }
        if (evidence.empty()) {
            if (before) changes_.drop_relations.push_back(id);
            continue;
        }
        Relation after{tied.type, tied.from, tied.to, false, {evidence.begin(), evidence.end()}, {}, {}};
        describe_relation(after);
        if (!before || *before != after) changes_.put_relations.push_back(std::move(after));
    }
}

Changes Portion::changes() {
    decide_blocks();
    derive_again();
    write_forms();
    write_actors();
    write_reports();
    write_events();
    write_relations();
    return std::move(changes_);
}

}  // namespace entente::graph
