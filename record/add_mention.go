package record

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record/merge"
	"github.com/demarche/demarche/record/vocab"
)

// candidatesAKey bounds how many events are compared under one number: the
// latest ones. A busy day of a war has more events of one kind than it is
// worth to look at.
const candidatesAKey = 50

// mention files one coded event: with the event that it tells of, or as a new one.
func (w *writer) mention(ctx context.Context, d *filed, coded *demarche.Event) error {
	m := &vocab.Mention{Event: *coded, Story: d.story, Published: d.Document.Date}
	m.Why, m.Doc = nil, d.name
	if d.again > 0 {
		m.ID = fmt.Sprintf("%s~%d", m.ID, d.again)
	}
	if err := w.nameMention(ctx, m); err != nil {
		return err
	}
	row := w.ids.mention
	w.ids.mention++
	event, n, err := w.settle(ctx, m)
	if err != nil {
		return err
	}
	w.addText(event, n, m.Text, d.Document.Title)
	if err := w.insertMention(ctx, d, m, row, event, coded.Why); err != nil {
		return err
	}
	if err := w.people(ctx, m); err != nil {
		return err
	}
	if !w.store.options.NoMerge {
		for _, key := range merge.Keys(m) {
			if err := w.exec(ctx, "INSERT OR IGNORE INTO event_keys VALUES (?, ?)", key, event); err != nil {
				return err
			}
		}
	}
	w.done.Mentions++
	if !w.seen[event] {
		w.seen[event] = true
		w.done.Changed = append(w.done.Changed, m.EventID)
	}
	return nil
}

// nameMention sees to it that no other mention has the same id.
func (w *writer) nameMention(ctx context.Context, m *vocab.Mention) error {
	id := m.ID
	for n := 2; ; n++ {
		taken, err := has(w.row(ctx, "SELECT 1 FROM mentions WHERE name = ?", m.ID))
		if err != nil || !taken {
			return err
		}
		m.ID = fmt.Sprintf("%s-%d", id, n)
	}
}

// settle finds or makes the event that m tells of, and sets m's event and
// reasons; n is how many mentions told of it before.
func (w *writer) settle(ctx context.Context, m *vocab.Mention) (event int64, n int, err error) {
	ids, states, err := w.candidates(ctx, m)
	if err != nil {
		return 0, 0, err
	}
	if len(states) > 0 {
		if i, reasons := merge.Choose(m, states); i >= 0 {
			m.EventID, m.Reasons = states[i].Event.ID, reasons
			n := states[i].Event.Mentions
			return ids[i], n, w.join(ctx, ids[i], states[i], m)
		}
	}
	event = w.ids.event
	w.ids.event++
	m.EventID = m.ID
	state := merge.New(m)
	w.done.Events++
	return event, 0, w.insertEvent(ctx, event, factsOf(&state.Event))
}

// candidates are the events that m may tell of, in the order in which they came.
func (w *writer) candidates(ctx context.Context, m *vocab.Mention) (ids []int64, states []*merge.State, err error) {
	if w.store.options.NoMerge {
		return nil, nil, nil
	}
	for _, key := range merge.Lookup(m) {
		found, err := w.numbers(ctx, "SELECT event FROM event_keys WHERE key = ? ORDER BY event DESC LIMIT ?", key, candidatesAKey)
		if err != nil {
			return nil, nil, err
		}
		ids = append(ids, found...)
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	for _, id := range ids {
		state, err := w.state(ctx, id)
		if err != nil {
			return nil, nil, err
		}
		states = append(states, state)
	}
	return ids, states, nil
}

// state is what merging knows of an event. It is always read from the store,
// so that it does not matter in which transaction it was written.
func (w *writer) state(ctx context.Context, event int64) (*merge.State, error) {
	var kept []byte
	err := w.row(ctx, "SELECT coalesce((SELECT body FROM states WHERE event = ?), '')", event).Scan(&kept)
	if err != nil {
		return nil, err
	}
	if len(kept) > 0 {
		state := new(merge.State)
		return state, json.Unmarshal(kept, state)
	}
	st, err := w.stmt(ctx, selectMentions+"WHERE m.event = ? ORDER BY m.id LIMIT 1")
	if err != nil {
		return nil, err
	}
	m, _, err := scanMention(st.QueryRowContext(ctx, event))
	if err != nil {
		return nil, err
	}
	return merge.New(m), nil
}

// join adds m to an event that is there.
func (w *writer) join(ctx context.Context, event int64, state *merge.State, m *vocab.Mention) error {
	before := factsOf(&state.Event)
	state.Add(m)
	after := factsOf(&state.Event)
	body, err := json.Marshal(state)
	if err != nil {
		return fmt.Errorf("event %s: %w", state.Event.ID, err)
	}
	if err := w.exec(ctx, "INSERT INTO states VALUES (?, ?) ON CONFLICT DO UPDATE SET body = excluded.body", event, string(body)); err != nil {
		return err
	}
	return w.updateEvent(ctx, event, before, after)
}

func (w *writer) insertMention(ctx context.Context, d *filed, m *vocab.Mention, row, event int64, why []demarche.Evidence) error {
	body, err := mentionBody(m)
	if err != nil {
		return err
	}
	reasons := ""
	if m.Reasons != nil {
		text, err := json.Marshal(m.Reasons)
		if err != nil {
			return fmt.Errorf("mention %s: %w", m.ID, err)
		}
		reasons = string(text)
	}
	if err := w.exec(ctx, "INSERT INTO mentions VALUES (?,?,?,?,?,?)", row, m.ID, event, d.row, reasons, body); err != nil {
		return err
	}
	if len(why) == 0 {
		return nil
	}
	evidence, err := json.Marshal(why)
	if err != nil {
		return fmt.Errorf("mention %s: %w", m.ID, err)
	}
	return w.bulk.evidence.add(ctx, w, row, string(evidence))
}

// mentionBody is a mention as it is kept: without what its document says.
func mentionBody(m *vocab.Mention) (string, error) {
	e := m.Event
	e.CiteInfo = demarche.CiteInfo{Coder: e.CiteInfo.Coder, Codebook: e.CiteInfo.Codebook}
	body, err := json.Marshal(&e)
	if err != nil {
		return "", fmt.Errorf("mention %s: %w", m.ID, err)
	}
	return string(body), nil
}
