"""The student: the network that ships, fitted to gold trees and to what the teacher thinks.

    UD=DIR PRE=vectors.pt python student.py SEED EPOCHS student.pt soft.pt

INIT=student.pt goes on from there. H is the width of the recurrent layers, TAGS how much the tags
count beside the trees. SWAP=1 adds copies of gold sentences with other names in
them, SYN=N adds N made-up clauses to each epoch; both need names.json.
"""

import json
import os
import random
import sys
import time
from collections import Counter

import features
import numpy as np
import torch
import torch.nn as nn
import torch.distributed as dist
import torch.nn.functional as F
from corpus import *
from features import AFF, NAFF, NSHAPE, affixes, casing, wordhash

torch.set_num_threads(int(os.environ.get("THREADS", 1)))
D = int(os.environ.get("D", 128))
H = int(os.environ.get("H", 160))
AD = 128
RD = 96


class Student(nn.Module):
    def __init__(s, nword, ntag, nrel):
        super().__init__()
        s.word = nn.Embedding(nword, D)
        s.aff = nn.Embedding(AFF, D)
        s.shp = nn.Embedding(NSHAPE, D)
        for e in (s.word, s.aff, s.shp):
            nn.init.normal_(e.weight, std=0.12)
        s.f = nn.ModuleList([nn.LSTM(D, H, batch_first=True), nn.LSTM(2 * H, H, batch_first=True)])
        s.b = nn.ModuleList([nn.LSTM(D, H, batch_first=True), nn.LSTM(2 * H, H, batch_first=True)])
        for l in list(s.f) + list(s.b):
            nn.init.zeros_(l.bias_hh_l0)
            nn.init.zeros_(l.bias_ih_l0)
            l.bias_hh_l0.requires_grad = False
            with torch.no_grad():
                l.bias_ih_l0[H : 2 * H] = 1.0
            for k in range(4):
                nn.init.orthogonal_(l.weight_hh_l0.data[k * H : (k + 1) * H])
        s.tag = nn.Linear(2 * H, ntag)
        s.mlp = nn.Linear(2 * H, 2 * AD + 2 * RD)
        s.q = nn.Linear(AD, AD)
        nn.init.zeros_(s.q.weight)
        nn.init.eye_(s.q.weight)
        s.q.weight.data *= 0.3
        s.u = nn.Linear(AD, 1)
        s.root = nn.Parameter(torch.randn(AD) * 0.05)
        s.rootr = nn.Parameter(torch.randn(RD) * 0.05)
        s.dist = nn.Parameter(torch.zeros(66))
        s.rel = nn.Linear(RD, nrel)

    def bi(s, k, x, flip):
        g = lambda t: t.gather(1, flip[:, :, None].expand(-1, -1, t.shape[-1]))
        a, _ = s.f[k](x)
        b, _ = s.b[k](g(x))
        return torch.cat([a, g(b)], -1)

    def forward(s, b, drop=0.3):
        tr = s.training
        w = b["word"]
        if tr:
            w = torch.where(torch.rand(w.shape) < 0.12, torch.zeros_like(w), w)
        x = s.word(w) + s.aff(b["aff"]).sum(2) + s.shp(b["shp"])
        x = torch.tanh(x)
        if tr:
            x = F.dropout(x, 0.2)
        y = s.bi(0, x, b["flip"])
        if tr:
            y = F.dropout(y, drop)
        y = s.bi(1, y, b["flip"])
        if tr:
            y = F.dropout(y, drop)
        tag = s.tag(y)
        m = s.mlp(y)
        ad, ah, rd, rh = m.split([AD, AD, RD, RD], -1)
        ad = F.relu(ad)
        ah = F.relu(ah)
        if tr:
            ad = F.dropout(ad, 0.2)
            ah = F.dropout(ah, 0.2)
        B, N = w.shape
        ah = torch.cat([s.root.expand(B, 1, AD), ah], 1)
        rh = torch.cat([s.rootr.expand(B, 1, RD), rh], 1)
        arc = torch.einsum("bia,bja->bij", s.q(ad), ah) + s.u(ah).transpose(1, 2)
        arc = arc.float() + s.dist[b["dist"]]
        arc = arc.masked_fill(~b["wmask"][:, None, :], -1e4)
        return tag, arc, rd, rh

    def rels(s, rd, rh, h):
        z = F.relu(rd + rh.gather(1, h.clamp(min=0)[:, :, None].expand(-1, -1, RD)))
        if s.training:
            z = F.dropout(z, 0.2)
        return s.rel(z)


class Feats:
    def __init__(s, vocab):
        s.vocab = vocab
        s.c = {}

    def word(s, w):
        r = s.c.get(w)
        if r is None:
            r = s.c[w] = (s.vocab.get(wordhash(w), 0), affixes(w))
        return r

    def sent(s, forms):
        c = casing(forms)
        ws = [s.word(w) for w in forms]
        return (
            [w[0] for w in ws],
            [w[1] for w in ws],
            [features.shape(w, int(i == 0), c) for i, w in enumerate(forms)],
        )


def distmat(N):
    i = torch.arange(1, N + 1)[:, None]
    j = torch.arange(0, N + 1)[None, :]
    d = (j - i).clamp(-32, 32) + 32
    return torch.where(j == 0, torch.full_like(d, 65), d)


DIST = distmat(600)


def batch(fs):
    B = len(fs)
    lens = [len(f[0]) for f in fs]
    N = max(lens)
    w = np.zeros((B, N), np.int64)
    a = np.zeros((B, N, NAFF), np.int64)
    p = np.zeros((B, N), np.int64)
    fl = np.tile(np.arange(N), (B, 1))
    m = np.zeros((B, N + 1), bool)
    for i, f in enumerate(fs):
        n = lens[i]
        w[i, :n] = f[0]
        a[i, :n] = f[1]
        p[i, :n] = f[2]
        fl[i, :n] = np.arange(n)[::-1]
        m[i, : n + 1] = True
    t = torch.from_numpy
    dist = DIST[:N, : N + 1] if N <= 600 else distmat(N)
    return dict(word=t(w), aff=t(a), shp=t(p), flip=t(fl), wmask=t(m), dist=dist)


@torch.no_grad()
def average(parameters, world):
    """Gives each process the mean of all processes' weights."""
    for p in parameters if world > 1 else ():
        dist.all_reduce(p.data)
        p.data /= world


@torch.no_grad()
def predict(m, sents, FS, TAGS, RL):
    m.eval()
    res = [None] * len(sents)
    lens = [len(s.form) for s in sents]
    for bi in batches(lens, 3000):
        ss = [sents[i] for i in bi]
        b = batch([FS.sent(s.form) for s in ss])
        tag, arc, rd, rh = m(b)
        heads = torch.zeros(len(ss), arc.shape[1], dtype=torch.long)
        A = torch.log_softmax(arc, -1).numpy()
        for k, s in enumerate(ss):
            n = len(s.form)
            full = np.zeros((n + 1, n + 1), np.float32)
            full[1:] = A[k, :n, : n + 1]
            heads[k, :n] = torch.tensor(mst(full)[1:])
        rs = m.rels(rd, rh, heads)
        rs[:, :, RL.index("root")] -= 1e4
        r = rs.argmax(-1)
        t = tag.argmax(-1)
        for k, i in enumerate(bi):
            n = lens[i]
            res[i] = (
                [TAGS[j][0] for j in t[k, :n]],
                [TAGS[j][1] for j in t[k, :n]],
                heads[k, :n].tolist(),
                ["root" if heads[k, j] == 0 else RL[r[k, j]] for j in range(n)],
            )
    m.train()
    return res


if __name__ == "__main__":
    seed = int(sys.argv[1])
    epochs = int(sys.argv[2])
    out = sys.argv[3]
    soft = sys.argv[4:]
    rank, world = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
    if world > 1:  # each process takes its share of the batches; their weights are averaged often
        dist.init_process_group("gloo")
    SIZE = int(os.environ.get("SIZE", 1600))
    LR = float(os.environ.get("LR", 2e-3))
    TW = float(os.environ.get("TAGS", 1))  # how much the tags count beside the trees
    torch.manual_seed(seed)
    rng = random.Random(seed)
    train = load("ewt", "train") + load("gum", "train")
    dev = {k: load(k, "dev") for k in ("ewt", "gum")}
    ck = torch.load(soft[0])
    for path in soft[1:]:
        more = torch.load(path)
        ck["res"].update(more["res"])
        ck["forms"].update(more["forms"])
    TAGS, RL = ck["tags"], ck["rels"]
    TI = {k: i for i, k in enumerate(TAGS)}
    RI = {k: i for i, k in enumerate(RL)}
    # vocabulary: words of the training data seen twice, of raw text three times
    cnt = Counter(wordhash(w) for s in train for w in s.form)
    form = {}
    for s in train:
        for w in s.form:
            form.setdefault(wordhash(w), "".join(features.fold(c) for c in w))
    S = None
    extra = []
    if soft:
        S = ck
        nt = S["ntrain"]
        extra = sorted(i for i in S["res"] if i >= nt)
        rc = Counter()
        for i in extra:
            for w in S["forms"][i]:
                h = wordhash(w)
                rc[h] += 1
                form.setdefault(h, "".join(features.fold(c) for c in w))
        for h, c in rc.items():
            if c >= 3:
                cnt[h] += 2
    keys = sorted(h for h, c in cnt.items() if c >= 2)
    vecs = None
    if os.environ.get("PRE"):
        pre = torch.load(os.environ["PRE"])  # hash->vec dict for whole words, and pieces function result
        ks = set(keys)
        keys = sorted(ks | set(h for h in pre if h in ks or pre[h][1]))
    vocab = {h: i + 1 for i, h in enumerate(keys)}
    FS = Feats(vocab)
    m = Student(len(keys) + 1, len(TAGS), len(RL))
    if os.environ.get("PRE"):
        with torch.no_grad():
            for h, i in vocab.items():
                if h in pre:
                    m.word.weight[i] = pre[h][0]
    print("vocab", len(keys), "params", sum(p.numel() for p in m.parameters()), flush=True)
    opt = torch.optim.Adam([p for p in m.parameters() if p.requires_grad], lr=LR, betas=(0.9, 0.98), eps=1e-8)
    data = [(s.form, s) for s in train]

    def goldof(s):
        return ([TI.get((a, b), -100) for a, b in zip(s.upos, s.xpos)], s.head, [RI[x] for x in s.rel])

    G = [goldof(s) for s in train]
    FT = [FS.sent(s.form) for s in train]
    FE = {i: FS.sent(S["forms"][i]) for i in extra} if soft else {}
    ema = None
    step = 0
    T0 = time.time()
    NM = json.load(open("names.json"))
    ADJ = set(NM["adj"])

    def swapped(s):
        n = len(s.form)
        kid = [0] * (n + 1)
        flat = [False] * (n + 1)
        for h, r, x in zip(s.head, s.rel, s.xpos):
            if r in ("flat", "compound", "fixed", "goeswith", "amod", "det"):
                kid[h] += 1
            if r == "flat":
                flat[h] = True
        f = list(s.form)
        k = 0
        for i in range(n):
            if (
                s.xpos[i] == "NNP"
                and s.upos[i] == "PROPN"
                and s.form[i][:1].isupper()
                and not s.form[i].isupper()
                and "." not in s.form[i]
            ):
                r = base(s.rel[i])
                if (
                    r in ("nsubj", "obj", "obl", "nmod", "iobj", "conj", "appos", "root")
                    and s.rel[i] != "nmod:desc"
                    and kid[i + 1] == 0
                    and s.form[i] not in MONTH
                ):
                    f[i] = rng.choice(NM["places"] if rng.random() < 0.7 else NM["sur"])
                    k += 1
                elif (
                    flat[i + 1]
                    and kid[i + 1] == 1
                    and r in ("nsubj", "obj", "obl", "nmod", "conj", "appos", "root")
                ):
                    f[i] = rng.choice(NM["first"])
                    k += 1
                elif r == "flat" and kid[i + 1] == 0:
                    f[i] = rng.choice(NM["sur"])
                    k += 1
            elif s.form[i] in ADJ and s.upos[i] == "ADJ":
                f[i] = rng.choice(NM["adj"])
                k += 1
        return f if k else None

    MONTH = set(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December God Internet English".split()
    )
    if os.environ.get("INIT"):  # its words may be others: each row goes to its word
        old = torch.load(os.environ["INIT"])
        rows = m.word.weight.detach().clone()
        rows[0] = old["sd"]["word.weight"][0]
        for i, h in enumerate(old["keys"]):
            if h in vocab:
                rows[vocab[h]] = old["sd"]["word.weight"][i + 1]
        old["sd"]["word.weight"] = rows
        m.load_state_dict(old["sd"])
    torch.manual_seed(seed * 100 + rank)
    SW = int(os.environ.get("SWAP", 0))
    for e in range(epochs):
        t0 = time.time()
        L = 0
        nw = 0
        items = [(FT[i], G[i], S["res"][i] if soft else None) for i in range(len(train))]
        if soft:
            items += [(FE[i], None, S["res"][i]) for i in extra]
        if SW:
            k0 = len(items)
            for s, g in zip(train, G):
                f = swapped(s)
                if f:
                    items.append((FS.sent(f), g, None))
            if os.environ.get("SYN"):
                import made

                nm = lambda: rng.choice(NM["places"] if rng.random() < 0.8 else NM["sur"])
                for _ in range(int(os.environ["SYN"])):
                    z = made.make(rng, nm, NM, Sent)
                    items.append((FS.sent(z.form), goldof(z), None))
            if e == 0:
                print("swapped", len(items) - k0, f, flush=True)
        else:
            for s in train:
                c = recase(s, rng)
                if c:
                    items.append((FS.sent(c.form), goldof(s), None))
        lens = [len(x[0][0]) for x in items]
        bb = batches(lens, SIZE, rng, 2)
        bb = bb[rank : len(bb) - len(bb) % world : world]
        if e == 0:
            total = len(bb) * epochs * 1.01
        for bi in bb:
            for gr in opt.param_groups:
                gr["lr"] = LR * min(1, (step + 1) / 200) * max(0.01, 1 - step / total)
            it = [items[i] for i in bi]
            b = batch([x[0] for x in it])
            B, N = b["word"].shape
            with torch.autocast("cpu", torch.bfloat16):
                tag, arc, rd, rh = m(b)
            tag = tag.float()
            loss = 0
            t = torch.full((B, N), -100)
            h = torch.full((B, N), -100)
            r = torch.full((B, N), -100)
            hs = torch.zeros(B, N, dtype=torch.long)
            if soft:
                st = torch.full((B, N, len(TAGS)), -1e4)
                sa = torch.full((B, N, N + 1), -1e4)
                sr = torch.full((B, N, len(RL)), -1e4)
                sm = torch.zeros(B, N)
            for k, (f, g, s) in enumerate(it):
                n = len(f[0])
                if g:
                    t[k, :n] = torch.tensor(g[0])
                    h[k, :n] = torch.tensor(g[1])
                    r[k, :n] = torch.tensor(g[2])
                if s:
                    st[k, :n] = s[0].float()
                    sa[k, :n, : n + 1] = s[1].float()
                    hs[k, :n] = s[2].long()
                    sr[k, :n] = s[3].float()
                    sm[k, :n] = 1
            nwords = sum(lens[i] for i in bi)
            gm = (h >= 0).any()
            if gm:
                with torch.autocast("cpu", torch.bfloat16):
                    rs = m.rels(rd, rh, h)
                gl = (
                    F.cross_entropy(tag.flatten(0, 1), t.flatten(), reduction="sum") * TW
                    + F.cross_entropy(arc.flatten(0, 1), h.flatten(), reduction="sum")
                    + F.cross_entropy(rs.float().flatten(0, 1), r.flatten(), reduction="sum")
                )
                loss = loss + gl * (0.5 if soft else 1)
            if soft:
                with torch.autocast("cpu", torch.bfloat16):
                    rs = m.rels(rd, rh, hs)

                def kd(lg, tg, temp=1.0):
                    return -((torch.softmax(tg, -1) * torch.log_softmax(lg, -1)).sum(-1) * sm).sum()

                sl = kd(tag, st) * TW + kd(arc, sa) + kd(rs.float(), sr)
                loss = loss + sl * 0.5
            loss = loss / nwords
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(m.parameters(), 2.0)
            opt.step()
            step += 1
            L += loss.item() * nwords
            nw += nwords
            if step % 50 == 1 and rank == 0:
                print(step, f"{L/nw:.3f} {nw/(time.time()-t0):.0f} w/s", flush=True)
            if world > 1 and step % 25 == 0:
                average(m.parameters(), world)
            if step > 0.5 * total:
                with torch.no_grad():
                    ema = ema or {k: v.clone() for k, v in m.state_dict().items()}
                    dec = min(0.999, 1 - 1 / (step - 0.5 * total + 1))
                    for k, v in m.state_dict().items():
                        ema[k].mul_(dec).add_(v, alpha=1 - dec)
        print("epoch", e, f"{L/nw:.3f} {time.time()-t0:.0f}s total {time.time()-T0:.0f}s", flush=True)
        cur = {k: v.clone() for k, v in m.state_dict().items()}
        if ema:
            m.load_state_dict(ema)
            average(m.parameters(), world)
        if rank == 0:
            for k in dev if e % 2 or e == epochs - 1 else ():
                print(score(dev[k], predict(m, dev[k], FS, TAGS, RL), True, k), flush=True)
            torch.save(dict(sd=m.state_dict(), tags=TAGS, rels=RL, keys=keys, D=D, H=H), out)
        m.load_state_dict(cur)
