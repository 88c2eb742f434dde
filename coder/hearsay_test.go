package coder

import (
	"strings"
	"testing"

	"github.com/demarche/demarche"
)

// TestHearsay: who says what, in the ways in which news puts it.
func TestHearsay(t *testing.T) {
	c, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"The agency quoted Orlov as saying that the talks had failed.":                                "indirect Orlov: that the talks had failed",
		"The minister was quoted by Interfax as saying the border was closed.":                        "indirect minister: the border was closed",
		"\"We will not yield,\" the agency quoted him as saying.":                                     "direct him: We will not yield,",
		"A senior official, who spoke on condition of anonymity, said the deal was dead.":             "indirect official: the deal was dead",
		"\"He told me, 'We are done here,' and left,\" Orlov said.":                                   "direct Orlov: He told me, 'We are done here,' and left,; direct He: We are done here,",
		"The so-called \"republic\" has its own \"parliament\", which nobody recognises.":             "",
		"In the words of one diplomat, the plan has failed.":                                          "indirect diplomat: the plan has failed",
		"Moscow's claim that Kyiv shelled the plant was rejected.":                                    "indirect Moscow: that Kyiv shelled the plant",
		"The pilot was kind and responsible, a Cairo airport official told The Daily Planet.":         "indirect official: The pilot was kind and responsible",
		"They lived in the French city of Angers and were merchants, according to a report.":          "indirect report: They lived in the French city of Angers and were merchants",
		"The crowd cheered. \u201cLong live the queen!\u201d":                                         "direct crowd: Long live the queen!",
		"Poland recalled its ambassador from Hungary on Friday.":                                      "",
		"\u201cThe bridge is ours.\n\n\u201cTrade can begin again,\u201d Mayor Lind said.":            "direct Lind: The bridge is ours.\n\n\u201cTrade can begin again,",
		"The premier's statement said:\n\n    We have lost a friend.\n\nNobody else spoke after him.": "direct premier: We have lost a friend.",
	} {
		d := &demarche.Doc{Text: text}
		if err := c.Code(d); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, q := range d.Quotes {
			speaker := "-"
			if q.Speaker >= 0 {
				speaker = d.Tokens[q.Speaker].Form
			}
			got = append(got, q.Kind+" "+speaker+": "+d.TextOf(q.Range))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s\n got  %s\n want %s", text, s, want)
		}
	}
}
