package record

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

func TestParseQuery(t *testing.T) {
	name := func(s string) []Term { return []Term{{Name: s}} }
	code := func(s string) []Term { return []Term{{Code: s}} }
	for _, test := range []struct {
		text string
		want Query
	}{
		{"", Query{}},
		{"  ", Query{}},
		{"actor:KAZ", Query{Actor: code("KAZ")}},
		{"actor:KAZ.GOV", Query{Actor: []Term{{Code: "KAZ", Sector: "GOV"}}}},
		{"actor:.MIL", Query{Actor: []Term{{Sector: "MIL"}}}},
		{`either:"Antony Blinken"`, Query{Either: name("Antony Blinken")}},
		{`actor:"KAZ"`, Query{Actor: name("KAZ")}},
		{"actor:Blinken", Query{Actor: name("Blinken")}},
		{"actor:Q7821917", Query{Actor: name("Q7821917")}},
		{"recipient:RUS,BLR type:consult,Aid", Query{Recipient: []Term{{Code: "RUS"}, {Code: "BLR"}}, Type: []string{"CONSULT", "AID"}}},
		{"since:2023 until:2024-02", Query{Since: "2023-01-01", Until: "2024-02-29"}},
		{"since:2023-03-01", Query{Since: "2023-03-01"}},
		{"status:Done said_by:USA", Query{Status: []string{"done"}, SaidBy: code("USA")}},
		{"-type:ACCUSE -actor:RUS", Query{Not: &Query{Type: []string{"ACCUSE"}, Actor: code("RUS")}}},
		{`text:"peace talks"`, Query{Text: `"peace talks"`}},
		{`peace "in our time" talk*`, Query{Text: `peace "in our time" talk*`}},
		{"gas -oil", Query{Text: "gas", Not: &Query{Text: "oil"}}},
		{"confidence:0.5 quad:4 place:Astana", Query{MinConfidence: 0.5, Quad: []string{"4"}, Place: []string{"Astana"}}},
		{`source:"The \"Daily\" News"`, Query{Source: []string{`The "Daily" News`}}},
		{"ACTOR:KAZ", Query{Actor: code("KAZ")}},
		{"doc:a:b event:12", Query{Doc: "a:b", Event: "12"}},
	} {
		got, err := ParseQuery(test.text)
		if err != nil || !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s gives %+v, %v, want %+v", test.text, got, err, test.want)
			continue
		}
		again, err := ParseQuery(got.String())
		if err != nil || !reflect.DeepEqual(again, got) {
			t.Errorf("%s is shown as %s, which gives %+v, %v", test.text, got, again, err)
		}
	}
}

func TestParseQueryTellsWhatIsWrong(t *testing.T) {
	for _, test := range []struct {
		text   string
		column int
		says   string
	}{
		{"actr:KAZ", 1, "did you mean actor?"},
		{"actor:KAZ tipe:AID", 11, "did you mean type?"},
		{"type:CONSLT", 6, "did you mean CONSULT?"},
		{"é status:dnoe", 10, "did you mean done?"},
		{"since:yesterday", 7, "write 2023, 2023-02 or 2023-02-28"},
		{"since:2023-02-30", 7, "no date"},
		{"since:2023,2024", 7, "one value"},
		{"actor:", 7, "a value has to follow"},
		{"actor:KAZ, type:AID", 11, "a value has to follow"},
		{`text:"peace`, 6, "never closed"},
		{`text:pea"ce"`, 9, "quote has to begin"},
		{"confidence:2", 12, "from 0 to 1"},
		{"-since:2023", 1, "cannot be negated"},
		{"a - b", 3, "has to follow the -"},
		{"xyzzy:1", 1, "there are actor recipient"},
	} {
		_, err := ParseQuery(test.text)
		var wrong *QueryError
		if !errors.As(err, &wrong) {
			t.Errorf("%s is taken", test.text)
			continue
		}
		if wrong.Column != test.column || !strings.Contains(wrong.What, test.says) {
			t.Errorf("%s: column %d: %s; want column %d: …%s…", test.text, wrong.Column, wrong.What, test.column, test.says)
		}
	}
}

// FuzzParseQuery wants what is read to be read again as it is shown.
func FuzzParseQuery(f *testing.F) {
	for _, s := range []string{`actor:KAZ,"A \"b\\ c" -type:AID text:"x y",z*`, `"a`, "-", `a:"\"`, "text:\\,b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := ParseQuery(s)
		if err != nil {
			return
		}
		again, err := ParseQuery(q.String())
		if err != nil || again.String() != q.String() {
			t.Fatalf("%q is shown as %q, then as %q, %v", s, q.String(), again.String(), err)
		}
	})
}
