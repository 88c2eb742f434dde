package actor_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/actor"
	"github.com/demarche/demarche/data"
)

// TestOfficeHolders holds the people files against a second source: every pair
// of person and office of checked_offices.tsv must be what the lexicon says of
// the name on that day.
func TestOfficeHolders(t *testing.T) {
	lexicon, err := actor.Load(data.Lexicon())
	if err != nil {
		t.Fatal(err)
	}
	table, err := fs.ReadFile(data.Lexicon(), "checked_offices.tsv")
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for line := range strings.Lines(string(table)) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || cells[0] == "name" {
			continue
		}
		name, date, office, code := cells[0], cells[1], cells[2], cells[3]
		on, err := demarche.ParseDate(date)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		checked++
		holds := slices.ContainsFunc(lexicon.Show(name, on), func(r actor.Row) bool {
			return r.Holds && r.Code == code && r.Office == office
		})
		if !holds {
			t.Errorf("%s is not %s of %s on %s in the lexicon, but is in %s", name, office, code, date, cells[4])
		}
	}
	if checked < 300 {
		t.Errorf("only %d pairs are checked; at least 300 keep the files honest", checked)
	}
}
