package eval_test

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/eval"
)

// fake codes by a table from text to events.
func fake(events map[string][]demarche.Event) eval.Coder {
	return func(doc *demarche.Doc) error {
		doc.Events = events[doc.Text]
		return nil
	}
}

// side is entities from "CODE@start-end" items, so that a test reads as a line.
func side(t *testing.T, text string, items ...string) []demarche.Entity {
	t.Helper()
	var out []demarche.Entity
	for _, item := range items {
		code, words, _ := strings.Cut(item, "@")
		start := strings.Index(text, words)
		if start < 0 {
			t.Fatalf("%q is not in %q", words, text)
		}
		out = append(out, demarche.Entity{Code: &code, EntityText: words, Start: start, End: start + len(words)})
	}
	return out
}

func gold(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func score(t *testing.T, r *eval.Report, section, name string) eval.Score {
	t.Helper()
	for _, s := range r.Sections {
		for _, x := range s.Scores {
			if s.Title == section && x.Name == name {
				return x
			}
		}
	}
	t.Fatalf("no score %q in section %q", name, section)
	return eval.Score{}
}

func wantScore(t *testing.T, r *eval.Report, section, name string, correct, predicted, gold int) {
	t.Helper()
	s := score(t, r, section, name)
	if s.Correct != correct || s.Predicted != predicted || s.Gold != gold {
		t.Errorf("%s, %s: %d correct, %d found, %d gold; want %d, %d, %d",
			section, name, s.Correct, s.Predicted, s.Gold, correct, predicted, gold)
	}
}

func wantFigure(t *testing.T, r *eval.Report, section, name string, want float64) {
	t.Helper()
	got, err := r.Figure(section, name)
	if err != nil {
		t.Error(err)
	} else if math.Abs(got-want) > 1e-9 {
		t.Errorf("%s, %s: %v, want %v", section, name, got, want)
	}
}

func TestPlover(t *testing.T) {
	path := gold(t, "gold.json", `[
		{"id":"1","event":"DEMAND","text":"Japan told Italy to leave.","source":[{"code":"JAP"}],"target":[{"code":"ITL"}]},
		{"id":"2","event":"CONSULT","text":"Peru and Chile met.","source":[{"code":"PER"},{"code":"CHL"}],"target":""},
		{"id":"3","event":["AID"],"text":"The UN sent food.","actor":[{"code":"IGO","sector":"GOV"}],"recipient":null},
		{"id":"4","event":"ASSAULT","text":"Rebels shelled Goma.","source":null,"target":{"code":"COD"}}
	]`)
	code := fake(map[string][]demarche.Event{
		"Japan told Italy to leave.": {
			{Event: []string{"REQUEST"}, Actor: side(t, "Italy", "ITA@Italy")},
			{Event: []string{"REQUEST"}, Actor: side(t, "Japan", "JPN@Japan"), Recipient: side(t, "Italy", "ITA@Italy")},
		},
		"Peru and Chile met.":  {{Event: []string{"CONSULT"}, Actor: side(t, "Peru", "PER@Peru"), Recipient: side(t, "Chile", "CHL@Chile")}},
		"The UN sent food.":    {{Event: []string{"AID"}, Actor: side(t, "UN", "UNO@UN")}},
		"Rebels shelled Goma.": {{Event: []string{"PROTEST"}}},
	})
	r, err := eval.Plover([]string{path}, code)
	if err != nil {
		t.Fatal(err)
	}
	wantScore(t, r, "events", "type", 3, 5, 4)
	wantScore(t, r, "events", "dyad", 3, 5, 4)
	wantScore(t, r, "events", "dyad exact", 2, 5, 4)
	wantScore(t, r, "categories", "REQUEST", 1, 2, 1)
	wantScore(t, r, "categories", "ASSAULT", 0, 0, 1)
	if len(r.Errors) != 1 || !strings.Contains(r.Errors[0], "Rebels") {
		t.Errorf("errors %q", r.Errors)
	}
}

func TestPloverNamesTheLineOfBadGold(t *testing.T) {
	for _, tt := range []struct{ name, content, want string }{
		{"unknown category", "[\n{\"id\":\"x\",\"event\":\"SLEEP\",\"text\":\"A.\"}]", `gold.json:2: record "x": there is no PLOVER category SLEEP`},
		{"broken JSON", "{\"event\":\"AID\",\"text\":\"A.\"}\n{oops", "gold.json:2: no PLOVER record"},
		{"nothing", "[]", "no PLOVER records in"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := eval.Plover([]string{gold(t, "gold.json", tt.content)}, fake(nil))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

func TestRelations(t *testing.T) {
	const (
		right   = "Peru freed miners from Chile."
		swapped = "Peru was attacked by Chile."
		partly  = "Peru urged the miners to help Chile."
		nothing = "Peru likes Chile."
	)
	path := gold(t, "gold.tsv", "sentence_id\tgold_root\tgold_penta\tsource\ttarget\tsentence\n"+
		"1\tYIELD\t2\tPeru\tChile\t"+right+"\n"+
		"2\tASSAULT\t4\tPeru\tChile\t"+swapped+"\n"+
		"3\tREQUEST\t3\tPeru\tChile\t"+partly+"\n"+
		"4\tSUPPORT\t1\tPeru\tChile\t"+nothing+"\n")
	event := func(category string, quad int, actor, recipient []demarche.Entity) demarche.Event {
		return demarche.Event{Event: []string{category}, QuadCode: quad, Actor: actor, Recipient: recipient}
	}
	code := fake(map[string][]demarche.Event{
		right: {
			event("AID", 2, nil, side(t, right, "CHL@Chile")),
			event("CONCEDE", 1, side(t, right, "PER@Peru"), side(t, right, "CHL@Chile")),
		},
		swapped: {event("ASSAULT", 4, side(t, swapped, "CHL@Chile"), side(t, swapped, "PER@Peru"))},
		partly:  {event("REQUEST", 3, side(t, partly, "PER@Peru"), side(t, partly, "?@miners"))},
	})
	r, err := eval.Relations([]string{path}, code)
	if err != nil {
		t.Fatal(err)
	}
	wantFigure(t, r, "strict, categories", "accuracy", 0.25)
	wantFigure(t, r, "strict, categories", "macro F1", 0.25)
	wantFigure(t, r, "lenient, categories", "accuracy", 0.75)
	wantFigure(t, r, "lenient, penta classes", "accuracy", 0.75)
	wantScore(t, r, "lenient, categories", "YIELD", 1, 1, 1)
	wantScore(t, r, "lenient, penta classes", "2", 1, 1, 1)
}

func TestRelationsNeedsItsColumns(t *testing.T) {
	_, err := eval.Relations([]string{gold(t, "gold.tsv", "id\tsentence\n")}, fake(nil))
	if err == nil || !strings.Contains(err.Error(), `gold.tsv:1: no column "sentence_id"`) {
		t.Errorf("error %v", err)
	}
}

func TestQuad(t *testing.T) {
	path := gold(t, "gold.tsv", "A.\t3\nB.\t2\nC.\t0\n\nD.\t4\nE.\t1\n")
	code := fake(map[string][]demarche.Event{
		"A.": {{Event: []string{"SANCTION"}, QuadCode: 4}, {Event: []string{"CONSULT"}, QuadCode: 1}},
		"B.": {{Event: []string{"CONCEDE"}, QuadCode: 1}},
		"D.": {{Event: []string{"ASSAULT"}, QuadCode: 4}},
		"E.": {{Event: []string{"ASSAULT"}, QuadCode: 4}},
	})
	r, err := eval.Quad([]string{path}, code)
	if err != nil {
		t.Fatal(err)
	}
	wantFigure(t, r, "classes", "accuracy", 0.8)
	wantScore(t, r, "classes", "4", 1, 2, 1)
	wantFigure(t, r, "classes", "macro F1", (1+1+1+0+2.0/3)/5)
}

func TestRoles(t *testing.T) {
	const text = `The Swiss court rejected "Croatia's" request (again) and Rome's.`
	path := gold(t, "gold.txt", strings.ReplaceAll(
		"The B-S,Swiss I-S,court I-S,rejected O,\" O,Croatia B-T,'s I-T,\" O,request O,( O,again O,) O,and O,Rome B-R,'s I-R,. O,,", ",", "\n"))
	code := fake(map[string][]demarche.Event{text: {{
		Event: []string{"REJECT"}, Actor: side(t, text, "CHE@Swiss court"), Recipient: side(t, text, "HRV@Croatia", "?@again"),
	}}})
	r, err := eval.Roles([]string{path}, code)
	if err != nil {
		t.Fatal(err)
	}
	wantScore(t, r, "overlap", "source", 1, 1, 1)
	wantScore(t, r, "overlap", "target", 1, 2, 1)
	wantScore(t, r, "overlap", "all", 2, 3, 3)
	wantScore(t, r, "exact", "source", 1, 1, 1)
	wantScore(t, r, "exact", "target", 0, 2, 1)
}

func TestArticle(t *testing.T) {
	const text = "Peru will host Chile. Chile thanked Peru. Peru met Bolivia."
	path := gold(t, "gold.json", `{"article":"a.txt","published":"2024-01-02","events":[
		{"id":"A","start":5,"end":14,"event":["CONSULT","AGREE"],"actor":["PER"],"recipient":["CHL"],"auxiliary":["future"],"date":"2024","required":true},
		{"id":"B","start":28,"end":35,"event":["SUPPORT"],"actor":["CHL"],"recipient":["PER"],"auxiliary":[],"required":true},
		{"id":"C","start":47,"end":50,"event":["CONSULT"],"actor":["BOL"],"recipient":["PER"],"undirected":true,"auxiliary":[],"required":false}]}`)
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), "a.txt"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	year := "2024"
	at := func(words string) demarche.TextInfo {
		i := strings.Index(text, words)
		return demarche.TextInfo{EventStart: i, EventEnd: i + len(words)}
	}
	code := fake(map[string][]demarche.Event{text: {
		{Event: []string{"AGREE"}, BaseEvent: "CONSULT", Auxiliary: []string{"future"}, Date: &year, TextInfo: at("host"),
			Actor: side(t, text, "PER@Peru"), Recipient: side(t, text, "CHL@Chile")},
		{Event: []string{"SUPPORT"}, TextInfo: at("thanked"), Auxiliary: []string{"negation"}, Actor: side(t, text, "PER@Peru")},
		{Event: []string{"CONSULT"}, TextInfo: at("met"), Actor: side(t, text, "PER@Peru", "BOL@Bolivia")},
		{Event: []string{"ASSAULT"}, TextInfo: at("met")},
	}})
	r, err := eval.Article([]string{path}, code)
	if err != nil {
		t.Fatal(err)
	}
	const all, required, found = "events, precision over all that are printed", "required events", "of the events found"
	wantScore(t, r, all, "category", 3, 4, 3)
	wantScore(t, r, all, "category and actors", 2, 4, 3)
	wantScore(t, r, required, "category", 2, 2, 2)
	wantScore(t, r, required, "category and actors", 1, 2, 2)
	wantScore(t, r, found, "auxiliaries", 2, 3, 3)
	wantScore(t, r, found, "date", 1, 1, 1)
}

func TestReportPrints(t *testing.T) {
	confusion := eval.NewConfusion("yes", "no")
	confusion.Add("yes", "yes")
	confusion.Add("yes", "no")
	r := &eval.Report{Kind: "demo", Items: 2, Unit: "items", Errors: []string{"item 2"}, Sections: []eval.Section{{
		Title: "all", Scores: confusion.Scores(), Confusion: confusion, Figures: []eval.Figure{{"macro F1", eval.MacroF1(confusion.Scores())}},
	}}}
	var text, json strings.Builder
	if err := r.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	if err := r.WriteJSON(&json); err != nil {
		t.Fatal(err)
	}
	const want = `demo: 2 items

all
  macro F1       0.667
                precision  recall      F1  correct    found     gold
  yes               1.000   0.500   0.667        1        1        2
  no                0.000   0.000   0.000        0        1        0
  gold \ found   yes    no
  yes              1     1
  no               .     .

errors
  item 2
`
	if text.String() != want {
		t.Errorf("printed:\n%s\nwant:\n%s", text.String(), want)
	}
	var short strings.Builder
	if err := r.Summary().WriteText(&short); err != nil {
		t.Fatal(err)
	}
	if got := short.String(); got != "demo: 2 items\n\nall\n  macro F1       0.667\n\nerrors\n  item 2\n" {
		t.Errorf("summary:\n%s", got)
	}
	for _, part := range []string{`"macro_f1": 0.6667`, `"recall": 0.5`, `"classes": [`} {
		if !strings.Contains(json.String(), part) {
			t.Errorf("JSON lacks %s:\n%s", part, json.String())
		}
	}
}
