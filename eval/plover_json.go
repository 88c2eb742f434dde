package eval

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// ploverJSON is a gold record as files hold it: in the names of the draft or of
// the manual, with single values or lists.
type ploverJSON struct {
	ID        string   `json:"id"`
	Date      string   `json:"date"`
	Text      string   `json:"text"`
	Event     someText `json:"event"`
	Source    someones `json:"source"`
	Target    someones `json:"target"`
	Actor     someones `json:"actor"`
	Recipient someones `json:"recipient"`
}

func (r *ploverJSON) record() (ploverRecord, error) {
	if strings.TrimSpace(r.Text) == "" {
		return ploverRecord{}, errors.New(`the field "text" is missing`)
	}
	if len(r.Event) == 0 {
		return ploverRecord{}, errors.New(`the field "event" is missing`)
	}
	record := ploverRecord{ID: r.ID, Text: r.Text, Event: category(strings.ToUpper(r.Event[0]))}
	if !slices.Contains(categories, record.Event) {
		return ploverRecord{}, errors.New("there is no PLOVER category " + r.Event[0])
	}
	if r.Date != "" {
		date, err := demarche.ParseDate(r.Date)
		if err != nil {
			return ploverRecord{}, err
		}
		record.Date = date
	}
	record.Actor = append(r.Source, r.Actor...)
	record.Target = append(r.Target, r.Recipient...)
	return record, nil
}

// someText is a string, a list of strings, or null.
type someText []string

func (t *someText) UnmarshalJSON(b []byte) error {
	var one string
	if json.Unmarshal(b, &one) == nil {
		if one != "" {
			*t = someText{one}
		}
		return nil
	}
	return json.Unmarshal(b, (*[]string)(t))
}

// someones is the codes of a list of actors, of one actor, or of none (null or
// an empty string).
type someones []string

func (s *someones) UnmarshalJSON(b []byte) error {
	type actor struct {
		Code *string `json:"code"`
	}
	var list []actor
	var one actor
	var text string
	switch {
	case json.Unmarshal(b, &list) == nil:
	case json.Unmarshal(b, &one) == nil:
		list = []actor{one}
	default:
		return json.Unmarshal(b, &text)
	}
	for _, a := range list {
		if a.Code != nil && *a.Code != "" {
			*s = append(*s, *a.Code)
		}
	}
	return nil
}
