// Rows of event data sets into an import: who their actors are and what their codes mean, asked once for each
// distinct spelling.
//
// The lexicons know countries and organizations by all their names, so that "Russian Federation" in a data
// set and "Russia" in an article are one vertex; of the rest the name is the actor. What a row does not score
// has PLOVER's score for its type and mode. One thread at a time.
#pragma once

#include "extract/datasets/event_rows.hpp"
#include "extract/events/plover_table.hpp"
#include "extract/lexicons/lexicons.hpp"
#include "store/import.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace entente::cli {

class RowIntake {
 public:
    // Both outlive it.
    RowIntake(store::Import& import, extract::EventRows& rows);

    // Takes the row that was read last, as one of file number `file`; a reason when it cannot be an event.
    std::optional<std::string> take(std::uint32_t file);

 private:
    // no_actor for a name that is none.
    store::ImportActorHandle actor(const extract::RowParty& party, extract::EventRows::Side side);
    [[nodiscard]] store::ImportActor known(extract::RowActor said) const;
    std::optional<store::ImportKindHandle> kind(std::string_view key);
    [[nodiscard]] std::string country_code(const std::string& country) const;

    store::Import& import_;
    extract::EventRows& rows_;
    extract::Lexicons lexicons_;
    extract::PloverTable plover_;
    std::unordered_map<std::string_view, store::ImportKindHandle> kinds_;  // never walked
    std::vector<std::unique_ptr<std::string>> kind_keys_;                  // what the views look into
    std::string last_key_;
    store::ImportKindHandle last_kind_ = 0;
};

}  // namespace entente::cli
