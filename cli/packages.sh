#!/usr/bin/env bash
# Installs the Debian packages that entente needs, and says which; quiet when all are there.
#
#     cli/packages.sh build     what it takes to build and run entente
#     cli/packages.sh test      the same, and what the tests need
set -euo pipefail

build=(build-essential cmake ninja-build pkg-config
    librocksdb-dev libboost-graph-dev nlohmann-json3-dev libcli11-dev libfmt-dev
    libicu-dev libxml2-dev libzstd-dev libxxhash-dev
    # what RocksDB's own CMake file asks for
    zlib1g-dev libbz2-dev liblz4-dev libsnappy-dev libgflags-dev)
test=(libgtest-dev libgmock-dev libbenchmark-dev
    clang clang-format clang-tidy shellcheck
    python3 python3-networkx python3-igraph)

case "${1:-build}" in
    build) wanted=("${build[@]}") ;;
    test) wanted=("${build[@]}" "${test[@]}") ;;
    *) echo "usage: cli/packages.sh build|test" >&2; exit 2 ;;
esac

missing=()
for package in "${wanted[@]}"; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        echo "packages.sh: neither root nor sudo here; as root run: apt-get install ${missing[*]}" >&2
        exit 2
    }
    as_root=(sudo)
fi
echo "Installing from Debian: ${missing[*]}" >&2
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
