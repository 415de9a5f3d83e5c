// From a read article and its cast to PLOVER events: the extract room's answer to "what happened".
//
//     for (const Event& event : code_events(document, find_actors(document, lexicons), predicates)) ...
//
// Spans of the result lie in the document's clean text, evidence and trigger are slices of it. Events come in
// the order of their triggers. One happening is coded once a sentence; sentences that are boilerplate and no
// full sentence code nothing. Total: any document and any cast of it in, some events out. Time is linear in
// the number of sentences. Pure: the same input gives the same events; threads may share the lexicon.
#pragma once

#include "extract/actors/cast.hpp"
#include "extract/document.hpp"
#include "extract/events/event_reader.hpp"
#include "extract/events/explanation.hpp"
#include "extract/events/predicate_lexicon.hpp"
#include "extract/records.hpp"

#include <functional>
#include <vector>

namespace entente::extract {

// With a reader its events, the frames' being what it looks at; without one what the frames code.
// `explained`, if any, gets every sentence, in order.
std::vector<Event> code_events(const Document& document, const Cast& cast, const PredicateLexicon& lexicon,
                               const EventReader* reader = nullptr,
                               std::vector<SentenceExplanation>* explained = nullptr);

// What the reader is given of every sentence, in order: for those who teach it.
void visit_sentences(const Document& document, const Cast& cast, const PredicateLexicon& lexicon,
                     const std::function<void(const SentenceFacts&)>& visit);

}  // namespace entente::extract
