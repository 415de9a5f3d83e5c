#include "extract/input/article_source.hpp"

#include "extract/input/byte_stream.hpp"
#include "extract/input/json_records.hpp"
#include "extract/input/read_conllu.hpp"
#include "extract/input/read_html.hpp"
#include "extract/input/read_txt.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <mutex>
#include <system_error>

#include <fmt/format.h>

namespace entente::extract {

namespace {

namespace fs = std::filesystem;

// A word of an article takes some fifty bytes there.
constexpr std::size_t max_conllu_bytes = std::size_t{256} << 20U;

enum class Kind { unknown, txt, html, json, conllu };

Kind kind_of(const fs::path& path) {
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (ending == ".txt") return Kind::txt;
    if (ending == ".html" || ending == ".htm" || ending == ".xhtml") return Kind::html;
    if (ending == ".json" || ending == ".jsonl" || ending == ".ndjson") return Kind::json;
    return Kind::unknown;
}

// What bytes without a telling name seem to be.
Kind sniff(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return Kind::txt;
    bytes.remove_prefix(first);
    const std::size_t second = bytes.find_first_not_of(" \t\r\n", 1);
    if (bytes[0] == '{' && second != std::string_view::npos && (bytes[second] == '"' || bytes[second] == '}'))
        return Kind::json;
    if (bytes[0] == '[' && second != std::string_view::npos && bytes[second] == '{') return Kind::json;
    if (bytes[0] != '<' || second == std::string_view::npos) return Kind::txt;
    std::string head(bytes.substr(0, 512));
    std::ranges::transform(head, head.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    for (const std::string_view tag :
         {"<!doctype html", "<html", "<head", "<body", "<?xml", "<div", "<article", "<p>", "<meta", "<!--"}) {
        if (head.find(tag) != std::string::npos) return Kind::html;
    }
    return Kind::txt;
}

// "news/a.txt" is "a". Standard input has no name.
std::string id_of(const std::string& doc) {
    if (doc == "-") return "stdin";
    std::string stem = fs::path(doc).stem().string();
    return stem.empty() ? doc : stem;
}

// One entry of the walk: a path still to look at, and how it came up.
struct Waiting {
    std::string path;
    bool named = false;  // by the caller, not found in a folder
};

}  // namespace

struct ArticleSource::Impl {
    Impl(std::vector<std::string> paths, std::istream& input, InputFormat as)
        : standard_input(input), format(as) {
        std::ranges::reverse(paths);
        for (std::string& path : paths) waiting.push_back({std::move(path), true});
    }

    std::optional<Input> next() {
        const std::scoped_lock lock(mutex);
        while (ready.empty()) {
            if (records) {
                if (auto input = records->next()) return input;
                close();
            } else if (waiting.empty()) {
                return std::nullopt;
            } else {
                Waiting path = std::move(waiting.back());
                waiting.pop_back();
                open(path);
            }
        }
        Input input = std::move(ready.front());
        ready.pop_front();
        return input;
    }

    void fail(const std::string& doc, std::string what) {
        ready.emplace_back(InputError{doc, 0, std::move(what), id_of(doc)});
    }

    void open(const Waiting& path) {
        if (path.path == "-" && path.named) {
            bytes = std::make_unique<ByteStream>(standard_input);
            begin("-", Kind::unknown);
            return;
        }
        std::error_code error;
        const fs::file_status status = fs::status(path.path, error);
        if (status.type() == fs::file_type::not_found) {
            fail(path.path, "no such file or folder");
        } else if (error) {
            fail(path.path, fmt::format("cannot be looked at: {}", error.message()));
        } else if (fs::is_directory(status)) {
            enter(path.path);
        } else {
            open_file(path);
        }
    }

    // Puts a folder's entries on the pile, last name first, so that the first comes up next.
    void enter(const std::string& folder) {
        std::error_code error;
        fs::directory_iterator entries(folder, error);
        std::vector<Waiting> found;
        while (!error && entries != fs::directory_iterator()) {
            consider(*entries, found);
            entries.increment(error);
        }
        if (error) fail(folder, fmt::format("cannot read this folder: {}", error.message()));
        std::ranges::sort(found, std::greater{}, &Waiting::path);
        std::ranges::move(found, std::back_inserter(waiting));
    }

    void consider(const fs::directory_entry& entry, std::vector<Waiting>& found) {
        if (entry.path().filename().string().starts_with('.')) return;
        std::error_code error;
        const bool link = entry.is_symlink(error);
        const bool folder = entry.is_directory(error);
        if (folder) {
            if (!link) found.push_back({entry.path().string(), false});
        } else if (!is_wanted(entry.path())) {
            ++files_skipped;
        } else {
            found.push_back({entry.path().string(), false});
        }
    }

    [[nodiscard]] bool is_wanted(const fs::path& file) const {
        if (format == InputFormat::conllu) return file.extension() == ".conllu";
        return kind_of(file) != Kind::unknown;
    }

    void open_file(const Waiting& path) {
        errno = 0;
        auto file = std::make_unique<std::ifstream>(path.path, std::ios::binary);
        if (!file->is_open()) {
            const int why = errno;
            fail(path.path,
                 fmt::format("cannot be opened: {}", why != 0 ? std::strerror(why) : "no reason given"));
            return;
        }
        bytes = std::make_unique<ByteStream>(std::move(file));
        begin(path.path, kind_of(path.path));
    }

    void begin(const std::string& doc, Kind kind) {
        ++files_opened;
        const std::string_view head = bytes->peek(4096);
        if (format == InputFormat::conllu) kind = Kind::conllu;
        if (kind == Kind::unknown) kind = sniff(head);
        if (const std::string why = no_text(head); !why.empty() && (kind != Kind::txt || head.size() < 4096 ||
                                                                    why.find("empty") == std::string::npos)) {
            fail(doc, bytes->failed() ? "cannot be read: the device failed" : why);
            close();
        } else if (kind == Kind::json) {
            records = std::make_unique<JsonRecords>(*bytes, doc, id_of(doc));
        } else {
            whole_file(doc, kind);
            close();
        }
    }

    void whole_file(const std::string& doc, Kind kind) {
        const std::size_t limit = kind == Kind::conllu ? max_conllu_bytes : max_article_bytes;
        std::string all = bytes->read_all(limit);
        if (bytes->failed()) {
            fail(doc, "cannot be read to its end: the device failed");
        } else if (all.size() > limit) {
            fail(doc,
                 kind == Kind::conllu
                     ? fmt::format("is larger than {} MB: part it at `# newdoc` lines", limit >> 20U)
                     : fmt::format("is larger than {} MB: one file holds one article; use .jsonl for many",
                                   limit >> 20U));
        } else if (kind == Kind::conllu) {
            std::ranges::move(read_conllu_articles(all, doc, id_of(doc)), std::back_inserter(ready));
        } else {
            FileRead read = kind == Kind::html ? read_html(std::move(all), doc, id_of(doc))
                                               : read_txt(std::move(all), doc, id_of(doc));
            std::ranges::move(read.warnings, std::back_inserter(ready));
            std::visit([this](auto&& result) { ready.emplace_back(std::forward<decltype(result)>(result)); },
                       std::move(read.result));
        }
    }

    void close() {
        records.reset();
        if (bytes) bytes_closed += bytes->bytes_read();
        bytes.reset();
    }

    std::mutex mutex;
    std::istream& standard_input;
    InputFormat format;
    std::vector<Waiting> waiting;  // the next at the back
    std::deque<Input> ready;
    std::unique_ptr<ByteStream> bytes;
    std::unique_ptr<JsonRecords> records;
    std::size_t files_opened = 0;
    std::size_t files_skipped = 0;
    std::size_t bytes_closed = 0;
};

ArticleSource::ArticleSource(std::vector<std::string> paths, InputFormat format)
    : ArticleSource(std::move(paths), std::cin, format) {}

ArticleSource::ArticleSource(std::vector<std::string> paths, std::istream& standard_input, InputFormat format)
    : impl_(std::make_unique<Impl>(std::move(paths), standard_input, format)) {}

ArticleSource::~ArticleSource() = default;

std::optional<Input> ArticleSource::next() {
    return impl_->next();
}

std::size_t ArticleSource::files_opened() const {
    const std::scoped_lock lock(impl_->mutex);
    return impl_->files_opened;
}

std::size_t ArticleSource::files_skipped() const {
    const std::scoped_lock lock(impl_->mutex);
    return impl_->files_skipped;
}

std::size_t ArticleSource::bytes_read() const {
    const std::scoped_lock lock(impl_->mutex);
    return impl_->bytes_closed + (impl_->bytes ? impl_->bytes->bytes_read() : 0);
}

namespace {

std::string placed(const std::string& doc, std::size_t line, const std::string& what) {
    const std::string_view name = doc == "-" ? "standard input" : std::string_view(doc);
    return line == 0 ? fmt::format("{}: {}", name, what) : fmt::format("{}:{}: {}", name, line, what);
}

}  // namespace

std::string message(const InputError& error) {
    return placed(error.doc, error.line, error.what);
}

std::string message(const InputWarning& warning) {
    return placed(warning.doc, warning.line, warning.what);
}

}  // namespace entente::extract
