package wikidata

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
)

// kept is what the first pass keeps of an item: one JSON line in the file of
// its kind.
type kept struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Aliases []string `json:"aliases,omitempty"`
	// of people
	Gender  string `json:"gender,omitempty"`
	Citizen string `json:"citizen,omitempty"`
	Held    []held `json:"held,omitempty"`
	// of positions and organisations
	Country      string   `json:"country,omitempty"`
	Jurisdiction string   `json:"jurisdiction,omitempty"`
	Directs      string   `json:"directs,omitempty"`
	Classes      []string `json:"classes,omitempty"`
	From         string   `json:"from,omitempty"`
	Until        string   `json:"until,omitempty"`
	// of states
	ISO string `json:"iso,omitempty"`
}

// held is a position that somebody held.
type held struct {
	Position string `json:"position"`
	Of       string `json:"of,omitempty"`
	From     string `json:"from,omitempty"`
	Until    string `json:"until,omitempty"`
}

// Files of the first pass.
const (
	statesFile    = "states"
	peopleFile    = "people"
	positionsFile = "positions"
	bodiesFile    = "bodies"
	classesFile   = "classes" // lines "CHILD PARENT…"
)

// marks are what a line must have one of to be worth decoding.
var marks = [][]byte{
	[]byte(`"P39":`), []byte(`"P298":`), []byte(`"P279":`), []byte(`"P1001":`), []byte(`"P2389":`), []byte(`"P571":`), []byte(`"P17":`),
}

var placeMark = []byte(`"P625":`)

// errNotItem says that a line is no item: the brackets around the dump, or broken.
var errNotItem = errors.New("no item")

// extract reads one line of the dump and calls keep for what is kept of it.
func extract(line []byte, minSitelinks int, keep func(file string, k kept)) error {
	line = bytes.TrimRight(bytes.TrimSpace(line), ",")
	if len(line) < 2 || line[0] != '{' {
		return errNotItem
	}
	if !worthwhile(line) {
		return nil
	}
	var e entity
	if err := json.Unmarshal(line, &e); err != nil {
		return fmt.Errorf("%w: %w", errNotItem, err)
	}
	name := e.name()
	if parents := e.items(subclassOf); len(parents) > 0 {
		keep(classesFile, kept{ID: e.ID, Classes: parents})
	}
	switch {
	case name == "":
	case e.first(instanceOf) == human:
		if p := e.person(name); len(p.Held) > 0 && len(e.Sitelinks) >= minSitelinks {
			keep(peopleFile, p)
		}
	case len(e.Claims[isoAlpha3]) > 0:
		keep(statesFile, kept{ID: e.ID, Name: name, ISO: e.Claims[isoAlpha3][0].Main.str()})
	default:
		e.keepOther(name, minSitelinks, keep)
	}
	return nil
}

func worthwhile(line []byte) bool {
	if bytes.Contains(line, placeMark) && !bytes.Contains(line, marks[0]) && !bytes.Contains(line, marks[1]) && !bytes.Contains(line, marks[2]) {
		return false // a place; most items are
	}
	for _, m := range marks {
		if bytes.Contains(line, m) {
			return true
		}
	}
	return false
}

func (e *entity) person(name string) kept {
	p := kept{ID: e.ID, Name: name, Aliases: e.aliases(), Citizen: e.first(citizenship)}
	switch e.first(gender) {
	case maleItem:
		p.Gender = "m"
	case femaleItem:
		p.Gender = "f"
	}
	for i := range e.Claims[positionHeld] {
		c := &e.Claims[positionHeld][i]
		if id := c.Main.item(); id != "" && c.Rank != deprecatedRank {
			p.Held = append(p.Held, held{
				Position: id, Of: firstQualifier(c, ofQualifier).item(),
				From: firstQualifier(c, startTime).date(), Until: firstQualifier(c, endTime).date(),
			})
		}
	}
	return p
}

// keepOther keeps what may be a position or an organisation.
func (e *entity) keepOther(name string, minSitelinks int, keep func(string, kept)) {
	k := kept{
		ID: e.ID, Name: name, Country: e.first(country), Jurisdiction: e.first(jurisdiction), Directs: e.first(directs), Classes: e.items(instanceOf),
	}
	if k.Jurisdiction != "" || k.Directs != "" || len(e.Claims[subclassOf]) > 0 {
		keep(positionsFile, k)
	}
	if len(k.Classes) > 0 && len(e.Claims[coordinates]) == 0 && len(e.Sitelinks) >= minSitelinks {
		k.Aliases, k.From, k.Until = e.aliases(), e.firstDate(inception), e.firstDate(dissolved)
		keep(bodiesFile, k)
	}
}
