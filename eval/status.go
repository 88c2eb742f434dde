package eval

import (
	"fmt"

	"github.com/demarche/demarche"
)

// The classes of a status.
const (
	statusDone         = "done"
	statusFuture       = "future"
	statusHypothetical = "hypothetical"
	statusNegated      = "negated"
)

// Status scores what frames say of events (done, future, hypothetical,
// negated) against CAT XML files as MEANTIME has them: EVENT_MENTION with
// polarity, certainty, time and special_cases over token anchors.
//
// A gold event and a frame are the same when the frame's predicate or its
// support verb lies in the anchor. The gold is negated when its polarity is
// NEG, else future when its time is FUTURE, else hypothetical when its
// certainty is POSSIBLE or PROBABLE or it stands in a conditional clause, else
// done; events of which one of these is left open are passed over. A status of
// several kinds counts in the same order. "Done or not" is whether both say
// that it has happened.
//
// Code gets a document with text and date and fills Frames.
func Status(paths []string, code Coder) (*Report, error) {
	files, err := goldFiles(paths, ".xml")
	if err != nil {
		return nil, err
	}
	classes := NewConfusion(statusDone, statusFuture, statusHypothetical, statusNegated)
	done := NewConfusion(statusDone, "not done")
	var lines []string
	shared, marked := 0, 0
	for _, file := range files {
		g, err := readTimexGold(file)
		if err != nil {
			return nil, err
		}
		if err := code(&g.doc); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		for _, e := range g.events {
			marked++
			f := frameIn(&g.doc, e.Span)
			if f == nil {
				continue
			}
			shared++
			found := statusClass(f.Status)
			classes.Add(e.status, found)
			done.Add(doneOrNot(e.status), doneOrNot(found))
			if found != e.status {
				lines = append(lines, fmt.Sprintf("%s: %q is %s, not %s: %s", g.doc.ID, g.doc.Text[e.Start:e.End], e.status, found, sentenceAt(&g.doc, f)))
			}
		}
	}
	if marked == 0 {
		return nil, noItems(paths, "events with a status")
	}
	return &Report{Kind: "status", Items: shared, Unit: fmt.Sprintf("events that both have, of %d marked", marked), Errors: lines,
		Sections: []Section{
			{Title: "classes", Scores: classes.Scores(), Confusion: classes, Figures: []Figure{{"agreement", classes.Accuracy()}}},
			{Title: "done or not", Confusion: done, Figures: []Figure{{"agreement", done.Accuracy()}}},
		}}, nil
}

// goldStatus is an event as the gold marks it; bytes of the text.
type goldStatus struct {
	demarche.Span
	status string
}

// catEvent is an event mention of a CAT file.
type catEvent struct {
	Polarity  string `xml:"polarity,attr"`
	Certainty string `xml:"certainty,attr"`
	Time      string `xml:"time,attr"`
	Special   string `xml:"special_cases,attr"`
	Anchors   []struct {
		ID string `xml:"t_id,attr"`
	} `xml:"token_anchor"`
}

// status is the class of the event, "" when the annotators left it open.
func (e *catEvent) status() string {
	open := func(s string) bool { return s == "" || s == "UNDERSPECIFIED" }
	switch {
	case open(e.Polarity) || open(e.Certainty) || open(e.Time):
		return ""
	case e.Polarity == "NEG":
		return statusNegated
	case e.Time == "FUTURE":
		return statusFuture
	case e.Certainty != "CERTAIN" || e.Special == "COND_IF_CLAUSE" || e.Special == "COND_MAIN_CLAUSE":
		return statusHypothetical
	}
	return statusDone
}

func statusClass(s demarche.Status) string {
	switch {
	case s.Negated:
		return statusNegated
	case s.Future:
		return statusFuture
	case s.Hypothetical:
		return statusHypothetical
	}
	return statusDone
}

// doneOrNot makes two classes of four.
func doneOrNot(class string) string {
	if class == statusDone {
		return class
	}
	return "not done"
}

// frameIn is the first frame whose predicate or support verb lies in a span,
// nil when there is none.
func frameIn(doc *demarche.Doc, s demarche.Span) *demarche.Frame {
	within := func(t int) bool {
		return t >= 0 && t < len(doc.Tokens) && s.Start <= doc.Tokens[t].Start && doc.Tokens[t].End <= s.End
	}
	for i := range doc.Frames {
		if f := &doc.Frames[i]; within(f.Pred) || within(f.Light) {
			return f
		}
	}
	return nil
}

func sentenceAt(doc *demarche.Doc, f *demarche.Frame) string {
	t := doc.Sentences[f.Sent].Text
	return doc.Text[t.Start:t.End]
}
