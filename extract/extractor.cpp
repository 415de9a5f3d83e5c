#include "extract/extractor.hpp"

#include "extract/actors/actor_finder.hpp"
#include "extract/actors/bystanders.hpp"
#include "extract/document.hpp"
#include "extract/events/event_coder.hpp"
#include "extract/lexicons/lexicons.hpp"
#include "extract/reading/clean_text.hpp"
#include "extract/reading/known_names.hpp"
#include "extract/reading/model_place.hpp"
#include "extract/reading/reader.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace entente::extract {

namespace {

// From the clean text the readers worked on to the bytes the user gave.
class GivenText {
 public:
    GivenText(const Article& article, const Document& document) : article_(article), document_(document) {}

    [[nodiscard]] ByteSpan span(ByteSpan clean) const { return document_.offsets.given(clean); }

    // The words as the user has them; repaired ones where his are no UTF-8.
    [[nodiscard]] std::string words(ByteSpan clean) const {
        const std::string_view given = slice(article_.text, span(clean));
        return std::string(valid_utf8(given) == given ? given : slice(document_.text, clean));
    }

    void give(Actor& actor) const {
        for (std::string& mention : actor.mentions) {
            const auto told = std::find_if(actor.spans.begin(), actor.spans.end(), [&](ByteSpan clean) {
                return slice(document_.text, clean) == mention;
            });
            if (told != actor.spans.end()) {
                mention = words(*told);
            }
        }
        for (ByteSpan& clean : actor.spans) {
            clean = span(clean);
        }
    }

    void give(Relation& relation) const {
        relation.evidence = words(relation.evidence_span);
        relation.evidence_span = span(relation.evidence_span);
    }

    void give(SentenceExplanation& explanation) const {
        explanation.sentence = words(explanation.span);
        explanation.span = span(explanation.span);
    }

    void give(Event& event) const {
        event.evidence = words(event.evidence_span);
        event.evidence_span = span(event.evidence_span);
        event.trigger = words(event.trigger_span);
        event.trigger_span = span(event.trigger_span);
    }

 private:
    const Article& article_;
    const Document& document_;
};

void explain_language(const Document& document, const Article& article,
                      std::vector<SentenceExplanation>& explained) {
    const GivenText given(article, document);
    for (const auto& sentence : document.sentences) {
        SentenceExplanation& out = explained.emplace_back();
        out.span = sentence.span;
        out.stopped = Stopped::language;
        given.give(out);
    }
}

Lexicons lexicons_of(const ExtractorOptions& options) {
    Lexicons lexicons(options.lexicons);
    const auto is_country = [&lexicons](std::string_view code) { return lexicons.country(code) != nullptr; };
    for (const auto& path : options.actor_lists) {
        lexicons.take_list(read_actor_list(path, is_country, options.warn));
    }
    return lexicons;
}

}  // namespace

struct Extractor::Impl {
    Date default_date;
    Lexicons lexicons;
    PredicateLexicon predicates;
    SentenceReader reader;
    EventReader events;

    // Tags, trees and names; names twice, so that the document and the lexicons may vote.
    // Sentences that came with some of it keep that.
    void read_sentences(std::vector<Sentence>& sentences, bool given) const {
        if (given) {
            fill_in(sentences);
        } else {
            reader.read(sentences);
        }
        settle_names(sentences, lexicons);
    }

    void fill_in(std::vector<Sentence>& sentences) const {
        std::vector<Sentence> read = sentences;
        reader.read(read);
        const bool named = std::any_of(sentences.begin(), sentences.end(), [](const Sentence& sentence) {
            return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                               [](const Token& token) { return token.name != NameType::none; });
        });
        for (std::size_t i = 0; i < sentences.size(); ++i)
            fill_in(sentences[i].tokens, read[i].tokens, named);
    }

    // What is empty in the given tokens is taken from the read ones: fields one by one, trees and names
    // whole.
    static void fill_in(std::vector<Token>& given, const std::vector<Token>& read, bool named) {
        const bool parsed =
            std::none_of(given.begin(), given.end(), [](const Token& token) { return token.deprel.empty(); });
        for (std::size_t i = 0; i < given.size(); ++i) {
            const bool tagged = !given[i].upos.empty();
            if (given[i].lemma.empty()) given[i].lemma = read[i].lemma;
            if (given[i].upos.empty()) given[i].upos = read[i].upos;
            if (given[i].xpos.empty()) given[i].xpos = read[i].xpos;
            if (given[i].feats.empty() && !tagged) given[i].feats = read[i].feats;
            if (!parsed) {
                given[i].head = read[i].head;
                given[i].deprel = read[i].deprel;
            }
            if (named) continue;
            given[i].name = read[i].name;
            given[i].begins = read[i].begins;
        }
    }
};

Extractor::Extractor(const ExtractorOptions& options)
    : impl_(std::make_unique<Impl>(
          Impl{options.default_date, lexicons_of(options), PredicateLexicon::load(options.lexicons),
               SentenceReader(load_model(find_model(options.model))),
               EventReader(options.event_model.empty() ? embedded_event_model()
                                                       : load_event_model(options.event_model))})) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

Extraction Extractor::extract(const Article& article) const {
    return extract(article, nullptr);
}

Extraction Extractor::extract(const Article& article, std::vector<SentenceExplanation>& explained) const {
    return extract(article, &explained);
}

Extraction Extractor::extract(const Article& article, std::vector<SentenceExplanation>* explained) const {
    Document document = read(article);
    if (!document.published.known()) {
        document.published = impl_->default_date;
    }
    Extraction said;
    said.id = article.id;
    said.doc = article.doc;
    said.title = article.title;
    said.date = document.published;
    said.source = article.source;
    said.url = article.url;
    said.language = document.language;
    said.text = article.text;
    if (!document.language.empty() && document.language != "en") {
        if (explained != nullptr) explain_language(document, article, *explained);
        return said;
    }
    impl_->read_sentences(document.sentences, !article.sentences.empty());
    Cast cast = find_actors(document, impl_->lexicons);
    said.events = code_events(document, cast, impl_->predicates, &impl_->events, explained);
    dismiss_bystanders(said.events, cast);
    said.actors = std::move(cast.actors);
    said.relations = std::move(cast.relations);
    const GivenText given(article, document);
    const auto give = [&given](auto& record) { given.give(record); };
    if (explained != nullptr) std::for_each(explained->begin(), explained->end(), give);
    std::for_each(said.actors.begin(), said.actors.end(), give);
    std::for_each(said.relations.begin(), said.relations.end(), give);
    std::for_each(said.events.begin(), said.events.end(), give);
    return said;
}

}  // namespace entente::extract
