// entente check: is the store whole?
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> check_command();

}  // namespace entente::cli
