package actor

import (
	"strconv"
	"strings"

	"github.com/demarche/demarche"
)

// Lexicon is who is who: names with the dates at which they hold. It is
// read-only once loaded and may be shared between goroutines.
type Lexicon struct {
	entries []entry
	refs    []ref
	trie    trie
	roles   []role
	states  map[string]int32 // ISO code → entry of the present state
	given   map[string]byte  // folded given name → m, f or u
	files   []string
}

// kind is which kind of thing an entry is; it follows from the file.
type kind uint8

const (
	state kind = iota
	city
	region
	person
	organisation
	armedGroup
	party
	ethnic
)

// entry is one thing that names stand for.
type entry struct {
	kind     kind
	name     string
	code     string
	gender   byte // m, f, or 0
	terms    []term
	members  []member
	wikidata string
	weight   int32 // population of a city
	at       place
}

// term is what holds of an entry during a period: an office, a status.
type term struct {
	period
	code    string
	sectors []string
	office  string
	at      place
}

// member is a state that belongs to an organisation or region for a period.
type member struct {
	period
	code string
}

// place is a line of a lexicon file.
type place struct {
	file int16
	line int32
}

// use is in which way a name stands for its entry.
type use uint8

const (
	asName      use = iota
	asAdjective     // Kazakh
	asPeople        // Kazakhs
	asCapital       // Astana
	asSeat          // the Kremlin
	asSurname       // derived from the full name
	asRole          // a role noun: entry is an index into roles
)

// ref is one name of one entry, hanging on a node of the trie.
type ref struct {
	period
	entry  int32
	next   int32  // next ref on the same node, -1 at the end
	cases  uint32 // per piece from the lowest two bits: the letterCase it is written with
	sector string // of a seat
	at     place
	use    use
	size   uint8 // pieces
	plural bool
}

// source is the evidence "FILE:LINE".
func (l *Lexicon) source(p place) string {
	return l.files[p.file] + ":" + strconv.Itoa(int(p.line))
}

// id is a stable identifier of an entry.
func (l *Lexicon) id(e int32) string {
	x := &l.entries[e]
	switch x.kind {
	case state:
		return "state:" + x.code
	case person:
		return "person:" + x.name + "/" + x.code
	}
	return [...]string{"state", "city", "region", "person", "org", "group", "party", "ethnic"}[x.kind] + ":" + x.name
}

// termOn is the term that holds on day d, and whether one does. Where none
// does, it is the last one that ended before, or else the first one to come.
// Day 0, an unknown date, takes the latest term as holding.
func (e *entry) termOn(d day) (*term, bool) {
	var best *term
	for i := range e.terms {
		t := &e.terms[i]
		switch {
		case d == 0:
			if best == nil || later(t, best) {
				best = t
			}
		case t.has(d):
			if best == nil || !best.has(d) || t.from >= best.from {
				best = t
			}
		case best != nil && best.has(d):
		case best == nil || nearer(t, best, d):
			best = t
		}
	}
	return best, best != nil && (d == 0 || best.has(d))
}

func later(a, b *term) bool {
	if a.end() != b.end() {
		return a.end() > b.end()
	}
	return a.from > b.from
}

func (p period) end() day {
	if p.until == 0 {
		return endOfTime
	}
	return p.until
}

// nearer says whether term a, which does not hold on d, describes that day
// better than b: the past before the future, and the recent past first.
func nearer(a, b *term, d day) bool {
	pa, pb := a.endedBefore(d), b.endedBefore(d)
	switch {
	case pa != pb:
		return pa
	case pa:
		return a.until > b.until
	}
	return a.from < b.from
}

// membersOn lists the codes of those who belong to e on day d.
func (e *entry) membersOn(d day) []string {
	if len(e.members) == 0 {
		return nil
	}
	if d == 0 {
		d = endOfTime - 1
	}
	out := make([]string, 0, len(e.members))
	for _, m := range e.members {
		if m.has(d) {
			out = append(out, m.code)
		}
	}
	return out
}

// actor is what the lexicon says of entry e on day d.
func (l *Lexicon) actor(e int32, d day) demarche.Actor {
	x := &l.entries[e]
	a := demarche.Actor{ID: l.id(e), Name: x.name, Code: x.code, Wikidata: x.wikidata, Members: x.membersOn(d)}
	a.Evidence = demarche.Evidence{Kind: "lexicon", Text: x.name, Source: l.source(x.at)}
	t, holds := x.termOn(d)
	if t == nil {
		return a
	}
	if t.code != "" {
		a.Code = t.code
	}
	a.Evidence.Source = l.source(t.at)
	switch {
	case holds || x.kind != person:
		a.Sectors, a.Office = t.sectors, t.office
	case t.endedBefore(d) && (!holdsOffice(first(t.sectors)) || !t.endedBefore(d.before(newsweek))):
		a.Sectors = t.sectors // a murdered journalist stays one, and the news of a death is of who died
	case t.endedBefore(d):
		a.Sectors = formerSectors
		if t.office != "" {
			a.Evidence.Text = x.name + ", former " + t.office
		}
	}
	return a
}

// newsweek is for how many days after an office ended news tells of its holder's
// deeds, resignation or death.
const newsweek = 7

func first(sectors []string) string {
	if len(sectors) == 0 {
		return ""
	}
	return sectors[0]
}

// Former officials are PLOVER's "elite".
var formerSectors = []string{"ELI"}

// lookup walks the trie for a whole name and returns its first ref.
func (l *Lexicon) lookup(root uint32, name string) int32 {
	node := root
	var buf []byte
	for _, p := range pieces(strings.TrimPrefix(name, "the "), nil) {
		buf, _ = fold(buf[:0], p)
		if len(buf) == 0 {
			continue
		}
		next, ok := l.trie.step(node, l.trie.id(buf))
		if !ok {
			return -1
		}
		node = next
	}
	return l.trie.nodes[node]
}
