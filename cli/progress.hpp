// A line on standard error that tells how far long work has come, on a terminal only.
//
// Redrawn at most ten times a second. `say` prints a message above it. Not for several threads at once.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace entente::cli {

class Progress {
 public:
    Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    // Shows what `line` gives, when it is time to.
    void show(const std::function<std::string()>& line);
    // A message that stays: "entente: …".
    void say(std::string_view message);
    void clear();

    [[nodiscard]] double seconds() const;

 private:
    using Clock = std::chrono::steady_clock;

    bool on_;
    bool drawn_ = false;
    Clock::time_point started_ = Clock::now();
    Clock::time_point next_ = Clock::now();
};

// "[#####-----]  48%" of a part and a whole; "" when the whole is unknown (0).
std::string bar(std::uint64_t part, std::uint64_t whole);

}  // namespace entente::cli
