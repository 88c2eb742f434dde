"""What the teachers think, on the average, of the training sentences, of recased copies, and of raw text.

    UD=DIR MPNET=DIR python annotate.py minilm.pt mpnet.pt raw.txt soft.pt [PART PARTS]

raw.txt has a sentence a line, tokens parted by blanks. PART of PARTS takes every so many-th sentence, so
that several processes can share the work; the student reads all their files.
"""

import random
import sys

import mpnet
import teacher
import torch
from corpus import *

torch.set_num_threads(1)


def ready(module, path):
    """A teacher with its weights, and the names of its tags and relations."""
    ck = torch.load(path)
    m = module.Teacher(len(ck["tags"]), len(ck["rels"]))
    m.load_state_dict(ck["sd"])
    return m.eval(), (ck["tags"], ck["rels"])


def raw(path):
    out = []
    for l in open(path, encoding="utf8"):
        w = [x for x in (norm(x) for x in l.split()) if x]
        if 3 <= len(w) <= 100:
            s = Sent()
            s.form, n = w, len(w)
            s.upos, s.xpos, s.head, s.rel, s.doc = ["X"] * n, ["X"] * n, [0] * n, ["root"] * n, "raw"
            out.append(s)
    return out


def mean(parts):
    """The logarithm of the sum of distributions."""
    return torch.logsumexp(torch.stack([torch.log_softmax(p.float(), -1) for p in parts]), 0)


teachers = [(module, *ready(module, path)) for module, path in zip((teacher, mpnet), sys.argv[1:])]
TAGS, RL = teachers[0][2]
assert all(names == (TAGS, RL) for _, _, names in teachers)
part, parts = (int(x) for x in sys.argv[5:7]) if len(sys.argv) > 5 else (0, 1)
rng = random.Random(7)
train = load("ewt", "train") + load("gum", "train")
R = raw(sys.argv[3])
sents = (
    train
    + [c for c in (recase(s, rng) for s in train) if c]
    + R
    + [c for c in (recase(s, rng) for s in R) if c]
)
mine = list(range(part, len(sents), parts))
print(len(train), len(R), len(sents), len(mine), flush=True)
res = {}
with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
    for at in batches([len(sents[i].form) for i in mine], 1500):
        ss = [sents[mine[i]] for i in at]
        said = [(module, m, *m(module.batch(ss))) for module, m, _ in teachers]
        tag = mean([x[2] for x in said])
        arc = mean([x[3] for x in said])
        A = arc.argmax(-1)
        rel = mean([module.relscore(m, rd, rh, A) for module, m, _, _, rd, rh in said])
        for k, i in enumerate(at):
            n = len(ss[k].form)
            res[mine[i]] = (
                tag[k, :n].to(torch.bfloat16),
                arc[k, 1 : n + 1, : n + 1].to(torch.bfloat16).clone(),
                A[k, 1 : n + 1].to(torch.int16),
                rel[k, 1 : n + 1].to(torch.bfloat16),
            )
        if len(res) % 4000 < len(at):
            print(len(res), flush=True)
torch.save(
    dict(forms={i: sents[i].form for i in mine}, ntrain=len(train), res=res, tags=TAGS, rels=RL), sys.argv[4]
)
