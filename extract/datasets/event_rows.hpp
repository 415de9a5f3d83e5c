// Rows of event data sets, one a line: who did what to whom and when.
//
//     EventRows rows(RowFormat::icews, {});
//     while (lines.next(line)) {
//         if (rows.read(line) == EventRows::Outcome::row) use(rows.row());
//     }
//
// Total: any bytes are a row, or a fault with a reason. A Row looks into the line it was read from. What
// costs more than finding the columns (who an actor is, what a code means) is asked apart, once for each
// distinct `key`. One thread at a time.
//
// Formats: GDELT 1.0 (57 or 58 columns) and 2.0 (61); ICEWS (20 columns, with a header); POLECAT (40, with a
// header); tsv and csv, with a header that names columns, or with columns named by the caller, or, of four
// columns, source, type, target and date.
#pragma once

#include "extract/records.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

enum class RowFormat : std::uint8_t { gdelt, icews, polecat, tsv, csv };

// "gdelt" and so on; nullopt for a name that is none.
std::optional<RowFormat> row_format(std::string_view name);

// What a column may be called on the command line and in a header.
enum class Column : std::uint8_t {
    source,
    type,
    target,
    date,
    id,
    source_type,
    source_country,
    source_sectors,
    target_type,
    target_country,
    target_sectors,
    mode,
    status,
    score,
    contexts,
    text,
    url,
    place,
    reports,
    sources,
    ignored
};
inline constexpr std::size_t column_count = static_cast<std::size_t>(Column::ignored) + 1;
// "source", "target_country", ... and other words for them ("actor1", "recipient"); "-" for a column to pass
// over.
std::optional<Column> column_named(std::string_view name);
// All names, for help texts.
std::string_view column_names();

struct RowParty {
    std::string_view key;  // "" when there is none
    std::string_view name;
};

struct Row {
    RowParty source;
    RowParty target;
    std::string_view kind_key;
    Date date;
    std::uint32_t reports = 1;
    std::uint32_t sources = 1;
    std::string_view id;
    std::string_view place;
    std::string_view url;
    std::string_view text;
};

// Who a party is, as far as the row tells.
struct RowActor {
    std::string name;
    std::optional<ActorType> type;
    std::string country;  // as the row has it: a code or a name
    std::vector<std::string> sectors;
};

// What the row's kind of event is.
struct RowKind {
    bool known = false;  // a code or a type that we know; else `label` is what stood there
    std::optional<EventType> type;
    std::string mode;
    Status status = Status::reported;
    std::string cameo;
    std::string label;
    std::vector<std::string> contexts;
    std::optional<std::int16_t> score_tenths;
};

class EventRows {
 public:
    // nothing: a header or a blank line; wrong_file: its header is not that of the format, so no row can be.
    enum class Outcome : std::uint8_t { row, nothing, fault, wrong_file };
    enum class Side : std::uint8_t { source, target };

    // `columns` for tsv and csv only; empty: the header tells, or there are four.
    EventRows(RowFormat format, std::vector<Column> columns);

    // Call at the beginning of each file: it may have a header of its own.
    void begin_file();
    // A line, of csv a record (see `unfinished`).
    Outcome read(std::string_view line);
    // Of csv: a quotation is still open, so the record goes on in the next line.
    [[nodiscard]] bool unfinished(std::string_view line) const;

    [[nodiscard]] const Row& row() const { return row_; }
    [[nodiscard]] const std::string& fault() const { return fault_; }
    // Of the row read last.
    [[nodiscard]] RowActor actor(Side side) const;
    [[nodiscard]] RowKind kind() const;

 private:
    [[nodiscard]] std::string_view field(std::size_t at) const;
    [[nodiscard]] std::string_view field(Column column) const;
    [[nodiscard]] std::string_view span(std::size_t first, std::size_t last) const;
    void split(std::string_view line);
    void split_quoted(std::string_view line);
    bool take_header();
    bool choose_columns(const std::vector<std::string_view>& names);
    Outcome refuse(std::string reason);
    Outcome read_gdelt();
    Outcome read_table();
    RowParty party(Side side);
    void set_date(std::string_view text);
    [[nodiscard]] RowKind gdelt_kind() const;

    RowFormat format_;
    std::vector<Column> given_;
    std::array<std::size_t, column_count> place_{};  // of each column, from 1; 0 not there
    std::size_t least_fields_ = 0;
    bool at_begin_ = true;
    std::vector<std::string_view> fields_;
    std::string unquoted_;
    std::array<std::string, 3> keys_;
    Row row_;
    std::string fault_;
    // Dates come in order: most are the one before.
    std::string last_date_text_;
    std::optional<Date> last_date_;
};

}  // namespace entente::extract
