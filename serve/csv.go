package serve

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"strconv"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record"
)

// table writes rows of CSV (RFC 4180) with a header.
func table(header []string, rows int, row func(i int) []string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	// A buffer takes everything, so nothing can fail.
	_ = w.Write(header)
	for i := range rows {
		cells := row(i)
		for c := range cells {
			cells[c] = inert(cells[c])
		}
		_ = w.Write(cells)
	}
	w.Flush()
	return b.Bytes()
}

// inert is a cell that spreadsheets do not take for a formula: text of an
// article may begin with "=". Numbers stay as they are.
func inert(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	return "'" + s
}

func eventsCSV(events []record.Event) []byte {
	header := []string{
		"id", "date", "enddate", "actor", "actor_name", "recipient", "recipient_name", "type", "mode", "context", "auxiliary",
		"cameo", "quad_code", "event_scale", "goldstein", "place", "country", "lat", "lon",
		"dead_min", "dead_max", "injured_min", "injured_max", "arrested_min", "arrested_max", "participants_min", "participants_max",
		"said_by", "mentions", "sources", "first_seen", "last_seen", "confidence", "rule", "doc", "title", "url", "text",
	}
	return table(header, len(events), func(i int) []string {
		e := &events[i]
		row := []string{
			e.ID, deref(e.Date), deref(e.EndDate),
			codes(e.Actor), names(e.Actor), codes(e.Recipient), names(e.Recipient),
			strings.Join(e.Event.Event, ";"), strings.Join(e.Mode, ";"), strings.Join(e.Context, ";"), strings.Join(e.Auxiliary, ";"),
			e.CAMEO, strconv.Itoa(e.QuadCode), number(e.EventScale), number(e.Goldstein),
		}
		row = append(row, place(e.Location)...)
		for _, r := range [...]*record.Range{e.Size.Dead, e.Size.Injured, e.Size.Arrested, e.Size.Participants} {
			row = append(row, ends(r)...)
		}
		said := ""
		if e.SaidBy != nil {
			said = code(e.SaidBy)
		}
		return append(row, said, strconv.Itoa(e.Mentions), strconv.Itoa(e.Sources), e.FirstSeen, e.LastSeen,
			number(e.Confidence), e.Rule, e.Doc, e.CiteInfo.Title, e.CiteInfo.URL, e.Text)
	})
}

func documentsCSV(docs []record.Document) []byte {
	header := []string{"id", "date", "title", "publication", "url", "language", "story", "original", "words", "events", "coder", "ingested"}
	return table(header, len(docs), func(i int) []string {
		d := &docs[i]
		return []string{
			d.ID, d.Date, d.Title, d.Publication, d.URL, d.Language, d.Story, strconv.FormatBool(d.Original),
			strconv.Itoa(d.Words), strconv.Itoa(d.Events), d.Coder, d.Ingested,
		}
	})
}

func periodsCSV(a, b string, periods []record.Period) []byte {
	header := []string{
		"a", "b", "start", "events", "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict", "score",
		"a_to_b", "a_to_b_score", "b_to_a", "b_to_a_score",
	}
	return table(header, len(periods), func(i int) []string {
		p := &periods[i]
		row := append([]string{a, b, p.Start, strconv.Itoa(p.N)}, quads(p.Quad)...)
		return append(row, number(p.Score), strconv.Itoa(p.Forward.N), number(p.Forward.Score),
			strconv.Itoa(p.Backward.N), number(p.Backward.Score))
	})
}

func edgesCSV(edges []record.Edge) []byte {
	header := []string{"a", "b", "events", "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict", "score", "a_to_b", "b_to_a"}
	return table(header, len(edges), func(i int) []string {
		e := &edges[i]
		row := append([]string{e.A, e.B, strconv.Itoa(e.N)}, quads(e.Quad)...)
		return append(row, number(e.Score), strconv.Itoa(total(e.Forward)), strconv.Itoa(total(e.Backward)))
	})
}

func total(quad [5]int) (n int) {
	for _, q := range quad {
		n += q
	}
	return n
}

func spotsCSV(spots []record.Spot) []byte {
	header := []string{"place", "country", "lat", "lon", "events", "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"}
	return table(header, len(spots), func(i int) []string {
		s := &spots[i]
		return append([]string{s.Place, s.CountryCode, number(s.Lat), number(s.Lon), strconv.Itoa(s.N)}, quads(s.Quad)...)
	})
}

func quads(q [5]int) []string {
	return []string{strconv.Itoa(q[1]), strconv.Itoa(q[2]), strconv.Itoa(q[3]), strconv.Itoa(q[4])}
}

// code is "KAZ GOV"; "?" stands for an unknown country.
func code(e *demarche.Entity) string {
	s := cmp.Or(deref(e.Code), "?")
	if e.Sector != nil {
		s += " " + *e.Sector
	}
	return s
}

func codes(list []demarche.Entity) string {
	all := make([]string, len(list))
	for i := range list {
		all[i] = code(&list[i])
	}
	return strings.Join(all, ";")
}

func names(list []demarche.Entity) string {
	all := make([]string, len(list))
	for i := range list {
		all[i] = cmp.Or(list[i].IdentifierText, list[i].EntityText)
	}
	return strings.Join(all, ";")
}

func place(l *demarche.Location) []string {
	if l == nil {
		return make([]string, 4)
	}
	row := []string{cmp.Or(l.ResolvedPlace, l.ExtractedPlace), l.CountryCode, "", ""}
	if l.Lat != nil && l.Lon != nil {
		row[2], row[3] = number(*l.Lat), number(*l.Lon)
	}
	return row
}

func ends(r *record.Range) []string {
	if r == nil {
		return make([]string, 2)
	}
	return []string{strconv.Itoa(r.Min), strconv.Itoa(r.Max)}
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
