package eval

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/conllu"
)

const goldTrees = `# newdoc id = d
1	Roe	Roe	PROPN	NNP	_	4	nsubj:pass	_	_
2-3	wasn't	_	_	_	_	_	_	_	_
2	was	be	AUX	VBD	_	4	aux:pass	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	freed	free	VERB	VBN	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

1	He	he	PRON	PRP	_	2	nsubj	_	_
2	wept	weep	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_
`

// systemTrees has the first sentence's clitic unsplit, one head, one
// relation's subtype, one tag and one lemma wrong, and both sentences in one.
const systemTrees = `# newdoc id = d
1	Roe	roe	PROPN	NNP	_	2	nsubj	_	_
2	wasn't	be	AUX	VBD	_	3	aux:pass	_	_
3	freed	free	VERB	VBD	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_
5	He	he	PRON	PRP	_	6	nsubj	_	_
6	wept	weep	VERB	VBD	_	3	conj	_	SpaceAfter=No
7	.	.	PUNCT	.	_	6	punct	_	_
`

func parsed(t *testing.T, text string) *demarche.Doc {
	t.Helper()
	d, err := conllu.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func writeGold(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "gold.conllu")
	if err := os.WriteFile(path, []byte(goldTrees), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestConlluFromRawText(t *testing.T) {
	r, err := Conllu([]string{writeGold(t)}, func(d *demarche.Doc) error {
		if len(d.Tokens) > 0 {
			t.Error("a document to split has tokens already")
		}
		system := parsed(t, systemTrees)
		d.Tokens, d.Sentences = system.Tokens, system.Sentences
		return nil
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]Score{
		"Tokens":              {Correct: 7, Predicted: 7, Gold: 7},
		"Sentences":           {Correct: 0, Predicted: 1, Gold: 2},
		"Words":               {Correct: 6, Predicted: 7, Gold: 8},
		"UPOS":                {Correct: 6, Predicted: 7, Gold: 8},
		"XPOS":                {Correct: 5, Predicted: 7, Gold: 8},
		"Lemmas":              {Correct: 5, Predicted: 7, Gold: 8},
		"UAS":                 {Correct: 4, Predicted: 7, Gold: 8},
		"LAS":                 {Correct: 4, Predicted: 7, Gold: 8},
		"LAS, subtypes too":   {Correct: 4, Predicted: 7, Gold: 8},
		"LAS, no punctuation": {Correct: 2, Predicted: 5, Gold: 6},
	}
	checkScores(t, r, "from raw text", want)
	checkScores(t, r, "relations from raw text", map[string]Score{
		"nsubj":      {Correct: 1, Predicted: 2, Gold: 1},
		"nsubj:pass": {Correct: 0, Predicted: 0, Gold: 1},
		"conj":       {Correct: 0, Predicted: 1, Gold: 0},
		"root":       {Correct: 1, Predicted: 1, Gold: 2},
	})
}

func TestConlluWithGoldTokens(t *testing.T) {
	r, err := Conllu([]string{writeGold(t)}, nil, func(d *demarche.Doc) error {
		gold := parsed(t, goldTrees)
		for i := range d.Tokens {
			if d.Tokens[i].XPOS != "" || d.Tokens[i].Rel != "" || d.Tokens[i].Lemma != "" {
				t.Errorf("word %d to tag has its tags already", i)
			}
		}
		copy(d.Tokens, gold.Tokens)
		d.Tokens[0].Head, d.Tokens[0].Rel = 3, demarche.Nsubj // head right, subtype missing
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	checkScores(t, r, "with gold tokens", map[string]Score{
		"Words":             {Correct: 8, Predicted: 8, Gold: 8},
		"UAS":               {Correct: 8, Predicted: 8, Gold: 8},
		"LAS":               {Correct: 8, Predicted: 8, Gold: 8},
		"LAS, subtypes too": {Correct: 7, Predicted: 8, Gold: 8},
	})
}

func checkScores(t *testing.T, r *Report, title string, want map[string]Score) {
	t.Helper()
	i := slices.IndexFunc(r.Sections, func(s Section) bool { return s.Title == title })
	if i < 0 {
		t.Fatalf("no section %q", title)
	}
	found := 0
	for _, got := range r.Sections[i].Scores {
		w, ok := want[got.Name]
		if !ok {
			continue
		}
		found++
		w.Name = got.Name
		if got != w {
			t.Errorf("%s: %+v, want %+v", title, got, w)
		}
	}
	if found != len(want) {
		t.Errorf("%s: %d of %d measures printed", title, found, len(want))
	}
}

func TestConlluWantsTheSameText(t *testing.T) {
	scores := newTreeScores()
	if err := scores.Add(parsed(t, goldTrees), &demarche.Doc{Text: "Another."}); err == nil {
		t.Error("no error for another text")
	}
}
