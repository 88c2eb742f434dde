package eval

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/conllu"
)

// corefTypes are the entity types of GUM that are scored.
var corefTypes = map[string]bool{"person": true, "organization": true, "place": true}

// openMention is a mention of the gold whose end has not been read.
type openMention struct {
	entity string
	kind   string
	first  int // token of the document
	least  int // words from the first to the first of the smallest span that names it
}

// goldChains reads the Entity brackets of one document, in which a mention
// opens as "(ENTITY-TYPE-…-MINSPAN-…" and closes as "ENTITY)". The fields are
// those that "# global.Entity" names; without it, GUM's. Doc is what the
// sentences make together, with the gold's trees.
func goldChains(path string, sentences []*conllu.Sentence, doc *demarche.Doc) ([]chain, error) {
	g := &chainReader{tokens: doc.Tokens, kinds: map[string]string{}, heads: map[string]chain{}, minspan: 4}
	first := 0
	for _, s := range sentences {
		g.global(s.Comments)
		for i, misc := range s.Misc {
			for field := range strings.SplitSeq(misc, "|") {
				brackets, ok := strings.CutPrefix(field, "Entity=")
				if !ok {
					continue
				}
				if err := g.read(brackets, first+i); err != nil {
					return nil, fmt.Errorf("%s: sentence %s, which begins on line %d: %w", path, s.ID, s.Line, err)
				}
			}
		}
		first += len(s.Tokens)
	}
	for entity := range g.heads {
		if !corefTypes[g.kinds[entity]] {
			delete(g.heads, entity)
		}
	}
	return several(g.heads), nil
}

type chainReader struct {
	tokens  []demarche.Token
	open    []openMention
	kinds   map[string]string // entity → its first mention's type
	heads   map[string]chain
	minspan int // place of the field that says which words are the smallest span
}

func (g *chainReader) global(comments []string) {
	for _, c := range comments {
		if _, names, ok := strings.Cut(c, "global.Entity = "); ok {
			for i, name := range strings.Split(names, "-") {
				if name == "minspan" || name == "head" {
					g.minspan = i
				}
			}
		}
	}
}

// read takes the brackets of one token: "(12-person-new-…(13-place-…)12)".
func (g *chainReader) read(brackets string, token int) error {
	for brackets != "" {
		if rest, ok := strings.CutPrefix(brackets, "("); ok {
			end := strings.IndexAny(rest, "()")
			if end < 0 {
				end = len(rest)
			}
			g.begin(rest[:end], token)
			brackets = rest[end:]
			if rest, ok := strings.CutPrefix(brackets, ")"); ok {
				g.close(len(g.open)-1, token)
				brackets = rest
			}
			continue
		}
		entity, rest, ok := strings.Cut(brackets, ")")
		if !ok {
			return fmt.Errorf("the Entity bracket %q is not closed", brackets)
		}
		at := g.find(entity)
		if at < 0 {
			return fmt.Errorf("the entity %s is closed but not open", entity)
		}
		g.close(at, token)
		brackets = rest
	}
	return nil
}

func (g *chainReader) begin(mention string, token int) {
	fields := strings.Split(mention, "-")
	m := openMention{entity: fields[0], first: token}
	if len(fields) > 1 {
		m.kind = fields[1]
	}
	if g.minspan < len(fields) {
		head, _, _ := strings.Cut(fields[g.minspan], ",")
		if n, err := strconv.Atoi(head); err == nil && n > 0 {
			m.least = n - 1
		}
	}
	g.open = append(g.open, m)
}

// find is the innermost open mention of an entity, or -1.
func (g *chainReader) find(entity string) int {
	for i := len(g.open) - 1; i >= 0; i-- {
		if g.open[i].entity == entity {
			return i
		}
	}
	return -1
}

// close keeps a mention; of one in several parts, "12[1/2]", only the first counts.
func (g *chainReader) close(at, token int) {
	m := g.open[at]
	g.open = append(g.open[:at], g.open[at+1:]...)
	entity, part, _ := strings.Cut(m.entity, "[")
	if part != "" && !strings.HasPrefix(part, "1/") {
		return
	}
	if g.kinds[entity] == "" {
		g.kinds[entity] = m.kind
	}
	g.heads[entity] = append(g.heads[entity], g.headOf(m, token))
}

// headOf is the token that heads a mention which ends at token last: of a name
// all words are its smallest span, and the tree says which of them governs it.
func (g *chainReader) headOf(m openMention, last int) int {
	head := min(m.first+m.least, last)
	for range last - m.first {
		up := g.tokens[head].Head
		if up < m.first || up > last {
			break
		}
		head = up
	}
	return head
}
