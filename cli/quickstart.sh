#!/usr/bin/env bash
# From nothing to answers: installs what entente needs, builds it, reads articles into ./entente.db and asks.
#
#     cli/quickstart.sh              the sample articles of tests/articles
#     cli/quickstart.sh PATH...      your own: .txt, .html, .json, .jsonl, or folders of them
#
# Works from any folder and again and again: what is installed, built or read already is not done twice.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
store=entente.db
graphml=entente.graphml

"$root/cli/packages.sh" build

build() {
    local log="$root/build/quickstart.log"
    mkdir -p "$root/build"
    local launcher=()
    command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    echo "Building entente in $root/build/release (a few minutes the first time)" >&2
    (cd "$root" &&
        cmake --preset release "${launcher[@]}" &&
        cmake --build --preset release -j "$(nproc)" --target entente) >"$log" 2>&1 || {
        cat "$log" >&2
        echo "quickstart.sh: the build failed; the log above is $log" >&2
        exit 2
    }
}

build
entente() { "$root/build/release/cli/entente" "$@"; }

# The sample articles are what lies in tests/articles itself: its folder gold/ and its README are no articles.
articles=("$@")
if [ ${#articles[@]} -eq 0 ]; then
    while IFS= read -r -d '' file; do
        articles+=("$file")
    done < <(find "$root/tests/articles" -maxdepth 1 -type f \
        \( -name '*.txt' -o -name '*.html' -o -name '*.json' -o -name '*.jsonl' \) -print0 | sort -z)
fi

# Shows a command as one would type it, then runs it.
show() {
    printf '\n$ entente'
    printf ' %q' "$@"
    printf '\n'
    entente "$@"
}

printf '\n$ entente add -s %s ...  # %s inputs\n' "$store" "${#articles[@]}"
status=0
entente add -s "$store" "${articles[@]}" || status=$?
# 3: some inputs could not be read, and were named; the rest is there.
[ "$status" -eq 0 ] || [ "$status" -eq 3 ] || exit "$status"

mapfile -t busiest < <(entente actors -s "$store" --by neighbors --limit 12 --ids)
if [ ${#busiest[@]} -eq 0 ]; then
    echo "quickstart.sh: no actors were found in these articles" >&2
    exit 1
fi
show stats -s "$store"
show neighbors -s "$store" "${busiest[0]}" --limit 8

# Two busy actors that are not neighbours, so that the path has something to tell; else any two that are joined.
two_ends() {
    local i j hops any=""
    for ((i = 0; i < ${#busiest[@]}; ++i)); do
        for ((j = i + 1; j < ${#busiest[@]}; ++j)); do
            hops=$(entente path -s "$store" "${busiest[i]}" "${busiest[j]}" -k 1 --json 2>/dev/null |
                sed -n 's/.*"hops":\([0-9]*\).*/\1/p' || true)
            [ -n "$hops" ] || continue
            [ -n "$any" ] || any="${busiest[i]} ${busiest[j]}"
            if [ "$hops" -ge 2 ]; then
                echo "${busiest[i]} ${busiest[j]}"
                return
            fi
        done
    done
    echo "$any"
}
read -r from to <<<"$(two_ends)"
if [ -n "$from" ]; then
    show path -s "$store" "$from" "$to"
fi

show export -s "$store" --format graphml -o "$graphml"
cat <<END

The graph is in $PWD/$store; $PWD/$graphml is for networkx, igraph, Gephi and yEd.
Ask on:  $root/build/release/cli/entente --help
END
