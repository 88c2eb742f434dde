package codebook

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/demarche/demarche"
)

// sketch builds a Doc by hand. words is the sentence, each word as
// form[~lemma][=CODE[/SECTOR]]; a word with = heads a mention (=? has no known
// actor). deps are "dependent relation governor", frames as frame() reads them.
// Words are named by their forms; a name used twice means the first.
type sketch struct {
	words  string
	deps   []string
	frames []string
}

func (s sketch) doc(t testing.TB) *demarche.Doc {
	t.Helper()
	d := &demarche.Doc{}
	for _, w := range strings.Fields(s.words) {
		w, code, named := strings.Cut(w, "=")
		form, lemma, ok := strings.Cut(w, "~")
		if !ok {
			lemma = form
		}
		i := len(d.Tokens)
		d.Tokens = append(d.Tokens, demarche.Token{Form: form, Norm: form, Lemma: lemma, UPOS: demarche.NOUN, Head: -1})
		if named {
			d.Mentions = append(d.Mentions, mention(i, code))
		}
	}
	d.Sentences = []demarche.Sentence{{Range: demarche.Range{First: 0, End: len(d.Tokens)}}}
	for _, dep := range s.deps {
		p := strings.Fields(dep)
		i := find(t, d, p[0])
		d.Tokens[i].Rel, d.Tokens[i].Head = demarche.Rel(p[1]), find(t, d, p[2])
	}
	for _, f := range s.frames {
		d.Frames = append(d.Frames, frame(t, d, f))
	}
	for i := range d.Frames {
		for _, a := range d.Frames[i].Args {
			if a.Frame >= 0 && d.Frames[a.Frame].Parent < 0 {
				d.Frames[a.Frame].Parent = i
			}
		}
	}
	return d
}

func mention(i int, code string) demarche.Mention {
	m := demarche.Mention{Range: demarche.Range{First: i, End: i + 1}, Head: i, Type: demarche.GPE, Cluster: -1}
	if code == "?" {
		m.Type = demarche.Role
		return m
	}
	code, sector, ok := strings.Cut(code, "/")
	a := demarche.Actor{Code: code}
	if ok {
		a.Sectors = []string{sector}
	}
	m.Actors = []demarche.Actor{a}
	return m
}

func find(t testing.TB, d *demarche.Doc, form string) int {
	t.Helper()
	for i := range d.Tokens {
		if d.Tokens[i].Form == form {
			return i
		}
	}
	t.Fatalf("no word %q in the sketch", form)
	return -1
}

// frame reads "pred[>lemma[/noun]] role[.prep]:word[#frame] …"; a word that
// begins with + sets the status: +future +negated +hypothetical. The role
// "light" names the support verb.
func frame(t testing.TB, d *demarche.Doc, text string) demarche.Frame {
	t.Helper()
	parts := strings.Fields(text)
	pred, lemma, _ := strings.Cut(parts[0], ">")
	lemma, noun, _ := strings.Cut(lemma, "/")
	f := demarche.Frame{Pred: find(t, d, pred), Light: -1, Lemma: strings.ReplaceAll(lemma, "_", " "), Noun: noun, Parent: -1}
	f.Status.SaidBy = -1
	if lemma == "" {
		f.Lemma = d.Tokens[f.Pred].Lemma
	}
	for _, p := range parts[1:] {
		if p[0] == '+' {
			f.Status.Future = f.Status.Future || p == "+future"
			f.Status.Negated = f.Status.Negated || p == "+negated"
			f.Status.Hypothetical = f.Status.Hypothetical || p == "+hypothetical"
			continue
		}
		role, word, _ := strings.Cut(p, ":")
		if role == "light" {
			f.Light = find(t, d, word)
			continue
		}
		role, prep, _ := strings.Cut(role, ".")
		word, index, linked := strings.Cut(word, "#")
		a := demarche.Arg{Role: demarche.ArgRole(role), Prep: strings.ReplaceAll(prep, "_", " "), Head: find(t, d, word), Frame: -1, Path: role}
		a.Range = demarche.Range{First: a.Head, End: a.Head + 1}
		if linked {
			a.Frame = int(index[0] - '0')
		}
		f.Args = append(f.Args, a)
	}
	return f
}

// load compiles rules given as text, with a small lexis.
func load(t testing.TB, layers ...string) *Codebook {
	t.Helper()
	cb, err := tryLoad(layers...)
	if err != nil {
		t.Fatal(err)
	}
	return cb
}

func tryLoad(layers ...string) (*Codebook, error) {
	var all []fs.FS
	for _, text := range layers {
		all = append(all, fstest.MapFS{"test.rules": {Data: []byte(text)}})
	}
	return Load(smallLexis{}, all...)
}

// smallLexis knows a few support verbs.
type smallLexis struct{}

func (smallLexis) IsLight(verb, place, noun string) bool {
	switch verb + " " + place + " " + noun {
	case "impose obj sanction", "hold obj talk", "pay obj visit", "put under arrest", "launch obj attack", "take place subj talk", "carry out obj attack", "declare obj war", "wage obj war":
		return true
	}
	return false
}

func (smallLexis) NounVerb(noun string) string {
	switch noun {
	case "sanction", "talk", "visit", "arrest", "attack", "war":
		return noun
	case "withdrawal":
		return "withdraw"
	case "invasion":
		return "invade"
	}
	return ""
}

// outcome prints codings as "CATEGORY A > R" with the flags of the status.
func outcome(d *demarche.Doc) string {
	var parts []string
	for i := range d.Codings {
		c := &d.Codings[i]
		s := c.Category + " " + sideOf(d, c.Actors) + " > " + sideOf(d, c.Recipients)
		for _, a := range Auxiliaries(c.Status) {
			s += " [" + a + "]"
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "; ")
}

func sideOf(d *demarche.Doc, fillers []demarche.Filler) string {
	codes := codesOf(d, fillers)
	if len(codes) == 0 {
		return "-"
	}
	return joinCodes(codes)
}
