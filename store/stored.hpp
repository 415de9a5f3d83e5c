// Records read out of rows, with the damage named: what reader and writer both do.
//
// A row that is not there is nullopt; a row whose bytes are not a record is a StoreError that names its key.
#pragma once

#include "store/rows.hpp"
#include "store/values.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace entente::store {

[[noreturn]] void damaged(const Rows& rows, std::string_view key);

// What `read` made of the row with that key, unless it made nothing.
template <class Value>
Value sound(std::optional<Value> value, const Rows& rows, std::string_view key) {
    if (!value) damaged(rows, key);
    return *std::move(value);
}

template <class Record>
Record decoded(const Rows& rows, std::string_view key, std::string_view value) {
    return sound(decode<Record>(value), rows, key);
}

template <class Record>
std::optional<Record> stored(const Rows& rows, Family family, std::string_view key) {
    const std::optional<std::string> value = rows.get(family, key);
    if (!value) return std::nullopt;
    return decoded<Record>(rows, key, *value);
}

// One for each key, in the order of the keys.
template <class Record>
std::vector<std::optional<Record>> stored(const Rows& rows, Family family,
                                          const std::vector<std::string>& keys) {
    const std::vector<std::optional<std::string>> values = rows.get(family, keys);
    std::vector<std::optional<Record>> records(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (values[i]) records[i] = decoded<Record>(rows, keys[i], *values[i]);
    }
    return records;
}

// 0 where there is no row.
std::uint32_t stored_count(const Rows& rows, Family family, std::string_view key);

Totals stored_totals(const Rows& rows);

// The article with its extraction, which must be there.
graph::Said with_text(const Rows& rows, graph::ArticleRecord article);

}  // namespace entente::store
