// Stored bytes: whatever lies behind a key, decoding gives nothing or a record that encodes to the same
// bytes. The first byte chooses the kind of record, the rest is its value.
#include "store/keys.hpp"
#include "store/values.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace entente;

template <class Record>
void try_value(std::string_view bytes) {
    const auto record = store::decode<Record>(bytes);
    if (record && store::encode(*record) != bytes) std::abort();
}

void try_keys(std::string_view bytes) {
    namespace keys = store::keys;
    if (const auto edge = keys::read_edge(keys::Side::out, bytes)) {
        if (keys::edge(keys::Side::out, *edge) != bytes) std::abort();
    }
    if (const auto name = keys::read_name(bytes)) {
        if (keys::name(name->folded, name->actor) != bytes) std::abort();
    }
    if (const auto form = keys::form_in(bytes)) {
        if (keys::form(*form) != bytes) std::abort();
    }
    static_cast<void>(keys::id_at_end(bytes));
    static_cast<void>(keys::degree_of_hubs(bytes));
    static_cast<void>(keys::printable(bytes));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0] % 13) {
        case 0:
            try_value<store::Totals>(bytes);
            break;
        case 1:
            try_value<store::Numbered>(bytes);
            break;
        case 2:
            try_value<store::Pending>(bytes);
            break;
        case 3:
            try_value<store::Bearer>(bytes);
            break;
        case 4:
            try_value<store::EdgeFacts>(bytes);
            break;
        case 5:
            try_value<graph::Actor>(bytes);
            break;
        case 6:
            try_value<graph::Event>(bytes);
            break;
        case 7:
            try_value<graph::Report>(bytes);
            break;
        case 8:
            try_value<graph::Relation>(bytes);
            break;
        case 9:
            try_value<graph::ArticleRecord>(bytes);
            break;
        case 10:
            try_value<graph::Form>(bytes);
            break;
        case 11:
            try_value<extract::Extraction>(bytes);
            break;
        default:
            try_keys(bytes);
    }
    return 0;
}
