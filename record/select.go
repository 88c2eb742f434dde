package record

import (
	"context"
	"strings"
)

// selection is a query as SQL: one row an event, of table events as e.
type selection struct {
	from  string // " FROM … JOIN events e …"
	id    string // the column with the event's number
	day   string // the column with its day, in an index where there is one
	where []string
	args  []any // those of from first, then those of where
}

func (s *selection) whereClause() string {
	if len(s.where) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(s.where, " AND ")
}

func (s *selection) add(condition string, args ...any) {
	s.where = append(s.where, condition)
	s.args = append(s.args, args...)
}

// selection turns a query into SQL. The table to start from is chosen here and
// not by SQLite: whoever is named most narrowly, then the words, then the day.
func (s *Store) selection(ctx context.Context, q Query) (*selection, error) {
	c := conditions{store: s, ctx: ctx}
	return c.selection(q)
}

func (c *conditions) selection(q Query) (*selection, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	sel := &selection{from: " FROM events e", id: "e.id", day: "e.day"}
	start, err := c.start(&q)
	if err != nil {
		return nil, err
	}
	if start.table != "" {
		sel.from = " FROM " + start.table + " x CROSS JOIN events e ON e.id = x.event"
		sel.id, sel.day = "x.event", "x.day"
		sel.add(start.condition, start.args...)
	}
	return sel, sel.fields(c, &q, start.done)
}

// fields adds what the query asks for beside what is done already.
func (s *selection) fields(c *conditions, q *Query, done startFields) error {
	if q.Since != "" {
		s.add(s.day+" >= ?", q.Since)
	}
	if q.Until != "" {
		s.add(s.day+" <= ? AND "+s.day+" > ''", q.Until)
	}
	all, err := c.of(q, done)
	if err != nil {
		return err
	}
	for _, one := range all {
		s.add(one.sql, one.args...)
	}
	if q.Not == nil {
		return nil
	}
	without := *c
	without.negating = true
	not, err := without.of(q.Not, nothing)
	if err != nil {
		return err
	}
	for _, one := range not {
		s.add("NOT ("+one.sql+")", one.args...)
	}
	return nil
}

// start is the table from which a search starts.
type start struct {
	table     string // pairs, parties or named; "" for events
	condition string
	args      []any
	done      startFields // what the condition settles
}

type startFields int

const (
	nothing startFields = iota
	theActor
	theRecipient
	theEither
	thePair
)

// start picks a table where the query names one actor or pair.
func (c *conditions) start(q *Query) (start, error) {
	if q.Text != "" && !c.many || q.Doc != "" || q.Event != "" {
		return start{}, nil
	}
	actor, recipient, either := onlyTerm(q.Actor), onlyTerm(q.Recipient), onlyTerm(q.Either)
	if actor.justCode() && recipient.justCode() {
		return start{"pairs", "x.a = ? AND x.b = ? AND NOT x.mutual", []any{actor.Code, recipient.Code}, thePair}, nil
	}
	for _, one := range []struct {
		term  *Term
		sides side
		done  startFields
	}{{actor, actorSide, theActor}, {recipient, recipientSide, theRecipient}, {either, actorSide | recipientSide, theEither}} {
		switch t := one.term; {
		case t == nil:
		case t.Name != "":
			rows, err := c.store.actorRows(c.ctx, t.Name)
			if err == nil && len(rows) == 1 {
				return start{"named", "x.actor = ? AND x.sides & ?", []any{rows[0], int(one.sides)}, one.done}, nil
			}
			if err != nil {
				return start{}, err
			}
		case t.justCode():
			return start{"parties", "x.code = ? AND x.sides & ?", []any{t.Code, int(one.sides)}, one.done}, nil
		}
	}
	return start{}, nil
}

// onlyTerm is the term of a field that has one, else nil.
func onlyTerm(terms []Term) *Term {
	if len(terms) != 1 {
		return nil
	}
	return &terms[0]
}

func (t *Term) justCode() bool { return t != nil && t.Code != "" && t.Sector == "" && t.Name == "" }
