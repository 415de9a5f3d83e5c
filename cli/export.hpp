// entente export: the graph as a file for other programs.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> export_command();

}  // namespace entente::cli
