package ingest

import (
	"encoding/json"
	"fmt"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record"
)

// Change is a difference between two codings of a document: Old is nil for what
// is added, New for what is gone.
type Change struct {
	Kind string          `json:"change"` // added, gone, changed
	Doc  string          `json:"doc"`
	Old  *demarche.Event `json:"old"`
	New  *demarche.Event `json:"new"`
}

// compare tells of the differences between the mentions that were coded in a
// document and the events that are coded now. Two that say the same are the
// same, whichever line of the rules says so and with whatever confidence; two
// of one sentence whose words overlap are one that changed.
func (r *recoding) compare(doc string, mentions []record.Mention, now []demarche.Event) error {
	before := make([]*demarche.Event, len(mentions))
	for i := range mentions {
		before[i] = &mentions[i].Event
	}
	oldKeys, err := meanings(before)
	if err != nil {
		return err
	}
	after := make([]*demarche.Event, len(now))
	for i := range now {
		after[i] = &now[i]
	}
	newKeys, err := meanings(after)
	if err != nil {
		return err
	}
	partner := match(oldKeys, newKeys, func(i, k int) bool { return oldKeys[i] == newKeys[k] }, nil)
	for i := range partner {
		if partner[i] >= 0 {
			r.done.Same++
		}
	}
	same := append([]int(nil), partner...)
	partner = match(oldKeys, newKeys, func(i, k int) bool { return overlap(before[i], after[k]) }, partner)
	return r.tell(doc, before, after, same, partner)
}

// tell counts the changes and hands them on, in the order of the text as it was
// coded before; what is added comes last.
func (r *recoding) tell(doc string, before, after []*demarche.Event, same, partner []int) error {
	taken := make([]bool, len(after))
	for i, k := range partner {
		var err error
		switch {
		case k < 0:
			r.done.Gone++
			err = r.hand(Change{"gone", doc, before[i], nil})
		case same[i] < 0:
			r.done.Changed++
			err = r.hand(Change{"changed", doc, before[i], after[k]})
		}
		if err != nil {
			return err
		}
		if k >= 0 {
			taken[k] = true
		}
	}
	for k, e := range after {
		if taken[k] {
			continue
		}
		r.done.Added++
		if err := r.hand(Change{"added", doc, nil, e}); err != nil {
			return err
		}
	}
	return nil
}

func (r *recoding) hand(c Change) error {
	if r.Change == nil {
		return nil
	}
	return r.Change(c)
}

// match pairs each old event with the first free new one that fits, going on
// from the pairs that there are; -1 is none.
func match(old, now []string, fits func(i, k int) bool, partner []int) []int {
	if partner == nil {
		partner = make([]int, len(old))
		for i := range partner {
			partner[i] = -1
		}
	}
	taken := make([]bool, len(now))
	for _, k := range partner {
		if k >= 0 {
			taken[k] = true
		}
	}
	for i := range old {
		for k := 0; partner[i] < 0 && k < len(now); k++ {
			if !taken[k] && fits(i, k) {
				partner[i], taken[k] = k, true
			}
		}
	}
	return partner
}

func overlap(a, b *demarche.Event) bool {
	x, y := a.TextInfo, b.TextInfo
	return x.Sequence == y.Sequence && x.EventStart < y.EventEnd && y.EventStart < x.EventEnd
}

// meanings are what events say, without what names or rates them.
func meanings(events []*demarche.Event) ([]string, error) {
	all := make([]string, len(events))
	for i, e := range events {
		bare := *e
		bare.ID, bare.Doc, bare.Rule, bare.Confidence, bare.CiteInfo, bare.Why = "", "", "", 0, demarche.CiteInfo{}, nil
		text, err := json.Marshal(&bare)
		if err != nil {
			return nil, fmt.Errorf("event %s: %w", e.ID, err)
		}
		all[i] = string(text)
	}
	return all, nil
}
