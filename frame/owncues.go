package frame

import (
	"strconv"

	"github.com/demarche/demarche"
)

// own is the status that the words beside predicate i say of it.
func (w *work) own(i int) stat {
	var s stat
	f := w.frameAt[i]
	if f >= 0 && w.carries[i] { // what is said of the noun holds for the whole
		n := w.doc.Frames[f].Pred
		w.nounCues(n, &s)
		if t := w.top(n); t != n {
			w.nounCues(t, &s)
		}
	}
	if f >= 0 {
		w.supportCue(i, int(f), &s)
		if fr := &w.doc.Frames[f]; fr.Light >= 0 && fr.Light != i && w.anchor(int(f)) == i {
			w.verbCues(fr.Light, &s)
		}
	}
	if w.toks[i].UPOS == demarche.VERB || w.child(i, demarche.Cop) >= 0 {
		w.verbCues(i, &s)
	} else {
		w.nounCues(i, &s)
		w.yearsAgo(i, &s)
	}
	w.carriedOut(i, &s)
	w.dates(i, &s)
	w.hearsay(i, &s)
	return s
}

// carriedOut takes the future from a planned event that a verb says was done:
// "executed a planned strike".
func (w *work) carriedOut(i int, s *stat) {
	n := i
	if f := w.frameAt[i]; f >= 0 && w.carries[i] {
		n = w.doc.Frames[f].Pred
	}
	v := int(w.head[n])
	if s.fut == 0 || v < 0 || w.toks[v].UPOS != demarche.VERB || w.rel[n] != demarche.Obj && w.rel[n] != demarche.NsubjPass {
		return
	}
	switch w.verbLemma(v) {
	case "execute", "carry out", "conduct", "hold", "begin", "start", "launch", "complete", "stage", "implement", "make", "perform", "undertake", "finish", "open":
		if at := int(s.fut) - 1; w.head[at] == int32(n) && w.base(at) == demarche.Amod {
			s.fut = 0
		}
	}
}

// supportCue: "pledged aid" is aid to come, "demanded an apology" none yet.
func (w *work) supportCue(i, f int, s *stat) {
	v := w.doc.Frames[f].Light
	if v < 0 || w.anchor(f) != i {
		return
	}
	e := w.weaken(w.status[w.verbLemma(v)].nominal, w.doc.Frames[f].Pred)
	switch at := int32(v) + 1; {
	case e&future != 0:
		s.fut = at
	case e&hypothetical != 0:
		s.hyp = at
	case e&negation != 0:
		s.neg = at
	}
}

// verbCues reads auxiliaries, negations and the sentence's mood.
func (w *work) verbCues(i int, s *stat) {
	verb := w.toks[i].UPOS == demarche.VERB
	for c := w.first[i]; c >= 0; c = w.next[c] {
		k, at := int(c), c+1
		switch w.base(k) {
		case demarche.Aux:
			w.auxiliary(i, k, s)
		case demarche.Advmod, demarche.Cc, demarche.Det:
			w.adverb(k, s)
		case demarche.Nsubj, demarche.Obj:
			if d := w.negativePhrase(k); d >= 0 && verb && !w.carriesNoun(i, k) {
				s.neg = int32(d) + 1
			}
		case demarche.Mark:
			if w.lower(k) == "to" && w.announced(i) {
				if w.yet(i) { // "has yet to sign"
					s.neg = at
				} else {
					s.fut = at
				}
			}
		}
	}
	switch {
	case w.isToBe(i):
		s.fut = int32(w.child(i, demarche.Cop)) + 1
	case verb && w.child(i, demarche.Cop) >= 0 && w.marker(i) == "to": // "the plan is to attack"
		s.hyp = int32(w.child(i, demarche.Cop)) + 1
	case w.isQuestion(i):
		s.hyp = int32(w.doc.Sentences[w.doc.SentenceOf(i)].Range.End)
	case w.isImperative(i):
		s.hyp = int32(i) + 1
	}
}

func (w *work) carriesNoun(v, k int) bool { return w.carries[v] && w.lightOf[w.step(k)] == int32(v) }

func (w *work) auxiliary(i, k int, s *stat) {
	at := int32(k) + 1
	switch w.lower(k) {
	case "will", "shall", "'ll", "wo", "sha", "ll":
		s.fut = at
	case "would", "'d":
		if w.lower(k) == "'d" && (w.toks[i].XPOS == "VBN" || w.toks[i].XPOS == "VBD") {
			return
		}
		if w.reportedPast(i) && !w.perfect(i) {
			s.fut = at
		} else {
			s.hyp = at
		}
	case "may", "might", "could", "can", "ca", "should", "must", "ought", "need":
		s.hyp = at
		if l := w.lower(k); (l == "could" || l == "ca" || l == "can") && w.negated(i) {
			s.hyp = 0
		}
	case "be", "is", "are", "was", "were":
		if m := w.child(i, demarche.Mark); m > k && w.lower(m) == "to" && w.base(i) != demarche.Advcl {
			s.fut = at
		}
	}
}

// perfect says whether verb i has the auxiliary "have".
func (w *work) perfect(i int) bool {
	for c := w.first[i]; c >= 0; c = w.next[c] {
		if w.rel[c] == demarche.Aux && w.lemma(int(c)) == "have" {
			return true
		}
	}
	return false
}

func (w *work) negated(i int) bool {
	var s stat
	for c := w.first[i]; c >= 0; c = w.next[c] {
		if w.base(int(c)) == demarche.Advmod {
			w.adverb(int(c), &s)
		}
	}
	return s.neg > 0
}

// reportedPast says whether clause i is what somebody said in the past, where
// "would" is the past of "will".
func (w *work) reportedPast(i int) bool {
	i = w.firstConjunct(i)
	h := int(w.head[i])
	if h < 0 || w.base(i) != demarche.Ccomp {
		return false
	}
	return w.effectOn(h).clause&(report|future) != 0 && (w.toks[h].XPOS == "VBD" || w.past(h) || w.toks[h].XPOS == "VBG" || w.toks[h].XPOS == "VBN")
}

// adverb reads "not", "never", "nor" and their like.
func (w *work) adverb(k int, s *stat) {
	switch w.lower(k) {
	case "not", "n't", "never", "no", "neither", "nor", "nowhere", "hardly", "barely", "nt", "n’t", "cannot":
		if w.next[k] >= 0 && w.lower(k) == "not" && k+1 < len(w.toks) && w.lower(k+1) == "only" {
			return
		}
		s.neg = int32(k) + 1
	case "longer", "anymore":
		if c := w.first[k]; c >= 0 && w.lower(int(c)) == "no" {
			s.neg = int32(k) + 1
		}
	case "possibly", "perhaps", "maybe", "potentially", "probably", "likely":
		s.hyp = int32(k) + 1
	case "almost", "nearly":
		if w.rel[k] == demarche.Advmod && w.head[k] >= 0 && w.toks[w.head[k]].UPOS == demarche.VERB {
			s.neg = int32(k) + 1
		}
	case "tomorrow":
		s.fut = int32(k) + 1
	}
}

// negativePhrase is the negative word of "no X", "nobody", "none of X"; -1
// when there is none.
func (w *work) negativePhrase(k int) int {
	switch w.lower(k) {
	case "nobody", "nothing", "none", "neither", "noone":
		return k
	}
	if d := w.child(k, demarche.Det); d >= 0 && (w.lower(d) == "no" || w.lower(d) == "neither") {
		return d
	}
	if c := w.child(k, "cc:preconj"); c >= 0 && w.lower(c) == "neither" {
		return c
	}
	return w.notOne(k)
}

// notOne is the "not" of "not one", "not a single prisoner"; -1 for others.
func (w *work) notOne(k int) int {
	for t := int(w.left[k]); t+1 < k; t++ {
		if w.lower(t) == "not" && w.head[t] != w.head[k] && (w.lower(t+1) == "one" || t+2 < k && w.lower(t+1) == "a" && w.lower(t+2) == "single") {
			return t
		}
	}
	return -1
}

// announced says whether "to" and verb stand for a future, as in the headline
// "Blinken to visit Astana".
func (w *work) announced(i int) bool {
	return (w.rel[i] == demarche.Root || w.rel[i] == demarche.Parataxis) && w.ownSubject(i) >= 0 &&
		w.child(i, demarche.Cop) < 0 && w.toks[i].XPOS == "VB"
}

func (w *work) isQuestion(i int) bool {
	r := w.firstConjunct(i)
	if w.rel[r] != demarche.Root && w.rel[r] != demarche.Ccomp && w.rel[r] != demarche.Parataxis {
		return false
	}
	if w.rel[r] == demarche.Root {
		s := w.doc.SentenceOf(i)
		if s < 0 {
			return false
		}
		for k := w.doc.Sentences[s].Range.End - 1; k > i; k-- {
			if w.toks[k].Form == "?" {
				return true
			}
			if w.toks[k].UPOS != demarche.PUNCT {
				return false
			}
		}
		return false
	}
	// a quoted question ends with its own mark
	e := int(w.right[r])
	for k := e; k > i && k > e-3; k-- {
		if w.toks[k].Form == "?" {
			return true
		}
	}
	return false
}

func (w *work) isImperative(i int) bool {
	if w.toks[i].XPOS != "VB" || w.toks[i].UPOS != demarche.VERB {
		return false
	}
	r := w.firstConjunct(i)
	if w.toks[r].XPOS != "VB" || w.ownSubject(r) >= 0 {
		return false
	}
	switch w.rel[r] {
	case demarche.Root, demarche.Parataxis:
	case demarche.Ccomp:
		if w.marker(r) != "" {
			return false
		}
	default:
		return false
	}
	return w.child(r, demarche.Aux) < 0 && w.marker(r) == ""
}

// nounCues reads adjectives and determiners of a nominal event: "planned",
// "no", "former".
func (w *work) nounCues(n int, s *stat) {
	for c := w.first[n]; c >= 0; c = w.next[c] {
		at := c + 1
		switch w.base(int(c)) {
		case demarche.Det:
			switch w.lower(int(c)) {
			case "no", "neither":
				s.neg = at
			case "any":
				s.hyp = at
			}
		case demarche.Amod, demarche.Advmod, demarche.Compound:
			w.adjective(int(c), s)
		case demarche.Nmod, demarche.Obl:
			if w.base(int(c)) != demarche.Nmod || w.isTime(int(c)) {
				if w.next_(int(c)) {
					s.fut = at
				}
			}
		}
	}
}

func (w *work) adjective(k int, s *stat) {
	at := int32(k) + 1
	switch w.lower(k) {
	case "upcoming", "planned", "forthcoming", "scheduled", "future", "impending", "expected", "imminent", "promised", "looming", "coming":
		s.fut = at
	case "next":
		s.fut = at
	case "proposed", "possible", "potential", "threatened", "hypothetical", "likely", "feared", "requested", "suspected", "prospective", "alleged", "eventual", "would-be":
		s.hyp = at
	case "attempted", "failed", "cancelled", "canceled", "averted", "aborted", "thwarted", "foiled", "non-existent", "so-called", "fake", "unsuccessful":
		if l := w.lower(k); l != "so-called" && l != "failed" && l != "unsuccessful" {
			s.neg = at
		}
	case "former", "historic", "past", "previous", "prewar", "pre-war", "cold", "ancient", "centuries-old":
		if l := w.lower(k); l == "former" || l == "ancient" {
			s.his = at
		}
	}
}

// next_ says whether time expression k lies ahead: "next week", "tomorrow".
func (w *work) next_(k int) bool {
	if w.lower(k) == "tomorrow" {
		return true
	}
	for c := w.first[k]; c >= 0; c = w.next[c] {
		if w.rel[c] == demarche.Amod {
			switch w.lower(int(c)) {
			case "next", "coming", "following":
				return w.lower(int(c)) != "following"
			}
		}
	}
	return false
}

// dates reads time expressions of predicate i: what lies years before the
// document's date is background, what lies after it is to come.
func (w *work) dates(i int, s *stat) {
	for c := w.first[i]; c >= 0; c = w.next[c] {
		k := int(c)
		switch w.base(k) {
		case demarche.Advmod, demarche.Obl, demarche.Nmod, demarche.Nummod, demarche.Compound, demarche.Amod, demarche.Advcl:
			w.date(i, k, s)
		}
	}
}

// yearsAgo finds "a year ago" right after the phrase of event noun i, whatever
// the tree hangs it on.
func (w *work) yearsAgo(i int, s *stat) {
	for k := int(w.right[i]) + 1; k <= int(w.right[i])+4 && k < len(w.toks); k++ {
		switch {
		case w.toks[k].UPOS == demarche.NUM || w.toks[k].UPOS == demarche.DET || w.lower(k) == "several" || w.lower(k) == "many" || w.lower(k) == "few":
		case longUnit(w.lemma(k)) && k+1 < len(w.toks) && w.lower(k+1) == "ago":
			s.his = int32(k) + 2
			return
		default:
			return
		}
	}
}

func longUnit(lemma string) bool { return lemma == "year" || lemma == "decade" || lemma == "century" }

func (w *work) date(i, k int, s *stat) {
	at := int32(k) + 1
	if w.lower(k) == "ago" {
		if u := w.first[k]; u >= 0 {
			if longUnit(w.lemma(int(u))) {
				s.his = at
			}
		}
		return
	}
	if y := w.year(k); y > 0 && w.doc.Date.Year > 0 && w.onlyDate(k) {
		switch {
		case y <= w.doc.Date.Year-2:
			s.his = at
		case y > w.doc.Date.Year && !w.past(i):
			s.fut = at
		}
	}
	if w.toks[i].UPOS == demarche.VERB && w.next_(k) && !w.past(i) && w.isTime(k) {
		s.fut = at
	}
}

// onlyDate keeps "since 2014" and "from 2014", which begin in the past and
// reach the present, from being background.
func (w *work) onlyDate(k int) bool {
	p, _ := w.prep(k)
	return p != "since" && p != "from" && p != "until" && p != "by"
}

// year is the year that token k or one under it names: "2014", "in March
// 2014"; 0 when none.
func (w *work) year(k int) int {
	if y := yearOf(w.toks[k].Form); y > 0 {
		return y
	}
	if !w.isTime(k) {
		return 0
	}
	for c := w.first[k]; c >= 0; c = w.next[c] {
		if y := yearOf(w.toks[c].Form); y > 0 {
			return y
		}
		for d := w.first[c]; d >= 0; d = w.next[d] {
			if y := yearOf(w.toks[d].Form); y > 0 {
				return y
			}
		}
	}
	return 0
}

func yearOf(form string) int {
	if len(form) != 4 {
		return 0
	}
	y, err := strconv.Atoi(form)
	if err != nil || y < 1500 || y > 2100 {
		return 0
	}
	return y
}

// hearsay finds who says so: "according to X", and "he said" set beside.
func (w *work) hearsay(i int, s *stat) {
	for c := w.first[i]; c >= 0; c = w.next[c] {
		k := int(c)
		switch w.base(k) {
		case demarche.Obl, demarche.Nmod:
			if a := w.child(k, demarche.Case); a >= 0 && w.lower(a) == "according" && w.frameAt[a] >= 0 {
				s.said = w.frameAt[a] + 1
			}
		case demarche.Parataxis:
			if w.frameAt[k] >= 0 && w.reports(k) {
				s.said = w.frameAt[k] + 1
			}
		}
	}
}
