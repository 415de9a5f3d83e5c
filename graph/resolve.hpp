// The resolve pass: turns pending articles into vertices, events and relations.
//
// What the graph holds afterwards is a function of the set of articles applied and of the decisions followed.
// So the order of arrival, the size of portions and the number of runs do not show, and replacing or removing
// an article leaves the graph as if the old version had never been there.
//
// For each portion: the name forms that its articles use are counted in and out; the blocks of forms this
// touches are decided again (graph/identity.hpp); every article that uses a form which now means another
// actor is derived again; the fold blocks this touches are folded again (graph/fold.hpp); relations are
// merged; actors described (graph/describe.hpp). One Changes is committed per portion, atomically.
//
// Cost: a portion's articles with text in memory, and the rows of the blocks they touch. A portion that
// changes who a common surname is derives all articles that use it. One thread at a time per ledger.
// Throws what the ledger throws; what was committed before stays.
#pragma once

#include "graph/ledger.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace entente::graph {

struct ResolveSummary {
    std::uint64_t applied = 0;    // articles, new or of a new version
    std::uint64_t removed = 0;    // articles
    std::uint64_t rederived = 0;  // settled articles derived again: somebody in them is now somebody else
    std::uint64_t commits = 0;
    bool cancelled = false;  // some articles are still pending

    bool operator==(const ResolveSummary&) const = default;
};

struct ResolveOptions {
    std::size_t portion = 1000;  // articles per commit, at least 1
    // Called after each commit with what was done so far; empty for none.
    std::function<void(const ResolveSummary&)> progress;
    // The text of people's decisions (graph/decisions.hpp) that the graph shall follow; nullopt: those it
    // does. Throws std::runtime_error for a text that cannot be read.
    std::optional<std::string> decisions;
    // Looked at between commits, so that Ctrl-C keeps whole portions; null for none.
    const std::atomic<bool>* cancel = nullptr;
};

ResolveSummary resolve(Ledger& ledger, const ResolveOptions& options = {});

// What following other decisions changes in the settled part of the graph; commits nothing. Adds the articles
// that it derives again to the summary.
Changes redecide(const Ledger& ledger, const std::string& decisions, ResolveSummary& summary);

}  // namespace entente::graph
