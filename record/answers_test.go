package record

import (
	"errors"
	"fmt"
	"slices"
	"testing"
)

func parse(t testing.TB, s string) Query {
	t.Helper()
	q, err := ParseQuery(s)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// TestFacets asks each question twice, once so that the sums answer and once,
// with a condition that holds of all, so that the events do.
func TestFacets(t *testing.T) {
	s := open(t)
	add(t, s, several()...)
	for _, test := range []struct{ query, field, want string }{
		{"", "type", "[{CONSULT 3} {ACCUSE 1} {AGREE 1} {ASSAULT 1} {SANCTION 1}]"},
		{"", "actor", "[{USA 3} {KAZ 2} {RUS 2} {UZB 1}]"},
		{"", "recipient", "[{KAZ 2} {RUS 2} {UKR 1} {USA 1}]"},
		{"", "country", "[{KAZ 1} {UKR 1}]"},
		{"", "month", "[{2023-02 2} {2023-03 2} {2023-04 2}]"},
		{"", "year", "[{2023 6}]"},
		{"since:2023-03 until:2023-03", "type", "[{ASSAULT 1} {CONSULT 1}]"},
		{"until:2023-03", "month", "[{2023-02 2} {2023-03 2}]"},
		{"", "status", "[{done 7}]"},
		{"", "mode", "[{visit 1}]"},
		{"", "place", "[{Astana 1} {Kharkiv 1}]"},
		{"", "source", "[{Daily c 3} {Daily a 2} {Daily b 2}]"},
		{"actor:USA", "recipient", "[{RUS 2} {KAZ 1}]"},
		{"since:2023-03-02", "type", "[{CONSULT 2} {SANCTION 1}]"},
	} {
		for _, more := range []string{"", " confidence:0.1"} {
			got, err := s.Facets(t.Context(), parse(t, test.query+more), test.field, 0)
			if err != nil || fmt.Sprint(got) != test.want {
				t.Errorf("%s%s by %s: %v, %v; want %s", test.query, more, test.field, got, err, test.want)
			}
		}
	}
	if _, err := s.Facets(t.Context(), Query{}, "colour", 0); err == nil {
		t.Error("events are counted by colour")
	}
}

func TestDyad(t *testing.T) {
	s := open(t)
	add(t, s, several()...)
	for _, test := range []struct{ a, b, by, query, want string }{
		{"USA", "RUS", "month", "", "2023-02-01:1/1/0 2023-03-01:0/0/0 2023-04-01:1/1/0"},
		{"USA", "RUS", "year", "", "2023-01-01:2/2/0"},
		{"USA", "RUS", "month", "type:SANCTION", "2023-04-01:1/1/0"},
		{"USA", "KAZ", "month", "until:2023-03", "2023-02-01:1/1/0"},
		{"USA", "KAZ", "week", "since:2023-04", "2023-04-03:1/0/1"},
		{"KAZ", "UZB", "day", "", "2023-03-02:1/1/1"},
		{"UZB.GOV", "KAZ", "day", "", "2023-03-02:1/1/1"},
		{"USA.MIL", "KAZ", "day", "", ""},
		{"Antony Blinken", "KAZ", "year", "", "2023-01-01:2/1/1"},
		{"KAZ", "Kassym-Jomart Tokayev", "year", "", ""},
		{"Antony Blinken", "Kassym-Jomart Tokayev", "day", "", "2023-02-28:1/1/0"},
	} {
		for _, more := range []string{"", " confidence:0.1"} {
			periods, err := s.Dyad(t.Context(), test.a, test.b, test.by, parse(t, test.query+more))
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for i, p := range periods {
				if i > 0 {
					got += " "
				}
				got += fmt.Sprintf("%s:%d/%d/%d", p.Start, p.N, p.Forward.N, p.Backward.N)
			}
			if got != test.want {
				t.Errorf("%s and %s by %s, %s%s: %s, want %s", test.a, test.b, test.by, test.query, more, got, test.want)
			}
		}
	}
	periods, err := s.Dyad(t.Context(), "KAZ", "USA", "year", Query{})
	if err != nil || len(periods) != 1 {
		t.Fatalf("%v, %v", periods, err)
	}
	if p := periods[0]; p.Score != 2.5 || p.Quad != [5]int{0, 2} || p.Types["CONSULT"] != 2 || p.Backward.Score != 2.5 {
		t.Errorf("a year of two meetings is %+v", p)
	}
	if _, err := s.Dyad(t.Context(), "KAZ", "USA", "decade", Query{}); err == nil {
		t.Error("time is divided by decades")
	}
}

func TestNetwork(t *testing.T) {
	s := open(t)
	add(t, s, several()...)
	for query, want := range map[string]string{
		"":           "[KAZ-USA 2 RUS-USA 2 KAZ-RUS 1 KAZ-UZB 1 RUS-UKR 1]",
		"actor:USA":  "[RUS-USA 2 KAZ-USA 1]",
		"since:2024": "[]",
	} {
		for _, more := range []string{"", " confidence:0.1"} {
			edges, err := s.Network(t.Context(), parse(t, query+more), 0)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, e := range edges {
				got = append(got, fmt.Sprintf("%s-%s %d", e.A, e.B, e.N))
			}
			if fmt.Sprint(got) != want {
				t.Errorf("%s%s: %v, want %s", query, more, got, want)
			}
		}
	}
}

func total(quad [5]int) (n int) {
	for _, q := range quad {
		n += q
	}
	return n
}

func TestNetworkKnowsWhoActsOnWhom(t *testing.T) {
	s := open(t)
	add(t, s, several()...)
	const want = "[KAZ 1→ ←1 USA RUS 0→ ←2 USA KAZ 0→ ←1 RUS KAZ 0→ ←0 UZB RUS 1→ ←0 UKR]"
	for _, query := range []string{"", "confidence:0.1"} {
		if got := ways(t, s, query); got != want {
			t.Errorf("%q: %s, want %s", query, got, want)
		}
	}
	// A record that was made before ways were kept gives the same.
	for _, change := range []string{
		"DROP TABLE pair_ways", "CREATE TABLE pair_months (a TEXT)", "PRAGMA user_version = 2",
	} {
		if _, err := s.write.ExecContext(t.Context(), change); err != nil {
			t.Fatal(err)
		}
	}
	path := s.Path()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	old, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	if got := ways(t, old, ""); got != want {
		t.Errorf("after migrating: %s, want %s", got, want)
	}
}

// ways is how many events go there and back between each pair.
func ways(t *testing.T, s *Store, query string) string {
	t.Helper()
	edges, err := s.Network(t.Context(), parse(t, query), 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range edges {
		all = append(all, fmt.Sprintf("%s %d→ ←%d %s", e.A, total(e.Forward), total(e.Backward), e.B))
	}
	return fmt.Sprint(all)
}

func TestActor(t *testing.T) {
	s := open(t)
	add(t, s, several()...)
	p, err := s.Actor(t.Context(), "blinken")
	if err != nil {
		t.Fatal(err)
	}
	if p.Name != "Antony Blinken" || p.Code != "USA" || p.Events != 3 || len(p.Offices) != 1 || p.Offices[0].Title != "secretary of state" {
		t.Errorf("Blinken is %+v", p)
	}
	var legs []string
	for _, l := range p.Legs {
		legs = append(legs, fmt.Sprint(l.Date, " ", l.Place, " ", l.With, " ", l.Type, " ", l.Status))
	}
	want := []string{"2023-02-28 Astana [Kassym-Jomart Tokayev] CONSULT visit done", "2023-W14  [KAZ] CONSULT done"}
	if !slices.Equal(legs, want) {
		t.Errorf("his itinerary is %q, want %q", legs, want)
	}
	if p, err := s.Actor(t.Context(), "UZB"); err != nil || p.Events != 1 || fmt.Sprint(p.Partners) != "[{KAZ 1}]" {
		t.Errorf("Uzbekistan is %+v, %v", p, err)
	}
	if p, err := s.Actor(t.Context(), "RUS.MIL"); err != nil || p.Events != 1 || p.Name != "RUS.MIL" {
		t.Errorf("Russia's armed forces are %+v, %v", p, err)
	}
	add(t, s, article("imf", "2023-05-01", "2023-05-01 AID: --- IMF > KAZ | The IMF lent Kazakhstan money."))
	if p, err := s.Actor(t.Context(), "IMF"); err != nil || p.Name != "IMF" || p.Events != 1 {
		t.Errorf("the IMF is %+v, %v", p, err)
	}
	add(t, s, article("they", "2023-05-02", "2023-05-02 AID: --- They > KAZ | They lent Kazakhstan money."))
	for _, who := range []string{"Nobody", "They", "ZZZ", "%", "ZZZ.GOV"} {
		if _, err := s.Actor(t.Context(), who); !errors.Is(err, ErrNotFound) {
			t.Errorf("%s gives %v", who, err)
		}
	}
}

func TestStats(t *testing.T) {
	s := open(t)
	if got, err := s.Stats(t.Context()); err != nil || got.Documents != 0 || got.First != "" {
		t.Errorf("an empty store gives %+v, %v", got, err)
	}
	add(t, s, several()...)
	got, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got.Bytes, got.Schema = 0, 0
	want := Stats{Documents: 3, Stories: 3, Words: 300, Mentions: 7, Events: 7, First: "2023-02-28", Last: "2023-04-09", Coders: []Count{{"test 1", 3}}}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestDocuments(t *testing.T) {
	s := open(t)
	add(t, s, several()...)
	for query, want := range map[string]string{
		"":                        "c b a",
		"since:2023-03-02":        "c b",
		`"told by" astana`:        "a",
		"source:daily*":           "",
		`source:"Daily b"`:        "b",
		"type:SANCTION":           "c",
		"either:KAZ":              "c b a",
		"actor:USA until:2023-03": "a",
	} {
		docs, _, err := s.Documents(t.Context(), parse(t, query), Page{})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for i, d := range docs {
			if i > 0 {
				got += " "
			}
			got += d.ID
		}
		if got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
	docs, next, err := s.Documents(t.Context(), Query{}, Page{Limit: 2})
	if err != nil || len(docs) != 2 {
		t.Fatal(docs, err)
	}
	docs, next, err = s.Documents(t.Context(), Query{}, Page{Limit: 2, After: next})
	if err != nil || next != "" || len(docs) != 1 || docs[0].ID != "a" {
		t.Errorf("the second page is %+v, %q, %v", docs, next, err)
	}
}

func TestEachMention(t *testing.T) {
	s := open(t)
	add(t, s, several()...)
	var got []string
	if err := s.EachMention(t.Context(), parse(t, "type:CONSULT"), func(m *Mention, d *Document) error {
		if m.CiteInfo.Title != d.Title || m.Published != d.Date {
			t.Errorf("%s is cited as %+v", m.ID, m.CiteInfo)
		}
		got = append(got, d.ID+":"+m.Text)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	want := []string{"a:Blinken visited Tokayev in Astana.", "b:Kazakhstan and Uzbekistan met.", "c:Kazakhstan called Blinken."}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	n := 0
	if err := s.EachEvent(t.Context(), Query{}, func(e *Event) error { n++; return nil }); err != nil || n != 7 {
		t.Errorf("%d events, %v", n, err)
	}
	stop := errors.New("stop")
	if err := s.EachEvent(t.Context(), Query{}, func(e *Event) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("stopping gives %v", err)
	}
}
