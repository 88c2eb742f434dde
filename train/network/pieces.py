"""Words as the pieces of an encoder's vocabulary, and batches of them, for both teachers."""

import torch
from tokenizers import Tokenizer


def shape(w, i):
    """How a word is written, which the uncased encoder does not see; i is its place."""
    if w.isupper() and len(w) > 1:
        k = 1
    elif w[:1].isupper():
        k = 2
    elif w.islower():
        k = 3
    elif any(c.isdigit() for c in w):
        k = 4
    elif any(c.isalpha() for c in w):
        k = 5
    else:
        k = 6
    if k == 2 and any(c.isupper() for c in w[1:]):
        k = 7
    return k + (8 if i == 0 else 0)


class WordPieces:
    """start, end, unknown and pad are numbers of the encoder's vocabulary."""

    def __init__(s, path, start, end, unknown, pad):
        s.tok = Tokenizer.from_file(path)
        s.tok.no_padding()
        s.tok.no_truncation()
        s.start, s.end, s.unknown, s.pad = start, end, unknown, pad
        s.cache = {}

    def of(s, w):
        r = s.cache.get(w)
        if r is None:
            r = s.cache[w] = s.tok.encode(w, add_special_tokens=False).ids[:12] or [s.unknown]
        return r

    def encode(s, sent):
        """Pieces, the shape of the word of each, and the first piece of each word."""
        ids, first, case = [s.start], [], [0]
        for i, w in enumerate(sent.form):
            first.append(len(ids))
            p = s.of(w)
            ids += p
            case += [shape(w, i)] * len(p)
        return ids[:511] + [s.end], case[:511] + [0], [min(f, 510) for f in first]

    def batch(s, sents):
        enc = [s.encode(x) for x in sents]
        B = len(sents)
        T = max(len(e[0]) for e in enc)
        N = max(len(x.form) for x in sents)
        ids = torch.full((B, T), s.pad, dtype=torch.long)
        case = torch.zeros(B, T, dtype=torch.long)
        mask = torch.zeros(B, T, dtype=torch.bool)
        first = torch.zeros(B, N, dtype=torch.long)
        words = torch.zeros(B, N + 1, dtype=torch.bool)
        words[:, 0] = True
        for i, (a, c, f) in enumerate(enc):
            ids[i, : len(a)] = torch.tensor(a)
            case[i, : len(c)] = torch.tensor(c)
            mask[i, : len(a)] = True
            first[i, : len(f)] = torch.tensor(f)
            words[i, 1 : len(f) + 1] = True
        return dict(ids=ids, case=case, mask=mask, first=first, wmask=words)
