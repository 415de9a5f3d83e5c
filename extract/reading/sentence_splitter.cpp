#include "extract/reading/sentence_splitter.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace entente::extract {

namespace {

// Abbreviations that a name or number always follows.
constexpr auto never_last = std::to_array<std::string_view>(
    {"Adm.",    "Attn.", "Brig.", "Capt.", "Cmdr.",   "Col.",  "Comdr.", "Cpl.",   "Dr.",  "Drs.",
     "Fr.",     "Gen.",  "Gens.", "Gov.",  "Govs.",   "Hon.",  "Insp.",  "Lieut.", "Lt.",  "Maj.",
     "Messrs.", "Mgr.",  "Mlle.", "Mme.",  "Mr.",     "Mrs.",  "Ms.",    "Msgr.",  "Mt.",  "No.",
     "Nos.",    "Ph.",   "Pres.", "Prof.", "Profs.",  "Pvt.",  "Rep.",   "Reps.",  "Rev.", "Revs.",
     "Sen.",    "Sens.", "Sgt.",  "St.",   "Ste.",    "Supt.", "Vol.",   "vs.",    "v.",   "ca.",
     "cf.",     "e.g.",  "i.e.",  "viz.",  "approx.", "Ft.",   "Fig.",   "mr.",    "mrs.", "Asst."});

// Words that in lower case are no names: seen in upper case after an abbreviation they open a sentence.
constexpr auto openers = std::to_array<std::string_view>(
    {"A",         "About",   "According", "After",  "All",     "Also",    "Although", "An",
     "And",       "Another", "Any",       "Are",    "As",      "Asked",   "At",       "Authorities",
     "Because",   "Before",  "Both",      "But",    "By",      "Can",     "Despite",  "Did",
     "Do",        "Does",    "During",    "Each",   "Earlier", "Even",    "Every",    "Few",
     "Following", "For",     "From",      "Given",  "Had",     "Has",     "Have",     "He",
     "Her",       "Here",    "His",       "How",    "However", "I",       "If",       "In",
     "Instead",   "Is",      "It",        "Its",    "Just",    "Last",    "Later",    "Like",
     "Many",      "Maybe",   "Meanwhile", "More",   "Most",    "Much",    "My",       "Nearly",
     "Neither",   "Never",   "No",        "Nobody", "None",    "Nor",     "Not",      "Nothing",
     "Now",       "Of",      "Officials", "On",     "Once",    "One",     "Only",     "Or",
     "Other",     "Others",  "Our",       "Over",   "People",  "Please",  "Police",   "Rather",
     "Several",   "She",     "Shortly",   "Since",  "So",      "Some",    "Still",    "Such",
     "Thank",     "Thanks",  "That",      "The",    "Their",   "Then",    "There",    "Therefore",
     "These",     "They",    "This",      "Those",  "Though",  "Through", "Thus",     "To",
     "Today",     "Two",     "Under",     "Unless", "Unlike",  "Until",   "Was",      "We",
     "Were",      "What",    "When",      "Where",  "Whether", "Which",   "While",    "Who",
     "Why",       "Will",    "With",      "Within", "Without", "Would",   "Yes",      "Yet",
     "You",       "Your"});

constexpr auto speech_verbs = std::to_array<std::string_view>(
    {"said",     "says",    "asked", "asks",     "added",    "told",      "shouted",
     "cried",    "replied", "wrote", "tweeted",  "chanted",  "yelled",    "exclaimed",
     "declared", "warned",  "joked", "recalled", "wondered", "thundered", "answered"});

constexpr auto after_times = std::to_array<std::string_view>(
    {"Monday",   "Tuesday",  "Wednesday", "Thursday", "Friday",  "Saturday", "Sunday", "GMT",       "UTC",
     "EST",      "EDT",      "PST",       "PDT",      "ET",      "PT",       "CET",    "BST",       "January",
     "February", "March",    "April",     "May",      "June",    "July",     "August", "September", "October",
     "November", "December", "Eastern",   "Pacific",  "Central", "Mountain", "Jan.",   "Feb.",      "Mar.",
     "Apr.",     "Aug.",     "Sept.",     "Oct.",     "Nov.",    "Dec.",     "Moscow", "Beijing",   "local"});

template <typename List>
bool contains(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

UChar32 first_letter(std::string_view form) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(form.data());
    std::size_t next = 0;
    UChar32 code = 0;
    if (form.empty()) return 0;
    U8_NEXT(bytes, next, form.size(), code);
    return code;
}

bool lower_case(const Token& token) {
    return u_islower(first_letter(token.form)) != 0;
}

bool opens(const Token& token) {
    static constexpr auto marks =
        std::to_array<std::string_view>({"\"", "``", "''", "\xE2\x80\x9C", "\xE2\x80\x98", "'", "`", "(", "[",
                                         "\xC2\xAB", "-", "--", "\xE2\x80\x93", "\xE2\x80\x94", "_", "*"});
    return contains(marks, token.form);
}

bool closing_form(const Token& token) {
    static constexpr auto marks = std::to_array<std::string_view>(
        {"''", "\xE2\x80\x9D", "\xE2\x80\x99", "\xE2\x80\x99\xE2\x80\x99", ")", "]", "\xC2\xBB"});
    return contains(marks, token.form);
}

bool straight_quote(const Token& token) {
    return token.form == "\"" || token.form == "'";
}

bool strong_stop(const Token& token) {
    const char first = token.form[0];
    if (first == '!' || first == '?') return true;
    return token.form == "\xE3\x80\x82" || token.form == "\xEF\xBC\x81" || token.form == "\xEF\xBC\x9F" ||
           token.form == "\xE0\xA5\xA4" || token.form == "\xD8\x9F";
}

bool ellipsis(const Token& token) {
    return token.form.starts_with("..") || token.form == "\xE2\x80\xA6";
}

bool abbreviation(const Token& token) {
    return token.form.size() > 1 && token.form.back() == '.' && token.form[0] != '.';
}

class Splitter {
 public:
    explicit Splitter(std::vector<Token>& tokens) : tokens_(tokens) {}

    // Past the last token of the sentence that starts at `begin`.
    [[nodiscard]] std::size_t sentence_end(std::size_t begin) const {
        const std::size_t limit = std::min(tokens_.size(), begin + max_sentence_tokens);
        for (std::size_t at = begin; at < limit; ++at) {
            if (!may_end(at)) continue;
            const std::size_t end = past_closing(at + 1, limit);
            if (end == tokens_.size() || ends(begin, at, end)) return end;
        }
        return limit == tokens_.size() ? limit : soft_cut(begin, limit);
    }

 private:
    [[nodiscard]] bool may_end(std::size_t at) const {
        const Token& token = tokens_[at];
        return token.form == "." || strong_stop(token) || ellipsis(token) || abbreviation(token);
    }

    [[nodiscard]] std::size_t past_closing(std::size_t at, std::size_t limit) const {
        while (at < limit &&
               (closing_form(tokens_[at]) || straight_quote(tokens_[at]) ? closes(at)
                                                                         : strong_stop(tokens_[at]))) {
            ++at;
        }
        return at;
    }

    // Whether the mark hangs on what stands before it: a straight or doubled one may as well open.
    [[nodiscard]] bool closes(std::size_t at) const {
        if (closing_form(tokens_[at]) && tokens_[at].form != "''") return true;
        if (tokens_[at - 1].space_after) return false;
        if (tokens_[at].space_after || at + 1 == tokens_.size()) return true;
        return closing_form(tokens_[at + 1]) || straight_quote(tokens_[at + 1]);
    }

    // Whether the mark at `at` ends the sentence before the token `next`.
    [[nodiscard]] bool ends(std::size_t begin, std::size_t at, std::size_t next) const {
        std::size_t word = next;
        while (word < tokens_.size() && word < next + 3 && opens(tokens_[word])) ++word;
        if (word == tokens_.size()) return true;
        const Token& mark = tokens_[at];
        const Token& follower = tokens_[word];
        if (abbreviation(mark)) return ends_after_abbreviation(mark, at, next, follower);
        if (contains_comma_first(next)) return false;
        const bool closed = next > at + 1;
        if (mark.form == ".") return ends_after_stop(begin, at, next, follower);
        if (lower_case(follower)) return false;
        if (ellipsis(mark)) return tokens_[next - 1].space_after && follower.form != "I";
        return !(closed && speech_follows(word));
    }

    [[nodiscard]] bool contains_comma_first(std::size_t next) const {
        const std::string_view form = tokens_[next].form;
        return form == "," || form == ";" || form == ":" || form == "." || form == "/" || form == "%";
    }

    [[nodiscard]] bool ends_after_stop(std::size_t begin, std::size_t at, std::size_t next,
                                       const Token& follower) const {
        if (at == begin) return false;
        const bool glued = !tokens_[next - 1].space_after;
        if (lower_case(follower)) return !glued && next == at + 1 && tokens_[at - 1].form.size() > 4;
        // "1. Apples": a list's number goes with its item.
        if (at == begin + 1 && u_isdigit(first_letter(tokens_[begin].form)) != 0) return false;
        return true;
    }

    [[nodiscard]] bool ends_after_abbreviation(const Token& mark, std::size_t at, std::size_t next,
                                               const Token& follower) const {
        if (next > at + 1 && closing_form(tokens_[at + 1])) {
            if (tokens_[at + 1].form == ")" || tokens_[at + 1].form == "]")
                return contains(openers, follower.form);
        }
        if (lower_case(follower) || contains(never_last, mark.form)) return false;
        if (contains_comma_first(next)) return false;
        if (contains(openers, follower.form)) return follower.form != "I" || !single_letter(mark);
        if (mark.form == "p.m." || mark.form == "a.m." || mark.form == "P.M." || mark.form == "A.M.") {
            return u_isupper(first_letter(follower.form)) != 0 && !contains(after_times, follower.form);
        }
        if (mark.form == "etc." || mark.form == "al.")
            return u_isupper(first_letter(follower.form)) != 0 && mark.form == "etc.";
        return next > at + 1 && straight_or_curly(tokens_[next - 1]) &&
               u_isupper(first_letter(follower.form)) != 0 && !single_letter(mark);
    }

    static bool straight_or_curly(const Token& token) {
        return token.form == "\"" || token.form == "''" || token.form == "\xE2\x80\x9D";
    }

    static bool single_letter(const Token& mark) { return mark.form.size() == 2; }

    // `"Never!" the minister said`: the question goes on after the quotation.
    [[nodiscard]] bool speech_follows(std::size_t word) const {
        for (std::size_t at = word; at < tokens_.size() && at < word + 6; ++at) {
            const Token& token = tokens_[at];
            if (contains(speech_verbs, token.form)) return true;
            if (token.form == "," || token.form == "." || opens(token)) return false;
        }
        return false;
    }

    [[nodiscard]] std::size_t soft_cut(std::size_t begin, std::size_t limit) const {
        for (std::size_t at = limit; at > begin + max_sentence_tokens / 2; --at) {
            const std::string_view form = tokens_[at - 1].form;
            if (form == "," || form == ";" || form == ":") return at;
        }
        return limit;
    }

    std::vector<Token>& tokens_;
};

}  // namespace

void split_sentences(std::vector<Token>&& tokens, std::uint32_t paragraph, std::vector<Sentence>& sentences) {
    const Splitter splitter(tokens);
    std::size_t begin = 0;
    while (begin < tokens.size()) {
        const std::size_t end = splitter.sentence_end(begin);
        Sentence sentence;
        sentence.span = {tokens[begin].span.begin, tokens[end - 1].span.end};
        sentence.paragraph = paragraph;
        const auto from = tokens.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto to = tokens.begin() + static_cast<std::ptrdiff_t>(end);
        sentence.tokens.assign(std::make_move_iterator(from), std::make_move_iterator(to));
        sentences.push_back(std::move(sentence));
        begin = end;
    }
}

}  // namespace entente::extract
