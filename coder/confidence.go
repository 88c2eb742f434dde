package coder

import (
	"bufio"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/demarche/demarche"
)

// confidenceFile holds the weights of the model of confidence, as "demarche
// train confidence" writes them: feature, tab, weight.
const confidenceFile = "confidence.tsv"

// confidenceModel is a logistic model of whether an event is right: a weight for
// each feature. docs/eval.md says what it was fitted on, and what counts as right.
type confidenceModel map[string]float64

func loadConfidence(models fs.FS) (confidenceModel, error) {
	f, err := models.Open(confidenceFile)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m := confidenceModel{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		if line := lines.Text(); line != "" && line[0] != '#' {
			name, value, _ := strings.Cut(line, "\t")
			weight, err := strconv.ParseFloat(value, 64)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %q is no weight; fit it again", confidenceFile, n, value)
			}
			m[name] = weight
		}
	}
	return m, lines.Err()
}

// of is how likely the event is right; two decimals.
func (m confidenceModel) of(e *demarche.Event) float64 {
	score := 0.0
	for _, f := range ConfidenceFeatures(e) {
		score += m[f]
	}
	return math.Round(100/(1+math.Exp(-score))) / 100
}

// Bounds in characters: what is longer is parsed less well.
const (
	longSentence = 220
	farApart     = 60
)

// ConfidenceFeatures are the names of what an event's confidence rests on; they
// are found in the event alone, so that anybody can look them up.
func ConfidenceFeatures(e *demarche.Event) []string {
	has := func(list []string, one string) bool {
		return strings.Contains(" "+strings.Join(list, " ")+" ", " "+one+" ")
	}
	words := len(strings.Fields(strings.Join(e.EventText, " ")))
	features := []string{"every event", e.Event[0]}
	for _, f := range [...]struct {
		holds bool
		name  string
	}{
		{knownSide(e.Actor), "actor with a code"},
		{knownSide(e.Recipient), "recipient with a code"},
		{len(e.Actor) == 0, "no actor"},
		{len(e.Recipient) == 0, "no recipient"},
		{words > 1, "several words"},
		{words > 2, "many words"},
		{e.TextInfo.EventEnd-e.TextInfo.EventStart > farApart, "words far apart"},
		{e.TextInfo.End-e.TextInfo.Start > longSentence, "long sentence"},
		{has(e.Auxiliary, "hypothetical"), "possible"},
		{has(e.Auxiliary, "hypothetical") && e.QuadCode <= 2, "possible cooperation"},
		{len(e.Actor) == 0 && !knownSide(e.Recipient), "nobody with a code"},
		{has(e.Auxiliary, "negation"), "denied"},
		{has(e.Auxiliary, "future"), "planned"},
		{has(e.Auxiliary, "historical"), "long past"},
		{e.SaidBy != nil, "said by somebody"},
	} {
		if f.holds {
			features = append(features, f.name)
		}
	}
	return features
}

// unlikely says that an event is to be left out. What the text denies is kept
// longer: that it did not happen is news too.
func unlikely(e *demarche.Event) bool {
	least := MinConfidence
	if slices.Contains(e.Auxiliary, "negation") {
		least -= 0.1
	}
	return e.Confidence < least
}

func knownSide(side []demarche.Entity) bool {
	for i := range side {
		if side[i].Code != nil {
			return true
		}
	}
	return false
}
