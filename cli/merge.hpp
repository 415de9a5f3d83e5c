// entente merge: stores joined into one.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> merge_command();

}  // namespace entente::cli
