#include "extract/train/name_swap.hpp"

#include "extract/train/samples.hpp"

#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace entente::extract::train {

namespace {

const std::set<std::string> kinds = {"ORG", "LOC", "GIVEN", "FAMILY"};

std::vector<std::string> words_of(const std::string& name) {
    std::istringstream in(name);
    std::vector<std::string> out;
    for (std::string word; in >> word;) out.push_back(word);
    return out;
}

void add_name(std::vector<Token>& tokens, const std::vector<std::string>& words, NameType type) {
    for (const std::string& word : words) {
        Token token;
        token.form = word;
        token.name = type;
        token.begins = &word == &words.front();
        tokens.push_back(std::move(token));
    }
}

}  // namespace

NameSwap::NameSwap(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error(fmt::format("{}: cannot open", file.string()));
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty() || line.front() == '#') continue;
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos || !kinds.contains(line.substr(0, tab)))
            throw std::runtime_error(
                fmt::format("{}:{}: no type and tab at its start", file.string(), number));
        std::vector<Name>& list = names_[line.substr(0, tab)];
        for (std::size_t at = tab + 1; at < line.size();) {
            const std::size_t end = std::min(line.find(';', at), line.size());
            Name name = words_of(line.substr(at, end - at));
            if (!name.empty()) list.push_back(std::move(name));
            at = end + 1;
        }
    }
    for (const std::string& kind : kinds)
        if (names_[kind].empty()) throw std::runtime_error(fmt::format("{}: no {}", file.string(), kind));
}

NameSwap::Name NameSwap::another(NameType type, std::size_t words, std::mt19937_64& random) const {
    const auto one_of = [&](const char* kind) {
        const std::vector<Name>& list = names_.at(kind);
        return list[below(random, list.size())];
    };
    if (type == NameType::organization) return one_of("ORG");
    if (type == NameType::location) return one_of("LOC");
    if (type != NameType::person || words > 2) return {};
    Name name = one_of(words == 2 || below(random, 2) == 0 ? "GIVEN" : "FAMILY");
    if (words == 2)
        for (std::string& word : one_of("FAMILY")) name.push_back(std::move(word));
    return name;
}

AnnotatedSentence NameSwap::swapped(const AnnotatedSentence& sentence, std::mt19937_64& random) const {
    const std::vector<Token>& tokens = sentence.sentence.tokens;
    AnnotatedSentence out;
    out.names = sentence.names;
    for (std::size_t i = 0; i < tokens.size();) {
        std::size_t end = i + 1;
        if (tokens[i].name != NameType::none)
            while (end < tokens.size() && tokens[end].name == tokens[i].name && !tokens[end].begins) ++end;
        Name name;
        if (tokens[i].name != NameType::none && below(random, 2) == 0)
            name = another(tokens[i].name, end - i, random);
        if (name.empty()) {
            for (std::size_t k = i; k < end; ++k) out.sentence.tokens.push_back(tokens[k]);
        } else {
            add_name(out.sentence.tokens, name, tokens[i].name);
        }
        i = end;
    }
    return out;
}

std::vector<AnnotatedSentence> NameSwap::all() const {
    std::vector<AnnotatedSentence> out;
    for (const auto& [kind, list] : names_) {
        for (const Name& name : list) {
            out.emplace_back();
            add_name(out.back().sentence.tokens, name, NameType::none);
        }
    }
    return out;
}

}  // namespace entente::extract::train
