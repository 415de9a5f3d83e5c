#include "extract/events/article_setting.hpp"

#include <algorithm>
#include <string>

namespace entente::extract {

namespace {

bool is_speech(EventType type) {
    return type == EventType::accuse || type == EventType::request || type == EventType::reject ||
           type == EventType::threaten;
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](const auto& id) { return std::find(b.begin(), b.end(), id) != b.end(); });
}

std::vector<std::string> parties(const Event& event) {
    auto all = event.actors;
    all.insert(all.end(), event.recipients.begin(), event.recipients.end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

// Do both tell the same parties? Of meetings who comes to whom does not count.
bool same_parties(const Event& a, const Event& b) {
    if (a.type == EventType::consult) {
        const auto all = parties(a);
        return all.size() > 1 && all == parties(b);
    }
    const bool same_recipients =
        a.recipients.empty() ? b.recipients.empty() : share(a.recipients, b.recipients);
    return share(a.actors, b.actors) && same_recipients;
}

// What one says and demands is said and demanded often; other deeds are told again.
bool may_be_told_again(const Event& event) {
    return event.status == Status::reported && !is_speech(event.type) && !event.actors.empty();
}

Date date_told_elsewhere(const Event& event, const std::vector<Event>& events) {
    Date found;
    for (const auto& other : events) {
        if (other.type != event.type || !other.date.known() || !may_be_told_again(other)) continue;
        if (!same_parties(event, other)) continue;
        if (found.known() && found != other.date) return {};
        found = other.date;
    }
    return found;
}

// Index of the sentence behind the dateline; that of the last sentence without one.
std::size_t lead_of(const Document& document) {
    const auto& sentences = document.sentences;
    for (std::size_t i = 0; i + 1 < sentences.size(); ++i) {
        const auto text = slice(document.text, sentences[i].span);
        if (sentences[i].boilerplate && text.find(document.dateline) != std::string_view::npos) return i + 1;
    }
    return sentences.size();
}

// What the sentence begins with; behind it stands the agency.
std::string place_in(std::size_t sentence, const Cast& cast) {
    for (const auto& mention : cast.mentions) {
        if (mention.sentence == sentence && mention.first == 0 &&
            cast.actors[mention.actor].type == ActorType::place)
            return cast.actors[mention.actor].id;
    }
    return "";
}

bool is_gathering(EventType type) {
    return type == EventType::consult || type == EventType::support || type == EventType::agree ||
           type == EventType::protest;
}

// The reporter stands where they meet, sign and march; what else the lead tells may be far away.
void place_the_lead(std::vector<Event>& events, const Document& document, const Cast& cast) {
    if (document.dateline.empty()) return;
    const auto lead = lead_of(document);
    if (lead >= document.sentences.size()) return;
    const auto place = place_in(lead - 1, cast);
    if (place.empty()) return;
    for (auto& event : events) {
        const bool of_lead = event.evidence_span == document.sentences[lead].span;
        const bool real = event.status == Status::reported && event.mode != "phone";
        if (of_lead && real && is_gathering(event.type) && event.place.empty()) event.place = place;
    }
}

}  // namespace

void set_from_article(std::vector<Event>& events, const Document& document, const Cast& cast) {
    place_the_lead(events, document, cast);
    std::vector<Date> dates;
    for (const auto& event : events) {
        const bool open = !event.date.known() && may_be_told_again(event);
        dates.push_back(open ? date_told_elsewhere(event, events) : event.date);
    }
    for (std::size_t i = 0; i < events.size(); ++i) events[i].date = dates[i];
}

}  // namespace entente::extract
