package record

import (
	"context"
	"strings"
)

// Named is somebody that the record knows, for completing what a user types.
type Named struct {
	Name   string `json:"name"`
	Code   string `json:"code,omitempty"`
	Office string `json:"office,omitempty"` // the one ascribed most often
	N      int    `json:"n"`                // how often texts speak of them
}

// namesLookedAt bounds the work for a prefix that nearly every name has.
const namesLookedAt = 5000

// Names are those whose name or alias begins with prefix, in any capitals:
// those that texts speak of most often first.
func (s *Store) Names(ctx context.Context, prefix string, limit int) (all []Named, err error) {
	const begins = " COLLATE NOCASE >= ?1 AND %s COLLATE NOCASE < ?1 || char(1114111)"
	begin := func(column string) string { return column + strings.Replace(begins, "%s", column, 1) }
	found, err := s.read.QueryContext(ctx, `
		SELECT a.name, a.code, (SELECT coalesce(sum(l.n), 0) FROM aliases l WHERE l.actor = a.id) AS n, coalesce((
			SELECT o.office FROM offices o WHERE o.actor = a.id ORDER BY o.n DESC, o.office LIMIT 1), '')
		FROM (SELECT * FROM (
			SELECT actor FROM aliases WHERE `+begin("alias")+` UNION SELECT id FROM actors WHERE `+begin("name")+`) LIMIT ?2) c
		JOIN actors a ON a.id = c.actor
		ORDER BY n DESC, a.name LIMIT ?3`, strings.TrimSpace(prefix), namesLookedAt, limit)
	if err != nil {
		return nil, explained(s.path, err)
	}
	defer found.Close()
	for found.Next() {
		var n Named
		if err := found.Scan(&n.Name, &n.Code, &n.N, &n.Office); err != nil {
			return nil, explained(s.path, err)
		}
		all = append(all, n)
	}
	return all, explained(s.path, found.Err())
}
