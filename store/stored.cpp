#include "store/stored.hpp"

#include "store/store.hpp"

#include <fmt/format.h>

namespace entente::store {

void damaged(const Rows& rows, std::string_view key) {
    throw StoreError(
        StoreError::Kind::damaged,
        fmt::format("the store at {0} is damaged: the row {1} cannot be read; carry what can be saved "
                    "into a new store (entente repair NEW -s {0}), or bring a backup back",
                    rows.folder().string(), keys::printable(key)));
}

std::uint32_t stored_count(const Rows& rows, Family family, std::string_view key) {
    const std::optional<std::string> value = rows.get(family, key);
    return value ? sound(decode_count(*value), rows, key) : 0;
}

Totals stored_totals(const Rows& rows) {
    return stored<Totals>(rows, Family::graph, keys::totals()).value_or(Totals{});
}

graph::Said with_text(const Rows& rows, graph::ArticleRecord article) {
    const std::string key = keys::text(article.key, article.version);
    auto extraction = sound(stored<extract::Extraction>(rows, Family::texts, key), rows, key);
    return {.article = std::move(article), .extraction = std::move(extraction)};
}

}  // namespace entente::store
