package codebook

import (
	"slices"

	"github.com/demarche/demarche"
)

// reach says where the other side of an event of a category is looked for, when
// no line names it.
type reach struct {
	domestic bool // the actors' own authorities count: "calls on the Egyptian president to resign"
	adjuncts bool // so do reasons and purposes: "on strike over a bill by the minister"
	places   bool // and last, a place in it: relief for people "in Yemen", a curfew "in Darfur"
	mutual   bool // several actors do it to each other
	against  bool // of adjuncts, only what it is done in spite of
}

// reaches are the categories whose content names the other side as often as
// the verb does.
var reaches = map[string]reach{
	"AGREE":    {domestic: true, mutual: true},
	"REQUEST":  {domestic: true},
	"REJECT":   {domestic: true, adjuncts: true, mutual: true, against: true},
	"THREATEN": {domestic: true},
	"CONCEDE":  {domestic: true, adjuncts: true, places: true, mutual: true},
	"ACCUSE":   {domestic: true},
	"PROTEST":  {domestic: true, adjuncts: true},
	"AID":      {adjuncts: true, places: true},
	"SANCTION": {places: true},
	"COERCE":   {places: true},
}

// tellsContent says whether an argument tells what is spoken of or aimed at, and
// not where, when or before whom.
func (m *matcher) tellsContent(r *reach, a *demarche.Arg) bool {
	switch a.Role {
	case demarche.Theme, demarche.Content, demarche.Dative, demarche.Predicate:
		return true
	case demarche.Oblique:
		if slices.Contains(contentPreps[:], a.Prep) {
			return true
		}
		if r.adjuncts && a.Prep == "in" && slices.Contains(reasonNouns[:], lemmaOf(&m.toks[a.Head])) {
			return true
		}
		if r.against {
			return slices.Contains(defiedPreps[:], a.Prep)
		}
		return r.adjuncts && slices.Contains(reasonPreps[:], a.Prep) || r.places && slices.Contains(placePreps[:], a.Prep)
	case demarche.Adjunct:
		return r.adjuncts && !r.against && slices.Contains(reasonMarks[:], a.Prep)
	}
	return false
}

var (
	contentPreps = [...]string{"to", "with", "against", "on", "from", "for", "of"}
	reasonPreps  = [...]string{"over", "about", "at", "in protest of", "in protest at", "in protest against", "in protest over",
		"in defiance of", "in opposition to", "in response to", "in retaliation for", "in support of", "despite", "amid", "outside", "before", "because of", "after", "following", "under"}
	defiedPreps = [...]string{"despite", "amid", "under", "in the face of", "in spite of", "in defiance of", "in response to"}
	reasonNouns = [...]string{"protest", "defiance", "response", "opposition", "anger", "retaliation", "solidarity"}
	placePreps  = [...]string{"in", "at", "into", "across", "throughout", "around"}
	reasonMarks = [...]string{"", "to", "after", "despite", "over", "for", "against"}
)
