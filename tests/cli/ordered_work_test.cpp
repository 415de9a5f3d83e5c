#include "cli/ordered_work.hpp"

#include <atomic>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::cli {
namespace {

using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

class Numbers {
 public:
    explicit Numbers(int count) : count_(count) {}

    std::optional<int> operator()() { return next_ < count_ ? std::optional(next_++) : std::nullopt; }

    int pulled() const { return next_; }

 private:
    int count_;
    int next_ = 0;
};

std::vector<int> run(unsigned threads, int count, const OrderedWork<int, int>::Work& work,
                     const std::atomic<bool>& stop) {
    std::vector<int> results;
    Numbers numbers(count);
    OrderedWork<int, int> line([&numbers] { return numbers(); }, work, stop);
    line.run(threads, [&results](int&& result) { results.push_back(result); });
    return results;
}

std::vector<int> doubled(int count) {
    std::vector<int> numbers;
    for (int i = 0; i < count; ++i) {
        numbers.push_back(2 * i);
    }
    return numbers;
}

TEST(OrderedWork, ResultsComeInTheOrderOfTheInputWhateverTheThreads) {
    const std::atomic<bool> stop = false;
    for (const unsigned threads : {1U, 2U, 7U}) {
        const auto results = run(
            threads, 300,
            [](int&& number) {
                if (number % 17 == 0) {
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                }
                return 2 * number;
            },
            stop);
        EXPECT_THAT(results, ElementsAreArray(doubled(300))) << threads << " threads";
    }
}

TEST(OrderedWork, NothingInGivesNothingOut) {
    const std::atomic<bool> stop = false;
    EXPECT_THAT(run(
                    3, 0, [](int&& number) { return number; }, stop),
                IsEmpty());
}

TEST(OrderedWork, ASlowFirstItemDoesNotLetTheRestPileUp) {
    const std::atomic<bool> stop = false;
    std::atomic<bool> first_done = false;
    std::atomic<int> pulled = 0;
    int pulled_before_first = 0;
    Numbers numbers(1000);
    OrderedWork<int, int> line(
        [&] {
            ++pulled;
            return numbers();
        },
        [&](int&& number) {
            if (number == 0) {
                std::this_thread::sleep_for(std::chrono::milliseconds(50));
                pulled_before_first = pulled;
                first_done = true;
            }
            return number;
        },
        stop);
    line.run(2, [](int&&) {});
    EXPECT_TRUE(first_done);
    EXPECT_LE(pulled_before_first, 10) << "a window of four results a thread, and those at work";
}

TEST(OrderedWork, StopEndsThePullingAndHandsOverWhatWasBegun) {
    std::atomic<bool> stop = false;
    std::vector<int> results;
    Numbers numbers(1000000);
    OrderedWork<int, int> line([&numbers] { return numbers(); }, [](int&& number) { return 2 * number; },
                               stop);
    line.run(2, [&](int&& result) {
        results.push_back(result);
        stop = results.size() >= 10;
    });
    EXPECT_LT(results.size(), 100U);
    EXPECT_THAT(results, ElementsAreArray(doubled(numbers.pulled())));
}

TEST(OrderedWork, AnExceptionOfTheWorkReachesTheCaller) {
    const std::atomic<bool> stop = false;
    const auto fail_at_five = [](int&& number) {
        if (number == 5) {
            throw std::runtime_error("five");
        }
        return number;
    };
    EXPECT_THROW(run(3, 1000, fail_at_five, stop), std::runtime_error);
}

TEST(OrderedWork, AnExceptionOfTheTakerEndsTheWork) {
    const std::atomic<bool> stop = false;
    Numbers numbers(1000000);
    OrderedWork<int, int> line([&numbers] { return numbers(); }, [](int&& number) { return number; }, stop);
    EXPECT_THROW(line.run(2, [](int&&) { throw std::runtime_error("full"); }), std::runtime_error);
    EXPECT_LT(numbers.pulled(), 1000);
}

}  // namespace
}  // namespace entente::cli
