package en

import (
	"strings"
	"testing"

	"github.com/demarche/demarche"
)

// relations of made-up news sentences, checked by hand: "dependent rel head".
var newsSentences = []struct{ name, text, want string }{
	{"said after the quote", "\" We will not negotiate under fire , \" Foreign Minister Ilya Dran said on Monday .",
		"We nsubj negotiate; Ilya nsubj said; Dran flat Ilya; Minister nmod:desc Ilya"},
	{"title before a name", "Zandian President Maria Costova met with officials from Belarus .",
		"Maria nsubj met; Costova flat Maria; officials obl met; Belarus nmod officials"},
	{"passive with agent", "Two villages were shelled by government forces overnight .",
		"villages nsubj:pass shelled; forces obl:agent shelled; were aux:pass shelled"},
	{"coordinated names", "France , Germany and Poland condemned the attack .",
		"France nsubj condemned; Germany conj France; Poland conj France; attack obj condemned"},
	{"apposition", "Anton Vesely , the prime minister of Slovakia , resigned .",
		"Vesely flat Anton; Anton nsubj resigned; minister appos Anton; Slovakia nmod minister"},
	{"relative clause", "The rebels who seized the airport released three hostages .",
		"who nsubj seized; seized acl:relcl rebels; rebels nsubj released; hostages obj released"},
	{"reported speech", "The ministry said that Iran had rejected the proposal .",
		"ministry nsubj said; rejected ccomp said; Iran nsubj rejected; proposal obj rejected"},
	{"control", "Turkey agreed to send troops to Libya .",
		"Turkey nsubj agreed; send xcomp agreed; troops obj send; Libya obl send"},
	{"coordinated verbs", "Police arrested ten protesters and closed the square .",
		"Police nsubj arrested; protesters obj arrested; closed conj arrested; square obj closed"},
	{"possessive", "Moscow 's ambassador visited Kyiv on Tuesday .",
		"Moscow nmod:poss ambassador; ambassador nsubj visited; Kyiv obj visited"},
	{"led by", "The Saudi - led coalition bombed a port in Yemen .",
		"coalition nsubj bombed; port obj bombed; led amod coalition"},
	{"purpose", "The envoy flew to Cairo to discuss a ceasefire .",
		"envoy nsubj flew; Cairo obl flew; discuss advcl flew; ceasefire obj discuss"},
	{"object and clause", "Washington urged Pakistan to release the prisoners .",
		"Washington nsubj urged; Pakistan iobj urged; release xcomp urged; prisoners obj release"},
	{"indirect object", "Japan gave Nepal ten million dollars in aid .",
		"Japan nsubj gave; Nepal iobj gave; dollars obj gave"},
	{"headline", "Two Soldiers Killed in Border Clash", "Soldiers nsubj:pass Killed; Clash obl Killed"},
	{"capitals", "RUSSIA ATTACKS TWO CITIES", "RUSSIA nsubj ATTACKS; CITIES obj ATTACKS"},
}

// bare is a document of one sentence whose words are parted by blanks.
func bare(text string) *demarche.Doc {
	d := &demarche.Doc{Text: text}
	at := 0
	for _, w := range strings.Fields(text) {
		at += strings.Index(text[at:], w)
		d.Tokens = append(d.Tokens, demarche.Token{
			Span: demarche.Span{Start: at, End: at + len(w)}, Form: w, Norm: demarche.Plain(w), Head: -1})
		at += len(w)
	}
	d.Sentences = []demarche.Sentence{{Range: demarche.Range{First: 0, End: len(d.Tokens)}}}
	return d
}

// relation is "dependent rel head" of the first token of that form.
func relation(d *demarche.Doc, form string) string {
	for _, t := range d.Tokens {
		if t.Form == form && t.Head >= 0 {
			return form + " " + string(t.Rel) + " " + d.Tokens[t.Head].Form
		}
	}
	return form + " root"
}

// A model is no rule: some of these may go wrong after a training that is
// better on the whole. Most must be right.
func TestNewsRelations(t *testing.T) {
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	all, right := 0, 0
	for _, s := range newsSentences {
		d := bare(s.text)
		a.Syntax(d)
		for _, want := range strings.Split(s.want, "; ") {
			all++
			got := relation(d, strings.Fields(want)[0])
			if got == want {
				right++
				continue
			}
			t.Logf("%s: got %q, want %q", s.name, got, want)
		}
	}
	t.Logf("%d of %d relations right", right, all)
	if right*100 < 93*all {
		t.Errorf("only %d of %d relations are right", right, all)
	}
}
