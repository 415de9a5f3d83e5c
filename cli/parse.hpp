// entente parse: articles or CoNLL-U in, CoNLL-U with tags, trees and names out; no store is touched.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace entente::cli {

std::unique_ptr<Command> parse_command();

}  // namespace entente::cli
