package merge

import (
	"fmt"
	"hash/fnv"
	"slices"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record/vocab"
)

// fortnight is how many days share a coarse key.
const fortnight = 14

// Keys are the numbers under which to file the event that m tells of: one for
// each kind, party and day, and one for each kind, party and fortnight.
func Keys(m *vocab.Mention) []int64 {
	var keys []int64
	s, dated := keySpan(m)
	kind := Kind(&m.Event)
	for _, who := range whoms(&m.Event) {
		if dated && s.days() == 1 {
			keys = append(keys, key(kind, who, "day", s.first))
			keys = append(keys, key(kind, who, "dated", bucket(s.first)))
			continue
		}
		for b := bucket(s.first); b <= bucket(s.last); b++ {
			keys = append(keys, key(kind, who, "coarse", b))
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Lookup are the numbers under which an event that m tells of may be filed: for
// a mention with a day, that day and those beside it, and what is known without
// a day around it; for others all around it.
func Lookup(m *vocab.Mention) []int64 {
	var keys []int64
	s, dated := keySpan(m)
	kind := Kind(&m.Event)
	for _, who := range whoms(&m.Event) {
		if dated && s.days() == 1 {
			for d := s.first - 1; d <= s.first+1; d++ {
				keys = append(keys, key(kind, who, "day", d))
			}
		}
		for b := bucket(s.first) - 1; b <= bucket(s.last)+1; b++ {
			keys = append(keys, key(kind, who, "coarse", b))
			if !dated || s.days() > 1 {
				keys = append(keys, key(kind, who, "dated", b))
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// keySpan is when m may have happened; without a date, or with one of more than
// a quarter, when it was printed.
func keySpan(m *vocab.Mention) (s span, dated bool) {
	if s := spanOf(deref(m.Date), deref(m.EndDate)); s.known && s.days() <= 92 {
		return s, true
	}
	if s := oneSpan(m.Published); s.known {
		return s, false
	}
	return span{}, false
}

func bucket(day int) int {
	if day < 0 {
		return (day - fortnight + 1) / fortnight
	}
	return day / fortnight
}

// whoms are the codes of those who took part, or what else may lead to the
// event when nobody has one: the country where it happened, or a party's words.
func whoms(e *demarche.Event) []string {
	var all []string
	for _, list := range [][]demarche.Entity{e.Actor, e.Recipient} {
		for i := range list {
			switch code := deref(list[i].Code); {
			case code != "":
				all = append(all, code)
			case len(list[i].Members) > 0:
				all = append(all, list[i].Members...)
			}
		}
	}
	if len(all) == 0 && e.Location != nil && e.Location.CountryCode != "" {
		all = append(all, e.Location.CountryCode)
	}
	if len(all) == 0 {
		for _, list := range [][]demarche.Entity{e.Actor, e.Recipient} {
			for i := range list {
				all = append(all, bag(list[i].EntityText)...)
			}
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	return all[:min(len(all), mostParties)]
}

func key(kind, who, what string, n int) int64 {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\x00%s\x00%s\x00%d", kind, who, what, n)
	return int64(h.Sum64())
}
