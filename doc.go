// Package demarche is the vocabulary that every part of the program shares:
// a document and the layers that the stages put over its text.
//
// Text is never altered. Tokens are kept in flat arrays; every other thing is
// a typed layer over ranges of tokens. A stage fills its layer once and edits
// no other's:
//
//	raw → split → tagged → parsed → resolved → framed → coded
//
// Package coder runs the stages in that order; start there to code a text.
package demarche

import "time"

// Doc is one article and all that has been found in it.
// It is owned by one goroutine at a time.
type Doc struct {
	ID          string
	Title       string // headline, given beside the text or, with HasHeadline, its first paragraph
	URL         string
	Publication string
	Author      string
	Language    string    // ISO 639-1, "" when not stated
	Date        Date      // publication date; zero when unknown
	Published   time.Time // with the time of the day; zero unless that is known

	// Text is what was read, unchanged. Offsets inside the program are bytes
	// of Text; printed offsets are code points (see Chars).
	Text string
	// HasHeadline says that the first paragraph of Text is the headline.
	HasHeadline bool

	Tokens    []Token    // stage split; tags, lemmas and heads by later stages
	Sentences []Sentence // stage split

	Mentions   []Mention   // package actor
	Times      []Timex     // package timex
	Quotes     []Quote     // package quote
	Quantities []Quantity  // package quantity
	Places     []PlaceName // package place
	Frames     []Frame     // package frame
	Codings    []Coding    // package codebook
	Claims     []Claim     // package claim
	Votes      []Vote      // package claim
	Events     []Event     // package coder
}

// Span is a half-open range of bytes of Doc.Text.
type Span struct{ Start, End int }

// Range is a half-open range of indices into Doc.Tokens.
type Range struct{ First, End int }

// Len is the number of tokens in the range.
func (r Range) Len() int { return r.End - r.First }

// Contains says whether token i lies in the range.
func (r Range) Contains(i int) bool { return r.First <= i && i < r.End }

// Overlaps says whether the two ranges share a token.
func (r Range) Overlaps(o Range) bool { return r.First < o.End && o.First < r.End }

// Sentence is a range of tokens that belong together.
type Sentence struct {
	Range
	Text      Span  // without surrounding white space
	Paragraph int   // number of the paragraph in Doc.Text, from 0
	Headline  bool  // the headline of a plain text
	Dateline  Range // tokens of "ASTANA, Feb 28 (Agency) —" at its head; empty when none
}

// SpanOf is the span of text from the first to the last token of r.
func (d *Doc) SpanOf(r Range) Span {
	if r.Len() <= 0 {
		return Span{}
	}
	return Span{d.Tokens[r.First].Start, d.Tokens[r.End-1].End}
}

// TextOf is the text from the first to the last token of r, as written.
func (d *Doc) TextOf(r Range) string {
	s := d.SpanOf(r)
	return d.Text[s.Start:s.End]
}

// SentenceOf is the index of the sentence that token i belongs to, or -1.
func (d *Doc) SentenceOf(i int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		switch s := d.Sentences[mid]; {
		case i < s.First:
			hi = mid
		case i >= s.Range.End:
			lo = mid + 1
		default:
			return mid
		}
	}
	return -1
}

// MentionAt is the index of the longest mention whose head is token i, or -1.
func (d *Doc) MentionAt(i int) int {
	best, size := -1, 0
	for m := range d.Mentions {
		if d.Mentions[m].Head == i && d.Mentions[m].Len() > size {
			best, size = m, d.Mentions[m].Len()
		}
	}
	return best
}
