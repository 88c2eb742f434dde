package coder

import "github.com/demarche/demarche"

// AnalyzeTokens runs the language stages over a document whose sentences and
// tokens are given: it replaces tags, lemmas, heads and relations.
func (c *Coder) AnalyzeTokens(doc *demarche.Doc) error {
	c.language.Syntax(doc)
	c.language.Lemmatize(doc)
	return nil
}
