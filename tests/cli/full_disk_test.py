#!/usr/bin/env python3
"""Fills the disk under `add` and `import`: a clear line and status 2, nothing acknowledged lost, and once there is room
the same command does its work.

    full_disk_test.py --entente BINARY --by tmpfs      a small disk of its own; 77 where one cannot be mounted
    full_disk_test.py --entente BINARY --by limit      no file may grow beyond a size (ulimit -f)
"""

import argparse
import json
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parent.parent
SKIPPED = 77
TYPES = ("Consult", "Threaten", "Accuse", "Coerce", "Protest")


def rows(count, seed):
    chance = random.Random(seed)
    return "".join(f"Actor {chance.randrange(300)}\t{chance.choice(TYPES)}\tActor {chance.randrange(300)}\t"
                   f"2014-{chance.randrange(12) + 1:02}-{chance.randrange(28) + 1:02}\t{seed}-{i}\n" for i in range(count))


class SmallDisk:
    """Some megabytes, of which a ballast leaves as much as is asked for."""

    def __init__(self, folder):
        self.folder = folder / "disk"
        self.folder.mkdir()
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", self.folder], capture_output=True,
                              text=True, check=False)
        if done.returncode != 0:
            print(f"skipped: no small disk can be mounted here ({done.stderr.strip()})")
            sys.exit(SKIPPED)

    def fill(self, free_bytes):
        # All there is, then some of it given back.
        ballast = self.folder / "ballast"
        with ballast.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(65536))
            except OSError:
                pass
        size = ballast.stat().st_size
        with ballast.open("rb+") as file:
            file.truncate(max(size - free_bytes, 0))

    def make_room(self):
        (self.folder / "ballast").unlink()

    def close(self):
        subprocess.run(["umount", self.folder], check=False)


class Limit:
    """Files of so many bytes at most."""

    def __init__(self, folder):
        self.folder = folder

    def fill(self, free_bytes):
        return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (free_bytes, free_bytes))

    def make_room(self):
        pass

    def close(self):
        pass


class Test:
    def __init__(self, entente, work, disk):
        self.entente, self.work, self.disk = entente, work, disk
        self.store = disk.folder / "store.db"
        self.wrong = 0

    def run(self, *arguments, store=None, before=None):
        return subprocess.run([self.entente, *map(str, arguments), "-s", store or self.store], capture_output=True,
                              text=True, preexec_fn=before, timeout=300, check=False)

    def expect(self, good, what):
        if not good:
            self.wrong += 1
            print(f"wrong: {what}")

    def events(self, store=None):
        return json.loads(self.run("stats", "--json", store=store).stdout)["events"]

    def graph(self, store):
        return self.run("export", "--format", "graphml", store=store).stdout

    def expect_full(self, done, what):
        self.expect(done.returncode == 2, f"{what}: status {done.returncode} of 2; {done.stdout}{done.stderr}")
        self.expect("free some space" in done.stderr and done.stderr.count("\n") == 1,
                    f"{what}: no clear line: {done.stderr}")

    def whole(self, what):
        done = self.run("check")
        self.expect(done.returncode == 0, f"{what}: {done.stdout}{done.stderr}")

    def import_on_a_full_disk(self, free_bytes):
        few, many = self.work / "few.tsv", self.work / "many.tsv"
        few.write_text(rows(500, 1))
        many.write_text(rows(60000, 2))
        self.expect(self.run("import", "-f", "tsv", "--columns", "source,type,target,date,id", "--source", "few", few)
                    .returncode == 0, "an import with room")
        acknowledged = self.events()
        before = self.disk.fill(free_bytes)
        command = ("import", "-f", "tsv", "--columns", "source,type,target,date,id", "--source", "many", many)
        self.expect_full(self.run(*command, before=before), f"import with {free_bytes} bytes left")
        self.expect(self.events() == acknowledged, "an import that failed changed the graph")
        self.disk.make_room()
        self.whole("after a failed import")
        done = self.run(*command)
        self.expect(done.returncode == 0, f"import with room again: {done.stderr}")
        self.expect(self.events() == acknowledged + 60000, "what was imported with room again")
        self.whole("after an import with room again")

    def add_on_a_full_disk(self, free_bytes):
        articles = sorted((TESTS / "articles").glob("*.txt"))
        self.store = self.disk.folder / "news.db"
        first = articles[:2]
        self.expect(self.run("add", *first).returncode == 0, "an addition with room")
        acknowledged = self.events()
        before = self.disk.fill(free_bytes)
        self.expect_full(self.run("add", *articles, before=before), f"add with {free_bytes} bytes left")
        self.expect(self.events() >= acknowledged, "articles are lost")
        self.disk.make_room()
        done = self.run("add", *articles)
        self.expect(done.returncode == 0, f"add with room again: {done.stderr}")
        self.whole("after an addition with room again")
        elsewhere = self.work / "elsewhere.db"
        self.run("add", *first, store=elsewhere)
        self.run("add", *articles, store=elsewhere)
        self.expect(self.graph(self.store) == self.graph(elsewhere), "the graph is not that of an unhindered addition")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--entente", required=True)
    options.add_argument("--by", choices=("tmpfs", "limit"), required=True)
    options = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="full-disk") as name:
        work = pathlib.Path(name)
        disk = SmallDisk(work) if options.by == "tmpfs" else Limit(work)
        try:
            test = Test(options.entente, work, disk)
            test.import_on_a_full_disk(200_000)
            test.add_on_a_full_disk(60_000)
        finally:
            disk.close()
    print("nothing wrong" if test.wrong == 0 else f"{test.wrong} wrong")
    return 0 if test.wrong == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
