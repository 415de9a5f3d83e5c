// An event as it grows out of reports, and what it tells when it is whole.
//
// Borrows the reports it is made of. One thread.
#pragma once

#include "graph/parties.hpp"
#include "graph/records.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace entente::graph {

// A report with what folding asks of it time and again. Borrows the report.
struct Told {
    const Report* report = nullptr;
    Parties parties;

    explicit Told(const Report& from) : report(&from), parties(parties_of(from)) {}
};

class FoldCluster {
 public:
    explicit FoldCluster(const Told& founder);

    [[nodiscard]] const Told& founder() const { return *told_.front(); }
    // Nothing that is told of both contradicts: parties, mode, place. Dates are asked elsewhere.
    [[nodiscard]] bool admits(const Told& told) const;
    // Does the article tell of it already?
    [[nodiscard]] bool is_told_in(std::string_view article) const;
    // Both tell the place, and it is the same.
    [[nodiscard]] bool is_at_place_of(const Report& report) const;
    void add(const Told& told);
    [[nodiscard]] Event event() const;

 private:
    void set_parties(Event& event) const;

    std::vector<const Told*> told_;  // the founder first
    const Report* mode_ = nullptr;   // the first that tells its mode
    const Report* place_ = nullptr;  // the first that tells its place
};

}  // namespace entente::graph
