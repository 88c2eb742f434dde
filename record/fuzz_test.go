package record

import (
	"errors"
	"testing"
)

// FuzzSearch wants an answer to whatever is a query: nothing in it may reach
// SQLite as a part of its language.
func FuzzSearch(f *testing.F) {
	s := open(f)
	add(f, s, several()...)
	for _, q := range []string{
		`russia* -"met"`, `text:"a OR b"`, "NEAR(a b)", `text:^a`, "actor:'--", `place:"%"`, "rule:[", "cameo:[]*?", "quad:1 -status:done",
		"text:\x00", "00\x00", "actor:.GOV -either:KAZ", `said_by:Q1,"x"`, "mode:' ", "text:*", "{a}", "a:b",
	} {
		f.Add(q, "-date", "")
	}
	f.Add("", "relevance", "eyJzIjoiLWRhdGUiLCJrIjoyLCJpIjoyfQ")
	f.Fuzz(func(t *testing.T, text, sort, after string) {
		q, err := ParseQuery(text)
		if err != nil {
			return
		}
		var wrong *AskError
		if _, _, err := s.Events(t.Context(), q, Page{Sort: sort, After: after}); err != nil && !errors.As(err, &wrong) {
			t.Errorf("%q by %q: %v", text, sort, err)
		}
		n, err := s.Count(t.Context(), q)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		all, _, err := s.Events(t.Context(), q, Page{})
		if err != nil || len(all) != n {
			t.Errorf("%q: %d of %d events, %v", text, len(all), n, err)
		}
	})
}
