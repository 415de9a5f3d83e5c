#include "cli/interrupt.hpp"

#include <csignal>

namespace entente::cli {

namespace {

std::atomic<bool> first_seen{false};
std::atomic<bool> second_seen{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch lock-free atomics");

extern "C" void note_interrupt(int signal) {
    if (!first_seen.exchange(true)) {
        return;
    }
    if (!second_seen.exchange(true)) {
        return;
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

}  // namespace

void catch_interrupts() {
    struct sigaction action {};
    action.sa_handler = note_interrupt;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

void end_quietly_on_closed_pipes() {
    // The parent may have had it ignored.
    std::signal(SIGPIPE, SIG_DFL);
}

void outlive_limits_on_files() {
    std::signal(SIGXFSZ, SIG_IGN);
}

const std::atomic<bool>& interrupted() {
    return first_seen;
}

const std::atomic<bool>& hurried() {
    return second_seen;
}

}  // namespace entente::cli
