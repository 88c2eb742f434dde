// Package en analyses English news: sentences and tokens, tags, lemmas,
// dependency trees.
package en

import (
	"fmt"
	"io/fs"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/data"
	"github.com/demarche/demarche/lang/en/parse"
	"github.com/demarche/demarche/lang/en/tag"
)

// Analyzer holds the models, read-only; many goroutines may share one.
type Analyzer struct {
	tagger *tag.Tagger
	lemmas *Lemmatizer
	parser *parse.Parser
}

// New loads the models that the program is shipped with.
func New() (*Analyzer, error) { return Load(data.Models()) }

// Load loads the models of a folder: tagger.bin, parser.bin and the tables of
// the lemmatizer.
func Load(models fs.FS) (*Analyzer, error) {
	b, err := fs.ReadFile(models, "tagger.bin")
	if err != nil {
		return nil, fmt.Errorf("tagger model: %w", err)
	}
	a := &Analyzer{}
	if a.tagger, err = tag.Read(b); err != nil {
		return nil, err
	}
	if b, err = fs.ReadFile(models, "parser.bin"); err != nil {
		return nil, fmt.Errorf("parser model: %w", err)
	}
	if a.parser, err = parse.Read(b); err != nil {
		return nil, err
	}
	if a.lemmas, err = NewLemmatizer(models); err != nil {
		return nil, fmt.Errorf("lemmatizer: %w", err)
	}
	return a, nil
}

// Tag fills UPOS and XPOS of all tokens; sentences must have been split.
func (a *Analyzer) Tag(d *demarche.Doc) {
	for _, s := range d.Sentences {
		body := afterDateline(s)
		a.tagger.Tag(d.Tokens[s.First:body])
		a.tagger.Tag(d.Tokens[body:s.Range.End])
	}
}

// Parse fills Head and Rel of all tokens, one tree with one root a sentence;
// tokens must have been tagged. A dateline is parsed by itself and hangs on
// the root as dep, lest its places become subjects.
func (a *Analyzer) Parse(d *demarche.Doc) {
	for _, s := range d.Sentences {
		body := afterDateline(s)
		a.parser.Parse(d.Tokens[body:s.Range.End], body)
		if body > s.First {
			a.parser.Parse(d.Tokens[s.First:body], s.First)
			hangDateline(d.Tokens, demarche.Range{First: s.First, End: body}, s.Range.End)
		}
	}
}

// Analyze runs all stages of the language over the text of a document.
func (a *Analyzer) Analyze(d *demarche.Doc) {
	Split(d)
	a.Tag(d)
	a.Lemmatize(d)
	a.Parse(d)
}

// Lemmatize fills Lemma of all tokens, which must have been tagged.
func (a *Analyzer) Lemmatize(d *demarche.Doc) { a.lemmas.Lemmatize(d) }
