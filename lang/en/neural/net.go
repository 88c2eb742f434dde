// Package neural tags and parses sentences with a small network: embeddings
// of words, affixes and shapes, two bidirectional LSTM layers, and scores of
// tags, heads and relations (after Dozat and Manning 2017). Weights are 8-bit
// integers, values between layers 16-bit; the few operations on floats are
// single, rounded ones, so that every processor gives the same result.
package neural

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/demarche/demarche"
)

// Net is a trained network, read-only; many goroutines may share it.
type Net struct {
	tags []class
	rels []demarche.Rel
	emb  embeddings
	lstm [2][2]lstm // layer, direction
	head heads
	*curve
	scratch sync.Pool // *Scratch
}

type class struct {
	upos demarche.UPOS
	xpos string
}

// heads is the layers that score tags, heads and relations.
type heads struct {
	tag            matrix
	arcDep, arcGov matrix // one vector for a token as dependent, one as head
	relDep, relGov matrix
	query, gain    matrix // arcDep to what arcGov is compared with; how good a head a token is
	rel            matrix
	rootGov        []float32 // arcGov of the root
	distance       []float32 // by distance from -maxDist to maxDist, then the root
	depScale       float32   // fixed-point steps of 1 for the four inputs that are not in [-1, 1]
	queryScale     float32
	govScale       float32
	relScale       float32
}

const (
	maxDist = 32
	narrow  = 2047 // limit of values that are multiplied with values
)

const magic = "demarche network 1\n"

// Read reads a model that train/neural wrote.
func Read(b []byte) (*Net, error) {
	if !strings.HasPrefix(string(b[:min(len(b), len(magic))]), magic) {
		return nil, errors.New("network model: not of this version; train it again")
	}
	r := &reader{b: b[len(magic):]}
	n := &Net{curve: newCurve()}
	for _, s := range r.strings() {
		u, x, _ := strings.Cut(s, " ")
		n.tags = append(n.tags, class{demarche.UPOS(u), x})
	}
	for _, s := range r.strings() {
		n.rels = append(n.rels, demarche.Rel(s))
	}
	dim, units, arc, rel := r.size(), r.size(), r.size(), r.size()
	n.emb.read(r, dim)
	width := dim
	for k := range n.lstm {
		for d := range n.lstm[k] {
			l := &n.lstm[k][d]
			l.units = units
			l.in = r.wants(r.matrix(), 4*units, width)
			l.state = r.wants(r.matrix(), 4*units, units)
		}
		width = 2 * units
	}
	n.head.read(r, width, arc, rel, len(n.tags), len(n.rels))
	if r.err != nil {
		return nil, r.err
	}
	if len(r.b) != 0 || len(n.tags) == 0 || len(n.rels) == 0 || units == 0 || units%lanes != 0 || dim%lanes != 0 {
		return nil, fmt.Errorf("network model: %d bytes left over, %d tags, %d relations: the file is broken",
			len(r.b), len(n.tags), len(n.rels))
	}
	return n, nil
}

func (h *heads) read(r *reader, width, arc, rel, tags, rels int) {
	h.tag = r.wants(r.matrix(), tags, width)
	h.arcDep, h.arcGov = r.wants(r.matrix(), arc, width), r.wants(r.matrix(), arc, width)
	h.relDep, h.relGov = r.wants(r.matrix(), rel, width), r.wants(r.matrix(), rel, width)
	h.query, h.gain = r.wants(r.matrix(), arc, arc), r.wants(r.matrix(), 1, arc)
	h.rel = r.wants(r.matrix(), rels, rel)
	h.rootGov = r.floats(arc)
	h.distance = r.floats(2*maxDist + 2)
	h.depScale, h.queryScale, h.govScale, h.relScale = r.float(), r.float(), r.float(), r.float()
}
