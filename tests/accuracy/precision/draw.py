#!/usr/bin/env python3
"""Draws events at random, to be judged by a person who did not write the code.

    draw.py [--program entente] [--count 100] [--seed 1] [--own FOLDER]... [--other FOLDER]... > drawn.jsonl

Every article below the folders is read by `entente extract`; of all events of all of them COUNT are drawn. One line
an event: article, type, mode, status, actors, recipients and place by name, date, trigger, what fired. Where the
article is our own (--own) the sentence stands in full; of other people's text (--other) nothing is written but
where it stands: the article's id and the span in bytes. Beside every event is room for a verdict:
"type": null, "actors": null, "recipients": null, to be set to true or false, and "note".

The same folders, seed and program give the same lines.

    draw.py --show drawn.jsonl --other FOLDER      prints each event with its sentence, for those who judge
    draw.py --tally drawn.jsonl                    what share is right
"""
import argparse
import json
import pathlib
import random
import subprocess
import sys


def articles(folders):
    for folder in folders:
        path = pathlib.Path(folder)
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and file.suffix in (".txt", ".html", ".jsonl", ".json") and "gold" not in file.parts:
                yield file


def extracted(program, folders):
    files = [str(file) for file in articles(folders)]
    if not files:
        return []
    run = subprocess.run([program, "extract", "--text", *files], stdout=subprocess.PIPE, check=False)
    if run.returncode not in (0, 3):
        sys.exit(f"draw.py: {program} extract failed with status {run.returncode}")
    lines = [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]
    return [line for line in lines if "error" not in line]


def described(article, event, own):
    names = {actor["id"]: actor["name"] for actor in article["actors"]}
    row = {"article": article["id"], "title": article["title"] if own else None, "date": article["date"],
           "span": event["evidence_span"]}
    if own:
        row["sentence"] = event["evidence"]
    row["trigger"] = event["trigger"]
    row["trigger_span"] = event["trigger_span"]
    for key in ("type", "mode", "status"):
        row[key] = event[key]
    for side in ("actors", "recipients"):
        row[side] = [names.get(actor, actor) for actor in event[side]]
    row["happened"] = event["date"]
    row["place"] = names.get(event["place"], event["place"])
    row["fired"] = event["fired"]
    row["confidence"] = event["confidence"]
    row["verdict"] = {"type": None, "actors": None, "recipients": None, "note": ""}
    return row


def draw(options):
    events = []
    for folders, own in ((options.own, True), (options.other, False)):
        for article in extracted(options.program, folders):
            events += [(article, event, own) for event in article["events"]]
    events.sort(key=lambda row: (not row[2], row[0]["id"], row[1]["evidence_span"], row[1]["trigger_span"],
                                 row[1]["type"]))
    chosen = random.Random(options.seed).sample(range(len(events)), min(options.count, len(events)))
    for i in chosen:
        print(json.dumps(described(*events[i]), ensure_ascii=False))
    print(f"draw.py: {len(chosen)} of {len(events)} events", file=sys.stderr)


def read(path):
    return [json.loads(line) for line in open(path, encoding="utf-8")]


def show(options):
    texts = {}
    for folders in (options.own, options.other):
        for article in extracted(options.program, folders):
            texts[article["id"]] = article["text"].encode("utf-8")
    for number, row in enumerate(read(options.show), 1):
        begin, end = row["span"]
        sentence = row.get("sentence") or texts.get(row["article"], b"")[begin:end].decode("utf-8", "replace")
        print(f"{number}. {row['article']} ({row['date']})\n   {' '.join(sentence.split())}")
        print(f"   '{row['trigger']}': {row['type']} {row['mode'] or ''} {row['status'] or ''} "
              f"{', '.join(row['actors'])} -> {', '.join(row['recipients'])}\n")


def tally(options):
    rows = [row["verdict"] for row in read(options.tally)]
    judged = [row for row in rows if row["type"] is not None]
    for key in ("type", "actors", "recipients"):
        print(f"{key}: {sum(bool(row[key]) for row in judged)} of {len(judged)} right")
    whole = sum(bool(row["type"] and row["actors"] and row["recipients"]) for row in judged)
    print(f"type and both roles: {whole} of {len(judged)} right")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="entente")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--own", action="append", default=[])
    parser.add_argument("--other", action="append", default=[])
    parser.add_argument("--show")
    parser.add_argument("--tally")
    options = parser.parse_args()
    if options.tally:
        tally(options)
    elif options.show:
        show(options)
    else:
        draw(options)


if __name__ == "__main__":
    main()
