package record

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/demarche/demarche"
)

// AsGiven is the document with that id as it was given, to be coded once more.
func (s *Store) AsGiven(ctx context.Context, id string) (*demarche.Doc, error) {
	doc, d := new(demarche.Doc), new(Document)
	err := s.read.QueryRowContext(ctx, "SELECT d.given, d.headline, d.text, "+documentColumns+documentTables+"WHERE d.name = ?", id).
		Scan(append([]any{&doc.ID, &doc.HasHeadline, &doc.Text}, documentTargets(d)...)...)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("document %s: %w", id, ErrNotFound)
	}
	if err == nil {
		err = restore(doc, d)
	}
	return doc, explained(s.path, err)
}
