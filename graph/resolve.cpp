#include "graph/resolve.hpp"

#include "graph/portion.hpp"

#include <algorithm>

namespace entente::graph {

namespace {

// The decisions that are in one list and not in the other.
std::vector<Decision> differences(const Decisions& one, const Decisions& other) {
    const auto is_in = [](const Decision& decision, const Decisions& there) {
        return std::ranges::find(there.in_force(), decision) != there.in_force().end();
    };
    std::vector<Decision> found;
    for (const Decision& decision : one.in_force()) {
        if (!is_in(decision, other)) found.push_back(decision);
    }
    for (const Decision& decision : other.in_force()) {
        if (!is_in(decision, one)) found.push_back(decision);
    }
    return found;
}

constexpr const char* ledgers_own = "the graph's decisions";

}  // namespace

Changes redecide(const Ledger& ledger, const std::string& decisions, ResolveSummary& summary) {
    const Decisions before(read_decisions(ledger.decisions(), ledgers_own));
    const Decisions after(read_decisions(decisions, ledgers_own));
    Portion portion(ledger, after);
    for (const Decision& decision : differences(before, after)) portion.reconsider(decision, before);
    Changes changes = portion.changes();
    if (decisions != ledger.decisions()) changes.decisions = decisions;
    summary.rederived += portion.rederived();
    return changes;
}

ResolveSummary resolve(Ledger& ledger, const ResolveOptions& options) {
    ResolveSummary summary;
    if (options.decisions && *options.decisions != ledger.decisions()) {
        ledger.commit(redecide(ledger, *options.decisions, summary));
        ++summary.commits;
    }
    const Decisions decisions(read_decisions(ledger.decisions(), ledgers_own));
    while (true) {
        const std::vector<ArticleKey> pending = ledger.pending(std::max<std::size_t>(options.portion, 1));
        if (pending.empty()) return summary;
        if (options.cancel != nullptr && options.cancel->load()) {
            summary.cancelled = true;
            return summary;
        }
        Portion portion(ledger, decisions);
        for (const ArticleKey& key : pending) portion.take(key);
        const Changes changes = portion.changes();
        ledger.commit(changes);
        summary.removed += changes.removed.size();
        summary.applied += changes.settled.size() - changes.removed.size();
        summary.rederived += portion.rederived();
        ++summary.commits;
        if (options.progress) options.progress(summary);
    }
}

}  // namespace entente::graph
