#include "extract/train/silver_names.hpp"

#include "extract/reading/model.hpp"
#include "extract/reading/name_agreement.hpp"
#include "extract/reading/reader.hpp"

#include <cstddef>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

namespace entente::extract::train {

namespace {

using Sentences = std::vector<Sentence>;

// Begin, end and type of every name.
std::vector<std::tuple<std::size_t, std::size_t, NameType>> names_of(const std::vector<Token>& tokens) {
    std::vector<std::tuple<std::size_t, std::size_t, NameType>> out;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].name == NameType::none) continue;
        std::size_t end = i + 1;
        while (end < tokens.size() && tokens[end].name == tokens[i].name && !tokens[end].begins) ++end;
        out.emplace_back(i, end, tokens[i].name);
        i = end - 1;
    }
    return out;
}

// Bare sentences of those that have no names yet, with their places, document by document.
struct Unnamed {
    std::vector<AnnotatedSentence*> places;
    std::vector<std::size_t> documents;  // where each begins

    void add(std::vector<AnnotatedSentence>& from) {
        for (AnnotatedSentence& each : from) {
            if (each.opens_document || places.empty()) documents.push_back(places.size());
            if (!each.names) places.push_back(&each);
        }
    }
    [[nodiscard]] std::span<Sentence> document(Sentences& sentences, std::size_t i) const {
        const std::size_t end = i + 1 < documents.size() ? documents[i + 1] : sentences.size();
        return std::span(sentences).subspan(documents[i], end - documents[i]);
    }
};

Sentences read_names(const std::filesystem::path& teacher, const Unnamed& text) {
    Sentences out;
    for (const AnnotatedSentence* each : text.places) out.push_back(each->sentence);
    SentenceReader(load_model(teacher)).read(out, {.tags = false, .trees = false, .names = true});
    for (std::size_t i = 0; i < text.documents.size(); ++i) agree_on_names(text.document(out, i));
    return out;
}

}  // namespace

void vote_on_names(std::span<const Sentence> readings, Sentence& sentence) {
    std::map<std::tuple<std::size_t, std::size_t, NameType>, std::size_t> votes;
    for (const Sentence& reading : readings)
        for (const auto& name : names_of(reading.tokens)) ++votes[name];
    for (Token& token : sentence.tokens) {
        token.name = NameType::none;
        token.begins = false;
    }
    for (const auto& [name, count] : votes) {
        if (2 * count <= readings.size()) continue;
        const auto [begin, end, type] = name;
        for (std::size_t i = begin; i < end; ++i) {
            sentence.tokens[i].name = type;
            sentence.tokens[i].begins = i == begin;
        }
    }
}

void add_silver_names(Corpora& corpora, std::span<const std::filesystem::path> teachers) {
    Unnamed text;
    text.add(corpora.trees);
    text.add(corpora.tagged);
    std::vector<Sentences> by_teacher;
    for (const std::filesystem::path& teacher : teachers) by_teacher.push_back(read_names(teacher, text));
    for (std::size_t i = 0; i < text.places.size(); ++i) {
        Sentences readings;
        for (Sentences& each : by_teacher) readings.push_back(std::move(each[i]));
        vote_on_names(readings, text.places[i]->sentence);
        text.places[i]->names = universal;
    }
}

}  // namespace entente::extract::train
