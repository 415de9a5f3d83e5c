#!/usr/bin/env bash
# Installs what the tests need, builds, and runs every test under the address and undefined-behaviour sanitizers, before
# that what is parallel under the thread sanitizer; the last lines are ctest's summary.
#
#     tests/run.sh              all of it
#     tests/run.sh -R REGEX     the tests whose names match (any of ctest's options), without the thread sanitizer
#     tests/run.sh --strict     all of it, and before it clang-tidy over all sources
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

cli/packages.sh test
jobs=$(nproc)
launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)

build() {  # build PRESET [TARGET...]
    local preset=$1
    shift
    mkdir -p build
    cmake --preset "$preset" "${launcher[@]}" >"build/$preset.log" 2>&1 || { cat "build/$preset.log" >&2; exit 2; }
    rm -f "build/$preset.log"
    cmake --build --preset "$preset" -j "$jobs" ${1:+--target "$@"}
}

if [ "${1:-}" = --strict ]; then
    shift
    echo "== clang-tidy"
    tests/tidy.sh
fi
if [ $# -eq 0 ]; then
    echo "== thread sanitizer"
    build tsan entente parallel_tests
    TSAN_OPTIONS="suppressions=$PWD/tests/tsan.supp halt_on_error=1" ctest --preset tsan -L parallel -j "$jobs"
fi
echo "== address and undefined-behaviour sanitizers"
build debug
exec ctest --preset debug -j "$jobs" "$@"
