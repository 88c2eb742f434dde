package coder_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/coder"
)

// TestOneActOneEvent: what a sentence tells twice is one event with all that is
// said of it; acts of different kinds, or of enemies, are events of their own.
func TestOneActOneEvent(t *testing.T) {
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{"Five students were killed in Kenya when police opened fire.", "ASSAULT firearms KEN/COP>KEN/EDU"},
		{"Gunmen stormed an army base in Chad and killed 11 soldiers.", "ASSAULT  TCD/UAF>TCD/MIL"},
		{"Rebels killed six farmers and kidnapped two nurses in Mali.", "ASSAULT  MLI/REB>MLI/AGR; ASSAULT abduct MLI/REB>MLI/MED"},
		{"Police in Kenya arrested an editor and closed his newspaper.", "COERCE arrest KEN/COP>KEN/JRN; COERCE censor KEN/COP>KEN/JRN"},
	} {
		doc := &demarche.Doc{ID: "t", Text: test.text}
		if err := c.Code(doc); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range doc.Events {
			got = append(got, fmt.Sprintf("%s %s %s>%s", e.Event[0], strings.Join(e.Mode, "+"), sideOf(e.Actor), sideOf(e.Recipient)))
		}
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, s, test.want)
		}
	}
}

func sideOf(side []demarche.Entity) string {
	var out []string
	for _, e := range side {
		s := ""
		if e.Code != nil {
			s = *e.Code
		}
		if e.Sector != nil {
			s += "/" + *e.Sector
		}
		out = append(out, s)
	}
	return strings.Join(out, ",")
}
