package record

import (
	"slices"
	"testing"
)

// TestCommonWords asks for words that are in many mentions, whose pages are
// found otherwise than those of rare ones, and wants what reading all gives.
func TestCommonWords(t *testing.T) {
	s := open(t)
	n := newInvention()
	var docs []Coded
	for i := range 400 {
		docs = append(docs, n.document(i, 5))
	}
	add(t, s, docs...)
	if many, err := s.inMany(t.Context(), matchExpression("w0x")); err != nil || !many {
		t.Fatalf("the commonest word is in many: %v, %v", many, err)
	}
	for _, query := range []string{
		"w0x", `text:"w0x w1x"`, "w0x,w1x", "-w0x", "w0x actor:" + n.countries[0], "w0x -w1x type:AID", "w40x", "w9999x since:2018",
	} {
		q := parse(t, query)
		var want []string
		if err := s.EachEvent(t.Context(), q, func(e *Event) error {
			want = append(want, e.ID)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		for _, sort := range []string{"-date", "date", "confidence"} {
			var got []string
			for p := (Page{Sort: sort, Limit: 300}); ; {
				events, next, err := s.Events(t.Context(), q, p)
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, names(events)...)
				if p.After = next; next == "" {
					break
				}
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%s by %s: %d events, want %d", query, sort, len(got), len(want))
			}
		}
	}
}

// TestTextOfLaterMentions finds an event by the words of its second mention.
func TestTextOfLaterMentions(t *testing.T) {
	s := open(t)
	report := func(id, date, text string) Coded {
		return article(id, date, "2024-03-02 ASSAULT: RUS.MIL > UKR.CVL @Kharkiv UKR | "+text)
	}
	add(t, s, report("a", "2024-03-02", "Russian missiles killed 12 people in Kharkiv."))
	add(t, s, article("x", "2024-03-02", "2024-03-01 AID: DEU > UKR | Germany sent tents."), report("b", "2024-03-03", "Russian missiles killed 14 residents of Kharkiv."))
	stats, err := s.Stats(t.Context())
	if err != nil || stats.Mentions != 3 || stats.Events != 2 {
		t.Fatalf("two reports of one attack give %+v, %v", stats, err)
	}
	for query, want := range map[string]int{"people": 1, "residents": 1, "tents": 1, "missiles": 1, "tanks": 0, "killed -tents": 1} {
		if got := ids(t, s, query, Page{}); len(got) != want {
			t.Errorf("%s finds %q, want %d", query, got, want)
		}
	}
}
