#!/usr/bin/env python3
"""Holds the answers of the program against each other: laws that must hold whatever the articles say.

    answers_test.py --entente BINARY --store STORE      STORE: of the sample articles (golden.py --build)
"""

import argparse
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree as xml

from golden import ROOT, sample_articles

GIVEN = argparse.Namespace()


def entente(*arguments, cwd=ROOT, store=None, stdin=None):
    """Runs a command; its standard output, with the status beside it."""
    environment = {**os.environ, "ENTENTE_STORE": str(store or GIVEN.store)}
    done = subprocess.run([GIVEN.entente, *arguments], cwd=cwd, env=environment, input=stdin, capture_output=True,
                          timeout=300, check=False, stdin=None if stdin is not None else subprocess.DEVNULL)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def answer(*arguments, **more):
    """The answer in JSON of a command that must answer."""
    status, out, error = entente(*arguments, "--json", **more)
    assert status == 0, f"entente {' '.join(arguments)} ended with {status}: {error}"
    return json.loads(out)


def lines(*arguments, **more):
    status, out, error = entente(*arguments, "--json", **more)
    assert status in (0, 1), f"entente {' '.join(arguments)} ended with {status}: {error}"
    return [json.loads(line) for line in out.splitlines()]


class Actors(unittest.TestCase):
    def test_every_actor_is_found_by_its_id(self):
        for actor in lines("actors", "--limit", "40"):
            self.assertEqual(answer("show", actor["id"])["id"], actor["id"])

    def test_the_count_is_that_of_stats(self):
        self.assertEqual(len(lines("actors", "--limit", "0")), answer("stats")["actors"])

    def test_case_and_accents_of_a_name_do_not_matter(self):
        for name in ("IRAN", "iran", "Iràn"):
            self.assertEqual(answer("show", name)["id"], "iran")

    def test_types_and_countries_are_those_asked_for(self):
        people = lines("actors", "--type", "person", "--limit", "0")
        self.assertTrue(people)
        self.assertEqual({actor["type"] for actor in people}, {"person"})
        self.assertEqual({actor["country"] for actor in lines("actors", "--country", "irn")}, {"IRN"})


class Neighbors(unittest.TestCase):
    def test_what_goes_out_of_one_comes_in_at_the_other(self):
        actor = answer("stats")["busiest"][0]["id"]
        for row in answer("neighbors", actor, "--direction", "out", "--limit", "10")["neighbors"]:
            back = answer("neighbors", row["actor"]["id"], "--direction", "in", "--limit", "0")["neighbors"]
            events = {other["actor"]["id"]: other["events"] for other in back}
            self.assertEqual(events.get(actor), row["events"], row["actor"]["id"])

    def test_only_the_types_asked_for_are_told(self):
        actor = answer("stats")["busiest"][0]["id"]
        for row in answer("neighbors", actor, "--type", "ACCUSE,CONSULT")["neighbors"]:
            self.assertLessEqual({tie["type"] for tie in row["ties"]}, {"ACCUSE", "CONSULT"})


class Paths(unittest.TestCase):
    def test_a_path_runs_from_the_one_to_the_other_over_edges_that_join(self):
        busiest = [actor["id"] for actor in answer("stats")["busiest"]]
        told = 0
        for other in busiest[1:6]:
            status, out, _ = entente("path", busiest[0], other, "-k", "3", "--json")
            found = json.loads(out)
            self.assertEqual(status, 0 if found["paths"] else 1)
            hops = [path["hops"] for path in found["paths"]]
            self.assertEqual(hops, sorted(hops))
            for path in found["paths"]:
                self.check(path, busiest[0], other)
                told += 1
        self.assertGreater(told, 0)

    def check(self, path, start, end):
        chain = [actor["id"] for actor in path["actors"]]
        self.assertEqual((chain[0], chain[-1]), (start, end))
        self.assertEqual(len(set(chain)), len(chain), "a path has no loop")
        self.assertEqual([(step["from"], step["to"]) for step in path["steps"]], list(zip(chain, chain[1:])))
        for step in path["steps"]:
            self.assertTrue(step["edges"])
            for edge in step["edges"]:
                ends = {edge.get("from"), edge.get("to"), *edge.get("actors", []), *edge.get("recipients", [])}
                self.assertLessEqual({step["from"], step["to"]}, ends)


class Events(unittest.TestCase):
    def test_events_come_in_order_of_time(self):
        dates = [event["date"] or "" for event in lines("events", "--limit", "0")]
        self.assertTrue(dates)
        self.assertEqual(dates, sorted(dates))

    def test_dates_are_within_the_bounds(self):
        dated = [event["date"] for event in lines("events", "--limit", "0") if event["date"]]
        middle = sorted(dated)[len(dated) // 2][:4]
        found = lines("events", "--since", middle, "--until", middle, "--limit", "0")
        self.assertTrue(found)
        self.assertEqual({event["date"][:4] for event in found}, {middle})

    def test_what_did_not_happen_is_told_only_when_asked(self):
        told = lines("events", "--limit", "0")
        self.assertFalse({event["status"] for event in told} & {"negation", "hypothetical"})
        self.assertGreaterEqual(len(lines("events", "--limit", "0", "--all-statuses")), len(told))

    def test_every_event_says_why(self):
        for event in lines("events", "--limit", "60", "--all-statuses"):
            why = answer("why", event["id"])
            self.assertEqual(len(why["evidence"]), event["reports"])
            self.assertGreaterEqual(event["reports"], event["sources"])
            for report in why["evidence"]:
                begin, end = report["sentence_span"]
                self.assertLess(begin, end)
                if report["trigger"]:
                    self.assertTrue(begin <= report["trigger_span"][0] < report["trigger_span"][1] <= end)
                if report["article"]["doc"].endswith(".txt"):
                    text = (ROOT / report["article"]["doc"]).read_bytes()
                    self.assertEqual(text[begin:end].decode(), report["sentence"])


class Export(unittest.TestCase):
    def test_graphml_holds_every_actor_and_parses(self):
        status, out, error = entente("export", "-o", "-")
        self.assertEqual(status, 0, error)
        space = "{http://graphml.graphdrawing.org/xmlns}"
        graph = xml.fromstring(out).find(f"{space}graph")
        nodes = {node.get("id") for node in graph.iter(f"{space}node")}
        self.assertEqual(len(nodes), answer("stats")["actors"])
        edges = list(graph.iter(f"{space}edge"))
        self.assertTrue(edges)
        self.assertEqual(len({edge.get("id") for edge in edges}), len(edges))
        for edge in edges:
            self.assertLessEqual({edge.get("source"), edge.get("target")}, nodes)

    def test_a_file_is_written_whole(self):
        with tempfile.TemporaryDirectory() as folder:
            status, out, _ = entente("export", "-o", f"{folder}/a.graphml")
            self.assertEqual((status, out), (0, ""))
            self.assertEqual([path.name for path in pathlib.Path(folder).iterdir()], ["a.graphml"])
            self.assertEqual(pathlib.Path(folder, "a.graphml").read_text(), entente("export", "-o", "-")[1])


class Adding(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.store = pathlib.Path(self.folder.name) / "new.db"

    def tearDown(self):
        self.folder.cleanup()

    def add(self, *arguments, **more):
        return entente("add", *arguments, store=self.store, **more)

    def export(self, store):
        status, out, error = entente("export", "-o", "-", "--all-statuses", store=store)
        self.assertEqual(status, 0, error)
        return out

    def test_order_threads_and_runs_do_not_show(self):
        articles = sample_articles()
        half = len(articles) // 2
        self.assertEqual(self.add("--threads", "4", *reversed(articles[half:]))[0], 0)
        self.assertEqual(self.add("--threads", "1", *reversed(articles[:half]))[0], 0)
        self.assertEqual(self.export(self.store), self.export(GIVEN.store))

    def test_the_same_again_changes_nothing(self):
        articles = sample_articles()[:4]
        self.add(*articles)
        before = self.export(self.store)
        again = answer("add", *articles, store=self.store)
        self.assertEqual((again["new"], again["unchanged"], again["before"]), (0, len(articles), again["after"]))
        self.assertEqual(self.export(self.store), before)

    def test_a_removed_article_leaves_no_trace(self):
        articles = sample_articles()[:3]
        self.add(*articles[:2])
        before = self.export(self.store)
        self.add(articles[2])
        self.assertNotEqual(self.export(self.store), before)
        self.assertEqual(entente("remove", articles[2], store=self.store)[0], 0)
        self.assertEqual(self.export(self.store), before)

    def test_a_new_version_replaces_the_old(self):
        article = pathlib.Path(self.folder.name) / "news.txt"
        article.write_text("Title: One\nDate: 2015-03-14\n\nFrance accused Russia of lying on Saturday.\n")
        self.add(str(article))
        article.write_text("Title: One\nDate: 2015-03-14\n\nGermany accused Iran of lying on Saturday.\n")
        summary = answer("add", str(article), store=self.store)
        self.assertEqual((summary["replaced"], summary["after"]["articles"]), (1, 1))
        self.assertEqual(entente("show", "France", store=self.store)[0], 1)
        self.assertEqual(entente("show", "Germany", store=self.store)[0], 0)

    def test_extract_keeps_the_order_of_the_input_on_any_threads(self):
        records = "".join(json.dumps({"id": f"a{number}", "text": "France praised Germany. " * (1 + number % 50)}) + "\n"
                          for number in range(400)).encode()
        one = entente("extract", "-", "--threads", "1", stdin=records)
        four = entente("extract", "-", "--threads", "4", stdin=records)
        self.assertEqual(one[0], 0, one[2])
        self.assertEqual([json.loads(line)["id"] for line in one[1].splitlines()], [f"a{n}" for n in range(400)])
        self.assertEqual(one[1], four[1])

    def test_an_interrupt_keeps_what_was_finished(self):
        records = "".join(json.dumps({"id": f"a{number}", "source": "Test", "text": "France accused Russia. " * 20}) + "\n"
                          for number in range(50))
        process = subprocess.Popen([GIVEN.entente, "add", "-s", str(self.store), "-"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        process.stdin.write(records)
        process.stdin.flush()
        # The last of them waits in the reader until more comes; wait until the others have arrived.
        time.sleep(3)
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 130, error)
        self.assertGreater(answer("stats", store=self.store)["articles"], 0)


class Stores(unittest.TestCase):
    """Stores that cannot be used as they are."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.store = pathlib.Path(self.folder.name) / "new.db"

    def tearDown(self):
        self.folder.cleanup()

    def test_a_second_writer_is_refused_while_readers_go_on(self):
        article = sample_articles()[0]
        self.assertEqual(entente("add", article, store=self.store)[0], 0)
        first = subprocess.Popen([GIVEN.entente, "add", "-s", str(self.store), "-"], stdin=subprocess.PIPE,
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            # The first one holds the lock from the moment it waits for its input. It is asked for without writing:
            # a second `add` that came too early would take the lock from the first.
            self.assertTrue(self.locked_by(first.pid), "the first writer never took the lock")
            status, _, error = entente("add", article, store=self.store)
            self.assertEqual(status, 2)
            self.assertIn("another process", error)
            self.assertEqual(len(error.splitlines()), 1, error)
            self.assertEqual(entente("stats", store=self.store)[0], 0)
        finally:
            first.communicate(timeout=60)

    def locked_by(self, process):
        """Waits until the process holds a lock on the store's LOCK file; False when it never does."""
        inode = next(self.store.rglob("LOCK")).stat().st_ino
        for _ in range(600):
            for lock in pathlib.Path("/proc/locks").read_text().splitlines():
                fields = lock.split()
                if fields[4:5] == [str(process)] and fields[5].endswith(f":{inode}"):
                    return True
            time.sleep(0.1)
        return False

    @unittest.skipIf(os.geteuid() == 0, "root may write and read everywhere")
    def test_folders_without_permission_are_named(self):
        closed = pathlib.Path(self.folder.name) / "closed"
        closed.mkdir(mode=0o500)
        status, _, error = entente("add", sample_articles()[0], store=closed / "new.db")
        self.assertEqual((status, len(error.splitlines())), (2, 1))
        self.assertIn(str(closed), error)
        closed.chmod(0)
        status, _, error = entente("extract", str(closed), sample_articles()[0])
        self.assertEqual(status, 3, error)
        self.assertIn("closed", error)
        closed.chmod(0o700)


class Input(unittest.TestCase):
    """Inputs too large to keep beside a golden case."""

    def test_a_line_of_a_million_characters_is_read(self):
        with tempfile.TemporaryDirectory() as folder:
            long = pathlib.Path(folder) / "long.txt"
            long.write_text("France accused Russia of lying, and " * 1500 + "ha" * 475000)
            status, out, error = entente("extract", str(long))
            self.assertEqual(status, 0, error)
            self.assertEqual(json.loads(out)["id"], "long")

    def test_an_article_of_seventy_megabytes_is_refused_by_name(self):
        with tempfile.TemporaryDirectory() as folder:
            huge = pathlib.Path(folder) / "huge.txt"
            huge.write_text("France accused Russia of lying.\n\n" * (70 * 1024 * 1024 // 33))
            status, _, error = entente("extract", str(huge), str(ROOT / sample_articles()[0]))
            self.assertEqual(status, 3, error)
            self.assertIn("huge.txt", error)

    def test_a_reader_that_goes_away_ends_the_program_quietly(self):
        done = subprocess.run(f"set -o pipefail; '{GIVEN.entente}' export -s '{GIVEN.store}' -o - | head -n 1", shell=True,
                              executable="/bin/bash", capture_output=True, timeout=120, check=False)
        self.assertIn(done.returncode, (0, 141))
        self.assertEqual(done.stderr, b"" if done.returncode == 141 else done.stderr)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entente", required=True, type=lambda given: str(pathlib.Path(given).resolve()))
    parser.add_argument("--store", required=True, type=lambda given: pathlib.Path(given).resolve())
    _, rest = parser.parse_known_args(namespace=GIVEN)
    unittest.main(argv=[sys.argv[0], *rest])
