package conllu

import (
	"os"
	"strings"
	"testing"

	"github.com/demarche/demarche"
)

const two = `# newdoc id = d1
# newpar
# sent_id = d1-1
1	Minister	minister	NOUN	NN	_	2	nsubj	_	_
2-3	didn’t	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	Mood=Ind	4	aux	_	_
3	n’t	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
4.1	went	go	VERB	VBD	_	_	_	4:conj	_
5	.	.	PUNCT	.	_	4	punct	_	_

# newpar
# sent_id = d1-2
1	No	no	INTJ	UH	_	0	root	_	Entity=(1)|SpaceAfter=No
2	!	!	PUNCT	.	_	1	punct	_	_

# newdoc id = d2
1	Über	über	ADP	IN	_	0	root	_	_
`

func TestReadMakesDocuments(t *testing.T) {
	docs, err := Read("two", strings.NewReader(two))
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 2 || docs[0].ID != "d1" || docs[1].ID != "d2" {
		t.Fatalf("got %d documents", len(docs))
	}
	d := docs[0]
	if want := "Minister didn’t go.\n\nNo!"; d.Text != want {
		t.Errorf("text %q, want %q", d.Text, want)
	}
	if not := d.Tokens[2]; not.Form != "n’t" || not.Norm != "n't" || !not.Glued || d.Tokens[1].Glued {
		t.Errorf("negation read as %+v", not)
	}
	if d.Tokens[3].Head != -1 || d.Tokens[6].Head != 5 || d.Tokens[6].Rel != demarche.Punct {
		t.Errorf("heads %d and %d, want -1 and 5", d.Tokens[3].Head, d.Tokens[6].Head)
	}
	if s := d.Sentences[1]; s.Paragraph != 1 || d.TextOf(s.Range) != "No!" {
		t.Errorf("second sentence is %q in paragraph %d", d.TextOf(s.Range), s.Paragraph)
	}
	for _, tok := range d.Tokens {
		if d.Text[tok.Start:tok.End] != tok.Form {
			t.Errorf("form %q spans %q", tok.Form, d.Text[tok.Start:tok.End])
		}
	}
}

func TestParseTakesBlanksForTabs(t *testing.T) {
	doc, err := Parse(`
1 They they PRON PRP _ 2 nsubj
2 met meet VERB VBD _ 0 root _ SpaceAfter=No
3 . . PUNCT . _ 2 punct _ _
`)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Text != "They met." || doc.Tokens[0].Head != 1 {
		t.Errorf("read %q, head %d", doc.Text, doc.Tokens[0].Head)
	}
}

func TestErrorsNameTheLine(t *testing.T) {
	const ok = "1\tA\ta\tDET\tDT\t_\t0\troot\t_\t_\n"
	for name, c := range map[string]struct{ text, want string }{
		"columns":   {"1\tA\ta\n", "f:1: 3 columns"},
		"gap":       {ok + "3\tb\tb\tX\tX\t_\t1\tdep\t_\t_\n", `f:2: word id "3" where 2 is next`},
		"head word": {"\n" + ok + "2\tb\tb\tX\tX\t_\tx\tdep\t_\t_\n", `f:3: head "x" is no number`},
		"head far":  {ok + "2\tb\tb\tX\tX\t_\t7\tdep\t_\t_\n", "f:2: head 7 of word 2"},
		"head self": {ok + "2\tb\tb\tX\tX\t_\t2\tdep\t_\t_\n", "f:2: head 2 of word 2"},
		"cycle": {ok + "2\tb\tb\tX\tX\t_\t3\tdep\t_\t_\n" + "3\tb\tb\tX\tX\t_\t2\tdep\t_\t_\n",
			"governs itself"},
		"range":     {"2-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n", `f:1: multiword token "2-3"`},
		"range end": {"1-2\tA\t_\t_\t_\t_\t_\t_\t_\t_\n" + ok, "multiword token ends at word 2"},
	} {
		_, err := Read("f", strings.NewReader(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", name, err, c.want)
		}
	}
}

func TestWrite(t *testing.T) {
	docs, err := Read("two", strings.NewReader(two))
	if err != nil {
		t.Fatal(err)
	}
	const want = `# newdoc id = d1
# newpar
# sent_id = d1-1
# text = Minister didn’t go.
1	Minister	minister	NOUN	NN	_	2	nsubj	_	TokenRange=0:8
2-3	didn’t	_	_	_	_	_	_	_	TokenRange=9:15
2	did	do	AUX	VBD	Mood=Ind	4	aux	_	TokenRange=9:12
3	n’t	not	PART	RB	_	4	advmod	_	TokenRange=12:15
4	go	go	VERB	VB	_	0	root	_	SpaceAfter=No|TokenRange=16:18
5	.	.	PUNCT	.	_	4	punct	_	TokenRange=18:19

# newpar
# sent_id = d1-2
# text = No!
1	No	no	INTJ	UH	_	0	root	_	SpaceAfter=No|TokenRange=21:23
2	!	!	PUNCT	.	_	1	punct	_	TokenRange=23:24

`
	if got := write(t, docs[0]); got != want {
		t.Errorf("wrote\n%swant\n%s", got, want)
	}
}

// TestTreebankSurvives reads the tuning treebanks, writes them and reads what
// was written.
func TestTreebankSurvives(t *testing.T) {
	for _, name := range []string{"en_ewt-dev", "en_gum-dev"} {
		path := "../../shared/data/ud/" + name + ".conllu.gz"
		if _, err := os.Stat(path); err != nil {
			t.Skip("the treebanks are not here:", err)
		}
		docs, err := ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Read(name, strings.NewReader(write(t, docs...)))
		if err != nil {
			t.Fatal(err)
		}
		if len(again) != len(docs) {
			t.Fatalf("%s: %d documents became %d", name, len(docs), len(again))
		}
		for i, d := range docs {
			sameDoc(t, d, again[i])
		}
	}
}

func sameDoc(t *testing.T, a, b *demarche.Doc) {
	t.Helper()
	if a.Text != b.Text || len(a.Tokens) != len(b.Tokens) || len(a.Sentences) != len(b.Sentences) {
		t.Fatalf("%s changed", a.ID)
	}
	for i := range a.Tokens {
		if a.Tokens[i] != b.Tokens[i] {
			t.Fatalf("%s: word %d was %+v, is %+v", a.ID, i, a.Tokens[i], b.Tokens[i])
		}
	}
}

func write(t *testing.T, docs ...*demarche.Doc) string {
	t.Helper()
	var b strings.Builder
	w := NewWriter(&b)
	for _, d := range docs {
		if err := w.Write(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func FuzzRead(f *testing.F) {
	f.Add(two)
	f.Add("1-2\tA\n")
	f.Fuzz(func(t *testing.T, text string) {
		docs, err := Read("f", strings.NewReader(text))
		if err != nil {
			return
		}
		for _, d := range docs {
			for i, tok := range d.Tokens {
				if tok.Start > tok.End || tok.End > len(d.Text) || tok.Head >= len(d.Tokens) || tok.Head == i {
					t.Fatalf("word %d is %+v in %q", i, tok, d.Text)
				}
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat(two+"\n", 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read("two", strings.NewReader(text)); err != nil {
			b.Fatal(err)
		}
	}
}
