package codebook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// Failure is an example that did not come out as it says.
type Failure struct {
	Pos
	Rule     string
	Sentence string
	Want     string
	Got      string
}

// String is "file:line:col: rule NAME: SENTENCE: want …, got …".
func (f Failure) String() string {
	return fmt.Sprintf("%s: rule %s: %s\n  want %s\n  got  %s", f.Pos, f.Rule, f.Sentence, f.Want, f.Got)
}

// Test runs the examples of all rules. analyse does all that comes before the
// codebook; its frames are coded here. An example "=> none" wants no coding by
// its rule; any other wants one by its rule with these actors and recipients,
// in any order, and exactly these flags.
func (cb *Codebook) Test(analyse func(sentence string) (*demarche.Doc, error)) []Failure {
	var failures []Failure
	for _, r := range cb.rules {
		for i := range r.decl.Lines {
			e := r.decl.Lines[i].Eg
			if e == nil {
				continue
			}
			if got := cb.example(r, e, analyse); got != "" {
				failures = append(failures, Failure{e.Pos, r.decl.Name, e.Sentence, e.Result.String(), got})
			}
		}
	}
	return failures
}

// example is what came out instead, "" when all is well.
func (cb *Codebook) example(r *rule, e *Eg, analyse func(string) (*demarche.Doc, error)) string {
	doc, err := analyse(e.Sentence)
	if err != nil {
		return "an error: " + err.Error()
	}
	cb.Match(doc)
	found := false
	for i := range doc.Codings {
		c := &doc.Codings[i]
		if c.RuleName != r.decl.Name {
			continue
		}
		if e.Result.None {
			return describe(doc)
		}
		found = found || e.Result.agrees(doc, c)
	}
	if e.Result.None || found {
		return ""
	}
	return describe(doc)
}

func (r *Result) agrees(doc *demarche.Doc, c *demarche.Coding) bool {
	for _, m := range r.Modes {
		if !slices.Contains(c.Modes, m) {
			return false
		}
	}
	aux := Auxiliaries(c.Status)
	if len(aux) != len(r.Flags) {
		return false
	}
	for _, f := range r.Flags {
		if !slices.Contains(aux, f) {
			return false
		}
	}
	return sameCodes(r.Actors, codesOf(doc, c.Actors)) && sameCodes(r.Recipients, codesOf(doc, c.Recipients))
}

// sameCodes compares without regard to order; a wanted code without a sector
// takes any sector.
func sameCodes(want, got []Code) bool {
	for _, w := range want {
		if !slices.ContainsFunc(got, func(g Code) bool { return fits(w, g) }) {
			return false
		}
	}
	for _, g := range got {
		if !slices.ContainsFunc(want, func(w Code) bool { return fits(w, g) }) {
			return false
		}
	}
	return true
}

func fits(want, got Code) bool {
	return want.Country == got.Country && (want.Sector == "" || want.Sector == got.Sector)
}

// codesOf is the codes of all actors of the fillers.
func codesOf(doc *demarche.Doc, fillers []demarche.Filler) []Code {
	var codes []Code
	for _, f := range fillers {
		if f.Mention < 0 {
			codes = append(codes, Code{Country: "?"})
			continue
		}
		actors := doc.Mentions[f.Mention].Actors
		if len(actors) == 0 {
			codes = append(codes, Code{Country: "?"})
		}
		for _, a := range actors {
			c := Code{Country: a.Code}
			if a.Code == "" {
				c.Country = "?"
			}
			if len(a.Sectors) > 0 {
				c.Sector = a.Sectors[0]
			}
			codes = append(codes, c)
		}
	}
	return codes
}

// describe tells what was coded, rule by rule.
func describe(doc *demarche.Doc) string {
	if len(doc.Codings) == 0 {
		return "nothing coded; demarche rules why shows which lines came near"
	}
	var parts []string
	for i := range doc.Codings {
		c := &doc.Codings[i]
		s := c.RuleName + " (" + c.Rule + "): " + joinCodes(codesOf(doc, c.Actors)) + " > " + joinCodes(codesOf(doc, c.Recipients))
		for _, a := range Auxiliaries(c.Status) {
			s += " [" + a + "]"
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "; ")
}
