// Package wikidata makes a lexicon of political people and organisations out of
// a Wikidata JSON dump (https://www.wikidata.org/wiki/Wikidata:Database_download).
//
// The dump is read once, line by line. What matters is kept in small files
// beside the result, so that a build that was broken off goes on where it
// stopped; then positions, countries and classes, which come in any order, are
// joined with who held them. DESIGN.md says how.
package wikidata

import (
	"encoding/json"
	"strings"
)

// Properties that are read.
const (
	instanceOf     = "P31"
	subclassOf     = "P279"
	country        = "P17"
	citizenship    = "P27"
	gender         = "P21"
	positionHeld   = "P39"
	jurisdiction   = "P1001"
	directs        = "P2389"
	isoAlpha3      = "P298"
	inception      = "P571"
	dissolved      = "P576"
	startTime      = "P580"
	endTime        = "P582"
	ofQualifier    = "P642"
	coordinates    = "P625"
	human          = "Q5"
	maleItem       = "Q6581097"
	femaleItem     = "Q6581072"
	deprecatedRank = "deprecated"
)

// entity is an item of the dump, as far as it is read.
type entity struct {
	ID        string                     `json:"id"`
	Labels    map[string]text            `json:"labels"`
	Aliases   map[string][]text          `json:"aliases"`
	Claims    map[string][]claim         `json:"claims"`
	Sitelinks map[string]json.RawMessage `json:"sitelinks"`
}

type text struct {
	Value string `json:"value"`
}

type claim struct {
	Main       snak              `json:"mainsnak"`
	Qualifiers map[string][]snak `json:"qualifiers"`
	Rank       string            `json:"rank"`
}

type snak struct {
	Value struct {
		Value json.RawMessage `json:"value"`
	} `json:"datavalue"`
}

// item is the id of the item that a snak names, "" when it names none.
func (s *snak) item() string {
	var v struct {
		ID string `json:"id"`
	}
	if json.Unmarshal(s.Value.Value, &v) != nil {
		return ""
	}
	return v.ID
}

// str is the string that a snak holds.
func (s *snak) str() string {
	var v string
	if json.Unmarshal(s.Value.Value, &v) != nil {
		return ""
	}
	return v
}

// date is the time that a snak holds, as coarse as it says: "2021-01-26",
// "2021-01", "2021"; "" for decades and what lies before Christ.
func (s *snak) date() string {
	var v struct {
		Time      string `json:"time"`
		Precision int    `json:"precision"`
	}
	if json.Unmarshal(s.Value.Value, &v) != nil || len(v.Time) < 11 || v.Time[0] != '+' {
		return ""
	}
	switch day := v.Time[1:11]; {
	case v.Precision >= 11:
		return day
	case v.Precision == 10:
		return day[:7]
	case v.Precision == 9:
		return day[:4]
	}
	return ""
}

// name is the English label, or that for all languages.
func (e *entity) name() string {
	for _, language := range []string{"en", "mul"} {
		if l := clean(e.Labels[language].Value); l != "" {
			return l
		}
	}
	return ""
}

// maxAliases bounds how many other names of one thing are kept.
const maxAliases = 12

// aliases are the other English names that have a capital letter.
func (e *entity) aliases() []string {
	var out []string
	for _, language := range []string{"en", "mul"} {
		for _, a := range e.Aliases[language] {
			if v := clean(a.Value); v != "" && v != strings.ToLower(v) && len(out) < maxAliases {
				out = append(out, v)
			}
		}
	}
	return out
}

// clean makes a text fit for a cell; what no text has as a name becomes "".
func clean(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if strings.ContainsAny(s, ";()[]@=\t") || len(s) > 120 {
		return ""
	}
	return s
}

// items are the items that the property's claims name, without deprecated ones.
func (e *entity) items(property string) []string {
	var out []string
	for i := range e.Claims[property] {
		c := &e.Claims[property][i]
		if id := c.Main.item(); id != "" && c.Rank != deprecatedRank {
			out = append(out, id)
		}
	}
	return out
}

func (e *entity) first(property string) string {
	if all := e.items(property); len(all) > 0 {
		return all[0]
	}
	return ""
}

func (e *entity) firstDate(property string) string {
	for i := range e.Claims[property] {
		if d := e.Claims[property][i].Main.date(); d != "" {
			return d
		}
	}
	return ""
}

func firstQualifier(c *claim, property string) *snak {
	if q := c.Qualifiers[property]; len(q) > 0 {
		return &q[0]
	}
	return &snak{}
}
