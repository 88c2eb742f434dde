package codebook

import (
	"sort"
	"testing"

	"github.com/demarche/demarche"
)

func TestTablesAreWhole(t *testing.T) {
	if n := len(Contexts()); n != 37 {
		t.Errorf("PLOVER has 37 contexts, the table %d", n)
	}
	if n := len(Categories()); n != 16 {
		t.Errorf("PLOVER has 16 categories, the table %d", n)
	}
	codes := CAMEOCodes()
	if len(codes) < 310 {
		t.Errorf("only %d CAMEO codes", len(codes))
	}
	if !sort.SliceIsSorted(codes, func(i, j int) bool { return codes[i].Code < codes[j].Code }) {
		t.Error("CAMEO codes are not sorted, so look-ups miss some")
	}
	for _, c := range codes {
		if parent := c.Code[:len(c.Code)-1]; len(parent) > 1 {
			if _, ok := LookupCAMEO(parent); !ok {
				t.Errorf("%s stands without %s above it", c.Code, parent)
			}
		}
		if got := CategoryOf(c.Code); got != "" && !CAMEOFits(got, c.Code) {
			t.Errorf("%s turns into %s, which does not take it", c.Code, got)
		}
	}
}

func TestScores(t *testing.T) {
	for _, c := range []struct {
		category string
		modes    []string
		score    float64
		quad     int
	}{
		{"AID", nil, 10, 2}, {"ACCUSE", nil, -3, 3}, {"SANCTION", nil, -6, 4}, {"CONSULT", []string{"phone"}, 1.5, 1},
		{"CONSULT", []string{"phone", "multilateral"}, 4, 1}, {"REQUEST", []string{"assist"}, 0.5, 3}, {"REJECT", []string{"assist"}, -1.5, 3},
		{"REQUEST", []string{"meet"}, 0, 3}, {"ASSAULT", []string{"unconventional"}, -10, 4}, {"ASSAULT", []string{"visit"}, -9, 4},
		{"FIGHT", nil, 0, 0},
	} {
		if got := Score(c.category, c.modes); got != c.score {
			t.Errorf("Score(%s %v) = %g, want %g", c.category, c.modes, got, c.score)
		}
		if got := Quad(c.category); got != c.quad {
			t.Errorf("Quad(%s) = %d, want %d", c.category, got, c.quad)
		}
	}
}

func TestCAMEO(t *testing.T) {
	for _, c := range []struct {
		code      string
		goldstein float64
		category  string
		quad      int
	}{
		{"042", 1.9, "CONSULT", 1}, {"0233", 3.4, "REQUEST", 1}, {"0841", 7, "RETREAT", 2}, {"0813", 5, "CONCEDE", 2},
		{"130", -4.4, "THREATEN", 3}, {"1712", -9.2, "COERCE", 4}, {"195", -10, "ASSAULT", 4}, {"010", 0, "", 1}, {"999", 0, "", 0}, {"", 0, "", 0},
	} {
		if got := Goldstein(c.code); got != c.goldstein {
			t.Errorf("Goldstein(%s) = %g, want %g", c.code, got, c.goldstein)
		}
		if got := CategoryOf(c.code); got != c.category {
			t.Errorf("CategoryOf(%s) = %q, want %q", c.code, got, c.category)
		}
		if got := CAMEOQuad(c.code); got != c.quad {
			t.Errorf("CAMEOQuad(%s) = %d, want %d", c.code, got, c.quad)
		}
	}
}

func TestReduce(t *testing.T) {
	for _, c := range []struct {
		category string
		status   demarche.Status
		want     string
		aux      int
	}{
		{"CONSULT", demarche.Status{}, "CONSULT", 0},
		{"CONSULT", demarche.Status{Future: true}, "AGREE", 1},
		{"AID", demarche.Status{Future: true, Hypothetical: true}, "AGREE", 2},
		{"RETREAT", demarche.Status{Future: true}, "CONCEDE", 1},
		{"CONCEDE", demarche.Status{Future: true}, "CONCEDE", 1},
		{"ASSAULT", demarche.Status{Future: true}, "THREATEN", 1},
		{"MOBILIZE", demarche.Status{Future: true}, "MOBILIZE", 1},
		{"SANCTION", demarche.Status{Future: true, Negated: true}, "SANCTION", 2},
		{"CONSULT", demarche.Status{Future: true, Negated: true}, "CONSULT", 2},
	} {
		got, base, aux := Reduce(c.category, c.status)
		if got != c.want || base != c.category || len(aux) != c.aux {
			t.Errorf("Reduce(%s, %+v) = %s, %s, %v", c.category, c.status, got, base, aux)
		}
	}
}

func TestThreatened(t *testing.T) {
	for _, c := range []struct {
		category string
		modes    []string
		mode     string
		cameo    string
	}{
		{"SANCTION", []string{"expel"}, "expel", "1313"},
		{"SANCTION", []string{"discontinue"}, "relations", "1312"},
		{"COERCE", []string{"curfew"}, "restrict", "1323"},
		{"ASSAULT", nil, "violence", "138"},
		{"PROTEST", []string{"strike"}, "", "133"},
	} {
		modes, cameo := Threatened(c.category, c.modes)
		got := ""
		if len(modes) > 0 {
			got = modes[0]
		}
		if got != c.mode || cameo != c.cameo || got != "" && !ValidMode("THREATEN", got) {
			t.Errorf("Threatened(%s, %v) = %v, %s", c.category, c.modes, modes, cameo)
		}
	}
}

// TestFearedAttackIsNoThreat: "analysts fear that rebels will attack" is no
// threat by the rebels; "we will attack" is one.
func TestFearedAttackIsNoThreat(t *testing.T) {
	if got, _, _ := Reduce("ASSAULT", demarche.Status{Future: true}); got != "THREATEN" {
		t.Errorf("announced attack is %s, want THREATEN", got)
	}
	if got, _, _ := Reduce("ASSAULT", demarche.Status{Future: true, Hypothetical: true}); got != "ASSAULT" {
		t.Errorf("feared attack is %s, want ASSAULT", got)
	}
}
