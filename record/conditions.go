package record

import (
	"context"
	"strings"
)

// condition is a piece of SQL about an event e.
type condition struct {
	sql  string
	args []any
}

// conditions turns the fields of a query into conditions.
type conditions struct {
	store    *Store
	ctx      context.Context
	paged    bool // only the first events of an order are wanted
	many     bool // many mentions have the words asked for
	negating bool
}

// check says what no search can make sense of.
func (q *Query) check() error {
	for _, d := range [...]string{q.Since, q.Until} {
		if d == "" {
			continue
		}
		if first, last, err := daysOf(d); err != nil || first != last {
			return asked("the query's %q is no day of the form 2023-02-28", d)
		}
	}
	if q.Not != nil && (q.Not.Not != nil || q.Not.Since != "" || q.Not.Until != "" || q.Not.MinConfidence != 0) {
		return asked("the query negates what cannot be negated")
	}
	return nil
}

// of are the conditions of a query's fields but for the days; done are the
// terms that the table started from settles.
func (c *conditions) of(q *Query, done startFields) ([]condition, error) {
	var all []condition
	for _, f := range []struct {
		terms []Term
		sides side
		done  bool
	}{
		{q.Actor, actorSide, done == theActor || done == thePair},
		{q.Recipient, recipientSide, done == theRecipient || done == thePair},
		{q.Either, actorSide | recipientSide, done == theEither},
		{q.SaidBy, speakerSide, false},
	} {
		if f.done || len(f.terms) == 0 {
			continue
		}
		one, err := c.terms(f.terms, f.sides)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	for _, f := range []struct {
		values []string
		one    func(string) condition
	}{
		{q.Type, equals("e.type")},
		{q.Quad, equals("e.quad")},
		{q.Status, equals("e.status")},
		{q.CAMEO, func(v string) condition { return condition{"e.cameo GLOB ?", []any{globEscape(v) + "*"}} }},
		{q.Mode, word("e.modes")},
		{q.Context, word("e.contexts")},
		{q.Place, place},
		{q.Rule, rule},
		{q.Source, source},
	} {
		if len(f.values) > 0 {
			all = append(all, anyOf(f.values, f.one))
		}
	}
	return append(all, c.rest(q)...), nil
}

// rest are the conditions of the fields with one value.
func (c *conditions) rest(q *Query) []condition {
	var all []condition
	if match := matchExpression(q.Text); match != "" {
		all = append(all, hasText(match, c.paged && (c.many || c.negating)))
	}
	if q.MinConfidence > 0 {
		all = append(all, condition{"e.confidence >= ?", []any{q.MinConfidence}})
	}
	if q.Doc != "" {
		all = append(all, condition{"e.id IN (SELECT m.event FROM documents d JOIN mentions m ON m.doc = d.id WHERE d.name = ?)", []any{q.Doc}})
	}
	if q.Event != "" {
		all = append(all, condition{"e.name = ?", []any{q.Event}})
	}
	return all
}

// anyOf is one of the values.
func anyOf(values []string, one func(string) condition) condition {
	var all condition
	for i, v := range values {
		c := one(v)
		if i > 0 {
			all.sql += " OR "
		}
		all.sql += c.sql
		all.args = append(all.args, c.args...)
	}
	if len(values) > 1 {
		all.sql = "(" + all.sql + ")"
	}
	return all
}

func equals(column string) func(string) condition {
	return func(v string) condition { return condition{column + " = ?", []any{v}} }
}

// word is a word of a column like ' visit phone '.
func word(column string) func(string) condition {
	return func(v string) condition { return condition{"instr(" + column + ", ?)", []any{" " + v + " "}} }
}

func place(v string) condition {
	switch _, isNumber := number(v); {
	case isCode(v):
		return condition{"e.country = ?", []any{v}}
	case isNumber || strings.Trim(v, "0123456789") == "":
		return condition{"e.place = ?", []any{v}}
	}
	return condition{"e.place_name = ? COLLATE NOCASE", []any{v}}
}

func rule(v string) condition {
	if strings.Contains(v, ":") {
		return condition{"e.rule = ?", []any{v}}
	}
	return condition{"e.rule GLOB ?", []any{globEscape(v) + ":*"}}
}

func source(v string) condition {
	return condition{`EXISTS (SELECT 1 FROM mentions m JOIN documents d ON d.id = m.doc
		WHERE m.event = e.id AND d.publication = ? COLLATE NOCASE)`, []any{v}}
}

func globEscape(s string) string {
	return strings.NewReplacer("*", "[*]", "?", "[?]", "[", "[[]").Replace(s)
}

// matchExpression is a full-text expression in the language of FTS5: every word
// and phrase has to be there. A word is put in quotes, so that nothing in it is
// taken for an operator.
func matchExpression(text string) string {
	var all []string
	for _, w := range textWords(text) {
		word := w.text
		star := ""
		if !w.phrase && len(word) > 1 && strings.HasSuffix(word, "*") {
			word, star = strings.TrimRight(word, "*"), "*"
		}
		if strings.IndexFunc(word, isWordRune) >= 0 {
			all = append(all, `"`+word+`"`+star)
		}
	}
	return strings.Join(all, " AND ")
}
