package actor

import "github.com/demarche/demarche"

// tellNamesakes decides between a state and a place of the same name inside
// another state: Georgia on the Black Sea, and the one whose capital is Atlanta.
func (p *pass) tellNamesakes() {
	for i := range p.hits {
		h := &p.hits[i]
		if h.ref < 0 || p.lex.refs[h.ref].use != asName || p.lex.entries[p.lex.refs[h.ref].entry].kind != state {
			continue
		}
		if r := p.namesake(h); r >= 0 && p.speaksOf(i, p.lex.entries[p.lex.refs[r].entry].code) {
			h.ref = r
		}
	}
}

// namesake is the ref of a city or province with the name of hit h, -1 for none.
func (p *pass) namesake(h *hit) int32 {
	for r := h.list; r >= 0; r = p.lex.refs[r].next {
		if p.lex.entries[p.lex.refs[r].entry].kind == city {
			return r
		}
	}
	return -1
}

// speaksOf says that the text around hit i is about places inside the state with
// the code: one right before it ("Atlanta, Georgia"), or any while nothing else
// points to the state that hit i names.
func (p *pass) speaksOf(i int, code string) bool {
	h := &p.hits[i]
	own := p.lex.refs[h.ref].entry
	inside, outside := 0, 0
	for k := range p.hits {
		o := &p.hits[k]
		if o.ref < 0 || o.list == h.list {
			continue
		}
		e := p.lex.refs[o.ref].entry
		switch x := &p.lex.entries[e]; {
		case x.kind == city && x.code == code:
			inside++
			if o.Range.End+1 == h.First && p.tok(o.Range.End).Norm == "," {
				return true
			}
		case e == own || x.code == p.lex.entries[own].code:
			outside++
		}
	}
	return inside > 0 && outside == 0
}

// koreas takes "the North" and "the South" for states where the text speaks of
// both of them by name.
func (p *pass) koreas() {
	if p.codes["PRK"] == 0 || p.codes["KOR"] == 0 {
		return
	}
	for t := 1; t < len(p.doc.Tokens); t++ {
		x := p.tok(t)
		if x.Form != "North" && x.Form != "South" || p.hitAt[t] >= 0 || lowerASCII(p.tok(t-1).Norm) != "the" || !p.endsNamed(t) {
			continue
		}
		r := p.lex.lookup(nameRoot, x.Form+" Korea")
		if r < 0 {
			continue
		}
		p.hitAt[t] = int32(len(p.hits))
		p.hits = append(p.hits, hit{Range: demarche.Range{First: t, End: t + 1}, ref: r, list: r})
	}
}

// endsNamed says that no name goes on after token t: not "the South China Sea".
func (p *pass) endsNamed(t int) bool {
	_, hi := p.sentenceRange(t)
	return t+1 >= hi || !isCapitalised(p.tok(t+1).Form) && !isHyphen(p.tok(t+1).Form)
}
