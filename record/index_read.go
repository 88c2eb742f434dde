package record

import (
	"context"
	"database/sql"
	"slices"
	"strings"
)

// indexColumns are the columns of an index's row: what is decided together is
// read as one.
const indexColumns = `id, day, confidence, mentions,
	type || x'1f' || cameo || x'1f' || quad || x'1f' || scale || x'1f' || status || x'1f' || modes || x'1f' || contexts || x'1f' || mutual,
	roles, country || x'1f' || place || x'1f' || place_name, rule FROM events`

// readAll reads the whole store as it is at one moment.
func (x *Index) readAll(ctx context.Context, rows *indexRows) error {
	tx, err := x.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback()
	rows.prepare()
	if err := readEvents(ctx, tx, "SELECT "+indexColumns+" ORDER BY id", rows.put); err != nil {
		return err
	}
	if err := eachPair(ctx, tx, "SELECT event, id FROM mentions INDEXED BY mentions_event", func(event, mention int64) {
		rows.tell(mention, event)
	}); err != nil {
		return err
	}
	return readPublications(ctx, tx, rows)
}

// readEvents reads rows; their texts are good until the next.
func readEvents(ctx context.Context, tx *sql.Tx, query string, take func(*indexRow)) error {
	found, err := tx.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer found.Close()
	var e indexRow
	var day, what, roles, place, rule sql.RawBytes
	for found.Next() {
		if err := found.Scan(&e.id, &day, &e.confidence, &e.mentions, &what, &roles, &place, &rule); err != nil {
			return err
		}
		e.day, e.what, e.roles, e.place, e.rule = compactDay(day), what, roles, place, rule
		take(&e)
	}
	return found.Err()
}

func eachPair(ctx context.Context, tx *sql.Tx, query string, take func(a, b int64)) error {
	found, err := tx.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer found.Close()
	for found.Next() {
		var a, b int64
		if err := found.Scan(&a, &b); err != nil {
			return err
		}
		take(a, b)
	}
	return found.Err()
}

// readPublications notes in which publications each event is told of.
func readPublications(ctx context.Context, tx *sql.Tx, rows *indexRows) error {
	names := map[int64]string{}
	found, err := tx.QueryContext(ctx, "SELECT id, publication FROM documents WHERE publication > ''")
	if err != nil {
		return err
	}
	defer found.Close()
	for found.Next() {
		var id int64
		var name string
		if err := found.Scan(&id, &name); err != nil {
			return err
		}
		names[id] = name
	}
	if err := found.Err(); err != nil {
		return err
	}
	rows.sources.of(nil) // none is 0
	several := map[int]string{}
	if err := eachPair(ctx, tx, "SELECT doc, id FROM mentions INDEXED BY mentions_doc", func(doc, mention int64) {
		if mention >= int64(len(rows.eventOf)) || rows.eventOf[mention] == 0 || names[doc] == "" {
			return
		}
		row := int(rows.eventOf[mention] - 1)
		kept := several[row]
		if kept == "" && rows.papers[row] != 0 {
			kept = rows.sources.list[rows.papers[row]][0]
		}
		if joined := withPaper(kept, names[doc]); kept == "" {
			rows.papers[row] = rows.sources.of([]byte(joined))
		} else if joined != kept {
			several[row] = joined
		}
	}); err != nil {
		return err
	}
	for row, all := range several {
		rows.papers[row] = rows.sources.of([]byte(all))
	}
	return nil
}

// withPaper is a list of publications with one more, in order.
func withPaper(list, name string) string {
	name = strings.ReplaceAll(name, separator, " ")
	if list == "" {
		return name
	}
	all := strings.Split(list, separator)
	at, found := slices.BinarySearch(all, name)
	if found {
		return list
	}
	return strings.Join(slices.Insert(all, at, name), separator)
}

// readSince reads the mentions after a number, and the events that they tell
// of; nil when that cannot be all that is new.
func (x *Index) readSince(ctx context.Context, last int64) (*fresh, error) {
	tx, err := x.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	f := &fresh{papers: map[int64]string{}}
	var events []int64
	limit := max(1000, len(x.rows.ids)/4)
	if err := eachPair(ctx, tx, "SELECT id, event FROM mentions WHERE id > "+listed([]int64{last}), func(mention, event int64) {
		f.mentions = append(f.mentions, [2]int64{mention, event})
		events = append(events, event)
	}); err != nil {
		return nil, err
	}
	if len(f.mentions) > limit {
		return nil, nil
	}
	slices.Sort(events)
	events = slices.Compact(events)
	for batch := range slices.Chunk(events, eventsAtOnce) {
		in := " WHERE id IN (" + listed(batch) + ") ORDER BY id"
		if err := readEvents(ctx, tx, "SELECT "+indexColumns+in, func(e *indexRow) {
			one := *e
			one.what, one.roles, one.place, one.rule = slices.Clone(e.what), slices.Clone(e.roles), slices.Clone(e.place), slices.Clone(e.rule)
			f.events = append(f.events, one)
		}); err != nil {
			return nil, err
		}
		if err := f.readPapers(ctx, tx, batch); err != nil {
			return nil, err
		}
	}
	same, err := x.adds(ctx, tx, f)
	if err != nil || !same {
		return nil, err
	}
	return f, nil
}

func (f *fresh) readPapers(ctx context.Context, tx *sql.Tx, events []int64) error {
	found, err := tx.QueryContext(ctx, `SELECT m.event, d.publication FROM mentions m JOIN documents d ON d.id = m.doc
		WHERE d.publication > '' AND m.event IN (`+listed(events)+")")
	if err != nil {
		return err
	}
	defer found.Close()
	for found.Next() {
		var event int64
		var name string
		if err := found.Scan(&event, &name); err != nil {
			return err
		}
		f.papers[event] = withPaper(f.papers[event], name)
	}
	return found.Err()
}

// adds says whether the store holds what the index does and what is fresh, and
// no more or less: documents may have been coded again.
func (x *Index) adds(ctx context.Context, tx *sql.Tx, f *fresh) (bool, error) {
	var events, mentions int
	if err := tx.QueryRowContext(ctx, `SELECT coalesce(sum(n) FILTER (WHERE field = ''), 0), coalesce(sum(n) FILTER (WHERE field = ?), 0)
		FROM totals WHERE field = '' OR field = ?`, countMentions, countMentions).Scan(&events, &mentions); err != nil {
		return false, err
	}
	added := 0
	for i := range f.events {
		if x.rows.row(f.events[i].id) < 0 {
			added++
		}
	}
	return events == len(x.rows.ids)+added && mentions == x.rows.mentioned+len(f.mentions), nil
}
