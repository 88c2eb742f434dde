package frame

import "github.com/demarche/demarche"

// stat is the status of one token's event, and which word set each part.
// Token numbers are stored plus one, so that zero is "not set".
type stat struct {
	state              uint8 // 0 unknown, 1 being worked out, 2 known
	neg, fut, hyp, his int32
	said               int32 // frame of the saying verb plus one
}

// fillStatus gives each frame its status: what its own words say, and what
// comes down from the words that it stands under.
func (w *work) fillStatus() {
	frames := w.doc.Frames
	ends := make([]int, len(frames))
	for i := range frames {
		s := w.total(w.anchor(i))
		if w.kinds[i] == stance { // its "not" and "will" are what makes it one
			s.neg, s.fut = 0, 0
		}
		st := &frames[i].Status
		st.Negated, st.Future, st.Hypothetical, st.Historical = s.neg > 0, s.fut > 0, s.hyp > 0, s.his > 0
		if st.SaidBy = int(s.said) - 1; st.SaidBy == i {
			st.SaidBy = -1
		}
		w.cue(s.neg, "negation")
		w.cue(s.fut, "future")
		w.cue(s.hyp, "hypothetical")
		w.cue(s.his, "historical")
		if st.SaidBy >= 0 {
			w.cue(int32(frames[st.SaidBy].Pred)+1, "said")
		}
		ends[i] = len(w.cues)
	}
	all := append([]demarche.Cue(nil), w.cues...)
	start := 0
	for i, end := range ends {
		if end > start {
			frames[i].Status.Cues = all[start:end:end]
		}
		start = end
	}
}

func (w *work) cue(token int32, sets string) {
	if token > 0 {
		w.cues = append(w.cues, demarche.Cue{Token: int(token) - 1, Sets: sets})
	}
}

// anchor is the token by which frame i hangs in the tree: the higher one of
// noun and support verb.
func (w *work) anchor(i int) int {
	f := &w.doc.Frames[i]
	if f.Light < 0 {
		return f.Pred
	}
	for c, steps := f.Light, 0; c >= 0 && steps < 3; c, steps = int(w.head[c]), steps+1 {
		if c == f.Pred {
			return f.Pred
		}
		if r := w.base(c); r != demarche.Acl && r != demarche.Conj {
			break
		}
	}
	return f.Light
}

// total is the status of the event at token i, which need not be a frame:
// "prospect" hands down what it is under.
func (w *work) total(i int) stat {
	switch w.stats[i].state {
	case 2:
		return w.stats[i]
	case 1:
		return stat{}
	}
	w.stats[i].state = 1
	s := w.incoming(i)
	own := w.own(i)
	s = s.plus(own)
	s.state = 2
	w.stats[i] = s
	return s
}

// plus puts own cues on top of what comes from above. Two negations make none.
func (s stat) plus(own stat) stat {
	switch {
	case s.neg > 0 && own.neg > 0 && s.neg != own.neg:
		s.neg = 0
	case own.neg > 0:
		s.neg = own.neg
	}
	if own.fut > 0 {
		s.fut = own.fut
	}
	if own.hyp > 0 {
		s.hyp = own.hyp
	}
	if own.his > 0 {
		s.his = own.his
	}
	if own.said > 0 {
		s.said = own.said
	}
	return s
}

// apply is what effect e of governor g leaves of its status up for what it
// governs.
func (w *work) apply(e effect, up stat, g int) stat {
	cue := int32(g) + 1
	s := stat{said: up.said, his: up.his}
	switch {
	case e&same != 0:
		s.neg, s.fut, s.hyp = up.neg, up.fut, up.hyp
	case e&fact != 0:
		return s
	case e&report != 0:
		if f := w.frameAt[g]; f >= 0 {
			s.said = f + 1
		}
		if up.neg > 0 || up.hyp > 0 { // "did not say that", "could say that"
			s.hyp = max(up.neg, up.hyp)
		}
	}
	if e&negation != 0 {
		s.hyp, s.fut = max(s.hyp, up.hyp), up.fut
		if up.neg == 0 {
			s.neg = cue
		}
	}
	if e&future != 0 {
		s.fut, s.hyp = cue, max(s.hyp, up.hyp)
		if up.neg > 0 {
			s.neg = up.neg
		}
	}
	if e&hypothetical != 0 {
		s.hyp = cue
	}
	if e&historical != 0 {
		s.his = cue
	}
	return s
}
