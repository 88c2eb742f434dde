package coder

import (
	"strconv"

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
	t := w.ownTime(f)
	if t == nil || len(t.Value) < 4 {
		return
	}
	year, err := strconv.Atoi(t.Value[:4])
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
