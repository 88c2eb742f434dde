package record

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record/vocab"
)

// identity is somebody with a name.
type identity struct {
	key, name, wikidata, code string
}

// identityOf is who an entity names; false for "troops" and other nouns.
func identityOf(e *demarche.Entity) (identity, bool) {
	name := cmpOr(e.IdentifierText, e.EntityText)
	switch {
	case e.IdentifierID != "":
		return identity{e.IdentifierID, name, e.IdentifierID, deref(e.Code)}, true
	case isName(name):
		return identity{strings.ToLower(name), name, "", deref(e.Code)}, true
	}
	return identity{}, false
}

// isName says whether all words are capitalised, but for small ones inside;
// what somebody is called once at the head of a sentence is no name.
func isName(s string) bool {
	words := strings.Fields(s)
	if isPronoun(s) {
		return false
	}
	for i, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		small := i > 0 && i < len(words)-1 && len(word) <= 3
		if !unicode.IsUpper(first) && !small && !(strings.Contains(word, "-") && strings.IndexFunc(word, unicode.IsUpper) > 0) {
			return false
		}
	}
	return len(words) > 0
}

// isPronoun says whether s is a pronoun or a bare count at the head of a sentence.
func isPronoun(s string) bool {
	switch s {
	case "I", "You", "He", "She", "It", "We", "They", "Me", "Him", "Her", "Us", "Them", "My", "Your", "His", "Its", "Our", "Their",
		"Who", "Whom", "Whose", "Which", "What", "This", "That", "These", "Those", "There",
		"All", "Any", "Anyone", "Both", "Each", "Either", "Every", "Everybody", "Everyone", "Few", "Many", "Most", "Neither", "Nobody", "None",
		"One", "Other", "Others", "Several", "Some", "Somebody", "Someone", "Such", "Two", "Three", "Four", "Five", "Dozens", "Hundreds", "Thousands", "Millions":
		return true
	}
	return false
}

// people files who is in a mention, under which names and in which offices.
func (w *writer) people(ctx context.Context, m *vocab.Mention) error {
	for _, side := range [...][]demarche.Entity{m.Actor, m.Recipient} {
		for i := range side {
			if _, err := w.actor(ctx, &side[i], m.Published); err != nil {
				return err
			}
		}
	}
	if m.SaidBy == nil {
		return nil
	}
	_, err := w.actor(ctx, m.SaidBy, m.Published)
	return err
}

// actor files one occurrence of somebody; the result is the row's number, nil
// for nobody with a name.
func (w *writer) actor(ctx context.Context, e *demarche.Entity, date string) (any, error) {
	who, ok := identityOf(e)
	if !ok {
		return nil, nil
	}
	row, err := w.actorRow(ctx, who)
	if err != nil {
		return nil, err
	}
	if isName(e.EntityText) {
		if err := w.exec(ctx, "INSERT INTO aliases VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1", e.EntityText, row); err != nil {
			return nil, err
		}
	}
	if e.Office == "" {
		return row, nil
	}
	return row, w.exec(ctx, `INSERT INTO offices VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1,
		first = CASE WHEN excluded.first != '' AND (first = '' OR excluded.first < first) THEN excluded.first ELSE first END,
		last = max(last, excluded.last)`, row, e.Office, deref(e.Code), date, date)
}

// actorRow is the number of somebody, who gets one when new.
func (w *writer) actorRow(ctx context.Context, who identity) (row int64, err error) {
	err = w.row(ctx, "SELECT id FROM actors WHERE key = ?", who.key).Scan(&row)
	if !errors.Is(err, sql.ErrNoRows) {
		return row, err
	}
	row = w.ids.actor
	w.ids.actor++
	return row, w.exec(ctx, "INSERT INTO actors VALUES (?, ?, ?, ?, ?)", row, who.key, who.name, who.wikidata, who.code)
}
