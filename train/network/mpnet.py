"""The second teacher: the encoder all-mpnet-base-v2 (Apache-2.0), eight of its twelve layers, with heads
for tags, arcs and relations. The lowest layers are frozen, and what they say of the training sentences
is computed once.

    UD=DIR python mpnet.py SEED EPOCHS mpnet.pt
"""

import math
import os
import random
import sys
import time
from collections import Counter

import torch
import torch.nn as nn
import torch.nn.functional as F
from corpus import *
from safetensors.torch import load_file
from pieces import WordPieces
from teacher import gold

P = os.environ.get("MPNET", "all-mpnet-base-v2")  # folder of model.safetensors and tokenizer.json
LAYERS = int(os.environ.get("LAYERS", 8))
FROZEN = int(os.environ.get("FROZEN", 3))
D, ARC, REL = 768, 512, 192


def drop(x, p, training):
    """Dropout of whole dimensions for a sentence: cheap on a processor."""
    if not training:
        return x
    keep = torch.rand(x.shape[0], 1, x.shape[2]) >= p
    return x * (keep.to(x.dtype) / (1 - p))


def distances(n):
    """Buckets of relative places, as Song et al. (2020) have them."""
    i = torch.arange(n)
    d = i[:, None] - i[None, :]
    sign = (d < 0).long() * 16
    d = d.abs()
    far = 8 + (torch.log(d.clamp(min=1).float() / 8) / math.log(128 / 8) * 8).long()
    return sign + torch.where(d < 8, d, far.clamp(max=15))


class Layer(nn.Module):
    def __init__(s, w=None, k=0):
        super().__init__()
        s.qkv = nn.Linear(D, 3 * D)
        s.o = nn.Linear(D, D)
        s.l1 = nn.LayerNorm(D, 1e-5)
        s.i = nn.Linear(D, 4 * D)
        s.f = nn.Linear(4 * D, D)
        s.l2 = nn.LayerNorm(D, 1e-5)
        if w is None:
            return
        p = f"encoder.layer.{k}."
        parts = (
            (s.qkv, [f"attention.attn.{c}" for c in "qkv"]),
            (s.o, ["attention.attn.o"]),
            (s.l1, ["attention.LayerNorm"]),
            (s.i, ["intermediate.dense"]),
            (s.f, ["output.dense"]),
            (s.l2, ["output.LayerNorm"]),
        )
        with torch.no_grad():
            for module, names in parts:
                module.weight.copy_(torch.cat([w[p + n + ".weight"] for n in names]))
                module.bias.copy_(torch.cat([w[p + n + ".bias"] for n in names]))

    def forward(s, x, bias):
        B, T, _ = x.shape
        # written out: on a processor PyTorch's own attention is four times slower backwards
        q, k, v = (y.reshape(B * 12, T, 64) for y in s.qkv(x).view(B, T, 3, 12, 64).permute(2, 0, 3, 1, 4))
        a = torch.bmm(q * 0.125, k.transpose(1, 2)).view(B, 12, T, T) + bias
        a = torch.bmm(torch.softmax(a, -1).to(v.dtype).view(B * 12, T, T), v)
        a = a.view(B, 12, T, 64).transpose(1, 2).reshape(B, T, D)
        x = s.l1(x + drop(s.o(a), 0.1, s.training))
        return s.l2(x + drop(s.f(F.gelu(s.i(x))), 0.1, s.training))


class Teacher(nn.Module):
    def __init__(s, ntag, nrel, load=True):
        super().__init__()
        w = load_file(P + "/model.safetensors") if load else None
        s.word = nn.Embedding(30527, D)
        s.pos = nn.Embedding(514, D)
        s.ln = nn.LayerNorm(D, 1e-5)
        s.near = nn.Embedding(32, 12)
        if load:
            with torch.no_grad():
                s.word.weight.copy_(w["embeddings.word_embeddings.weight"])
                s.pos.weight.copy_(w["embeddings.position_embeddings.weight"])
                s.ln.weight.copy_(w["embeddings.LayerNorm.weight"])
                s.ln.bias.copy_(w["embeddings.LayerNorm.bias"])
                s.near.weight.copy_(w["encoder.relative_attention_bias.weight"])
        s.low = nn.ModuleList([Layer(w, k) for k in range(FROZEN)])
        s.high = nn.ModuleList([Layer(w, k) for k in range(FROZEN, LAYERS)])
        for m in (s.word, s.pos, s.ln, s.near, s.low):
            for p in m.parameters():
                p.requires_grad = False
        s.case = nn.Embedding(17, D)
        nn.init.normal_(s.case.weight, std=0.01)
        n = LAYERS - FROZEN
        s.mix = nn.Parameter(torch.zeros(n))
        s.tmix = nn.Parameter(torch.zeros(n))
        s.tag = nn.Sequential(nn.Linear(D, 384), nn.GELU(), nn.Linear(384, ntag))
        s.mlp = nn.Linear(D, 2 * ARC + 2 * REL)
        s.arc = Biaffine(ARC, 1, True, False)
        s.rel = Biaffine(REL, nrel)
        nn.init.normal_(s.arc.w, std=0.01)
        s.root = nn.Parameter(torch.randn(D) * 0.02)

    def bias(s, mask):
        T = mask.shape[1]
        b = s.near(distances(T)).permute(2, 0, 1)[None]
        return (b + torch.where(mask, 0.0, -1e4)[:, None, None, :]).to(torch.bfloat16)

    @torch.no_grad()
    def lower(s, ids, bias):
        x = s.ln(s.word(ids) + s.pos(torch.arange(ids.shape[1]) + 2))
        for l in s.low:
            x = l.eval()(x, bias)
        return x

    def forward(s, b):
        bias = s.bias(b["mask"])
        x = b["low"] if "low" in b else s.lower(b["ids"], bias)
        x = x + s.case(b["case"])
        outs = []
        for l in s.high:
            x = l(x, bias)
            outs.append(x.gather(1, b["first"][:, :, None].expand(-1, -1, D)))
        weigh = lambda mix: sum(o * w for o, w in zip(outs, torch.softmax(mix, 0)))
        t = drop(weigh(s.tmix), 0.2, s.training)
        x = weigh(s.mix)
        tag = s.tag(t)
        x = torch.cat([s.root.expand(x.shape[0], 1, D).to(x.dtype), x], 1)
        m = F.leaky_relu(s.mlp(drop(x, 0.3, s.training)), 0.1)
        m = drop(m, 0.3, s.training)
        ad, ah, rd, rh = m.split([ARC, ARC, REL, REL], -1)
        arc = s.arc(ad, ah)[..., 0].float()
        arc = arc.masked_fill(~b["wmask"][:, None, :], -1e4)
        return tag, arc, rd, rh


wordpieces = WordPieces(P + "/tokenizer.json", 0, 2, 104, 1)


def bunches(sents, size, rng=None):
    """Places of sentences of like length, about so many pieces a batch."""
    return batches([sum(len(wordpieces.of(w)) for w in s.form) + 2 for s in sents], size, rng)


def batch(sents, low=None):
    """low has the output of the frozen layers for each sentence, if that is known."""
    b = wordpieces.batch(sents)
    if low:
        b["low"] = torch.zeros(*b["ids"].shape, D, dtype=torch.bfloat16)
        for i, x in enumerate(low):
            b["low"][i, : len(x)] = x
    return b


def relscore(m, rd, rh, h):
    hh = rh.gather(1, h.clamp(min=0)[:, :, None].expand(-1, -1, REL))
    one = torch.ones_like(rd[..., :1])
    d, e = torch.cat([rd, one], -1), torch.cat([hh, one], -1)
    B, X, I = d.shape
    O = m.rel.w.shape[0]
    w = (d.reshape(B * X, I) @ m.rel.w.permute(1, 0, 2).reshape(I, -1).to(d.dtype)).view(B * X, O, -1)
    return torch.einsum("noj,nj->no", w, e.reshape(B * X, -1)).view(B, X, O)


@torch.no_grad()
def frozen(m, sents):
    out = [None] * len(sents)
    for bi in bunches(sents, 3000):
        b = batch([sents[i] for i in bi])
        with torch.autocast("cpu", torch.bfloat16):
            x = m.lower(b["ids"], m.bias(b["mask"])).to(torch.bfloat16)
        n = b["mask"].sum(1)
        for k, i in enumerate(bi):
            out[i] = x[k, : n[k]].clone()
    return out


def predict(m, sents, TAGS, RELS):
    def score(*args):
        with torch.autocast("cpu", torch.bfloat16):
            return relscore(*args)

    return parsed(m, sents, bunches(sents, 2000), batch, score, TAGS, RELS)


if __name__ == "__main__":
    torch.set_num_threads(2)
    seed, epochs, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    SIZE = int(os.environ.get("SIZE", 2200))
    torch.manual_seed(seed)
    rng = random.Random(seed)
    train = load("ewt", "train") + load("gum", "train")
    if os.environ.get("QUICK"):
        train = train[:: int(os.environ["QUICK"])]
    tc = Counter((a, b) for s in train for a, b in zip(s.upos, s.xpos))
    TAGS = [k for k, v in tc.most_common() if v >= 4]
    TI = {k: i for i, k in enumerate(TAGS)}
    RL = [k for k, _ in Counter(r for s in train for r in s.rel).most_common()]
    RI = {k: i for i, k in enumerate(RL)}
    m = Teacher(len(TAGS), len(RL))
    layers = {id(p): i for i, l in enumerate(m.high) for p in l.parameters()}
    groups = []
    for i, l in enumerate(m.high):
        rate = float(os.environ.get("LR", 1.2e-4)) * 0.9 ** (len(m.high) - 1 - i)
        groups.append({"params": list(l.parameters()), "lr": rate})
    rest = [p for p in m.parameters() if p.requires_grad and id(p) not in layers]
    groups.append({"params": rest, "lr": 1e-3})
    opt = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    total = int(len(bunches(train, SIZE)) * epochs * 1.1)
    sch = torch.optim.lr_scheduler.LambdaLR(
        opt, lambda t: min(1, (t + 1) / 120) * max(0.02, 1 - t / total)
    )
    dev = {k: load(k, "dev") for k in ("ewt", "gum")}
    t0 = time.time()
    low = frozen(m, train)
    print(f"frozen layers {time.time()-t0:.0f}s", flush=True)
    for e in range(epochs):
        t0 = time.time()
        copies = [(i, c) for i, c in enumerate(recase(s, rng) for s in train) if c]
        data = train + [c for _, c in copies]
        lows = low + [low[i] for i, _ in copies]  # the encoder does not see capitals
        L = 0
        bb = bunches(data, SIZE, rng)
        for j, bi in enumerate(bb):
            ss = [data[i] for i in bi]
            b = batch(ss, [lows[i] for i in bi])
            t, h, r = gold(ss, TI, RI)
            with torch.autocast("cpu", torch.bfloat16):
                tag, arc, rd, rh = m(b)
                rs = relscore(m, rd, rh, h).float()
            l = (
                F.cross_entropy(tag.float().flatten(0, 1), t.flatten())
                + F.cross_entropy(arc.flatten(0, 1), h.flatten())
                + F.cross_entropy(rs.flatten(0, 1), r.flatten())
            )
            opt.zero_grad()
            l.backward()
            torch.nn.utils.clip_grad_norm_([p for p in m.parameters() if p.requires_grad], 1.0)
            opt.step()
            sch.step()
            L += l.item()
            if j % 50 == 0:
                print(e, j, len(bb), f"{L/(j+1):.3f} {time.time()-t0:.0f}s", flush=True)
        print("epoch", e, f"{L/len(bb):.3f} {time.time()-t0:.0f}s", flush=True)
        for k in dev if e + 1 in (1, epochs) else ():
            print(score(dev[k], predict(m, dev[k], TAGS, RL), True, k), flush=True)
        torch.save(dict(sd=m.state_dict(), tags=TAGS, rels=RL, layers=LAYERS, frozen=FROZEN), out)
