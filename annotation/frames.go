package annotation

import (
	"github.com/demarche/demarche"
)

// Frame is one predicate with its arguments, for a reader who asks why a
// sentence was coded as it was.
type Frame struct {
	Words
	Predicate string   `json:"predicate"`      // base form: "invade" for "invasion" too
	Noun      string   `json:"noun,omitempty"` // base form of a noun that is the predicate
	Sentence  int      `json:"sentence"`       // from 1
	Status    []string `json:"status"`         // negation, future, hypothetical, historical
	Parent    *int     `json:"parent"`         // index of the frame that this one is an argument of
	Cues      []Cue    `json:"cues"`
	Args      []Arg    `json:"args"`
}

// Cue is a word that set a frame's status.
type Cue struct {
	Words
	Sets string `json:"sets"` // negation, future, hypothetical, historical, said
}

// Arg is an argument of a frame.
type Arg struct {
	Words
	Role  string `json:"role"`
	Prep  string `json:"prep,omitempty"`
	Frame *int   `json:"frame"` // index of the frame that the argument is
	Path  string `json:"path"`  // how it was found in the tree
}

// Frames are the frames of a document, in the order of Doc.Frames.
func Frames(doc *demarche.Doc) []Frame {
	a := annotator{doc, demarche.NewChars(doc.Text)}
	out := make([]Frame, len(doc.Frames))
	for i := range doc.Frames {
		out[i] = a.frame(&doc.Frames[i])
	}
	return out
}

func (a annotator) frame(f *demarche.Frame) Frame {
	out := Frame{
		Words:     a.token(f.Pred),
		Predicate: f.Lemma,
		Noun:      f.Noun,
		Sentence:  f.Sent + 1,
		Status:    statuses(f.Status),
		Parent:    index(f.Parent),
		Cues:      make([]Cue, 0, len(f.Status.Cues)),
		Args:      make([]Arg, 0, len(f.Args)),
	}
	for _, c := range f.Status.Cues {
		out.Cues = append(out.Cues, Cue{a.token(c.Token), c.Sets})
	}
	for _, arg := range f.Args {
		out.Args = append(out.Args, Arg{a.text(arg.Range), string(arg.Role), arg.Prep, index(arg.Frame), arg.Path})
	}
	return out
}

func (a annotator) token(i int) Words { return a.text(demarche.Range{First: i, End: i + 1}) }

func statuses(s demarche.Status) []string {
	out := []string{}
	for _, x := range [...]struct {
		holds bool
		name  string
	}{{s.Negated, "negation"}, {s.Future, "future"}, {s.Hypothetical, "hypothetical"}, {s.Historical, "historical"}} {
		if x.holds {
			out = append(out, x.name)
		}
	}
	return out
}

// index is i, nil for "none".
func index(i int) *int {
	if i < 0 {
		return nil
	}
	return &i
}

// EventFrames are the frames that the events of a document were coded from,
// in the order of Doc.Events; nil for an event whose coding is not there.
func EventFrames(doc *demarche.Doc) []*int {
	chars := demarche.NewChars(doc.Text)
	out := make([]*int, len(doc.Events))
	for i := range doc.Events {
		for c := range doc.Codings {
			if carries(doc, chars, &doc.Codings[c], &doc.Events[i]) {
				out[i] = index(doc.Codings[c].Frame)
				break
			}
		}
	}
	return out
}

// carries says whether an event was made from a coding: the same rule over the
// same words.
func carries(doc *demarche.Doc, chars *demarche.Chars, c *demarche.Coding, e *demarche.Event) bool {
	if c.Rule != e.Rule || doc.Frames[c.Frame].Sent+1 != e.TextInfo.Sequence {
		return false
	}
	if len(c.Words) == 0 {
		return true
	}
	first, last := doc.Tokens[c.Words[0]], doc.Tokens[c.Words[len(c.Words)-1]]
	return chars.At(first.Start) == e.TextInfo.EventStart && chars.At(last.End) == e.TextInfo.EventEnd
}
