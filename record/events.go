package record

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"github.com/demarche/demarche/record/merge"
)

// Events gives a page of the events that the query wants, and the cursor of
// the page after it, "" when there is none.
func (s *Store) Events(ctx context.Context, q Query, p Page) (events []Event, next string, err error) {
	ids, next, err := s.page(ctx, q, p)
	if err != nil {
		return nil, "", explained(s.path, err)
	}
	events, err = loadEvents(ctx, s.read, ids)
	return events, next, explained(s.path, err)
}

// eventsAtOnce is how many events are read with one statement.
const eventsAtOnce = 400

// EachEvent calls do with every event that the query wants, in the order in
// which they came into the record, and stops at its first error. What is
// written meanwhile is not seen.
func (s *Store) EachEvent(ctx context.Context, q Query, do func(*Event) error) error {
	sel, err := s.selection(ctx, q)
	if err != nil {
		return explained(s.path, err)
	}
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return explained(s.path, err)
	}
	defer tx.Rollback()
	// Their numbers first, eight bytes each: no search is held open meanwhile.
	ids, err := numbersOf(ctx, tx, "SELECT "+sel.id+sel.from+sel.whereClause()+" ORDER BY "+sel.id, sel.args...)
	if err != nil {
		return explained(s.path, err)
	}
	for len(ids) > 0 {
		n := min(len(ids), eventsAtOnce)
		if err := s.hand(ctx, tx, ids[:n], do); err != nil {
			return err
		}
		ids = ids[n:]
	}
	return nil
}

func (s *Store) hand(ctx context.Context, tx *sql.Tx, ids []int64, do func(*Event) error) error {
	events, err := loadEvents(ctx, tx, ids)
	if err != nil {
		return explained(s.path, err)
	}
	for i := range events {
		if err := do(&events[i]); err != nil {
			return err
		}
	}
	return nil
}

// Count is the number of events that the query wants.
func (s *Store) Count(ctx context.Context, q Query) (n int, err error) {
	if q.IsZero() {
		err = s.read.QueryRowContext(ctx, "SELECT coalesce(sum(n), 0) FROM totals WHERE field = ''").Scan(&n)
		return n, explained(s.path, err)
	}
	sel, err := s.selection(ctx, q)
	if err == nil {
		err = s.read.QueryRowContext(ctx, "SELECT count(*)"+sel.from+sel.whereClause(), sel.args...).Scan(&n)
	}
	return n, explained(s.path, err)
}

// Event is the event with that id, of which a beginning that no other has will do.
func (s *Store) Event(ctx context.Context, id string) (*Event, error) {
	row, err := s.eventRow(ctx, id)
	if err != nil {
		return nil, err
	}
	events, err := loadEvents(ctx, s.read, []int64{row})
	if err != nil {
		return nil, explained(s.path, err)
	}
	return &events[0], nil
}

// eventRow is the number of the event with that id or that beginning of it; the
// id of a mention gives the event that it tells of.
func (s *Store) eventRow(ctx context.Context, id string) (row int64, err error) {
	const prefix = "name >= ?1 AND name < ?1 || char(1114111)"
	for _, table := range [...]string{
		"SELECT id FROM events WHERE name = ?1",
		"SELECT event FROM mentions WHERE name = ?1",
		"SELECT id FROM events WHERE " + prefix + " LIMIT 2",
		"SELECT DISTINCT event FROM mentions WHERE " + prefix + " LIMIT 2",
	} {
		found, err := s.numbers(ctx, table, id)
		switch {
		case err != nil:
			return 0, explained(s.path, err)
		case id == "":
		case len(found) > 1:
			return 0, fmt.Errorf("several events have an id that begins with %s; write more of it", id)
		case len(found) == 1:
			return found[0], nil
		}
	}
	return 0, fmt.Errorf("event %s: %w", id, ErrNotFound)
}

// querier is a store's reading side, or a transaction on it.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func numbersOf(ctx context.Context, db querier, query string, args ...any) ([]int64, error) {
	found, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	return numbersIn(found)
}

// numbersIn reads a column of numbers and closes it.
func numbersIn(found *sql.Rows) (all []int64, err error) {
	defer found.Close()
	for found.Next() {
		var n int64
		if err := found.Scan(&n); err != nil {
			return nil, err
		}
		all = append(all, n)
	}
	return all, found.Err()
}

// loadEvents reads events by number, in the order of the numbers. An event with
// a single mention is made of it, the others of what merging kept.
func loadEvents(ctx context.Context, db querier, ids []int64) ([]Event, error) {
	place := make(map[int64]int, len(ids))
	for i, id := range ids {
		place[id] = i
	}
	events := make([]Event, len(ids))
	in := "(" + listed(ids) + ")"
	found := make([]bool, len(ids))
	if err := loadStates(ctx, db, in, func(id int64, state *merge.State) {
		events[place[id]], found[place[id]] = state.Event, true
	}); err != nil {
		return nil, err
	}
	if err := loadSingles(ctx, db, in, func(id int64, state *merge.State) {
		events[place[id]], found[place[id]] = state.Event, true
	}); err != nil {
		return nil, err
	}
	for i, ok := range found {
		if !ok {
			return nil, fmt.Errorf("event number %d has no mention", ids[i])
		}
	}
	return events, nil
}

func loadStates(ctx context.Context, db querier, in string, take func(int64, *merge.State)) error {
	rows, err := db.QueryContext(ctx, "SELECT event, body FROM states WHERE event IN "+in)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var body sql.RawBytes
		if err := rows.Scan(&id, &body); err != nil {
			return err
		}
		state := new(merge.State)
		if err := json.Unmarshal(body, state); err != nil {
			return fmt.Errorf("event number %d: %w", id, err)
		}
		take(id, state)
	}
	return rows.Err()
}

func loadSingles(ctx context.Context, db querier, in string, take func(int64, *merge.State)) error {
	rows, err := db.QueryContext(ctx, `SELECT m.event, `+mentionColumns+mentionTables+`
		WHERE m.event IN `+in+` AND NOT EXISTS (SELECT 1 FROM states st WHERE st.event = m.event)`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		m, _, err := scanMention(after(rows, &id))
		if err != nil {
			return err
		}
		take(id, merge.New(m))
	}
	return rows.Err()
}

// after scans what stands before the columns that a caller knows of.
func after(row scanner, first ...any) scanner { return columnsAfter{row, first} }

type columnsAfter struct {
	row   scanner
	first []any
}

func (c columnsAfter) Scan(rest ...any) error { return c.row.Scan(append(c.first, rest...)...) }
