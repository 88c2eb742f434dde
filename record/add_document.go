package record

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record/neardup"
)

// filed is a document of the transaction with the numbers that it got.
type filed struct {
	*Coded
	row   int64
	name  string // its id in the record
	again int    // 2 for the second text under one id, and so on; else 0
	story string
}

// document adds one document unless it is known.
func (w *writer) document(ctx context.Context, c *Coded) error {
	known, err := has(w.row(ctx, "SELECT 1 FROM documents WHERE hash = ?", c.Document.Hash))
	if err != nil {
		return err
	}
	if known {
		w.done.Known++
		return nil
	}
	d := &filed{Coded: c, row: w.ids.doc, name: c.Document.ID}
	w.ids.doc++
	if err := w.fileDocument(ctx, d); err != nil {
		return err
	}
	if err := w.layers(ctx, d); err != nil {
		return err
	}
	for i := range c.Events {
		if err := w.mention(ctx, d, &c.Events[i]); err != nil {
			return err
		}
	}
	w.done.Documents++
	for field, n := range map[string]int{
		countDocuments: 1, countWords: c.Document.Words, countMentions: len(c.Events),
		countQuotes: len(c.Quotes), countClaims: len(c.Claims) + len(c.Votes),
	} {
		w.sums.count(field, "", n)
	}
	w.sums.count(countCoder, c.Document.Coder, 1)
	if d.story == d.name {
		w.sums.count(countStories, "", 1)
	}
	return nil
}

// has says whether there is a row.
func has(row scanner) (bool, error) {
	var one int
	err := row.Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

func (w *writer) fileDocument(ctx context.Context, d *filed) error {
	first, err := w.nameDocument(ctx, d)
	if err != nil {
		return err
	}
	signature := neardup.Of(d.Document.Text)
	story := first
	if story == 0 {
		if story, err = w.findStory(ctx, signature); err != nil {
			return err
		}
	}
	d.story = d.name
	if story == 0 {
		story = d.row
	} else if err := w.row(ctx, "SELECT name FROM documents WHERE id = ?", story).Scan(&d.story); err != nil {
		return err
	}
	if err := w.insertDocument(ctx, d, story, signature); err != nil {
		return err
	}
	for _, key := range signature.Keys() {
		if err := w.exec(ctx, "INSERT INTO document_keys VALUES (?, ?)", int64(key), d.row); err != nil {
			return err
		}
	}
	return nil
}

// nameDocument gives the document its id: the given one, or for a further text
// under the same id that id with "~2", which belongs to the first one's story.
func (w *writer) nameDocument(ctx context.Context, d *filed) (story int64, err error) {
	err = w.row(ctx, "SELECT story FROM documents WHERE given = ? ORDER BY id LIMIT 1", d.name).Scan(&story)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return 0, err
	}
	for again := 2; ; again++ {
		taken, err := has(w.row(ctx, "SELECT 1 FROM documents WHERE name = ?", d.name))
		if err != nil || !taken {
			return story, err
		}
		d.again = again
		d.name = fmt.Sprintf("%s~%d", d.Document.ID, again)
	}
}

func (w *writer) insertDocument(ctx context.Context, d *filed, story int64, signature neardup.Signature) error {
	coder, err := w.coder(ctx, d.Document.Coder)
	if err != nil {
		return err
	}
	kept, err := signature.AppendBinary(nil)
	if err != nil {
		return err
	}
	x := &d.Document
	ingested := cmpOr(x.Ingested, w.now)
	return w.exec(ctx, "INSERT INTO documents VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
		d.row, d.name, x.ID, x.Hash, x.Date, x.Title, x.URL, x.Publication, x.Author, x.Published, x.Language,
		d.HasHeadline, story, x.Words, len(d.Events), coder, ingested, kept, x.Text)
}

// coder is the number of what coded a document.
func (w *writer) coder(ctx context.Context, name string) (id int64, err error) {
	err = w.row(ctx, "SELECT id FROM coders WHERE name = ?", name).Scan(&id)
	if !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	if err := w.exec(ctx, "INSERT INTO coders (name) VALUES (?)", name); err != nil {
		return 0, err
	}
	return id, w.row(ctx, "SELECT id FROM coders WHERE name = ?", name).Scan(&id)
}

// layers files what else was found in the document.
func (w *writer) layers(ctx context.Context, d *filed) error {
	if err := w.bulk.documentText.add(ctx, w, d.row, d.Document.Title, d.Document.Text); err != nil {
		return err
	}
	for i, s := range d.Sentences {
		if err := w.bulk.sentences.add(ctx, w, d.row, i+1, s.Start, s.End); err != nil {
			return err
		}
	}
	for i := range d.Places {
		p := &d.Places[i]
		l := &p.Location
		if err := w.bulk.places.add(ctx, w, d.row, p.Start, p.End, p.Text,
			cmpOr(l.ResolvedPlace, l.ExtractedPlace), l.GeonameID, l.CountryCode, l.FeatureCode, l.Lat, l.Lon); err != nil {
			return err
		}
	}
	if err := w.quotes(ctx, d); err != nil {
		return err
	}
	return w.claims(ctx, d)
}

func (w *writer) quotes(ctx context.Context, d *filed) error {
	for i := range d.Quotes {
		q := &d.Quotes[i]
		speaker := q.Speaker
		if speaker == nil {
			speaker = &demarche.Entity{}
		}
		actor, err := w.actor(ctx, speaker, d.Document.Date)
		if err != nil {
			return err
		}
		if err := w.bulk.quotes.add(ctx, w, w.ids.quote, d.row, q.Start, q.End, q.Kind,
			cmpOr(speaker.IdentifierText, speaker.EntityText), actor, deref(speaker.Code), deref(speaker.Sector), q.Text); err != nil {
			return err
		}
		w.ids.quote++
	}
	return nil
}

func (w *writer) claims(ctx context.Context, d *filed) error {
	for i := range d.Claims {
		if err := w.claim(ctx, d, "claim", d.Claims[i].Start, d.Claims[i].End, &d.Claims[i]); err != nil {
			return err
		}
	}
	for i := range d.Votes {
		if err := w.claim(ctx, d, "vote", d.Votes[i].Start, d.Votes[i].End, &d.Votes[i]); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) claim(ctx context.Context, d *filed, kind string, start, end int, what any) error {
	body, err := json.Marshal(what)
	if err != nil {
		return fmt.Errorf("%s: a %s: %w", d.name, kind, err)
	}
	id := w.ids.claim
	w.ids.claim++
	return w.bulk.claims.add(ctx, w, id, d.row, kind, start, end, string(body))
}
