package export

import (
	"bytes"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
)

func TestCSVReadsBack(t *testing.T) {
	for level, columns := range map[Level]int{Events: len(fieldsOf(rowType(Events))), Mentions: len(fieldsOf(rowType(Mentions)))} {
		text, counts := written(t, "csv", level)
		rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) != counts.Rows+1 || len(rows[0]) != columns {
			t.Fatalf("%d rows of %d columns, want %d of %d", len(rows), len(rows[0]), counts.Rows+1, columns)
		}
		cell := func(row int, name string) string { return rows[row][slices.Index(rows[0], name)] }
		for name, want := range map[string]string{
			"text": "Fighters attacked\ta base,\nkilling 12 \"or more\".", "recipient_name": "Somali soldiers; two \"Kenyan\" drivers",
			"recipient_cow": "520; 501", "recipient_id": "", "first_day": "2023-05-09", "lat": "4.73583", "status": "done",
		} {
			if got := cell(1, name); got != want {
				t.Errorf("%s: %s is %q, want %q", level, name, got, want)
			}
		}
	}
	text, _ := written(t, "csv", Events)
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := func(name string) int { return slices.Index(rows[0], name) }
	if rows[1][at("dead_min")] != "12" || rows[1][at("dead_max")] != "15" || rows[3][at("status")] != "negated" || rows[5][at("last_day")] != "2016-12-31" {
		t.Errorf("range, status or coarse date are lost: %q", rows)
	}
}

// parquetRow is what another program might want of the file, with its own types.
type parquetRow struct {
	ID            string    `parquet:"id"`
	FirstDay      time.Time `parquet:"first_day,optional,date"`
	Type          string    `parquet:"type"`
	RecipientCode []string  `parquet:"recipient_code,list"`
	DeadMax       *int32    `parquet:"dead_max,optional"`
	Lat           *float64  `parquet:"lat,optional"`
	Text          string    `parquet:"text"`
	Mentions      int64     `parquet:"mentions"`
}

func TestParquetReadsBack(t *testing.T) {
	text, counts := written(t, "parquet", Events)
	rows, err := parquet.Read[parquetRow](bytes.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != counts.Rows {
		t.Fatalf("%d rows, want %d", len(rows), counts.Rows)
	}
	r := rows[0]
	if r.ID != "aaaaaaaaaaaaaaaa" || r.FirstDay.Format(time.DateOnly) != "2023-05-09" || !slices.Equal(r.RecipientCode, []string{"SOM", "KEN"}) ||
		r.DeadMax == nil || *r.DeadMax != 15 || r.Lat == nil || *r.Lat != 4.73583 || r.Mentions != 2 || r.Text != "Fighters attacked\ta base,\nkilling 12 \"or more\"." {
		t.Errorf("the attack is read as %+v", r)
	}
	if rows[1].DeadMax != nil || rows[1].Lat != nil || len(rows[1].RecipientCode) != 0 {
		t.Errorf("what is unknown of the meeting is read as %+v", rows[1])
	}
	file, err := parquet.OpenFile(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range fieldsOf(rowType(Events)) {
		if got := file.Schema().Fields()[i].Name(); got != f.name {
			t.Errorf("column %d is %s, want %s as in CSV", i, got, f.name)
		}
	}
	if date := file.Schema().Fields()[3]; date.Type().String() != "DATE" {
		t.Errorf("%s is not of the type date", date.Name())
	}
}

func TestSQLiteReadsBack(t *testing.T) {
	text, counts := written(t, "sqlite", Mentions)
	path := filepath.Join(t.TempDir(), "mentions.sqlite")
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var rows, dead, parties int
	if err := db.QueryRow("SELECT count(*), max(dead_max) FROM mentions").Scan(&rows, &dead); err != nil {
		t.Fatal(err)
	}
	query := "SELECT count(*) FROM parties p JOIN mentions m ON m.id = p.mention WHERE p.side = 'recipient' AND p.cow = 501 AND m.type = 'ASSAULT'"
	if err := db.QueryRow(query).Scan(&parties); err != nil {
		t.Fatal(err)
	}
	if rows != counts.Rows || dead != 12 || parties != 2 {
		t.Errorf("%d mentions, %d dead, %d with Kenyans attacked; want %d, 12, 2", rows, dead, parties, counts.Rows)
	}
	if again, _ := written(t, "sqlite", Mentions); !bytes.Equal(again, text) {
		t.Error("a second export differs")
	}
}

func TestGeoJSONReadsBack(t *testing.T) {
	text, counts := written(t, "geojson", Events)
	var read struct {
		Type     string
		Features []struct {
			Type, ID   string
			Geometry   *struct{ Coordinates []float64 }
			Properties map[string]any
		}
	}
	if err := json.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	if read.Type != "FeatureCollection" || len(read.Features) != counts.Rows {
		t.Fatalf("%s of %d features, want %d", read.Type, len(read.Features), counts.Rows)
	}
	attack := read.Features[0]
	if attack.Geometry == nil || !slices.Equal(attack.Geometry.Coordinates, []float64{45.20361, 4.73583}) || attack.Properties["dead_max"] != 15.0 {
		t.Errorf("the attack is read as %+v", attack)
	}
	if read.Features[1].Geometry != nil {
		t.Error("a meeting at an unknown place has a point")
	}
}

func TestGraphMLReadsBack(t *testing.T) {
	text, counts := written(t, "graphml", Events)
	var read struct {
		Keys []struct {
			ID string `xml:"id,attr"`
		} `xml:"key"`
		Graph struct {
			Nodes []struct {
				ID string `xml:"id,attr"`
			} `xml:"node"`
			Edges []struct {
				ID     string `xml:"id,attr"`
				Source string `xml:"source,attr"`
				Target string `xml:"target,attr"`
				Data   []struct {
					Key string `xml:"key,attr"`
				} `xml:"data"`
			} `xml:"edge"`
		} `xml:"graph"`
	}
	if err := xml.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	keys, nodes := map[string]bool{}, map[string]bool{}
	for _, k := range read.Keys {
		keys[k.ID] = true
	}
	for _, n := range read.Graph.Nodes {
		if nodes[n.ID] {
			t.Errorf("node %s stands twice", n.ID)
		}
		nodes[n.ID] = true
	}
	if len(read.Graph.Edges) != counts.Rows || counts.Rows != 8 {
		t.Errorf("%d edges, %d rows, want 8", len(read.Graph.Edges), counts.Rows)
	}
	for _, e := range read.Graph.Edges {
		if !nodes[e.Source] || !nodes[e.Target] {
			t.Errorf("edge %s joins %s and %s, of which one is no node", e.ID, e.Source, e.Target)
		}
		for _, d := range e.Data {
			if !keys[d.Key] {
				t.Errorf("edge %s has the undeclared attribute %s", e.ID, d.Key)
			}
		}
	}
}

func TestJSONLinesReadBack(t *testing.T) {
	text, counts := written(t, "jsonl", Events)
	lines := bytes.Split(bytes.TrimSpace(text), []byte("\n"))
	if len(lines) != counts.Rows {
		t.Fatalf("%d lines, %d rows", len(lines), counts.Rows)
	}
	var attack struct {
		Event    []string
		Size     struct{ Dead struct{ Min, Max int } }
		Mentions int
		Sources  int
		First    string `json:"first_seen"`
	}
	if err := json.Unmarshal(lines[0], &attack); err != nil {
		t.Fatal(err)
	}
	if attack.Size.Dead.Min != 12 || attack.Size.Dead.Max != 15 || attack.Mentions != 2 || attack.Sources != 2 || attack.First != "2023-05-10" || attack.Event[0] != "ASSAULT" {
		t.Errorf("the attack is read as %+v", attack)
	}
}
