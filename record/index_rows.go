package record

import (
	"slices"
	"strconv"
	"strings"
)

// indexRows are all events, one a row, in the order of their numbers.
type indexRows struct {
	ids        []int64
	days       []int32 // 20230228; 0 when unknown
	confidence []float64
	mentions   []int32
	what       []uint32 // index into whats
	roles      []uint32 // into parties
	place      []uint32 // into spots
	rule       []uint32 // into rules
	papers     []uint32 // into sources

	whats   values[what]
	parties values[roleSet]
	crews   values[crew]
	spots   values[placeKey]
	rules   values[string]
	sources values[[]string] // publications of the documents that tell of it

	// eventOf is the row of each mention's event plus one, by the mention's
	// number; 0 where there is no such mention.
	eventOf     []uint32
	lastMention int64
	mentioned   int
}

// values are the different values of a column, each kept once.
type values[T any] struct {
	list []T
	code map[string]uint32
	read func(string) T
}

func newValues[T any](read func(string) T) values[T] {
	return values[T]{code: map[string]uint32{}, read: read}
}

// of is the number of a value; text, which may be overwritten afterwards, is
// how the store writes it.
func (v *values[T]) of(text []byte) uint32 {
	if c, ok := v.code[string(text)]; ok {
		return c
	}
	s := string(text)
	c := uint32(len(v.list))
	v.code[s] = c
	v.list = append(v.list, v.read(s))
	return c
}

// what is all that says what happened.
type what struct {
	kind, cameo, status, modes, contexts string
	quad, scale                          int
	mutual                               bool
}

// separator divides columns that are read as one.
const separator = "\x1f"

func readWhat(s string) what {
	f := strings.Split(s, separator)
	if len(f) != 8 {
		return what{}
	}
	quad, _ := strconv.Atoi(f[2]) // columns of whole numbers
	scale, _ := strconv.Atoi(f[3])
	return what{kind: f[0], cameo: f[1], quad: min(max(quad, 0), 4), scale: scale, status: f[4], modes: f[5], contexts: f[6], mutual: f[7] == "1"}
}

// roleSet is who is in an event, as the store writes it: ' aUSA.GOV rRUS '.
type roleSet struct {
	roles string
	crew  uint32 // into crews
}

// crew is who is in an event by country alone, of which there are far fewer
// than with sectors, and between whom it is.
type crew struct {
	actors, recipients, said []string
	pairs                    []sided
	mutual                   []sided // when it is done together
}

func readCrew(s string) crew {
	return crew{codesIn('a')(s), codesIn('r')(s), codesIn('s')(s), pairsIn(s, false), pairsIn(s, true)}
}

// withoutSectors is ' aUSA rRUS ' of ' aUSA.GOV aUSA.MIL rRUS '.
func withoutSectors(roles string) string {
	var b strings.Builder
	b.WriteByte(' ')
	last := ""
	for role := range strings.FieldsSeq(roles) { // which stand in order, so that the same code follows itself
		code, _, _ := strings.Cut(role, ".")
		if code != last {
			b.WriteString(code)
			b.WriteByte(' ')
			last = code
		}
	}
	return b.String()
}

type placeKey struct{ country, geoname, name string }

func readPlace(s string) placeKey {
	f := strings.Split(s, separator)
	if len(f) != 3 {
		return placeKey{}
	}
	return placeKey{f[0], f[1], f[2]}
}

func asWritten(s string) string { return s }

func readPapers(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, separator)
}

func (r *indexRows) prepare() {
	r.whats, r.crews, r.spots = newValues(readWhat), newValues(readCrew), newValues(readPlace)
	r.parties = newValues(func(s string) roleSet { return roleSet{s, r.crews.of([]byte(withoutSectors(s)))} })
	r.rules, r.sources = newValues(asWritten), newValues(readPapers)
}

// row is the row of an event, -1 when there is none.
func (r *indexRows) row(id int64) int {
	if len(r.ids) == 0 {
		return -1
	}
	// Numbers are given in turn, so that nearly always this is it.
	if i := id - r.ids[0]; i >= 0 && i < int64(len(r.ids)) && r.ids[i] == id {
		return int(i)
	}
	if i, found := slices.BinarySearch(r.ids, id); found {
		return i
	}
	return -1
}

// indexRow is one event as it is read.
type indexRow struct {
	id                       int64
	day                      int32
	confidence               float64
	mentions                 int32
	what, roles, place, rule []byte
}

// put writes a row where it belongs: at the end, or over the one with its number.
func (r *indexRows) put(e *indexRow) {
	i := r.row(e.id)
	if i < 0 {
		i = len(r.ids)
		r.ids = append(r.ids, e.id)
		r.days, r.confidence, r.mentions = append(r.days, 0), append(r.confidence, 0), append(r.mentions, 0)
		r.what, r.roles, r.place = append(r.what, 0), append(r.roles, 0), append(r.place, 0)
		r.rule, r.papers = append(r.rule, 0), append(r.papers, 0)
	}
	r.days[i], r.confidence[i], r.mentions[i] = e.day, e.confidence, e.mentions
	r.what[i], r.roles[i], r.place[i], r.rule[i] = r.whats.of(e.what), r.parties.of(e.roles), r.spots.of(e.place), r.rules.of(e.rule)
}

// tell notes which event a mention tells of, whose row has to be there.
func (r *indexRows) tell(mention, event int64) {
	row := r.row(event)
	if row < 0 || mention < 0 {
		return
	}
	for int64(len(r.eventOf)) <= mention {
		r.eventOf = append(r.eventOf, 0)
	}
	if r.eventOf[mention] == 0 {
		r.mentioned++
	}
	r.eventOf[mention] = uint32(row) + 1
	r.lastMention = max(r.lastMention, mention)
}

// fresh is what came into the store since.
type fresh struct {
	events   []indexRow
	mentions [][2]int64 // mention, event
	papers   map[int64]string
}

func (r *indexRows) take(f *fresh) {
	for i := range f.events {
		r.put(&f.events[i])
	}
	for _, m := range f.mentions {
		r.tell(m[0], m[1])
	}
	for id, papers := range f.papers {
		if row := r.row(id); row >= 0 {
			r.papers[row] = r.sources.of([]byte(papers))
		}
	}
}

// compactDay is 20230228 of "2023-02-28", 0 for no day.
func compactDay(day []byte) int32 {
	if len(day) != len("2023-02-28") {
		return 0
	}
	var n int32
	for i, c := range day {
		if i != 4 && i != 7 {
			n = 10*n + int32(c-'0')
		}
	}
	return n
}

// dayText is "2023-02-28" of 20230228.
func dayText(n int32) string {
	if n == 0 {
		return ""
	}
	b := []byte("0000-00-00")
	for i := len(b) - 1; i >= 0; i-- {
		if i != 4 && i != 7 {
			b[i] = byte('0' + n%10)
			n /= 10
		}
	}
	return string(b)
}
