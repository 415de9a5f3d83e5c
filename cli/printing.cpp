#include "cli/printing.hpp"

#include "cli/command.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <limits>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <unistd.h>

namespace entente::cli {

namespace {

constexpr std::size_t width_of_pipes = std::numeric_limits<std::size_t>::max() / 2;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool set(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

bool wants_colour(std::FILE* stream) {
    const char* terminal = std::getenv("TERM");
    const bool dumb = terminal != nullptr && std::strcmp(terminal, "dumb") == 0;
    return !set("NO_COLOR") && !dumb && isatty(fileno(stream)) != 0;
}

// The code point at `at`, which moves past it; negative for a broken one.
UChar32 next_code_point(std::string_view text, std::size_t& at) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    // One letter is at most four bytes, so the index never has to hold the length of the text.
    const auto rest = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 4));
    std::int32_t step = 0;
    UChar32 code_point = 0;
    U8_NEXT(bytes + at, step, rest, code_point);
    at += static_cast<std::size_t>(step);
    return code_point;
}

std::size_t width_of(UChar32 code_point) {
    const auto kind = u_charType(code_point);
    if (kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK || kind == U_FORMAT_CHAR) {
        return 0;
    }
    const auto wide = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
    return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

// Controls, line breaks, and the marks that turn the direction of what follows.
bool shown_as_blank(UChar32 code_point) {
    const auto kind = u_charType(code_point);
    return kind == U_CONTROL_CHAR || kind == U_LINE_SEPARATOR || kind == U_PARAGRAPH_SEPARATOR ||
           kind == U_SPACE_SEPARATOR || u_hasBinaryProperty(code_point, UCHAR_BIDI_CONTROL) != 0;
}

}  // namespace

Paint::Paint(std::FILE* stream) : on_(wants_colour(stream)) {}

std::string Paint::wrap(std::string_view code, std::string_view text) const {
    return on_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

std::string Paint::bold(std::string_view text) const {
    return wrap("1", text);
}

std::string Paint::dim(std::string_view text) const {
    return wrap("2", text);
}

std::string Paint::type(extract::EventType type) const {
    constexpr std::string_view colours[] = {"32", "1;32", "33", "1;31"};
    return wrap(colours[static_cast<std::size_t>(extract::quad_class(type) - 1)], extract::name(type));
}

std::size_t columns(std::FILE* stream) {
    winsize size{};
    if (ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return std::max<std::size_t>(size.ws_col, 40);
    }
    return width_of_pipes;
}

std::string one_line(std::string_view text) {
    std::string line;
    bool blank_due = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const auto code_point = next_code_point(text, at);
        if (code_point >= 0 && shown_as_blank(code_point)) {
            blank_due = !line.empty();
            continue;
        }
        if (blank_due) {
            line += ' ';
            blank_due = false;
        }
        line += code_point < 0 ? replacement : text.substr(begin, at - begin);
    }
    return line;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        width += width_of(next_code_point(text, at));
    }
    return width;
}

std::string cut(std::string_view text, std::size_t width) {
    if (text.size() <= width || display_width(text) <= width || width == 0) {
        return std::string(text);
    }
    std::size_t used = 0;
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size(); end = at) {
        used += width_of(next_code_point(text, at));
        if (used > width - 1) {
            break;
        }
    }
    return fmt::format("{}…", text.substr(0, end));
}

std::string padded(std::string_view text, std::size_t width) {
    const auto used = display_width(text);
    std::string filled(text);
    filled.append(used < width ? width - used : 0, ' ');
    return filled;
}

std::string grouped(std::uint64_t number) {
    const auto digits = std::to_string(number);
    std::string grouped;
    for (std::size_t at = 0; at < digits.size(); ++at) {
        if (at > 0 && (digits.size() - at) % 3 == 0) {
            grouped += ',';
        }
        grouped += digits[at];
    }
    return grouped;
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", grouped(number), number == 1 ? one : many);
}

std::string counted(std::uint64_t number, std::string_view one) {
    return counted(number, one, fmt::format("{}s", one));
}

void print_json(const nlohmann::ordered_json& value) {
    fmt::print("{}\n", value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

void note(std::string_view line) {
    std::fflush(stdout);
    fmt::print(stderr, "{}\n", line);
}

void complain(std::string_view line) {
    note(fmt::format("entente: {}", line));
}

void finish_output() {
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        throw Refusal(Exit::could_not_try,
                      fmt::format("cannot write the answer to standard output: {}", std::strerror(errno)));
    }
}

}  // namespace entente::cli
