package coder

import (
	"strconv"
	"strings"

	"github.com/demarche/demarche"
)

// markLongPast sets the status historical on what the text dates well before
// the story: a verb by an earlier year than the last one, a noun
// ("the assault on Ukraine a year ago") by more than nine months.
func (w *writer) markLongPast(c *demarche.Coding) {
	if w.doc.Date.IsZero() || c.Status.Historical || !c.Status.Done() {
		return
	}
	f := &w.doc.Frames[c.Frame]
	if at := w.worldWar(f); at >= 0 {
		c.Status.Historical = true
		c.Status.Cues = append(c.Status.Cues, demarche.Cue{Token: at, Sets: "historical"})
		return
	}
	t := w.ownTime(f)
	if t == nil || len(t.Value) < 3 {
		return
	}
	first := strings.TrimRight(t.Value[:min(4, len(t.Value))], "X-")
	if len(first) == 3 { // "in the 1990s": its last year
		first += "9"
	}
	year, err := strconv.Atoi(first)
	if err != nil {
		return
	}
	past := year < w.doc.Date.Year-1
	if f.Nominal() && f.Light < 0 && len(t.Value) >= 7 {
		month, err := strconv.Atoi(t.Value[5:7])
		past = past || err == nil && (w.doc.Date.Year-year)*12+w.doc.Date.Month-month > 9
	}
	if past {
		c.Status.Historical = true
		c.Status.Cues = append(c.Status.Cues, demarche.Cue{Token: t.First, Sets: "historical"})
	}
}

// worldWar is the token of a world war that f took place in, -1 for none.
func (w *writer) worldWar(f *demarche.Frame) int {
	for _, a := range f.Args {
		for i := a.Range.First + 1; i < a.Range.End && i < len(w.doc.Tokens); i++ {
			if a.Role == demarche.Oblique && w.doc.Tokens[i].Form == "War" && w.doc.Tokens[i-1].Form == "World" {
				return i
			}
		}
	}
	return -1
}
