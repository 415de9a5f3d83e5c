#include "cli/marking.hpp"

#include "cli/printing.hpp"

#include <algorithm>

namespace entente::cli {

namespace {

bool inside(extract::ByteSpan span, extract::ByteSpan sentence) {
    return !span.empty() && span.begin < span.end && span.begin >= sentence.begin && span.end <= sentence.end;
}

bool overlap(extract::ByteSpan left, extract::ByteSpan right) {
    return left.begin < right.end && right.begin < left.end;
}

// The marks that can be drawn, in order of the text.
std::vector<Mark> drawable(extract::ByteSpan sentence, const std::vector<Mark>& marks) {
    std::vector<Mark> kept;
    for (const auto& mark : marks) {
        const bool free = std::none_of(kept.begin(), kept.end(),
                                       [&](const Mark& other) { return overlap(other.span, mark.span); });
        if (free && inside(mark.span, sentence)) {
            kept.push_back(mark);
        }
    }
    std::sort(kept.begin(), kept.end(),
              [](const Mark& left, const Mark& right) { return left.span.begin < right.span.begin; });
    return kept;
}

void add_marks(const extract::Extraction& extraction, const std::string& id, std::string_view role,
               std::vector<Mark>& marks) {
    for (const auto& actor : extraction.actors) {
        if (actor.id == id) {
            for (const auto span : actor.spans) {
                marks.push_back({span, role});
            }
        }
    }
}

}  // namespace

std::string marked(std::string_view text, extract::ByteSpan sentence, const std::vector<Mark>& marks) {
    std::string line;
    auto at = sentence.begin;
    for (const auto& mark : drawable(sentence, marks)) {
        line += extract::slice(text, {at, mark.span.begin});
        line += '[';
        line += extract::slice(text, mark.span);
        line += ']';
        line += mark.role;
        at = mark.span.end;
    }
    line += extract::slice(text, {at, sentence.end});
    return one_line(line);
}

std::vector<Mark> marks_of(const extract::Extraction& extraction, const extract::Event& event) {
    std::vector<Mark> marks{{event.trigger_span, "T"}};
    for (const auto& id : event.actors) {
        add_marks(extraction, id, "A", marks);
    }
    for (const auto& id : event.recipients) {
        add_marks(extraction, id, "R", marks);
    }
    add_marks(extraction, event.place, "P", marks);
    return marks;
}

}  // namespace entente::cli
