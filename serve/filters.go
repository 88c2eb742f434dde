package serve

import (
	"errors"
	"net/http"
	"strings"

	"github.com/demarche/demarche/record"
)

// Filters are the parameters that choose events, the same on every route.
type Filters struct {
	Q             string   `query:"q" maxLength:"4096" doc:"a query as demarche search takes it" example:"actor:KAZ type:CONSULT since:2023-01 -status:negated"`
	Actor         []string `query:"actor,explode" doc:"who did it: a code KAZ, code and sector KAZ.GOV, or a name"`
	Recipient     []string `query:"recipient,explode" doc:"to whom"`
	Either        []string `query:"either,explode" doc:"on one side or the other"`
	Type          []string `query:"type,explode" doc:"PLOVER categories" example:"[\"CONSULT\"]"`
	CAMEO         []string `query:"cameo,explode" doc:"CAMEO codes, each with those below it"`
	Quad          []string `query:"quad,explode" doc:"1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"`
	Mode          []string `query:"mode,explode" doc:"PLOVER modes"`
	Context       []string `query:"context,explode" doc:"PLOVER contexts"`
	Status        []string `query:"status,explode" doc:"done, future, hypothetical, negated, historical"`
	Place         []string `query:"place,explode" doc:"country code, GeoNames id or name of a place"`
	SaidBy        []string `query:"said_by,explode" doc:"on whose word"`
	Rule          []string `query:"rule,explode" doc:"FILE:LINE of a rule, or its FILE"`
	Source        []string `query:"source,explode" doc:"publication"`
	Since         string   `query:"since" doc:"first day, month or year" example:"2023-01"`
	Until         string   `query:"until" doc:"last day, month or year"`
	Text          string   `query:"text" maxLength:"1024" doc:"words of the sentence or the headline"`
	MinConfidence string   `query:"min_confidence" doc:"from 0 to 1"`
	Doc           string   `query:"doc" doc:"events that this document tells of"`
}

// maxQuery is the longest query, in bytes: each name in it is looked up.
const maxQuery = 8 << 10

// query is what the parameters and q together ask for.
func (f *Filters) query() (record.Query, error) {
	whole := []string{f.Q}
	if _, err := record.ParseQuery(f.Q); err != nil {
		return record.Query{}, wrongParameter("q", f.Q, err)
	}
	for _, p := range [...]struct {
		name, field string
		values      []string
		term        bool // may be a code, which stands in no quotes
	}{
		{"actor", "actor", f.Actor, true}, {"recipient", "recipient", f.Recipient, true},
		{"either", "either", f.Either, true}, {"said_by", "said_by", f.SaidBy, true},
		{"type", "type", f.Type, false}, {"cameo", "cameo", f.CAMEO, false}, {"quad", "quad", f.Quad, false},
		{"mode", "mode", f.Mode, false}, {"context", "context", f.Context, false}, {"status", "status", f.Status, false},
		{"place", "place", f.Place, false}, {"rule", "rule", f.Rule, false}, {"source", "source", f.Source, false},
		{"since", "since", one(f.Since), false}, {"until", "until", one(f.Until), false},
		{"min_confidence", "confidence", one(f.MinConfidence), false}, {"doc", "doc", one(f.Doc), false},
	} {
		clause := clauseOf(p.field, p.values, p.term, p.name == "doc" || p.name == "source")
		if clause == "" {
			continue
		}
		if _, err := record.ParseQuery(clause); err != nil {
			return record.Query{}, wrongParameter(p.name, strings.Join(p.values, ","), plainly(err))
		}
		whole = append(whole, clause)
	}
	text := strings.Join(whole, " ")
	if len(text) > maxQuery {
		return record.Query{}, problem(http.StatusBadRequest, "the filters together are too long; leave out some of their values")
	}
	q, err := record.ParseQuery(text)
	if err != nil {
		return record.Query{}, wrongParameter("q", f.Q, err)
	}
	q.Text = strings.TrimSpace(q.Text + " " + f.Text)
	return q, nil
}

// clauseOf is "field:value,value"; values may hold several with commas between
// them, but for those that are whole.
func clauseOf(field string, values []string, term, whole bool) string {
	var all []string
	for _, v := range values {
		parts := []string{v}
		if !whole {
			parts = strings.Split(v, ",")
		}
		for _, part := range parts {
			if part = strings.TrimSpace(part); part == "" {
				continue
			}
			if !term || strings.ContainsAny(part, " \t\r\n\"\\") {
				part = `"` + strings.NewReplacer(`"`, `\"`, `\`, `\\`).Replace(part) + `"`
			}
			all = append(all, part)
		}
	}
	if all == nil {
		return ""
	}
	return field + ":" + strings.Join(all, ",")
}

func one(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// plainly is the error without the column of a clause that the user did not
// write.
func plainly(err error) error {
	var query *record.QueryError
	if !errors.As(err, &query) {
		return err
	}
	_, what, found := strings.Cut(query.What, ": ") // the field, which the parameter names already
	if !found {
		what = query.What
	}
	return errors.New(what)
}

// Paging are the parameters of lists.
type Paging struct {
	Sort  string `query:"sort" enum:"-date,date,mentions,confidence,relevance" doc:"order; -date, the latest first, is the default"`
	Limit int    `query:"limit" minimum:"0" maximum:"10000" doc:"how many; 50 by default and 500 at most in JSON, 10000 in CSV and GeoJSON"`
	After string `query:"after" maxLength:"1024" doc:"the cursor that the answer before gave as next"`
}

// Most that one answer lists.
const (
	defaultRows = record.DefaultLimit
	maxRows     = 500
	maxExport   = 10000
)

// page is what the parameters ask for in a form of answer.
func (p *Paging) page(in format) record.Page {
	limit, most := p.Limit, maxRows
	if in != asJSON {
		most = maxExport
	}
	switch {
	case limit == 0 && in == asJSON:
		limit = defaultRows
	case limit == 0 || limit > most:
		limit = most
	}
	return record.Page{Sort: p.Sort, Limit: limit, After: p.After}
}
