package record

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
)

// A row of mention_text is numbered by event and mention, so that a search for
// words gives events without reading the mentions: the event's number, and in
// the lowest bits which of its mentions it is. Of an event with more mentions
// than there are numbers the last ones are not searched; they say the same.
const (
	textBits = 12
	textMask = 1<<textBits - 1
)

// mentionText is what is searched of a mention.
type mentionText struct {
	row             int64
	sentence, title string
}

// addText takes the words of the n-th mention of an event, from 0.
func (w *writer) addText(event int64, n int, sentence, title string) {
	if n <= textMask {
		w.texts = append(w.texts, mentionText{event<<textBits | int64(n), sentence, title})
	}
}

// flushTexts writes them in the order of their numbers: FTS5 begins a new piece
// of its index with every number below the last one.
func (w *writer) flushTexts(ctx context.Context) error {
	slices.SortFunc(w.texts, func(a, b mentionText) int { return cmp.Compare(a.row, b.row) })
	into := rows{table: "mention_text (rowid, sentence, title)"}
	for _, t := range w.texts {
		if err := into.add(ctx, w, t.row, t.sentence, t.title); err != nil {
			return err
		}
	}
	return into.flush(ctx, w)
}

// hasText is the condition that a mention of an event e has the words. Where
// they are in few mentions all of those are looked up at once; where they are in
// many, each event is looked at by itself, which is less work when only the
// first events of some order are wanted.
func hasText(match string, many bool) condition {
	if many {
		return condition{fmt.Sprintf("EXISTS (SELECT 1 FROM mention_text WHERE mention_text MATCH ? AND rowid BETWEEN e.id << %d AND (e.id << %[1]d) + %d)",
			textBits, textMask), []any{match}}
	}
	return condition{fmt.Sprintf("e.id IN (SELECT rowid >> %d FROM mention_text WHERE mention_text MATCH ?)", textBits), []any{match}}
}

// inMany says whether so many mentions have the words that a page of events is
// found sooner by looking at event after event: looking up m of n costs about m,
// and going through events until a page of 50 is full costs about three times
// 50 n/m.
func (s *Store) inMany(ctx context.Context, match string) (bool, error) {
	var events float64
	if err := s.read.QueryRowContext(ctx, "SELECT coalesce(max(id), 0) FROM events").Scan(&events); err != nil {
		return false, err
	}
	few := int(math.Sqrt(3*DefaultLimit*events)) + 1
	var found int
	err := s.read.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT 1 FROM mention_text WHERE mention_text MATCH ? LIMIT ?)", match, few).Scan(&found)
	return found >= few, err
}
