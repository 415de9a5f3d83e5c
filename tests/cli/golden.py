#!/usr/bin/env python3
"""Runs the built program as a user would and compares what it says with what is expected.

    golden.py --entente BINARY --store STORE --build              builds STORE from the sample articles
    golden.py --entente BINARY --store STORE CASE...              runs cases (folders of golden/)
    golden.py --entente BINARY --store STORE --update CASE...     writes down what they say now

A case is a folder with `args`, a line or more of bash in which `entente` is the program, $STORE the store of the sample
articles and articles/ those articles; it runs in a fresh folder. Beside it lie `stdout`, `status` (0 when there is no such
file) and, where the messages matter, `stderr`. What differs from run to run (sizes, folders) is replaced by a word.
"""

import argparse
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parent.parent
ROOT = TESTS.parent
WIDTH = 76


def sample_articles():
    """The sample articles, named from the root of the repository, in order of name."""
    endings = {".txt", ".html", ".json", ".jsonl"}
    return sorted(str(path.relative_to(ROOT)) for path in (TESTS / "articles").iterdir() if path.suffix in endings)


def steady(text, folder, store):
    text = text.replace(str(folder), "FOLDER").replace(str(store), "STORE").replace(str(ROOT), "ROOT")
    text = re.sub(r"[\d.]+ MB on disk", "N MB on disk", text)
    return re.sub(r'"bytes":\d+', '"bytes":N', text)


def environment(entente, store):
    keep = {name: value for name, value in os.environ.items() if name not in ("ENTENTE_STORE", "NO_COLOR")}
    return {**keep, "PATH": f"{pathlib.Path(entente).resolve().parent}:{os.environ['PATH']}", "STORE": str(store),
            "LC_ALL": "C.UTF-8", "TERM": "dumb"}


def run(case, entente, store):
    with tempfile.TemporaryDirectory(prefix="golden") as name:
        folder = pathlib.Path(name)
        (folder / "articles").symlink_to(TESTS / "articles")
        done = subprocess.run(["bash", "-c", (case / "args").read_text()], cwd=folder, capture_output=True, timeout=120,
                              env=environment(entente, store), stdin=subprocess.DEVNULL, check=False)
        said = {name: steady(out.decode("utf-8", "backslashreplace"), folder, store)
                for name, out in (("stdout", done.stdout), ("stderr", done.stderr))}
        return {**said, "status": f"{done.returncode}\n"}


def side_by_side(wanted, got):
    """Two columns; a line that differs has a mark between."""
    def columns(left, mark, right):
        return f"  {left[:WIDTH]:<{WIDTH}} {mark} {right[:WIDTH]}"

    wanted, got = wanted.splitlines(), got.splitlines()
    rows = [columns("expected", " ", "said")]
    for tag, a, b, c, d in difflib.SequenceMatcher(None, wanted, got, autojunk=False).get_opcodes():
        left, right = wanted[a:b], got[c:d]
        if tag == "equal" and len(left) > 6:
            left = right = left[:2] + ["..."] + left[-2:]
        for row in range(max(len(left), len(right))):
            rows.append(columns(left[row] if row < len(left) else "", " " if tag == "equal" else "|",
                                right[row] if row < len(right) else ""))
    return "\n".join(rows)


def compare(case, said):
    """True when the case says what it should; prints the difference when not."""
    good = True
    for stream in ("status", "stdout", "stderr"):
        file = case / stream
        if stream == "stderr" and not file.exists():
            continue
        wanted = file.read_text() if file.exists() else ("0\n" if stream == "status" else "")
        if said[stream] != wanted:
            good = False
            print(f"{case.name}: {stream} differs\n{side_by_side(wanted, said[stream])}\n")
    if not good:
        print(f"{case.name} ran:\n{(case / 'args').read_text()}\nstandard error was:\n{said['stderr']}")
        print("if the new answer is right: tests/cli/update_golden.sh")
    return good


def update(case, said):
    (case / "stdout").write_text(said["stdout"])
    if (case / "stderr").exists():
        (case / "stderr").write_text(said["stderr"])
    if said["status"] == "0\n":
        (case / "status").unlink(missing_ok=True)
    else:
        (case / "status").write_text(said["status"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entente", required=True)
    parser.add_argument("--store", required=True, type=lambda given: pathlib.Path(given).resolve())
    parser.add_argument("--build", action="store_true")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("cases", nargs="*", type=pathlib.Path)
    given = parser.parse_args()
    if given.build:
        subprocess.run(["rm", "-rf", str(given.store)], check=True)
        command = [given.entente, "add", "-s", str(given.store), *sample_articles()]
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    good = True
    for case in given.cases:
        said = run(case, given.entente, given.store)
        if given.update:
            update(case, said)
        else:
            good = compare(case, said) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
