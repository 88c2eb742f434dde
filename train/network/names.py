"""Names for swapped and made-up clauses, from the actor lexicon.

python names.py ../../data/lexicon names.json
"""

import glob
import json
import re
import sys

folder = sys.argv[1] + "/"


def rows(path):
    for line in open(path, encoding="utf8"):
        if not line.startswith(("#", "code\t", "name\t")) and line.strip():
            yield line.rstrip("\n").split("\t")


def parts(cell):
    """The names of a cell, without their dates and sectors."""
    return [re.split("[@=]", n)[0].strip() for n in re.split(r"[;|,]\s*", cell)]


places, adjectives, first, last = set(), set(), set(), set()
for r in rows(folder + "states.tsv"):
    cells = [r[1]] + parts(r[5] if len(r) > 5 else "")
    places.update(n for n in cells if re.fullmatch(r"[A-Z][\w'-]+", n) and not n.isupper())
    adjectives.update(n for n in parts(r[3]) if re.fullmatch(r"[A-Z][a-z]+", n))
for path in glob.glob(folder + "people/*.tsv"):
    for r in rows(path):
        w = r[0].split()
        if len(w) == 2 and all(re.fullmatch(r"[A-Z][\w']+", x) for x in w):
            first.add(w[0])
            last.add(w[1])
lists = dict(places=sorted(places), adj=sorted(adjectives), first=sorted(first), sur=sorted(last))
json.dump(lists, open(sys.argv[2], "w"))
