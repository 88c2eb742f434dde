package record

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/annotation"
)

// Coded is a document with what was coded in it.
type Coded struct {
	Document    Document
	HasHeadline bool // the first paragraph of the text is the headline
	Sentences   []annotation.Span
	Events      []demarche.Event
	Quotes      []annotation.Quote
	Places      []annotation.Place
	Claims      []annotation.Claim
	Votes       []annotation.Vote
}

// Take takes from a coded document what the record keeps; the document may be
// reused afterwards. Coder names what coded it: versions of program, rules and
// lexicon.
func Take(doc *demarche.Doc, coder string) Coded {
	layers := annotation.Of(doc, func(layer string) bool {
		switch layer {
		case "sentences", "quotes", "places", "claims", "votes":
			return true
		}
		return false
	})
	return Coded{
		Document: Document{
			ID:          doc.ID,
			Hash:        Hash(doc),
			Date:        doc.Date.String(),
			Title:       doc.Title,
			URL:         doc.URL,
			Publication: doc.Publication,
			Author:      doc.Author,
			Published:   published(doc),
			Language:    doc.Language,
			Text:        doc.Text,
			Words:       words(doc),
			Events:      len(doc.Events),
			Coder:       coder,
		},
		HasHeadline: doc.HasHeadline,
		Sentences:   *layers.Sentences,
		Events:      doc.Events,
		Quotes:      *layers.Quotes,
		Places:      *layers.Places,
		Claims:      *layers.Claims,
		Votes:       *layers.Votes,
	}
}

func published(doc *demarche.Doc) string {
	if doc.Published.IsZero() {
		return ""
	}
	return doc.Published.Format(time.RFC3339)
}

// words counts the tokens that are words or numbers.
func words(doc *demarche.Doc) int {
	n := 0
	for i := range doc.Tokens {
		if u := doc.Tokens[i].UPOS; u != demarche.PUNCT && u != demarche.SYM && !doc.Tokens[i].Glued {
			n++
		}
	}
	return n
}

// Hash identifies a document by what it says: two documents with the same id,
// date, title, address and text are one.
func Hash(doc *demarche.Doc) string {
	h := sha256.New()
	for _, part := range [...]string{doc.ID, doc.Date.String(), doc.Title, doc.URL, doc.Text} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// restore fills in what the record has of a document beside id and text.
func restore(doc *demarche.Doc, d *Document) (err error) {
	doc.Title, doc.URL, doc.Publication, doc.Author, doc.Language = d.Title, d.URL, d.Publication, d.Author, d.Language
	if d.Date != "" {
		if doc.Date, err = demarche.ParseDate(d.Date); err != nil {
			return fmt.Errorf("document %s: %w", d.ID, err)
		}
	}
	if d.Published != "" {
		if doc.Published, err = time.Parse(time.RFC3339, d.Published); err != nil {
			return fmt.Errorf("document %s: %w", d.ID, err)
		}
	}
	return nil
}
