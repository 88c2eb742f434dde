package actor

import (
	"sync"

	"github.com/demarche/demarche"
)

// Resolver finds and resolves the actors of documents. It may be shared
// between goroutines.
type Resolver struct {
	lex         *Lexicon
	antecedents *Antecedents
	pool        sync.Pool // of *pass, so that buffers are used again
}

// New makes a resolver over a loaded lexicon and a model of antecedents.
func New(lex *Lexicon, antecedents *Antecedents) *Resolver {
	return &Resolver{lex: lex, antecedents: antecedents, pool: sync.Pool{New: func() any { return new(pass) }}}
}

// Resolve fills doc.Mentions from tokens, tags and trees. Dated rows of the
// lexicon are read at doc.Date; a document without a date is read with the
// latest rows. Mentions are sorted by their first token, longer ones first.
func (r *Resolver) Resolve(doc *demarche.Doc) {
	p := r.pool.Get().(*pass)
	r.resolve(p, doc)
	r.pool.Put(p)
}

func (r *Resolver) resolve(p *pass, doc *demarche.Doc) {
	p.antecedents = r.antecedents
	p.start(r.lex, doc)
	p.match()
	p.names()
	p.country()
	p.unitMentions()
	p.roleMentions()
	p.pronouns()
	p.couples()
	p.corefer()
	doc.Mentions = p.finish()
	p.doc = nil
}

// pass is the work on one document.
type pass struct {
	lex         *Lexicon
	antecedents *Antecedents
	record      bool     // keep the choices
	recorded    []Choice // of the document

	doc *demarche.Doc
	day day

	pieces   []piece
	hits     []hit   // lexicon names, by position
	hitAt    []int32 // per token the hit that covers it, -1
	roleHits []hit   // role nouns and modifiers, by position
	roleAt   []int32 // per token the role hit that covers it, -1
	tree     tree

	units  []unit  // names, known and unknown, by position
	unitAt []int32 // per token the unit that covers it, -1
	person []int32 // per token the mention of a person that covers it, title included, -1

	home      string // the document's country
	otherHome string // the one that its lead speaks of next
	codes     map[string]int
	mentions  []mention
	docNames  map[string]int32 // short form of a name, folded → the unit with the full one
	byFull    map[int32]bool   // people of the lexicon whom the text names in full
	spelled   map[string]int   // acronym that the text introduces → first token of the name in full
	entities  []entity
	byEntry   map[int32]int32  // lexicon entry and aspect → entity
	byName    map[string]int32 // folded name → entity
	speech    []utterance
	quoted    []int32        // per token the index of the quotation around it in speech, -1
	latest    [classes]int32 // entity of the latest pronoun of a class, -1
	choice    chooser
	sorted    int // how many of the mentions are in the order of their heads
	cache     map[int32]demarche.Actor
	buf       []byte
}

func (p *pass) start(lex *Lexicon, doc *demarche.Doc) {
	p.lex, p.doc, p.day = lex, doc, 0
	if !doc.Date.IsZero() {
		p.day = dayOf(doc.Date)
	}
	n := len(doc.Tokens)
	p.pieces, p.hits, p.roleHits, p.units = p.pieces[:0], p.hits[:0], p.roleHits[:0], p.units[:0]
	p.mentions, p.entities = p.mentions[:0], p.entities[:0]
	p.hitAt, p.roleAt, p.unitAt = none(p.hitAt, n), none(p.roleAt, n), none(p.unitAt, n)
	p.person = none(p.person, n)
	p.tree.build(doc)
	p.home = ""
	p.latest = [classes]int32{-1, -1, -1}
	p.codes = map[string]int{}
	p.docNames = map[string]int32{}
	p.byFull = map[int32]bool{}
	p.spelled = map[string]int{}
	p.cache = map[int32]demarche.Actor{}
}

// none is a slice of n times -1, in the memory of s where that suffices.
func none(s []int32, n int) []int32 {
	if cap(s) < n {
		s = make([]int32, n)
	}
	s = s[:n]
	for i := range s {
		s[i] = -1
	}
	return s
}

// known is the actor of a lexicon entry on the document's date.
func (p *pass) known(e int32) demarche.Actor {
	a, ok := p.cache[e]
	if !ok {
		a = p.lex.actor(e, p.day)
		p.cache[e] = a
	}
	return a
}

func (p *pass) tok(i int) *demarche.Token { return &p.doc.Tokens[i] }
