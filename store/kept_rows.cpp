#include "store/kept_rows.hpp"

#include "store/coding.hpp"

#include <cstring>
#include <string>

namespace entente::store {

std::uint32_t KeptRows::keep(std::string_view id, std::string_view place, std::string_view url,
                             std::string_view text) {
    if (!bytes_) bytes_ = std::make_unique<Spool>(folder_ / "rows");
    if (!ends_) ends_ = std::make_unique<Spool>(folder_ / "row-ends");
    std::string bytes;
    for (const std::string_view field : {id, place, url, text}) append_string(bytes, field);
    bytes_->append(bytes.data(), bytes.size());
    size_ += bytes.size();
    ends_->append(&size_, sizeof size_);
    return ++count_;
}

graph::ImportedRow KeptRows::row(std::uint32_t number) {
    graph::ImportedRow row;
    if (number == 0) return row;
    std::string ends(2 * sizeof(std::uint64_t), '\0');
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    if (number == 1) {
        ends.resize(sizeof(std::uint64_t));
        ends_->read_at(0, ends);
        std::memcpy(&end, ends.data(), sizeof end);
    } else {
        ends_->read_at(std::uint64_t{number - 2} * sizeof(std::uint64_t), ends);
        std::memcpy(&begin, ends.data(), sizeof begin);
        std::memcpy(&end, ends.data() + sizeof begin, sizeof end);
    }
    std::string bytes(end - begin, '\0');
    bytes_->read_at(begin, bytes);
    Cursor cursor(bytes);
    row.id = cursor.string();
    row.place = cursor.string();
    row.url = cursor.string();
    row.text = cursor.string();
    return row;
}

}  // namespace entente::store
