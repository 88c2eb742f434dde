"""More raw text for the teacher: the Country Reports on Human Rights Practices of the U.S. Department of
State, 2016 to 2024, which are in the public domain, as JSON Lines for `demarche parse`.

    git clone https://github.com/InsideClimateNews/2025-08-state-department-human-rights reports
    python rights.py reports > rights.jsonl
    demarche parse rights.jsonl | python history.py --sentences 1300000 | head -34000 > rights.txt
"""

import hashlib
import html
import json
import os
import re
import sys

SHARE = 8  # a paragraph in so many is taken


def paragraphs(path):
    text = open(path, encoding="utf8", errors="replace").read()
    for p in re.findall(r"<p\b[^>]*>(.*?)</p>", text, flags=re.S):
        p = html.unescape(re.sub(r"<[^>]+>", "", p)).replace("\u00a0", " ")
        p = re.sub(r"\s+", " ", p).strip()
        if len(p.split()) >= 12 and p[-1] in ".”\"":
            yield p


seen = set()
for year in sorted(os.listdir(sys.argv[1] + "/html")):
    for name in sorted(os.listdir(f"{sys.argv[1]}/html/{year}")):
        kept = []
        for p in paragraphs(f"{sys.argv[1]}/html/{year}/{name}"):
            key = hashlib.sha256(p.encode()).digest()
            if key[0] % SHARE == 0 and key not in seen and p[:60] not in seen:
                seen.update((key, p[:60]))  # the same paragraph comes back year after year
                kept.append(p)
        if kept:
            print(json.dumps({"id": f"{year}/{name}", "text": "\n\n".join(kept)}))
