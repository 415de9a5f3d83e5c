// entente extract: articles in, one JSON line for each out; no store is touched.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> extract_command();

}  // namespace entente::cli
