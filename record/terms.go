package record

import (
	"context"
	"fmt"
	"strings"
	"unicode"
)

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// terms is one of the terms on one of the sides.
func (c *conditions) terms(terms []Term, sides side) (condition, error) {
	var all []string
	var args []any
	for _, t := range terms {
		one, err := c.term(t, sides)
		if err != nil {
			return condition{}, err
		}
		all = append(all, one.sql)
		args = append(args, one.args...)
	}
	return condition{"(" + strings.Join(all, " OR ") + ")", args}, nil
}

func (c *conditions) term(t Term, sides side) (condition, error) {
	if t.Name != "" {
		return c.name(t.Name, sides)
	}
	if t.Sector == "" {
		return condition{"EXISTS (SELECT 1 FROM parties p WHERE p.code = ? AND p.day = e.day AND p.event = e.id AND p.sides & ?)",
			[]any{t.Code, int(sides)}}, nil
	}
	code := t.Code
	if code == "" {
		code = "???" // any
	}
	var all []string
	var args []any
	for i, letter := range "ars" {
		if sides&(1<<i) != 0 {
			all = append(all, "e.roles GLOB ?")
			args = append(args, "* "+string(letter)+code+"."+t.Sector+" *")
		}
	}
	narrow := strings.Join(all, " OR ")
	if t.Code == "" {
		return condition{"(" + narrow + ")", args}, nil
	}
	return condition{"(EXISTS (SELECT 1 FROM parties p WHERE p.code = ? AND p.day = e.day AND p.event = e.id) AND (" + narrow + "))",
		append([]any{t.Code}, args...)}, nil
}

// name is somebody with that name, or one of its aliases.
func (c *conditions) name(name string, sides side) (condition, error) {
	rows, err := c.store.actorRows(c.ctx, name)
	if err != nil || len(rows) == 0 {
		return condition{"0", nil}, err
	}
	return condition{fmt.Sprintf("EXISTS (SELECT 1 FROM named n WHERE n.actor IN (%s) AND n.day = e.day AND n.event = e.id AND n.sides & ?)",
		listed(rows)), []any{int(sides)}}, nil
}

// listed is a list of numbers as SQL.
func listed(rows []int64) string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(rows), " ", ","), "[]")
}

// actorRows are the actors that a name stands for, the commonest first: those
// with that Wikidata id, name or alias; when there are none, those whose name
// ends in it.
func (s *Store) actorRows(ctx context.Context, name string) ([]int64, error) {
	name = strings.Join(strings.Fields(name), " ")
	rows, err := s.numbers(ctx, `SELECT id FROM (
		SELECT id, 1000000000 AS n FROM actors WHERE key = ?1 OR name = ?1 COLLATE NOCASE
		UNION ALL SELECT actor, n FROM aliases WHERE alias = ?1)
		GROUP BY id ORDER BY sum(n) DESC, id LIMIT 50`, name)
	if err != nil || len(rows) > 0 {
		return rows, err
	}
	return s.numbers(ctx, `SELECT id FROM actors WHERE name LIKE '% ' || ? ESCAPE '\' ORDER BY id LIMIT 50`,
		strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(name))
}

// numbers reads a column of numbers.
func (s *Store) numbers(ctx context.Context, query string, args ...any) ([]int64, error) {
	return numbersOf(ctx, s.read, query, args...)
}
