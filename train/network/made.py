"""Short made-up clauses of news with their trees: bare names as agents and recipients, which the
treebanks hardly have. NAME stands for any name; alternatives are parted by |.
A row: the clause as form/XPOS/head/relation (heads from 1)."""

GIVE = "gave|sent|offered|lent|granted|sold|handed|promised|supplied"
STUFF = "food|aid|information|intelligence|money|medicine|ammunition|support|weapons+NNS|troops+NNS|loans+NNS|supplies+NNS|missiles+NNS"
ROWS = [
    f"NAME/NNP/2/nsubj {GIVE}/VBD/0/root NAME/NNP/2/iobj {STUFF}/NN/2/obj ././2/punct",
    f"NAME/NNP/2/nsubj {GIVE}/VBD/0/root NAME/NNP/2/iobj military|humanitarian|economic|new/JJ/5/amod {STUFF}/NN/2/obj ././2/punct",
    f"NAME/NNP/2/nsubj {GIVE}/VBD/0/root NAME/NNP/2/iobj ten|two|five|twenty/CD/5/compound million|billion/CD/6/nummod dollars|euros/NNS/2/obj in/IN/8/case aid|loans+NNS/NN/6/nmod ././2/punct",
    f"NAME/NNP/2/nsubj handed|gave|sent|exported|delivered|returned/VBD/0/root a|the/DT/4/det fugitive|suspect|report|list|ship/NN/2/obj to/IN/6/case NAME/NNP/2/obl ././2/punct",
    f"NAME/NNP/2/nsubj halted|suspended|cut|stopped|resumed|froze|ended|doubled/VBD/0/root military|humanitarian|foreign|economic|financial/JJ/4/amod aid|assistance|support|cooperation/NN/2/obj to/IN/6/case NAME/NNP/4/nmod ././2/punct",
    f"NAME/NNP/2/nsubj launched|began|planned|announced|started|ended/VBD/0/root a|another/DT/4/det cyberattack|raid|strike|boycott|blockade|campaign|offensive/NN/2/obj against|on/IN/6/case NAME/NNP/4/nmod ././2/punct",
    f"NAME/NNP/2/nsubj granted|offered|denied|promised|gave/VBD/0/root citizenship|asylum|shelter|refuge|amnesty/NN/2/obj to/IN/6/case the/DT/6/det refugees|rebels|migrants|prisoners/NNS/2/obl ././2/punct",
    f"NAME/NNP/2/nsubj promised|agreed|vowed|refused|declined|pledged|threatened/VBD/0/root to/TO/4/mark sign|ratify|reject|leave|honour|cancel/VB/2/xcomp the/DT/6/det treaty|deal|talks+NNS|summit|pact/NN/4/obj ././2/punct",
    f"NAME/NNP/2/nsubj forgave|seized|rejected|condemned|welcomed|praised|blocked/VBD/0/root NAME/NNP/5/nmod:poss 's/POS/3/case debt|assets+NNS|offer|raid|decision|ships+NNS/NN/2/obj ././2/punct",
    f"NAME/NNP/2/nsubj accepted|expressed|voiced|reopened|closed|opened/VBD/0/root a|its+PRP$/DT/4/det embassy|consulate|border|office|mission/NN/2/obj in|with/IN/6/case NAME/NNP/2/obl ././2/punct",
    f"NAME/NNP/2/nsubj raised|doubled|lifted|imposed|cut/VBD/0/root tariffs|sanctions|duties|restrictions/NNS/2/obj on/IN/6/case NAME/NNP/3/nmod ././2/punct",
    f"The|A/DT/3/det NAME/NNP/3/compound minister|president|army|government|court/NN/4/nsubj conceded|rejected|accepted|admitted|denied/VBD/0/root defeat|responsibility|blame|guilt/NN/4/obj ././4/punct",
]
UP = {
    "NNP": "PROPN",
    "VBD": "VERB",
    "VB": "VERB",
    "NN": "NOUN",
    "NNS": "NOUN",
    "JJ": "ADJ",
    "CD": "NUM",
    "IN": "ADP",
    "TO": "PART",
    "DT": "DET",
    "POS": "PART",
    ".": "PUNCT",
    "PRP$": "PRON",
}


def make(rng, name, Sent):
    row = rng.choice(ROWS)
    s = Sent()
    s.form = []
    s.upos = []
    s.xpos = []
    s.head = []
    s.rel = []
    s.doc = "made"
    for t in row.split():
        f, x, h, r = t.rsplit("/", 3)
        f = rng.choice(f.split("|"))
        if f == "NAME":
            f = name()
        if "+" in f:
            f, x = f.split("+")
        r = r.rstrip("+")
        if x == "PRP$":
            r = "nmod:poss"
        s.form.append(f)
        s.xpos.append(x)
        s.upos.append(UP[x])
        s.head.append(int(h))
        s.rel.append(r)
    return s
