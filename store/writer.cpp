#include "store/keys.hpp"
#include "store/publication.hpp"
#include "store/rows.hpp"
#include "store/store.hpp"
#include "store/stored.hpp"

namespace entente::store {

namespace {

std::optional<Pending> pending_row(const Rows& rows, const graph::ArticleKey& key) {
    return stored<Pending>(rows, Family::books, keys::pending(key));
}

std::optional<graph::ArticleRecord> applied_row(const Rows& rows, const graph::ArticleKey& key) {
    return stored<graph::ArticleRecord>(rows, Family::graph, keys::article(key));
}

// What the article says now; null when there is none, or it is to be taken out.
const graph::ArticleRecord* latest_of(const std::optional<Pending>& pending,
                                      const std::optional<graph::ArticleRecord>& applied) {
    if (pending) return pending->removal ? nullptr : &pending->article;
    return applied ? &*applied : nullptr;
}

bool has_version(const std::optional<graph::ArticleRecord>& article, const std::string& version) {
    return article && article->version == version;
}

}  // namespace

Writer::Writer(const std::filesystem::path& folder) : rows_(Rows::open_to_write(folder)) {}

Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;

graph::PutOutcome Writer::put(const graph::Said& said) {
    const graph::ArticleRecord& article = said.article;
    const auto pending = pending_row(*rows_, article.key);
    const auto applied = applied_row(*rows_, article.key);
    const graph::ArticleRecord* const latest = latest_of(pending, applied);
    if (latest != nullptr && latest->version == article.version) return graph::PutOutcome::unchanged;

    Batch batch;
    // A version that never was applied goes without a trace.
    if (latest != nullptr && !has_version(applied, latest->version)) {
        batch.erase(Family::texts, keys::text(article.key, latest->version));
    }
    batch.put(Family::texts, keys::text(article.key, article.version), encode(said.extraction));
    batch.put(Family::books, keys::pending(article.key),
              encode(Pending{.removal = false, .article = article}));
    rows_->write(batch, Durability::process);
    return latest != nullptr ? graph::PutOutcome::replaced : graph::PutOutcome::added;
}

bool Writer::remove(const graph::ArticleKey& key) {
    const auto pending = pending_row(*rows_, key);
    const auto applied = applied_row(*rows_, key);
    const graph::ArticleRecord* const latest = latest_of(pending, applied);
    if (latest == nullptr) return false;
    Batch batch;
    if (!has_version(applied, latest->version)) batch.erase(Family::texts, keys::text(key, latest->version));
    batch.put(Family::books, keys::pending(key), encode(Pending{.removal = true, .article = {}}));
    rows_->write(batch, Durability::process);
    return true;
}

std::string Writer::decisions() const {
    return rows_->get(Family::books, keys::decisions()).value_or("");
}

std::vector<graph::ArticleKey> Writer::pending(std::size_t limit) const {
    std::vector<graph::ArticleKey> waiting;
    if (limit == 0) return waiting;
    const std::string prefix = keys::all_pending();
    rows_->scan(Family::books, prefix, [&](std::string_view key, std::string_view) {
        waiting.emplace_back(key.substr(prefix.size()));
        return waiting.size() < limit;
    });
    return waiting;
}

std::optional<graph::Said> Writer::latest(const graph::ArticleKey& key) const {
    auto pending = pending_row(*rows_, key);
    if (!pending) return applied(key);
    if (pending->removal) return std::nullopt;
    return with_text(*rows_, std::move(pending->article));
}

std::optional<graph::Said> Writer::applied(const graph::ArticleKey& key) const {
    auto article = applied_row(*rows_, key);
    if (!article) return std::nullopt;
    return with_text(*rows_, *std::move(article));
}

std::vector<graph::Form> Writer::forms(const std::string& block) const {
    std::vector<graph::Form> forms;
    rows_->scan(Family::books, keys::forms(block), [&](std::string_view key, std::string_view value) {
        auto form = decoded<graph::Form>(*rows_, key, value);
        form.key = sound(keys::form_in(key), *rows_, key);
        forms.push_back(std::move(form));
        return true;
    });
    return forms;
}

std::vector<graph::Form> Writer::forms_of(const graph::ActorId& actor) const {
    const std::string prefix = keys::forms_of(actor);
    std::vector<graph::FormKey> wanted;
    rows_->scan(Family::books, prefix, [&](std::string_view key, std::string_view) {
        wanted.push_back(sound(keys::form_after(key, prefix), *rows_, key));
        return true;
    });
    std::vector<graph::Form> forms;
    for (graph::FormKey& form_key : wanted) {
        const std::string key = keys::form(form_key);
        auto form = sound(stored<graph::Form>(*rows_, Family::books, key), *rows_, key);
        form.key = std::move(form_key);
        forms.push_back(std::move(form));
    }
    return forms;
}

std::vector<graph::ArticleKey> Writer::uses(const graph::FormKey& form) const {
    const std::string prefix = keys::uses(form);
    std::vector<graph::ArticleKey> articles;
    rows_->scan(Family::books, prefix, [&](std::string_view key, std::string_view) {
        articles.emplace_back(key.substr(prefix.size()));
        return true;
    });
    return articles;
}

std::vector<graph::Report> Writer::reports_in(const graph::FoldBlock& block) const {
    std::vector<graph::Report> reports;
    rows_->scan(Family::books, keys::reports(block), [&](std::string_view key, std::string_view value) {
        reports.push_back(decoded<graph::Report>(*rows_, key, value));
        return true;
    });
    return reports;
}

std::vector<graph::Event> Writer::events_in(const graph::FoldBlock& block) const {
    std::vector<std::string> wanted;
    rows_->scan(Family::books, keys::events_in(block), [&](std::string_view key, std::string_view) {
        wanted.push_back(keys::event(sound(keys::id_at_end(key), *rows_, key)));
        return true;
    });
    std::vector<graph::Event> events;
    auto found = stored<graph::Event>(*rows_, Family::graph, wanted);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        events.push_back(sound(std::move(found[i]), *rows_, wanted[i]));
    }
    return events;
}

std::optional<graph::Relation> Writer::relation_row(std::uint64_t id) const {
    return stored<graph::Relation>(*rows_, Family::graph, keys::relation(id));
}

void Writer::commit(const graph::Changes& changes) {
    rows_->write(publication(*rows_, changes), Durability::machine);
}

std::unique_ptr<graph::View> Writer::view() const {
    return std::unique_ptr<graph::View>(new Reader(rows_->snapshot()));
}

}  // namespace entente::store
