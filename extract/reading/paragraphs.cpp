#include "extract/reading/paragraphs.hpp"

#include "extract/reading/boilerplate.hpp"
#include "extract/reading/dateline.hpp"

#include <algorithm>

namespace entente::extract {

namespace {

struct Line {
    ByteSpan span;  // without blanks at either end
    std::uint32_t indent = 0;
    bool after_blank = true;
};

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    bool after_blank = true;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t newline = std::min(text.find('\n', at), text.size());
        std::size_t begin = at;
        std::size_t end = newline;
        while (begin < end && text[begin] == ' ') ++begin;
        while (end > begin && text[end - 1] == ' ') --end;
        if (begin < end) {
            const ByteSpan span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
            lines.push_back({span, static_cast<std::uint32_t>(begin - at), after_blank});
        }
        after_blank = begin == end;
        at = newline + 1;
    }
    return lines;
}

bool ends_sentence(std::string_view line) {
    while (!line.empty()) {
        const char last = line.back();
        if (last == '.' || last == '!' || last == '?') return true;
        if (last == '"' || last == '\'' || last == ')') {
            line.remove_suffix(1);
        } else if (line.ends_with("\xE2\x80\x9D") || line.ends_with("\xE2\x80\x99")) {
            line.remove_suffix(3);
        } else {
            return false;
        }
    }
    return false;
}

bool starts_lower(std::string_view line) {
    return !line.empty() && line[0] >= 'a' && line[0] <= 'z';
}

// Text set in lines of one width, as newswires and old web pages are: how wide, 0 when it is not. Lines that
// another follows directly tell: most do not end a sentence, and many go on in lower case, which the items of
// a list do not.
std::uint32_t wrap_width(std::string_view text, const std::vector<Line>& lines) {
    std::vector<std::uint32_t> sizes;
    std::size_t open = 0;
    std::size_t lower = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i + 1].after_blank) continue;
        sizes.push_back(lines[i].span.size());
        if (!ends_sentence(slice(text, lines[i].span))) ++open;
        if (starts_lower(slice(text, lines[i + 1].span))) ++lower;
    }
    if (sizes.size() < 3 || open * 10 < sizes.size() * 6 || lower * 10 < sizes.size() * 3) return 0;
    const std::size_t ninth = sizes.size() * 9 / 10;
    std::ranges::nth_element(sizes, sizes.begin() + static_cast<std::ptrdiff_t>(ninth));
    const std::uint32_t width = sizes[ninth];
    return width >= 30 && width <= 130 ? width : 0;
}

bool continues(std::string_view text, const Line& line, const Line& next, std::uint32_t width) {
    if (next.after_blank) return false;
    const std::string_view here = slice(text, line.span);
    const std::string_view there = slice(text, next.span);
    if (width != 0) {
        if (next.indent > line.indent + 1) return false;
        return line.span.size() * 100 > width * 55 || starts_lower(there);
    }
    return starts_lower(there) && !ends_sentence(here) && here.size() >= 20;
}

class Layouter {
 public:
    explicit Layouter(std::string_view text)
        : text_(text), lines_(lines_of(text)), width_(wrap_width(text, lines_)) {}

    Layout run() {
        std::size_t at = 0;
        while (at < lines_.size()) {
            std::size_t last = at;
            while (last + 1 < lines_.size() && continues(text_, lines_[last], lines_[last + 1], width_))
                ++last;
            paragraph({lines_[at].span.begin, lines_[last].span.end});
            at = last + 1;
        }
        return std::move(layout_);
    }

 private:
    void paragraph(ByteSpan span) {
        const std::string_view line = slice(text_, span);
        const auto number = static_cast<std::uint32_t>(paragraphs_++);
        if (judge_.boilerplate(line)) {
            if (number < 6) note_date(line);
            layout_.pieces.push_back({span, number, true});
            return;
        }
        if (!seen_dateline_ && number < 12) {
            if (const auto found = dateline_at(line)) {
                take_dateline(*found, span, number);
                return;
            }
        }
        layout_.pieces.push_back({span, number, false});
    }

    void take_dateline(const FoundDateline& found, ByteSpan span, std::uint32_t number) {
        seen_dateline_ = true;
        const Dateline told_above = layout_.dateline;
        layout_.dateline = found.dateline;
        if (found.dateline.month == 0) {
            layout_.dateline.year = told_above.year;
            layout_.dateline.month = told_above.month;
            layout_.dateline.day = told_above.day;
        }
        const auto end = span.begin + static_cast<std::uint32_t>(found.size);
        const auto begin = span.begin + static_cast<std::uint32_t>(found.story);
        layout_.pieces.push_back({{span.begin, end}, number, true});
        if (begin < span.end) layout_.pieces.push_back({{begin, span.end}, number, false});
    }

    // "Monday, May 18, 2015" over the story dates it as a dateline would.
    void note_date(std::string_view line) {
        if (layout_.dateline.month != 0) return;
        if (const auto date = date_line(line)) {
            layout_.dateline.year = date->year;
            layout_.dateline.month = date->month;
            layout_.dateline.day = date->day;
        }
    }

    std::string_view text_;
    std::vector<Line> lines_;
    std::uint32_t width_;
    BoilerplateJudge judge_;
    Layout layout_;
    std::size_t paragraphs_ = 0;
    bool seen_dateline_ = false;
};

}  // namespace

Layout lay_out(std::string_view text) {
    return Layouter(text).run();
}

}  // namespace entente::extract
