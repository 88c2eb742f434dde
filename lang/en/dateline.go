package en

import (
	"strings"

	"github.com/demarche/demarche"
)

// maxDateline bounds the tokens of a dateline.
const maxDateline = 24

// markDateline looks for a dateline at the head of the paragraph whose first
// sentence is given:
//
//	ASTANA, Feb 28 (Agency) — …    WASHINGTON (AP): …    BEIJING — …
//	Kabul, Afghanistan (Agency) – …    Friday, January 4, 2019
func (s *splitter) markDateline(sentence int) {
	if sentence >= len(s.sentences) || s.headline {
		return
	}
	head := &s.sentences[sentence]
	if s.isDate(head.Range) {
		head.Dateline = head.Range
		return
	}
	d := datelineReader{
		tokens: s.tokens[head.First:min(head.Range.End, head.First+maxDateline)],
		early:  head.Paragraph <= 1,
	}
	if n := d.read(); n > 0 && head.First+n < head.Range.End {
		head.Dateline = demarche.Range{First: head.First, End: head.First + n}
	}
}

// isDate says whether all of the range is a date and perhaps its weekday.
func (s *splitter) isDate(r demarche.Range) bool {
	months, numbers := 0, 0
	for i := r.First; i < r.End; i++ {
		switch f := s.tokens[i].Form; {
		case f == "," || f == "." || weekdays.has(f):
		case months == 0 && monthNames.has(trimStop(f)):
			months++
		case len(f) <= 4 && allDigits(f):
			numbers++
		default:
			return false
		}
	}
	return months == 1 && numbers >= 1 && numbers <= 2
}

// datelineReader reads the parts of a dateline from the head of a sentence.
type datelineReader struct {
	tokens []demarche.Token
	i      int
	early  bool // at the head of the text
}

// read is the number of tokens of the dateline, 0 when there is none.
func (d *datelineReader) read() int {
	capitals, places := d.places()
	if places == 0 {
		return 0
	}
	dated := d.date()
	source := d.source() || dated && d.agency()
	if !dated {
		dated = d.date()
	}
	sure := dated || source
	capitals = capitals && !d.isLabel(places)
	switch end := d.form(); {
	case end == ":" && capitals && (sure || d.early && d.upperNext(1)), d.dashed(end) && (sure || capitals || d.soleCity(places)):
		return d.i + 1
	case source && (capitals || dated) && d.upperNext(0):
		return d.i
	case source && capitals && end == `"` && d.upperNext(1): // a dash lost on the way
		return d.i + 1
	}
	return 0
}

// isLabel says whether the capitals at the head are no place: "BREAKING", but
// not "NEW DELHI".
func (d *datelineReader) isLabel(places int) bool {
	first := d.tokens[0].Form
	return labels.has(first) && !(places > 1 && strings.EqualFold(first, "new"))
}

// upperNext says whether the token n behind the one reached begins with a capital.
func (d *datelineReader) upperNext(n int) bool {
	if d.i+n >= len(d.tokens) {
		return false
	}
	f := d.tokens[d.i+n].Form
	return upperAt(f, 0, len(f))
}

// agency reads the name of an agency without brackets: "Tehran, March 15, IRNA -".
func (d *datelineReader) agency() bool {
	i := d.i
	if i < len(d.tokens) && d.tokens[i].Form == "," {
		i++
	}
	if i+1 >= len(d.tokens) || len(d.tokens[i].Form) < 2 || !allUpper(d.tokens[i].Form) || d.tokens[i+1].Norm != "-" && d.tokens[i+1].Norm != "--" {
		return false
	}
	d.i = i + 1
	return true
}

// form is the plain form of the token reached, "" at the end.
func (d *datelineReader) form() string {
	if d.i >= len(d.tokens) {
		return ""
	}
	return d.tokens[d.i].Norm
}

// places reads names of places; capitals says whether the first is written
// in capitals.
func (d *datelineReader) places() (capitals bool, n int) {
	for ; d.i < len(d.tokens); d.i++ {
		t := &d.tokens[d.i]
		switch {
		case monthNames.has(trimStop(t.Form)) || weekdays.has(t.Form):
			return capitals, n
		case upperAt(t.Form, 0, len(t.Form)):
			if n == 0 {
				capitals = len(t.Form) >= 3 && allUpper(t.Form)
			}
			n++
		case n > 0 && (t.Form == "," || t.Form == "/" || t.Form == "of" || t.Form == "and" || t.Glued):
		case n > 0 && t.Norm == "-" && t.Start == d.tokens[d.i-1].End && d.i+1 < len(d.tokens) && d.tokens[d.i+1].Start == t.End:
			// a hyphen inside a name: PORT-AU-PRINCE
		case n > 0 && t.Start == d.tokens[d.i-1].End && len(t.Form) <= 3 && t.Form != ":" && t.Form != "." && lowerAt(t.Form, 0, len(t.Form)):
		default:
			return capitals, n
		}
		if n > 8 {
			return false, 0
		}
	}
	return false, 0
}

// date reads weekday, month and day, with the commas between.
func (d *datelineReader) date() bool {
	from, months := d.i, 0
	for ; d.i < len(d.tokens); d.i++ {
		f := d.tokens[d.i].Form
		switch {
		case monthNames.has(trimStop(f)):
			months++
		case weekdays.has(trimStop(f)):
		case len(f) <= 4 && allDigits(f), (f == "," || f == ".") && d.i > from:
		default:
			return months > 0
		}
	}
	return months > 0
}

// source reads the name of an agency in brackets.
func (d *datelineReader) source() bool {
	if d.form() != "(" {
		return false
	}
	for i := d.i + 1; i < len(d.tokens) && i < d.i+8; i++ {
		if d.tokens[i].Form == ")" {
			d.i = i + 1
			return true
		}
	}
	return false
}

// dashed says whether the token reached is a dash with which a dateline may
// end: one with a blank behind it.
func (d *datelineReader) dashed(form string) bool {
	if form != "-" && form != "--" && form != "_" {
		return false
	}
	return d.i+1 < len(d.tokens) && d.tokens[d.i+1].Start > d.tokens[d.i].End
}

// soleCity says whether one or two names, and then a dash and a capital, make
// a dateline without any other sign: only at the head of the text.
func (d *datelineReader) soleCity(places int) bool {
	return d.early && places <= 2 && !d.isLabel(places) && d.upperNext(1)
}

// labels stand in capitals before a dash or colon and are no places.
var labels = words(`breaking update updated watch exclusive analysis opinion factbox explainer live new
	correction corrected video photos read note editor`)

var weekdays = words(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun`)

var monthNames = words(`january february march april may june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec`)

func trimStop(w string) string {
	if n := len(w); n > 1 && w[n-1] == '.' {
		return w[:n-1]
	}
	return w
}

// afterDateline is the first token behind the dateline of s, or the first of
// all where there is none or nothing else.
func afterDateline(s demarche.Sentence) int {
	if s.Dateline.Len() > 0 && s.Dateline.End < s.Range.End {
		return s.Dateline.End
	}
	return s.First
}

// hangDateline hangs the tree of a dateline on that of the tokens behind it,
// which go on to end.
func hangDateline(tokens []demarche.Token, line demarche.Range, end int) {
	root := line.End
	for root < end && tokens[root].Head >= 0 {
		root++
	}
	for i := line.First; i < line.End && root < end; i++ {
		if tokens[i].Head < 0 {
			tokens[i].Head, tokens[i].Rel = root, "dep"
		}
	}
}
