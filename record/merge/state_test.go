package merge

import (
	"encoding/json"
	"fmt"
	"reflect"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record/vocab"
)

func pointer[T any](v T) *T { return &v }

// attack is a mention as the coder gives it.
func attack(id, date, town string, dead int) *vocab.Mention {
	sentence := fmt.Sprintf("Gunmen killed %d villagers in %s, officials said.", dead, town)
	return &vocab.Mention{
		Story: "story " + id, Published: date,
		Event: demarche.Event{
			ID: id, Doc: "doc " + id, Date: pointer(date), Event: []string{"ASSAULT"}, BaseEvent: "ASSAULT", CAMEO: "190",
			Actor:     []demarche.Entity{{EntityText: "Gunmen", IdentifierText: "Gunmen", Code: pointer("NGA"), Sector: pointer("UAF")}},
			Recipient: []demarche.Entity{{EntityText: "villagers", IdentifierText: "villagers", Code: pointer("NGA"), Sector: pointer("CVL")}},
			Location: &demarche.Location{ExtractedPlace: town, ResolvedPlace: town, GeonameID: town, Resolution: "city", CountryCode: "NGA",
				Lat: pointer(float64(len(town))), Lon: pointer(7.0)},
			Size: demarche.Size{Dead: pointer(dead)}, EventText: []string{"killed"}, Text: sentence,
			TextInfo:   demarche.TextInfo{Sequence: 1, End: len(sentence), EventStart: 7, EventEnd: 13},
			Confidence: 0.8, CiteInfo: demarche.CiteInfo{Publication: "Paper " + id},
		},
	}
}

func TestStateKeptAsJSONDecidesAlike(t *testing.T) {
	s := New(attack("a", "2023-05-09", "Jos", 12))
	s.Add(attack("b", "2023-05-10", "Jos", 15))
	kept, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	back := new(State)
	if err := json.Unmarshal(kept, back); err != nil {
		t.Fatal(err)
	}
	for _, next := range []*vocab.Mention{attack("c", "2023-05-10", "Jos", 14), attack("d", "2023-05-10", "Kaduna", 14)} {
		if a, b := Compare(next, s), Compare(next, back); !reflect.DeepEqual(a, b) {
			t.Errorf("kept state gives %v, the one in memory %v", b, a)
		}
	}
	again, err := json.Marshal(back)
	if err != nil {
		t.Fatal(err)
	}
	if string(again) != string(kept) {
		t.Errorf("state changes when it is read back:\n%s\n%s", kept, again)
	}
}

func TestSourcesAreIndependent(t *testing.T) {
	from := func(id, story, publication, url string) *vocab.Mention {
		m := attack(id, "2023-05-09", "Jos", 12)
		m.Story, m.CiteInfo.Publication, m.CiteInfo.URL = story, publication, url
		return m
	}
	for _, test := range []struct {
		name     string
		mentions []*vocab.Mention
		want     int
	}{
		{"ten printings of one report", []*vocab.Mention{from("a", "s", "Post", ""), from("b", "s", "Times", ""), from("c", "s", "Herald", "")}, 1},
		{"a paper that follows up", []*vocab.Mention{from("a", "s", "Post", ""), from("b", "t", "Post", "")}, 1},
		{"three papers", []*vocab.Mention{from("a", "s", "Post", ""), from("b", "t", "Times", ""), from("c", "u", "Herald", "")}, 3},
		{"a paper known by its address", []*vocab.Mention{from("a", "s", "", "https://www.post.example/1"), from("b", "t", "", "https://post.example/2")}, 1},
		{"texts of unknown origin", []*vocab.Mention{from("a", "s", "", ""), from("b", "t", "", "")}, 2},
	} {
		s := New(test.mentions[0])
		for _, m := range test.mentions[1:] {
			s.Add(m)
		}
		if s.Event.Sources != test.want || s.Event.Articles != len(test.mentions) {
			t.Errorf("%s: %d sources in %d articles, want %d", test.name, s.Event.Sources, s.Event.Articles, test.want)
		}
	}
}

func TestOrderOfCandidatesMeansNothing(t *testing.T) {
	near, far := New(attack("a", "2023-05-09", "Jos", 12)), New(attack("b", "2023-05-10", "Jos", 12))
	m := attack("c", "2023-05-09", "Jos", 13)
	i, _ := Choose(m, []*State{near, far})
	k, _ := Choose(m, []*State{far, near})
	if i != 0 || k != 1 {
		t.Errorf("chose candidate %d, and %d in the other order; want that of the same day", i, k)
	}
}

func TestSpansOfCoarseDates(t *testing.T) {
	for _, test := range []struct {
		date, end   string
		first, days string
	}{
		{"2023-02-28", "", "2023-02-28", "1"},
		{"2023-02-28", "2023-03-02", "2023-02-28", "3"},
		{"2023-W01", "", "2023-01-02", "7"},
		{"2020-W53", "", "2020-12-28", "7"},
		{"2024-02", "", "2024-02-01", "29"},
		{"2022", "", "2022-01-01", "365"},
		{"1914-06-28", "", "1914-06-28", "1"},
	} {
		s := spanOf(test.date, test.end)
		day, err := demarche.ParseDate(test.first)
		if err != nil {
			t.Fatal(err)
		}
		if !s.known || s.first != dayNumber(day.Time()) || fmt.Sprint(s.days()) != test.days {
			t.Errorf("%s %s is %d days from %d, want %s from %s", test.date, test.end, s.days(), s.first, test.days, test.first)
		}
	}
	for _, bad := range []string{"", "PAST_REF", "2023-1", "20x3", "2023-Wxx", "2023-02-31"} {
		if s := spanOf(bad, ""); s.known {
			t.Errorf("%q is taken for a date: %+v", bad, s)
		}
	}
}

// TestFiledUnderWhatIsLookedUp: a mention of a like event finds the event,
// however coarse the dates of the two are.
func TestFiledUnderWhatIsLookedUp(t *testing.T) {
	dates := []string{"2023-05-09", "2023-05-10", "2023-W19", "2023-05", "", "2023"}
	for _, filed := range dates {
		for _, asked := range dates {
			a, b := attack("a", "2023-05-10", "Jos", 12), attack("b", "2023-05-11", "Jos", 12)
			a.Date, b.Date = pointer(filed), pointer(asked)
			keys := map[int64]bool{}
			for _, k := range Keys(a) {
				keys[k] = true
			}
			found := false
			for _, k := range Lookup(b) {
				found = found || keys[k]
			}
			if !found {
				t.Errorf("an event of %q is not found from one of %q", filed, asked)
			}
		}
	}
}

func BenchmarkChoose(b *testing.B) {
	var candidates []*State
	for i := range 20 {
		candidates = append(candidates, New(attack(fmt.Sprint(i), "2023-05-09", "Jos", i)))
	}
	m := attack("new", "2023-05-09", "Jos", 40)
	for b.Loop() {
		Choose(m, candidates)
	}
}

func TestMeetingToldInDifferentOrders(t *testing.T) {
	turkey := demarche.Entity{EntityText: "Turkey's minister", IdentifierText: "Turkey's minister", Code: pointer("TUR"), Sector: pointer("GOV")}
	russia := demarche.Entity{EntityText: "the Russian minister", IdentifierText: "the Russian minister", Code: pointer("RUS"), Sector: pointer("GOV")}
	meeting := func(id string, actors, recipients []demarche.Entity) *vocab.Mention {
		m := attack(id, "2023-05-09", "Ankara", 0)
		m.Event.Event, m.BaseEvent, m.CAMEO = []string{"CONSULT"}, "CONSULT", "040"
		m.Actor, m.Recipient, m.Event.Size = actors, recipients, demarche.Size{}
		return m
	}
	list := func(e ...demarche.Entity) []demarche.Entity { return e }
	together := meeting("a", list(turkey, russia), nil)
	forth, back := meeting("b", list(turkey), list(russia)), meeting("c", list(russia), list(turkey))
	for _, order := range [][]*vocab.Mention{{together, forth, back}, {forth, back, together}, {back, together, forth}} {
		s := New(order[0])
		s.Add(order[1])
		s.Add(order[2])
		if n := len(s.Event.Actor) + len(s.Event.Recipient); n != 2 {
			t.Errorf("first told as %s: %d took part, want the two", order[0].ID, n)
		}
	}
}

// TestWhatIsRetoldForMonthsDoesNotGrowForEver prints an undated demand every
// day for a hundred days: it is no single event that only grows.
func TestWhatIsRetoldForMonthsDoesNotGrowForEver(t *testing.T) {
	var events []*State
	day := demarche.Date{Year: 2023, Month: 1, Day: 1}
	for n := range 100 {
		m := attack(fmt.Sprint(n), day.AddDays(n).String(), "Jos", 12)
		m.Date, m.Event.Size, m.Location = nil, demarche.Size{}, nil
		if i, _ := Choose(m, events); i >= 0 {
			events[i].Add(m)
			continue
		}
		events = append(events, New(m))
	}
	for _, s := range events {
		if s.Event.Mentions > 40 {
			t.Errorf("%d mentions from %s to %s are one event", s.Event.Mentions, s.Event.FirstSeen, s.Event.LastSeen)
		}
	}
}
