package demarche

import "strings"

// Token is a syntactic word in the sense of Universal Dependencies.
type Token struct {
	Span         // bytes of Doc.Text
	Form  string // Text[Start:End]
	Norm  string // Form with typographic quotes, dashes and apostrophes made plain
	Lemma string // as in the UD English treebanks: lower case but for proper nouns
	UPOS  UPOS
	XPOS  string // Penn Treebank tag
	Feats string // UD features, "" when not set
	Head  int    // index into Doc.Tokens of the governor; -1 for a root
	Rel   Rel    // relation to Head
	Glued bool   // one orthographic word with the token before ("do" + "n't")
}

// UPOS is a universal part of speech.
type UPOS string

// The universal parts of speech (UD v2).
const (
	ADJ   UPOS = "ADJ"
	ADP   UPOS = "ADP"
	ADV   UPOS = "ADV"
	AUX   UPOS = "AUX"
	CCONJ UPOS = "CCONJ"
	DET   UPOS = "DET"
	INTJ  UPOS = "INTJ"
	NOUN  UPOS = "NOUN"
	NUM   UPOS = "NUM"
	PART  UPOS = "PART"
	PRON  UPOS = "PRON"
	PROPN UPOS = "PROPN"
	PUNCT UPOS = "PUNCT"
	SCONJ UPOS = "SCONJ"
	SYM   UPOS = "SYM"
	VERB  UPOS = "VERB"
	X     UPOS = "X"
)

// Rel is a UD v2 relation with its English subtype, such as "nsubj:pass".
type Rel string

// The relations that the program asks for by name (UD v2, English 2.16).
const (
	Acl         Rel = "acl"
	AclRelcl    Rel = "acl:relcl"
	Advcl       Rel = "advcl"
	AdvclRelcl  Rel = "advcl:relcl"
	Advmod      Rel = "advmod"
	Amod        Rel = "amod"
	Appos       Rel = "appos"
	Aux         Rel = "aux"
	AuxPass     Rel = "aux:pass"
	Case        Rel = "case"
	Cc          Rel = "cc"
	Ccomp       Rel = "ccomp"
	Compound    Rel = "compound"
	CompoundPrt Rel = "compound:prt"
	Conj        Rel = "conj"
	Cop         Rel = "cop"
	Csubj       Rel = "csubj"
	Det         Rel = "det"
	Expl        Rel = "expl"
	Fixed       Rel = "fixed"
	Flat        Rel = "flat"
	Iobj        Rel = "iobj"
	Mark        Rel = "mark"
	Nmod        Rel = "nmod"
	NmodDesc    Rel = "nmod:desc" // "President" in "President Bush"
	NmodPoss    Rel = "nmod:poss"
	NmodUnm     Rel = "nmod:unmarked"
	Nsubj       Rel = "nsubj"
	NsubjOuter  Rel = "nsubj:outer"
	NsubjPass   Rel = "nsubj:pass"
	Nummod      Rel = "nummod"
	Obj         Rel = "obj"
	Obl         Rel = "obl"
	OblAgent    Rel = "obl:agent"
	OblUnm      Rel = "obl:unmarked"
	Parataxis   Rel = "parataxis"
	Punct       Rel = "punct"
	Root        Rel = "root"
	Vocative    Rel = "vocative"
	Xcomp       Rel = "xcomp"
)

// Base is the universal part of the relation: "nsubj" of "nsubj:pass".
func (r Rel) Base() Rel {
	if i := strings.IndexByte(string(r), ':'); i >= 0 {
		return r[:i]
	}
	return r
}
