package export

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record"
	"github.com/demarche/demarche/record/vocab"
)

// shelf is a record of a few events, each of which shows something that a
// data-set author would trip over.
type shelf struct {
	events   []record.Event
	mentions []record.Mention
}

func (s *shelf) EachEvent(_ context.Context, _ record.Query, do func(*record.Event) error) error {
	for i := range s.events {
		if err := do(&s.events[i]); err != nil {
			return err
		}
	}
	return nil
}

func (s *shelf) EachMention(_ context.Context, _ record.Query, do func(*record.Mention, *record.Document) error) error {
	for i := range s.mentions {
		m := &s.mentions[i]
		d := &record.Document{ID: m.Doc, Date: m.Published, Words: 320, Publication: m.CiteInfo.Publication, URL: m.CiteInfo.URL}
		if err := do(m, d); err != nil {
			return err
		}
	}
	return nil
}

func (s *shelf) MentionsOf(_ context.Context, event string) (found []record.Mention, _ error) {
	for _, m := range s.mentions {
		if m.EventID == event {
			found = append(found, m)
		}
	}
	return found, nil
}

func entity(code, sector, name string) demarche.Entity {
	return demarche.Entity{Code: known(code), Sector: known(sector), EntityText: name, IdentifierText: name}
}

func person(code, sector, name, office, id string) demarche.Entity {
	e := entity(code, sector, name)
	e.Office, e.IdentifierID = office, id
	return e
}

// told is an event with what the tests need not spell out.
func told(id, category, cameo string, date string, actors, recipients []demarche.Entity) demarche.Event {
	return demarche.Event{
		ID: id, Doc: "doc-" + id, Date: known(date), Actor: actors, Recipient: recipients,
		Event: []string{category}, BaseEvent: category, CAMEO: cameo, Mode: []string{}, Context: []string{}, Auxiliary: []string{},
		EventText: []string{"did"}, Text: "They did it.", TextInfo: demarche.TextInfo{Sequence: 1, Start: 0, End: 12, EventStart: 5, EventEnd: 8},
		Rule: "some.rules:7", Confidence: 0.8,
		CiteInfo: demarche.CiteInfo{Publication: "Daily", Language: "en", Coder: "demarche test", Codebook: "PLOVER 2024; CAMEO 1.1b3"},
	}
}

func newShelf() *shelf {
	people := func(e ...demarche.Entity) []demarche.Entity { return e }
	attack := told("aaaaaaaaaaaaaaaa", "ASSAULT", "183", "2023-05-09", people(entity("SOM", "UAF", "Al-Shabaab fighters")), people(entity("SOM", "MIL", "Somali soldiers"), entity("KEN", "CVL", "two \"Kenyan\" drivers")))
	attack.Mode, attack.Context = []string{"explosives"}, []string{"military", "terrorism"}
	attack.QuadCode, attack.EventScale, attack.Goldstein = 4, -9.5, -10
	attack.Location = &demarche.Location{ExtractedPlace: "Beledweyne", ResolvedPlace: "Beledweyne", GeonameID: "64460", Lat: pointer(4.73583), Lon: pointer(45.20361), CountryCode: "SOM", Admin1: "Hiiraan", FeatureCode: "PPL", Resolution: "city"}
	attack.Text = "Fighters attacked\ta base,\nkilling 12 \"or more\"."
	attack.CiteInfo.URL, attack.CiteInfo.Title = "https://daily.example/1", "Attack; many dead"

	meeting := told("bbbbbbbbbbbbbbbb", "CONSULT", "046", "2023-W19", people(person("USA", "GOV", "Antony Blinken", "secretary of state", "Q7821917"), entity("KAZ", "GOV", "Kazakhstan"), entity("UNO", "", "United Nations")), nil)
	meeting.Mode, meeting.QuadCode, meeting.EventScale, meeting.Goldstein = []string{"multilateral"}, 1, 4, 7
	denied := told("cccccccccccccccc", "COERCE", "173", "2023-05-10", people(entity("SRB", "COP", "police")), people(entity("XKX", "JRN", "a journalist")))
	denied.Auxiliary, denied.QuadCode, denied.EventScale, denied.Goldstein = []string{"negation"}, 4, -7, -5
	undated := told("dddddddddddddddd", "ACCUSE", "112", "", people(entity("PSE", "GOV", "Palestinian officials")), people(entity("ISR", "", "Israel")))
	undated.QuadCode, undated.EventScale, undated.Goldstein = 3, -2, -2
	undated.SaidBy = pointer(entity("EUR", "", "European Union"))
	longAgo := told("eeeeeeeeeeeeeeee", "SUPPORT", "057", "2016", people(entity("ROU", "", "Romania")), people(entity("DEU", "", "Germany")))
	longAgo.QuadCode, longAgo.EventScale, longAgo.Goldstein = 1, 5, 8

	s := &shelf{}
	add := func(e demarche.Event, size vocab.Size, mentions int) {
		for n := range mentions {
			m := record.Mention{Event: e, EventID: e.ID, Story: "story", Published: "2023-05-11"}
			if n > 0 {
				m.ID, m.Doc = e.ID[:15]+"2", "doc-other"
				m.CiteInfo.URL, m.CiteInfo.Publication = "https://times.example/2", "Times"
			}
			s.mentions = append(s.mentions, m)
		}
		s.events = append(s.events, record.Event{
			Event: e, Size: size, Mentions: mentions, Sources: mentions, Articles: mentions, FirstSeen: "2023-05-10", LastSeen: "2023-05-11",
			History: []vocab.StatusChange{{Date: "2023-05-10", Status: vocab.StatusOf(&e), Mention: e.ID}},
		})
	}
	attack.Size.Dead = pointer(12)
	add(attack, vocab.Size{Dead: &vocab.Range{Min: 12, Max: 15}}, 2)
	for _, e := range []demarche.Event{meeting, denied, undated, longAgo} {
		add(e, vocab.Size{}, 1)
	}
	return s
}

// written is what a format makes of the shelf.
func written(t *testing.T, name string, level Level) ([]byte, Counts) {
	t.Helper()
	f, err := Lookup(name)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	counts, err := Write(context.Background(), newShelf(), Options{Format: f, Level: level, Version: "demarche test"}, &out)
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), counts
}

// golden compares with a file of testdata; UPDATE_GOLDEN=1 writes it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
	}
}
