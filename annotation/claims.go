package annotation

import "github.com/demarche/demarche"

// Claim is a statement of fact with a figure and whoever makes it.
type Claim struct {
	Words
	Sentence int              `json:"sentence"` // from 1
	Source   *demarche.Entity `json:"source"`
	Cue      *string          `json:"cue"`
	About    *About           `json:"about"`
	What     string           `json:"what"`   // the predicate in its base form
	Change   *string          `json:"change"` // rise or fall
	Amount   *Quantity        `json:"amount"`
	By       *Quantity        `json:"by,omitempty"`   // how much it changed
	From     *Quantity        `json:"from,omitempty"` // how much it was before
	When     *Time            `json:"when"`
}

// About is what a claim is about, with the actors named in its words.
type About struct {
	Words
	Entities []demarche.Entity `json:"entities"`
}

// Vote is a ballot; numbers are left out where the text gives none.
type Vote struct {
	Words
	Body      *demarche.Entity `json:"body"`
	Matter    *Words           `json:"matter"`
	Outcome   *string          `json:"outcome"` // adopted or rejected
	For       *int             `json:"for,omitempty"`
	Against   *int             `json:"against,omitempty"`
	Abstained *int             `json:"abstained,omitempty"`
	Absent    *int             `json:"absent,omitempty"`
	Ballots   []Ballot         `json:"ballots"`
}

// Ballot is how somebody voted.
type Ballot struct {
	Voter  *demarche.Entity `json:"voter"`
	Choice string           `json:"choice"` // for, against, abstained, absent, abstained-or-absent
}

func (a annotator) claim(c *demarche.Claim) Claim {
	out := Claim{
		Words: a.text(c.Range), Sentence: a.doc.SentenceOf(c.Predicate) + 1, Source: a.speaker(c.Source), What: a.what(c),
		Change: nonEmpty(c.Change), Amount: a.figure(c.Amount), By: a.figure(c.By), From: a.figure(c.From),
	}
	if c.Cue >= 0 {
		out.Cue = &a.doc.Tokens[c.Cue].Form
	}
	if c.About.Len() > 0 {
		out.About = &About{a.text(c.About), a.named(c.About)}
	}
	if c.Time >= 0 {
		t := a.time(&a.doc.Times[c.Time])
		out.When = &t
	}
	return out
}

// what is the predicate in its base form; where the figure itself is the
// predicate ("the toll was 12"), the verb is to be.
func (a annotator) what(c *demarche.Claim) string {
	if c.Amount >= 0 {
		if q := &a.doc.Quantities[c.Amount]; q.Contains(c.Predicate) && q.Of != c.Predicate {
			return "be"
		}
	}
	return a.doc.Tokens[c.Predicate].Lemma
}

func (a annotator) figure(n int) *Quantity {
	if n < 0 {
		return nil
	}
	q := a.quantity(&a.doc.Quantities[n])
	return &q
}

// named are the actors that names within r stand for.
func (a annotator) named(r demarche.Range) []demarche.Entity {
	found := []demarche.Entity{}
	for i := range a.doc.Mentions {
		if m := &a.doc.Mentions[i]; r.Contains(m.Head) && len(m.Actors) > 0 {
			found = append(found, *a.speaker(m.Head))
		}
	}
	return found
}

func (a annotator) vote(v *demarche.Vote) Vote {
	out := Vote{
		Words: a.text(v.Range), Body: a.speaker(v.Body), Outcome: nonEmpty(v.Outcome), Ballots: []Ballot{},
		For: known(v.Tally.For), Against: known(v.Tally.Against), Abstained: known(v.Tally.Abstained), Absent: known(v.Tally.Absent),
	}
	if v.Matter >= 0 {
		m := a.text(a.doc.PhraseOf(v.Matter))
		out.Matter = &m
	}
	for _, b := range v.Ballots {
		out.Ballots = append(out.Ballots, Ballot{a.speaker(b.Voter), b.Choice})
	}
	return out
}

func known(n int) *int {
	if n < 0 {
		return nil
	}
	return &n
}
