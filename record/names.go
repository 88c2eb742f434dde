package record

import (
	"context"
	"fmt"
	"strings"
)

// Named is somebody that the record knows, for completing what a user types.
type Named struct {
	Name   string `json:"name"`
	Code   string `json:"code,omitempty"`
	Office string `json:"office,omitempty"` // the one ascribed most often
	N      int    `json:"n"`                // how often texts call them so
}

// Names are those of whom an alias begins with prefix, in any capitals: those
// that texts name most often first. A country's code completes to nobody: see
// Facets.
func (s *Store) Names(ctx context.Context, prefix string, limit int) ([]Named, error) {
	prefix = strings.TrimSpace(prefix)
	rows, err := s.read.QueryContext(ctx, `
		SELECT a.name, a.code, sum(l.n) AS n, coalesce((
			SELECT o.office FROM offices o WHERE o.actor = a.id ORDER BY o.n DESC, o.office LIMIT 1), '')
		FROM aliases l JOIN actors a ON a.id = l.actor
		WHERE l.alias LIKE ? ESCAPE '\'
		GROUP BY a.id ORDER BY n DESC, a.name LIMIT ?`, likePrefix(prefix), limit)
	if err != nil {
		return nil, fmt.Errorf("completing %q: %w", prefix, err)
	}
	defer rows.Close() // read only: Err below tells what went wrong
	var all []Named
	for rows.Next() {
		var n Named
		if err := rows.Scan(&n.Name, &n.Code, &n.N, &n.Office); err != nil {
			return nil, fmt.Errorf("completing %q: %w", prefix, err)
		}
		all = append(all, n)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("completing %q: %w", prefix, err)
	}
	return all, nil
}

// likePrefix is a pattern for what begins with s.
func likePrefix(s string) string {
	return strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(s) + "%"
}
