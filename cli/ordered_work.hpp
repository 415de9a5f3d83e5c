// Work spread over threads whose results come back in the order of the input, in constant memory.
//
//     OrderedWork<Article, Line> work(pull, read_one, stop);
//     work.run(threads, print);
//
// `pull` gives the next item or nullopt; it is called by one thread at a time, and not again after nullopt or
// once `stop` is set. `work` is called by many threads at once. `emit` gets the results on the calling
// thread, in the order in which their items were pulled. At most a few results per thread wait for a slow one
// before them, so memory does not grow with the input. The first exception of any of the three ends the work
// and is thrown to the caller once all threads have come home.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace entente::cli {

template <class Item, class Result>
class OrderedWork {
 public:
    using Pull = std::function<std::optional<Item>()>;
    using Work = std::function<Result(Item&&)>;
    using Emit = std::function<void(Result&&)>;

    OrderedWork(Pull pull, Work work, const std::atomic<bool>& stop)
        : pull_(std::move(pull)), work_(std::move(work)), stop_(stop) {}

    void run(unsigned threads, const Emit& emit) {
        window_ = std::uint64_t{4} * threads;
        at_work_ = threads;
        std::vector<std::jthread> crew;
        for (unsigned i = 0; i < threads; ++i) {
            crew.emplace_back([this] { serve(); });
        }
        try {
            hand_over(emit);
        } catch (...) {
            fail(std::current_exception());
        }
        crew.clear();  // joins
        if (failure_) {
            std::rethrow_exception(failure_);
        }
    }

 private:
    // One of the crew: pull, work, put down, until the input is at its end.
    void serve() {
        try {
            std::uint64_t turn = 0;
            while (auto item = take(turn)) {
                auto result = work_(std::move(*item));
                const std::lock_guard lock(mutex_);
                ready_.emplace(turn, std::move(result));
                changed_.notify_all();
            }
        } catch (...) {
            fail(std::current_exception());
        }
        const std::lock_guard lock(mutex_);
        --at_work_;
        changed_.notify_all();
    }

    std::optional<Item> take(std::uint64_t& turn) {
        const std::lock_guard pulling(pull_mutex_);
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return over_ || pulled_ < emitted_ + window_; });
            if (over_ || stop_) {
                return std::nullopt;
            }
        }
        auto item = pull_();
        const std::lock_guard lock(mutex_);
        if (!item) {
            over_ = true;
            changed_.notify_all();
            return std::nullopt;
        }
        turn = pulled_++;
        return item;
    }

    // The caller's side: results in their turn, until nobody works any more.
    void hand_over(const Emit& emit) {
        for (;;) {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return failure_ || ready_.contains(emitted_) || at_work_ == 0; });
            const auto next = ready_.find(emitted_);
            if (failure_ || next == ready_.end()) {
                return;
            }
            Result result = std::move(next->second);
            ready_.erase(next);
            lock.unlock();
            emit(std::move(result));
            lock.lock();
            ++emitted_;
            changed_.notify_all();
        }
    }

    void fail(std::exception_ptr failure) {
        const std::lock_guard lock(mutex_);
        if (!failure_) {
            failure_ = std::move(failure);
        }
        over_ = true;
        changed_.notify_all();
    }

    Pull pull_;
    Work work_;
    const std::atomic<bool>& stop_;

    std::mutex pull_mutex_;  // taken before mutex_: one thread pulls at a time
    std::mutex mutex_;       // guards all below
    std::condition_variable changed_;
    std::map<std::uint64_t, Result> ready_;
    std::uint64_t window_ = 1;
    std::uint64_t pulled_ = 0;
    std::uint64_t emitted_ = 0;
    unsigned at_work_ = 0;
    bool over_ = false;
    std::exception_ptr failure_;
};

}  // namespace entente::cli
