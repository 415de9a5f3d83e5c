#include "extract/train/event_trainer.hpp"

#include "extract/actors/actor_finder.hpp"
#include "extract/document.hpp"
#include "extract/events/event_coder.hpp"
#include "extract/events/event_features.hpp"
#include "extract/lexicons/lexicons.hpp"
#include "extract/reading/known_names.hpp"
#include "extract/reading/model_place.hpp"
#include "extract/reading/reader.hpp"
#include "extract/train/linear_trainer.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <ostream>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace entente::extract::train {

namespace {

using nlohmann::json;

ByteSpan span_of(const json& pair) {
    return {pair.at(0).get<std::uint32_t>(), pair.at(1).get<std::uint32_t>()};
}

std::vector<ByteSpan> spans_of(const json& pairs) {
    std::vector<ByteSpan> out;
    for (const auto& pair : pairs) out.push_back(span_of(pair));
    return out;
}

std::string text_or_empty(const json& record, const char* field) {
    const auto found = record.find(field);
    return found == record.end() || found->is_null() ? std::string() : found->get<std::string>();
}

LabelledEvent event_of(const json& record) {
    LabelledEvent out;
    const auto type = event_type(record.at("type").get<std::string>());
    if (!type) throw std::invalid_argument("unknown event type");
    out.type = *type;
    out.mode = text_or_empty(record, "mode");
    if (const auto said = text_or_empty(record, "status"); !said.empty()) {
        const auto known = extract::status(said);
        if (!known) throw std::invalid_argument("unknown status " + said);
        out.status = *known;
    }
    out.trigger = span_of(record.at("trigger_span"));
    out.actors = spans_of(record.at("actor_spans"));
    out.recipients = spans_of(record.at("recipient_spans"));
    return out;
}

LabelledSentence sentence_of(const json& record) {
    LabelledSentence out;
    out.id = record.at("id").get<std::string>();
    out.text = record.at("text").get<std::string>();
    if (const auto date = parse_iso_date(text_or_empty(record, "date"))) out.date = *date;
    for (const auto& event : record.at("events")) out.events.push_back(event_of(event));
    return out;
}

// Samples of all four questions, from one sentence after the other.
class Collector {
 public:
    Collector() {
        for (const auto type : all_event_types()) types_.emplace_back(name(type));
        statuses_ = {"reported", "historical", "future", "hypothetical", "negation"};
    }

    void collect(const SentenceFacts& facts, const Document& document, const LabelledSentence& labelled) {
        const EventFeatures features(facts);
        std::vector<const LabelledEvent*> here;
        std::vector<std::uint32_t> tokens;
        for (const auto& event : labelled.events) {
            const auto token = token_at(facts, document, event.trigger);
            if (!token) continue;
            here.push_back(&event);
            tokens.push_back(*token);
            unreachable += features.may_trigger(*token) ? 0 : 1;
        }
        for (std::uint32_t token = 0; token < facts.clauses->words.size(); ++token) {
            if (!features.may_trigger(token)) continue;
            LinearSample sample{features.trigger(token), {}, 1.0F};
            for (std::size_t e = 0; e < here.size(); ++e)
                if (tokens[e] == token) sample.labels.push_back(static_cast<std::uint32_t>(here[e]->type));
            triggers.push_back(std::move(sample));
        }
        for (std::size_t e = 0; e < here.size(); ++e)
            collect_event(facts, document, features, *here[e], tokens[e]);
    }

    [[nodiscard]] const std::vector<std::string>& types() const { return types_; }
    [[nodiscard]] const std::vector<std::string>& statuses() const { return statuses_; }
    [[nodiscard]] const std::vector<std::string>& modes() const { return modes_; }

    std::vector<LinearSample> triggers;
    std::vector<LinearSample> roles;
    std::vector<LinearSample> status_samples;
    std::vector<LinearSample> mode_samples;
    int unreachable = 0;  // events whose trigger no feature can name
    int unnamed = 0;      // sides that no mention of the cast stands for
    int named = 0;

 private:
    static std::optional<std::uint32_t> token_at(const SentenceFacts& facts, const Document& document,
                                                 ByteSpan span) {
        const auto& tokens = facts.sentence->tokens;
        for (std::uint32_t at = 0; at < tokens.size(); ++at) {
            const auto given = document.offsets.given(tokens[at].span);
            if (given.begin < span.end && span.begin < given.end) return at;
        }
        return std::nullopt;
    }

    void collect_event(const SentenceFacts& facts, const Document& document, const EventFeatures& features,
                       const LabelledEvent& event, std::uint32_t token) {
        const auto status = std::find(statuses_.begin(), statuses_.end(),
                                      event.status == Status::reported ? "reported" : name(event.status));
        status_samples.push_back({features.status(token, event.type),
                                  {static_cast<std::uint32_t>(status - statuses_.begin())},
                                  1.0F});
        const auto mode = fmt::format("{}/{}", name(event.type), event.mode);
        auto known = std::find(modes_.begin(), modes_.end(), mode);
        if (known == modes_.end()) known = modes_.insert(modes_.end(), mode);
        mode_samples.push_back(
            {features.mode(token, event.type), {static_cast<std::uint32_t>(known - modes_.begin())}, 1.0F});
        std::map<std::uint32_t, std::uint32_t> wanted;  // mention -> label
        for (std::uint32_t label = 0; label < 2; ++label) {
            for (const auto& span : label == 0 ? event.actors : event.recipients) {
                const auto mentions = mentions_of(facts, document, span);
                (mentions.empty() ? unnamed : named) += 1;
                for (const auto m : mentions) wanted.emplace(m, label);
            }
        }
        for (std::uint32_t m = 0; m < facts.clauses->mentions.size(); ++m) {
            LinearSample sample{features.role(token, event.type, m), {}, 1.0F};
            if (const auto label = wanted.find(m); label != wanted.end())
                sample.labels.push_back(label->second);
            roles.push_back(std::move(sample));
        }
    }

    // The mentions that stand for the words: the one that covers them best and those that share its head.
    static std::vector<std::uint32_t> mentions_of(const SentenceFacts& facts, const Document& document,
                                                  ByteSpan span) {
        const auto& mentions = facts.clauses->mentions;
        double best = 0.3;
        std::uint32_t head = 0;
        bool found = false;
        for (const auto& mention : mentions) {
            const auto given = document.offsets.given(mention.span);
            const auto low = std::max(given.begin, span.begin);
            const auto high = std::min(given.end, span.end);
            if (low >= high) continue;
            const auto all = std::max(given.end, span.end) - std::min(given.begin, span.begin);
            const double cover = static_cast<double>(high - low) / all + (mention.modifies ? 0.0 : 0.01);
            if (cover <= best) continue;
            best = cover;
            head = mention.head;
            found = true;
        }
        std::vector<std::uint32_t> out;
        for (std::uint32_t m = 0; found && m < mentions.size(); ++m)
            if (mentions[m].head == head) out.push_back(m);
        return out;
    }

    std::vector<std::string> types_;
    std::vector<std::string> statuses_;
    std::vector<std::string> modes_;
};

}  // namespace

std::vector<LabelledSentence> load_labelled(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    if (files.empty()) throw std::runtime_error(folder.string() + ": no .jsonl file with labelled sentences");
    std::vector<LabelledSentence> out;
    for (const auto& file : files) {
        std::ifstream in(file);
        std::string line;
        for (int number = 1; std::getline(in, line); ++number) {
            try {
                out.push_back(sentence_of(json::parse(line)));
            } catch (const std::exception& wrong) {
                throw std::runtime_error(fmt::format("{}:{}: {}", file.string(), number, wrong.what()));
            }
        }
    }
    return out;
}

bool is_kept_for_scoring(const LabelledSentence& sentence) {
    return sentence.id.ends_with('0');
}

EventModel teach_events(const std::vector<LabelledSentence>& sentences, const TeachingTools& tools,
                        std::ostream& log) {
    const Lexicons lexicons(tools.lexicons);
    const auto predicates = PredicateLexicon::load(tools.lexicons);
    const SentenceReader reader(load_model(find_model(tools.reading_model)));
    Collector collector;
    int used = 0;
    for (const auto& labelled : sentences) {
        if (tools.keep_tenth && is_kept_for_scoring(labelled)) continue;
        Article article;
        article.id = labelled.id;
        article.text = labelled.text;
        article.date = labelled.date;
        Document document = read(article);
        reader.read(document.sentences);
        settle_names(document.sentences, lexicons);
        const Cast cast = find_actors(document, lexicons);
        visit_sentences(document, cast, predicates,
                        [&](const SentenceFacts& facts) { collector.collect(facts, document, labelled); });
        ++used;
    }
    log << fmt::format(
        "{} sentences; {} tokens, {} roles, {} events; {} triggers out of reach; {} of {} sides "
        "named by the cast\n",
        used, collector.triggers.size(), collector.roles.size(), collector.status_samples.size(),
        collector.unreachable, collector.named, collector.named + collector.unnamed);
    LinearSettings settings;
    settings.seed = tools.seed;
    EventModel model;
    model.about = fmt::format("event reader, {} labelled sentences, seed {}", used, tools.seed);
    model.triggers = teach_linear(collector.triggers, collector.types(), settings);
    log << fmt::format("triggers: {} features\n", model.triggers.keys().size());
    model.roles = teach_linear(collector.roles, {"actor", "recipient"}, settings);
    log << fmt::format("roles: {} features\n", model.roles.keys().size());
    model.statuses = teach_linear(collector.status_samples, collector.statuses(), settings);
    model.modes = teach_linear(collector.mode_samples, collector.modes(), settings);
    log << fmt::format("status: {}, mode: {} features\n", model.statuses.keys().size(),
                       model.modes.keys().size());
    return model;
}

}  // namespace entente::extract::train
