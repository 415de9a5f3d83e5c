#include "tests/accuracy/scores.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

#include <unicode/unistr.h>

namespace entente::tests {

namespace {

using nlohmann::json;
using Ids = std::set<std::string>;

void strip_determiner(std::string& form) {
    for (const char* word :
         {"the ", "a ", "an ", "this ", "that ", "these ", "those ", "his ", "her ", "its ", "their "}) {
        std::string head = form.substr(0, std::string(word).size());
        std::transform(head.begin(), head.end(), head.begin(), [](unsigned char c) {
            return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
        });
        if (head == word) {
            form.erase(0, head.size());
            return;
        }
    }
}

std::string single_blanks(const std::string& text) {
    std::string result;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    return result;
}

std::string normalised(std::string form) {
    form = single_blanks(form);
    strip_determiner(form);
    for (const char* ending : {"'s", "’s", "'", "’"}) {
        if (form.ends_with(ending)) {
            form.erase(form.size() - std::string(ending).size());
            break;
        }
    }
    const std::string around = " ,.;:\"";
    const auto begin = form.find_first_not_of(around);
    form = begin == std::string::npos ? "" : form.substr(begin, form.find_last_not_of(around) - begin + 1);
    std::string folded;
    icu::UnicodeString::fromUTF8(form).foldCase().toUTF8String(folded);
    return folded;
}

bool has_capital(std::string form) {
    strip_determiner(form);
    const auto text = icu::UnicodeString::fromUTF8(form);
    icu::UnicodeString lower = text;
    return lower.toLower() != text;
}

std::string text_or_empty(const json& record, const char* field) {
    const auto found = record.find(field);
    return found == record.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

struct Node {
    std::string id;
    std::vector<std::string> forms;  // normalised, sorted
};

Node node(const std::string& id, const std::vector<std::string>& forms, bool named_only) {
    std::set<std::string> kept;
    for (const std::string& form : forms) {
        if (!named_only || has_capital(form)) {
            kept.insert(normalised(form));
        }
    }
    kept.erase("");
    return {id, {kept.begin(), kept.end()}};
}

std::vector<std::vector<std::string>> forms_of(const std::vector<Node>& nodes) {
    std::vector<std::vector<std::string>> forms;
    for (const Node& one : nodes) {
        forms.push_back(one.forms);
    }
    return forms;
}

double phi4(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return 2.0 * static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size());
}

// One event as either side tells it, ends resolved to gold ids.
struct Told {
    std::string type;
    Ids actors;
    Ids recipients;
    std::string status;  // "" of what is reported as happening
    std::string mode;
    std::string date;
    std::string place;
    bool tells_setting = true;  // gold without date and place asks for none
    int tier = 1;
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] bool unreal() const { return status == "negation" || status == "hypothetical"; }
    [[nodiscard]] bool mutual_type() const {
        return type == "AGREE" || type == "COOPERATE" || type == "SUPPORT" || type == "ASSAULT";
    }
    [[nodiscard]] bool reciprocal() const {
        return type == "CONSULT" || (mutual_type() && actors.size() > 1 && recipients.empty());
    }
    [[nodiscard]] Ids everybody() const {
        Ids all = actors;
        all.insert(recipients.begin(), recipients.end());
        return all;
    }
};

double jaccard(const Ids& a, const Ids& b) {
    if (a.empty() && b.empty()) {
        return 1.0;
    }
    std::vector<std::string> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size() - both.size());
}

std::pair<double, double> agreement(const Told& a, const Told& b) {
    if (a.reciprocal() || b.reciprocal()) {
        return {jaccard(a.everybody(), b.everybody()), 1.0};
    }
    return {jaccard(a.actors, b.actors), jaccard(a.recipients, b.recipients)};
}

bool same_sentence(const Told& a, const Told& b) {
    const std::size_t begin = std::max(a.begin, b.begin);
    const std::size_t end = std::min(a.end, b.end);
    const auto longer = static_cast<double>(std::max(a.end - a.begin, b.end - b.begin));
    return end > begin && static_cast<double>(end - begin) >= 0.4 * longer;
}

using Edge = std::tuple<std::string, bool, std::string, std::string>;

void add_edges(const Told& event, std::set<Edge>& edges) {
    Ids actors = event.actors;
    Ids recipients = event.recipients;
    if (event.type == "CONSULT") {
        actors = event.everybody();
        recipients.clear();
    }
    for (const std::string& actor : actors) {
        for (const std::string& recipient : recipients) {
            const bool swap = event.mutual_type() && recipient < actor;
            edges.emplace(event.type, event.unreal(), swap ? recipient : actor, swap ? actor : recipient);
        }
        if (recipients.empty() && actors.size() == 1) {
            edges.emplace(event.type, event.unreal(), actor, "-");
        }
        for (auto other = actors.upper_bound(actor); recipients.empty() && other != actors.end(); ++other) {
            edges.emplace(event.type, event.unreal(), actor, *other);
        }
    }
}

template <typename Set>
double shared(const Set& a, const Set& b) {
    return static_cast<double>(
        std::count_if(a.begin(), a.end(), [&](const auto& item) { return b.contains(item); }));
}

class ArticleScorer {
 public:
    ArticleScorer(const extract::Extraction& system, const json& gold, const std::string& text,
                  Scores& scores)
        : system_(system), gold_(gold), text_(text), scores_(scores) {}

    void score() {
        score_actors("actors.named", true);
        score_actors("actors.all", false);
        score_relations();
        score_what_happened();
    }

    // Of gold that names the system's own actors.
    void score_events_of_same_actors() {
        for (const auto& actor : system_.actors) {
            gold_id_[actor.id] = actor.id;
        }
        score_what_happened();
    }

 private:
    void score_what_happened() {
        read_events();
        score_statuses(score_events("events.type", 0.0));
        score_attributes(score_events("events.roles", 0.5));
        score_edges();
    }

    void score_actors(const char* figure, bool named_only) {
        std::vector<Node> found;
        std::vector<Node> wanted;
        for (const auto& actor : system_.actors) {
            found.push_back(node(actor.id, actor.mentions, named_only));
        }
        for (const auto& actor : gold_["actors"]) {
            wanted.push_back(
                node(actor["id"], actor["mentions"].get<std::vector<std::string>>(), named_only));
        }
        const auto empty = [](const Node& one) { return one.forms.empty(); };
        std::erase_if(found, empty);
        std::erase_if(wanted, empty);
        std::vector<int> partner;
        const double total = align(forms_of(wanted), forms_of(found), partner);
        scores_[figure].add(total, static_cast<double>(found.size()), total,
                            static_cast<double>(wanted.size()));
        gold_id_.clear();
        for (std::size_t i = 0; i < partner.size(); ++i) {
            if (partner[i] >= 0) {
                gold_id_[found[i].id] = wanted[static_cast<std::size_t>(partner[i])].id;
            }
        }
    }

    [[nodiscard]] std::string resolved(const std::string& id) const {
        const auto found = gold_id_.find(id);
        return found == gold_id_.end() ? "?" + id : found->second;
    }

    void score_relations() {
        std::set<std::tuple<std::string, std::string, std::string>> found;
        std::set<std::tuple<std::string, std::string, std::string>> wanted;
        for (const auto& relation : system_.relations) {
            if (!relation.derived) {
                found.emplace(name(relation.type), resolved(relation.from), resolved(relation.to));
            }
        }
        for (const auto& relation : gold_["relations"]) {
            if (relation["type"] != "also_known_as" && !relation.value("derived", false)) {
                wanted.emplace(relation["type"], relation["from"], relation["to"]);
            }
        }
        const double both = shared(found, wanted);
        scores_["relations"].add(both, static_cast<double>(found.size()), both,
                                 static_cast<double>(wanted.size()));
    }

    void read_events() {
        for (const auto& event : system_.events) {
            Told told;
            told.type = name(event.type);
            told.status = name(event.status);
            told.mode = event.mode;
            told.date = event.date.known() ? to_string(event.date) : "";
            told.place = event.place.empty() ? "" : resolved(event.place);
            told.begin = event.evidence_span.begin;
            told.end = event.evidence_span.end;
            for (const auto& id : event.actors) {
                told.actors.insert(resolved(id));
            }
            for (const auto& id : event.recipients) {
                told.recipients.insert(resolved(id));
            }
            if (!told.actors.empty()) {
                found_.push_back(told);
            }
        }
        for (const auto& event : gold_["events"]) {
            const std::string evidence = event.value("evidence", "");
            const std::size_t at = text_.find(evidence);
            Told told;
            told.type = event["type"];
            told.status = text_or_empty(event, "status");
            told.mode = text_or_empty(event, "mode");
            told.date = text_or_empty(event, "date");
            told.place = text_or_empty(event, "place");
            told.tells_setting = event.contains("date") || event.contains("place");
            told.tier = event.value("tier", 1);
            told.begin = at;
            told.end = at + evidence.size();
            if (event.contains("evidence_span")) {
                told.begin = event["evidence_span"][0];
                told.end = event["evidence_span"][1];
            }
            told.actors = event["actors"].get<Ids>();
            told.recipients = event["recipients"].get<Ids>();
            wanted_.push_back(told);
        }
    }

    // Of what is found and what is wanted, by index.
    using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

    Pairs score_events(const char* figure, double least_agreement) {
        std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;
        for (std::size_t i = 0; i < found_.size(); ++i) {
            for (std::size_t j = 0; j < wanted_.size(); ++j) {
                const auto [actors, recipients] = agreement(found_[i], wanted_[j]);
                if (found_[i].type == wanted_[j].type && same_sentence(found_[i], wanted_[j]) &&
                    std::min(actors, recipients) >= least_agreement) {
                    pairs.emplace_back(-(actors + recipients + (wanted_[j].tier == 1 ? 0.1 : 0.0)), i, j);
                }
            }
        }
        std::sort(pairs.begin(), pairs.end());
        std::set<std::size_t> right;
        std::set<std::size_t> got;
        Pairs paired;
        for (const auto& [cost, i, j] : pairs) {
            if (!right.contains(i) && !got.contains(j)) {
                right.insert(i);
                got.insert(j);
                paired.emplace_back(i, j);
            }
        }
        double wanted = 0;
        double wanted_found = 0;
        for (std::size_t j = 0; j < wanted_.size(); ++j) {
            wanted += wanted_[j].tier == 1 ? 1 : 0;
            wanted_found += wanted_[j].tier == 1 && got.contains(j) ? 1 : 0;
        }
        scores_[figure].add(static_cast<double>(right.size()), static_cast<double>(found_.size()),
                            wanted_found, wanted);
        return paired;
    }

    void score_statuses(const Pairs& paired) {
        for (const auto& [i, j] : paired) {
            const std::string& told = found_[i].status;
            const std::string& wanted = wanted_[j].status;
            const double right = told == wanted ? 1 : 0;
            for (const std::string& kind : {std::string("negation"), std::string("hypothetical"),
                                            std::string("future"), std::string("historical")}) {
                const double says = told == kind ? 1 : 0;
                const double should = wanted == kind ? 1 : 0;
                scores_["status." + kind].add(right * says, says, right * should, should);
                scores_["status"].add(right * says, says, right * should, should);
            }
        }
    }

    void score_attributes(const Pairs& paired) {
        const auto compare = [&](const char* figure, const std::string& told, const std::string& wanted) {
            if (told.empty() && wanted.empty()) return;
            const double right = told == wanted ? 1 : 0;
            scores_[figure].add(right, 1, right, 1);
        };
        for (const auto& [i, j] : paired) {
            compare("event.status", found_[i].status, wanted_[j].status);
            compare("event.mode", found_[i].mode, wanted_[j].mode);
            if (!wanted_[j].tells_setting) continue;
            compare("event.date", found_[i].date, wanted_[j].date);
            compare("event.place", found_[i].place, wanted_[j].place);
        }
    }

    void score_edges() {
        std::set<Edge> found;
        std::set<Edge> wanted;
        std::set<Edge> accepted;
        for (const Told& event : found_) {
            add_edges(event, found);
        }
        for (const Told& event : wanted_) {
            add_edges(event, accepted);
            if (event.tier == 1) {
                add_edges(event, wanted);
            }
        }
        scores_["edges"].add(shared(found, accepted), static_cast<double>(found.size()),
                             shared(wanted, found), static_cast<double>(wanted.size()));
    }

    const extract::Extraction& system_;
    const json& gold_;
    const std::string& text_;
    Scores& scores_;
    std::map<std::string, std::string> gold_id_;
    std::vector<Told> found_;
    std::vector<Told> wanted_;
};

// Minimum-cost assignment of rows to columns, rows no more than columns (Kuhn 1955; Jonker and Volgenant's
// form with potentials). Returns the column of each row.
std::vector<int> assign(const std::vector<std::vector<double>>& cost) {
    const std::size_t rows = cost.size();
    const std::size_t columns = cost.front().size();
    const double infinite = std::numeric_limits<double>::infinity();
    std::vector<double> row_potential(rows + 1, 0.0);
    std::vector<double> column_potential(columns + 1, 0.0);
    std::vector<std::size_t> row_of(columns + 1, 0);
    std::vector<std::size_t> way(columns + 1, 0);
    for (std::size_t row = 1; row <= rows; ++row) {
        row_of[0] = row;
        std::size_t column = 0;
        std::vector<double> least(columns + 1, infinite);
        std::vector<bool> used(columns + 1, false);
        do {
            used[column] = true;
            const std::size_t at = row_of[column];
            double delta = infinite;
            std::size_t next = 0;
            for (std::size_t j = 1; j <= columns; ++j) {
                if (used[j]) {
                    continue;
                }
                const double reduced = cost[at - 1][j - 1] - row_potential[at] - column_potential[j];
                if (reduced < least[j]) {
                    least[j] = reduced;
                    way[j] = column;
                }
                if (least[j] < delta) {
                    delta = least[j];
                    next = j;
                }
            }
            for (std::size_t j = 0; j <= columns; ++j) {
                if (used[j]) {
                    row_potential[row_of[j]] += delta;
                    column_potential[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            column = next;
        } while (row_of[column] != 0);
        while (column != 0) {
            row_of[column] = row_of[way[column]];
            column = way[column];
        }
    }
    std::vector<int> column_of(rows, -1);
    for (std::size_t j = 1; j <= columns; ++j) {
        if (row_of[j] != 0) {
            column_of[row_of[j] - 1] = static_cast<int>(j) - 1;
        }
    }
    return column_of;
}

// How much of two spans is common to both: of bytes, those in both among those in either.
double common_share(extract::ByteSpan a, extract::ByteSpan b) {
    const auto begin = std::max(a.begin, b.begin);
    const auto end = std::min(a.end, b.end);
    if (begin >= end) {
        return 0;
    }
    return static_cast<double>(end - begin) / static_cast<double>(a.size() + b.size() - (end - begin));
}

// The system's actor that the span names: the one with the mention that shares most with it, the first of
// equals; a name of its own where none does.
std::string actor_at(const extract::Extraction& system, extract::ByteSpan span) {
    std::string best = "!" + std::to_string(span.begin);
    double most = 0;
    for (const auto& actor : system.actors) {
        for (const auto& mention : actor.spans) {
            if (const double share = common_share(mention, span); share > most) {
                most = share;
                best = actor.id;
            }
        }
    }
    return best;
}

}  // namespace

void Tally::add(double right, double of_found, double got, double of_wanted) {
    found_right += right;
    found += of_found;
    wanted_found += got;
    wanted += of_wanted;
}

double Tally::f1() const {
    const double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
}

double align(const std::vector<std::vector<std::string>>& a, const std::vector<std::vector<std::string>>& b,
             std::vector<int>& partner) {
    partner.assign(b.size(), -1);
    if (a.empty() || b.empty()) {
        return 0;
    }
    const bool flip = a.size() > b.size();
    const auto& rows = flip ? b : a;
    const auto& columns = flip ? a : b;
    std::vector<std::vector<double>> cost(rows.size(), std::vector<double>(columns.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < columns.size(); ++j) {
            cost[i][j] = -phi4(rows[i], columns[j]);
        }
    }
    const auto assigned = assign(cost);
    double total = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto j = static_cast<std::size_t>(assigned[i]);
        if (assigned[i] < 0 || cost[i][j] >= 0) {
            continue;
        }
        total -= cost[i][j];
        (flip ? partner[i] : partner[j]) = static_cast<int>(flip ? j : i);
    }
    return total;
}

void score(const extract::Extraction& system, const json& gold, const std::string& text, Scores& scores) {
    ArticleScorer(system, gold, text, scores).score();
}

void score_labelled(const extract::Extraction& system, const json& sentence, Scores& scores) {
    json gold = {{"events", json::array()}};
    const std::string text = sentence["text"];
    for (const auto& event : sentence["events"]) {
        json told = {{"type", event["type"]},
                     {"mode", event["mode"]},
                     {"status", event["status"]},
                     {"evidence_span", {0, text.size()}}};
        for (const auto& [spans, side] :
             {std::pair{"actor_spans", "actors"}, std::pair{"recipient_spans", "recipients"}}) {
            told[side] = json::array();
            for (const auto& span : event[spans]) {
                told[side].push_back(actor_at(system, {span[0], span[1]}));
            }
        }
        if (!told["actors"].empty()) {
            gold["events"].push_back(told);
        }
    }
    ArticleScorer(system, gold, text, scores).score_events_of_same_actors();
}

}  // namespace entente::tests
