#!/usr/bin/env bash
# Writes down what the program says now as what it should say; read the difference before you commit it.
#
#     tests/cli/update_golden.sh [BINARY] [CASE...]     BINARY: build/debug/cli/entente; CASE: all folders of golden/
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
binary=$(realpath "${1:-$here/../../build/debug/cli/entente}")
[ $# -eq 0 ] || shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cases=("$@")
[ ${#cases[@]} -gt 0 ] || cases=("$here"/golden/*)
python3 "$here/golden.py" --entente "$binary" --store "$folder/sample.db" --build
python3 "$here/golden.py" --entente "$binary" --store "$folder/sample.db" --update "${cases[@]}"
git -C "$here" --no-pager diff --stat -- golden
