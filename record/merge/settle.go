package merge

import (
	"net/url"
	"slices"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/codebook"
	"github.com/demarche/demarche/record/vocab"
)

// Vote is a value that mentions give, with how many give it.
type Vote struct {
	Value string             `json:"value"`
	End   string             `json:"end,omitempty"`   // last day of a date, category of a mode
	Place *demarche.Location `json:"place,omitempty"` // of a place
	N     int                `json:"n"`
}

// Add takes in a further mention: it settles what the mentions agree on, widens
// the figures, and takes the text of the mention that tells most surely.
func (s *State) Add(m *vocab.Mention) {
	s.Event.Mentions++
	s.addSource(m)
	s.addHistory(m)
	s.addTrace(traceOf(m))
	s.Event.Size = vocab.Size{
		Dead:         widened(s.Event.Size.Dead, m.Event.Size.Dead),
		Injured:      widened(s.Event.Size.Injured, m.Event.Size.Injured),
		Arrested:     widened(s.Event.Size.Arrested, m.Event.Size.Arrested),
		Participants: widened(s.Event.Size.Participants, m.Event.Size.Participants),
	}
	if s.Event.Mentions > 1 && better(m, &s.Event.Event) {
		s.takeText(&m.Event)
	}
	s.addSides(m)
	s.addDate(m)
	s.addPlace(m)
	s.addModes(m)
}

// addSource counts articles and independent sources: those that differ both in
// story and in publication, since ten printings of one agency report are one,
// and so is a paper that follows up its own report. A document whose
// publication is unknown counts for itself.
func (s *State) addSource(m *vocab.Mention) {
	story := m.Story
	if story == "" {
		story = m.Doc
	}
	s.Seen.Docs = inserted(s.Seen.Docs, m.Doc)
	s.Seen.Stories = inserted(s.Seen.Stories, story)
	s.Seen.Publications = inserted(s.Seen.Publications, publication(m, story))
	s.Event.Articles = len(s.Seen.Docs)
	s.Event.Sources = min(len(s.Seen.Stories), len(s.Seen.Publications))
	if m.Published == "" {
		return
	}
	if s.Event.FirstSeen == "" || m.Published < s.Event.FirstSeen {
		s.Event.FirstSeen = m.Published
	}
	s.Event.LastSeen = max(s.Event.LastSeen, m.Published)
}

func publication(m *vocab.Mention, story string) string {
	if m.CiteInfo.Publication != "" {
		return strings.ToLower(m.CiteInfo.Publication)
	}
	if u, err := url.Parse(m.CiteInfo.URL); err == nil && u.Host != "" {
		return strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	}
	return "story " + story
}

// addHistory keeps the first report of each change of status, in the order of
// printing. Reports within a day repeat one another's status, so that only a
// status other than the one before is a change.
func (s *State) addHistory(m *vocab.Mention) {
	change := vocab.StatusChange{Date: m.Published, Status: vocab.StatusOf(&m.Event), Mention: m.ID}
	at := len(s.Event.History)
	for at > 0 && s.Event.History[at-1].Date > change.Date {
		at--
	}
	h := s.Event.History
	if at > 0 && h[at-1].Status == change.Status {
		return
	}
	h = slices.Insert(h, at, change)
	if at+1 < len(h) && h[at+1].Status == change.Status {
		h = slices.Delete(h, at+1, at+2) // it was reported earlier than known so far
	}
	s.Event.History = h
}

// mostTraces bounds what is remembered of the words; the last of them is that
// of the latest mention, so that an event that is told of for months is still
// known.
const mostTraces = 5

func (s *State) addTrace(t Trace) {
	if len(s.Traces) < mostTraces {
		s.Traces = append(s.Traces, t)
		return
	}
	s.Traces[mostTraces-1] = t
}

// better says that m tells of the event more surely than what is kept: what was
// done before what is planned or denied, then confidence, then who is named.
func better(m *vocab.Mention, kept *demarche.Event) bool {
	mine, theirs := len(m.Auxiliary) == 0, len(kept.Auxiliary) == 0
	if mine != theirs {
		return mine
	}
	return m.Confidence > kept.Confidence+0.005
}

// takeText makes m the mention whose words stand for the event.
func (s *State) takeText(m *demarche.Event) {
	e := &s.Event.Event
	e.Event, e.Context, e.Auxiliary, e.BaseEvent = m.Event, m.Context, m.Auxiliary, m.BaseEvent
	e.CAMEO, e.QuadCode, e.EventScale, e.Goldstein = m.CAMEO, m.QuadCode, m.EventScale, m.Goldstein
	e.Mode = m.Mode
	e.SaidBy, e.EventText, e.Text, e.TextInfo = m.SaidBy, m.EventText, m.Text, m.TextInfo
	e.Doc, e.Rule, e.Confidence, e.CiteInfo, e.Why = m.Doc, m.Rule, m.Confidence, m.CiteInfo, m.Why
	e.Size = m.Size
}

// addSides takes in who did it and to whom. Where the order of the sides means
// nothing, everybody stays on the side where they are already.
func (s *State) addSides(m *vocab.Mention) {
	actors, recipients := m.Actor, m.Recipient
	if mutual(&m.Event) && s.Event.Mentions > 1 {
		actors, recipients = nil, nil
		for i := range m.Actor {
			seat(&m.Actor[i], s.Actors, s.Recipients, &actors, &recipients)
		}
		for i := range m.Recipient {
			seat(&m.Recipient[i], s.Recipients, s.Actors, &recipients, &actors)
		}
	}
	s.Actors = joined(s.Actors, actors)
	s.Recipients = joined(s.Recipients, recipients)
	s.Event.Actor, s.Event.Recipient = settled(s.Actors), settled(s.Recipients)
	s.Event.Recipient = slices.DeleteFunc(s.Event.Recipient, func(r demarche.Entity) bool {
		return slices.ContainsFunc(s.Event.Actor, func(a demarche.Entity) bool { return alike(&a, &r) == sameOne })
	})
}

// seat puts an entity on its own side, unless only the other side has it.
func seat(e *demarche.Entity, own, other []Party, ownSide, otherSide *[]demarche.Entity) {
	isHim := func(p Party) bool { return sameParty(&p.Entity, e) || otherWords(&p.Entity, e) }
	if !slices.ContainsFunc(own, isHim) && slices.ContainsFunc(other, isHim) {
		*otherSide = append(*otherSide, *e)
		return
	}
	*ownSide = append(*ownSide, *e)
}

// addDate settles the date on which most agree, among the finest ones.
func (s *State) addDate(m *vocab.Mention) {
	if m.Date == nil || *m.Date == "" {
		return
	}
	s.Dates = voted(s.Dates, Vote{Value: *m.Date, End: deref(m.EndDate), N: 1})
	best := winner(s.Dates, func(v Vote) int { return -spanOf(v.Value, v.End).days() })
	s.Event.Date, s.Event.EndDate = &best.Value, nil
	if best.End != "" {
		s.Event.EndDate = &best.End
	}
}

// addPlace settles the place on which most agree, among the finest ones.
func (s *State) addPlace(m *vocab.Mention) {
	if m.Location == nil {
		return
	}
	value := m.Location.GeonameID
	if value == "" {
		value = m.Location.ExtractedPlace
	}
	s.Places = voted(s.Places, Vote{Value: value, Place: m.Location, N: 1})
	s.Event.Location = winner(s.Places, func(v Vote) int { return fineness(v.Place) }).Place
}

func fineness(l *demarche.Location) int {
	switch l.Resolution {
	case "site":
		return 5
	case "city":
		return 5
	case "county":
		return 3
	case "state", "region":
		return 2
	case "country":
		return 1
	}
	return 0
}

// addModes settles the mode on which most agree of those whose category is the
// event's.
func (s *State) addModes(m *vocab.Mention) {
	category := func(e *demarche.Event) string { return strings.Join(e.Event, ",") }
	if len(m.Mode) > 0 {
		s.Modes = voted(s.Modes, Vote{Value: strings.Join(m.Mode, ","), End: category(&m.Event), N: 1})
	}
	e := &s.Event.Event
	votes := slices.DeleteFunc(slices.Clone(s.Modes), func(v Vote) bool { return v.End != category(e) })
	if len(votes) == 0 {
		return
	}
	best := winner(votes, func(Vote) int { return 0 })
	if modes := strings.Split(best.Value, ","); !slices.Equal(modes, e.Mode) {
		e.Mode = modes
		e.EventScale = codebook.Score(category(e), modes)
	}
}

const mostVotes = 8

func voted(votes []Vote, v Vote) []Vote {
	for i := range votes {
		if votes[i].Value == v.Value && votes[i].End == v.End {
			votes[i].N++
			return votes
		}
	}
	if len(votes) < mostVotes {
		votes = append(votes, v)
	}
	return votes
}

// winner is the finest value, among equally fine ones that of most mentions,
// among those the first.
func winner(votes []Vote, fineness func(Vote) int) Vote {
	best := 0
	for i := range votes {
		fine, than := fineness(votes[i]), fineness(votes[best])
		if fine > than || fine == than && votes[i].N > votes[best].N {
			best = i
		}
	}
	return votes[best]
}
