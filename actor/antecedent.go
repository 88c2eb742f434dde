package actor

import (
	"math"

	"github.com/demarche/demarche"
)

// reach of pronouns: how many mentions and sentences back they are resolved.
const (
	pronounWindow    = 40
	pronounSentences = 3
)

// sure is how likely an antecedent in an earlier sentence must be for the pronoun
// to stand for its actors; below it only the cluster is kept.
const sure = 0.3

// lenience is how much of the likelihood of nobody an entity must surpass: in
// news, pronouns stand for nobody less often than in what the model learned from.
const lenience = 0.2

// chooser finds whom one pronoun stands for. Its buffers are used again.
type chooser struct {
	options  []option
	features []feature // of all options, one after another
}

// option is a mention that a pronoun may stand for.
type option struct {
	mention     int // index into pass.mentions, -1 for nobody in the text
	first, last int // its features in chooser.features
	score       float64
}

// standsFor rates the mentions before pronoun i: the entity that it stands for, -1
// for none, and how likely that is.
func (p *pass) standsFor(i int) (entity int32, likely float64) {
	p.gatherOptions(i)
	sum, nobody := 0.0, 0.0
	for k := range p.choice.options {
		o := &p.choice.options[k]
		for _, f := range p.choice.features[o.first:o.last] {
			o.score += float64(p.antecedents.weights[f])
		}
		o.score = math.Exp(o.score)
		sum += o.score
		if o.mention < 0 {
			nobody = o.score
		}
	}
	entity, likely = -1, p.leastFor(i)*nobody
	for k := range p.choice.options {
		if o := &p.choice.options[k]; o.mention >= 0 {
			e := p.mentions[o.mention].entity
			if s := p.massOf(e); s > likely {
				entity, likely = e, s
			}
		}
	}
	return entity, likely / sum
}

// tooUnsure says that an entity, so likely the antecedent of m, is named in
// earlier sentences only and might well be the wrong one. Plurals that agree in
// number are few.
func (p *pass) tooUnsure(m *mention, entity int32, likely float64) bool {
	e := &p.entities[entity]
	last := p.mentions[e.last].Head
	return likely < sure && !p.decides(m) && !(m.plural && (e.plural || len(e.actors) > 1)) && p.doc.SentenceOf(last) < p.doc.SentenceOf(m.Head)
}

// leastFor is how much of the likelihood of nobody the antecedent of pronoun i must
// surpass: in news "they" stands for one of the few plurals before it.
func (p *pass) leastFor(i int) float64 {
	switch m := &p.mentions[i]; {
	case p.decides(m):
		return 0
	case m.plural:
		return lenience / 10
	}
	return lenience
}

// actsOn says that a pronoun is the subject of a verb, or of its complement, whose
// object is an entity by its name: "it threatened to suspend Chad" is not Chad.
func (p *pass) actsOn(m *mention, e *entity) bool {
	if e.entry < 0 || p.tok(m.Head).Rel != demarche.Nsubj {
		return false
	}
	for v, n := p.tok(m.Head).Head, 0; v >= 0 && n < chain; v, n = p.dependent(v, demarche.Xcomp), n+1 {
		for c := p.tree.first[v]; c >= 0; c = p.tree.next[c] {
			switch p.tok(int(c)).Rel.Base() {
			case demarche.Obj, demarche.Iobj, demarche.Obl:
			default:
				continue
			}
			if u := p.unitAt[c]; int(c) > m.Head && u >= 0 && p.units[u].hit >= 0 && p.entryOf(p.units[u].hit) == e.entry {
				return true
			}
		}
	}
	return false
}

// decides says that a pronoun is the subject of a verb of speaking or of one for
// what only people and bodies do (for "they", of speaking alone): somebody whom the
// text has named does it, however far back.
func (p *pass) decides(m *mention) bool {
	x := p.tok(m.Head)
	if x.Rel != demarche.Nsubj || x.Head < 0 || p.tok(x.Head).UPOS != demarche.VERB {
		return false
	}
	verb := p.tok(x.Head).Lemma
	return speaks(verb) || !m.plural && deliberate[verb] || verb == "threaten" && p.dependent(x.Head, demarche.Xcomp) >= 0 // storms threaten towns
}

// deliberate are verbs whose subject no thing is.
var deliberate = map[string]bool{
	"accuse": true, "adopt": true, "agree": true, "appoint": true, "approve": true, "ban": true, "condemn": true, "criticise": true, "criticize": true,
	"decide": true, "demand": true, "denounce": true, "deny": true, "deploy": true, "dismiss": true, "donate": true, "expel": true, "host": true,
	"invite": true, "offer": true, "order": true, "pledge": true, "promise": true, "recognise": true, "recognize": true, "refuse": true,
	"reject": true, "send": true, "sign": true, "summon": true, "suspend": true, "vow": true, "welcome": true, "withdraw": true,
}

// massOf adds up the scores of all options of one entity.
func (p *pass) massOf(e int32) float64 {
	sum := 0.0
	for k := range p.choice.options {
		if o := &p.choice.options[k]; o.mention >= 0 && p.mentions[o.mention].entity == e {
			sum += o.score
		}
	}
	return sum
}

// gatherOptions collects whom pronoun i may stand for, nobody first, with the
// features of each.
func (p *pass) gatherOptions(i int) {
	m, c := &p.mentions[i], &p.choice
	c.options, c.features = append(c.options[:0], option{mention: -1}), c.features[:0]
	v := p.viewFrom(i)
	sent := p.doc.SentenceOf(m.Head)
	for j := i - 1; j >= 0 && i-j < pronounWindow; j-- {
		x := &p.mentions[j]
		back := sent - p.doc.SentenceOf(x.Head)
		if back > pronounSentences {
			break
		}
		if x.entity < 0 || !p.pronounFits(m, x) || !p.mayBind(m, x) || p.actsOn(m, &p.entities[x.entity]) {
			continue
		}
		o := option{mention: j, first: len(c.features)}
		p.optionFeatures(&v, j, back)
		o.last = len(c.features)
		c.options = append(c.options, o)
		v.between++
	}
	first := len(c.features)
	p.nobodyFeatures(&v)
	c.options[0].first, c.options[0].last = first, len(c.features)
}

// Choice is a pronoun of a text with whom it may stand for, to learn from.
type Choice struct {
	Pronoun int // its token
	Options []Option
}

// Option is one of those whom a pronoun may stand for: the token that heads a
// mention, -1 for nobody in the text, and the names of its features.
type Option struct {
	Head     int
	Features []string
}

// Choices fills doc.Mentions as Resolve does and tells what there was to choose
// from for each pronoun of the third person.
func (r *Resolver) Choices(doc *demarche.Doc) []Choice {
	p := r.pool.Get().(*pass)
	p.recorded, p.record = nil, true
	r.resolve(p, doc)
	p.record = false
	r.pool.Put(p)
	return p.recorded
}

// recordChoice keeps the options of pronoun i by name.
func (p *pass) recordChoice(i int) {
	c := Choice{Pronoun: p.mentions[i].Head}
	for _, o := range p.choice.options {
		x := Option{Head: -1}
		if o.mention >= 0 {
			x.Head = p.mentions[o.mention].Head
		}
		for _, f := range p.choice.features[o.first:o.last] {
			x.Features = append(x.Features, p.antecedents.names[f])
		}
		c.Options = append(c.Options, x)
	}
	p.recorded = append(p.recorded, c)
}
