"""Short made-up clauses of news with their trees, of kinds that the treebanks hardly have: bare names
as agents and recipients, titles before names after a verb, days between subject and verb, headlines.
NAME stands for any place or family name, FIRST and SUR for the parts of a person's name, ADJ for the
adjective of a state; alternatives are parted by |.
A row: the clause as form/XPOS/head/relation (heads from 1)."""

GIVE = "gave|sent|offered|lent|granted|sold|handed|promised|supplied"
STUFF = "food|aid|information|intelligence|money|medicine|ammunition|support|weapons+NNS|troops+NNS|loans+NNS|supplies+NNS|missiles+NNS"
MET = "met|called|telephoned|visited|praised|thanked|hosted|received|welcomed|accused|criticised|urged"
TITLE = "President|Chancellor|King|Premier|Sultan|Senator|Minister"
BODY = "army|court|parliament|government|president|ministry|opposition|navy"
DID = "rejected|condemned|announced|denied|approved|backed|signed|launched|suspended"
DAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
PLAN = "offer|attack|plan|deal|request|raid|proposal|appeal|treaty"
CHIEF = "leader|chairman|spokesman|commander|founder|head|deputy|ambassador|president|secretary|member"
GROUP = "party|union|militia|movement|ministry|council|front|coalition|committee|organisation|group|government"
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
    # titles before names, wherever they stand
    f"FIRST/NNP/3/nsubj SUR/NNP/1/flat {MET}/VBD/0/root ADJ/JJ/5/amod {TITLE}/NNP/6/nmod:desc FIRST/NNP/3/obj SUR/NNP/6/flat in/IN/9/case NAME/NNP/3/obl ././3/punct",
    f"FIRST/NNP/3/nsubj SUR/NNP/1/flat {MET}/VBD/0/root {TITLE}/NNP/5/nmod:desc FIRST/NNP/3/obj SUR/NNP/5/flat of/IN/8/case NAME/NNP/5/nmod on/IN/10/case {DAY}/NNP/3/obl ././3/punct",
    f"ADJ/JJ/2/amod {TITLE}/NNP/3/nmod:desc FIRST/NNP/6/nsubj SUR/NNP/3/flat will|would/MD/6/aux meet|visit|host|receive|call/VB/0/root {TITLE}/NNP/8/nmod:desc FIRST/NNP/6/obj SUR/NNP/8/flat on/IN/11/case {DAY}/NNP/6/obl for/IN/13/case talks/NNS/6/obl ././6/punct",
    f"NAME/NNP/2/nsubj {MET}/VBD/0/root SUR/NNP/2/obj at/IN/6/case a|the/DT/6/det summit|conference|meeting/NN/2/obl in/IN/8/case NAME/NNP/6/nmod ././2/punct",
    # days between subject and verb
    f"The/DT/3/det ADJ/JJ/3/amod {BODY}/NN/6/nsubj on/IN/5/case {DAY}/NNP/6/obl {DID}/VBD/0/root the/DT/8/det {PLAN}/NN/6/obj ././6/punct",
    f"NAME/NNP/4/nsubj on/IN/3/case {DAY}/NNP/4/obl {DID}/VBD/0/root the/DT/6/det {PLAN}/NN/4/obj ././4/punct",
    f"NAME/NNP/4/nmod:poss 's/POS/1/case supreme|top|highest/JJ/4/amod court/NN/7/nsubj on/IN/6/case {DAY}/NNP/7/obl {DID}/VBD/0/root a|the/DT/9/det {PLAN}/NN/7/obj ././7/punct",
    # coordinated verbs with something hung on the first object
    f"NAME/NNP/2/nsubj welcomed|sheltered|hosted|received/VBD/0/root Russians|Syrians|Ukrainians|Afghans|Kenyans|Iraqis|Georgians|Kurds/NNPS/2/obj fleeing/VBG/3/acl the/DT/6/det war|draft|fighting/NN/4/obj and/CC/8/cc called|appealed|asked|pressed/VBD/2/conj for/IN/10/case talks|elections|sanctions/NNS/8/obl ././2/punct",
    f"NAME/NNP/2/nsubj rallied|stood|lined/VBD/0/root behind/IN/4/case NAME/NNP/2/obl after/IN/7/case the/DT/7/det invasion|attack|vote|raid/NN/2/obl ././2/punct",
    # headlines
    f"NAME/NNP/2/nsubj warns|accuses|condemns|backs|sanctions|threatens|attacks/VBZ/0/root NAME/NNP/2/obj over|after|amid/IN/6/case border/NN/6/compound raid|attack|dispute|clash/NN/2/obl",
    f"NAME/NNP/2/nsubj urges|asks|tells|orders/VBZ/0/root NAME/NNP/2/obj to/TO/5/mark free|release|halt|stop/VB/2/xcomp ADJ/JJ/7/amod prisoners|strikes|raids/NNS/5/obj",
    # what else goes wrong
    "Talks|Negotiations|Exports/NNS/2/nsubj collapsed|stalled|failed|fell/VBD/0/root due/JJ/6/case to/IN/3/fixed border|trade/NN/6/compound clashes|tensions|disputes/NNS/2/obl ././2/punct",
    f"FIRST/NNP/9/nsubj SUR/NNP/1/flat ,/,/7/punct the/DT/7/det ADJ/JJ/7/amod foreign|former|deputy/JJ/7/amod minister|president|chancellor/NN/1/appos ,/,/7/punct {MET}/VBD/0/root NAME/NNP/9/obj ././9/punct",
    f"The/DT/4/det ADJ/JJ/4/amod foreign|prime|former/JJ/4/amod minister/NN/9/nsubj ,/,/6/punct FIRST/NNP/4/appos SUR/NNP/6/flat ,/,/6/punct {MET}/VBD/0/root NAME/NNP/9/obj ././9/punct",
    # appositions and chains of "of"
    f"The/DT/2/det {CHIEF}/NN/9/nsubj of/IN/4/case NAME/NNP/2/nmod ,/,/6/punct FIRST/NNP/2/appos SUR/NNP/6/flat ,/,/6/punct {MET}/VBD/0/root NAME/NNP/9/obj ././9/punct",
    f"The/DT/2/det {CHIEF}/NN/10/nsubj of/IN/5/case the/DT/5/det {GROUP}/NN/2/nmod ,/,/7/punct FIRST/NNP/2/appos SUR/NNP/7/flat ,/,/7/punct {DID}/VBD/0/root the/DT/12/det {PLAN}/NN/10/obj ././10/punct",
    f"The/DT/2/det {GROUP}/NN/4/nmod:poss 's/POS/2/case {CHIEF}/NN/9/nsubj ,/,/6/punct FIRST/NNP/4/appos SUR/NNP/6/flat ,/,/6/punct {DID}/VBD/0/root the/DT/11/det {PLAN}/NN/9/obj ././9/punct",
    f"NAME/NNP/3/nmod:poss 's/POS/1/case {CHIEF}/NN/8/nsubj ,/,/5/punct FIRST/NNP/3/appos SUR/NNP/5/flat ,/,/5/punct {MET}/VBD/0/root NAME/NNP/8/obj in/IN/11/case NAME/NNP/8/obl ././8/punct",
    f"FIRST/NNP/10/nsubj SUR/NNP/1/flat ,/,/5/punct a|the/DT/5/det {CHIEF}/NN/1/appos of/IN/8/case the/DT/8/det {GROUP}/NN/5/nmod ,/,/5/punct {DID}/VBD/0/root the/DT/12/det {PLAN}/NN/10/obj ././10/punct",
    f"NAME/NNP/2/nsubj {MET}/VBD/0/root FIRST/NNP/2/obj SUR/NNP/3/flat ,/,/7/punct the/DT/7/det {CHIEF}/NN/3/appos of/IN/11/case the/DT/11/det ADJ/JJ/11/amod {GROUP}/NN/7/nmod ././2/punct",
    f"The/DT/3/det NAME/NNP/3/compound Workers|Peoples|Unity|Justice|Freedom|Liberation/NNP/4/compound Party|Front|Movement|Army|Congress/NNP/8/nsubj (/-LRB-/6/punct WPP|PLF|UDM|JNC|FPA/NNP/4/appos )/-RRB-/6/punct {DID}/VBD/0/root the/DT/10/det {PLAN}/NN/8/obj ././8/punct",
    f"Troops|Rebels|Protesters|Gunmen|Police/NNS/2/nsubj attacked|entered|left|stormed/VBD/0/root NAME/NNP/2/obj ,/,/6/punct a/DT/6/det town|village|city|port/NN/3/appos in/IN/9/case eastern|northern|southern|western/JJ/9/amod NAME/NNP/6/nmod ././2/punct",
    f"Officials|Ministers|Delegates|Envoys/NNS/8/nsubj from|of/IN/3/case NAME/NNP/1/nmod ,/,/5/punct NAME/NNP/3/conj and/CC/7/cc NAME/NNP/3/conj met|talked|quarrelled/VBD/0/root in/IN/10/case NAME/NNP/8/obl ././8/punct",
    f"NAME/NNP/7/nsubj ,/,/3/punct NAME/NNP/1/conj and/CC/5/cc NAME/NNP/1/conj jointly/RB/7/advmod {DID}/VBD/0/root the/DT/9/det {PLAN}/NN/7/obj of/IN/12/case the/DT/12/det {CHIEF}/NN/9/nmod of/IN/14/case NAME/NNP/12/nmod ././7/punct",
    # what happened so long after something else
    f"NAME/NNP/2/nsubj {MET}/VBD/0/root NAME/NNP/2/obj ,/,/10/punct a/DT/6/det day|week|month|year/NN/10/obl:unmarked after/IN/10/mark another|an/DT/9/det attack|ambush|explosion/NN/10/nsubj killed|wounded|hit/VBD/2/advcl ten|twenty|five/CD/12/nummod soldiers|civilians|settlers/NNS/10/obj ././2/punct",
    f"FIRST/NNP/3/nsubj SUR/NNP/1/flat arrived|landed|spoke|stopped/VBD/0/root in/IN/5/case NAME/NNP/3/obl on/IN/7/case {DAY}/NNP/3/obl ,/,/17/punct hours|days|weeks/NNS/17/obl:unmarked after/IN/17/mark a|another/DT/12/det {PLAN}|clash|blast/NN/17/nsubj on|near/IN/16/case a|the/DT/16/det ADJ/JJ/16/amod base|port|convoy|village/NN/12/nmod killed|wounded|shook|embarrassed/VBD/3/advcl ten|twenty|sixty/CD/20/nummod ADJ/JJ/20/amod officers|civilians|troops/NNS/17/obj ././3/punct",
    f"Rebels|Bombers|Militiamen|Insurgents/NNS/2/nsubj hit|raided|shelled/VBD/0/root NAME/NNP/2/obj ,/,/5/punct leaving/VBG/2/advcl ten|twelve|six/CD/7/nummod people|officers|guards/NNS/5/obj dead/JJ/5/xcomp and/CC/11/cc thirty|forty|nine/CD/11/nummod hurt|wounded|injured/JJ/8/conj ././2/punct",
]
UP = {
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "VBD": "VERB",
    "VBZ": "VERB",
    "VBG": "VERB",
    "MD": "AUX",
    "CC": "CCONJ",
    ",": "PUNCT",
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
    "RB": "ADV",
    "-LRB-": "PUNCT",
    "-RRB-": "PUNCT",
}


def make(rng, name, names, Sent):
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
        elif f == "FIRST":
            f = rng.choice(names["first"])
        elif f == "SUR":
            f = rng.choice(names["sur"])
        elif f == "ADJ":
            f = rng.choice(names["adj"])
        if "+" in f:
            f, x = f.split("+")
        r = r.rstrip("+")
        if x == "PRP$":
            r = "nmod:poss"
        s.form.append(f)
        s.xpos.append(x)
        s.upos.append("SCONJ" if x == "IN" and r == "mark" else UP[x])
        s.head.append(int(h))
        s.rel.append(r)
    return s
