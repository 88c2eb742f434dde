"""Raw text for the teacher: the history publications of the U.S. Department of State, which are in the
public domain, as JSON Lines for `demarche parse`.

    git clone https://github.com/HistoryAtState/milestones      (and frus-history, other-publications, rdcr)
    python history.py FOLDER > history.jsonl
    demarche parse history.jsonl | python history.py --sentences > history.txt
"""

import html
import json
import os
import random
import re
import sys

PARTS = (
    ("milestones", r"^chapters/.*xml$"),
    ("frus-history", r"^(monograph/frus-history.xml|articles/.*xml|events/.*xml|documents/19[5-9].*xml)$"),
    ("other-publications", r"^(short-history|views-from-the-embassy|buildings|vietnam-guide)/.*xml$"),
    ("rdcr", r"^articles/.*xml$"),
)
WORDS = int(sys.argv[2]) if len(sys.argv) > 2 else 560_000  # about so many are taken


def documents(folder):
    """Prints a document for each file: its paragraphs of eight words or more, without notes."""
    for repo, wanted in PARTS:
        top = os.path.join(folder, repo)
        for path in sorted(os.path.join(d, f) for d, _, files in os.walk(top) for f in files):
            name = os.path.relpath(path, top)
            if not re.match(wanted, name):
                continue
            text = open(path, encoding="utf8", errors="replace").read()
            text = re.sub(r"<note\b.*?</note>", "", text, flags=re.S)
            text = re.sub(r"<(teiHeader|bibl|listBibl|back|front)\b.*?</\1>", "", text, flags=re.S)
            paragraphs = []
            for p in re.findall(r"<p\b[^>]*>(.*?)</p>", text, flags=re.S):
                p = html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", p))).strip()
                if len(p.split()) >= 8:
                    paragraphs.append(p)
            if paragraphs:
                print(json.dumps({"id": repo + "/" + name, "text": "\n\n".join(paragraphs)}))


def sentences(lines):
    """Prints sentences of 6 to 45 words once each, in a seeded order, tokens parted by blanks."""
    seen, out, words = set(), [], []
    for line in lines:
        line = line.rstrip("\n")
        if line and line[0] != "#":
            field = line.split("\t")
            if "-" not in field[0]:
                words.append(field[1].replace(" ", ""))
        elif not line and words:
            s = " ".join(words)
            if 6 <= len(words) <= 45 and s not in seen and sum(c.isalpha() for c in s) > 0.6 * len(s):
                seen.add(s)
                out.append(s)
            words = []
    random.Random(1).shuffle(out)
    taken = 0
    for s in out:
        if taken > WORDS:
            break
        taken += len(s.split())
        print(s)


if sys.argv[1] == "--sentences":
    sentences(sys.stdin)
else:
    documents(sys.argv[1])
