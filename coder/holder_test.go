package coder_test

import (
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/coder"
)

// TestAskHolder: who is to be freed is asked nothing; who holds them is.
func TestAskHolder(t *testing.T) {
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ name, text, want string }{
		{"held by the police of before", "Police in Chad arrested three reporters. Norway demanded that the reporters be freed.", "TCD"},
		{"held by nobody named", "Norway demanded the release of the reporters.", ""},
		{"asked by name", "Norway urged Chad to free the reporters.", "TCD"},
	} {
		doc := &demarche.Doc{ID: "t", Text: tc.text}
		if err := c.Code(doc); err != nil {
			t.Fatal(err)
		}
		last, got := doc.Events[len(doc.Events)-1], ""
		if len(last.Recipient) > 0 && last.Recipient[0].Code != nil {
			got = *last.Recipient[0].Code
		}
		if last.Event[0] != "REQUEST" || got != tc.want || len(last.Recipient) > 1 || got == "" && len(last.Recipient) > 0 {
			t.Errorf("%s: %q asks %+v, want %q", tc.name, tc.text, last.Recipient, tc.want)
		}
	}
}
