// Distinct strings, numbered from 0 in order of first sight: the dictionary of an import.
//
// Open addressing over an arena: a look-up hashes the bytes once (XXH3) and mostly touches one line of the
// table and the string. Some 16 bytes for each string beside its own. One thread at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xxhash.h>

namespace entente::store {

class Interner {
 public:
    static constexpr std::uint32_t none = 0xFFFFFFFFU;

    [[nodiscard]] std::uint32_t find(std::string_view text) const {
        if (slots_.empty()) return none;
        const std::uint64_t hash = XXH3_64bits(text.data(), text.size());
        return slots_[place(text, hash)].number;
    }

    // The number of the text, which is new exactly when it equals the size before.
    std::uint32_t intern(std::string_view text) {
        if ((size() + 1) * 2 > slots_.size()) grow();
        const std::uint64_t hash = XXH3_64bits(text.data(), text.size());
        Slot& slot = slots_[place(text, hash)];
        if (slot.number != none) return slot.number;
        slot = {static_cast<std::uint32_t>(hash >> 32U), static_cast<std::uint32_t>(size())};
        bytes_.append(text);
        ends_.push_back(bytes_.size());
        return slot.number;
    }

    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    [[nodiscard]] std::string_view text(std::uint32_t number) const {
        const std::uint64_t begin = number == 0 ? 0 : ends_[number - 1];
        return std::string_view(bytes_).substr(begin, ends_[number] - begin);
    }

 private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = none;
    };

    [[nodiscard]] std::size_t place(std::string_view wanted, std::uint64_t hash) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = static_cast<std::size_t>(hash) & mask;
        while (slots_[at].number != none && (slots_[at].hash != static_cast<std::uint32_t>(hash >> 32U) ||
                                             text(slots_[at].number) != wanted)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    void grow() {
        slots_.assign(slots_.empty() ? 1024 : slots_.size() * 2, Slot{});
        for (std::uint32_t number = 0; number < size(); ++number) {
            const std::string_view known = text(number);
            const std::uint64_t hash = XXH3_64bits(known.data(), known.size());
            slots_[place(known, hash)] = {static_cast<std::uint32_t>(hash >> 32U), number};
        }
    }

    std::vector<Slot> slots_;  // a power of two, at most half full
    std::string bytes_;
    std::vector<std::uint64_t> ends_;
};

}  // namespace entente::store
