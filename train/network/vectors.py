"""First values of the student's word embeddings: the teacher's, reduced to 128 dimensions.

    UD=DIR python vectors.py teacher.pt raw.txt vectors.pt

Writes key -> (vector, whether the word is one piece of the teacher's vocabulary).
"""

import sys

import torch
from teacher import *
from features import wordhash, fold

ck = torch.load(sys.argv[1])
D = 128
E = ck["sd"]["bert.word.weight"].float()
vocab = wordpieces.tok.get_vocab()
inv = [None] * 30522
for k, v in vocab.items():
    inv[v] = k
train = load("ewt", "train") + load("gum", "train")
words = {}
for s in train:
    for w in s.form:
        words.setdefault("".join(fold(c) for c in w), w)
for l in open(sys.argv[2], encoding="utf8"):
    for w in l.split():
        w = norm(w)
        words.setdefault("".join(fold(c) for c in w), w)
rows = []
keys = []
whole = []
for i, p in enumerate(inv):
    if p and p.isascii() and p.isalpha() and len(p) > 1:
        keys.append(wordhash(p))
        rows.append(E[i])
        whole.append(True)
seen = set(keys)
for f, w in words.items():
    h = wordhash(w)
    if h in seen or not w:
        continue
    seen.add(h)
    ids = wordpieces.of(w)
    rows.append(E[ids].mean(0) if len(ids) > 1 else E[ids[0]])
    keys.append(h)
    whole.append(False)
X = torch.stack(rows)
mu = X.mean(0)
X = X - mu
U, S, V = torch.linalg.svd(X[:20000], full_matrices=False)
Y = X @ V[:D].T
print("explained", (S[:D] ** 2).sum() / (S**2).sum(), Y.shape, Y.std())
Y = Y / Y.std() * 0.15
torch.save({h: (y.clone(), w) for h, y, w in zip(keys, Y, whole)}, sys.argv[3])
