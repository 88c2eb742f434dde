package merge

import (
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record/vocab"
)

// Kind is what sort of event a statement is of, whether planned, done or
// denied: the category before the codebook's reductions, by which a planned
// meeting is coded AGREE. Threats, demands and refusals are acts of their own,
// not a status of what they are about.
func Kind(e *demarche.Event) string {
	category := ""
	if len(e.Event) > 0 {
		category = e.Event[0]
	}
	switch category {
	case "THREATEN", "REQUEST", "REJECT":
		return category
	}
	if e.BaseEvent != "" {
		return e.BaseEvent
	}
	return category
}

// verbal are the kinds done with words. On one day a government may accuse
// another of several things, so what was said has to be alike; it can only
// meet it once or twice.
var verbal = map[string]bool{
	"ACCUSE": true, "REQUEST": true, "REJECT": true, "THREATEN": true, "SUPPORT": true, "AGREE": true, "CONCEDE": true,
}

// mutual says whether the order of the sides means nothing: "Kenya met Chad"
// is "Chad met Kenya". A visit has a direction, and so has an attack.
func mutual(e *demarche.Event) bool {
	switch Kind(e) {
	case "CONSULT", "COOPERATE":
		return !has(e.Mode, "visit")
	case "AGREE", "SUPPORT":
		return e.CAMEO == "057" // a formal agreement
	}
	return false
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// means groups the modes that one act can be reported under: what one reporter
// calls an explosion another calls an air strike.
var means = map[string]string{
	"firearms": "shot", "targeted": "shot", "primitive": "hand", "beat": "hand",
	"explosives": "blast", "suicide-attack": "blast", "aerial": "blast", "drone": "blast", "heavy-weapons": "blast",
	"demo": "crowd", "obstruct": "crowd", "riot": "crowd", "vandalize": "crowd",
	"restrict": "rule", "curfew": "rule", "martial-law": "rule", "censor": "rule",
	"allege": "words", "disapprove": "words",
	"troops": "forces", "weapons": "forces", "militia": "forces",
	"assist": "asked", "change": "asked", "yield": "asked",
}

// kinds compares what was done: mode and CAMEO code. Both are of one Kind.
func kinds(e, o *demarche.Event) []vocab.Reason {
	kind := strings.ToLower(Kind(e))
	reasons := []vocab.Reason{{What: "same kind", Score: prior(Kind(e)), Detail: kind + ": such things happen often"}}
	switch a, b := strings.Join(e.Mode, ","), strings.Join(o.Mode, ","); {
	case a == b && a != "":
		reasons = append(reasons, vocab.Reason{What: "same mode", Score: 0.4, Detail: a})
	case a == "" || b == "":
		if a+b == "visit" || a+b == "phone" {
			reasons = append(reasons, vocab.Reason{What: "a mode on one side only", Score: -0.5, Detail: a + b})
		}
	case a != b && means[a] != "" && means[a] == means[b]:
		reasons = append(reasons, vocab.Reason{What: "modes that reports mix up", Score: -0.1, Detail: a + " and " + b})
	case a != b:
		reasons = append(reasons, vocab.Reason{What: "another mode", Score: -1.5, Detail: a + " and " + b})
	}
	switch {
	case e.CAMEO == "" || o.CAMEO == "":
	case e.CAMEO == o.CAMEO:
		reasons = append(reasons, vocab.Reason{What: "same CAMEO code", Score: 0.4, Detail: e.CAMEO})
	case verbal[Kind(e)] && root(e.CAMEO) != root(o.CAMEO) && len(e.Auxiliary)+len(o.Auxiliary) == 0:
		reasons = append(reasons, vocab.Reason{What: "another CAMEO root", Score: -0.8, Detail: e.CAMEO + " and " + o.CAMEO})
	case verbal[Kind(e)]:
		reasons = append(reasons, vocab.Reason{What: "another CAMEO code", Score: -0.4, Detail: e.CAMEO + " and " + o.CAMEO})
	}
	return reasons
}

func root(cameo string) string { return cameo[:min(2, len(cameo))] }

// prior is what two statements of one kind must outweigh, in log odds.
func prior(kind string) float64 {
	if verbal[kind] {
		return -3.4
	}
	return -3.0
}
