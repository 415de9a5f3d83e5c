#include "extract/train/reading_trainer.hpp"

#include "extract/reading/reader.hpp"
#include "extract/reading/scores.hpp"

#include <chrono>
#include <cmath>
#include <deque>
#include <fstream>
#include <numbers>
#include <ostream>
#include <stdexcept>
#include <thread>

#include <fmt/format.h>
#if defined(__SSE__)
#include <xmmintrin.h>
#endif

namespace entente::extract::train {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t workers = 2;  // part of the result: sums are taken worker by worker

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// Numbers too small to matter cost a hundred times a normal product.
void flush_tiny_numbers() {
#if defined(__SSE__)
    _mm_setcsr(_mm_getcsr() | 0x8040U);
#endif
}

ReadingScores judge_on(const SentenceReader& reader, const std::vector<Sentence>& gold) {
    std::vector<Sentence> read = gold;
    reader.read(read);
    return score(gold, read);
}

// Scores on held-out text, told in `log`; their sum is what the best model has most of.
double judge(const ReadingModel& model, const Corpora& corpora, std::ostream& log) {
    const SentenceReader reader(model);
    const ReadingScores web = judge_on(reader, corpora.dev_trees);
    const ReadingScores gum = judge_on(reader, corpora.dev_news);
    const ReadingScores names = judge_on(reader, corpora.dev_names);
    log << "  EWT dev: " << summary(web) << "\n  GUM held out: " << summary(gum)
        << fmt::format("\n  UNER EWT dev: {:.2f} (PER {:.1f} ORG {:.1f} LOC {:.1f})\n",
                       100 * names.names[0].f1(), 100 * names.names[1].f1(), 100 * names.names[2].f1(),
                       100 * names.names[3].f1())
        << std::flush;
    return web.percent(web.labelled_main) + gum.percent(gum.labelled_main) + web.percent(web.xpos) +
           50 * (names.names[0].f1() + gum.names[0].f1());
}

void write(const ReadingModel& model, const std::filesystem::path& file) {
    const std::string bytes = write_model(model);
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw std::runtime_error(fmt::format("{}: cannot write the model", file.string()));
}

class ReadingTrainer {
 public:
    ReadingTrainer(const Corpora& corpora, const TrainingOptions& options, std::ostream& log)
        : corpora_(corpora),
          options_(options),
          log_(log),
          vocabulary_(options.resume.empty() ? build_vocabulary(corpora, options.vocabulary)
                                             : adopt_vocabulary(corpora, load_model(options.resume))),
          size_(options.resume.empty() ? options.size : size_of(vocabulary_.model)),
          network_(size_, vocabulary_, options.learning),
          weights_(options.resume.empty() ? start_weights(size_, vocabulary_, options.seed)
                                          : resume_weights(vocabulary_, options.seed)),
          optimizer_(weights_),
          random_(options.seed) {
        vocabulary_.model.about = options.about;
        prepare(corpora.trees, trees_);
        prepare(corpora.names, names_);
        prepare(corpora.tagged, tagged_);
        gradients_.assign(workers, Gradients(weights_));
        log_ << fmt::format(
                    "{} words, {} parts, {} xpos, {} features, {} scripts, {} labels; {} trees, {} with "
                    "names, "
                    "{} tagged\n",
                    vocabulary_.model.word_keys.size(), vocabulary_.model.part_keys.size(),
                    vocabulary_.model.xpos.size(), vocabulary_.model.feats.size(),
                    vocabulary_.model.scripts.size(), vocabulary_.model.deprels.size(), trees_.size(),
                    names_.size(), tagged_.size())
             << std::flush;
    }

    void run(const std::filesystem::path& file) {
        double best = -1;
        for (std::size_t epoch = 0; epoch < options_.epochs; ++epoch) {
            learn_epoch(epoch);
            const ReadingModel model = quantize(optimizer_.average(), size_, vocabulary_, options_.names_as);
            const double judged = judge(model, corpora_, log_);
            if (judged <= best) continue;
            best = judged;
            write(model, file);
        }
        compare_manners(file);
    }

 private:
    void prepare(const std::vector<AnnotatedSentence>& from, std::vector<Gold>& to) const {
        for (std::size_t i = 0; i < from.size(); i += options_.every) {
            const std::size_t size = from[i].sentence.tokens.size();
            if (size > 0 && size <= options_.longest_sentence) to.push_back(make_gold(from[i], vocabulary_));
        }
    }

    bool draw(double share) { return static_cast<double>(random_() >> 11U) * 0x1p-53 < share; }

    Sample name_sample(const Gold& gold) {
        if (options_.names.empty() || !draw(options_.swap_share))
            return make_sample(gold, vocabulary_, random_);
        swapped_.push_back(options_.names.swapped(*gold.sentence, random_));
        swapped_gold_.push_back(make_gold(swapped_.back(), vocabulary_));
        return make_sample(swapped_gold_.back(), vocabulary_, random_);
    }

    std::vector<Sample> epoch_samples() {
        swapped_.clear();
        swapped_gold_.clear();
        std::vector<Sample> samples;
        for (const Gold& gold : trees_) samples.push_back(make_sample(gold, vocabulary_, random_));
        for (const Gold& gold : names_)
            for (double share = options_.name_share[*gold.sentence->names]; draw(share); share -= 1)
                samples.push_back(name_sample(gold));
        for (const Gold& gold : tagged_)
            if (draw(options_.tagged_share)) samples.push_back(make_sample(gold, vocabulary_, random_));
        return samples;
    }

    // Linear warm-up, then a half cosine down to a hundredth.
    [[nodiscard]] float rate(double progress) const {
        const auto steps = static_cast<float>(steps_ + 1);
        const float warm = std::min(1.0F, steps / static_cast<float>(options_.warm_up_steps));
        const auto cosine = static_cast<float>(0.5 * (1 + std::cos(std::numbers::pi * progress)));
        return options_.peak_rate * warm * (0.01F + 0.99F * cosine);
    }

    void learn_epoch(std::size_t epoch) {
        const auto start = Clock::now();
        const std::vector<Sample> samples = epoch_samples();
        const auto batches = make_batches(samples, options_.batch_words, random_);
        Losses sum;
        std::size_t words = 0;
        for (std::size_t i = 0; i < batches.size(); ++i) {
            const double done = static_cast<double>(i) / static_cast<double>(batches.size());
            const double progress =
                (static_cast<double>(epoch) + done) / static_cast<double>(options_.epochs);
            sum += learn_batch(batches[i], rate(progress));
            for (const Sample* sample : batches[i]) words += sample->size();
            if (i % 100 == 99) {
                log_ << fmt::format("\r{}/{} batches, {:.0f} words/s ", i + 1, batches.size(),
                                    static_cast<double>(words) / seconds_since(start))
                     << std::flush;
            }
        }
        const auto mean = [this](double loss, double count) {
            return loss * static_cast<double>(options_.batch_words) / std::max(1.0, count);
        };
        log_
            << fmt::format(
                   "\nepoch {} ({:.0f} s, {} words): arcs {:.3f} labels {:.3f} tags {:.3f} names {:.4f} penn "
                   "{:.3f}\n",
                   epoch + 1, seconds_since(start), words, mean(sum.arcs, sum.tree_words),
                   mean(sum.labels, sum.tree_words), mean(sum.tags, sum.tree_words),
                   mean(sum.names, sum.name_words), mean(sum.penn, sum.penn_words))
            << std::flush;
    }

    Losses learn_batch(const std::vector<const Sample*>& batch, float rate) {
        std::array<std::vector<const Sample*>, workers> parts;
        for (std::size_t i = 0; i < batch.size(); ++i) parts[i % workers].push_back(batch[i]);
        std::array<Losses, workers> losses;
        const auto work = [&](std::size_t w) {
            flush_tiny_numbers();
            gradients_[w].clear();
            losses[w] = network_.learn(weights_, parts[w], static_cast<float>(options_.batch_words),
                                       options_.seed * 1000003 + steps_ * workers + w, gradients_[w]);
        };
        {
            std::vector<std::jthread> threads;
            for (std::size_t w = 1; w < workers; ++w) threads.emplace_back(work, w);
            work(0);
        }
        optimizer_.step(weights_, gradients_, rate);
        ++steps_;
        for (std::size_t w = 1; w < workers; ++w) losses[0] += losses[w];
        return losses[0];
    }

    // Each corpus has its own manner of marking names; the last model is written in each (MODEL.0 and so on),
    // for the one that suits held-out text best to be chosen.
    void compare_manners(const std::filesystem::path& file) {
        for (std::size_t corpus = 0; corpus < name_corpora; ++corpus) {
            const ReadingModel model = quantize(optimizer_.average(), size_, vocabulary_, corpus);
            write(model, fmt::format("{}.{}", file.string(), corpus));
            const SentenceReader reader(model);
            const ReadingScores names = judge_on(reader, corpora_.dev_names);
            const ReadingScores gum = judge_on(reader, corpora_.dev_news);
            log_ << fmt::format("names as in corpus {}: UNER dev {:.2f}, GUM held out {:.2f}\n", corpus,
                                100 * names.names[0].f1(), 100 * gum.names[0].f1());
        }
    }

    const Corpora& corpora_;
    const TrainingOptions& options_;
    std::ostream& log_;
    Vocabulary vocabulary_;
    NetworkSize size_;
    Network network_;
    Weights weights_;
    Optimizer optimizer_;
    std::mt19937_64 random_;
    std::vector<Gold> trees_;
    std::vector<Gold> names_;
    std::vector<Gold> tagged_;
    std::deque<AnnotatedSentence> swapped_;  // of this epoch; samples point into both
    std::deque<Gold> swapped_gold_;
    std::vector<Gradients> gradients_;
    std::size_t steps_ = 0;
};

}  // namespace

void train_reading(const Corpora& corpora, const TrainingOptions& options, const std::filesystem::path& file,
                   std::ostream& log) {
    ReadingTrainer(corpora, options, log).run(file);
}

void average_models(const Corpora& corpora, std::span<const std::filesystem::path> models,
                    const std::string& about, const std::filesystem::path& file, std::ostream& log) {
    Vocabulary vocabulary = adopt_vocabulary(corpora, load_model(models.front()));
    vocabulary.model.about = about;
    const NetworkSize size = size_of(vocabulary.model);
    const float share = 1.0F / static_cast<float>(models.size());
    Weights sum = zero_like(resume_weights(vocabulary, 1));
    for (const std::filesystem::path& each : models) {
        const Vocabulary of_each = adopt_vocabulary(corpora, load_model(each));
        if (of_each.model.word_keys != vocabulary.model.word_keys ||
            of_each.model.part_keys != vocabulary.model.part_keys) {
            throw std::runtime_error(
                fmt::format("{}: not of one origin with {}", each.string(), models.front().string()));
        }
        const Weights weights = resume_weights(of_each, 1);
        for (std::size_t s = 0; s < slot_count; ++s) sum.dense[s] += share * weights.dense[s];
        sum.words += share * weights.words;
        sum.parts += share * weights.parts;
    }
    // The manner of the models is part of their top layer; what a manner would add is nothing.
    sum.dense[name_corpus].setZero();
    const ReadingModel model = quantize(sum, size, vocabulary, 0);
    judge(model, corpora, log);
    write(model, file);
}

}  // namespace entente::extract::train
