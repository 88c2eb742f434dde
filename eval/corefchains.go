package eval

import "github.com/demarche/demarche"

// ChainsDoc is a document of coreference gold without tags and trees, and for
// each token that heads a mention which entity that is.
type ChainsDoc struct {
	Doc    *demarche.Doc
	Entity map[int]int
}

// Chains reads the gold that Coref scores against, to learn from.
func Chains(paths []string) ([]ChainsDoc, error) {
	var out []ChainsDoc
	for _, path := range paths {
		docs, err := readCoref(path)
		if err != nil {
			return nil, err
		}
		for _, d := range docs {
			out = append(out, ChainsDoc{untagged(d.doc), chainOf(d.chains)})
		}
	}
	return out, nil
}
