// Package worddoc makes small documents for tests from words with their tags.
package worddoc

import (
	"strings"

	"github.com/demarche/demarche"
)

// New makes a document of "word/TAG" pairs (Penn tags; a word without one has
// no tags), one sentence a line, blanks between the words. A blank line
// begins a paragraph. There are no trees.
func New(date demarche.Date, text string) *demarche.Doc {
	d := &demarche.Doc{Date: date}
	var b strings.Builder
	paragraph := 0
	for _, line := range strings.Split(text, "\n") {
		words := strings.Fields(line)
		if len(words) == 0 {
			paragraph++
			b.WriteString("\n\n")
			continue
		}
		first := len(d.Tokens)
		for _, pair := range words {
			form, tag := cut(pair)
			start := b.Len()
			b.WriteString(form)
			d.Tokens = append(d.Tokens, demarche.Token{
				Span: demarche.Span{Start: start, End: b.Len()}, Form: form, Norm: plain.Replace(form), Lemma: lemma(form, tag),
				XPOS: tag, UPOS: upos(form, tag), Head: -1})
			b.WriteByte(' ')
		}
		r := demarche.Range{First: first, End: len(d.Tokens)}
		d.Sentences = append(d.Sentences, demarche.Sentence{Range: r, Text: d.SpanOf(r), Paragraph: paragraph})
	}
	d.Text = b.String()
	for i := range d.Sentences {
		d.Sentences[i].Text = d.SpanOf(d.Sentences[i].Range)
	}
	return d
}

var plain = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-")

func cut(pair string) (form, tag string) {
	i := strings.LastIndexByte(pair, '/')
	if i <= 0 || i+1 == len(pair) || pair[i+1] >= '0' && pair[i+1] <= '9' {
		return pair, ""
	}
	return pair[:i], pair[i+1:]
}

// lemma is good enough for regular words.
func lemma(form, tag string) string {
	w := form
	if !strings.HasPrefix(tag, "NNP") {
		w = strings.ToLower(form)
	}
	switch tag {
	case "NNS", "VBZ":
		w = strings.TrimSuffix(w, "s")
	case "VBD", "VBN":
		w = strings.TrimSuffix(w, "ed")
	case "VBG":
		w = strings.TrimSuffix(w, "ing")
	}
	return w
}

func upos(form, tag string) demarche.UPOS {
	switch strings.ToLower(form) {
	case "is", "are", "was", "were", "be", "been", "has", "have", "had":
		return demarche.AUX
	}
	switch {
	case tag == "":
		return ""
	case tag == "MD":
		return demarche.AUX
	case tag == "IN":
		return demarche.ADP
	case tag == "CD":
		return demarche.NUM
	case tag == "DT":
		return demarche.DET
	case tag == "CC":
		return demarche.CCONJ
	case strings.HasPrefix(tag, "VB"):
		return demarche.VERB
	case strings.HasPrefix(tag, "NNP"):
		return demarche.PROPN
	case strings.HasPrefix(tag, "NN"):
		return demarche.NOUN
	case strings.HasPrefix(tag, "JJ"):
		return demarche.ADJ
	case strings.HasPrefix(tag, "RB"):
		return demarche.ADV
	case strings.HasPrefix(tag, "PRP"):
		return demarche.PRON
	case strings.ContainsAny(tag[:1], ".,:`'-"):
		return demarche.PUNCT
	}
	return demarche.X
}
