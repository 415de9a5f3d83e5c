"""Reads what graphml_sample wrote with networkx and igraph and compares it with what was meant.

    graphml_read_back.py GRAPHML_SAMPLE_PROGRAM

Exit status 0 the same, 1 a difference (printed), 77 neither reader is installed (skipped).
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter

try:
    import networkx
except ImportError:
    networkx = None
try:
    import igraph
except ImportError:
    igraph = None


def known(attributes):
    """Without what a reader makes of an absent value."""
    return {
        name: value
        for name, value in attributes.items()
        if value is not None and value != "" and value == value  # NaN is not itself
    }


def same_row(meant, read):
    """Every attribute that was meant is there, and none that was meant to be absent."""
    for name, value in meant.items():
        there = read.get(name)
        if value == "":
            if there is not None:
                return False
        elif isinstance(value, str):
            if there != value:
                return False
        elif there is None or abs(there - value) > 1e-9:
            return False
    return True


def compare(reader, kind, meant, read, key):
    meant_by_key = {key(row): row for row in meant}
    read_by_key = {key(row): row for row in read}
    assert len(read) == len(meant), f"{reader}: {len(read)} {kind}s read, {len(meant)} written"
    assert meant_by_key.keys() == read_by_key.keys(), f"{reader}: other {kind}s"
    for name, row in meant_by_key.items():
        other = read_by_key[name]
        assert same_row(row, other), f"{reader}: {kind} {name}\n  meant {row}\n  read  {other}"


def check(reader, expected, nodes, edges):
    compare(reader, "node", expected["nodes"], nodes, lambda row: row["actor"])
    compare(reader, "edge", expected["edges"], edges, lambda row: (row["event"], row["source"], row["target"]))
    with_evidence = sum("evidence" in row and "article" in row for row in edges)
    assert with_evidence == len(edges), f"{reader}: {len(edges) - with_evidence} edges without evidence"
    print(f"{reader}: {len(nodes)} nodes and {len(edges)} edges as written")


def networkx_rows(path):
    graph = networkx.read_graphml(path)
    assert graph.is_directed() and graph.is_multigraph()
    actor = {node: data["actor"] for node, data in graph.nodes(data=True)}
    nodes = [known(data) for _, data in graph.nodes(data=True)]
    edges = [
        known(data) | {"source": actor[source], "target": actor[target]}
        for source, target, data in graph.edges(data=True)
    ]
    return nodes, edges


def igraph_rows(path):
    graph = igraph.Graph.Read_GraphML(path)
    assert graph.is_directed()
    nodes = [known(vertex.attributes()) for vertex in graph.vs]
    edges = [
        known(edge.attributes())
        | {"source": graph.vs[edge.source]["actor"], "target": graph.vs[edge.target]["actor"]}
        for edge in graph.es
    ]
    ids = Counter(edge["id"] for edge in graph.es)
    assert max(ids.values()) == 1, "igraph: an edge id is there twice"
    return nodes, edges


def main(program):
    readers = {"networkx": networkx and networkx_rows, "igraph": igraph and igraph_rows}
    missing = [name for name, rows in readers.items() if rows is None]
    for name in missing:
        print(f"skipped: python3-{name} is not installed")
    if len(missing) == len(readers):
        return 77
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, folder], check=True)
        with open(f"{folder}/expected.json", encoding="utf-8") as file:
            expected = json.load(file)
        for name, rows in readers.items():
            if rows is None:
                continue
            check(name, expected, *rows(f"{folder}/sample.graphml"))
            _, aggregated = rows(f"{folder}/aggregated.graphml")
            assert len(aggregated) == expected["aggregated_edges"], f"{name}: aggregated edges differ"
            groups = Counter((row["source"], row["type"], row["target"]) for row in aggregated)
            assert max(groups.values()) == 1, f"{name}: a group is there twice"
            events = sum(row["events"] for row in aggregated if row["kind"] == "event")
            meant = sum(row["kind"] == "event" for row in expected["edges"])
            assert events == meant, f"{name}: {events} events in groups, {meant} alone"
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1]))
    except AssertionError as difference:
        print(difference)
        sys.exit(1)
