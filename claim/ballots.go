package claim

import (
	"strings"

	"github.com/demarche/demarche"
)

// ballot gives the subject of a verb of voting its choice.
func (v *voting) ballot(i int) {
	choice := v.choice(i)
	if v.unrealBallot(i) {
		return
	}
	s := v.subject(i)
	if choice == "" {
		if choice = v.toDo(i); choice == "" {
			return
		}
	}
	if v.doc.Tokens[i].Lemma == "veto" {
		v.v.Outcome = Rejected
		if o := v.child(i, demarche.Obj); o >= 0 && v.isMatter(o) {
			v.v.Matter = o
		}
	}
	if s < 0 {
		return
	}
	if v.child(i, demarche.Conj) >= 0 || v.doc.Tokens[i].Rel.Base() == demarche.Conj { // "abstained or did not vote"
		if other := v.otherChoice(i, s); other == Absent && choice == Abstained || other == Abstained && choice == Absent {
			choice = AbstainedAbsent
		}
	}
	if !v.asBody(s, choice) {
		v.numbered(s, choice)
		v.cast(s, choice)
	}
	if next := v.colonAfter(i); next >= 0 {
		v.cast(next, choice)
	}
}

// toDo reads "voted to expel the member": what follows is the matter.
func (v *voting) toDo(i int) string {
	for j := i + 1; j < v.r.End; j++ {
		t := &v.doc.Tokens[j]
		if t.Head == i && (t.Rel.Base() == demarche.Xcomp || t.Rel.Base() == demarche.Advcl) && t.XPOS == "VB" {
			if v.v.Matter < 0 {
				v.v.Matter = j
			}
			return For
		}
	}
	return ""
}

// asBody: a body that votes for something adopts it.
func (v *voting) asBody(s int, choice string) bool {
	if !bodies[v.doc.Tokens[s].Lemma] && !bodies[v.norm(s)] {
		return false
	}
	v.v.Body = s
	switch {
	case v.v.Outcome != "":
	case choice == For:
		v.v.Outcome = Adopted
	case choice == Against:
		v.v.Outcome = Rejected
	}
	return true
}

// numbered counts "five countries, including Belarus".
func (v *voting) numbered(s int, choice string) {
	for j := v.r.First; j < s; j++ {
		if t := &v.doc.Tokens[j]; t.Head != s || t.Rel.Base() != demarche.Nummod || v.pointed(j) {
			continue
		}
		if n, ok := v.number(j); ok {
			v.file(choice, n)
		}
	}
}

// pointed says that a number only points at those who are counted: "all five
// Central Asian nations"; all members are a tally all the same.
func (v *voting) pointed(i int) bool {
	switch v.norm(i - 1) {
	case "all":
		return v.norm(i+1) != "members" && v.norm(i+2) != "members"
	case "the", "these", "those", "both", "other":
		return true
	}
	return false
}

// cast keeps a ballot for each of those named by the phrase at token s: the
// coordinated ones, and those that "including" adds. A bare number of
// countries or members is a tally (see tally).
func (v *voting) cast(s int, choice string) {
	for j := v.r.First; j < v.r.End; j++ {
		t := &v.doc.Tokens[j]
		part := j == s || t.Head == s && (t.Rel.Base() == demarche.Conj || t.Rel.Base() == demarche.Appos || t.Rel.Base() == demarche.Nmod && v.marked(j, "including"))
		included := t.Rel.Base() == demarche.Conj && t.Head >= 0 && v.doc.Tokens[t.Head].Head == s && v.doc.Tokens[t.Head].Rel.Base() == demarche.Nmod && v.marked(t.Head, "including")
		if !part && !included || !v.isVoter(j) || v.hasVoted(j) {
			continue
		}
		v.v.Ballots = append(v.v.Ballots, demarche.Ballot{Voter: j, Choice: choice})
	}
}

// hasVoted says that a ballot of the voter is known already.
func (v *voting) hasVoted(voter int) bool {
	for k := range v.v.Ballots {
		if v.v.Ballots[k].Voter == voter {
			return true
		}
	}
	return false
}

// isVoter says that token j is somebody: a name, or a group that the text
// tells apart ("all five nations", "the opposition"), not a number of some.
func (v *voting) isVoter(j int) bool {
	t := &v.doc.Tokens[j]
	if t.UPOS == demarche.PROPN {
		return !v.inTime(j)
	}
	if t.UPOS != demarche.NOUN || !memberWords[t.Lemma] {
		return false
	}
	numbered := false
	for k := v.r.First; k < j; k++ {
		c := &v.doc.Tokens[k]
		if c.Head != j {
			continue
		}
		switch w := strings.ToLower(c.Norm); {
		case w == "all" || w == "the" || w == "both" || c.Rel == demarche.NmodPoss:
			return true
		case c.UPOS == demarche.NUM:
			numbered = true
		}
	}
	return !numbered && v.doc.MentionAt(j) >= 0
}

func (v *voting) inTime(i int) bool {
	for k := range v.doc.Times {
		if v.doc.Times[k].Contains(i) {
			return true
		}
	}
	return false
}

// choice is how verb i says that its subject voted, "" when it does not.
func (v *voting) choice(i int) string {
	t := &v.doc.Tokens[i]
	switch t.Lemma {
	case "abstain":
		return Abstained
	case "veto":
		return Against
	}
	if v.negated(i) {
		return Absent
	}
	for j := i + 1; j < min(v.r.End, i+4); j++ {
		switch strings.ToLower(v.doc.Tokens[j].Norm) {
		case "against", "no", "nay":
			return Against
		case "for", "yes", "yea", "aye":
			return For
		case "in":
			if w := v.norm(j + 1); w == "favour" || w == "favor" || w == "support" {
				return For
			}
		case "down":
			return Against
		case "to", ",":
			return ""
		}
	}
	return ""
}

// otherChoice is that of the verb of voting coordinated with verb i.
func (v *voting) otherChoice(i, subject int) string {
	for j := v.r.First; j < v.r.End; j++ {
		t := &v.doc.Tokens[j]
		if j == i || t.UPOS != demarche.VERB || t.Lemma != "vote" && t.Lemma != "abstain" || t.Head != i && v.doc.Tokens[i].Head != j {
			continue
		}
		if own := v.child(j, demarche.Nsubj); own < 0 || own == subject {
			return v.choice(j)
		}
	}
	return ""
}

func (v *voting) negated(i int) bool {
	for j := max(v.r.First, i-3); j < i; j++ {
		if w := v.norm(j); w == "not" || w == "n't" || w == "never" {
			return true
		}
	}
	return false
}

// unrealBallot says that the vote is still to come, wanted or only possible.
func (v *voting) unrealBallot(i int) bool {
	for k := range v.doc.Frames {
		if f := &v.doc.Frames[k]; f.Pred == i {
			return f.Status.Future || f.Status.Hypothetical
		}
	}
	return false
}

// subject is who verb i is said of, through coordination; a participle's is
// the noun before it ("32 countries abstaining").
func (v *voting) subject(i int) int {
	for steps, j := 0, i; steps < 4 && j >= 0; steps++ {
		if s := v.child(j, demarche.Nsubj); s >= 0 {
			if w := v.norm(s); (w == "who" || w == "which" || w == "that") && v.doc.Tokens[j].Head >= 0 {
				return v.doc.Tokens[j].Head
			}
			return s
		}
		t := &v.doc.Tokens[j]
		if t.Rel.Base() != demarche.Conj {
			break
		}
		j = t.Head
	}
	if i > v.r.First && v.isNoun(i-1) && v.doc.Tokens[i].XPOS != "NN" {
		return i - 1
	}
	return -1
}

// colonAfter is the first name of a list behind a colon after verb i.
func (v *voting) colonAfter(i int) int {
	for j := i + 1; j < min(v.r.End, i+8); j++ {
		if v.norm(j) != ":" {
			continue
		}
		for k := j + 1; k < min(v.r.End, j+5); k++ {
			if v.doc.Tokens[k].UPOS == demarche.PROPN && v.doc.Tokens[k].Rel.Base() != demarche.Compound {
				return k
			}
		}
	}
	return -1
}

func (v *voting) norm(i int) string {
	if i < v.r.First || i >= v.r.End {
		return ""
	}
	return strings.ToLower(v.doc.Tokens[i].Norm)
}

func (v *voting) isNoun(i int) bool {
	u := v.doc.Tokens[i].UPOS
	return u == demarche.NOUN || u == demarche.PROPN
}

func (v *voting) child(i int, rel demarche.Rel) int {
	for j := v.r.First; j < v.r.End; j++ {
		if v.doc.Tokens[j].Head == i && v.doc.Tokens[j].Rel.Base() == rel {
			return j
		}
	}
	return -1
}

func (v *voting) marked(i int, preps ...string) bool {
	for j := v.r.First; j < i; j++ {
		if t := &v.doc.Tokens[j]; t.Head == i && t.Rel.Base() == demarche.Case {
			for _, p := range preps {
				if strings.EqualFold(t.Norm, p) {
					return true
				}
			}
		}
	}
	return false
}
