// The shortest way through the extract room: one article in, who did what to whom out.
//
// Everything that comes out points into the text, so every line can be checked against its sentence.
#include "extract/extractor.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

int main() {
    using namespace entente::extract;

    Article article;
    article.date = Date{2016, 7, 15};
    article.text =
        "Russian Foreign Minister Sergei Lavrov met US Secretary of State John Kerry in Moscow on Thursday. "
        "Lavrov accused Turkey of supporting Syrian rebels.";

    const Extractor extractor;  // loads the lexicons once; share it among threads
    const Extraction said = extractor.extract(article);

    for (const Actor& actor : said.actors) {
        fmt::print("{} is a {}, called {}\n", actor.name, name(actor.type), fmt::join(actor.mentions, ", "));
    }
    for (const Event& event : said.events) {
        fmt::print("{} -> {}: {} on {}\n    {}\n", fmt::join(event.actors, ", "),
                   fmt::join(event.recipients, ", "), name(event.type), to_string(event.date),
                   slice(said.text, event.evidence_span));
    }
}
