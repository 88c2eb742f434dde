package record

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/demarche/demarche"
)

// What is read of mentions, with what their documents say of them.
const (
	mentionColumns = `m.name, m.body, m.reasons, e.name, s.name, ` + documentColumns
	mentionTables  = ` FROM mentions m JOIN events e ON e.id = m.event JOIN documents d ON d.id = m.doc
		JOIN documents s ON s.id = d.story JOIN coders c ON c.id = d.coder `
	selectMentions = "SELECT " + mentionColumns + mentionTables
)

// scanMention reads a row of selectMentions; the document is without its text.
func scanMention(row scanner) (*Mention, *Document, error) {
	m, d := new(Mention), new(Document)
	var body, reasons []byte
	if err := row.Scan(append([]any{&m.ID, &body, &reasons, &m.EventID, &m.Story}, documentTargets(d)...)...); err != nil {
		return nil, nil, err
	}
	if err := json.Unmarshal(body, &m.Event); err != nil {
		return nil, nil, fmt.Errorf("mention %s: %w", m.ID, err)
	}
	if len(reasons) > 0 {
		if err := json.Unmarshal(reasons, &m.Reasons); err != nil {
			return nil, nil, fmt.Errorf("mention %s: %w", m.ID, err)
		}
	}
	d.Story, m.Published = m.Story, d.Date
	m.CiteInfo.Title, m.CiteInfo.URL, m.CiteInfo.Publication, m.CiteInfo.Language = d.Title, d.URL, d.Publication, d.Language
	return m, d, nil
}

// MentionsOf are the mentions of an event, in the order in which they came,
// with their evidence. Of its id a beginning that no other has will do.
func (s *Store) MentionsOf(ctx context.Context, id string) ([]Mention, error) {
	event, err := s.eventRow(ctx, id)
	if err != nil {
		return nil, err
	}
	return s.explainedMentions(ctx, "WHERE m.event = ? ORDER BY m.id", event)
}

// DocumentMentions are the mentions in a document, in the order of its text,
// with their evidence.
func (s *Store) DocumentMentions(ctx context.Context, id string) ([]Mention, error) {
	return s.explainedMentions(ctx, "WHERE d.name = ? ORDER BY m.id", id)
}

func (s *Store) explainedMentions(ctx context.Context, where string, args ...any) ([]Mention, error) {
	all := []Mention{}
	err := s.eachMention(ctx, where, args, func(m *Mention, _ *Document) error {
		all = append(all, *m)
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i := range all {
		if all[i].Why, err = s.evidence(ctx, all[i].ID); err != nil {
			return nil, explained(s.path, err)
		}
	}
	return all, nil
}

func (s *Store) evidence(ctx context.Context, mention string) (why []demarche.Evidence, err error) {
	var body []byte
	err = s.read.QueryRowContext(ctx, "SELECT body FROM evidence WHERE mention = (SELECT id FROM mentions WHERE name = ?)", mention).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return why, json.Unmarshal(body, &why)
}

// EachMention calls do with every mention of the events that the query wants,
// in the order of the documents, each with its document without the text.
func (s *Store) EachMention(ctx context.Context, q Query, do func(*Mention, *Document) error) error {
	sel, err := s.selection(ctx, q)
	if err != nil {
		return explained(s.path, err)
	}
	where, args := "ORDER BY m.id", []any(nil)
	if !q.IsZero() {
		where = "WHERE m.event IN (SELECT " + sel.id + sel.from + sel.whereClause() + ") ORDER BY m.id"
		args = sel.args
	}
	return s.eachMention(ctx, where, args, do)
}

func (s *Store) eachMention(ctx context.Context, where string, args []any, do func(*Mention, *Document) error) error {
	found, err := s.read.QueryContext(ctx, selectMentions+where, args...)
	if err != nil {
		return explained(s.path, err)
	}
	defer found.Close()
	for found.Next() {
		m, d, err := scanMention(found)
		if err != nil {
			return explained(s.path, err)
		}
		if err := do(m, d); err != nil {
			return err
		}
	}
	return explained(s.path, found.Err())
}
