#!/usr/bin/env bash
# Kills imports, additions and merges at random moments, and asks each time whether the store is whole.
#
#     tests/soak.sh ENTENTE [ROUNDS] [SEED]      200 rounds; the test run does a tenth of them
#
# An import that said it was done must be there after any later kill; one that was killed must be there whole or not
# at all, and so must what a killed merge brings of one data set, and all of it when the same merge has run again.
# `entente check` must find nothing wrong. Ends with 1 at the first round where that fails.
set -uo pipefail
entente=$(realpath "${1:?usage: soak.sh ENTENTE [ROUNDS] [SEED]}")
rounds=${2:-200}
RANDOM=${3:-7}
articles=$(realpath "$(dirname "$0")/articles")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2

# Made up rows: who meets whom, of so many actors, from a given row on.
rows() { awk -v from="$1" -v count="$2" 'BEGIN {
    for (i = from; i < from + count; ++i)
        printf "Actor %d\tConsult\tActor %d\t2014-%02d-%02d\n", i * 7919 % 613, i * 104729 % 577, i % 12 + 1, i % 28 + 1 }'; }
events() { "$entente" stats -s store.db --json | sed 's/.*"events":\([0-9]*\).*/\1/'; }

acknowledged=0
next=0
for ((round = 1; round <= rounds; ++round)); do
    rows "$next" 20000 >rows.tsv
    next=$((next + 20000))
    if ((round % 4 == 0)); then
        "$entente" add "$articles" -s store.db >/dev/null 2>&1 &
    elif ((round % 4 == 2)); then
        rm -rf shard.db
        "$entente" import -f tsv --source "round $round" rows.tsv -s shard.db >/dev/null 2>&1
        "$entente" merge shard.db -s store.db >/dev/null 2>&1 &
    else
        "$entente" import -f tsv --source "round $round" rows.tsv -s store.db >/dev/null 2>&1 &
    fi
    victim=$!
    pause=$((RANDOM % 1500))
    sleep "$((pause / 1000)).$(printf '%03d' $((pause % 1000)))"
    kill -9 "$victim" 2>/dev/null
    wait "$victim" 2>/dev/null
    status=$?
    [[ -e store.db/ENTENTE ]] || continue
    # A writer first: it picks up what the killed one left, and joins articles that wait.
    "$entente" ingest /dev/null -s store.db >/dev/null 2>&1
    if ! "$entente" check -s store.db >check.txt 2>&1; then
        echo "round $round: the store is not whole after a kill"
        cat check.txt
        exit 1
    fi
    if ((round % 4 == 2)); then
        half=$(events)
        if ((half != acknowledged && half != acknowledged + 20000)); then
            echo "round $round: a merge is there by half: $acknowledged events before, $half now"
            exit 1
        fi
        "$entente" merge shard.db -s store.db >/dev/null 2>&1
        status=0
    fi
    there=$(events)
    if ((there < acknowledged)); then
        echo "round $round: $acknowledged events were acknowledged, and $there are there"
        exit 1
    fi
    if ((status == 0 && round % 4 != 0 && there < acknowledged + 20000)); then
        echo "round $round: an import said it was done, and $there events are there"
        exit 1
    fi
    if ((round % 4 != 0 && (there - acknowledged) % 20000 != 0)); then
        echo "round $round: an import is there by half: $acknowledged events before, $there now"
        exit 1
    fi
    acknowledged=$there
done
echo "$rounds kills, the store whole after each, $acknowledged events in it"
