package record

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/annotation"
	"github.com/demarche/demarche/internal/dump"
)

func open(t testing.TB) *Store {
	t.Helper()
	s, err := Open(filepath.Join(t.TempDir(), "record.db"), Options{})
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

func add(t testing.TB, s *Store, docs ...Coded) Result {
	t.Helper()
	result, err := s.Add(t.Context(), docs)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// entity reads "USA.GOV Antony Blinken (secretary of state)"; all but the code may be left out.
func entity(s string) demarche.Entity {
	s, office, _ := strings.Cut(strings.TrimSuffix(s, ")"), " (")
	who, name, _ := strings.Cut(s, " ")
	code, sector, _ := strings.Cut(who, ".")
	e := demarche.Entity{Code: &code, EntityText: cmpOr(name, code), IdentifierText: name, Office: office}
	if sector != "" {
		e.Sector = &sector
	}
	return e
}

// event reads "2023-02-28 CONSULT visit: USA.GOV Antony Blinken > KAZ @Astana KAZ": text".
func event(doc, s string) demarche.Event {
	what, who, _ := strings.Cut(s, ": ")
	who, text, _ := strings.Cut(who, " | ")
	words := strings.Fields(what)
	e := demarche.Event{
		ID: Hash(&demarche.Doc{ID: doc, Text: s})[:16], Doc: doc, Event: words[1:2], Mode: words[2:], BaseEvent: words[1],
		Actor: []demarche.Entity{}, Recipient: []demarche.Entity{}, Context: []string{}, Auxiliary: []string{}, EventText: []string{},
		QuadCode: 1, EventScale: 2.5, Confidence: 0.8, Text: text, Rule: "test.rules:1",
	}
	if words[0] != "-" {
		e.Date = &words[0]
	}
	who, at, placed := strings.Cut(who, " @")
	if placed {
		name, country, _ := strings.Cut(at, " ")
		e.Location = &demarche.Location{ExtractedPlace: name, ResolvedPlace: name, CountryCode: country}
	}
	actors, recipients, _ := strings.Cut(who, ">")
	for _, side := range []struct {
		text string
		to   *[]demarche.Entity
	}{{actors, &e.Actor}, {recipients, &e.Recipient}} {
		for _, one := range strings.Split(side.text, ",") {
			if one = strings.TrimSpace(one); one != "" {
				*side.to = append(*side.to, entity(one))
			}
		}
	}
	return e
}

// article is a document with those events.
func article(id, date string, events ...string) Coded {
	text := "On " + date + " this is told by " + id + ":"
	c := Coded{Document: Document{ID: id, Date: date, Title: "Report " + id, Publication: "Daily " + id, Coder: "test 1", Words: 100}}
	for _, s := range events {
		e := event(id, s)
		c.Events = append(c.Events, e)
		c.Sentences = append(c.Sentences, annotation.Span{Start: len(text) + 1, End: len(text) + 1 + len(e.Text)})
		text += " " + e.Text
	}
	c.Document.Text = text
	c.Document.Hash = Hash(&demarche.Doc{ID: id, Text: text, Title: c.Document.Title})
	return c
}

// several are articles that share names, days and countries.
func several() []Coded {
	return []Coded{
		article("a", "2023-03-01",
			"2023-02-28 CONSULT visit: USA.GOV Antony Blinken (secretary of state) > KAZ.GOV Kassym-Jomart Tokayev @Astana KAZ | Blinken visited Tokayev in Astana.",
			"2023-02-28 ACCUSE: USA.GOV Antony Blinken > RUS | Blinken accused Russia of lying."),
		article("b", "2023-03-02",
			"2023-03-02 CONSULT: KAZ.GOV, UZB.GOV > | Kazakhstan and Uzbekistan met.",
			"2023-03-01 ASSAULT: RUS.MIL > UKR.CVL @Kharkiv UKR | Russian shells fell on Kharkiv."),
		article("c", "2023-04-10",
			"2023-04-09 SANCTION: USA > RUS | The US put sanctions on Russia.",
			"- AGREE: RUS > KAZ | Russia will help Kazakhstan.",
			"2023-W14 CONSULT: KAZ.GOV > USA.GOV Antony Blinken | Kazakhstan called Blinken."),
	}
}

func ids(t *testing.T, s *Store, query string, p Page) []string {
	t.Helper()
	q, err := ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	events, _, err := s.Events(t.Context(), q, p)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	var all []string
	for i := range events {
		all = append(all, events[i].Text)
	}
	return all
}

func TestSearch(t *testing.T) {
	s := open(t)
	add(t, s, several()...)
	const (
		visit    = "Blinken visited Tokayev in Astana."
		accuse   = "Blinken accused Russia of lying."
		met      = "Kazakhstan and Uzbekistan met."
		shells   = "Russian shells fell on Kharkiv."
		sanction = "The US put sanctions on Russia."
		help     = "Russia will help Kazakhstan."
		called   = "Kazakhstan called Blinken."
	)
	for _, test := range []struct {
		query string
		want  []string
	}{
		{"", []string{sanction, called, met, shells, accuse, visit, help}},
		{"actor:USA", []string{sanction, accuse, visit}},
		{"actor:USA.GOV", []string{accuse, visit}},
		{"actor:.MIL", []string{shells}},
		{"actor:KAZ,UZB", []string{called, met}},
		{"either:KAZ", []string{called, met, visit, help}},
		{`either:"antony blinken"`, []string{called, accuse, visit}},
		{"actor:Blinken", []string{accuse, visit}},
		{"actor:Blinken recipient:RUS", []string{accuse}},
		{"actor:USA recipient:RUS", []string{sanction, accuse}},
		{"actor:USA recipient:RUS since:2023-03", []string{sanction}},
		{"actor:USA recipient:RUS -type:SANCTION", []string{accuse}},
		{"actor:KAZ recipient:UZB", nil}, // they met one another
		{"since:2023-03-01 until:2023-03-31", []string{met, shells}},
		{"until:2023-02", []string{accuse, visit}},
		{"type:CONSULT mode:visit", []string{visit}},
		{"place:Astana", []string{visit}},
		{"place:UKR", []string{shells}},
		{"place:kharkiv", []string{shells}},
		{`text:"Russia of lying"`, []string{accuse}},
		{`text:"lying Russia"`, nil},
		{"text:russia*", []string{sanction, shells, accuse, help}},
		{"russia -sanctions", []string{accuse, help}},
		{`source:"daily b"`, []string{met, shells}},
		{"doc:c type:AGREE", []string{help}},
		{"rule:test.rules type:AGREE", []string{help}},
		{"confidence:0.9", nil},
		{"-actor:USA,RUS,KAZ", nil},
		{"actor:Nobody", nil},
		{`text:"*"`, []string{sanction, called, met, shells, accuse, visit, help}},
	} {
		if got := ids(t, s, test.query, Page{}); !slices.Equal(got, test.want) {
			t.Errorf("%s gives %q, want %q", test.query, got, test.want)
		}
	}
}

// TestPagesJoin reads everything one by one in each order, which has to give
// what one page gives.
func TestPagesJoin(t *testing.T) {
	s := open(t)
	add(t, s, several()...)
	for _, sort := range Sorts() {
		for _, query := range []string{"", "either:KAZ", "russia*"} {
			q, _ := ParseQuery(query)
			if sort == "relevance" && q.Text == "" {
				continue
			}
			want, next, err := s.Events(t.Context(), q, Page{Sort: sort})
			if err != nil || next != "" {
				t.Fatalf("%s by %s: %v, next %q", query, sort, err, next)
			}
			var got []Event
			for p := (Page{Sort: sort, Limit: 1}); ; p.After = next {
				var one []Event
				if one, next, err = s.Events(t.Context(), q, p); err != nil {
					t.Fatal(err)
				}
				got = append(got, one...)
				if next == "" {
					break
				}
			}
			if fmt.Sprint(names(got)) != fmt.Sprint(names(want)) {
				t.Errorf("%s by %s, one by one: %v, want %v", query, sort, names(got), names(want))
			}
		}
	}
	if _, _, err := s.Events(t.Context(), Query{}, Page{Sort: "date", After: "nonsense"}); err == nil {
		t.Error("nonsense is taken for a cursor")
	}
}

func names(events []Event) (all []string) {
	for i := range events {
		all = append(all, events[i].ID)
	}
	return all
}

func TestSameDocumentAgainChangesNothing(t *testing.T) {
	s := open(t)
	docs := several()
	if got := add(t, s, docs...); got.Documents != 3 || got.Mentions != 7 {
		t.Errorf("three documents with seven events give %+v", got)
	}
	before := dump.Of(t, s.path)
	if got := add(t, s, docs...); got.Documents != 0 || got.Known != 3 || got.Mentions != 0 || got.Changed != nil {
		t.Errorf("the same again gives %+v", got)
	}
	if after := dump.Of(t, s.path); after != before {
		t.Errorf("the same again changed the store:\n%s", dump.Difference(before, after))
	}
}

// TestBatchesDoNotMatter adds documents one a transaction and all in one.
func TestBatchesDoNotMatter(t *testing.T) {
	docs := append(several(), article("a", "2023-03-05", "2023-03-05 AID: USA > KAZ | A later text under the same id."))
	together, single := open(t), open(t)
	add(t, together, docs...)
	for _, d := range docs {
		add(t, single, d)
	}
	if a, b := dump.Of(t, together.path), dump.Of(t, single.path); a != b {
		t.Errorf("one by one gives another store:\n%s", dump.Difference(a, b))
	}
}

func TestSecondTextUnderOneID(t *testing.T) {
	s := open(t)
	add(t, s, article("a", "2023-03-01", "2023-03-01 AID: USA > KAZ | First."), article("a", "2023-03-02", "2023-03-02 AID: USA > UZB | Second."))
	d, err := s.Document(t.Context(), "a~2")
	if err != nil {
		t.Fatal(err)
	}
	if d.Story != "a" || d.Original || !strings.Contains(d.Text, "Second") {
		t.Errorf("the second text is kept as %+v", d)
	}
	mentions, err := s.DocumentMentions(t.Context(), "a~2")
	if err != nil || len(mentions) != 1 || mentions[0].Doc != "a~2" {
		t.Errorf("its mentions are %+v, %v", mentions, err)
	}
}

func TestErrorsSayWhatToDo(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "text.db")
	if err := os.WriteFile(text, []byte(strings.Repeat("This is an article and no database. ", 40)), 0o644); err != nil {
		t.Fatal(err)
	}
	newer := filepath.Join(dir, "newer.db")
	s, err := Open(newer, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.write.Exec("PRAGMA user_version = 999"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	other := filepath.Join(dir, "other.db")
	s, err = Open(other, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.write.Exec("PRAGMA application_id = 7"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	for _, test := range []struct{ path, says string }{
		{text, "no demarche database"},
		{newer, "update the program"},
		{other, "another program"},
		{filepath.Join(dir, "no", "such", "folder.db"), "check that the folder exists"},
		{dir, "cannot be opened"},
	} {
		s, err := Open(test.path, Options{})
		if err == nil {
			s.Close()
			t.Errorf("%s is opened", test.path)
		} else if !strings.Contains(err.Error(), test.says) || !strings.Contains(err.Error(), test.path) {
			t.Errorf("%s: %v; want …%s…", test.path, err, test.says)
		}
	}
	if _, err := OpenReadOnly(filepath.Join(dir, "missing.db")); err == nil || !strings.Contains(err.Error(), "demarche ingest") {
		t.Errorf("a missing file gives %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "missing.db")); err == nil {
		t.Error("opening a missing file for reading makes it")
	}
	if _, err := s.Event(context.Background(), "x"); err == nil {
		t.Error("a closed store answers")
	}
	if _, err := open(t).Event(t.Context(), "x"); !errors.Is(err, ErrNotFound) {
		t.Errorf("an unknown event gives %v", err)
	}
}

// TestFullDisk limits how large the file may grow.
func TestFullDisk(t *testing.T) {
	s := open(t)
	add(t, s, several()...)
	before := dump.Of(t, s.path)
	var pages int
	if err := s.write.QueryRow("PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if _, err := s.write.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages+1)); err != nil {
		t.Fatal(err)
	}
	big := article("big", "2023-01-01")
	big.Document.Text = strings.Repeat("word ", 100000)
	if _, err := s.Add(t.Context(), []Coded{big}); err == nil || !strings.Contains(err.Error(), "the disk is full; make room") {
		t.Errorf("a full disk gives %v", err)
	}
	if after := dump.Of(t, s.path); after != before {
		t.Error("what could not be written changed the store")
	}
}

func TestLockedFile(t *testing.T) {
	s := open(t)
	other, err := Open(s.path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if _, err := other.write.Exec("PRAGMA busy_timeout = 50"); err != nil {
		t.Fatal(err)
	}
	tx, err := s.write.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	if _, err := other.Add(t.Context(), several()); err == nil || !strings.Contains(err.Error(), "another program is writing") {
		t.Errorf("a locked file gives %v", err)
	}
}
