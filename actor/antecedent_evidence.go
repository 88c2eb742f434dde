package actor

import (
	"fmt"
	"strings"

	"github.com/demarche/demarche"
)

// reasons is how many features the evidence of a pronoun names.
const reasons = 3

// antecedentEvidence says that pronoun i was taken for entity e: by which mention
// of it, how likely, and the features that weighed most for it. It speaks of the
// options that standsFor rated last.
func (p *pass) antecedentEvidence(i int, e int32, likely float64) demarche.Evidence {
	o := p.bestOption(e)
	if o == nil {
		return demarche.Evidence{}
	}
	return demarche.Evidence{
		Kind: "coreference",
		Text: fmt.Sprintf("%s: %s, probability %.2f (%s)", p.tok(p.mentions[i].Head).Form,
			p.doc.TextOf(p.mentions[o.mention].Range), likely, p.strongest(o)),
		Source: antecedentSource,
	}
}

// bestOption is the mention of entity e that scores best, nil when none was rated.
func (p *pass) bestOption(e int32) *option {
	var best *option
	for k := range p.choice.options {
		o := &p.choice.options[k]
		if o.mention >= 0 && p.mentions[o.mention].entity == e && (best == nil || o.score > best.score) {
			best = o
		}
	}
	return best
}

// strongest names the features of o that weigh most in its favour.
func (p *pass) strongest(o *option) string {
	var top [reasons]feature
	n := 0
	weight := func(f feature) float32 { return p.antecedents.weights[f] }
	for _, f := range p.choice.features[o.first:o.last] {
		if weight(f) <= 0 {
			continue
		}
		at := n
		for at > 0 && weight(top[at-1]) < weight(f) {
			at--
		}
		if at == reasons {
			continue
		}
		n = min(n+1, reasons)
		copy(top[at+1:n], top[at:n-1])
		top[at] = f
	}
	names := make([]string, n)
	for k := range names {
		names[k] = p.antecedents.names[top[k]]
	}
	return strings.Join(names, "; ")
}
