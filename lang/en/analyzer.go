// Package en analyses English news: sentences and tokens, tags, lemmas,
// dependency trees.
package en

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/data"
	"github.com/demarche/demarche/lang/en/neural"
	"github.com/demarche/demarche/lang/en/parse"
	"github.com/demarche/demarche/lang/en/tag"
)

// Analyzer holds the models, read-only; many goroutines may share one.
type Analyzer struct {
	syntax syntax
	lemmas *Lemmatizer
}

// syntax fills UPOS, XPOS, Head and Rel of the tokens of one sentence, which
// begins at token base of its document.
type syntax interface {
	Analyse(toks []demarche.Token, base int)
}

// New loads the models that the program is shipped with.
func New() (*Analyzer, error) { return Load(data.Models()) }

// Load loads the models of a folder: network.bin, or where that is not there
// tagger.bin and parser.bin as "demarche train" writes them; and the tables
// of the lemmatizer.
func Load(models fs.FS) (*Analyzer, error) {
	s, err := loadNetwork(models)
	if errors.Is(err, fs.ErrNotExist) {
		s, err = loadLinear(models)
	}
	if err != nil {
		return nil, err
	}
	lemmas, err := NewLemmatizer(models)
	if err != nil {
		return nil, fmt.Errorf("lemmatizer: %w", err)
	}
	return &Analyzer{s, lemmas}, nil
}

func loadNetwork(models fs.FS) (syntax, error) {
	b, err := fs.ReadFile(models, "network.bin")
	if err != nil {
		return nil, fmt.Errorf("network model: %w", err)
	}
	return neural.Read(b)
}

// linear is the tagger and the parser without a network: several times
// faster, and wrong half as often again.
type linear struct {
	tagger *tag.Tagger
	parser *parse.Parser
}

func loadLinear(models fs.FS) (syntax, error) {
	b, err := fs.ReadFile(models, "tagger.bin")
	if err != nil {
		return nil, fmt.Errorf("tagger model: %w", err)
	}
	var l linear
	if l.tagger, err = tag.Read(b); err != nil {
		return nil, err
	}
	if b, err = fs.ReadFile(models, "parser.bin"); err != nil {
		return nil, fmt.Errorf("parser model: %w", err)
	}
	if l.parser, err = parse.Read(b); err != nil {
		return nil, err
	}
	return l, nil
}

func (l linear) Analyse(toks []demarche.Token, base int) {
	l.tagger.Tag(toks)
	l.parser.Parse(toks, base)
}

// Analyze runs all stages of the language over the text of a document.
func (a *Analyzer) Analyze(d *demarche.Doc) {
	Split(d)
	a.Syntax(d)
	a.Lemmatize(d)
}

// Syntax fills UPOS, XPOS, Head and Rel of all tokens, one tree with one root
// a sentence; sentences must have been split. A dateline is parsed by itself
// and hangs on the root as dep, lest its places become subjects.
func (a *Analyzer) Syntax(d *demarche.Doc) {
	for _, s := range d.Sentences {
		body := afterDateline(s)
		a.syntax.Analyse(d.Tokens[body:s.Range.End], body)
		if body > s.First {
			a.syntax.Analyse(d.Tokens[s.First:body], s.First)
			hangDateline(d.Tokens, demarche.Range{First: s.First, End: body}, s.Range.End)
		}
	}
}

// Lemmatize fills Lemma of all tokens, which must have been tagged.
func (a *Analyzer) Lemmatize(d *demarche.Doc) { a.lemmas.Lemmatize(d) }
