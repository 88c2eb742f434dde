package neural

import "github.com/demarche/demarche"

// Scratch is the working memory of one sentence.
type Scratch struct {
	lstm         lstmScratch
	x, y, z      []int16
	sum, sums    []int32
	query, gov   []int16
	vec          []int16
	gain         []float32
	relDep, rel  []float32
	score        []float32
	heads        []int32
	mark, inside []int32
}

// longest is the longest stretch that is parsed as one: comparing every
// token with every other is quadratic in it.
const longest = 160

// Analyse fills UPOS, XPOS, Head and Rel of the tokens of one sentence, which
// begins at token base of its document: heads are indices into the document's
// tokens. There is one root. The work is linear in the number of tokens: a
// longer sentence than any writer means to write is parsed in stretches,
// the roots of the later ones hanging on the first as parataxis.
func (n *Net) Analyse(toks []demarche.Token, base int) {
	s, _ := n.scratch.Get().(*Scratch)
	if s == nil {
		s = &Scratch{}
	}
	defer n.scratch.Put(s)
	root := -1
	for from := 0; from < len(toks); {
		end := from + stretch(toks[from:])
		n.part(s, toks[from:end], base+from)
		for i := from; i < end; i++ {
			switch {
			case toks[i].Head >= 0:
			case root < 0:
				root = base + i
			default:
				toks[i].Head, toks[i].Rel = root, demarche.Parataxis
			}
		}
		from = end
	}
}

// stretch is how many tokens to parse as one: all, or up to a punctuation
// mark in the second half of the longest stretch.
func stretch(toks []demarche.Token) int {
	if len(toks) <= longest {
		return len(toks)
	}
	for i := longest; i > longest/2; i-- {
		switch toks[i-1].Form {
		case ".", ";", ",", ":", "!", "?", "|":
			return i
		}
	}
	return longest
}

func (n *Net) part(s *Scratch, toks []demarche.Token, base int) {
	k, dim, units := len(toks), n.emb.dim, n.lstm[0][0].units
	s.x, s.y, s.z = grow(s.x, k*dim), grow(s.y, k*2*units), grow(s.z, k*2*units)
	n.embed(s, toks, s.x)
	for dir := range 2 {
		n.lstm[0][dir].run(n.curve, &s.lstm, s.x, k, dim, s.y, 2*units, dir*units, dir == 1)
	}
	for dir := range 2 {
		n.lstm[1][dir].run(n.curve, &s.lstm, s.y, k, 2*units, s.z, 2*units, dir*units, dir == 1)
	}
	n.tag(s, toks)
	n.arcs(s, k)
	s.heads = grow(s.heads, k)
	s.decode(s.score, k, s.heads)
	n.relations(s, toks, base)
}

// row is the encoder's output for token i.
func (n *Net) row(s *Scratch, i int) []int16 {
	w := 2 * n.lstm[0][0].units
	return s.z[i*w : i*w+w]
}

func (n *Net) tag(s *Scratch, toks []demarche.Token) {
	m := &n.head.tag
	s.sums = grow(s.sums, m.rows)
	for i := range toks {
		m.mul(s.sums, n.row(s, i))
		best, top := 0, m.at(0, s.sums[0])
		for r := 1; r < m.rows; r++ {
			if v := m.at(r, s.sums[r]); v > top {
				best, top = r, v
			}
		}
		toks[i].UPOS, toks[i].XPOS = n.tags[best].upos, n.tags[best].xpos
	}
}

// project applies a layer and cuts what is negative; out is fixed point.
func (s *Scratch) project(m *matrix, x, out []int16, scale, limit float32, relu bool) {
	s.sums = grow(s.sums, m.rows)
	m.mul(s.sums, x)
	for r, v := range s.sums[:m.rows] {
		f := m.at(r, v)
		if relu && f < 0 {
			f = 0
		}
		out[r] = fixed(f, scale, limit)
	}
}

// arcs fills score for k tokens.
func (n *Net) arcs(s *Scratch, k int) {
	h := &n.head
	d := h.query.cols
	s.query, s.gov, s.vec = grow(s.query, k*d), grow(s.gov, (k+1)*d), grow(s.vec, d)
	s.gain, s.score = grow(s.gain, k+1), grow(s.score, k*(k+1))
	for j, v := range h.rootGov {
		s.gov[j] = fixed(v, h.govScale, narrow)
	}
	for i := range k {
		x := n.row(s, i)
		s.project(&h.arcDep, x, s.vec, h.depScale, one, true)
		s.project(&h.query, s.vec, s.query[i*d:i*d+d], h.queryScale, narrow, false)
		s.project(&h.arcGov, x, s.gov[(i+1)*d:(i+2)*d], h.govScale, narrow, true)
	}
	for i := range k + 1 {
		h.gain.mul(s.sums, s.gov[i*d:i*d+d])
		s.gain[i] = h.gain.at(0, s.sums[0])
	}
	unit := 1 / float32(h.queryScale*h.govScale)
	for i := range k {
		row, q := s.score[i*(k+1):(i+1)*(k+1)], s.query[i*d:i*d+d]
		row[0] = float32(float32(dot(q, s.gov[:d]))*unit) + s.gain[0] + h.distance[2*maxDist+1]
		for j := 1; j <= k; j++ {
			far := min(max(j-i-1, -maxDist), maxDist) + maxDist
			row[j] = float32(float32(dot(q, s.gov[j*d:j*d+d]))*unit) + s.gain[j] + h.distance[far]
		}
	}
}

// relations labels the arcs chosen.
func (n *Net) relations(s *Scratch, toks []demarche.Token, base int) {
	h := &n.head
	rows := h.relDep.rows
	s.relDep, s.rel = grow(s.relDep, len(toks)*rows), grow(s.rel, len(toks)*rows)
	s.sums, s.vec = grow(s.sums, max(rows, h.rel.rows)), grow(s.vec, h.rel.cols)
	for i := range toks {
		h.relDep.mul(s.sums, n.row(s, i))
		for r := range rows {
			s.relDep[i*rows+r] = h.relDep.at(r, s.sums[r])
		}
		h.relGov.mul(s.sums, n.row(s, i))
		for r := range rows {
			s.rel[i*rows+r] = h.relGov.at(r, s.sums[r])
		}
	}
	for i := range toks {
		if s.heads[i] == 0 {
			toks[i].Head, toks[i].Rel = -1, demarche.Root
			continue
		}
		gov := int(s.heads[i]) - 1
		toks[i].Head, toks[i].Rel = base+gov, n.relation(s, s.relDep[i*rows:(i+1)*rows], s.rel[gov*rows:(gov+1)*rows])
	}
}

func (n *Net) relation(s *Scratch, dep, gov []float32) demarche.Rel {
	h := &n.head
	for r := range dep {
		s.vec[r] = fixed(max(dep[r]+gov[r], 0), h.relScale, one)
	}
	h.rel.mul(s.sums, s.vec)
	best, top := -1, float32(0)
	for r := range h.rel.rows {
		if v := h.rel.at(r, s.sums[r]); n.rels[r] != demarche.Root && (best < 0 || v > top) {
			best, top = r, v
		}
	}
	return n.rels[best]
}
