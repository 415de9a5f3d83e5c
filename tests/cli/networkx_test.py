#!/usr/bin/env python3
"""Compares what entente answers of the whole graph with networkx on the GraphML that it exports.

    networkx_test.py --entente BINARY --store STORE

Ends with 77 (skipped) where there is no networkx.
"""

import argparse
import datetime
import itertools
import json
import pathlib
import random
import subprocess
import sys
import tempfile

try:
    import networkx as nx
    from networkx.algorithms import community
    from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python as pagerank  # needs no scipy
except ImportError:
    sys.exit(77)

UNATTESTED = 1_000_000
MOST_HOPS = 12
HALF_LIFE_DAYS = 1826


def ask(entente, store, *words, statuses=(0,)):
    done = subprocess.run([entente, *words, "-s", store], capture_output=True, text=True, check=False)
    assert done.returncode in statuses, (words, done.returncode, done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def exported(entente, store):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "graph.graphml"
        subprocess.run([entente, "export", "-s", store, "-o", str(file), "--no-evidence"], check=True, capture_output=True)
        graph = nx.read_graphml(file, force_multigraph=True)
    return nx.relabel_nodes(graph, {node: row["actor"] for node, row in graph.nodes(data=True)})


def both_ways(row):
    return row["kind"] == "relation" or row.get("mutual", 0) == 1


def pairs(graph):
    """Undirected, weighted by events and relations."""
    simple = nx.Graph()
    simple.add_nodes_from(graph.nodes)
    for source, target in graph.edges():
        weight = simple.get_edge_data(source, target, {"weight": 0})["weight"]
        simple.add_edge(source, target, weight=weight + 1)
    return simple


def as_told(graph):
    told = nx.DiGraph()
    told.add_nodes_from(graph.nodes)
    for source, target, row in graph.edges(data=True):
        told.add_edge(source, target)
        if both_ways(row):
            told.add_edge(target, source)
    return told


def same_scores(ours, theirs, within, name):
    assert set(ours) == set(theirs), name
    worst = max(ours, key=lambda actor: abs(ours[actor] - theirs[actor]))
    assert abs(ours[worst] - theirs[worst]) <= within, (name, worst, ours[worst], theirs[worst])


def check_ranks(entente, store, graph):
    def scores(*words):
        return {row["id"]: row["score"] for row in ask(entente, store, "rank", "-n", "0", "--json", *words)}

    simple = pairs(graph)
    same_scores(scores("--by", "degree"), dict(simple.degree()), 0, "degree")
    theirs = pagerank(as_told(graph), alpha=0.85, tol=1e-13, max_iter=1000, weight=None)
    same_scores(scores("--by", "pagerank"), theirs, 1e-6, "pagerank")
    same_scores(scores("--by", "betweenness"), nx.betweenness_centrality(simple), 1e-9, "betweenness")


def check_circles(entente, store, graph):
    def circles(*words):
        rows = ask(entente, store, *words, "-n", "0", "--members", "0", "--least", "1", "--json")
        return [frozenset(actor["id"] for actor in row["actors"]) for row in rows]

    simple = pairs(graph)
    assert set(circles("components")) == {frozenset(part) for part in nx.connected_components(simple)}
    strong = {frozenset(part) for part in nx.strongly_connected_components(as_told(graph))}
    assert set(circles("components", "--strong")) == strong
    ours = circles("communities")
    assert all(nx.is_connected(simple.subgraph(part)) for part in ours)
    found = community.modularity(simple, ours, weight="weight")
    theirs = max(community.modularity(simple, community.louvain_communities(simple, weight="weight", seed=seed),
                                      weight="weight") for seed in range(5))
    assert found >= theirs - 0.02, ("modularity", found, theirs)


def log2_thousandths(number):
    whole = number.bit_length() - 1
    return whole * 1000 + (number - (1 << whole)) * 1000 // (1 << whole)


def first_day(date):
    year, month, day = ([int(part) for part in date.split("-")] + [1, 1])[:3]
    return (datetime.date(year, month, day) - datetime.date(1970, 1, 1)).days


def walked(graph):
    """What paths walk: no derived relations."""
    kept = nx.MultiDiGraph()
    kept.add_nodes_from(graph.nodes)
    kept.add_edges_from((s, t, row) for s, t, row in graph.edges(data=True) if row.get("derived", 0) != 1)
    return kept


def seen(row):
    return row.get("date", "") or row.get("last", "")


def attested(kept, latest):
    strands = {}
    for source, target, row in kept.edges(data=True):
        key = (frozenset((source, target)), source, row["kind"], row["type"], row.get("status", ""), row.get("mutual", 0))
        strand = strands.setdefault(key, {"told": 0, "last": ""})
        strand["told"] += row["reports"] + row.get("sources", 0)
        strand["last"] = max(strand["last"], seen(row))
    graph = nx.Graph()
    for (ends, *_), strand in strands.items():
        one, other = ends
        halvings = 1
        if strand["last"] and latest:
            halvings = min(max((first_day(latest) - first_day(strand["last"])) // HALF_LIFE_DAYS, 0), 20)
        before = graph.get_edge_data(one, other, {"sum": 0})["sum"]
        graph.add_edge(one, other, sum=before + (strand["told"] * 1000 >> halvings))
    for _, _, row in graph.edges(data=True):
        doublings = log2_thousandths(1000 + row["sum"]) - log2_thousandths(1000)
        row["cost"] = UNATTESTED * 1000 // (1000 + doublings)
    return graph


def short_enough(paths):
    """The first three of no more than MOST_HOPS edges; the cheapest may be longer than that."""
    return [path for path in itertools.islice(paths, 100) if len(path) <= MOST_HOPS + 1][:3]


def check_paths(entente, store, graph):
    kept = walked(graph)
    simple = nx.Graph(kept.to_undirected(as_view=True))
    actors = sorted(node for node in kept if simple.degree(node) > 0)
    chosen = random.Random(3)
    found = 0
    for _ in range(25):
        one, other = chosen.sample(actors, 2)
        ours = ask(entente, store, "path", one, other, "-k", "3", "--max-hops", str(MOST_HOPS), "--json", statuses=(0, 1))[0]["paths"]
        theirs = []
        if nx.has_path(simple, one, other):
            paths = nx.shortest_simple_paths(simple, one, other)
            theirs = short_enough(paths)
        assert [path["hops"] for path in ours] == [len(path) - 1 for path in theirs], (one, other)
        found += len(ours)
        # Recency counts from whatever the ends are seen in, derived relations too.
        latest = max((seen(row) for end in (one, other) for _, _, row in
                      itertools.chain(graph.in_edges(end, data=True), graph.out_edges(end, data=True))), default="")
        costs = attested(kept, latest)
        ours = ask(entente, store, "path", one, other, "-k", "3", "--max-hops", str(MOST_HOPS), "-w", "--json",
                   statuses=(0, 1))[0]["paths"]
        theirs = []
        if nx.has_path(simple, one, other):
            paths = nx.shortest_simple_paths(costs, one, other, weight="cost")
            theirs = short_enough(paths)
        theirs = [nx.path_weight(costs, path, "cost") for path in theirs]
        assert [round(path["cost"] * UNATTESTED) for path in ours] == theirs, (one, other)
    assert found > 20, found


def check_common(entente, store, graph):
    simple = pairs(graph)
    busiest = sorted(simple, key=lambda node: (-simple.degree(node), node))[:6]
    for one, other in itertools.combinations(busiest, 2):
        row = ask(entente, store, "common", one, other, "-n", "0", "--json", statuses=(0, 1))[0]
        assert {near["actor"]["id"] for near in row["common"]} == set(nx.common_neighbors(simple, one, other))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entente", required=True)
    parser.add_argument("--store", required=True)
    given = parser.parse_args()
    graph = exported(given.entente, given.store)
    for check in (check_ranks, check_circles, check_paths, check_common):
        check(given.entente, given.store, graph)
        print(f"{check.__name__}: as networkx says")


if __name__ == "__main__":
    main()
