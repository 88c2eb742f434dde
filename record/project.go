package record

import (
	"math"
	"slices"
	"strings"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record/vocab"
)

// side is a bit for each way of being in an event.
type side int

const (
	actorSide     side = 1
	recipientSide side = 2
	speakerSide   side = 4
)

// party is a country code in an event.
type party struct {
	code  string
	sides side
}

// namedParty is somebody with a name in an event.
type namedParty struct {
	who   identity
	sides side
}

// pair is what country a did to country b in an event.
type pair struct{ a, b string }

// facts are an event as the tables for searching have it: what can be filed
// from the event alone, so that what was filed can be taken out again.
type facts struct {
	name, day, lastDay         string
	kind, cameo, status        string
	quad, scale                int
	modes, contexts, roles     string
	mutual                     bool
	country, place, placeName  string
	rule                       string
	confidence                 float64
	mentions                   int
	parties                    []party
	named                      []namedParty
	pairs                      []pair
	actorCodes, recipientCodes []string // without repetition
}

func factsOf(e *Event) facts {
	f := facts{
		name:       e.ID,
		cameo:      e.CAMEO,
		status:     vocab.StatusOf(&e.Event),
		quad:       e.QuadCode,
		scale:      int(math.Round(e.EventScale * 100)),
		modes:      spaced(e.Mode),
		contexts:   spaced(e.Context),
		rule:       e.Rule,
		confidence: e.Confidence,
		mentions:   e.Mentions,
	}
	if len(e.Event.Event) > 0 {
		f.kind = e.Event.Event[0]
	}
	if e.Date != nil {
		f.day, f.lastDay = span(*e.Date)
	}
	if e.EndDate != nil {
		if _, last := span(*e.EndDate); last != "" {
			f.lastDay = last
		}
	}
	if l := e.Location; l != nil {
		f.country, f.place, f.placeName = l.CountryCode, l.GeonameID, cmpOr(l.ResolvedPlace, l.ExtractedPlace)
	}
	f.addParties(e)
	return f
}

// addParties sets who is in the event, and between whom it is.
func (f *facts) addParties(e *Event) {
	var roles []string
	add := func(x *demarche.Entity, letter string, s side) {
		roles = append(roles, rolesOf(x, letter)...)
		f.addNamed(x, s)
		code := deref(x.Code)
		if code == "" {
			return
		}
		i := slices.IndexFunc(f.parties, func(p party) bool { return p.code == code })
		if i < 0 {
			i = len(f.parties)
			f.parties = append(f.parties, party{code: code})
		}
		f.parties[i].sides |= s
	}
	for i := range e.Actor {
		add(&e.Actor[i], "a", actorSide)
	}
	for i := range e.Recipient {
		add(&e.Recipient[i], "r", recipientSide)
	}
	if e.SaidBy != nil {
		add(e.SaidBy, "s", speakerSide)
	}
	slices.Sort(roles)
	f.roles = spaced(slices.Compact(roles))
	f.actorCodes, f.recipientCodes = f.codes(actorSide), f.codes(recipientSide)
	f.mutual = len(f.actorCodes) > 1 && e.Together()
	to := f.recipientCodes
	if f.mutual {
		to = f.actorCodes
	}
	for _, a := range f.actorCodes {
		for _, b := range to {
			if a != b || !f.mutual {
				f.pairs = append(f.pairs, pair{a, b})
			}
		}
	}
}

func (f *facts) addNamed(x *demarche.Entity, s side) {
	who, ok := identityOf(x)
	if !ok {
		return
	}
	i := slices.IndexFunc(f.named, func(n namedParty) bool { return n.who.key == who.key })
	if i < 0 {
		i = len(f.named)
		f.named = append(f.named, namedParty{who: who})
	}
	f.named[i].sides |= s
}

func (f *facts) codes(s side) []string {
	var all []string
	for _, p := range f.parties {
		if p.sides&s != 0 {
			all = append(all, p.code)
		}
	}
	return all
}

// noCode stands in roles for somebody without a country.
const noCode = "---"

// rolesOf are "aUSA.GOV" for each sector, "aUSA" when there is none.
func rolesOf(x *demarche.Entity, letter string) []string {
	code := deref(x.Code)
	if code == "" {
		code = noCode
	}
	if x.Sector == nil {
		return []string{letter + code}
	}
	all := []string{letter + code + "." + *x.Sector}
	for _, s := range x.Sectors {
		all = append(all, letter+code+"."+s)
	}
	return all
}

// spaced is " a b ", "" for no words.
func spaced(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return " " + strings.Join(words, " ") + " "
}

// span is the first and the last day of an ISO 8601 date as coarse as a year;
// both are "" when it cannot be told.
func span(date string) (first, last string) {
	if year, week, ok := strings.Cut(date, "-W"); ok {
		return weekSpan(year, week)
	}
	first, last, err := daysOf(date[:min(len(date), len(time.DateOnly))])
	if err != nil {
		return "", ""
	}
	return first, last
}

// weekSpan is Monday and Sunday of an ISO week.
func weekSpan(year, week string) (first, last string) {
	y, err := time.Parse("2006", year)
	n, ok := number(week)
	if err != nil || !ok || n < 1 || n > 53 {
		return "", ""
	}
	fourth := y.AddDate(0, 0, 3) // January 4th is in week 1
	monday := fourth.AddDate(0, 0, -(int(fourth.Weekday())+6)%7+7*(n-1))
	return monday.Format(time.DateOnly), monday.AddDate(0, 0, 6).Format(time.DateOnly)
}

func number(digits string) (n int, ok bool) {
	for _, r := range digits {
		if r < '0' || r > '9' || n > 1000 {
			return 0, false
		}
		n = 10*n + int(r-'0')
	}
	return n, digits != ""
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
