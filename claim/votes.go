package claim

import (
	"strings"

	"github.com/demarche/demarche"
)

// Outcomes of votes and choices of voters.
const (
	Adopted  = "adopted"
	Rejected = "rejected"

	For             = "for"
	Against         = "against"
	Abstained       = "abstained"
	Absent          = "absent"
	AbstainedAbsent = "abstained-or-absent"
)

// voting is the work on the votes of one document.
type voting struct {
	doc *demarche.Doc
	r   demarche.Range // of the sentence
	v   demarche.Vote
}

// sentence reads what one sentence tells of a vote: the choice that each verb
// of voting gives its subject, the tallies, what was voted on, and how it
// came out.
func (v *voting) sentence(n int) {
	v.r = v.doc.Sentences[n].Range
	if !v.speaksOfVotes() {
		return
	}
	v.v = demarche.Vote{Range: v.r, Body: -1, Matter: -1, Tally: demarche.Tally{For: -1, Against: -1, Abstained: -1, Absent: -1}}
	decided := -1
	for i := v.r.First; i < v.r.End; i++ {
		t := &v.doc.Tokens[i]
		switch {
		case t.UPOS == demarche.VERB && (t.Lemma == "vote" || t.Lemma == "abstain" || t.Lemma == "veto"):
			v.ballot(i)
		case t.UPOS == demarche.VERB && outcomes[t.Lemma] != "" && decided < 0:
			if v.decision(i) {
				decided = i
			}
		}
	}
	v.tally()
	v.matter(decided)
	v.voters()
	if v.tellsSomething() && !v.join(n) {
		v.doc.Votes = append(v.doc.Votes, v.v)
	}
}

// speaksOfVotes is the quick test that most sentences fail.
func (v *voting) speaksOfVotes() bool {
	matter, decides := false, false
	for i := v.r.First; i < v.r.End; i++ {
		t := &v.doc.Tokens[i]
		switch {
		case ballotWords[t.Lemma]:
			return true
		case matters[t.Lemma]:
			matter = true
		case t.UPOS == demarche.VERB && outcomes[t.Lemma] != "":
			decides = true
		}
	}
	return matter && decides
}

// decision reads a verb of deciding with the matter as its object, or in the
// passive as its subject.
func (v *voting) decision(i int) bool {
	subject, object := v.child(i, demarche.Nsubj), v.child(i, demarche.Obj)
	if subject >= 0 && v.doc.Tokens[subject].Rel == demarche.NsubjPass {
		object, subject = subject, v.agent(i)
	} else if object < 0 && subject >= 0 && v.isMatter(subject) { // "the bill passed", "the motion failed"
		object, subject = subject, -1
	}
	if object < 0 || !v.isMatter(object) || v.unreal(i) {
		return false
	}
	if subject >= 0 && bodies[v.doc.Tokens[subject].Lemma] {
		v.v.Body = subject
	}
	v.v.Matter, v.v.Outcome = object, outcomes[v.doc.Tokens[i].Lemma]
	return true
}

func (v *voting) isMatter(i int) bool {
	t := &v.doc.Tokens[i]
	return matters[t.Lemma] || matters[strings.ToLower(t.Norm)]
}

// unreal says that the decision is only planned, wanted, or did not come.
func (v *voting) unreal(i int) bool {
	if v.negated(i) {
		return true
	}
	for k := range v.doc.Frames {
		if f := &v.doc.Frames[k]; f.Pred == i {
			return !f.Status.Done()
		}
	}
	return v.doc.Tokens[i].Rel.Base() == demarche.Xcomp
}

// agent is the phrase with by below a passive.
func (v *voting) agent(i int) int {
	for j := i + 1; j < v.r.End; j++ {
		if t := &v.doc.Tokens[j]; t.Head == i && (t.Rel == demarche.OblAgent || t.Rel.Base() == demarche.Obl && v.marked(j, "by")) && !v.counts(j) {
			return j
		}
	}
	return -1
}

// counts says that token i is a count of votes rather than somebody.
func (v *voting) counts(i int) bool {
	t := &v.doc.Tokens[i]
	return t.UPOS == demarche.NUM || t.Lemma == "vote" || t.Lemma == "margin" || t.Lemma == "majority"
}

// matter finds what was voted on, and by which body, where the verb of
// deciding has not told: "voted against the sanctions", "abstained on a
// General Assembly resolution".
func (v *voting) matter(decided int) {
	for i := v.r.First; i < v.r.End; i++ {
		t := &v.doc.Tokens[i]
		if !v.isNoun(i) {
			continue
		}
		if v.v.Matter < 0 && v.isMatter(i) && !v.ownVerb(i) && !v.modifies(i) {
			v.v.Matter = i
		}
		if v.v.Body < 0 && bodies[t.Lemma] && t.Rel.Base() == demarche.Nsubj && v.doc.Tokens[max(0, t.Head)].Lemma == "vote" {
			v.v.Body = i
		}
	}
	if v.v.Body >= 0 {
		return
	}
	for i := v.r.First; i < v.r.End; i++ { // "a UN General Assembly resolution", "in the Security Council"
		t := &v.doc.Tokens[i]
		name := t.UPOS == demarche.PROPN && bodies[strings.ToLower(t.Norm)] && !memberWords[strings.ToLower(t.Norm)]
		if name || bodies[t.Lemma] && v.marked(i, "in", "of", "by") && i != v.v.Matter {
			v.v.Body = i
			return
		}
	}
}

// modifies says that a matter only names another: the "draft" of "draft
// resolution".
func (v *voting) modifies(i int) bool {
	t := &v.doc.Tokens[i]
	return t.Rel.Base() == demarche.Compound && t.Head >= 0 && v.isMatter(t.Head)
}

// ownVerb says that a noun such as "measure" stands as subject of another
// verb than those of voting.
func (v *voting) ownVerb(i int) bool {
	t := &v.doc.Tokens[i]
	return t.Rel == demarche.Nsubj && t.Head >= 0 && !ballotWords[v.doc.Tokens[t.Head].Lemma]
}

// tellsSomething wants a tally, a named voter with a choice, or a body that
// decided on a matter.
func (v *voting) tellsSomething() bool {
	if v.v.Tally != (demarche.Tally{For: -1, Against: -1, Abstained: -1, Absent: -1}) {
		return true
	}
	if len(v.v.Ballots) > 0 {
		return v.v.Matter >= 0 || v.v.Body >= 0 || v.allNamed()
	}
	return v.v.Body >= 0 && v.v.Matter >= 0 && v.v.Outcome != ""
}

// allNamed says that every voter is somebody with a name.
func (v *voting) allNamed() bool {
	for _, b := range v.v.Ballots {
		if v.doc.Tokens[b.Voter].UPOS != demarche.PROPN {
			return false
		}
	}
	return true
}

// join adds what was read to the vote of the sentence before, where the two
// tell different things of one vote.
func (v *voting) join(n int) bool {
	k := len(v.doc.Votes) - 1
	if k < 0 || n == 0 || v.doc.Votes[k].Range.End != v.doc.Sentences[n-1].Range.End {
		return false
	}
	o := &v.doc.Votes[k]
	newMatter := v.v.Matter >= 0 && o.Matter >= 0 && v.doc.Tokens[v.v.Matter].Lemma != v.doc.Tokens[o.Matter].Lemma
	if newMatter || v.v.Outcome != "" && o.Outcome != "" || clash(v.v.Tally, o.Tally) {
		return false
	}
	if o.Matter < 0 {
		o.Matter = v.v.Matter
	}
	if o.Body < 0 {
		o.Body = v.v.Body
	}
	if o.Outcome == "" {
		o.Outcome = v.v.Outcome
	}
	o.Tally = merged(o.Tally, v.v.Tally)
	o.Ballots = append(o.Ballots, v.v.Ballots...)
	o.Range.End = v.v.Range.End
	return true
}

func clash(a, b demarche.Tally) bool {
	return a.For >= 0 && b.For >= 0 || a.Against >= 0 && b.Against >= 0 || a.Abstained >= 0 && b.Abstained >= 0
}

func merged(a, b demarche.Tally) demarche.Tally {
	return demarche.Tally{For: max(a.For, b.For), Against: max(a.Against, b.Against), Abstained: max(a.Abstained, b.Abstained), Absent: max(a.Absent, b.Absent)}
}
