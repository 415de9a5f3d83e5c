#include "graph/duplicates.hpp"

#include "graph/homonyms.hpp"
#include "graph/spelling_distance.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

namespace entente::graph {

namespace {

constexpr std::size_t most_in_block = 200;
constexpr std::size_t most_bearers = 3;   // of a name that is evidence
constexpr std::size_t least_letters = 4;  // of a name whose spelling may slip
constexpr std::size_t most_neighbours_compared = 1000;

struct Known {
    ActorNumber number = 0;
    Actor actor;
    std::vector<std::string> words;  // of the folded canonical name
};

std::vector<std::string> words_of(const std::string& folded) {
    std::vector<std::string> words;
    std::size_t begin = 0;
    while (begin < folded.size()) {
        const std::size_t end = std::min(folded.find(' ', begin), folded.size());
        if (end > begin) words.push_back(folded.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

std::string initials(const std::vector<std::string>& words) {
    static const std::set<std::string> small = {"of", "the", "and", "for", "in", "on", "de", "la", "al"};
    std::string letters;
    for (const std::string& word : words) {
        if (!small.contains(word)) letters += word.front();
    }
    return letters.size() >= 2 && words.size() >= 2 ? letters : std::string{};
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

class Search {
 public:
    Search(const View& view, const Decisions& decisions) : view_(view), decisions_(decisions) {}

    std::vector<Duplicate> found() {
        gather();
        std::vector<Duplicate> found;
        for (const auto& [key, members] : blocks_) {
            if (members.size() > most_in_block) continue;
            for (auto one = members.begin(); one != members.end(); ++one) {
                for (auto other = std::next(one); other != members.end(); ++other) {
                    if (compared_.emplace(*one, *other).second) compare(*one, *other, found);
                }
            }
        }
        std::ranges::sort(found, [](const Duplicate& a, const Duplicate& b) {
            return std::tuple{b.points, b.one.articles + b.other.articles, a.one.id, a.other.id} <
                   std::tuple{a.points, a.one.articles + a.other.articles, b.one.id, b.other.id};
        });
        return found;
    }

 private:
    // Actors in order of id; blocks hold their places in that order.
    void gather() {
        view_.actors([this](ActorNumber number, const ActorId&) {
            Known known{number, view_.actor(number), {}};
            known.words = words_of(fold_name(known.actor.name));
            const std::size_t at = known_.size();
            for (const NameUse& use : names_of(known.actor)) blocks_["name " + use.folded].insert(at);
            if (!known.words.empty()) {
                blocks_["last " + known.words.back()].insert(at);
                blocks_["first " + known.words.front()].insert(at);
                blocks_["name " + initials(known.words)].insert(at);
            }
            known_.push_back(std::move(known));
            return true;
        });
        blocks_.erase("name ");
    }

    void compare(std::size_t a, std::size_t b, std::vector<Duplicate>& found) {
        const Known& left = known_[a];
        const Known& right = known_[b];
        if (left.actor.type == ActorType::place || right.actor.type == ActorType::place) return;
        if (decisions_.are_distinct(left.actor.id, right.actor.id)) return;
        Duplicate pair;
        compare_names(left, right, pair);
        if (pair.points == 0) return;
        compare_kinds(left.actor, right.actor, pair);
        if (pair.points <= 0) return;
        compare_company(left, right, pair);
        if (pair.points <= 0) return;
        const bool left_first = left.actor.articles >= right.actor.articles;
        pair.one = left_first ? left.actor : right.actor;
        pair.other = left_first ? right.actor : left.actor;
        found.push_back(std::move(pair));
    }

    static void say(Duplicate& pair, int points, std::string reason) {
        pair.points += points;
        pair.reasons.push_back(std::move(reason));
    }

    void compare_names(const Known& left, const Known& right, Duplicate& pair) const {
        const std::string name = joined(left.words);
        const std::string other = joined(right.words);
        if (name == other) {
            say(pair, 4, "the same name");
        } else if (const std::string shared = shared_name(left.actor, right.actor); !shared.empty()) {
            say(pair, 3, fmt::format("both are called \"{}\"", shared));
        } else if (is_slip(left.words, right.words)) {
            say(pair, 3, "almost the same spelling");
        } else if (initials(left.words) == other || initials(right.words) == name) {
            say(pair, 3, "one is the other's initials");
        } else if (is_surname(left, right) || is_surname(right, left)) {
            say(pair, 2, "one is the other's surname");
        }
    }

    // A proper name that both bear, and hardly anybody else: "leader" and "the ministry" are everybody's.
    std::string shared_name(const Actor& left, const Actor& right) const {
        const std::set<std::string> names = proper_names(left);
        for (const std::string& name : proper_names(right)) {
            if (names.contains(name) && blocks_.at("name " + name).size() <= most_bearers) return name;
        }
        return {};
    }

    static std::set<std::string> proper_names(const Actor& actor) {
        std::set<std::string> names{fold_name(actor.name)};
        for (const auto& [alias, articles] : actor.aliases) {
            const auto first = static_cast<unsigned char>(alias.empty() ? 'a' : alias.front());
            if (first < 'a' || first > 'z') names.insert(fold_name(alias));
        }
        names.erase("");
        return names;
    }

    // The same words, but one that is spelt almost alike.
    static bool is_slip(const std::vector<std::string>& left, const std::vector<std::string>& right) {
        if (left.size() != right.size()) return false;
        std::size_t apart = 0;
        for (std::size_t i = 0; i < left.size(); ++i) {
            if (left[i] == right[i]) continue;
            const std::size_t letters = std::min(left[i].size(), right[i].size());
            if (letters < least_letters ||
                spelling_distance(left[i], right[i], 2) > (letters < 7 ? 1U : 2U)) {
                return false;
            }
            ++apart;
        }
        return apart == 1;
    }

    static bool is_surname(const Known& one, const Known& other) {
        return one.actor.type == ActorType::person && other.actor.type == ActorType::person &&
               one.words.size() == 1 && other.words.size() > 1 && one.words.front() == other.words.back();
    }

    static void compare_kinds(const Actor& left, const Actor& right, Duplicate& pair) {
        if (left.type != right.type) {
            const bool one_person = left.type == ActorType::person || right.type == ActorType::person;
            say(pair, one_person ? -4 : -1,
                fmt::format("against: {} and {}", extract::name(left.type), extract::name(right.type)));
        }
        if (countries_contradict(left.country, right.country)) {
            say(pair, -4, fmt::format("against: {} and {}", left.country, right.country));
        } else if (!left.country.empty() && left.country == right.country) {
            say(pair, 1, fmt::format("both {}", left.country));
        }
        const bool same_sector = std::ranges::any_of(left.sectors, [&right](const std::string& sector) {
            return std::ranges::find(right.sectors, sector) != right.sectors.end();
        });
        if (same_sector) {
            say(pair, 1, "the same sector");
        } else if (!left.sectors.empty() && !right.sectors.empty() &&
                   roles_contradict(left.sectors.front(), right.sectors.front())) {
            say(pair, -1, fmt::format("against: {} and {}", left.sectors.front(), right.sectors.front()));
        }
    }

    std::set<ActorNumber> neighbours(ActorNumber actor) const {
        std::set<ActorNumber> others;
        if (view_.degree(actor) > most_neighbours_compared) return others;
        const StrandBlock block = view_.strands(actor);
        for (const Strand& strand : *block.strands) {
            if (!strand.derived) others.insert(strand.source == actor ? strand.target : strand.source);
        }
        return others;
    }

    void compare_company(const Known& left, const Known& right, Duplicate& pair) const {
        const std::set<ActorNumber> of_left = neighbours(left.number);
        const std::set<ActorNumber> of_right = neighbours(right.number);
        if (of_left.contains(right.number) || of_right.contains(left.number)) {
            say(pair, -3, "against: they deal with each other");
        }
        std::vector<ActorNumber> both;
        std::ranges::set_intersection(of_left, of_right, std::back_inserter(both));
        if (both.empty()) return;
        const std::size_t fewer = std::min(of_left.size(), of_right.size());
        say(pair, both.size() * 2 >= fewer ? 2 : 1,
            fmt::format("{} of {} neighbours in common", both.size(), fewer));
    }

    const View& view_;
    const Decisions& decisions_;
    std::vector<Known> known_;
    std::map<std::string, std::set<std::size_t>> blocks_;
    std::set<std::pair<std::size_t, std::size_t>> compared_;
};

}  // namespace

std::vector<Duplicate> duplicates(const View& view, const Decisions& decisions, std::size_t limit) {
    std::vector<Duplicate> found = Search(view, decisions).found();
    if (limit != 0 && found.size() > limit) found.resize(limit);
    for (Duplicate& pair : found) {
        std::stable_partition(pair.reasons.begin(), pair.reasons.end(),
                              [](const std::string& reason) { return !reason.starts_with("against"); });
    }
    return found;
}

}  // namespace entente::graph
