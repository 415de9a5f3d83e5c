// What the parts of a check share: rows in, faults out.
//
// Each part derives from Inspection and adds to one report. Only for check.cpp and check_imports.cpp.
#pragma once

#include "store/check.hpp"
#include "store/store.hpp"
#include "store/stored.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <xxhash.h>

namespace entente::store {

// Sums that do not depend on order: two sets are the same when their sums and sizes are (but for one chance
// in 2^64).
struct Fingerprint {
    std::uint64_t size = 0;
    std::uint64_t sum = 0;

    template <class... Numbers>
    void add(Numbers... numbers) {
        const std::array<std::uint64_t, sizeof...(numbers)> all = {static_cast<std::uint64_t>(numbers)...};
        sum += XXH3_64bits(all.data(), sizeof all);
        ++size;
    }
    bool operator==(const Fingerprint&) const = default;
};

inline std::uint64_t hash_of(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

class Inspection {
 protected:
    // All three outlive it.
    Inspection(const Rows& rows, const std::function<void(std::uint64_t)>& progress, CheckReport& report)
        : rows_(rows), progress_(progress), report_(report) {}

    void fault(std::string text) {
        if (++report_.faults <= most_faults_told_) report_.first_faults.push_back(std::move(text));
    }
    void expect(bool good, const std::string& text) {
        if (!good) fault(text);
    }

    // Damage that stops the reading of one part does not stop that of the others.
    template <class Part>
    void guarded(std::string_view what, const Part& part) {
        try {
            part();
        } catch (const StoreError& error) {
            fault(fmt::format("{} cannot be read to the end: {}", what, error.what()));
        }
    }

    void scan(Family family, std::string_view prefix, const Rows::Visit& visit) {
        rows_.scan(family, prefix, [&](std::string_view key, std::string_view value) {
            if (++report_.rows % 65536 == 0 && progress_) progress_(report_.rows);
            return visit(key, value);
        });
    }

    template <class Record>
    std::optional<Record> read(std::string_view key, std::string_view value) {
        auto record = decode<Record>(value);
        if (!record) fault(fmt::format("the row {} is damaged", keys::printable(key)));
        return record;
    }

    void expect_count(std::string_view what, std::uint64_t counted, std::uint64_t there) {
        expect(counted == there, fmt::format("{}: {} counted, {} there", what, counted, there));
    }

    const Rows& rows_;
    const std::function<void(std::uint64_t)>& progress_;
    CheckReport& report_;

 private:
    static constexpr std::size_t most_faults_told_ = 20;
};

}  // namespace entente::store
