#include "extract/document.hpp"

#include "extract/reading/clean_text.hpp"
#include "extract/reading/language.hpp"
#include "extract/reading/paragraphs.hpp"
#include "extract/reading/sentence_splitter.hpp"
#include "extract/reading/tokenizer.hpp"

namespace entente::extract {

namespace {

// A dateline tells the day and rarely the year; the article's own date is exact or at least tells the year.
Date publication(const Date& told, const Dateline& dateline) {
    if (told.exact() || dateline.month == 0) return told;
    const std::int16_t year = told.known() ? told.year : dateline.year;
    if (year == 0 || (told.month != 0 && told.month != dateline.month)) return told;
    const auto date = parse_iso_date(to_string(Date{year, dateline.month, dateline.day}));
    return date.value_or(told);
}

// Sentences, spans and text are as given.
Document adopt(const Article& article) {
    Document document;
    document.text = article.text;
    document.offsets.add_run(0, 0, 0);
    document.published = article.date;
    document.dateline = article.dateline;
    document.language = detect_language(document.text);
    if (document.language.empty()) document.language = language_code(article.language);
    document.sentences = article.sentences;
    return document;
}

}  // namespace

Document read(const Article& article) {
    if (!article.sentences.empty()) return adopt(article);
    Document document;
    const std::string_view given = std::string_view(article.text).substr(0, max_article_bytes);
    CleanText clean_text = clean(given, article.text_begin);
    document.text = std::move(clean_text.text);
    document.offsets = std::move(clean_text.offsets);
    document.repairs = clean_text.repairs;
    const Layout layout = lay_out(document.text);
    document.dateline = layout.dateline.place;
    document.published = publication(article.date, layout.dateline);
    document.language = detect_language(document.text);
    if (document.language.empty()) document.language = language_code(article.language);
    for (const Piece& piece : layout.pieces) {
        std::vector<Token> tokens;
        tokenize(document.text, piece.span, tokens);
        const std::size_t before = document.sentences.size();
        split_sentences(std::move(tokens), piece.paragraph, document.sentences);
        for (std::size_t i = before; i < document.sentences.size(); ++i) {
            document.sentences[i].boilerplate = piece.boilerplate;
        }
    }
    return document;
}

}  // namespace entente::extract
