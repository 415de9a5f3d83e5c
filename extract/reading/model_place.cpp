#include "extract/reading/model_place.hpp"

#include "extract/reading/model.hpp"

#include <array>
#include <cstdlib>
#include <system_error>

#include <fmt/format.h>

#ifndef ENTENTE_SOURCE_MODEL
#define ENTENTE_SOURCE_MODEL ""
#endif

namespace entente::extract {

std::filesystem::path find_model(const std::filesystem::path& asked) {
    if (!asked.empty()) return asked;
    if (const char* named = std::getenv("ENTENTE_MODEL"); named != nullptr && *named != '\0') return named;
    std::error_code ignored;
    const std::filesystem::path folder =
        std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
    const std::array<std::filesystem::path, 3> places = {
        folder / "reading.model", folder.parent_path() / "share/entente/reading.model", ENTENTE_SOURCE_MODEL};
    for (const std::filesystem::path& place : places)
        if (std::filesystem::is_regular_file(place, ignored)) return place;
    throw ModelError(
        fmt::format("no reading model: looked for {}, {} and {}; name one with --model or ENTENTE_MODEL",
                    places[0].string(), places[1].string(), places[2].string()));
}

}  // namespace entente::extract
