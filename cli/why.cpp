#include "cli/why.hpp"

#include "cli/answers.hpp"
#include "cli/marking.hpp"
#include "cli/options.hpp"
#include "graph/evidence.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

// A party of an event as its article names it.
struct Party {
    std::string_view role;
    const extract::Actor* actor;
};

const extract::Actor* find_local(const extract::Extraction& extraction, const std::string& id) {
    const auto found = std::find_if(extraction.actors.begin(), extraction.actors.end(),
                                    [&](const extract::Actor& actor) { return actor.id == id; });
    return found == extraction.actors.end() ? nullptr : &*found;
}

std::vector<Party> parties(const extract::Extraction& extraction, const extract::Event& event) {
    std::vector<Party> found;
    const auto add = [&](std::string_view role, const std::string& id) {
        if (const auto* actor = find_local(extraction, id)) {
            found.push_back({role, actor});
        }
    };
    for (const auto& id : event.actors) {
        add("actor", id);
    }
    for (const auto& id : event.recipients) {
        add("recipient", id);
    }
    add("place", event.place);
    return found;
}

// The words of the sentence that stand for the actor: "Kerry", "he".
std::vector<std::string> words_in(const extract::Extraction& extraction, const extract::Actor& actor,
                                  extract::ByteSpan sentence) {
    std::vector<std::string> words;
    for (const auto span : actor.spans) {
        if (span.begin >= sentence.begin && span.end <= sentence.end) {
            auto word = one_line(extract::slice(extraction.text, span));
            if (std::find(words.begin(), words.end(), word) == words.end()) {
                words.push_back(std::move(word));
            }
        }
    }
    return words;
}

// The vertex that the article's actor became: the one of the candidates that its name may mean.
std::optional<graph::ActorId> vertex_of(const graph::View& view, const extract::Actor& actor,
                                        const graph::Report& report) {
    std::vector<graph::ActorId> possible = report.actors;
    possible.insert(possible.end(), report.recipients.begin(), report.recipients.end());
    possible.push_back(report.place);
    const auto has = [&](const graph::ActorId& id) {
        return std::find(possible.begin(), possible.end(), id) != possible.end();
    };
    if (has(actor.id)) {
        return actor.id;
    }
    for (const auto& candidate : view.find(actor.name)) {
        if (auto id = view.id(candidate.actor); has(id)) {
            return id;
        }
    }
    return std::nullopt;
}

Json span_json(extract::ByteSpan span) {
    return Json::array({span.begin, span.end});
}

Json party_json(const graph::View& view, const graph::EventEvidence& evidence, const Party& party) {
    const auto vertex = vertex_of(view, *party.actor, evidence.report);
    const auto sentence = evidence.event.evidence_span;
    Json spans = Json::array();
    for (const auto span : party.actor->spans) {
        if (span.begin >= sentence.begin && span.end <= sentence.end) {
            spans.push_back(span_json(span));
        }
    }
    return {{"role", party.role},
            {"actor", vertex ? Json(*vertex) : Json(nullptr)},
            {"name", party.actor->name},
            {"words", words_in(evidence.article.extraction, *party.actor, sentence)},
            {"spans", spans},
            {"resolved", or_null(party.actor->resolved)}};
}

Json report_json(const graph::View& view, const graph::EventEvidence& evidence) {
    const auto& event = evidence.event;
    Json named = Json::array();
    for (const auto& party : parties(evidence.article.extraction, event)) {
        named.push_back(party_json(view, evidence, party));
    }
    return {{"id", graph::event_name(evidence.report.id)},
            {"article", article_json(evidence.article.article)},
            {"sentence", event.evidence},
            {"sentence_span", span_json(event.evidence_span)},
            {"trigger", or_null(event.trigger)},
            {"trigger_span", event.trigger_span.empty() ? Json(nullptr) : span_json(event.trigger_span)},
            {"date", or_null(event.date)},
            {"fired", or_null(event.fired)},
            {"confidence", event.confidence_percent / 100.0},
            {"parties", named}};
}

// "Reuters, 2015-03-03, "Title"  (news/a.txt, bytes 412-503)".
std::string place_in(const graph::ArticleRecord& article, extract::ByteSpan span, const Paint& paint) {
    std::string text = article.source.empty() ? "unnamed source" : one_line(article.source);
    text += fmt::format(", {}", article.date.known() ? extract::to_string(article.date) : "undated");
    if (!article.title.empty()) {
        text += fmt::format(", {}", one_line(article.title));
    }
    const auto where = fmt::format("{}{} bytes {}-{}", one_line(article.doc),
                                   article.doc == article.id || article.id.empty() || article.doc.empty()
                                       ? ""
                                       : fmt::format(" ({})", one_line(article.id)),
                                   span.begin, span.end);
    text += fmt::format("\n   {}", paint.dim(where));
    if (!article.url.empty()) {
        text += fmt::format("\n   {}", paint.dim(one_line(article.url)));
    }
    return text;
}

class Why : public Command {
 public:
    [[nodiscard]] std::string name() const override { return "why"; }
    [[nodiscard]] std::string summary() const override {
        return "The sentences behind an event or a relation";
    }

    void declare(CLI::App& app) override {
        app.add_option("EVENT", event_, "Id of an event, of one of its reports (e:…) or of a relation (r:…)")
            ->required();
        store_.declare(app);
        json_.declare(app);
        add_examples(app,
                     "  entente why e:91c2f0a7d3b45e18     an id as events, path and export print it\n"
                     "  entente why e:91c2f0a7d3b45e18 --json");
    }

    Exit run() override {
        if (const auto relation = relation_id()) {
            const store::Reader view(store_.folder());
            return explain_relation(view, *relation);
        }
        const auto id = graph::parse_event_name(event_);
        if (!id) {
            throw Refusal(
                Exit::could_not_try,
                fmt::format("\"{}\" is no id of an event; they look like e:91c2f0a7d3b45e18 (see: entente "
                            "events)",
                            one_line(event_)));
        }
        const store::Reader view(store_.folder());
        const auto event = view.event(*id);
        if (!event) {
            complain(fmt::format("the graph has no event {}; see: entente events", graph::event_name(*id)));
            return Exit::no_answer;
        }
        explain(view, *event);
        return Exit::answered;
    }

 private:
    [[nodiscard]] std::optional<std::uint64_t> relation_id() const {
        return event_.starts_with("r:") ? graph::parse_event_name("e:" + event_.substr(2)) : std::nullopt;
    }

    void explain(const graph::View& view, const graph::Event& event) const {
        if (const auto row = view.imported(event)) {
            explain_imported(view, event, *row);
            return;
        }
        const auto reports = graph::evidence(view, event);
        if (json_.on) {
            auto json = event_json(event);
            json["evidence"] = Json::array();
            for (const auto& report : reports) {
                json["evidence"].push_back(report_json(view, report));
            }
            print_json(json);
            return;
        }
        const Paint paint(stdout);
        Names names(view);
        print_event(event, names, paint);
        for (std::size_t i = 0; i < reports.size(); ++i) {
            print_report(view, reports[i], i + 1, names, paint);
        }
        fmt::print("\n{}\n", paint.dim("A actor, T trigger, R recipient, P place"));
    }

    // No article stands behind an imported event: what is known is its row.
    void explain_imported(const graph::View& view, const graph::Event& event,
                          const graph::ImportedRow& row) const {
        if (json_.on) {
            auto json = event_json(event);
            json["imported"] = {{"source", event.dataset},     {"id", or_null(row.id)},
                                {"label", or_null(row.label)}, {"place", or_null(row.place)},
                                {"url", or_null(row.url)},     {"text", or_null(row.text)}};
            print_json(json);
            return;
        }
        const Paint paint(stdout);
        Names names(view);
        fmt::print("{}  {}  {}  {}\n", event_kind(event, paint), paint.bold(event_parties(event, names)),
                   date_range(event.date, event.date), paint.dim(graph::event_name(event.id)));
        fmt::print("score {:.1f}{}; {}\n", event.score_tenths / 10.0,
                   event.cameo.empty() ? "" : fmt::format(", CAMEO {}", one_line(event.cameo)),
                   event_weight(event));
        fmt::print("\nimported from {}{}: no article of this store tells it\n", one_line(event.dataset),
                   row.id.empty() ? "" : fmt::format(", row {}", one_line(row.id)));
        for (const auto& [what, told] : {std::pair{"called", &row.label},
                                         {"place", &row.place},
                                         {"url", &row.url},
                                         {"text", &row.text}}) {
            if (!told->empty()) fmt::print("   {}: {}\n", what, one_line(*told));
        }
    }

    static void print_event(const graph::Event& event, Names& names, const Paint& paint) {
        fmt::print("{}  {}  {}{}  {}\n", event_kind(event, paint), paint.bold(event_parties(event, names)),
                   date_range(event.date, event.date),
                   event.place.empty() ? "" : fmt::format(", {}", names.of(event.place)),
                   paint.dim(graph::event_name(event.id)));
        std::string contexts;
        for (const auto& context : event.contexts) {
            contexts += fmt::format("{}{}", contexts.empty() ? "; about " : ", ", one_line(context));
        }
        fmt::print("score {:.1f}{}, confidence {:.2f}; {} in {}{} from {}{}\n", event.score_tenths / 10.0,
                   event.cameo.empty() ? "" : fmt::format(", CAMEO {}", one_line(event.cameo)),
                   event.confidence_percent / 100.0, counted(graph::report_count(event), "report"),
                   counted(event.articles, "article"),
                   event.copies == 0 ? "" : fmt::format(" ({} copied)", event.copies),
                   counted(event.sources, "source"), contexts);
    }

    static void print_report(const graph::View& view, const graph::EventEvidence& report, std::size_t number,
                             Names& names, const Paint& paint) {
        const auto& extraction = report.article.extraction;
        const auto& event = report.event;
        fmt::print("\n{}. {}\n", number, place_in(report.article.article, event.evidence_span, paint));
        fmt::print("   \"{}\"\n", marked(extraction.text, event.evidence_span, marks_of(extraction, event)));
        for (const auto& party : parties(extraction, event)) {
            print_party(view, report, party, names);
        }
        fmt::print("   fired {}, confidence {:.2f}\n",
                   event.fired.empty() ? "nothing named" : one_line(event.fired),
                   event.confidence_percent / 100.0);
    }

    static void print_party(const graph::View& view, const graph::EventEvidence& report, const Party& party,
                            Names& names) {
        std::string words;
        for (const auto& word :
             words_in(report.article.extraction, *party.actor, report.event.evidence_span)) {
            words += fmt::format("{}\"{}\"", words.empty() ? "" : ", ", word);
        }
        const auto vertex = vertex_of(view, *party.actor, report.report);
        fmt::print(
            "   {}: {} = {}{}\n", party.role, words.empty() ? "not named in the sentence" : words,
            vertex ? names.of(*vertex) : one_line(party.actor->name),
            party.actor->resolved.empty() ? "" : fmt::format(", by {}", one_line(party.actor->resolved)));
    }

    Exit explain_relation(const graph::View& view, std::uint64_t id) const {
        const auto relation = view.relation(id);
        if (!relation) {
            complain(fmt::format("the graph has no relation {}", graph::relation_name(id)));
            return Exit::no_answer;
        }
        const auto sentences = graph::evidence(view, *relation);
        json_.on ? print_relation_as_json(*relation, sentences) : print_relation(view, *relation, sentences);
        return Exit::answered;
    }

    static void print_relation_as_json(const graph::Relation& relation,
                                       const std::vector<graph::RelationSentence>& sentences) {
        auto json = relation_json(relation);
        json["evidence"] = Json::array();
        for (const auto& sentence : sentences) {
            json["evidence"].push_back({{"article", article_json(sentence.article.article)},
                                        {"sentence", sentence.relation.evidence},
                                        {"sentence_span", span_json(sentence.relation.evidence_span)},
                                        {"label", or_null(sentence.relation.label)},
                                        {"derived", sentence.relation.derived},
                                        {"ended", sentence.relation.ended}});
        }
        print_json(json);
    }

    static void print_relation(const graph::View& view, const graph::Relation& relation,
                               const std::vector<graph::RelationSentence>& sentences) {
        const Paint paint(stdout);
        Names names(view);
        fmt::print("{} {} {}  {}, seen {}\n", names.of(relation.from),
                   paint.bold(extract::name(relation.type)), names.of(relation.to),
                   counted(relation.evidence.size(), "report"),
                   date_range(relation.first_seen, relation.last_seen));
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            const auto& said = sentences[i];
            fmt::print("\n{}. {}\n", i + 1,
                       place_in(said.article.article, said.relation.evidence_span, paint));
            fmt::print("   \"{}\"\n", one_line(said.relation.evidence));
            fmt::print("   {}{}\n",
                       said.relation.label.empty() ? "" : fmt::format("as {}", one_line(said.relation.label)),
                       said.relation.ended ? ", and says that it has ended" : "");
        }
    }

    StoreOption store_;
    JsonOption json_;
    std::string event_;
};

}  // namespace

std::unique_ptr<Command> why_command() {
    return std::make_unique<Why>();
}

}  // namespace entente::cli
