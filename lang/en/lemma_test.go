package en

import (
	"strings"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/data"
)

// tagged makes a sentence of words written form/XPOS/UPOS.
func tagged(text string) *demarche.Doc {
	d := &demarche.Doc{}
	for _, w := range strings.Fields(text) {
		f := strings.Split(w, "/")
		d.Tokens = append(d.Tokens, demarche.Token{
			Form: f[0], Norm: demarche.Plain(f[0]), XPOS: f[1], UPOS: demarche.UPOS(f[2]),
		})
	}
	d.Sentences = []demarche.Sentence{{Range: demarche.Range{First: 0, End: len(d.Tokens)}}}
	return d
}

func lemmas(l *Lemmatizer, d *demarche.Doc) string {
	l.Lemmatize(d)
	all := make([]string, len(d.Tokens))
	for i := range d.Tokens {
		all[i] = d.Tokens[i].Lemma
	}
	return strings.Join(all, " ")
}

func shipped(t testing.TB) *Lemmatizer {
	t.Helper()
	l, err := NewLemmatizer(data.Models())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestInflection holds the rules, without the table, to what they are for:
// words that no table foresaw.
func TestInflection(t *testing.T) {
	rules, err := ReadLemmatizer("none", strings.NewReader(""))
	if err != nil {
		t.Fatal(err)
	}
	for tag, list := range map[string]string{
		"VBD": `vowed vow shelled shell bombed bomb raided raid rallied rally stopped stop hoped hope agreed agree
			denounced denounce imposed impose condemned condemn urged urge ranged range belonged belong exchanged exchange
			negotiated negotiate defeated defeat repeated repeat created create expelled expel controlled control
			called call admitted admit added add embargoed embargo vetoed veto focused focus besieged besiege
			seized seize rescued rescue argued argue settled settle hurled hurl fired fire prepared prepare
			appeared appear ignored ignore favored favor offered offer interfered interfere figured figure occurred occur
			invited invite visited visit exploited exploit executed execute debuted debut decided decide avoided avoid
			included include invaded invade led lead fled flee overthrew overthrow withdrew withdraw went go
			gassed gas trafficked traffic quit quit upheld uphold outlawed outlaw undertook undertake
			deployed deploy trained train planned plan signed sign determined determine convened convene happened happen
			provoked provoke attacked attack looked look assumed assume claimed claim developed develop escaped escape
			kidnapped kidnap kidnaped kidnap described describe tasted taste wanted want dispersed disperse massacred massacre
			travelled travel traveled travel died die lied lie unified unify`,
		"VBG": `meeting meet bombing bomb dying die lying lie tying tie seeing see fleeing flee putting put
			planning plan hanging hang bringing bring changing change making make giving give using use
			dissolving dissolve halting halt shooting shoot ruling rule aiding aid ending end`,
		"VBZ": `says say carries carry dies die pushes push passes pass fixes fix goes go focuses focus uses use causes cause
			aches ache reaches reach`,
		"NNS": `sanctions sanction talks talk countries country ties tie cities city crises crisis men man
			gunmen gunman wives wife viruses virus houses house boxes box heroes hero shoes shoe caches cache churches church
			series series headquarters headquarters grandchildren grandchild 1990s 1990s buses bus cases case armies army`,
		"JJR": `larger large bigger big happier happy newer new later late stronger strong freer free safer safe smaller small`,
		"JJS": `latest late biggest big deadliest deadly longest long`,
	} {
		f := strings.Fields(list)
		for i := 0; i < len(f); i += 2 {
			if got := lemmas(rules, tagged(f[i]+"/"+tag+"/X")); got != f[i+1] {
				t.Errorf("%s %s: lemma %q, want %q", f[i], tag, got, f[i+1])
			}
		}
	}
}

func TestLemmatize(t *testing.T) {
	l := shipped(t)
	for in, want := range map[string]string{
		"They/PRP/PRON do/VBP/AUX n’t/RB/PART know/VB/VERB him/PRP/PRON":                                          "they do not know he",
		"These/DT/DET wo/MD/AUX be/VB/AUX better/JJR/ADJ ,/,/PUNCT an/DT/DET ally/NN/NOUN":                        "this will be good , a ally",
		"The/DT/DET Kazakh/JJ/ADJ and/CC/CCONJ EU/NNP/PROPN leaders/NNS/NOUN spoke/VBD/VERB":                      "the Kazakh and EU leader speak",
		"PM/NNP/PROPN VOWS/VBZ/VERB NEW/JJ/ADJ SANCTIONS/NNS/NOUN":                                                "PM vow new sanction",
		"Deadly/JJ/ADJ Raid/NN/NOUN Kills/VBZ/VERB Dozens/NNS/NOUN":                                               "deadly raid kill dozen",
		"Parliament/NN/NOUN backed/VBD/VERB two/CD/NUM NGOs/NNS/NOUN on/IN/ADP TV/NN/NOUN":                        "parliament back two NGO on TV",
		"the/DT/DET United/NNP/ADJ States/NNPS/PROPN ’s/POS/PART 12,000/CD/NUM troops/NNS/NOUN":                   "the United State 's 12000 troops",
		"Troops/NNS/NOUN shot/VBP/VERB two/CD/NUM men/NNS/NOUN who/WP/PRON found/VBP/VERB a/DT/DET party/NN/NOUN": "troops shoot two man who found a party",
		"“/``/PUNCT No/UH/INTJ ”/''/PUNCT":                                                                        `" no "`,
	} {
		if got := lemmas(l, tagged(in)); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestLemmaTableErrors(t *testing.T) {
	_, err := ReadLemmatizer("table", strings.NewReader("# words\na\tb\n"))
	if err == nil || !strings.HasPrefix(err.Error(), "table:2: want form, tag and lemma") {
		t.Errorf("error %v", err)
	}
}

// TestShippedVerbs: the table must spoil no verb that the rules know.
func TestShippedVerbs(t *testing.T) {
	d := tagged("fled/VBD/VERB deploring/VBG/VERB rattled/VBN/VERB freed/VBD/VERB bridged/VBN/VERB ranged/VBD/VERB fulfilling/VBG/VERB")
	if got, want := lemmas(shipped(t), d), "flee deplore rattle free bridge range fulfill"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestLemmasTreebank holds the lemmatiser to what it reaches on the tuning
// treebanks with their own tags.
func TestLemmasTreebank(t *testing.T) {
	l := shipped(t)
	for bank, least := range map[string]float64{"en_ewt-dev": 98.5, "en_gum-dev": 99.3} {
		right, all := 0, 0
		for _, d := range treebank(t, bank) {
			gold := make([]string, len(d.Tokens))
			for i := range d.Tokens {
				gold[i] = d.Tokens[i].Lemma
			}
			l.Lemmatize(d)
			for i := range d.Tokens {
				all++
				if d.Tokens[i].Lemma == gold[i] {
					right++
				}
			}
		}
		share := 100 * float64(right) / float64(all)
		t.Logf("%s: %.2f%% of lemmas right", bank, share)
		if share < least {
			t.Errorf("%s: %.2f%% of lemmas right, want %.2f%%", bank, share, least)
		}
	}
}

func BenchmarkLemmatize(b *testing.B) {
	d := tagged(strings.Repeat("Ministers/NNS/NOUN vowed/VBD/VERB sweeping/JJ/ADJ sanctions/NNS/NOUN on/IN/ADP "+
		"banks/NNS/NOUN imposing/VBG/VERB higher/JJR/ADJ fees/NNS/NOUN ././PUNCT ", 100))
	l := shipped(b)
	b.ReportAllocs()
	for b.Loop() {
		l.Lemmatize(d)
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
