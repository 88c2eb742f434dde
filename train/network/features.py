"""Features of words; lang/en/neural/word.go computes the same."""

M64 = (1 << 64) - 1
A = 0xFF51AFD7ED558CCD


def mix(h, v):
    h = ((h ^ v) * A) & M64
    return h ^ (h >> 31)


def fold(c):
    if "A" <= c <= "Z":
        return c.lower()
    if "0" <= c <= "9":
        return "0"
    if ord(c) < 128:
        return c
    l = c.lower()
    return l if len(l) == 1 else c


def wordhash(s):
    h = 1
    for c in s:
        h = mix(h, ord(fold(c)))
    return h


AFF = 1 << 14


def affixes(s):
    b = [ord(fold(c)) for c in s[:64]]
    out = []
    h = 2
    for i in range(3):
        if i < len(b):
            h = mix(h, b[i])
        if i > 0:
            out.append(mix(h, 100 + i) % AFF)
    h = 3
    for i in range(5):
        if i < len(b):
            h = mix(h, b[-1 - i])
        if i > 0:
            out.append(mix(h, 200 + i) % AFF)
    return out  # pre2 pre3 suf2 suf3 suf4 suf5


NAFF = 6


def casing(forms):
    words = up = ti = 0
    for s in forms:
        if len(s.encode()) < 4:
            continue
        if not s[0].isalpha():
            continue
        words += 1
        if s[0].isupper():
            ti += 1
            if not any(c.islower() for c in s[1:]):
                up += 1
    if words < 3:
        return 0
    if up * 10 >= words * 8:
        return 1
    if ti * 10 >= words * 8:
        return 2
    return 0


def shape(w, first, case):
    if w.isupper() and len(w) > 1:
        k = 1
    elif w[:1].isupper():
        k = 7 if any(c.isupper() for c in w[1:]) else 2
    elif any(c.isdigit() for c in w):
        k = 4
    elif any(c.isupper() for c in w):
        k = 5
    elif any(c.islower() for c in w):
        k = 3
    else:
        k = 6
    return k + 8 * first + 16 * case


NSHAPE = 48
