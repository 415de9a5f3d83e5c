// Who is spoken of by which words, on GUM's news and development documents (and OntoGUM's chains of them),
// where the corpora are: in ENTENTE_SHARED, or in a folder `shared` beside the project.
//
// Our chains are those of actors; so figures over all gold chains are told beside those over chains of
// persons, organizations and places. Single mentions do not count, as in CorefUD's scorer.
#include "extract/extractor.hpp"
#include "tests/accuracy/coreference/chains.hpp"
#include "tests/accuracy/coreference/gold_chains.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace entente::tests {
namespace {

TEST(Chains, that_agree_score_one) {
    const std::vector<Chain> chains = {{1, 2, 3}, {4, 5}};
    EXPECT_DOUBLE_EQ(muc(chains, chains).f1(), 1);
    EXPECT_DOUBLE_EQ(b_cubed(chains, chains).f1(), 1);
    EXPECT_DOUBLE_EQ(ceaf_e(chains, chains).f1(), 1);
}

TEST(Chains, lose_a_link_where_one_is_cut_in_two) {
    // gold a b c d e; system a b | c d e (the example of the MUC paper's kind)
    const std::vector<Chain> gold = {{1, 2, 3, 4, 5}};
    const std::vector<Chain> cut = {{1, 2}, {3, 4, 5}};
    EXPECT_DOUBLE_EQ(muc(gold, cut).recall(), 3.0 / 4);
    EXPECT_DOUBLE_EQ(muc(gold, cut).precision(), 1);
    EXPECT_DOUBLE_EQ(b_cubed(gold, cut).recall(), (2 * 2.0 / 5 + 3 * 3.0 / 5) / 5);
    EXPECT_DOUBLE_EQ(b_cubed(gold, cut).precision(), 1);
    EXPECT_DOUBLE_EQ(ceaf_e(gold, cut).recall(), 6.0 / 8);
    EXPECT_DOUBLE_EQ(ceaf_e(gold, cut).precision(), 6.0 / 16);
}

TEST(Chains, lose_precision_where_two_are_one) {
    const std::vector<Chain> gold = {{1, 2}, {3, 4}};
    const std::vector<Chain> joined = {{1, 2, 3, 4}};
    EXPECT_DOUBLE_EQ(muc(gold, joined).precision(), 2.0 / 3);
    EXPECT_DOUBLE_EQ(muc(gold, joined).recall(), 1);
    EXPECT_DOUBLE_EQ(b_cubed(gold, joined).precision(), 0.5);
    EXPECT_DOUBLE_EQ(ceaf_e(gold, joined).recall(), 4.0 / 6 / 2);
}

TEST(Chains, are_paired_for_the_greatest_sum) {
    // greedy would pair {1,2,3} with {1,2,3,4} and leave {5} alone
    const std::vector<Chain> gold = {{1, 2, 3}, {4, 5}};
    const std::vector<Chain> system = {{1, 2, 4}, {3, 5}};
    EXPECT_DOUBLE_EQ(ceaf_e(gold, system).found, 4.0 / 6 + 2.0 / 4);
    EXPECT_DOUBLE_EQ(ceaf_e({}, system).f1(), 0);
}

std::filesystem::path shared_corpora() {
    const char* told = std::getenv("ENTENTE_SHARED");
    const std::filesystem::path shared =
        told != nullptr ? std::filesystem::path(told)
                        : std::filesystem::path(ENTENTE_TESTS_FOLDER) / ".." / ".." / "shared";
    return shared / "corpora";
}

// What the extractor says, as chains of head tokens.
std::vector<Chain> chains_read(const extract::Extractor& extractor, const GoldDocument& document) {
    std::vector<Chain> chains;
    std::set<std::size_t> taken;
    for (const auto& actor : extractor.extract(document.article).actors) {
        Chain chain;
        for (const auto& span : actor.spans) {
            const auto begins = [](const extract::ByteSpan& token, std::size_t at) {
                return token.end <= at;
            };
            const auto first =
                std::lower_bound(document.tokens.begin(), document.tokens.end(), span.begin, begins);
            auto last = first;
            while (last != document.tokens.end() && last->begin < span.end) {
                ++last;
            }
            if (first == last) {
                continue;
            }
            const std::size_t head =
                head_of(document, static_cast<std::size_t>(first - document.tokens.begin()),
                        static_cast<std::size_t>(last - document.tokens.begin()));
            if (taken.insert(head).second) {
                chain.insert(head);
            }
        }
        if (chain.size() > 1) {
            chains.push_back(std::move(chain));
        }
    }
    return chains;
}

// GUM's own development part, as far as its texts are free.
bool is_dev(std::string_view name) {
    static constexpr std::array<std::string_view, 16> dev = {
        "GUM_academic_exposure",  "GUM_academic_librarians", "GUM_bio_byron",
        "GUM_bio_emperor",        "GUM_court_loan",          "GUM_interview_cyclone",
        "GUM_interview_gaming",   "GUM_news_homeopathic",    "GUM_news_iodine",
        "GUM_speech_impeachment", "GUM_speech_inauguration", "GUM_textbook_governments",
        "GUM_textbook_labor",     "GUM_vlog_radiology",      "GUM_voyage_athens",
        "GUM_voyage_coron"};
    return std::find(dev.begin(), dev.end(), name) != dev.end();
}

struct Scores {
    ConllScore all;
    ConllScore acting;
};

void print(std::string_view what, const ConllScore& score) {
    std::cout << fmt::format("{:28} {:.3f}   muc {:.3f}/{:.3f}  b3 {:.3f}/{:.3f}  ceaf-e {:.3f}/{:.3f}\n",
                             what, score.mean(), score.muc.precision(), score.muc.recall(),
                             score.b_cubed.precision(), score.b_cubed.recall(), score.ceaf_e.precision(),
                             score.ceaf_e.recall());
}

TEST(Coreference, on_gum_is_told) {
    const auto folder = shared_corpora() / "gum";
    if (!std::filesystem::is_directory(folder)) {
        GTEST_SKIP() << "no corpora at " << folder << "; set ENTENTE_SHARED to the folder that holds them";
    }
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().stem().string();
        if (entry.path().extension() == ".conllu" && (is_dev(name) || name.starts_with("GUM_news"))) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    const extract::Extractor extractor;
    Scores news;
    Scores dev;
    Scores onto;
    for (const auto& file : files) {
        GoldDocument document = read_gum(file);
        const auto read = chains_read(extractor, document);
        for (Scores* scores : {is_dev(file.stem().string()) ? &dev : nullptr,
                               file.stem().string().starts_with("GUM_news") ? &news : nullptr}) {
            if (scores != nullptr) {
                scores->all.add(document.chains, read);
                scores->acting.add(document.acting, read);
            }
        }
        const auto ontogum = shared_corpora() / "coref" / "ontogum" / (file.stem().string() + ".conll");
        if (std::filesystem::exists(ontogum)) {
            take_ontogum(ontogum, document);
            onto.all.add(document.chains, read);
            onto.acting.add(document.acting, read);
        }
    }
    std::cout << fmt::format("{} documents; precision/recall\n", files.size());
    print("GUM news, all chains", news.all);
    print("GUM news, acting chains", news.acting);
    print("GUM dev, all chains", dev.all);
    print("GUM dev, acting chains", dev.acting);
    print("OntoGUM, all chains", onto.all);
    print("OntoGUM, acting chains", onto.acting);
    EXPECT_GT(news.acting.mean(), 0.30);
}

}  // namespace
}  // namespace entente::tests
