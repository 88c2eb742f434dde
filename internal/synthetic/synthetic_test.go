package synthetic

import (
	"reflect"
	"slices"
	"testing"
)

func TestTheSameEveryTime(t *testing.T) {
	first, again := slices.Collect(Documents(50)), slices.Collect(Documents(50))
	if !reflect.DeepEqual(first, again) {
		t.Error("two runs differ")
	}
	seen := map[string]bool{}
	for _, d := range first {
		for _, e := range d.Events {
			if seen[e.ID] || d.Text[e.TextInfo.Start:e.TextInfo.End] != e.Text {
				t.Errorf("event %s of %s", e.ID, d.ID)
			}
			seen[e.ID] = true
		}
	}
	if len(seen) != 50*EventsEach {
		t.Errorf("%d events", len(seen))
	}
}
