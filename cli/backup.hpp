// entente backup, entente restore: the store copied away, and brought back.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> backup_command();
std::unique_ptr<Command> restore_command();

}  // namespace entente::cli
