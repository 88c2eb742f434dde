package actor

import "github.com/demarche/demarche"

// mention is a demarche.Mention with what coreference needs to know of it.
type mention struct {
	demarche.Mention
	unit    int32 // index into pass.units, -1
	entry   int32 // lexicon entry, -1
	roleHit int32 // index into pass.roleHits, -1
	entity  int32 // index into pass.entities, -1 before coreference
	gender  byte  // m, f or 0
	plural  bool
	unsure  bool // a pronoun whose antecedent is not sure enough to act in its place
	kind    roleKind
	office  string
	certain certainty // where the country comes from
}

// certainty says how a common noun came to its country.
type certainty uint8

const (
	unsaid     certainty = iota // no country
	byDocument                  // the country that the document is about
	bySentence                  // the only place in its surroundings
	byPlace                     // the place where it acts
	byWords                     // the phrase itself
)

// entity is one actor of the document, with all its mentions.
type entity struct {
	actors  []demarche.Actor
	typ     demarche.EntityType
	gender  byte
	plural  bool
	kind    roleKind
	entry   int32
	office  string
	last    int // index of its latest mention
	count   int
	named   bool
	roleHit int32 // of its first mention, -1
}

// finish numbers clusters and hands the mentions over, sorted.
func (p *pass) finish() []demarche.Mention {
	sortRanges(p.mentions, func(m *mention) demarche.Range { return m.Range })
	out := make([]demarche.Mention, len(p.mentions))
	for i := range p.mentions {
		out[i] = p.mentions[i].Mention
		out[i].Cluster = int(p.mentions[i].entity)
	}
	return out
}

// wordsEvidence quotes the words of r as the reason.
func (p *pass) wordsEvidence(r demarche.Range, step string) demarche.Evidence {
	return demarche.Evidence{Kind: "words", Text: p.doc.TextOf(r), Source: step}
}
