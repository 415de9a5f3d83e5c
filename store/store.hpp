// The graph on disk: a folder that holds articles, actors, events and relations, written by one process at a
// time and read by any number.
//
// Reader answers the questions of graph/view.hpp; Writer keeps the books of graph/ledger.hpp. They are two
// classes so that a question can never write. store/FORMAT.md tells the bytes.
//
//     store::Writer writer("entente.db");          // made if it is not there
//     writer.put(said);                            // any number of articles
//     graph::resolve(writer, {});                  // publishes them
//
//     store::Reader reader("entente.db");          // a graph::View
//     reader.out_edges(*reader.number("iran"));
//
// What is acknowledged stays: a `put` that returned survives the death of the process (kill -9); a `commit`
// that returned, and every put before it, survives the death of the machine as well (it is synced to the
// disk). Each is one atomic batch: after a crash it is there whole or not at all.
#pragma once

#include "graph/ledger.hpp"
#include "graph/records.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>

namespace entente::store {

// The version of the bytes on disk that this program reads and writes (FORMAT.md). A store of another version
// is refused with the command that helps.
inline constexpr std::uint32_t format_version = 2;

// The disk or the folder failed us: what we were doing, to which folder, what to try. The kind is for callers
// that go on differently (and for tests); people read what().
class StoreError : public std::runtime_error {
 public:
    enum class Kind {
        missing,        // there is nothing at the path
        foreign,        // there is something, and it is no store of ours
        older_version,  // to be rebuilt
        newer_version,  // made by a newer entente
        locked,         // another process writes
        denied,         // permissions, or a read-only file system
        full,           // no space left
        damaged,        // bytes are not what was written
        failed,         // any other failure of the system
    };

    StoreError(Kind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}

    [[nodiscard]] Kind kind() const { return kind_; }

 private:
    Kind kind_;
};

class Rows;
class Imports;
struct DateCodes;

// One epoch of a store, as it was when the reader was opened: what is written later does not show. Opening
// reads no part of the graph and costs milliseconds; it takes no lock and writes nothing, so that it works
// beside a writer and on a read-only disk. Every question costs one seek for each thing it returns or less;
// out_edges and in_edges cost one seek a vertex. Any number of threads may ask at once.
//
// Every method throws StoreError when the disk fails or what it holds is damaged.
class Reader : public graph::View {
 public:
    explicit Reader(const std::filesystem::path& folder);
    ~Reader() override;
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;

    [[nodiscard]] graph::Counts counts() const override;

    [[nodiscard]] std::vector<graph::Candidate> find(std::string_view name) const override;
    void names(std::string_view prefix,
               const std::function<bool(std::string_view folded, graph::ActorNumber)>& visit) const override;

    [[nodiscard]] std::optional<graph::ActorNumber> number(const graph::ActorId& id) const override;
    [[nodiscard]] graph::Actor actor(graph::ActorNumber number) const override;
    [[nodiscard]] graph::ActorId id(graph::ActorNumber number) const override;
    [[nodiscard]] std::vector<graph::Actor> records(
        const std::vector<graph::ActorNumber>& numbers) const override;
    void actors(const std::function<bool(graph::ActorNumber, const graph::ActorId&)>& visit) const override;

    [[nodiscard]] graph::EdgeBlock out_edges(graph::ActorNumber vertex) const override;
    [[nodiscard]] graph::EdgeBlock in_edges(graph::ActorNumber vertex) const override;
    [[nodiscard]] graph::StrandBlock strands(graph::ActorNumber vertex) const override;
    [[nodiscard]] graph::Adjacency adjacency(graph::ActorNumber vertex) const override;
    [[nodiscard]] graph::Edges edges_between(graph::ActorNumber vertex, graph::Date from,
                                             graph::Date to) const override;
    [[nodiscard]] std::vector<graph::Edge> between(graph::ActorNumber one,
                                                   graph::ActorNumber other) const override;
    [[nodiscard]] std::uint32_t degree(graph::ActorNumber vertex) const override;
    [[nodiscard]] std::uint32_t hub_degree() const override;

    [[nodiscard]] std::optional<graph::Event> event(graph::EventId id) const override;
    void events(const std::function<bool(const graph::Event&)>& visit) const override;
    void events_of(graph::ActorNumber actor,
                   const std::function<bool(const graph::Event&)>& visit) const override;
    void events_between(graph::Date from, graph::Date to,
                        const std::function<bool(const graph::Event&)>& visit) const override;
    std::uint64_t select_events(const graph::EventSelection& selection,
                                const std::function<bool(const graph::Event&)>& visit) const override;
    void events_on(const std::vector<graph::Edge>& edges,
                   const std::function<void(const graph::Edge&, const graph::Event&)>& visit) const override;
    [[nodiscard]] graph::EventTally event_tally() const override;
    [[nodiscard]] std::map<graph::ActorType, std::uint64_t> actors_by_type() const override;
    [[nodiscard]] std::vector<std::pair<graph::ActorNumber, std::uint32_t>> busiest(
        std::size_t most) const override;
    [[nodiscard]] std::vector<graph::Report> reports(const graph::Event& event) const override;
    [[nodiscard]] std::optional<graph::ImportedRow> imported(const graph::Event& event) const override;

    [[nodiscard]] std::optional<graph::Relation> relation(std::uint64_t id) const override;

    [[nodiscard]] std::optional<graph::ArticleRecord> article(const graph::ArticleKey& key) const override;
    void articles(const std::function<bool(const graph::ArticleRecord&)>& visit) const override;
    [[nodiscard]] std::optional<graph::Said> said(const graph::ArticleKey& key) const override;

 private:
    friend class Writer;
    explicit Reader(std::unique_ptr<Rows> rows);

    enum class EdgeSide : std::uint8_t { out, in };
    [[nodiscard]] graph::EdgeBlock edges(EdgeSide side, graph::ActorNumber vertex,
                                         const DateCodes& dates) const;
    void walk_told(const graph::EventSelection& selection,
                   const std::function<void(const graph::Event&)>& take) const;

    std::unique_ptr<Rows> rows_;
    std::unique_ptr<Imports> imports_;  // reads rows_
};

// The one process that writes. Opening makes the folder (and those above it) when there is none, takes the
// lock, and picks up where a killed process left off: pending articles are still pending. A folder that holds
// anything that is not ours is refused and left as it is.
//
// One thread at a time may call it. Every method throws StoreError; after one of kind `full` or `failed` what
// was acknowledged is still there, and the store can be opened again once the cause is gone.
class Writer : public graph::Ledger {
 public:
    explicit Writer(const std::filesystem::path& folder);
    // Closes. What fails on the way is not told: nothing acknowledged depends on it.
    ~Writer() override;
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    Writer(Writer&&) noexcept;
    Writer& operator=(Writer&&) noexcept;

    graph::PutOutcome put(const graph::Said& said) override;
    bool remove(const graph::ArticleKey& key) override;

    [[nodiscard]] std::vector<graph::ArticleKey> pending(std::size_t limit) const override;
    [[nodiscard]] std::string decisions() const override;
    [[nodiscard]] std::optional<graph::Said> latest(const graph::ArticleKey& key) const override;
    [[nodiscard]] std::optional<graph::Said> applied(const graph::ArticleKey& key) const override;

    [[nodiscard]] std::vector<graph::Form> forms(const std::string& block) const override;
    [[nodiscard]] std::vector<graph::Form> forms_of(const graph::ActorId& actor) const override;
    [[nodiscard]] std::vector<graph::ArticleKey> uses(const graph::FormKey& form) const override;

    [[nodiscard]] std::vector<graph::Report> reports_in(const graph::FoldBlock& block) const override;
    [[nodiscard]] std::vector<graph::Event> events_in(const graph::FoldBlock& block) const override;

    [[nodiscard]] std::optional<graph::Relation> relation_row(std::uint64_t id) const override;

    void commit(const graph::Changes& changes) override;

    // What the last commit published, as it is now: later commits do not show in it. It must not outlive the
    // writer. Cheap.
    [[nodiscard]] std::unique_ptr<graph::View> view() const;

 private:
    std::unique_ptr<Rows> rows_;
};

// What the store occupies on the disk, the files of all its parts together.
std::uint64_t disk_bytes(const std::filesystem::path& folder);

}  // namespace entente::store
