#!/usr/bin/env bash
# clang-tidy over every source of the project (checks and their reasons: .clang-tidy), on all cores.
#
#     tests/tidy.sh            all sources
#     tests/tidy.sh FILE...    these
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# A configuration of its own: clang does not read the precompiled headers that g++ makes.
folder=build/tidy
cmake -S . -B "$folder" -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON \
    -DENTENTE_TESTS=OFF >"/tmp/entente-tidy-$$.log" 2>&1 || { cat "/tmp/entente-tidy-$$.log" >&2; exit 2; }
rm -f "/tmp/entente-tidy-$$.log"

if [ $# -gt 0 ]; then files=("$@"); else
    # The trainers need Eigen, which nothing else does, and are not part of this configuration.
    mapfile -t files < <(find extract graph store cli -name '*.cpp' -not -path 'extract/train/*' | sort)
fi
printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P "$(nproc)" clang-tidy -p "$folder" --quiet 2>/dev/null
