#!/usr/bin/env bash
# Measures entente and prints a table: tests/bench/run.sh [EVENTS] [ARTICLES]   (100000 events, 1000 articles)
#
# Builds the preset `bench`, generates a store of that many events, asks it from fresh processes and from one
# that stays, and adds that many articles (the samples of tests/articles, varied) on one thread and on two.
# Figures belong to the machine and its load: compare them with each other and over time.
set -euo pipefail
cd "$(dirname "$0")/../.."

events=${1:-100000}
articles=${2:-1000}
build=${ENTENTE_BENCH_BUILD:-build/bench}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [[ -z ${ENTENTE_BENCH_BUILD:-} ]]; then
    cmake --preset bench >"$work/configure.log" || { cat "$work/configure.log"; exit 2; }
    cmake --build "$build" --target entente generate_store store_bench >"$work/build.log" ||
        { tail -30 "$work/build.log"; exit 2; }
fi
find_program() { find "$build" -type f -name "$1" -perm -u+x | head -1; }
entente=$(find_program entente)
generate_store=$(find_program generate_store)
store_bench=$(find_program store_bench)
measure() { python3 tests/bench/whole_process.py "$@"; }

echo "== A store of $events generated events"
store=$work/generated.db
"$generate_store" "$store" "$events" | tee "$work/generated.txt"
named() { awk -v what="$1" '$1 == what {print $2; exit}' "$work/generated.txt"; }

echo
echo "== Whole processes                              median         best          peak memory"
measure 21 "entente --version (nothing done)" "$entente" --version
measure 21 "neighbors of a typical actor" "$entente" neighbors "$(named typical)" -s "$store"
measure 21 "neighbors of the busiest actor" "$entente" neighbors "$(named busiest)" -s "$store"
measure 21 "path between two typical actors" "$entente" path "$(named typical)" "$(named another)" -s "$store"
measure 21 "events of a typical actor" "$entente" events --actor "$(named typical)" -s "$store"
measure 3 "export to GraphML" "$entente" export --format graphml -o "$work/graph.graphml" -s "$store"

echo
echo "== Questions to an open store"
ENTENTE_BENCH_STORE=$store "$store_bench" --benchmark_min_time=0.3 2>/dev/null

echo
echo "== Importing ten times as many events, without articles"
python3 tests/bench/event_rows.py "$((events * 10))" >"$work/rows.tsv"
started=$(date +%s.%N)
measure 1 "import: wall, wall, peak" "$entente" import -f tsv "$work/rows.tsv" -s "$work/imported.db"
awk -v from="$started" -v to="$(date +%s.%N)" -v events="$((events * 10))" \
    -v bytes="$(du -sb "$work/imported.db" | cut -f1)" \
    'BEGIN {printf "  %.0f events/s, %.1f bytes/event\n", events / (to - from), bytes / events}'
measure 21 "neighbors of one in the middle" "$entente" neighbors "Person 100 of 299" -s "$work/imported.db"
measure 21 "neighbors of the busiest" "$entente" neighbors "Republic 0" -s "$work/imported.db"
measure 21 "path between two" "$entente" path "Person 100 of 299" "Person 2 of 599" -s "$work/imported.db"
measure 7 "the busiest's latest events" "$entente" events --actor "Republic 0" -n 20 -s "$work/imported.db"
measure 7 "everybody's events of a month" "$entente" events --since 2015-03 --until 2015-03 -n 20 -s "$work/imported.db"
measure 3 "stats" "$entente" stats -s "$work/imported.db"
measure 1 "export to GraphML: wall, wall, peak" "$entente" export -o "$work/imported.graphml" -s "$work/imported.db"
echo
echo "== Questions to the imported store, open"
ENTENTE_BENCH_STORE=$work/imported.db "$store_bench" --benchmark_min_time=0.3 2>/dev/null

echo
echo "== Adding $articles articles"
python3 tests/bench/many_articles.py "$articles" tests/articles/*.txt \
    >"$work/articles.jsonl" 2>"$work/words.txt"
for threads in 1 2; do
    started=$(date +%s.%N)
    measure 1 "add on $threads thread(s): wall, wall, peak" \
        "$entente" add --threads "$threads" -s "$work/added$threads.db" "$work/articles.jsonl"
    awk -v from="$started" -v to="$(date +%s.%N)" -v articles="$articles" -v words="$(cat "$work/words.txt")" \
        'BEGIN {s = to - from; printf "  %.1f articles/s, %.0f words/s\n", articles / s, words / s}'
done

echo
echo "== Reading $articles articles: tokens, tags, trees, names as CoNLL-U, one thread"
measure 5 "parse of one sentence (the model loaded)" sh -c "echo 'Oil rose in Geneva.' | '$entente' parse -"
started=$(date +%s.%N)
measure 1 "parse: wall, wall, peak" "$entente" parse "$work/articles.jsonl"
awk -v from="$started" -v to="$(date +%s.%N)" -v words="$(cat "$work/words.txt")" \
    'BEGIN {printf "  %.0f words/s\n", words / (to - from)}'
