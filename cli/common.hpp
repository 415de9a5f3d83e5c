// entente common: whom two actors both deal with.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> common_command();

}  // namespace entente::cli
