#!/usr/bin/env python3
"""Holds what `entente parse` prints against what the official validator of Universal Dependencies asks for: its levels
1 and 2, and of level 3 what concerns the shape of trees. Also: reading the printed sentences again changes nothing.

    conllu_test.py --entente BINARY
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from golden import ROOT, sample_articles

GIVEN = argparse.Namespace()

UPOS = set("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
RELATIONS = set("""acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated
    expl fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative
    xcomp""".split())
# The subtypes and features that English treebanks use.
SUBTYPES = set("""acl:relcl advcl:relcl aux:pass cc:preconj compound:prt csubj:outer csubj:pass det:predet flat:foreign
    nmod:desc nmod:poss nmod:unmarked nsubj:outer nsubj:pass obl:agent obl:unmarked parataxis:discourse""".split())
FEATURES = {
    "Abbr": "Yes", "Case": "Acc Gen Nom", "Definite": "Def Ind", "Degree": "Cmp Pos Sup", "ExtPos": None, "Foreign": "Yes",
    "Gender": "Fem Masc Neut Fem,Masc", "Mood": "Imp Ind Sub", "NumForm": "Combi Digit Roman Word",
    "NumType": "Card Frac Mult Ord", "Number": "Plur Ptan Sing", "Person": "1 2 3", "Polarity": "Neg", "Polite": "Form",
    "Poss": "Yes", "PronType": "Art Dem Emp Ind Int Neg Prs Rcp Rel Tot", "Reflex": "Yes", "Style": None,
    "Tense": "Past Pres", "Typo": "Yes", "VerbForm": "Fin Ger Inf Part", "Voice": "Pass"}
HEAD_FIRST = {"conj", "fixed", "flat", "goeswith", "appos"}

NAME = re.compile(r"NER=[BI]-(PER|ORG|LOC|MISC)")
RANGE = re.compile(r"TokenRange=(\d+):(\d+)")

ODD_TEXTS = {
    "one letter": "a",
    "one full stop": ".",
    "no letters": "*** --- ... ??? 12,345.67 %",
    "capitals": "PRESIDENT VISITS GENEVA\n\nTHE PRESIDENT OF FRANCE MET THE CHANCELLOR OF GERMANY ON MONDAY.",
    "curly quotes": "“We can’t go on,” she said. ‘It’s over’ — the minister’s words – were clear.",
    "other scripts": "Президент встретился с министром. 大統領は東京で会談した。 التقى الرئيس بالوزير. שלום עולם.",
    "emoji": "The mayor 😀👍🏽 won 🎉🎉 in Oslo 🇳🇴.",
    "joined letters": "Cafe\u0301 Zoe\u0308 met Ame\u0301lie in Cura\u0327ao.",
    "no blanks": "He left the U.S.to join the E.U.mission;then(he said)he came back.",
    "tabs and blanks": "The\tminister \u00a0 said\u2003so .\r\nThen he\u200bleft\u00ad.",
    "very long word": "The " + "a" * 5000 + " fell.",
    "no full stop": "the rebels of the north and " * 400,
    "controls": "A \x01 bell \x07 rang \x0b in \x7f Rome.",
    "broken UTF-8": b"The min\xffister said \xc3 so.",
}


def parse(data, *arguments):
    data = data if isinstance(data, bytes) else data.encode()
    done = subprocess.run([GIVEN.entente, "parse", *arguments, "-"], input=data, capture_output=True, timeout=300,
                          check=False)
    return done.returncode, done.stdout.decode("utf-8", "strict"), done.stderr.decode()


def blocks_of(text):
    """Comments and rows of fields, by sentence."""
    for block in text.split("\n\n")[:-1]:
        lines = block.split("\n")
        yield [line for line in lines if line.startswith("#")], [line.split("\t") for line in lines if line[:1] != "#"]


class Validity(unittest.TestCase):
    """One method a concern; `check` runs all of them over an output."""

    def check(self, text):
        self.assertTrue(text == "" or text.endswith("\n\n"))
        self.assertNotIn("\n\n\n", text)
        ids = set()
        for comments, rows in blocks_of(text):
            with self.subTest(sentence=comments):
                self.comments(comments, rows, ids)
                self.lines(rows)
                self.tree(rows)
                self.inventories(rows)
                self.miscellany(rows)

    def comments(self, comments, rows, ids):
        told = [comment for comment in comments if comment.startswith("# sent_id = ")]
        self.assertEqual(len(told), 1)
        self.assertNotIn(told[0], ids)
        ids.add(told[0])
        texts = [comment[len("# text = "):] for comment in comments if comment.startswith("# text = ")]
        self.assertEqual(len(texts), 1)
        spelled = "".join(row[1] + ("" if "SpaceAfter=No" in row[9].split("|") else " ") for row in rows)
        self.assertEqual(texts[0], spelled.rstrip(" ") if spelled.endswith(" ") else spelled)
        self.assertEqual(texts[0], texts[0].strip())
        for comment in comments[1:]:
            self.assertFalse(comment.startswith("# newdoc"))

    def lines(self, rows):
        self.assertTrue(rows)
        for number, row in enumerate(rows, 1):
            self.assertEqual(len(row), 10)
            self.assertEqual(row[0], str(number))
            for column, field in enumerate(row):
                self.assertNotEqual(field, "")
                self.assertEqual(field, field.strip())
                self.assertNotIn("  ", field)
                if column not in (1, 2):
                    self.assertIsNone(re.search(r"\s", field), field)

    def tree(self, rows):
        heads = [int(row[6]) for row in rows]
        self.assertEqual(heads.count(0), 1)
        for at, head in enumerate(heads, 1):
            self.assertTrue(0 <= head <= len(rows))
            self.assertEqual(rows[at - 1][7] == "root", head == 0)
            seen, walk = set(), at
            while walk != 0:
                self.assertNotIn(walk, seen, "a cycle")
                seen.add(walk)
                walk = heads[walk - 1]
                if len(seen) > 60:
                    break  # long sentences: their other words walk the rest
            relation = rows[at - 1][7].split(":")[0]
            if relation in HEAD_FIRST:
                self.assertLess(head, at, rows[at - 1])
            if head != 0:
                self.assertEqual(relation == "punct", rows[at - 1][3] == "PUNCT", rows[at - 1])

    def inventories(self, rows):
        for row in rows:
            self.assertIn(row[3], UPOS)
            self.assertIn(row[7].split(":")[0], RELATIONS)
            if ":" in row[7]:
                self.assertIn(row[7], SUBTYPES)
            self.assertEqual(row[8], "_")
            if row[5] == "_":
                continue
            names = []
            for pair in row[5].split("|"):
                name, value = pair.split("=")
                names.append(name)
                self.assertIn(name, FEATURES, row)
                if FEATURES[name] is not None:
                    self.assertIn(value, FEATURES[name].split(), row)
            self.assertEqual(names, sorted(set(names), key=str.lower))

    def miscellany(self, rows):
        before, name = 0, "O"
        for row in rows:
            items = row[9].split("|")
            self.assertEqual(items, sorted(items))
            self.assertEqual(len(items), len(set(item.split("=")[0] for item in items)))
            for item in items:
                self.assertTrue(item == "SpaceAfter=No" or NAME.fullmatch(item) or RANGE.fullmatch(item), item)
            begin, end = map(int, RANGE.search(row[9]).groups())
            self.assertLessEqual(before, begin)
            self.assertLess(begin, end)
            before = end
            found = NAME.search(row[9])
            now = found.group(0)[4:] if found else "O"
            if now.startswith("I-"):
                self.assertEqual(name[1:], now[1:], "a name goes on that has not begun")
            name = now

    def test_our_articles(self):
        for article in sample_articles():
            with self.subTest(article=article):
                status, out, error = parse((ROOT / article).read_bytes())
                self.assertEqual((status, error), (0, ""))
                self.assertTrue(out)
                self.check(out)

    def test_odd_texts(self):
        for name, text in ODD_TEXTS.items():
            with self.subTest(text=name):
                status, out, _ = parse(text)
                self.assertEqual(status, 3 if name == "controls" else 0)  # what is no text is refused
                self.check(out)

    def test_token_ranges_point_at_the_words(self):
        for article in sample_articles():
            if not article.endswith(".txt"):
                continue
            given = (ROOT / article).read_bytes()
            for _, rows in blocks_of(parse(given)[1]):
                for row in rows:
                    begin, end = map(int, RANGE.search(row[9]).groups())
                    self.assertEqual(given[begin:end].decode(), row[1])

    def test_reading_the_output_again_changes_nothing(self):
        text = (ROOT / sample_articles()[0]).read_bytes()
        _, once, _ = parse(text)
        self.assertEqual(parse(once, "--input", "conllu")[1], once)
        self.assertEqual(parse(once, "--input", "conllu", "--keep", "trees")[1], once)


class Extraction(unittest.TestCase):
    def test_what_was_parsed_before_says_the_same(self):
        with tempfile.TemporaryDirectory() as folder:
            for article in sample_articles():
                if not article.endswith(".txt"):
                    continue
                with self.subTest(article=article):
                    parsed = pathlib.Path(folder) / (pathlib.Path(article).stem + ".conllu")
                    parsed.write_bytes(subprocess.run([GIVEN.entente, "parse", article], cwd=ROOT, check=True,
                                                      capture_output=True).stdout)
                    straight = self.extract(article)
                    again = self.extract("--input", "conllu", str(parsed))
                    for said in (straight, again):
                        for key in ("doc", "url", "source", "title"):
                            said.pop(key, None)
                        for record in said["actors"] + said["events"] + said["relations"]:
                            for key in ("mentions", "evidence", "trigger"):  # blanks and line ends may differ
                                record.pop(key, None)
                    self.assertEqual(straight, again)

    def extract(self, *arguments):
        done = subprocess.run([GIVEN.entente, "extract", *arguments], cwd=ROOT, check=True, capture_output=True)
        return json.loads(done.stdout)


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--entente", required=True, type=os.path.abspath)
    options.parse_known_args(namespace=GIVEN)
    unittest.main(argv=["conllu_test"])
