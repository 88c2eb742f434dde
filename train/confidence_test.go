package train

import (
	"math"
	"strings"
	"testing"
)

// TestConfidence: the fitted model gives each kind of event about the share of
// it that was right, and says the same each time.
func TestConfidence(t *testing.T) {
	var outcomes []Outcome
	for i := range 1000 {
		outcomes = append(outcomes, Outcome{[]string{"every event"}, i%10 != 0}, Outcome{[]string{"every event", "feared"}, i%10 == 0})
	}
	model := Confidence(outcomes)
	given := func(features ...string) float64 {
		score := 0.0
		for _, f := range features {
			score += model[f]
		}
		return 1 / (1 + math.Exp(-score))
	}
	if p := given("every event"); math.Abs(p-0.9) > 0.02 {
		t.Errorf("plain events get %.3f, 0.9 of them were right", p)
	}
	if p := given("every event", "feared"); math.Abs(p-0.1) > 0.02 {
		t.Errorf("feared events get %.3f, 0.1 of them were right", p)
	}
	var a, b strings.Builder
	if err := WriteWeights(&a, model, "x"); err != nil {
		t.Fatal(err)
	}
	if err := WriteWeights(&b, Confidence(outcomes), "x"); err != nil {
		t.Fatal(err)
	}
	if a.String() != b.String() {
		t.Errorf("two fits differ:\n%s%s", &a, &b)
	}
}
