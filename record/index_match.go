package record

import (
	"context"
	"database/sql"
	"slices"
	"strconv"
	"strings"
)

// test says whether a row is wanted. One that looks up a value in a column says
// so as well.
type test struct {
	passes func(row int) bool
	column []uint32
	yes    []bool
}

// tests are what a row has to pass, one a field.
func (x *Index) tests(ctx context.Context, q *Query) ([]test, error) {
	r := x.rows
	all := x.dayTests(q)
	if w := whatTest(q); w != nil {
		all = append(all, byValue(r.what, r.whats.list, w))
	}
	if len(q.Place) > 0 {
		all = append(all, byValue(r.place, r.spots.list, func(p *placeKey) bool { return slices.ContainsFunc(q.Place, p.is) }))
	}
	if len(q.Rule) > 0 {
		all = append(all, byValue(r.rule, r.rules.list, func(rule *string) bool {
			return slices.ContainsFunc(q.Rule, func(want string) bool {
				return *rule == want || !strings.Contains(want, ":") && strings.HasPrefix(*rule, want+":")
			})
		}))
	}
	if len(q.Source) > 0 {
		all = append(all, byValue(r.papers, r.sources.list, func(papers *[]string) bool {
			return slices.ContainsFunc(*papers, func(p string) bool {
				return slices.ContainsFunc(q.Source, func(want string) bool { return equalFoldASCII(p, want) })
			})
		}))
	}
	if q.MinConfidence > 0 {
		all = append(all, test{passes: func(i int) bool { return r.confidence[i] >= q.MinConfidence }})
	}
	for _, f := range [...]struct {
		terms []Term
		sides side
	}{{q.Actor, actorSide}, {q.Recipient, recipientSide}, {q.Either, actorSide | recipientSide}, {q.SaidBy, speakerSide}} {
		if len(f.terms) == 0 {
			continue
		}
		t, err := x.termTest(ctx, f.terms, f.sides)
		if err != nil {
			return nil, err
		}
		all = append(all, t)
	}
	return x.lookups(ctx, q, all)
}

func (x *Index) dayTests(q *Query) (all []test) {
	days := x.rows.days
	if q.Since != "" {
		since := compactDay([]byte(q.Since))
		all = append(all, test{passes: func(i int) bool { return days[i] >= since }})
	}
	if q.Until != "" {
		until := compactDay([]byte(q.Until))
		all = append(all, test{passes: func(i int) bool { return days[i] <= until && days[i] > 0 }})
	}
	return all
}

// byValue decides for each value of a column once.
func byValue[T any](column []uint32, list []T, wanted func(*T) bool) test {
	yes := make([]bool, len(list))
	for c := range list {
		yes[c] = wanted(&list[c])
	}
	return test{func(i int) bool { return yes[column[i]] }, column, yes}
}

// whatTest is what a query asks of what happened, nil for nothing.
func whatTest(q *Query) func(*what) bool {
	if len(q.Type)+len(q.CAMEO)+len(q.Quad)+len(q.Status)+len(q.Mode)+len(q.Context) == 0 {
		return nil
	}
	return func(w *what) bool {
		return fits(q.Type, w.kind) && fits(q.Quad, strconv.Itoa(w.quad)) && fits(q.Status, w.status) &&
			fitsAny(q.CAMEO, func(c string) bool { return strings.HasPrefix(w.cameo, c) }) &&
			fitsAny(q.Mode, func(m string) bool { return strings.Contains(w.modes, " "+m+" ") }) &&
			fitsAny(q.Context, func(c string) bool { return strings.Contains(w.contexts, " "+c+" ") })
	}
}

// fits says whether a value is among those wanted; none wanted is any.
func fits(wanted []string, value string) bool {
	return len(wanted) == 0 || slices.Contains(wanted, value)
}

func fitsAny(wanted []string, is func(string) bool) bool {
	return len(wanted) == 0 || slices.ContainsFunc(wanted, is)
}

// is says whether it is the place of that code, GeoNames id or name.
func (p *placeKey) is(want string) bool {
	switch _, isNumber := number(want); {
	case isCode(want):
		return p.country == want
	case isNumber || strings.Trim(want, "0123456789") == "":
		return p.geoname == want
	}
	return equalFoldASCII(p.name, want)
}

// equalFoldASCII is SQLite's NOCASE: letters beyond ASCII are as they are.
func equalFoldASCII(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		x, y := a[i], b[i]
		if x != y && (x|0x20 != y|0x20 || x|0x20 < 'a' || x|0x20 > 'z') {
			return false
		}
	}
	return true
}

// termTest is one of the terms on one of the sides: codes and sectors by the
// roles, names as the store knows them.
func (x *Index) termTest(ctx context.Context, terms []Term, sides side) (test, error) {
	coded := byValue(x.rows.roles, x.rows.parties.list, x.rows.rolesTest(terms, sides))
	var named set
	c := conditions{store: x.Store, ctx: ctx}
	for _, t := range terms {
		if t.Name == "" {
			continue
		}
		actors, err := c.store.actorRows(ctx, t.Name)
		if err != nil {
			return test{}, err
		}
		if named == nil {
			named = newSet(len(x.rows.ids))
		}
		if len(actors) == 0 {
			continue
		}
		if err := x.addRows(ctx, named, "SELECT group_concat(event) FROM named WHERE actor IN ("+listed(actors)+") AND sides & ?", int(sides)); err != nil {
			return test{}, err
		}
	}
	if named == nil {
		return coded, nil
	}
	return test{passes: func(i int) bool { return named.has(i) || coded.passes(i) }}, nil
}

// rolesTest is one of the terms that are no names on one of the sides.
func (r *indexRows) rolesTest(terms []Term, sides side) func(*roleSet) bool {
	var codes, roles, sectors []string // " aUSA ", " aUSA.GOV ", ".GOV "
	for _, t := range terms {
		for i, letter := range "ars" {
			switch {
			case t.Name != "" || sides&(1<<i) == 0:
			case t.Code == "":
				sectors = append(sectors, " "+string(letter), "."+t.Sector+" ")
			case t.Sector == "":
				codes = append(codes, " "+string(letter)+t.Code+" ")
			default:
				roles = append(roles, " "+string(letter)+t.Code+"."+t.Sector+" ")
			}
		}
	}
	crews := make([]bool, len(r.crews.list))
	if codes != nil {
		for text, c := range r.crews.code {
			crews[c] = slices.ContainsFunc(codes, func(code string) bool { return strings.Contains(text, code) })
		}
	}
	return func(p *roleSet) bool {
		return crews[p.crew] || slices.ContainsFunc(roles, func(role string) bool { return strings.Contains(p.roles, role) }) ||
			sectors != nil && hasSector(p.roles, sectors)
	}
}

// hasSector says whether somebody under one of the letters is of one of the
// sectors; wanted has them by turns.
func hasSector(roles string, wanted []string) bool {
	for i := 0; i < len(wanted); i += 2 {
		for role := range strings.FieldsSeq(roles) {
			if strings.HasPrefix(" "+role, wanted[i]) && strings.HasSuffix(role+" ", wanted[i+1]) {
				return true
			}
		}
	}
	return false
}

// lookups adds what only the store can find: words, a document, an event.
func (x *Index) lookups(ctx context.Context, q *Query, all []test) ([]test, error) {
	n := len(x.rows.ids)
	if match := matchExpression(q.Text); match != "" {
		found := newSet(n)
		if err := x.addRows(ctx, found, "SELECT group_concat(rowid >> 12) FROM mention_text WHERE mention_text MATCH ?", match); err != nil {
			return nil, err
		}
		all = append(all, test{passes: found.has})
	}
	for _, by := range [...]struct{ value, query string }{
		{q.Doc, "SELECT group_concat(m.event) FROM documents d JOIN mentions m ON m.doc = d.id WHERE d.name = ?"},
		{q.Event, "SELECT group_concat(id) FROM events WHERE name = ?"},
	} {
		if by.value == "" {
			continue
		}
		found := newSet(n)
		if err := x.addRows(ctx, found, by.query, by.value); err != nil {
			return nil, err
		}
		all = append(all, test{passes: found.has})
	}
	return all, nil
}

func (x *Index) addRows(ctx context.Context, to set, query string, args ...any) error {
	return x.eachNumber(ctx, func(event int64) {
		if row := x.rows.row(event); row >= 0 {
			to.add(row)
		}
	}, query, args...)
}

// eachNumber reads numbers that the query joins by commas: one row with a long
// text is read many times faster than many rows.
func (x *Index) eachNumber(ctx context.Context, do func(int64), query string, args ...any) error {
	var joined sql.NullString
	if err := x.read.QueryRowContext(ctx, query, args...).Scan(&joined); err != nil {
		return err
	}
	var n int64
	digits := false
	for i := range len(joined.String) {
		if c := joined.String[i]; c != ',' {
			n, digits = 10*n+int64(c-'0'), true
			continue
		}
		do(n)
		n, digits = 0, false
	}
	if digits {
		do(n)
	}
	return nil
}
