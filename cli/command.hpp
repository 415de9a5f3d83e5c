// What every subcommand is: it declares its arguments, then does its work and says how it went.
//
// A Command lives as long as the program; `declare` is called once, before the arguments are read, and `run`
// once, after, if it is the one that was asked for. What stops a command is thrown as a std::runtime_error
// whose message is one clear sentence; a Refusal says which status it ends with, all others end with
// could_not_try.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include <CLI/CLI.hpp>

namespace entente::cli {

// How the program ends; scripts read it.
enum class Exit : int { answered = 0, no_answer = 1, could_not_try = 2, some_failed = 3, interrupted = 130 };

// Raised when a command cannot answer for a reason the reader can act on.
class Refusal : public std::runtime_error {
 public:
    Refusal(Exit status, const std::string& message) : std::runtime_error(message), status_(status) {}

    [[nodiscard]] Exit status() const { return status_; }

 private:
    Exit status_;
};

class Command {
 public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    [[nodiscard]] virtual std::string name() const = 0;
    [[nodiscard]] virtual std::string summary() const = 0;
    // Adds options and examples to the subcommand made for it.
    virtual void declare(CLI::App& app) = 0;
    virtual Exit run() = 0;
};

}  // namespace entente::cli
