package frame

import (
	"bufio"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// tables is what the layer knows of words: data/frames/*.tsv. Read-only once
// loaded; the head of each file says what its columns mean.
type tables struct {
	nouns       map[string]*noun
	patients    map[string]bool // verbs whose noun has its theme as possessor: "his arrest"
	takesTheme  map[string]bool // verbs whose noun has a theme at all
	classes     map[string]bool // classes of nouns
	light       map[string][]support
	control     map[string]control
	status      map[string]governor
	preps       map[string]string   // without "the", to the preposition: "in wake of" to "in the wake of"
	prepNouns   map[string]bool     // "in wake": how one of three words or more begins
	transparent map[string][]string // noun to the prepositions that lead to the real noun; "" is any child
}

// noun is a row of nouns.tsv: a noun that names an event.
type noun struct {
	lemma string
	verb  string
	class string
	agent []string // markers of the logical subject: a preposition, poss, amod, compound
	theme []string
}

// support is a row of light.tsv: a verb that only carries a noun.
type support struct {
	prep    string            // obj, subj, the preposition between verb and noun, or the object and a preposition
	nouns   []string          // lemmas, or @class
	subject demarche.ArgRole  // what the verb's subject is to the noun; "" for nothing
	object  demarche.ArgRole  // what its object is
	others  map[string]string // preposition under the verb to the role it marks
}

func (s *support) takes(n *noun) bool {
	for _, w := range s.nouns {
		if w == n.lemma || (w[0] == '@' && w[1:] == n.class) {
			return true
		}
	}
	return false
}

// control is a row of control.tsv: who is the subject of a verb's complement.
type control struct {
	clause  string // subject, object, or the preposition that marks the controller
	raising bool   // its own subject plays no role in it: seem, be expected
	nominal bool   // its subject does the event that its object names: "cancelled a visit"
	markers []string
}

func loadTables(fsys fs.FS) (*tables, error) {
	t := &tables{
		nouns: map[string]*noun{}, patients: map[string]bool{}, classes: map[string]bool{}, takesTheme: map[string]bool{"hit": true}, light: map[string][]support{}, control: map[string]control{},
		status: map[string]governor{}, preps: map[string]string{}, prepNouns: map[string]bool{},
		transparent: map[string][]string{},
	}
	files := []struct {
		name    string
		columns int
		add     func(cells []string) error
	}{
		{"nouns.tsv", 5, t.addNoun},
		{"light.tsv", 6, t.addLight},
		{"control.tsv", 4, t.addControl},
		{"status.tsv", 4, t.addStatus},
		{"preps.tsv", 1, t.addPrep},
		{"transparent.tsv", 2, t.addTransparent},
	}
	for _, f := range files {
		if err := readTable(fsys, f.name, f.columns, f.add); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// readTable hands each row to add, filled up with empty cells to the number
// of columns. The first row that is no comment names the columns.
func readTable(fsys fs.FS, name string, columns int, add func([]string) error) error {
	file, err := fsys.Open(name)
	if err != nil {
		return fmt.Errorf("frame tables: %w", err)
	}
	defer file.Close()
	scan := bufio.NewScanner(file)
	header := false
	for line := 1; scan.Scan(); line++ {
		text := strings.TrimRight(scan.Text(), " \r\t")
		if text == "" || text[0] == '#' {
			continue
		}
		if !header {
			header = true
			continue
		}
		cells := strings.Split(text, "\t")
		if len(cells) > columns {
			return fmt.Errorf("%s:%d:1: %d columns where %d are known; see the head of the file", name, line, len(cells), columns)
		}
		for len(cells) < columns {
			cells = append(cells, "")
		}
		if err := add(cells); err != nil {
			return fmt.Errorf("%s:%d:1: %w", name, line, err)
		}
	}
	if err := scan.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func (t *tables) addNoun(c []string) error {
	if t.nouns[c[0]] != nil {
		return fmt.Errorf("noun %q stands twice; remove one row", c[0])
	}
	n := &noun{lemma: c[0], verb: c[1], class: c[2], agent: strings.Fields(c[3]), theme: strings.Fields(c[4])}
	if n.verb == "" {
		n.verb = n.lemma
	}
	if len(n.agent) == 0 {
		n.agent = defaultAgent
	}
	t.nouns[n.lemma] = n
	t.classes[n.class] = true
	if len(n.theme) > 0 {
		t.takesTheme[n.verb] = true
	}
	if has(n.theme, "poss") {
		t.patients[n.verb] = true
	}
	return nil
}

var defaultAgent = []string{"poss", "by", "amod", "compound"}

func (t *tables) addLight(c []string) error {
	s := support{prep: c[1], nouns: strings.Fields(c[2]), subject: role(c[3]), object: role(c[4])}
	for i, w := range s.nouns {
		if t.nouns[w] == nil && w[0] != '@' { // "hunger-strike" stands for two words
			s.nouns[i] = strings.ReplaceAll(w, "-", " ")
		}
	}
	if s.prep == "" || len(s.nouns) == 0 {
		return fmt.Errorf("a row needs a verb, a place and nouns")
	}
	for _, w := range s.nouns {
		if w[0] != '@' && t.nouns[w] == nil || w[0] == '@' && !t.classes[w[1:]] {
			return fmt.Errorf("%q is no noun or class of nouns.tsv", w)
		}
	}
	for _, w := range strings.Fields(c[5]) {
		prep, r, ok := strings.Cut(w, "=")
		if !ok || role(r) == "" {
			return fmt.Errorf("%q is not of the form preposition=role", w)
		}
		if s.others == nil {
			s.others = map[string]string{}
		}
		s.others[prep] = r
	}
	for _, v := range strings.Split(c[0], "|") {
		t.light[v] = append(t.light[v], s)
	}
	return nil
}

func role(s string) demarche.ArgRole {
	switch r := demarche.ArgRole(s); r {
	case demarche.Agent, demarche.Theme, demarche.Dative, demarche.Oblique:
		return r
	}
	return ""
}

func (t *tables) addControl(c []string) error {
	k := control{clause: c[1], markers: strings.Fields(c[3])}
	for _, w := range strings.Fields(c[2]) {
		switch w {
		case "raising":
			k.raising = true
		case "nominal":
			k.nominal = true
		default:
			return fmt.Errorf("flag %q is not known; raising and nominal are", w)
		}
	}
	for _, v := range strings.Split(c[0], "|") {
		if _, twice := t.control[v]; twice {
			return fmt.Errorf("verb %q stands twice; join the rows", v)
		}
		t.control[v] = k
	}
	return nil
}

func (t *tables) addStatus(c []string) error {
	var g governor
	for i, to := range []*effect{&g.clause, &g.nominal, &g.purpose} {
		e, err := parseEffect(c[i+1])
		if err != nil {
			return err
		}
		*to = e
	}
	for _, v := range strings.Split(c[0], "|") {
		if _, twice := t.status[v]; twice {
			return fmt.Errorf("governor %q stands twice; join the rows", v)
		}
		t.status[v] = g
	}
	return nil
}

func (t *tables) addPrep(c []string) error {
	words := strings.Fields(c[0])
	if len(words) < 2 {
		return fmt.Errorf("%q is one word; only prepositions of several words belong here", c[0])
	}
	words = slices.DeleteFunc(words, func(s string) bool { return s == "the" })
	t.preps[strings.Join(words, " ")] = c[0]
	if len(words) > 2 {
		t.prepNouns[strings.Join(words[:len(words)-1], " ")] = true
	}
	return nil
}

func (t *tables) addTransparent(c []string) error {
	for _, n := range strings.Split(c[0], "|") {
		t.transparent[n] = strings.Fields(c[1])
	}
	return nil
}

func has(list []string, s string) bool { return slices.Contains(list, s) }
