// Where the reading model lies: as asked, as ENTENTE_MODEL says, beside the program, or in the source tree.
#pragma once

#include <filesystem>

namespace entente::extract {

// The first of these: `asked` unless empty; the environment's ENTENTE_MODEL unless empty; `reading.model` in
// the program's folder or in ../share/entente from there; the model of the tree that was built. The first two
// are taken at their word, whether a file is there or not. Throws ModelError when there is none, saying where
// it looked.
std::filesystem::path find_model(const std::filesystem::path& asked = {});

}  // namespace entente::extract
