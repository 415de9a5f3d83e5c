#!/usr/bin/env python3
"""Many articles out of a few: many_articles.py COUNT FILE.txt... > articles.jsonl; words go to stderr.

Each article of a sample comes again and again with an id of its own, a date ten days later and its
paragraphs turned by one, so that no two are the same text and few tell the same event.
"""
import datetime
import json
import pathlib
import sys


def body(path):
    """The text behind the front matter."""
    text = path.read_text(encoding="utf-8")
    head, _, rest = text.partition("\n\n")
    return rest if head.startswith(("Title:", "Date:", "Source:", "URL:")) else text


def main():
    count, paths = int(sys.argv[1]), sys.argv[2:]
    bodies = [body(pathlib.Path(path)).strip().split("\n\n") for path in paths]
    words = 0
    for number in range(count):
        paragraphs = bodies[number % len(bodies)]
        turn = number // len(bodies) % len(paragraphs)
        text = "\n\n".join(paragraphs[turn:] + paragraphs[:turn])
        words += len(text.split())
        day = datetime.date(1990, 1, 1) + datetime.timedelta(days=10 * (number // len(bodies)))
        article = {"id": str(number), "source": "Bench", "date": day.isoformat(), "text": text}
        print(json.dumps(article, ensure_ascii=False))
    print(words, file=sys.stderr)


if __name__ == "__main__":
    main()
