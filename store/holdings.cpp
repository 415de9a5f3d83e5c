#include "store/holdings.hpp"

#include "store/coding.hpp"
#include "store/stored.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include <fmt/format.h>
#include <xxhash.h>

namespace entente::store {

namespace {

std::uint64_t hash_of_key(std::string_view key) {
    return XXH3_64bits(key.data(), key.size());
}

// An article's record, from what its text says of it.
graph::ArticleRecord record_of(const graph::ArticleKey& key, const std::string& version,
                               const extract::Extraction& extraction) {
    graph::ArticleRecord article;
    article.key = key;
    article.id = extraction.id;
    article.doc = extraction.doc;
    article.title = extraction.title;
    article.date = extraction.date;
    article.source = extraction.source;
    article.url = extraction.url;
    article.language = extraction.language;
    article.version = version;
    article.actors = static_cast<std::uint32_t>(extraction.actors.size());
    article.relations = static_cast<std::uint32_t>(extraction.relations.size());
    article.reports = static_cast<std::uint32_t>(extraction.events.size());
    return article;
}

std::string told(const graph::ArticleRecord& article) {
    std::string text = keys::printable(article.key);
    if (!article.title.empty()) text += fmt::format(" \"{}\"", article.title);
    if (article.date.known()) text += fmt::format(" of {}", extract::to_string(article.date));
    return text;
}

}  // namespace

Holdings::Holdings(std::unique_ptr<Rows> rows, OnDamage on_damage) : rows_(std::move(rows), on_damage) {
    read_tables();
    read_datasets();
}

// --- Articles

void Holdings::articles(const std::function<void(const graph::Said&)>& visit) {
    std::set<std::uint64_t> given;
    std::string article;
    std::vector<std::string> versions;
    const auto give_one = [&] {
        if (versions.empty()) return;
        choose(article, versions, [&](const graph::Said& said) {
            if (rows_.passes_over()) given.insert(hash_of_key(said.article.key));
            visit(said);
        });
        versions.clear();
    };
    rows_.scan(Family::texts, "", [&](std::string_view key, std::string_view) {
        Cursor cursor(key);
        std::string of = cursor.ordered();
        if (cursor.failed()) {
            if (!rows_.passes_over()) damaged(rows_.rows(), key);
            return true;
        }
        if (of != article) give_one();
        article = std::move(of);
        versions.emplace_back(cursor.rest());
        return true;
    });
    give_one();
    if (rows_.passes_over()) name_lost_articles(given);
}

// The version that the store would show: the pending one, else the applied one, else (when neither record can
// be read) the later.
void Holdings::choose(const std::string& article, const std::vector<std::string>& versions,
                      const std::function<void(const graph::Said&)>& visit) {
    std::vector<std::string> wanted;
    const auto pending_value = rows_.get(Family::books, keys::pending(article));
    const auto pending = pending_value ? decode<Pending>(*pending_value) : std::nullopt;
    if (pending && pending->removal) return;
    if (pending) wanted.push_back(pending->article.version);
    const auto applied_value = rows_.get(Family::graph, keys::article(article));
    const auto applied = applied_value ? decode<graph::ArticleRecord>(*applied_value) : std::nullopt;
    if (applied) wanted.push_back(applied->version);
    std::vector<std::string> others = versions;
    if (rows_.passes_over()) {
        std::ranges::sort(others, std::greater());
        wanted.insert(wanted.end(), others.begin(), others.end());
    }
    for (const std::string& version : wanted) {
        const std::string key = keys::text(article, version);
        const auto value = rows_.get(Family::texts, key);
        auto extraction = value ? decode<extract::Extraction>(*value) : std::nullopt;
        if (!extraction) {
            if (!rows_.passes_over()) damaged(rows_.rows(), key);
            continue;
        }
        graph::Said said;
        if (pending && pending->article.version == version) {
            said.article = pending->article;
        } else if (applied && applied->version == version) {
            said.article = *applied;
        } else {
            said.article = record_of(article, version, *extraction);
        }
        said.extraction = *std::move(extraction);
        visit(said);
        return;
    }
}

void Holdings::name_lost_articles(const std::set<std::uint64_t>& given) {
    std::set<std::string> named;
    const auto name = [&](const graph::ArticleRecord& article) {
        if (given.contains(hash_of_key(article.key)) || !named.insert(article.key).second) return;
        lost_.push_back(fmt::format("the article {}: its text cannot be read", told(article)));
    };
    const std::string waiting = keys::all_pending();
    std::set<std::string> going;
    rows_.scan(Family::books, waiting, [&](std::string_view key, std::string_view value) {
        const auto pending = decode<Pending>(value);
        if (pending && pending->removal) going.emplace(key.substr(waiting.size()));
        if (pending && !pending->removal) name(pending->article);
        return true;
    });
    rows_.scan(Family::graph, keys::articles(), [&](std::string_view, std::string_view value) {
        const auto article = decode<graph::ArticleRecord>(value);
        if (article && !going.contains(article->key)) name(*article);
        return true;
    });
    const auto texts_gone = std::ranges::count(rows_.gaps(), Family::texts, &Gap::family);
    if (texts_gone > 0 && named.empty()) {
        lost_.push_back(fmt::format("{} stretches of texts cannot be read, and nothing tells whose they were",
                                    texts_gone));
    }
}

std::string Holdings::decisions() {
    const auto before = rows_.gaps().size();
    std::string text;
    rows_.scan(Family::books, keys::decisions(), [&](std::string_view key, std::string_view value) {
        if (key == keys::decisions()) text = value;
        return key < keys::decisions();
    });
    if (rows_.gaps().size() != before)
        lost_.emplace_back("what people decided (replay it from its file: entente add --decisions FILE)");
    return text;
}

}  // namespace entente::store
