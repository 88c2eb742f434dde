package coder

import (
	"slices"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/codebook"
)

// selected are the indices of the codings that become events: not in the
// headline of a text that has a body, with somebody political on one side, and
// none twice.
func (w *writer) selected() []int {
	var keep []int
	for i := range w.doc.Codings {
		c := &w.doc.Codings[i]
		w.townsAttacked(c)
		w.hostUnnamed(c)
		w.askHolder(c)
		w.hostOfTalks(c)
		if w.inHeadline(c) || !w.supported(c) || !w.political(c) || w.ofItself(c) || w.amongItself(c) || w.atHome(c) || w.overDisaster(c) || w.noNews(c) {
			continue
		}
		keep = append(keep, i)
	}
	return w.withoutRepeats(keep)
}

// noNews says that the words are in the words of politics but tell no event of it.
func (w *writer) noNews(c *demarche.Coding) bool {
	return w.isEssay() || w.conditional(c) || w.onlyOpinion(c) || w.toFollowers(c) || w.habitual(c) || w.merelyCriminal(c) || w.fightOfWords(c) ||
		w.overAccident(c) || w.letterAlone(c) || w.gotThing(c) ||
		w.byLaw(c) || w.byStrangers(c) || w.sits(c) || w.interviewed(c) || w.courtesy(c) || w.offersThing(c) || w.position(c) ||
		w.besidePolitics(c) || w.policeWork(c) || w.asksQuestion(c) || w.advises(c) || w.business(c) || w.paidTo(c) || w.speaksOf(c) || w.bannedFrom(c) || w.generic(c)
}

func (w *writer) inHeadline(c *demarche.Coding) bool {
	s := w.doc.Sentences[w.doc.Frames[c.Frame].Sent]
	return s.Headline && len(w.doc.Sentences) > 1
}

// agentless are the categories that news tells of without saying who did it
// ("two ministers were arrested"). The others are nothing without an actor.
var agentless = map[string]bool{
	"ASSAULT": true, "COERCE": true, "SANCTION": true, "AID": true,
	"CONCEDE": true, "RETREAT": true, "ACCUSE": true,
}

// supported says that the words carry an event: somebody known does it, or
// a verb of a kind that can do without says that it was done to somebody.
func (w *writer) supported(c *demarche.Coding) bool {
	f := &w.doc.Frames[c.Frame]
	bareNoun := f.Nominal() && f.Light < 0
	if w.alone(c, bareNoun) || w.fromHospital(c) {
		return false
	}
	if slices.ContainsFunc(c.Actors, w.isKnown) {
		return !bareNoun || len(c.Recipients) > 0 || w.tellsAlone(c)
	}
	bare := bareNoun && !slices.ContainsFunc(c.Recipients, func(r demarche.Filler) bool { return w.isTownBefore(r, c.Frame) }) || c.Category == "ACCUSE" && w.describes(f)
	return len(c.Actors) == 0 && agentless[c.Category] && !bare && slices.ContainsFunc(c.Recipients, w.isKnown)
}

// alone says that one person is given what only many do: "at a Lind rally", or
// that a noun speaks of him as of an army: "after her withdrawal".
func (w *writer) alone(c *demarche.Coding, bareNoun bool) bool {
	if !w.isPerson(c.Actors) {
		return false
	}
	return c.Category == "PROTEST" && slices.Contains(c.Modes, "demo") || bareNoun && c.Category == "RETREAT" && slices.Contains(c.Modes, "withdraw")
}

// fromHospital says that who is released was ill, not held, or that the sick
// are only brought to a doctor.
func (w *writer) fromHospital(c *demarche.Coding) bool {
	way := map[string]string{"RETREAT": "from", "AID": "to"}[c.Category]
	return (c.Category == "RETREAT" || c.Category == "AID" && len(c.Actors) == 0) && slices.ContainsFunc(w.doc.Frames[c.Frame].Args, func(a demarche.Arg) bool {
		return a.Prep == way && a.Head >= 0 && (w.doc.Tokens[a.Head].Lemma == "hospital" || w.doc.Tokens[a.Head].Lemma == "clinic")
	})
}

// tellsAlone says whether a noun with only an actor tells of an event. "Rebel
// attacks" do; "she spoke after the talks" does not say who talked with whom,
// and "the party's nomination" or "Russian promises" say nothing that was done.
func (w *writer) tellsAlone(c *demarche.Coding) bool {
	switch c.Category {
	case "CONSULT":
		return !w.isPerson(c.Actors) && !w.loneState(c)
	case "AGREE", "COOPERATE":
		return len(c.Actors) > 1 // "the deal between Norway and Chile"
	case "SUPPORT", "AID", "COERCE", "CONCEDE":
		return false
	}
	return true
}

// loneState says that one state only stands before the noun and no day is told:
// "the envoy for Ukraine negotiations".
func (w *writer) loneState(c *demarche.Coding) bool {
	if len(c.Actors) != 1 || c.Actors[0].Mention < 0 || w.ownTime(&w.doc.Frames[c.Frame]) != nil {
		return false
	}
	m := &w.doc.Mentions[c.Actors[0].Mention]
	return m.Type == demarche.GPE || w.doc.Tokens[m.Head].UPOS == demarche.ADJ
}

// verbOf is the token that carries a frame: of "opened fire" the verb.
func verbOf(f *demarche.Frame) int {
	if f.Light >= 0 {
		return f.Light
	}
	return f.Pred
}

// describes says whether the predicate only tells who somebody is: "the
// minister accused of fraud", "the group blamed for the attack".
func (w *writer) describes(f *demarche.Frame) bool {
	rel := w.doc.Tokens[verbOf(f)].Rel.Base()
	return rel == demarche.Acl || rel == demarche.Amod
}

// ofItself says whether a government says what its own country must do: "the
// UK must leave", said the prime minister. That is a plan, not a demand.
func (w *writer) ofItself(c *demarche.Coding) bool {
	if c.Category != "REQUEST" || w.doc.Tokens[w.doc.Frames[c.Frame].Pred].UPOS != demarche.AUX || len(c.Recipients) == 0 {
		return false
	}
	own := map[string]bool{}
	for _, a := range w.entities(c.Actors) {
		if a.Code != nil && a.Sector != nil && *a.Sector == "GOV" {
			own[*a.Code] = true
		}
	}
	for _, r := range w.entities(c.Recipients) {
		if r.Code == nil || !own[*r.Code] || r.Sector != nil && *r.Sector != "GOV" {
			return false
		}
	}
	return true
}

// amongItself says that a government is said to work with itself: "the minister
// worked with the government".
func (w *writer) amongItself(c *demarche.Coding) bool {
	if c.Category != "COOPERATE" || len(c.Actors) == 0 || len(c.Recipients) == 0 {
		return false
	}
	codes := map[string]bool{}
	for _, e := range append(w.entities(c.Actors), w.entities(c.Recipients)...) {
		if e.Code == nil || e.Sector == nil || *e.Sector != "GOV" {
			return false
		}
		codes[*e.Code] = true
	}
	return len(codes) == 1
}

// isPerson says that one person alone stands on a side.
func (w *writer) isPerson(side []demarche.Filler) bool {
	return len(side) == 1 && side[0].Mention >= 0 && w.doc.Mentions[side[0].Mention].Type == demarche.Person
}

// isKnown is false for a pronoun that nobody could be found for.
func (w *writer) isKnown(f demarche.Filler) bool {
	if f.Mention >= 0 && w.doc.Tokens[w.named(&w.doc.Mentions[f.Mention]).First].Lemma == "no" { // "no group claimed the attack"
		return false
	}
	if f.Mention < 0 {
		return w.doc.Tokens[f.Head].UPOS != demarche.PRON
	}
	m := &w.doc.Mentions[f.Mention]
	return !m.Pronoun || len(m.Actors) > 0
}

// notPolitical are sectors that make nobody political by themselves.
var notPolitical = map[string]bool{"BUS": true, "UNK": true, "MED": true, "EDU": true, "AGR": true, "SOC": true, "CRM": true}

// anybody says that the words stand for nobody in particular: "many people".
func anybody(words string) bool {
	at := strings.LastIndexByte(words, ' ')
	switch strings.ToLower(words[at+1:]) {
	case "people", "person", "persons", "everyone", "everybody", "someone", "somebody", "anyone", "we", "our", "us", "users", "fans", "customers", "viewers", "readers":
		return !strings.ContainsAny(words, "0123456789")
	}
	return false
}

// privately are the categories of what people do among themselves as well: an
// actor who invites a singer.
var privately = map[string]bool{"AGREE": true, "CONSULT": true, "SUPPORT": true}

// supranational are the codes of bodies that are political in all their parts:
// an expert of the United Nations, whatever he is an expert in.
var supranational = map[string]bool{"UNO": true, "EUR": true, "IGO": true, "NGO": true, "ISM": true, "IMG": true}

// political says that one side at least is a state, a public body, an
// organised group, or people acting in public. A quarrel between two companies
// or two neighbours is no political event (PLOVER manual, "What to code").
func (w *writer) political(c *demarche.Coding) bool {
	if c.Category == "PROTEST" {
		return true // nurses on strike act in public, whoever employs them
	}
	private := privately[c.Category]
	sides := append(w.entities(c.Actors), w.entities(c.Recipients)...)
	for _, e := range sides {
		switch {
		case private && e.Sector != nil && *e.Sector == "CVL":
		case c.Category != "ASSAULT" && codebook.Quad(c.Category) != 4 && e.Sector != nil && *e.Sector == "CVL" && anybody(e.EntityText):
		case e.Sector != nil && !notPolitical[*e.Sector]:
			return true
		case e.Code != nil && supranational[*e.Code]:
			return true
		case e.Sector == nil && e.Code != nil && *e.Code != "MNC":
			return true
		}
	}
	return false
}
