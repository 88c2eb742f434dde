package serve

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/demarche/demarche/record"
)

// NetworkView is who deals with whom.
type NetworkView struct {
	Nodes []Node        `json:"nodes"`
	Edges []record.Edge `json:"edges"`
}

// Node is a party of a network.
type Node struct {
	ID    string `json:"id" doc:"a term of filters"`
	Label string `json:"label"`
	N     int    `json:"n" doc:"events on the edges given"`
}

type networkInput struct {
	Filters
	Shape
	Limit int `query:"limit" minimum:"1" maximum:"2000" default:"200" doc:"edges, the strongest first"`
}

func (s *server) network(ctx context.Context, in *networkInput) (*answer, error) {
	form, q, err := asked(&in.Shape, &in.Filters, asCSV)
	if err != nil {
		return nil, err
	}
	edges, err := s.store.Network(ctx, q, in.Limit)
	if err != nil {
		return nil, s.storeProblem("such pairs", err)
	}
	if form == asCSV {
		return in.inForm(form, "network", edgesCSV(edges)), nil
	}
	return inJSON(&NetworkView{s.nodes(edges), orEmpty(edges)}), nil
}

// nodes are the ends of edges, the busiest first.
func (s *server) nodes(edges []record.Edge) []Node {
	events := map[string]int{}
	for _, e := range edges {
		events[e.A] += e.N
		if e.B != e.A {
			events[e.B] += e.N
		}
	}
	nodes := make([]Node, 0, len(events))
	for id, n := range events {
		nodes = append(nodes, Node{id, s.label(id), n})
	}
	slices.SortFunc(nodes, func(a, b Node) int {
		return cmp.Or(cmp.Compare(b.N, a.N), strings.Compare(a.ID, b.ID))
	})
	return nodes
}

// label is the name of a code, with its sector: "Kazakhstan, government".
func (s *server) label(id string) string {
	code, sector, _ := strings.Cut(id, ".")
	label := cmp.Or(s.words.countries[code], code)
	if sector != "" {
		label += ", " + cmp.Or(sectorName(sector), sector)
	}
	return strings.TrimPrefix(label, ", ")
}
