#include "cli/progress.hpp"

#include "cli/printing.hpp"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

namespace entente::cli {

namespace {

constexpr auto redraw_every = std::chrono::milliseconds(100);
constexpr std::uint64_t bar_columns = 20;

}  // namespace

Progress::Progress() : on_(isatty(fileno(stderr)) != 0) {}

Progress::~Progress() {
    clear();
}

void Progress::show(const std::function<std::string()>& line) {
    if (!on_ || Clock::now() < next_) {
        return;
    }
    next_ = Clock::now() + redraw_every;
    drawn_ = true;
    fmt::print(stderr, "\r\x1b[K{}", cut(line(), columns(stderr) - 1));
    std::fflush(stderr);
}

void Progress::say(std::string_view message) {
    clear();
    complain(message);
}

void Progress::clear() {
    if (drawn_) {
        fmt::print(stderr, "\r\x1b[K");
        std::fflush(stderr);
        drawn_ = false;
    }
}

double Progress::seconds() const {
    return std::chrono::duration<double>(Clock::now() - started_).count();
}

std::string bar(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) {
        return "";
    }
    const auto done = std::min(part, whole);
    const auto filled = static_cast<std::size_t>(done * bar_columns / whole);
    return fmt::format("[{}{}] {:3}%", std::string(filled, '#'), std::string(bar_columns - filled, '-'),
                       done * 100 / whole);
}

}  // namespace entente::cli
