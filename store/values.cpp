#include "store/values.hpp"

#include "store/coding.hpp"

#include <concepts>
#include <type_traits>
#include <utility>

namespace entente::store {

namespace {

constexpr std::uint8_t layout = 1;

// The last of each enumeration: a larger byte is damage, not a value. The order is append only.
constexpr std::uint8_t last(extract::ActorType) {
    return static_cast<std::uint8_t>(extract::ActorType::place);
}
constexpr std::uint8_t last(extract::EventType) {
    return static_cast<std::uint8_t>(extract::EventType::assault);
}
constexpr std::uint8_t last(extract::Status) {
    return static_cast<std::uint8_t>(extract::Status::negation);
}
constexpr std::uint8_t last(extract::RelationType) {
    return static_cast<std::uint8_t>(extract::RelationType::affiliated_with);
}

// A record that is written (const) or read (not const): `fields` below serve both.
template <class T, class Record>
concept either = std::same_as<std::remove_const_t<T>, Record>;

template <class Io, either<extract::ByteSpan> T>
void fields(Io& io, T& span) {
    io(span.begin, span.end);
}

template <class Io, either<Totals> T>
void fields(Io& io, T& totals) {
    auto& counts = totals.counts;
    io(counts.articles, counts.actors, counts.events, counts.reports, counts.relations, counts.edges,
       counts.epoch, totals.next_number);
}

template <class Io, either<Numbered> T>
void fields(Io& io, T& numbered) {
    io(numbered.number, numbered.live);
}

template <class Io, either<graph::ArticleRecord> T>
void fields(Io& io, T& article) {
    io(article.key, article.id, article.doc, article.title, article.date, article.source, article.url,
       article.language, article.version, article.actors, article.relations, article.reports);
}

template <class Io, either<Pending> T>
void fields(Io& io, T& pending) {
    io(pending.removal, pending.article);
}

template <class Io, either<Bearer> T>
void fields(Io& io, T& bearer) {
    io(bearer.rank, bearer.number, bearer.articles);
}

template <class Io, either<EdgeFacts> T>
void fields(Io& io, T& facts) {
    io(facts.type, facts.status, facts.reciprocal, facts.derived, facts.reports, facts.sources);
}

// The key of a form lies in the key of its row.
template <class Io, either<graph::Form> T>
void fields(Io& io, T& form) {
    io(form.articles, form.names, form.mentions, form.sectors, form.first_sectors, form.actor, form.camp);
}

template <class Io, either<graph::Actor> T>
void fields(Io& io, T& actor) {
    io(actor.id, actor.name, actor.type, actor.country, actor.sectors, actor.aliases, actor.articles);
}

template <class Io, either<graph::Report> T>
void fields(Io& io, T& report) {
    io(report.id, report.article, report.index, report.source, report.published, report.type, report.mode,
       report.status, report.date, report.place, report.actors, report.recipients, report.actor_camps,
       report.recipient_camps, report.place_country, report.anchor, report.wording, report.confidence_percent,
       report.score_tenths, report.cameo, report.contexts);
}

template <class Io, either<graph::Event> T>
void fields(Io& io, T& event) {
    io(event.id, event.block, event.type, event.mode, event.status, event.date, event.place, event.actors,
       event.recipients, event.actor_camps, event.score_tenths, event.cameo, event.contexts,
       event.confidence_percent, event.reports, event.articles, event.copies, event.sources);
}

template <class Io, either<graph::RelationEvidence> T>
void fields(Io& io, T& evidence) {
    io(evidence.article, evidence.index, evidence.published, evidence.label, evidence.derived,
       evidence.ended);
}

template <class Io, either<graph::Relation> T>
void fields(Io& io, T& relation) {
    io(relation.type, relation.from, relation.to, relation.derived, relation.evidence, relation.first_seen,
       relation.last_seen);
}

template <class Io, either<extract::Actor> T>
void fields(Io& io, T& actor) {
    io(actor.id, actor.name, actor.type, actor.country, actor.sectors, actor.mentions, actor.spans,
       actor.resolved);
}

template <class Io, either<extract::Relation> T>
void fields(Io& io, T& relation) {
    io(relation.type, relation.from, relation.to, relation.label, relation.evidence, relation.evidence_span,
       relation.derived, relation.ended);
}

template <class Io, either<extract::Event> T>
void fields(Io& io, T& event) {
    io(event.type, event.mode, event.actors, event.recipients, event.status, event.date, event.place,
       event.evidence, event.evidence_span, event.trigger, event.trigger_span, event.score_tenths,
       event.cameo, event.contexts, event.fired, event.confidence_percent);
}

template <class Io, either<extract::Extraction> T>
void fields(Io& io, T& extraction) {
    io(extraction.id, extraction.doc, extraction.title, extraction.date, extraction.source, extraction.url,
       extraction.language, extraction.text, extraction.actors, extraction.relations, extraction.events);
}

class Encoder {
 public:
    template <class... Values>
    void operator()(const Values&... values) {
        (one(values), ...);
    }

    std::string out;

 private:
    void one(bool value) { append_byte(out, value ? 1 : 0); }
    void one(std::uint8_t value) { append_byte(out, value); }
    void one(std::uint32_t value) { append_varint(out, value); }
    void one(std::uint64_t value) { append_big64(out, value); }
    void one(std::int16_t value) { append_signed(out, value); }
    void one(const std::string& value) { append_string(out, value); }
    void one(const extract::Date& value) { append_date(out, value); }

    template <class Value>
    void one(const Value& value) {
        if constexpr (std::is_enum_v<Value>) {
            append_byte(out, static_cast<std::uint8_t>(value));
        } else {
            fields(*this, value);
        }
    }

    template <class Value>
    void one(const std::vector<Value>& values) {
        append_varint(out, static_cast<std::uint32_t>(values.size()));
        for (const Value& value : values) one(value);
    }

    template <class Key, class Value>
    void one(const std::map<Key, Value>& values) {
        append_varint(out, static_cast<std::uint32_t>(values.size()));
        for (const auto& [key, value] : values) (*this)(key, value);
    }
};

class Decoder {
 public:
    explicit Decoder(std::string_view bytes) : cursor(bytes) {}

    template <class... Values>
    void operator()(Values&... values) {
        (one(values), ...);
    }

    Cursor cursor;

 private:
    void one(bool& value) {
        const std::uint8_t byte = cursor.byte();
        if (byte > 1) cursor.fail();
        value = byte == 1;
    }
    void one(std::uint8_t& value) { value = cursor.byte(); }
    void one(std::uint32_t& value) { value = cursor.varint(); }
    void one(std::uint64_t& value) { value = cursor.big64(); }
    void one(std::int16_t& value) { value = cursor.signed_varint(); }
    void one(std::string& value) { value = cursor.string(); }
    void one(extract::Date& value) { value = cursor.date(); }

    template <class Value>
    void one(Value& value) {
        if constexpr (std::is_enum_v<Value>) {
            const std::uint8_t byte = cursor.byte();
            if (byte > last(value)) {
                cursor.fail();
            } else {
                value = static_cast<Value>(byte);
            }
        } else {
            fields(*this, value);
        }
    }

    // Every element takes a byte or more, so that a made-up count reads no further than the bytes reach.
    template <class Value>
    void one(std::vector<Value>& values) {
        const std::uint32_t size = count();
        for (std::uint32_t i = 0; i < size && !cursor.failed(); ++i) one(values.emplace_back());
    }

    template <class Key, class Value>
    void one(std::map<Key, Value>& values) {
        const std::uint32_t size = count();
        for (std::uint32_t i = 0; i < size && !cursor.failed(); ++i) {
            std::pair<Key, Value> entry;
            (*this)(entry.first, entry.second);
            const bool sorted = values.empty() || values.rbegin()->first < entry.first;
            if (!sorted) cursor.fail();
            values.insert(values.end(), std::move(entry));
        }
    }

    std::uint32_t count() {
        const std::uint32_t size = cursor.varint();
        if (size > cursor.left()) cursor.fail();
        return size;
    }
};

}  // namespace

template <class Record>
std::string encode(const Record& record) {
    Encoder encoder;
    encoder(layout);
    fields(encoder, record);
    return std::move(encoder.out);
}

template <class Record>
std::optional<Record> decode(std::string_view bytes) {
    Decoder decoder(bytes);
    if (decoder.cursor.byte() != layout) return std::nullopt;
    Record record;
    fields(decoder, record);
    if (!decoder.cursor.complete()) return std::nullopt;
    return record;
}

std::string encode_count(std::uint32_t count) {
    std::string bytes;
    append_varint(bytes, count);
    return bytes;
}

std::optional<std::uint32_t> decode_count(std::string_view bytes) {
    Cursor cursor(bytes);
    const std::uint32_t count = cursor.varint();
    return cursor.complete() ? std::optional{count} : std::nullopt;
}

#define ENTENTE_STORE_VALUE(Record)             \
    template std::string encode(const Record&); \
    template std::optional<Record> decode(std::string_view)

ENTENTE_STORE_VALUE(Totals);
ENTENTE_STORE_VALUE(Numbered);
ENTENTE_STORE_VALUE(Pending);
ENTENTE_STORE_VALUE(Bearer);
ENTENTE_STORE_VALUE(EdgeFacts);
ENTENTE_STORE_VALUE(graph::Actor);
ENTENTE_STORE_VALUE(graph::Event);
ENTENTE_STORE_VALUE(graph::Report);
ENTENTE_STORE_VALUE(graph::Relation);
ENTENTE_STORE_VALUE(graph::ArticleRecord);
ENTENTE_STORE_VALUE(graph::Form);
ENTENTE_STORE_VALUE(extract::Extraction);

#undef ENTENTE_STORE_VALUE

}  // namespace entente::store
