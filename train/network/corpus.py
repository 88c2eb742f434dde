"""Treebanks, recased copies, tree decoding and scores, shared by teacher and student."""

import gzip
import os

import numpy as np
import torch
import torch.nn as nn

UD = os.environ.get("UD", "treebanks")  # folder of en_ewt-*.conllu.gz and en_gum-*.conllu.gz
PLAIN = {
    "“": '"',
    "”": '"',
    "„": '"',
    "‘": "'",
    "’": "'",
    "–": "-",
    "—": "-",
    "…": "...",
    "\u00a0": " ",
    "´": "'",
    "`": "'",
}


def norm(s):
    """Typographic signs made plain, as Token.Norm has them."""
    return "".join(PLAIN.get(c, c) for c in s)


class Sent:
    __slots__ = ("form", "upos", "xpos", "head", "rel", "doc")


def load(tb, part):
    out = []
    doc = ""
    cur = None
    for l in gzip.open(f"{UD}/en_{tb}-{part}.conllu.gz", "rt", encoding="utf8"):
        l = l.rstrip("\n")
        if l.startswith("# newdoc id"):
            doc = l.split("=")[1].strip()
        if l.startswith("#"):
            continue
        if not l:
            if cur:
                out.append(cur)
                cur = None
            continue
        f = l.split("\t")
        if not f[0].isdigit():
            continue
        if cur is None:
            cur = Sent()
            cur.form = []
            cur.upos = []
            cur.xpos = []
            cur.head = []
            cur.rel = []
            cur.doc = doc
        cur.form.append(norm(f[1]))
        cur.upos.append(f[3])
        cur.xpos.append(f[4])
        cur.head.append(int(f[6]))
        cur.rel.append(f[7])
    if cur:
        out.append(cur)
    return out


SMALL = set("a an the of in on at to for by with and or as 's n't".split())


def recase(s, r):
    """A copy in capitals, title case or lower case for 11% of the sentences, else None."""
    x = r.random()
    if len(s.form) < 4 or x > 0.11:
        return None
    if x < 0.03:
        f = str.upper
    elif x < 0.08:
        f = lambda w: w if w.lower() in SMALL else w[:1].upper() + w[1:]
    else:
        f = str.lower
    c = Sent()
    for a in Sent.__slots__:
        setattr(c, a, getattr(s, a))
    c.form = [f(w) for w in s.form]
    return c


def batches(lens, size, rng=None, jitter=3):
    """Places of sentences of like length, about so many words or pieces a batch; with rng, in some order."""
    out, cur = [], []
    for i in sorted(range(len(lens)), key=lambda i: lens[i] + (rng.random() * jitter if rng else 0)):
        if cur and (len(cur) + 1) * lens[i] > size:
            out.append(cur)
            cur = []
        cur.append(i)
    if cur:
        out.append(cur)
    if rng:
        rng.shuffle(out)
    return out


def base(r):
    return r.split(":")[0]


def mst(score):
    """Best heads for score[dependent, head], row and column 0 the root: one tree, one root."""
    n = score.shape[0] - 1
    s = score.astype(np.float64).copy()
    s[0, :] = -1e9
    for i in range(n + 1):
        s[i, i] = -1e9
    h = s.argmax(1)
    h[0] = 0

    def ok(h):
        if (h[1:] == 0).sum() != 1:
            return False
        for i in range(1, n + 1):
            j = i
            c = 0
            while j != 0:
                j = h[j]
                c += 1
                if c > n:
                    return False
        return True

    if ok(h):
        return h
    # try: single root candidates by best root scores
    best = None
    bs = -1e18
    for r in s[1:, 0].argsort()[::-1][:3] + 1:
        t = s.copy()
        t[1:, 0] = -1e9
        t[r, :] = -1e9
        t[r, 0] = s[r, 0]
        hh = cle(t)
        v = sum(t[i, hh[i]] for i in range(1, n + 1))
        if v > bs:
            bs = v
            best = hh
    return best


def cle(s):
    """Chu and Liu (1965), Edmonds (1967)."""
    n = s.shape[0]
    h = s.argmax(1)
    h[0] = 0
    # find cycle
    color = [0] * n
    cyc = None
    for i in range(1, n):
        path = []
        j = i
        while j != 0 and color[j] == 0:
            color[j] = i
            path.append(j)
            j = h[j]
        if j != 0 and color[j] == i:
            cyc = [j]
            k = h[j]
            while k != j:
                cyc.append(k)
                k = h[k]
            break
    if cyc is None:
        return h
    cs = set(cyc)
    rest = [i for i in range(n) if i not in cs]
    m = len(rest) + 1
    t = np.full((m, m), -1e9)
    idx = {v: i for i, v in enumerate(rest)}
    src = {}
    dst = {}
    cycsum = sum(s[v, h[v]] for v in cyc)
    for i in rest:
        for j in rest:
            if i != j:
                t[idx[i], idx[j]] = s[i, j]
        # i <- cycle
        j = max(cyc, key=lambda c: s[i, c])
        t[idx[i], m - 1] = s[i, j]
        src[i] = j
    for j in rest:
        v = max(cyc, key=lambda c: s[c, j] - s[c, h[c]])
        t[m - 1, idx[j]] = s[v, j] - s[v, h[v]] + cycsum
        dst[j] = v
    t[0, :] = -1e9
    hh = cle(t)
    out = h.copy()
    for i in rest:
        if i == 0:
            continue
        out[i] = src[i] if hh[idx[i]] == m - 1 else rest[hh[idx[i]]]
    p = rest[hh[m - 1]]
    v = dst[p]
    out[v] = p
    return out


class Biaffine(nn.Module):
    def __init__(s, d, o, bx=True, by=True):
        super().__init__()
        s.w = nn.Parameter(torch.zeros(o, d + bx, d + by))
        s.bx = bx
        s.by = by

    def forward(s, x, y):
        if s.bx:
            x = torch.cat([x, torch.ones_like(x[..., :1])], -1)
        if s.by:
            y = torch.cat([y, torch.ones_like(y[..., :1])], -1)
        return torch.einsum("bxi,oij,byj->bxyo", x, s.w, y)


RELS = ["nsubj", "obj", "obl", "ccomp", "xcomp", "conj", "appos", "nmod", "acl", "advcl"]


@torch.no_grad()
def parsed(m, sents, places, batch, relscore, TAGS, RELS):
    """A teacher's tags, XPOS, heads and relations of each sentence; places are those of each batch."""
    m.eval()
    res = [None] * len(sents)
    for bi in places:
        ss = [sents[i] for i in bi]
        with torch.autocast("cpu", torch.bfloat16):
            tag, arc, rd, rh = m(batch(ss))
        heads = torch.zeros(len(ss), arc.shape[1], dtype=torch.long)
        A = torch.log_softmax(arc, -1).numpy()
        for k, s in enumerate(ss):
            n = len(s.form)
            heads[k, : n + 1] = torch.tensor(mst(A[k, : n + 1, : n + 1]))
        rs = relscore(m, rd, rh, heads).float()
        rs[:, :, RELS.index("root")] -= 1e4
        t, r = tag.argmax(-1), rs.argmax(-1)
        for k, i in enumerate(bi):
            n = len(ss[k].form)
            res[i] = (
                [TAGS[j][0] for j in t[k, :n]],
                [TAGS[j][1] for j in t[k, :n]],
                heads[k, 1 : n + 1].tolist(),
                ["root" if heads[k, j + 1] == 0 else RELS[r[k, j + 1]] for j in range(n)],
            )
    m.train()
    return res


def score(sents, pred, rels=False, name=""):
    n = u = x = ua = la = 0
    g = {}
    p = {}
    c = {}
    for s, (pu, px, ph, pr) in zip(sents, pred):
        for i in range(len(s.form)):
            n += 1
            u += s.upos[i] == pu[i]
            x += s.xpos[i] == px[i]
            ok = s.head[i] == ph[i]
            ua += ok
            b, q = base(s.rel[i]), base(pr[i])
            ok = ok and b == q
            la += ok
            g[b] = g.get(b, 0) + 1
            p[q] = p.get(q, 0) + 1
            c[b] = c.get(b, 0) + ok
    r = f"{name} UPOS {100*u/n:.2f} XPOS {100*x/n:.2f} UAS {100*ua/n:.2f} LAS {100*la/n:.2f}"
    if rels:
        r += " | " + " ".join(f"{k} {200*c.get(k,0)/max(1,g.get(k,0)+p.get(k,0)):.1f}" for k in RELS)
    return r
