package eval

import (
	"math"
	"testing"
)

// The example that B³ was introduced with (Bagga and Baldwin 1998): two of
// three entities taken for one.
func TestCorefMeasures(t *testing.T) {
	gold := []chain{{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}}
	system := []chain{{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11, 12}}
	s := newCorefScores()
	s.add(gold, system)
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"MUC recall", s.muc.recall.value(), 1},
		{"MUC precision", s.muc.precision.value(), 0.9},
		{"B³ recall", s.bcub.recall.value(), 1},
		{"B³ precision", s.bcub.precision.value(), 0.762},
		{"CEAF-e recall", s.ceaf.recall.value(), 0.611},
		{"CEAF-e precision", s.ceaf.precision.value(), 0.917},
	} {
		if math.Abs(c.got-c.want) > 0.0005 {
			t.Errorf("%s is %.3f, want %.3f", c.name, c.got, c.want)
		}
	}
}

// A mention that the other side lacks must cost, on its own side only.
func TestCorefMissingMentions(t *testing.T) {
	s := newCorefScores()
	s.add([]chain{{1, 2, 3, 4}}, []chain{{1, 2}, {8, 9}})
	if r, p := s.muc.recall.value(), s.muc.precision.value(); r != 1.0/3 || p != 0.5 {
		t.Errorf("MUC recall %.3f, precision %.3f, want 1/3 and 1/2", r, p)
	}
	if r, p := s.bcub.recall.value(), s.bcub.precision.value(); r != 0.25 || p != 0.5 {
		t.Errorf("B³ recall %.3f, precision %.3f, want 1/4 and 1/2", r, p)
	}
}

// The greedy pairing of the first row with its best column is not the best.
func TestAssign(t *testing.T) {
	if got := assign([][]float64{{0.9, 0.8}, {0.9, 0.1}, {0, 0}}); math.Abs(got-1.7) > 1e-9 {
		t.Errorf("assign gives %.2f, want 1.70", got)
	}
}
