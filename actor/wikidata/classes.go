package wikidata

import (
	"slices"
	"strconv"
	"strings"
)

// root is a class whose members, and those of its subclasses, are bodies of a kind.
type root struct {
	class   string
	file    string
	kind    string
	code    string // where it belongs to no country
	sectors string
}

// roots are the classes that are taken, the more special ones first.
var roots = []root{
	{"Q7278", "parties.tsv", "party", "", "PTY"},            // political party
	{"Q17127659", "groups.tsv", "group", "", "UAF"},         // terrorist organisation
	{"Q17149090", "groups.tsv", "group", "", "UAF"},         // armed organisation
	{"Q772547", "orgs.tsv", "military", "", "MIL"},          // armed forces
	{"Q47913", "orgs.tsv", "security", "", "SPY"},           // intelligence agency
	{"Q732717", "orgs.tsv", "security", "", "COP"},          // law enforcement agency
	{"Q11204", "orgs.tsv", "parliament", "", "LEG"},         // legislature
	{"Q41487", "orgs.tsv", "court", "", "JUD"},              // court
	{"Q66344", "orgs.tsv", "bank", "", "GOV"},               // central bank
	{"Q192350", "orgs.tsv", "ministry", "", "GOV"},          // ministry
	{"Q327333", "orgs.tsv", "agency", "", "GOV"},            // government agency
	{"Q245065", "orgs.tsv", "intergovernmental", "IGO", ""}, // intergovernmental organisation
	{"Q79913", "orgs.tsv", "ngo", "NGO", "SOC"},             // non-governmental organisation
	{"Q178790", "orgs.tsv", "union", "", "LAB"},             // trade union
	{"Q484652", "orgs.tsv", "international", "IGO", ""},     // international organisation
}

// edge says that one class is a subclass of another; both are the numbers of
// their ids.
type edge struct{ parent, child uint32 }

// classTree tells which root a class lies under. It holds eight bytes an edge.
type classTree struct{ edges []edge }

func (t *classTree) add(child string, parents []string) {
	c := number(child)
	for _, p := range parents {
		if n := number(p); n != 0 && c != 0 {
			t.edges = append(t.edges, edge{n, c})
		}
	}
}

// under maps each class to the place in roots of the first root above it.
func (t *classTree) under() map[uint32]int {
	slices.SortFunc(t.edges, func(a, b edge) int { return int(int64(a.parent) - int64(b.parent)) })
	of := map[uint32]int{}
	for i, r := range roots {
		queue := []uint32{number(r.class)}
		for len(queue) > 0 {
			class := queue[len(queue)-1]
			queue = queue[:len(queue)-1]
			if _, seen := of[class]; seen {
				continue
			}
			of[class] = i
			at, _ := slices.BinarySearchFunc(t.edges, class, func(e edge, c uint32) int { return int(int64(e.parent) - int64(c)) })
			for ; at < len(t.edges) && t.edges[at].parent == class; at++ {
				queue = append(queue, t.edges[at].child)
			}
		}
	}
	return of
}

// number is the number of an id, "Q42" → 42; 0 for what is none.
func number(id string) uint32 {
	n, err := strconv.ParseUint(strings.TrimPrefix(id, "Q"), 10, 32)
	if err != nil {
		return 0
	}
	return uint32(n)
}
