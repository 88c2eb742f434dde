package record

import (
	"context"
)

// Stats is what the store holds.
func (s *Store) Stats(ctx context.Context) (Stats, error) {
	stats, err := s.stats(ctx)
	return stats, explained(s.path, err)
}

func (s *Store) stats(ctx context.Context) (stats Stats, err error) {
	n, err := s.counts(ctx, "SELECT CASE field WHEN '' THEN '#events' ELSE field END, sum(n) FROM totals WHERE field = '' OR field LIKE '#%' GROUP BY 1", nil)
	if err != nil {
		return stats, err
	}
	stats.Documents, stats.Stories, stats.Words = n[countDocuments], n[countStories], n[countWords]
	stats.Mentions, stats.Events, stats.Quotes, stats.Claims = n[countMentions], n["#events"], n[countQuotes], n[countClaims]
	coders, err := s.counts(ctx, "SELECT value, n FROM totals WHERE field = ?", nil, countCoder)
	if err != nil {
		return stats, err
	}
	stats.Coders = sortedCounts(coders, 0)
	for _, q := range []struct {
		sql string
		to  any
	}{
		{"SELECT coalesce(min(day), '') FROM events WHERE day > ''", &stats.First},
		{"SELECT coalesce(max(day), '') FROM events", &stats.Last},
		{"SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", &stats.Bytes},
		{"PRAGMA user_version", &stats.Schema},
	} {
		if err := s.read.QueryRowContext(ctx, q.sql).Scan(q.to); err != nil {
			return stats, err
		}
	}
	return stats, nil
}
