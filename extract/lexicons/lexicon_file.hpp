// Reading a lexicon file: a JSON array with one entry a line, so that a complaint can name the line.
//
//     [
//     {"name": "Kenya", "code": "KEN", "adjectives": ["Kenyan"]},
//     {"name": "Kiribati", "code": "KIR"}
//     ]
//
// The file as a whole is plain JSON. Blank lines are allowed; an entry that runs over several lines is not.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace entente::extract {

// A lexicon that cannot be used: the message names file, line and what is wrong.
class LexiconError : public std::runtime_error {
 public:
    // Line 0: the file as a whole.
    LexiconError(const std::string& file, std::size_t line, const std::string& what);

    // What is wrong, without the place.
    [[nodiscard]] const std::string& reason() const { return reason_; }

 private:
    std::string reason_;
};

// One entry with the place it stands at.
class LexiconEntry {
 public:
    LexiconEntry(std::string file, std::size_t line, nlohmann::json object);

    // A field that must be there and be text that is not empty. Throws LexiconError.
    [[nodiscard]] std::string text(const char* field) const;
    // A field that may be missing: then "" or the empty list. Throws LexiconError when it is of another kind.
    [[nodiscard]] std::string optional_text(const char* field) const;
    [[nodiscard]] std::vector<std::string> texts(const char* field) const;
    [[nodiscard]] bool flag(const char* field) const;
    [[nodiscard]] bool is_object() const { return object_.is_object(); }

    // Throws LexiconError when the entry has a field that is not among `known`: a misspelt field is a silent
    // loss.
    void allow_only(const std::vector<std::string_view>& known) const;
    [[noreturn]] void refuse(const std::string& what) const;

 private:
    std::string file_;
    std::size_t line_;
    nlohmann::json object_;
};

// The text of a lexicon file on disk. Throws LexiconError when it cannot be read.
std::string read_lexicon_file(const std::filesystem::path& path);

// Calls `take` with each entry of `content` in order. `file` is what complaints call it. Throws LexiconError.
void read_lexicon(const std::string& file, std::string_view content,
                  const std::function<void(const LexiconEntry&)>& take);

}  // namespace entente::extract
