package alert_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/alert"
	"github.com/demarche/demarche/record"
)

// clock stands still at the time of the test.
func clock() time.Time { return time.Date(2023, 3, 2, 12, 0, 0, 0, time.UTC) }

func open(t *testing.T) *record.Store {
	t.Helper()
	s, err := record.Open(filepath.Join(t.TempDir(), "record.db"), record.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// happened is an event in a document.
func happened(id, date, actor, kind, recipient string, scale float64, text string) demarche.Event {
	side := func(code string) []demarche.Entity {
		return []demarche.Entity{{Code: &code, EntityText: code}}
	}
	return demarche.Event{
		ID: id, Date: &date, Event: []string{kind}, BaseEvent: kind, Actor: side(actor), Recipient: side(recipient), Mode: []string{}, Context: []string{},
		Auxiliary: []string{}, EventText: []string{"put sanctions on"}, Text: text, EventScale: scale, QuadCode: 4, Confidence: 0.8, Rule: "test.rules:7",
	}
}

// tell stores a document with events.
func tell(t *testing.T, s *record.Store, doc, date string, events ...demarche.Event) {
	t.Helper()
	var texts []string
	for i := range events {
		events[i].Doc = doc
		texts = append(texts, events[i].Text)
	}
	text := "As told by " + doc + ": " + strings.Join(texts, " ")
	_, err := s.Add(t.Context(), []record.Coded{{
		Document: record.Document{ID: doc, Date: date, Publication: "Daily " + doc, Coder: "test", Text: text, Hash: record.Hash(&demarche.Doc{ID: doc, Text: text})},
		Events:   events,
	}})
	if err != nil {
		t.Fatal(err)
	}
}

func engine(t *testing.T, s *record.Store, rules string) *alert.Engine {
	t.Helper()
	parsed, err := alert.ParseRules("r", rules, env)
	if err != nil {
		t.Fatal(err)
	}
	return &alert.Engine{Rules: parsed, Store: s, Memory: s, Now: clock}
}

func check(t *testing.T, e *alert.Engine, docs ...string) (sentences []string, alerts []*alert.Alert) {
	t.Helper()
	alerts, err := e.Check(t.Context(), docs...)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range alerts {
		sentences = append(sentences, a.Sentence)
	}
	return sentences, alerts
}

func TestAnEventAlertsOnce(t *testing.T) {
	s := open(t)
	e := engine(t, s, "when actor:RUS recipient:KAZ type:SANCTION,THREATEN status:done,future\n as \"Russia presses\"\n")
	sanction := func(id string) demarche.Event {
		return happened(id, "2023-03-01", "RUS", "SANCTION", "KAZ", -7, "Russia put sanctions on Kazakhstan on Wednesday over oil.")
	}
	tell(t, s, "a", "2023-03-01", sanction("1"), happened("2", "2023-03-01", "KAZ", "CONSULT", "RUS", 3, "Kazakhstan talked with Russia."))
	got, alerts := check(t, e, "a")
	if len(got) != 1 || alerts[0].Title != "Russia presses" || alerts[0].Source != "Daily a 2023-03-01" {
		t.Fatalf("alerts %q", got)
	}
	reasons := strings.Join(alerts[0].Reasons, "\n")
	for _, want := range []string{"SANCTION by test.rules:7, from “put sanctions on”", "actor “RUS” = RUS", "recipient “KAZ” = KAZ", "status done", "confidence 0.80"} {
		if !strings.Contains(reasons, want) {
			t.Errorf("no reason %q in\n%s", want, reasons)
		}
	}
	// The same document again, and another report of the event.
	tell(t, s, "b", "2023-03-02", sanction("3"))
	if n, err := s.Count(t.Context(), record.Query{}); err != nil || n != 2 {
		t.Fatalf("the reports were not merged: %d events, %v", n, err)
	}
	if got, _ := check(t, e, "a", "b"); len(got) != 0 {
		t.Errorf("alerted again: %q", got)
	}
	// Another program, with the rule elsewhere in the file and spelled anew.
	e = engine(t, s, "# moved\n\nwhen status:done,future   type:SANCTION,THREATEN actor:RUS recipient:KAZ\n")
	if got, _ := check(t, e, "a", "b"); len(got) != 0 {
		t.Errorf("alerted again after the rule was moved: %q", got)
	}
}

func TestUncheckedDocumentsAreChecked(t *testing.T) {
	s := open(t)
	e := engine(t, s, "when actor:RUS\n")
	if err := e.Expect(t.Context(), "a", "never stored"); err != nil {
		t.Fatal(err)
	}
	tell(t, s, "a", "2023-03-01", happened("1", "2023-03-01", "RUS", "SANCTION", "KAZ", -7, "Russia put sanctions on Kazakhstan."))
	// The program ends here, and is started again.
	e = engine(t, s, "when actor:RUS\n")
	alerts, err := e.Resume(t.Context())
	if err != nil || len(alerts) != 1 {
		t.Fatalf("%d alerts, %v", len(alerts), err)
	}
	if alerts, err = e.Resume(t.Context()); err != nil || len(alerts) != 0 {
		t.Errorf("again: %d alerts, %v", len(alerts), err)
	}
}

func TestDyad(t *testing.T) {
	s := open(t)
	const rules = "when dyad USA RUS weekly score below -2\n"
	e := engine(t, s, rules)
	// Two weeks: from Monday 27 February, and from 6 March.
	tell(t, s, "a", "2023-03-01", happened("1", "2023-03-01", "USA", "CONSULT", "RUS", 3, "The US talked with Russia."))
	if got, _ := check(t, e, "a"); len(got) != 0 {
		t.Errorf("a good week alerts: %q", got)
	}
	side := happened("6", "2023-03-07", "USA", "SANCTION", "KAZ", -9, "The US and Russia sanctioned Kazakhstan.") // not between them
	side.Actor = append(side.Actor, happened("", "", "RUS", "", "", 0, "").Actor...)
	tell(t, s, "b", "2023-03-07", side, happened("2", "2023-03-07", "USA", "SANCTION", "RUS", -7, "The US put sanctions on Russia."),
		happened("3", "2023-03-08", "RUS", "ACCUSE", "USA", -2, "Russia accused the US."))
	got, alerts := check(t, e, "b")
	if len(got) != 1 || got[0] != "The US put sanctions on Russia." {
		t.Fatalf("a bad week: %q", got)
	}
	c := alerts[0].Change
	if c.Start != "2023-03-06" || c.N != 2 || c.Value != -4.5 || c.Before != 3 || len(alerts[0].Events) != 2 {
		t.Errorf("change %+v, events %v", c, alerts[0].Events)
	}
	tell(t, s, "c", "2023-03-09", happened("4", "2023-03-09", "RUS", "THREATEN", "USA", -5, "Russia threatened the US."))
	if got, _ := check(t, e, "c"); len(got) != 0 {
		t.Errorf("the same week again: %q", got)
	}
	tell(t, s, "d", "2023-03-14", happened("5", "2023-03-14", "RUS", "THREATEN", "USA", -5, "Russia threatened the US again."))
	if got, _ := check(t, e, "d"); len(got) != 0 {
		t.Errorf("the week after was bad already: %q", got)
	}
	e = engine(t, s, "when dyad RUS USA weekly events above 2\n")
	if got, _ := check(t, e, "b"); len(got) != 1 {
		t.Errorf("events above 2: %q", got)
	}
}

func TestSweep(t *testing.T) {
	s := open(t)
	e := engine(t, s, "when actor:RUS\nwhen dyad RUS KAZ weekly score below -2\n")
	sweep := func(want int, why string) {
		t.Helper()
		if n, err := e.Sweep(t.Context()); err != nil || n != want {
			t.Errorf("%s: %d alerts, %v; want %d", why, n, err, want)
		}
	}
	tell(t, s, "a", "2023-03-01", happened("1", "2023-03-01", "RUS", "SANCTION", "KAZ", -7, "Russia put sanctions on Kazakhstan."))
	sweep(0, "what was there before is known")
	tell(t, s, "b", "2023-03-20", happened("2", "2023-03-20", "RUS", "THREATEN", "KAZ", -5, "Russia threatened Kazakhstan over gas."))
	sweep(2, "an event and a week are new")
	sweep(0, "nothing is new")
	e = engine(t, s, "when actor:RUS\nwhen recipient:KAZ\n")
	sweep(0, "a new rule takes what is there for known")
	x := newSender(s, e.Rules)
	x.deliver(t)
	if got := x.stdout.String(); !strings.Contains(got, "Russia threatened Kazakhstan over gas.") || strings.Contains(got, "sanctions on Kazakhstan") {
		t.Errorf("delivered:\n%s", got)
	}
}
