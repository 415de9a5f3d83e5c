// From one article to what it says: the whole extract room behind one call.
//
//     const Extractor extractor;                     // loads lexicons and model, throws if one is broken
//     Extraction said = extractor.extract(article);  // total: any bytes in, some records out
//
// An Extractor is immutable after construction and may be shared by any number of threads. The result depends
// on the article, the lexicons, the lists of actors and the models alone. Time is linear in the text; a
// sentence longer than a cap is read in parts.
#pragma once

#include "extract/article.hpp"
#include "extract/events/explanation.hpp"
#include "extract/records.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace entente::extract {

struct ExtractorOptions {
    // Publication date for articles whose input tells none; unknown: leave them without.
    Date default_date;
    // Folder of the lexicons; empty: the ones compiled into the program.
    std::filesystem::path lexicons;
    // A user's own lists of actors, the most important first (extract/lexicons/ACTORS.md).
    std::vector<std::filesystem::path> actor_lists;
    // Told of what in those lists cannot be used, file and line; a few lines a file. May be empty.
    std::function<void(const std::string&)> warn;
    // The reading model; empty: where find_model() finds it.
    std::filesystem::path model;
    // The event reader's model; empty: the one compiled into the program.
    std::filesystem::path event_model;
};

class Extractor {
 public:
    // Throws LexiconError (file, line, what) when a lexicon cannot be read, ModelError when there is no model
    // or a broken one.
    explicit Extractor(const ExtractorOptions& options = {});
    ~Extractor();
    Extractor(Extractor&&) noexcept;
    Extractor& operator=(Extractor&&) noexcept;

    [[nodiscard]] Extraction extract(const Article& article) const;

    // The same, and for every sentence why it codes its events or none; spans as in the events.
    Extraction extract(const Article& article, std::vector<SentenceExplanation>& explained) const;

 private:
    Extraction extract(const Article& article, std::vector<SentenceExplanation>* explained) const;

    struct Impl;
    std::unique_ptr<const Impl> impl_;
};

}  // namespace entente::extract
