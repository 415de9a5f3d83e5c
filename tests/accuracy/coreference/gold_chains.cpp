#include "tests/accuracy/coreference/gold_chains.hpp"

#include "extract/input/read_conllu.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string_view>
#include <utility>
#include <variant>

namespace entente::tests {

namespace {

struct Phrase {
    std::size_t first = 0;
    std::size_t last = 0;
    std::string chain;
    std::string kind;
};

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// Brackets as GUM and CoNLL write them: "(1-person-new" opens, "1)" closes, "(1)" does both.
class Brackets {
 public:
    void take(std::string_view value, std::size_t token) {
        std::size_t at = 0;
        while (at < value.size()) {
            if (value[at] == '(') {
                const std::size_t end = std::min(value.find_first_of("()|", at + 1), value.size());
                open(value.substr(at + 1, end - at - 1), token);
                at = end;
                if (at < value.size() && value[at] == ')') {
                    close("", token);
                    ++at;
                }
            } else if (value[at] == '|') {
                ++at;
            } else {
                const std::size_t end = std::min(value.find(')', at), value.size());
                close(std::string(value.substr(at, end - at)), token);
                at = end + 1;
            }
        }
    }

    std::vector<Phrase> phrases;

 private:
    void open(std::string_view inside, std::size_t token) {
        const std::size_t dash = inside.find('-');
        const std::string_view rest = dash == std::string_view::npos ? "" : inside.substr(dash + 1);
        open_.push_back(
            {token, token, std::string(inside.substr(0, dash)), std::string(rest.substr(0, rest.find('-')))});
    }

    void close(const std::string& chain, std::size_t token) {
        const auto found = std::find_if(open_.rbegin(), open_.rend(), [&chain](const Phrase& phrase) {
            return chain.empty() || phrase.chain == chain;
        });
        if (found == open_.rend()) {
            return;
        }
        phrases.push_back(*found);
        phrases.back().last = token + 1;
        open_.erase(std::next(found).base());
    }

    std::vector<Phrase> open_;
};

std::vector<Chain> chains_of(std::vector<Phrase> phrases, const GoldDocument& document,
                             std::map<std::string, std::string>* kind_of = nullptr,
                             std::vector<std::string>* names = nullptr) {
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const Phrase& a, const Phrase& b) { return a.last - a.first > b.last - b.first; });
    std::map<std::string, Chain> chains;
    std::set<std::size_t> taken;
    for (const Phrase& phrase : phrases) {
        const std::size_t head = head_of(document, phrase.first, phrase.last);
        if (taken.insert(head).second) {
            chains[phrase.chain].insert(head);
            if (kind_of != nullptr) {
                kind_of->emplace(phrase.chain, phrase.kind);
            }
        }
    }
    std::vector<Chain> out;
    for (const auto& [name, chain] : chains) {
        if (chain.size() > 1) {
            out.push_back(chain);
            if (names != nullptr) {
                names->push_back(name);
            }
        }
    }
    return out;
}

}  // namespace

std::size_t head_of(const GoldDocument& document, std::size_t first, std::size_t last) {
    for (std::size_t token = first; token < last; ++token) {
        const std::size_t governor = document.heads[token];
        if (governor == token || governor < first || governor >= last) {
            return token;
        }
    }
    return last - 1;
}

GoldDocument read_gum(const std::filesystem::path& file) {
    GoldDocument document;
    const std::string bytes = bytes_of(file);
    const auto inputs = extract::read_conllu_articles(bytes, file.filename().string(), file.stem().string());
    if (inputs.empty() || !std::holds_alternative<extract::Article>(inputs.front())) {
        return document;
    }
    document.article = std::get<extract::Article>(inputs.front());
    for (const auto& sentence : document.article.sentences) {
        const std::size_t begin = document.tokens.size();
        for (std::size_t t = 0; t < sentence.tokens.size(); ++t) {
            const auto& token = sentence.tokens[t];
            document.tokens.push_back(token.span);
            document.heads.push_back(token.head < 0 ? begin + t
                                                    : begin + static_cast<std::size_t>(token.head));
        }
    }
    document.article.sentences.clear();
    Brackets brackets;
    std::istringstream lines(bytes);
    std::size_t token = 0;
    for (std::string line; std::getline(lines, line);) {
        const std::string_view id = std::string_view(line).substr(0, line.find('\t'));
        if (line.empty() || line.front() == '#' || id.find_first_of("-.") != std::string_view::npos) {
            continue;
        }
        const std::size_t at = line.find("Entity=");
        if (at != std::string::npos) {
            const std::string_view rest = std::string_view(line).substr(at + 7);
            brackets.take(rest.substr(0, rest.find('|')), token);
        }
        ++token;
    }
    std::map<std::string, std::string> kind_of;
    std::vector<std::string> names;
    document.chains = chains_of(std::move(brackets.phrases), document, &kind_of, &names);
    for (std::size_t c = 0; c < names.size(); ++c) {
        const std::string& kind = kind_of[names[c]];
        if (kind == "person" || kind == "organization" || kind == "place") {
            document.acting.push_back(document.chains[c]);
        }
    }
    return document;
}

void take_ontogum(const std::filesystem::path& file, GoldDocument& document) {
    Brackets brackets;
    std::ifstream lines(file);
    std::size_t token = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::string value = line.substr(line.rfind('\t') + 1);
        if (value != "_" && value != "-") {
            brackets.take(value, token);
        }
        ++token;
    }
    if (token != document.tokens.size()) {
        return;  // another tokenization: nothing to compare with
    }
    Chain acting;
    for (const Chain& chain : document.acting) {
        acting.insert(chain.begin(), chain.end());
    }
    document.chains = chains_of(std::move(brackets.phrases), document);
    document.acting.clear();
    std::copy_if(document.chains.begin(), document.chains.end(), std::back_inserter(document.acting),
                 [&acting](const Chain& chain) {
                     return std::any_of(chain.begin(), chain.end(),
                                        [&](std::size_t mention) { return acting.contains(mention); });
                 });
}

}  // namespace entente::tests
