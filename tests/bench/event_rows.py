#!/usr/bin/env python3
"""event_rows.py EVENTS [SEED]: made up events as tsv (source, type, target, date), shaped like GDELT and ICEWS.

One actor for twenty events, their popularity falling as rank^-0.9; a fifth as many pairs as events, with weights of a
Pareto law (0.95), so that a fifth of the pairs has some four fifths of the events; each pair leans to one quad class;
twenty years of dates in order. The same seed gives the same rows.
"""
import bisect
import datetime
import itertools
import random
import sys

TYPES = ("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN "
         "SANCTION PROTEST MOBILIZE COERCE ASSAULT").split()
ROLES = ["Police", "Government", "Rebels", "Ministry", "Citizens", "Court"]


def name(rank):
    if rank < 60:
        return f"Republic {rank}"
    if rank % 3 == 0:
        return f"{ROLES[rank % len(ROLES)]} {rank} (Republic {rank % 60})"
    return f"Person {rank % 199} of {rank}"


def main():
    events = int(float(sys.argv[1]))
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 20260101).random
    actors = max(events // 20, 10)
    popularity = list(itertools.accumulate((rank + 1) ** -0.9 for rank in range(actors)))
    pairs = []
    for _ in range(max(events // 5, 10)):
        ends = [bisect.bisect(popularity, chance() * popularity[-1]) for _ in range(2)]
        pairs.append((*ends, int(chance() * 4)))
    weights = list(itertools.accumulate(min((1 - chance()) ** (-1 / 0.95), events / 100) for _ in pairs))
    first = datetime.date(2005, 1, 1)
    days = [(first + datetime.timedelta(days=day)).isoformat() for day in range(20 * 365)]
    for event in range(events):
        source, target, mood = pairs[bisect.bisect(weights, chance() * weights[-1]) % len(pairs)]
        kind = TYPES[mood * 4 + int(chance() * 4)] if chance() < 0.6 else TYPES[int(chance() * 16)]
        print(name(source), kind, name(target), days[event * len(days) // events], sep="\t")


if __name__ == "__main__":
    main()
