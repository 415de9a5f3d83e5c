// Who is spoken of in an article: finds mentions, joins those of one actor, codes country and sectors, and
// notes standing facts between actors.
//
// Rules over lexicons, capitals and function words; no learned model. Total: any document in. Cost is linear
// in the tokens. The result depends on the document and the lexicons alone.
#pragma once

#include "extract/actors/cast.hpp"
#include "extract/document.hpp"
#include "extract/lexicons/lexicons.hpp"

namespace entente::extract {

// Actors carry spans, mentions (in the clean text) and ids unique in the article.
Cast find_actors(const Document& document, const Lexicons& lexicons);

}  // namespace entente::extract
