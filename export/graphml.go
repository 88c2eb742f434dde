package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"

	"github.com/demarche/demarche"
)

// graphML writes a network for Gephi, igraph and NetworkX: parties are nodes,
// and each event is an edge from actor to recipient, for compound sides one for
// each pair. Nodes are written when they first come up; their ids are all that
// is kept in memory.
type graphML struct {
	out       *bufio.Writer
	countries countries
	nodes     map[string]bool
}

// graphKeys are the attributes: what of, name, type.
var graphKeys = [...][3]string{
	{"node", "label", "string"}, {"node", "code", "string"}, {"node", "cow", "int"}, {"node", "sector", "string"}, {"node", "wikidata", "string"},
	{"edge", "event", "string"}, {"edge", "date", "string"}, {"edge", "type", "string"}, {"edge", "mode", "string"}, {"edge", "status", "string"},
	{"edge", "cameo", "string"}, {"edge", "quad", "int"}, {"edge", "scale", "double"}, {"edge", "goldstein", "double"},
	{"edge", "mentions", "int"}, {"edge", "sources", "int"}, {"edge", "confidence", "double"}, {"edge", "place", "string"},
}

func openGraphML(w io.Writer, _ Options) (writer, error) {
	g := &graphML{out: bufio.NewWriterSize(w, 1<<16), countries: newCountries(), nodes: map[string]bool{}}
	g.out.WriteString(xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">` + "\n")
	for _, k := range graphKeys {
		fmt.Fprintf(g.out, `<key id="%[1]s_%[2]s" for="%[1]s" attr.name="%[2]s" attr.type="%[3]s"/>`+"\n", k[0], k[1], k[2])
	}
	_, err := g.out.WriteString(`<graph id="events" edgedefault="directed">` + "\n")
	return g, err
}

func (g *graphML) write(x *item) (rows int, why omission, err error) {
	for _, d := range x.dyads() {
		if d.actor == nil || d.recipient == nil {
			continue // an edge has two ends
		}
		from, to := g.node(d.actor), g.node(d.recipient)
		fmt.Fprintf(g.out, `<edge id="%s" source="%s" target="%s">`, escaped(fmt.Sprintf("%s-%d", x.ID, d.pair)), escaped(from), escaped(to))
		for _, a := range [...][2]string{
			{"event", x.eventID()}, {"date", deref(x.Date)}, {"type", x.category()}, {"mode", firstOf(x.Mode)}, {"status", x.status()},
			{"cameo", x.CAMEO}, {"quad", whole(x.QuadCode)}, {"scale", number(x.EventScale)}, {"goldstein", number(x.Goldstein)},
			{"mentions", whole(x.Mentions)}, {"sources", whole(x.Sources)}, {"confidence", number(x.Confidence)}, {"place", placeName(x.Location)},
		} {
			g.data("edge", a[0], a[1])
		}
		if _, err := g.out.WriteString("</edge>\n"); err != nil {
			return rows, "", err
		}
		rows++
	}
	return rows, oneSided, nil
}

// node is the id of a party's node, which is written when it is new.
func (g *graphML) node(e *demarche.Entity) string {
	code, sector := deref(e.Code), deref(e.Sector)
	id, label := e.IdentifierID, entityName(e)
	if id == "" && code != "" { // descriptions such as "12 soldiers" are one party: the state's army
		id, label = code, g.countries[code].name
		if label == "" {
			label = code
		}
		if sector != "" {
			id, label = code+"."+sector, label+" "+sector
		}
	}
	if id == "" {
		id = label
	}
	if g.nodes[id] {
		return id
	}
	g.nodes[id] = true
	fmt.Fprintf(g.out, `<node id="%s">`, escaped(id))
	g.data("node", "label", label)
	g.data("node", "code", code)
	g.data("node", "cow", g.countries[code].cowNumber)
	g.data("node", "sector", sector)
	g.data("node", "wikidata", e.IdentifierID)
	g.out.WriteString("</node>\n")
	return id
}

func (g *graphML) data(of, name, value string) {
	if value != "" {
		fmt.Fprintf(g.out, `<data key="%s_%s">%s</data>`, of, name, escaped(value))
	}
}

func (g *graphML) close() error {
	g.out.WriteString("</graph>\n</graphml>\n")
	return g.out.Flush()
}

func escaped(s string) string {
	var b escaper
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return ""
	}
	return string(b)
}

type escaper []byte

func (e *escaper) Write(p []byte) (int, error) { *e = append(*e, p...); return len(p), nil }

func firstOf(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}
