package record

import (
	"strings"
)

// Query says which events are wanted. Within a field any of the values will
// do; all fields that are given have to hold. The zero Query wants everything.
type Query struct {
	Actor     []Term // who did it
	Recipient []Term // to whom
	Either    []Term // on one side or the other
	SaidBy    []Term // on whose word

	Type    []string // PLOVER categories: CONSULT
	CAMEO   []string // CAMEO codes, each with those below it: 04 is 040, 041, 0411 …
	Quad    []string // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
	Mode    []string // PLOVER modes: visit
	Context []string // PLOVER contexts: military
	Status  []string // done, future, hypothetical, negated, historical
	Place   []string // country code, GeoNames id or name of a place
	Rule    []string // FILE:LINE of a rule, or its FILE
	Source  []string // publication of a document that tells of it

	Since string // first day, ISO 8601
	Until string // last day
	Text  string // words of the sentence or the headline; "in quotes" for a phrase, a trailing * for a beginning

	MinConfidence float64
	Doc           string // id of a document that tells of it
	Event         string // id

	Not *Query // what it must not have: none of the values of any field
}

// Term is somebody by code ("KAZ"), by code and sector ("KAZ.GOV"), by sector
// alone (".GOV"), or by name or Wikidata id ("Antony Blinken", "Q7821917").
type Term struct {
	Code   string
	Sector string
	Name   string // any capitals
}

// IsZero says that the query wants everything.
func (q Query) IsZero() bool { return q.String() == "" }

// String is the query as ParseQuery reads it.
func (q Query) String() string {
	var b strings.Builder
	q.write(&b, "")
	return b.String()
}

func (q Query) write(b *strings.Builder, sign string) {
	for _, f := range fields {
		value := f.show(&q)
		if value == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(sign + f.name + ":" + value)
	}
	if q.Not != nil && sign == "" {
		q.Not.write(b, "-")
	}
}

// String is the term as ParseQuery reads it.
func (t Term) String() string {
	switch {
	case t.Name != "" && termOf(t.Name) != t: // a name that looks like a code
		return inQuotes(t.Name)
	case t.Name != "":
		return quoted(t.Name)
	case t.Sector != "":
		return t.Code + "." + t.Sector
	}
	return t.Code
}

// termOf reads a term that stands in no quotes.
func termOf(s string) Term {
	code, sector, dotted := strings.Cut(s, ".")
	switch {
	case dotted && (code == "" || isCode(code)) && isCode(sector):
		return Term{Code: code, Sector: sector}
	case !dotted && isCode(s):
		return Term{Code: s}
	}
	return Term{Name: s}
}

// isCode says whether s is three capitals, as country and sector codes are.
func isCode(s string) bool {
	return len(s) == 3 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// quoted is s as one value of a query: in quotes where it has to be.
func quoted(s string) string {
	if s != "" && !strings.ContainsAny(s, " \t\n\r,\"") && strings.TrimSpace(s) == s {
		return s
	}
	return inQuotes(s)
}

func inQuotes(s string) string {
	return `"` + strings.NewReplacer(`"`, `\"`, `\`, `\\`).Replace(s) + `"`
}

// field is one field of a query: how it is read and shown.
type field struct {
	name    string
	example string
	read    func(*Query, []value) error
	show    func(*Query) string
	bound   bool // a limit, which cannot be negated
}

// value is one of the values that commas divide.
type value struct {
	text   string
	quoted bool
}

// fields are the fields in the order in which they are shown.
var fields = [...]field{
	terms("actor", func(q *Query) *[]Term { return &q.Actor }),
	terms("recipient", func(q *Query) *[]Term { return &q.Recipient }),
	terms("either", func(q *Query) *[]Term { return &q.Either }),
	list("type", "CONSULT", categories[:], func(q *Query) *[]string { return &q.Type }),
	list("cameo", "042", nil, func(q *Query) *[]string { return &q.CAMEO }),
	list("quad", "4", quads[:], func(q *Query) *[]string { return &q.Quad }),
	list("mode", "visit", nil, func(q *Query) *[]string { return &q.Mode }),
	list("context", "military", nil, func(q *Query) *[]string { return &q.Context }),
	list("status", "done", statuses[:], func(q *Query) *[]string { return &q.Status }),
	list("place", "Astana", nil, func(q *Query) *[]string { return &q.Place }),
	terms("said_by", func(q *Query) *[]Term { return &q.SaidBy }),
	list("rule", "consult.rules:12", nil, func(q *Query) *[]string { return &q.Rule }),
	list("source", `"The Daily"`, nil, func(q *Query) *[]string { return &q.Source }),
	date("since", firstDay, func(q *Query) *string { return &q.Since }),
	date("until", lastDay, func(q *Query) *string { return &q.Until }),
	{"text", `text:"peace talks"`, readText, func(q *Query) string { return showText(q.Text) }, false},
	{"confidence", "confidence:0.6", readConfidence, showConfidence, true},
	one("doc", func(q *Query) *string { return &q.Doc }),
	one("event", func(q *Query) *string { return &q.Event }),
}

var (
	categories = [...]string{
		"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
		"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
	}
	quads    = [...]string{"1", "2", "3", "4"}
	statuses = [...]string{"done", "future", "hypothetical", "negated", "historical"}
)
