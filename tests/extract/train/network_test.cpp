#include "extract/train/network.hpp"

#include "extract/reading/name_tags.hpp"
#include "extract/reading/reader.hpp"

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

namespace entente::extract::train {
namespace {

Token token(const char* form, const char* upos, std::int32_t head, const char* deprel) {
    Token out;
    out.form = out.lemma = form;
    out.upos = out.xpos = upos;
    out.head = head;
    out.deprel = deprel;
    return out;
}

// A treebank of two sentences, one of them with names, and a tagged one.
Corpora tiny_corpora() {
    Corpora out;
    AnnotatedSentence oil;
    oil.has_tree = true;
    oil.names = gum_names;
    oil.sentence.tokens = {token("Shell", "PROPN", 1, "nsubj"), token("sells", "VERB", -1, "root"),
                           token("oil", "NOUN", 1, "obj")};
    oil.sentence.tokens[0].name = NameType::organization;
    oil.sentence.tokens[0].begins = true;
    AnnotatedSentence rose;
    rose.has_tree = true;
    rose.sentence.tokens = {token("oil", "NOUN", 1, "nsubj"), token("rose", "VERB", -1, "root")};
    AnnotatedSentence tagged;
    tagged.sentence.tokens = {token("oil", "", -1, ""), token("sells", "", -1, "")};
    tagged.penn_tags = {"NN", "VBZ"};
    out.trees = {oil, rose};
    out.tagged = {tagged};
    return out;
}

class TinyNetwork : public testing::Test {
 protected:
    TinyNetwork() {
        for (const auto* each : {&corpora_.trees, &corpora_.tagged})
            for (const AnnotatedSentence& s : *each) gold_.push_back(make_gold(s, vocabulary_));
        std::mt19937_64 random(2);
        for (const Gold& gold : gold_) samples_.push_back(make_sample(gold, vocabulary_, random));
        for (const Sample& sample : samples_) batch_.push_back(&sample);
    }

    double loss() {
        gradients_.clear();
        const Losses l = network_.learn(weights_, batch_, 4, 1, gradients_);
        return l.arcs + l.labels + l.tags + l.names + l.penn;
    }

    const Corpora corpora_ = tiny_corpora();
    const Vocabulary vocabulary_ = build_vocabulary(corpora_, {1, 1, 1});
    const NetworkSize size_ = {.word = 6, .part = 4, .hidden = 4, .arc = 6, .label = 6, .tag = 6, .name = 6};
    const LearningOptions no_dropout_ = {0, 0, 0, 0, 0};
    const Network network_{size_, vocabulary_, no_dropout_};
    Weights weights_ = start_weights(size_, vocabulary_, 3);
    Gradients gradients_{weights_};
    std::vector<Gold> gold_;
    std::vector<Sample> samples_;
    std::vector<const Sample*> batch_;
};

TEST_F(TinyNetwork, GradientsAreThoseOfTheLoss) {
    // Away from zero, where rectified units have no derivative.
    Matrix& bias = weights_.dense[top_bias];
    for (Eigen::Index i = 0; i < bias.size(); ++i) bias(i) = i % 3 == 0 ? -0.4F : 0.4F;
    loss();
    const std::vector<Matrix> gradients = gradients_.sum.dense;
    constexpr float step = 0.002F;
    for (std::size_t slot = 0; slot < slot_count; ++slot) {
        Matrix& weights = weights_.dense[slot];
        for (Eigen::Index i = 0; i < weights.size(); i += std::max<Eigen::Index>(1, weights.size() / 6)) {
            const float before = weights(i);
            weights(i) = before + step;
            const double above = loss();
            weights(i) = before - step;
            const double below = loss();
            weights(i) = before;
            const double wanted = (above - below) / (2 * static_cast<double>(step));
            EXPECT_NEAR(static_cast<double>(gradients[slot](i)), wanted, 0.004 + 0.04 * std::abs(wanted))
                << "slot " << slot << ", weight " << i;
        }
    }
}

TEST_F(TinyNetwork, LearnsItsTreebankByHeart) {
    Optimizer optimizer(weights_);
    std::vector<Gradients> workers(1, Gradients(weights_));
    for (int step = 0; step < 400; ++step) {
        workers[0].clear();
        network_.learn(weights_, batch_, 4, 1, workers[0]);
        optimizer.step(weights_, workers, 0.02F);
    }
    // What is shipped: quantized, read by the reader.
    const SentenceReader reader(quantize(weights_, size_, vocabulary_, gum_names));
    for (const AnnotatedSentence& each : corpora_.trees) {
        std::vector<Sentence> read = {each.sentence};
        for (Token& t : read[0].tokens) {
            t.lemma = t.upos = t.xpos = t.deprel = "";
            t.head = -1;
        }
        reader.read(read);
        if (!each.names) continue;
        EXPECT_EQ(read[0], each.sentence);
    }
}

TEST_F(TinyNetwork, LearnsTheSameTwice) {
    const double first = loss();
    const Matrix gradient = gradients_.sum.dense[top];
    EXPECT_EQ(loss(), first);
    EXPECT_EQ(gradients_.sum.dense[top], gradient);
}

}  // namespace
}  // namespace entente::extract::train
