package quote

import (
	"strings"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/internal/worddoc"
)

// found prints the quotes of a document: "kind [speaker cue] words".
func found(d *demarche.Doc) []string {
	var out []string
	for _, q := range d.Quotes {
		name := func(i int) string {
			if i < 0 {
				return "-"
			}
			return d.Tokens[i].Form
		}
		out = append(out, q.Kind+" ["+name(q.Speaker)+" "+name(q.Cue)+"] "+d.TextOf(q.Range))
	}
	return out
}

func check(t *testing.T, d *demarche.Doc, want ...string) {
	t.Helper()
	New().Find(d)
	if got := found(d); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\n got  %s\n want %s", d.Text, strings.Join(got, "\n      "), strings.Join(want, "\n      "))
	}
}

func TestDirect(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string
	}{
		{"cue behind", "“/``/5/punct We/PRP/3/nsubj agree/VBP/6/ccomp ,/,/3/punct ”/''/3/punct said/VBD/0/root Orr/NNP/6/nsubj ././6/punct",
			[]string{"direct [Orr said] We agree,"}},
		{"cue before", "Orr/NNP/2/nsubj said/VBD/0/root ,/,/2/punct “/``/6/punct We/PRP/6/nsubj agree/VBP/2/ccomp ././6/punct ”/''/6/punct",
			[]string{"direct [Orr said] We agree."}},
		{"interrupted", "“/``/3/punct We/PRP/3/nsubj agree/VBP/7/ccomp ,/,/3/punct ”/''/3/punct Orr/NNP/7/nsubj said/VBD/0/root ,/,/7/punct “/``/11/punct They/PRP/11/nsubj left/VBD/7/parataxis ././11/punct ”/''/11/punct",
			[]string{"direct [Orr said] We agree,", "direct [Orr said] They left."}},
		{"follows without a cue", "“/``/3/punct We/PRP/3/nsubj agree/VBP/7/ccomp ,/,/3/punct ”/''/3/punct Orr/NNP/7/nsubj said/VBD/0/root ././7/punct\n" +
			"“/``/4/punct They/PRP/4/nsubj all/DT/4/nsubj left/VBD/0/root ././4/punct ”/''/4/punct",
			[]string{"direct [Orr said] We agree,", "direct [Orr -] They all left."}},
	} {
		t.Run(tc.name, func(t *testing.T) { check(t, worddoc.Parsed(demarche.Date{}, tc.text), tc.want...) })
	}
}

func TestDirectOverParagraphs(t *testing.T) {
	d := worddoc.Parsed(demarche.Date{}, "Orr/NNP/2/nsubj said/VBD/0/root :/:/2/punct “/``/6/punct We/PRP/6/nsubj agree/VBP/2/ccomp ././2/punct\n"+
		"“/``/3/punct They/PRP/3/nsubj left/VBD/0/root ././3/punct ”/''/3/punct")
	d.Sentences[1].Paragraph = 1
	check(t, d, "direct [Orr said] We agree. “They left.")
}

func TestBlockQuote(t *testing.T) {
	d := worddoc.Parsed(demarche.Date{}, "Orr/NNP/2/nsubj wrote/VBD/0/root :/:/2/punct\nWe/PRP/2/nsubj agree/VBP/0/root ././2/punct\nThe/DT/2/det rest/NN/3/nsubj left/VBD/0/root ././3/punct")
	d.Text = "Orr wrote:\n   We agree.\nThe rest left."
	at := 0
	for i := range d.Tokens {
		form := d.Tokens[i].Form
		at += strings.Index(d.Text[at:], form)
		d.Tokens[i].Start, d.Tokens[i].End = at, at+len(form)
	}
	for i := range d.Sentences {
		d.Sentences[i].Text, d.Sentences[i].Paragraph = d.SpanOf(d.Sentences[i].Range), i
	}
	check(t, d, "direct [Orr wrote] We agree.")
}

func TestUnpairedMarkEndsWithItsSentence(t *testing.T) {
	d := worddoc.Parsed(demarche.Date{}, "Orr/NNP/2/nsubj said/VBD/0/root :/:/2/punct “/``/6/punct We/PRP/6/nsubj agree/VBP/2/ccomp ././2/punct\n"+
		"The/DT/2/det rest/NN/3/nsubj left/VBD/0/root ././3/punct")
	check(t, d, "direct [Orr said] We agree.")
}

func TestIndirect(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string
	}{
		{"that clause", "Orr/NNP/2/nsubj said/VBD/0/root that/IN/5/mark they/PRP/5/nsubj left/VBD/2/ccomp ././2/punct", []string{"indirect [Orr said] that they left"}},
		{"parenthesis", "The/DT/2/det plan/NN/8/nsubj ,/,/5/punct he/PRP/5/nsubj said/VBD/8/parataxis ,/,/5/punct would/MD/8/aux fail/VB/0/root ././8/punct",
			[]string{"indirect [he said] The plan, he said, would fail"}},
		{"infinitive", "Orr/NNP/2/nsubj promised/VBD/0/root to/TO/4/mark leave/VB/2/xcomp ././2/punct", []string{"indirect [Orr promised] to leave"}},
		{"according to, first", "According/VBG/3/case to/IN/1/fixed Orr/NNP/6/obl ,/,/6/punct they/PRP/6/nsubj left/VBD/0/root ././6/punct", []string{"indirect [Orr According] they left"}},
		{"according to, last", "They/PRP/2/nsubj left/VBD/0/root Paris/NNP/2/obj ,/,/2/punct according/VBG/7/case to/IN/5/fixed Orr/NNP/2/obl ././2/punct",
			[]string{"indirect [Orr according] They left Paris"}},
		{"relative clause", "Orr/NNP/0/root ,/,/4/punct who/WP/4/nsubj said/VBD/1/acl:relcl they/PRP/6/nsubj left/VBD/4/ccomp ././1/punct", []string{"indirect [Orr said] they left"}},
		{"noun", "the/DT/2/det claim/NN/0/root by/IN/4/case Orr/NNP/2/nmod that/IN/7/mark they/PRP/7/nsubj left/VBD/2/acl", []string{"indirect [Orr claim] that they left"}},
		{"study by", "A/DT/2/det study/NN/5/nsubj by/IN/4/case Orr/NNP/2/nmod suggested/VBD/0/root they/PRP/7/nsubj left/VBD/5/ccomp ././5/punct",
			[]string{"indirect [Orr suggested] they left"}},
		{"colon", "Envoy/NNP/5/nsubj :/:/1/punct Talks/NNS/5/nsubj will/MD/5/aux resume/VB/0/root", []string{"indirect [Envoy :] Talks will resume"}},
		{"called on somebody to", "Orr/NNP/2/nsubj called/VBD/0/root on/IN/4/case them/PRP/2/obl to/TO/6/mark leave/VB/2/advcl", []string{"indirect [Orr called] to leave"}},
		{"a clause that the tree lost", "Orr/NNP/2/nsubj said/VBD/0/root yesterday/NN/2/obl:unmarked that/IN/6/mark they/PRP/6/nsubj left/VBD/3/acl", []string{"indirect [Orr said] that they left"}},
		{"no saying", "Orr/NNP/2/nsubj visited/VBD/0/root Paris/NNP/2/obj", nil},
	} {
		t.Run(tc.name, func(t *testing.T) { check(t, worddoc.Parsed(demarche.Date{}, tc.text), tc.want...) })
	}
}

func TestPartialAndScareQuotes(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string
	}{
		{"partial", "Orr/NNP/2/nsubj voiced/VBD/0/root “/``/4/punct appreciation/NN/2/obj ”/''/4/punct for/IN/7/case aid/NN/2/obl",
			[]string{"partial [Orr voiced] appreciation"}},
		{"within indirect speech", "Orr/NNP/2/nsubj said/VBD/0/root they/PRP/4/nsubj made/VBD/2/ccomp “/``/7/punct important/JJ/7/amod strides/NNS/4/obj ”/''/7/punct",
			[]string{"indirect [Orr said] they made “important strides”", "partial [Orr said] important strides"}},
		{"scare quotes", "The/DT/2/det army/NN/3/nsubj left/VBD/0/root the/DT/7/det “/``/6/punct safe/JJ/7/amod zone/NN/3/obj ”/''/7/punct", nil},
		{"title", "Orr/NNP/2/nsubj praised/VBD/0/root “/``/5/punct The/DT/5/det Crossing/NNP/2/obj ”/''/5/punct",
			nil},
		{"so-called", "Orr/NNP/2/nsubj said/VBD/0/root they/PRP/4/nsubj left/VBD/2/ccomp the/DT/8/det so-called/JJ/8/amod “/``/8/punct caliphate/NN/4/obj ”/''/8/punct",
			[]string{"indirect [Orr said] they left the so-called “caliphate”"}},
	} {
		t.Run(tc.name, func(t *testing.T) { check(t, worddoc.Parsed(demarche.Date{}, tc.text), tc.want...) })
	}
}

// Words beside the cue tell what trees that went astray do not.
func TestWordsBesideTheCue(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string
	}{
		{"a name before the cue, the tree elsewhere", "Teachers/NNS/9/nsubj here/RB/1/advmod are/VBP/5/cop “/``/5/punct busy/JJ/9/ccomp ,/,/5/punct ”/''/5/punct Orr/NNP/9/nsubj said/VBD/0/root ././9/punct",
			[]string{"indirect [Orr said] are “busy,”", "direct [Orr said] busy,"}},
		{"the relative clause of the speaker", "Lind/NNP/2/nsubj met/VBD/0/root Orr/NNP/2/obj who/WP/5/nsubj voiced/VBD/3/acl:relcl “/``/7/punct thanks/NNS/5/obj ”/''/7/punct",
			[]string{"partial [Orr voiced] thanks"}},
		{"a cue at the end of the sentence", "It/PRP/6/nsubj was/VBD/3/cop kind/JJ/6/advmod ,/,/3/punct Orr/NNP/6/nsubj told/VBD/0/root reporters/NNS/6/obj ././6/punct",
			[]string{"indirect [Orr told] It was kind"}},
		{"that far behind the cue", "Orr/NNP/2/nsubj said/VBD/0/root in/IN/5/case an/DT/5/det interview/NN/2/obl that/IN/8/mark they/PRP/8/nsubj left/VBD/5/acl ././2/punct",
			[]string{"indirect [Orr said] that they left"}},
		{"a verb of manner", "“/``/2/punct Fantastic/JJ/5/ccomp !/./2/punct ”/''/2/punct beamed/VBD/0/root Orr/NNP/5/nsubj ././5/punct", []string{"direct [Orr beamed] Fantastic!"}},
		{"a script", "Orr/NNP/0/root :/:/1/punct “/``/5/punct We/PRP/5/nsubj agree/VBP/1/parataxis ././5/punct ”/''/5/punct", []string{"direct [Orr :] We agree."}},
		{"quoted as saying", "They/PRP/2/nsubj quoted/VBD/0/root Orr/NNP/2/obj as/IN/5/mark saying/VBG/2/advcl they/PRP/7/nsubj left/VBD/5/ccomp ././2/punct",
			[]string{"indirect [Orr saying] they left"}},
		{"in the words of", "In/IN/3/case the/DT/3/det words/NNS/9/obl of/IN/5/case Orr/NNP/3/nmod ,/,/3/punct they/PRP/9/nsubj all/RB/9/advmod left/VBD/0/root ././9/punct",
			[]string{"indirect [Orr words] they all left"}},
		{"an outcry", "The/DT/2/det crowd/NN/3/nsubj cheered/VBD/0/root ././3/punct\n“/``/4/punct They/PRP/4/nsubj all/DT/4/nsubj left/VBD/0/root !/./4/punct ”/''/4/punct",
			[]string{"direct [crowd -] They all left!"}},
		{"recalling an ambassador", "Orr/NNP/2/nsubj recalled/VBD/0/root its/PRP$/4/nmod:poss envoy/NN/2/obj ././2/punct", nil},
	} {
		t.Run(tc.name, func(t *testing.T) { check(t, worddoc.Parsed(demarche.Date{}, tc.text), tc.want...) })
	}
}

// Which stretches the marks enclose, whatever becomes of them.
func TestMarks(t *testing.T) {
	for _, tc := range []struct {
		text string
		want string
	}{
		{`He said "we left" and "they left".`, "we left|they left"},
		{`"We left," he said.`, "We left ,"},
		{`He called it “a ‘grave’ error” today.`, "a ‘ grave ’ error"},
		{`‘We left,’ he said of the workers' rights.`, "We left ,"},
		{`The workers' rights and the '90s.`, ""},
		{`we left,” he said.`, "we left ,"},
		{"``We left,'' he said.", "We left ,"},
	} {
		d := chars(tc.text)
		f := &finder{Finder: New(), doc: d, treeOf: -1}
		f.marks()
		var got []string
		for _, s := range f.spans {
			var w []string
			for i := s.First; i < s.Range.End; i++ {
				w = append(w, d.Tokens[i].Form)
			}
			got = append(got, strings.Join(w, " "))
		}
		if strings.Join(got, "|") != tc.want {
			t.Errorf("%s: got %q, want %q", tc.text, strings.Join(got, "|"), tc.want)
		}
	}
}

// chars cuts a text into words and marks where they stand.
func chars(text string) *demarche.Doc {
	d := &demarche.Doc{Text: text}
	add := func(a, b int) {
		if a < b {
			form := text[a:b]
			norm := strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'").Replace(form)
			d.Tokens = append(d.Tokens, demarche.Token{Span: demarche.Span{Start: a, End: b}, Form: form, Norm: norm, Head: -1})
		}
	}
	start := 0
	for i := 0; i < len(text); {
		r := []rune(text[i:])[0]
		n := len(string(r))
		if strings.HasPrefix(text[i:], "``") || strings.HasPrefix(text[i:], "''") {
			n = 2
		}
		if r == ' ' || strings.ContainsRune(",.“”‘’\"'`", r) {
			add(start, i)
			if r != ' ' {
				add(i, i+n)
			}
			start = i + n
		}
		i += n
	}
	add(start, len(text))
	d.Sentences = []demarche.Sentence{{Range: demarche.Range{First: 0, End: len(d.Tokens)}}}
	return d
}

func FuzzFind(f *testing.F) {
	f.Add(`"We 'left'," he said: “it's ‘over’. According to`)
	f.Add("”“‘’''``\"\"")
	finder := New()
	f.Fuzz(func(t *testing.T, text string) {
		d := chars(text)
		for i := range d.Tokens { // a chain as tree, every third word a cue
			d.Tokens[i].Head, d.Tokens[i].Rel, d.Tokens[i].UPOS = i-1, "ccomp", demarche.NOUN
			if i%3 == 1 {
				d.Tokens[i].Lemma, d.Tokens[i].UPOS, d.Tokens[i].XPOS = "say", demarche.VERB, "VBD"
			}
		}
		finder.Find(d)
		for _, q := range d.Quotes {
			if q.Len() <= 0 || q.First < 0 || q.Range.End > len(d.Tokens) || q.Speaker >= len(d.Tokens) || q.Cue >= len(d.Tokens) {
				t.Errorf("%q: bad quote %+v", text, q)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := "“/``/3/punct We/PRP/3/nsubj agree/VBP/7/ccomp ,/,/3/punct ”/''/3/punct Orr/NNP/7/nsubj said/VBD/0/root ././7/punct\n" +
		"The/DT/2/det plan/NN/8/nsubj ,/,/5/punct he/PRP/5/nsubj said/VBD/8/parataxis ,/,/5/punct would/MD/8/aux fail/VB/0/root ././8/punct\n" +
		"The/DT/2/det army/NN/3/nsubj left/VBD/0/root the/DT/6/det safe/JJ/6/amod zone/NN/3/obj in/IN/9/case the/DT/9/det north/NN/6/nmod ././3/punct\n"
	d := worddoc.Parsed(demarche.Date{}, strings.TrimSpace(strings.Repeat(text, 100)))
	finder := New()
	b.ResetTimer()
	for range b.N {
		finder.Find(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
}
