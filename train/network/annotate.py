"""What the teacher thinks of the training sentences, of recased copies, and of raw text.

    UD=DIR python annotate.py teacher.pt raw.txt soft.pt

raw.txt has a sentence a line, tokens parted by blanks.
"""

import random
import sys

import torch
from teacher import *

ck = torch.load(sys.argv[1])
TAGS, RL = ck["tags"], ck["rels"]
m = Teacher(len(TAGS), len(RL))
m.load_state_dict(ck["sd"])
m.eval()
rng = random.Random(7)
train = load("ewt", "train") + load("gum", "train")


def raw():
    out = []
    for l in open(sys.argv[2], encoding="utf8"):
        w = [norm(x) for x in l.split()]
        w = [x for x in w if x]
        if 3 <= len(w) <= 100:
            s = Sent()
            s.form = w
            n = len(w)
            s.upos = ["X"] * n
            s.xpos = ["X"] * n
            s.head = [0] * n
            s.rel = ["root"] * n
            s.doc = "raw"
            out.append(s)
    return out


R = raw()
sents = (
    train
    + [c for c in (recase(s, rng) for s in train) if c]
    + R
    + [c for c in (recase(s, rng) for s in R) if c]
)
print(len(train), len(R), len(sents))
res = [None] * len(sents)
with torch.no_grad():
    for bi in batches(sents, 3000):
        ss = [sents[i] for i in bi]
        b = batch(ss)
        with torch.autocast("cpu", torch.bfloat16):
            tag, arc, rd, rh = m(b)
        A = arc.argmax(-1)
        # relation at each candidate: at best head only
        rs = relscore(m, rd.float(), rh.float(), A)
        for k, i in enumerate(bi):
            n = len(ss[k].form)
            res[i] = (
                tag[k, :n].to(torch.bfloat16).clone(),
                arc[k, 1 : n + 1, : n + 1].to(torch.bfloat16).clone(),
                A[k, 1 : n + 1].to(torch.int16).clone(),
                rs[k, 1 : n + 1].to(torch.bfloat16).clone(),
            )
torch.save(dict(forms=[s.form for s in sents], ntrain=len(train), res=res, tags=TAGS, rels=RL), sys.argv[3])
