// Packed values of imports: whatever the bytes are, reading gives nothing or what packs to the same bytes.
// The first byte chooses the kind of value.
#include "store/imports.hpp"
#include "store/packed.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace entente::store;

template <class Value, class Read, class Pack>
void try_value(std::string_view bytes, const Read& read, const Pack& pack) {
    Value value;
    if (!read(bytes, value)) return;
    // What was read can be written, and is read back as it was: shorter codes may have been possible.
    Value again;
    if (!read(pack(value), again) || !(again == value)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0] % 7) {
        case 0:
            try_value<std::vector<PackedEvent>>(bytes, read_list, packed_list);
            break;
        case 1:
            try_value<PackedStrands>(bytes, read_strands, packed_strands);
            break;
        case 2:
            try_value<std::vector<NamedActor>>(bytes, read_names, packed_names);
            break;
        case 3:
            try_value<std::vector<ImportKind>>(bytes, read_kinds, packed_kinds);
            break;
        case 4:
            try_value<ImportRecord>(bytes, read_record, packed_record);
            break;
        case 5:
            try_value<std::vector<entente::graph::ImportedRow>>(bytes, read_rows, packed_rows);
            break;
        default:
            static_cast<void>(first_date_of_list(bytes));
            static_cast<void>(degree_of_strands(bytes));
            static_cast<void>(id_in_names(bytes, 3));
            static_cast<void>(read_day(bytes));
            static_cast<void>(import_keys::read_list_key(bytes));
            static_cast<void>(import_keys::import_of(bytes));
    }
    return 0;
}
