package codebook

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sync"
)

// Lexis is what the compiler must know of support verbs: "imposes sanctions"
// is compiled to the noun when impose only carries it.
type Lexis interface {
	// IsLight says whether the verb only carries the noun, which stands at
	// place: "obj", "subj", or the preposition between them ("under" of "put
	// under arrest"). Verb and noun are lemmas, the verb with its particle.
	IsLight(verb, place, noun string) bool
	// NounVerb is the lemma of the frames of an event noun: "invade" for
	// "invasion"; "" for any other noun.
	NounVerb(noun string) string
}

// Codebook is compiled rules. It is read-only and may be used by several
// goroutines.
type Codebook struct {
	rules    []*rule
	sets     map[string]*SetDecl
	index    map[string][]*variant // by lemma of the predicate; most specific first
	lines    int
	matchers sync.Pool // of *matcher
}

// Load reads all *.rules files of the file systems, folders included, and
// compiles them. Each file system goes over those before it: a rule or set
// replaces the one of the same name, "remove NAME" takes a rule away. lexis
// may be nil; then every verb is taken at its word. The error joins all
// errors in all files.
func Load(lexis Lexis, layers ...fs.FS) (*Codebook, error) {
	b := &builder{lexis: lexis, rules: map[string]*RuleDecl{}, sets: map[string]*SetDecl{}}
	for _, layer := range layers {
		b.layer(layer)
	}
	cb := b.compile()
	if err := errors.Join(b.errs...); err != nil {
		return nil, err
	}
	return cb, nil
}

// builder collects the paragraphs of all layers.

type builder struct {
	lexis Lexis
	order []string // names of rules in the order of their first appearance
	rules map[string]*RuleDecl
	sets  map[string]*SetDecl
	errs  []error
}

func (b *builder) fail(err error) { b.errs = append(b.errs, err) }

func (b *builder) layer(fsys fs.FS) {
	here := map[string]Pos{} // names defined in this layer
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".rules" {
			return err
		}
		src, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		file, err := ParseFile(name, src)
		if err != nil {
			b.fail(err)
		}
		for i := range file.Paragraphs {
			b.paragraph(&file.Paragraphs[i], here)
		}
		return nil
	})
	if err != nil {
		b.fail(fmt.Errorf("read rules: %w", err))
	}
}

func (b *builder) paragraph(p *Paragraph, here map[string]Pos) {
	switch {
	case p.Set != nil:
		if b.once(here, "set", p.Set.Name, p.Pos) {
			b.sets[p.Set.Name] = p.Set
		}
	case p.Rule != nil:
		if !b.once(here, "rule", p.Rule.Name, p.Pos) {
			return
		}
		if _, known := b.rules[p.Rule.Name]; !known {
			b.order = append(b.order, p.Rule.Name)
		}
		b.rules[p.Rule.Name] = p.Rule
	default:
		if b.rules[p.Remove] == nil {
			b.fail(errorAt(p.Pos, "there is no rule %s to remove; correct the name", p.Remove))
			return
		}
		b.rules[p.Remove] = nil
	}
}

// once complains when a name is defined twice in the same layer.
func (b *builder) once(here map[string]Pos, kind, name string, at Pos) bool {
	if first, twice := here[kind+" "+name]; twice {
		b.fail(errorAt(at, "the %s %s is defined at %s already; give one of them another name", kind, name, first.Source()))
		return false
	}
	here[kind+" "+name] = at
	return true
}
