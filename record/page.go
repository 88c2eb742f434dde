package record

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
)

// Page says which part of a long answer is wanted, and in which order.
type Page struct {
	// Sort is date, -date (the default: latest first), confidence, mentions
	// (most first) or relevance (with Query.Text only).
	Sort  string
	Limit int    // 0 for DefaultLimit
	After string // what the call before gave as next; "" for the first page
}

// DefaultLimit is how many are given where no limit is asked for.
const DefaultLimit = 50

// Sorts are the orders in which events can be had.
func Sorts() []string { return []string{"-date", "date", "confidence", "mentions", "relevance"} }

// cursor is where a page ends: the value sorted by, and the number of the last.
type cursor struct {
	Sort string `json:"s"`
	Key  any    `json:"k"`
	ID   int64  `json:"i"`
}

func (c cursor) String() string {
	text, err := json.Marshal(c)
	if err != nil {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(text)
}

func parseCursor(s, sort string) (c cursor, err error) {
	text, err := base64.RawURLEncoding.DecodeString(s)
	if err == nil {
		err = json.Unmarshal(text, &c)
	}
	if err != nil || c.Sort != sort {
		return c, asked("%q is not where a page sorted by %s ended; take it from the answer before", s, sort)
	}
	return c, nil
}

// page finds the numbers of the events of one page.
func (s *Store) page(ctx context.Context, q Query, p Page) (ids []int64, next string, err error) {
	sort := cmpOr(p.Sort, "-date")
	c := conditions{store: s, ctx: ctx, paged: sort != "relevance"}
	if match := matchExpression(q.Text); match != "" && c.paged {
		if c.many, err = s.inMany(ctx, match); err != nil {
			return nil, "", err
		}
	}
	sel, err := c.selection(q)
	if err != nil {
		return nil, "", err
	}
	key, direction, sign := sel.day, " DESC", "<"
	switch sort {
	case "-date":
	case "date":
		direction, sign = "", ">"
	case "confidence", "mentions":
		key = "e." + sort
	case "relevance":
		if key, direction, sign, err = sel.byRelevance(&q); err != nil {
			return nil, "", err
		}
	default:
		return nil, "", asked("events cannot be sorted by %q; take one of %s", sort, strings.Join(Sorts(), " "))
	}
	if p.After != "" {
		c, err := parseCursor(p.After, sort)
		if err != nil {
			return nil, "", err
		}
		sel.add(fmt.Sprintf("(%s, %s) %s (?, ?)", key, sel.id, sign), c.Key, c.ID)
	}
	limit := p.Limit
	if limit <= 0 {
		limit = DefaultLimit
	}
	return s.readPage(ctx, fmt.Sprintf("SELECT %s, %s%s%s ORDER BY %s%s, %s%s LIMIT %d",
		sel.id, key, sel.from, sel.whereClause(), key, direction, sel.id, direction, limit+1), sel.args, sort, limit)
}

// byRelevance starts from the words: each event by its best mention, by BM25.
func (s *selection) byRelevance(q *Query) (key, direction, sign string, err error) {
	match := matchExpression(q.Text)
	if match == "" {
		return "", "", "", asked("sorting by relevance needs text to search for")
	}
	s.from = ` FROM (SELECT t.rowid >> 12 AS event, min(t.rank) AS score
		FROM mention_text t WHERE mention_text MATCH ? AND t.rank MATCH 'bm25(2, 1)' GROUP BY 1) r CROSS JOIN events e ON e.id = r.event`
	s.args = append([]any{match}, s.args...)
	return "r.score", "", ">", nil
}

// readPage reads one event more than wanted, which tells whether there is a
// page after this one.
func (s *Store) readPage(ctx context.Context, query string, args []any, sort string, limit int) (ids []int64, next string, err error) {
	found, err := s.read.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, "", err
	}
	defer found.Close()
	last := cursor{Sort: sort}
	for found.Next() {
		if len(ids) == limit {
			return ids, last.String(), nil
		}
		if err := found.Scan(&last.ID, &last.Key); err != nil {
			return nil, "", err
		}
		ids = append(ids, last.ID)
	}
	return ids, "", found.Err()
}
