package actor

import (
	"bufio"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// antecedentFile holds the weights of Antecedents, as "demarche train coref"
// writes them: feature, tab, weight.
const antecedentFile = "coref.tsv"

// antecedentSource is what evidence calls that file.
const antecedentSource = "data/models/" + antecedentFile

// Antecedents is a model of whom a pronoun stands for: a log-linear choice
// between the mentions before it and nobody, by named features (DESIGN.md).
type Antecedents struct {
	base    [classes][properties]feature
	names   []string
	weights []float32
}

// LoadAntecedents reads the weights from a directory of models; a feature that
// the file lacks weighs nothing.
func LoadAntecedents(models fs.FS) (*Antecedents, error) {
	a := NewAntecedents()
	f, err := models.Open(antecedentFile)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	at := make(map[string]int, len(a.names))
	for i, n := range a.names {
		at[n] = i
	}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		name, value, _ := strings.Cut(line, "\t")
		i, known := at[name]
		w, err := strconv.ParseFloat(value, 32)
		if !known || err != nil {
			return nil, fmt.Errorf("%s:%d: %q is no weight of a feature; fit it again", antecedentFile, n, line)
		}
		a.weights[i] = float32(w)
	}
	return a, lines.Err()
}

// NewAntecedents is a model without weights, to be fitted.
func NewAntecedents() *Antecedents {
	a := &Antecedents{}
	table := propertyTable()
	for c, class := range classNames() {
		for q := range table {
			a.base[c][q] = feature(len(a.names))
			for _, answer := range table[q].answers {
				a.names = append(a.names, class+", "+table[q].name+": "+answer)
			}
		}
	}
	a.weights = make([]float32, len(a.names))
	return a
}
