// Package coder knows all the stages and their order: from a text to its
// coded events. It is the way into the program as a library:
//
//	c, err := coder.New(coder.Options{})
//	doc := &demarche.Doc{Text: "Kazakhstan's president visited Tashkent on Monday."}
//	err = c.Code(doc)
//	// doc.Events
package coder

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/actor"
	"github.com/demarche/demarche/claim"
	"github.com/demarche/demarche/codebook"
	"github.com/demarche/demarche/data"
	"github.com/demarche/demarche/frame"
	"github.com/demarche/demarche/lang/en"
	"github.com/demarche/demarche/place"
	"github.com/demarche/demarche/place/atlas"
	"github.com/demarche/demarche/quantity"
	"github.com/demarche/demarche/quote"
	"github.com/demarche/demarche/timex"
)

// ErrEmpty says that a document has no text to code.
var ErrEmpty = errors.New("the document has no text")

// Options are what a user can choose. The zero value codes with what the
// program is shipped with.
type Options struct {
	// Rules are codebooks laid over the built-in one, in order.
	Rules []fs.FS
	// Lexicons are actor lexicons laid over the built-in one, in order.
	Lexicons []fs.FS
	// Atlas is searched for places besides the built-in gazetteer; nil for none.
	Atlas *atlas.Reader
	// Explain fills Event.Why.
	Explain bool
	// Unlikely keeps the events of a confidence below MinConfidence too.
	Unlikely bool
}

// MinConfidence is the confidence below which an event is left out: more than half
// of those are wrong, most of them acts that are only possible, wished or feared.
const MinConfidence = 0.45

// Coder codes documents. It is read-only after New and safe for concurrent
// use; each document belongs to one goroutine.
type Coder struct {
	language *en.Analyzer
	actors   *actor.Resolver
	times    *timex.Tagger
	quotes   *quote.Finder
	places   *place.Resolver
	frames   *frame.Builder
	codebook *codebook.Codebook
	trust    confidenceModel
	topics   topics
	explain  bool
	unlikely bool
}

// New loads models, lexicons and rules. An error about a user's rule or
// lexicon file names file, line and column.
func New(opts Options) (*Coder, error) {
	language, err := en.New()
	if err != nil {
		return nil, fmt.Errorf("loading the language model: %w", err)
	}
	lexicon, err := actor.Load(append([]fs.FS{data.Lexicon()}, opts.Lexicons...)...)
	if err != nil {
		return nil, fmt.Errorf("loading the actor lexicon: %w", err)
	}
	antecedents, err := actor.LoadAntecedents(data.Models())
	if err != nil {
		return nil, fmt.Errorf("loading the model of antecedents: %w", err)
	}
	frames, err := frame.New(data.Frames())
	if err != nil {
		return nil, fmt.Errorf("loading the frame tables: %w", err)
	}
	book, err := codebook.Load(frames, append([]fs.FS{data.Rules()}, opts.Rules...)...)
	if err != nil {
		return nil, fmt.Errorf("loading the codebook: %w", err)
	}
	trust, err := loadConfidence(data.Models())
	if err != nil {
		return nil, fmt.Errorf("loading the model of confidence: %w", err)
	}
	words, err := loadTopics(data.Topics())
	if err != nil {
		return nil, fmt.Errorf("loading the topics: %w", err)
	}
	return &Coder{
		language: language,
		actors:   actor.New(lexicon, antecedents),
		times:    timex.New(),
		quotes:   quote.New(),
		places:   place.New(data.Places()).WithAtlas(opts.Atlas),
		frames:   frames,
		codebook: book,
		trust:    trust,
		topics:   words,
		explain:  opts.Explain,
		unlikely: opts.Unlikely,
	}, nil
}

// Codebook is the codebook that the coder uses.
func (c *Coder) Codebook() *codebook.Codebook { return c.codebook }

// Analyze runs the language stages: tokens, sentences, tags, lemmas, trees.
func (c *Coder) Analyze(doc *demarche.Doc) error {
	if strings.TrimSpace(doc.Text) == "" {
		return ErrEmpty
	}
	c.language.Analyze(doc)
	return nil
}

// Annotate runs every stage before the codebook.
func (c *Coder) Annotate(doc *demarche.Doc) error {
	if err := c.Analyze(doc); err != nil {
		return err
	}
	return c.Layers(doc)
}

// PronounChoices resolves the actors of a parsed document and tells from whom
// there was to choose for each pronoun.
func (c *Coder) PronounChoices(doc *demarche.Doc) []actor.Choice { return c.actors.Choices(doc) }

// Layers fills the layers over a parsed document, and the date of one without
// where its text begins with a full one. The error is that of the gazetteer, read
// with the first document that names a place.
func (c *Coder) Layers(doc *demarche.Doc) error {
	doc.Date = c.times.DateOf(doc)
	c.times.Tag(doc)
	c.actors.Resolve(doc)
	quantity.Tag(doc)
	c.quotes.Find(doc)
	if err := c.places.Resolve(doc); err != nil {
		return fmt.Errorf("placing names: %w", err)
	}
	c.frames.Build(doc)
	claim.Find(doc)
	return nil
}

// Code runs all stages and fills doc.Events.
func (c *Coder) Code(doc *demarche.Doc) error {
	if err := c.Annotate(doc); err != nil {
		return err
	}
	c.codebook.Match(doc)
	doc.Events = newWriter(doc, c.trust, c.topics, c.explain).events()
	if !c.unlikely {
		doc.Events = slices.DeleteFunc(doc.Events, func(e demarche.Event) bool { return unlikely(&e) })
	}
	return nil
}
