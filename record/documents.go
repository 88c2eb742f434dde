package record

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/demarche/demarche"
)

// What is read of a document d with its coder c and its story's first document
// s, in the order of documentTargets.
const documentColumns = `d.name, d.hash, d.date, d.title, d.url, d.publication, d.author, d.published, d.language,
	s.name, d.story = d.id, d.words, d.events, c.name, d.ingested`

const documentTables = " FROM documents d JOIN documents s ON s.id = d.story JOIN coders c ON c.id = d.coder "

func documentTargets(d *Document) []any {
	return []any{&d.ID, &d.Hash, &d.Date, &d.Title, &d.URL, &d.Publication, &d.Author, &d.Published, &d.Language,
		&d.Story, &d.Original, &d.Words, &d.Events, &d.Coder, &d.Ingested}
}

// Has says whether a document is in the store, by its hash (see Hash).
func (s *Store) Has(ctx context.Context, hash string) (bool, error) {
	found, err := has(s.read.QueryRowContext(ctx, "SELECT 1 FROM documents WHERE hash = ?", hash))
	return found, explained(s.path, err)
}

// Document is the document with that id.
func (s *Store) Document(ctx context.Context, id string) (*Document, error) {
	d := new(Document)
	err := s.read.QueryRowContext(ctx, "SELECT "+documentColumns+", d.text"+documentTables+"WHERE d.name = ?", id).
		Scan(append(documentTargets(d), &d.Text)...)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("document %s: %w", id, ErrNotFound)
	}
	return d, explained(s.path, err)
}

// Documents gives a page of documents without their texts, the latest first. A
// query that asks for nothing but Text, Source, Doc, Since and Until is about
// the documents and their dates of publication; any other is about events, and
// wants the documents that tell of them.
func (s *Store) Documents(ctx context.Context, q Query, p Page) (docs []Document, next string, err error) {
	sel := selection{}
	if about := q; about.aboutDocuments() {
		sel.documents(&q)
	} else {
		events, err := s.selection(ctx, q)
		if err != nil {
			return nil, "", explained(s.path, err)
		}
		sel.add("d.id IN (SELECT m.doc FROM mentions m WHERE m.event IN (SELECT "+events.id+events.from+events.whereClause()+"))", events.args...)
	}
	if p.After != "" {
		c, err := parseCursor(p.After, "documents")
		if err != nil {
			return nil, "", err
		}
		sel.add("(d.date, d.id) < (?, ?)", c.Key, c.ID)
	}
	limit := p.Limit
	if limit <= 0 {
		limit = DefaultLimit
	}
	return s.readDocuments(ctx, &sel, limit)
}

func (q Query) aboutDocuments() bool {
	q.Text, q.Source, q.Doc, q.Since, q.Until = "", nil, "", "", ""
	return q.IsZero()
}

// documents adds the conditions of a query about documents.
func (s *selection) documents(q *Query) {
	if match := matchExpression(q.Text); match != "" {
		s.add("d.id IN (SELECT rowid FROM document_text WHERE document_text MATCH ?)", match)
	}
	if len(q.Source) > 0 {
		c := anyOf(q.Source, func(v string) condition { return condition{"d.publication = ? COLLATE NOCASE", []any{v}} })
		s.add(c.sql, c.args...)
	}
	if q.Doc != "" {
		s.add("d.name = ?", q.Doc)
	}
	if q.Since != "" {
		s.add("d.date >= ?", q.Since)
	}
	if q.Until != "" {
		s.add("d.date <= ? AND d.date > ''", q.Until)
	}
}

func (s *Store) readDocuments(ctx context.Context, sel *selection, limit int) (docs []Document, next string, err error) {
	rows, err := s.read.QueryContext(ctx, fmt.Sprintf("SELECT d.id, %s%s%s ORDER BY d.date DESC, d.id DESC LIMIT %d",
		documentColumns, documentTables, sel.whereClause(), limit+1), sel.args...)
	if err != nil {
		return nil, "", explained(s.path, err)
	}
	defer rows.Close()
	docs = []Document{}
	last := cursor{Sort: "documents"}
	for rows.Next() {
		if len(docs) == limit {
			return docs, last.String(), nil
		}
		var d Document
		if err := rows.Scan(append([]any{&last.ID}, documentTargets(&d)...)...); err != nil {
			return nil, "", explained(s.path, err)
		}
		last.Key = d.Date
		docs = append(docs, d)
	}
	return docs, "", explained(s.path, rows.Err())
}

// Story are the documents of a story, the original first, without their texts.
func (s *Store) Story(ctx context.Context, id string) ([]Document, error) {
	rows, err := s.read.QueryContext(ctx, "SELECT "+documentColumns+documentTables+"WHERE s.name = ? ORDER BY d.id", id)
	if err != nil {
		return nil, explained(s.path, err)
	}
	defer rows.Close()
	var docs []Document
	for rows.Next() {
		var d Document
		if err := rows.Scan(documentTargets(&d)...); err != nil {
			return nil, explained(s.path, err)
		}
		docs = append(docs, d)
	}
	return docs, explained(s.path, rows.Err())
}

// EachDocument calls do with every document as it was given, in the order in
// which they came: for coding them again. The second argument is the document
// as the record has it, without the text.
func (s *Store) EachDocument(ctx context.Context, do func(*demarche.Doc, *Document) error) error {
	rows, err := s.read.QueryContext(ctx, "SELECT d.given, d.headline, d.text, "+documentColumns+documentTables+"ORDER BY d.id")
	if err != nil {
		return explained(s.path, err)
	}
	defer rows.Close()
	for rows.Next() {
		doc, d := new(demarche.Doc), new(Document)
		if err := rows.Scan(append([]any{&doc.ID, &doc.HasHeadline, &doc.Text}, documentTargets(d)...)...); err != nil {
			return explained(s.path, err)
		}
		if err := restore(doc, d); err != nil {
			return err
		}
		if err := do(doc, d); err != nil {
			return err
		}
	}
	return explained(s.path, rows.Err())
}
