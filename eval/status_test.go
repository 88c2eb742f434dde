package eval

import (
	"strings"
	"testing"

	"github.com/demarche/demarche"
)

// TestStatus reads a CAT file in which a visit is to come and a ban denied.
// What is left open by the annotators, and what has no frame, does not count.
func TestStatus(t *testing.T) {
	event := func(token, polarity, time string) string {
		return `<EVENT_MENTION certainty="CERTAIN" polarity="` + polarity + `" time="` + time + `" special_cases="NONE"><token_anchor t_id="` + token + `"/></EVENT_MENTION>`
	}
	var tokens strings.Builder
	for i, w := range strings.Fields("Head Date She will visit and lifted no ban") {
		sentence := min(i, 2)
		tokens.WriteString(`<token sentence="` + string(rune('0'+sentence)) + `" t_id="` + string(rune('1'+i)) + `">` + w + `</token>`)
	}
	path := file(t, "a.xml", `<Document>`+tokens.String()+`<Markables>`+
		event("5", "POS", "FUTURE")+event("7", "NEG", "NON_FUTURE")+event("9", "POS", "UNDERSPECIFIED")+event("3", "POS", "NON_FUTURE")+
		`</Markables></Document>`)
	r, err := Status([]string{path}, func(d *demarche.Doc) error {
		split(d)
		d.Frames = []demarche.Frame{
			{Pred: 4, Light: -1, Status: demarche.Status{Future: true}},
			{Pred: 6, Light: -1},
			{Pred: 8, Light: -1},
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if r.Items != 2 {
		t.Errorf("%d events compared, want 2", r.Items)
	}
	if got := figure(t, r, "classes", "agreement"); got != 0.5 {
		t.Errorf("agreement %v, want 0.5: the visit is to come, the lifting is not seen as denied", got)
	}
	if len(r.Errors) != 1 || !strings.Contains(r.Errors[0], `"lifted" is negated, not done`) {
		t.Errorf("errors %q", r.Errors)
	}
}
