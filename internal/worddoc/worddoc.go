// Package worddoc makes small documents for tests from words with their tags.
package worddoc

import (
	"strconv"
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
		first, glue := len(d.Tokens), false
		for _, pair := range words {
			form, tag := cut(pair)
			if closing(form) || glue {
				trimBlank(&b)
			}
			glue = form == "“" || form == "``" || form == "$"
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

// Parsed makes a document of words with trees: "word/TAG/head/relation", the
// head counted from 1 within the line, 0 for the root.
func Parsed(date demarche.Date, text string) *demarche.Doc {
	type arc struct {
		head int
		rel  string
	}
	var arcs []arc
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		var words []string
		for _, w := range strings.Fields(line) {
			f := strings.Split(w, "/")
			head, _ := strconv.Atoi(f[2])
			arcs = append(arcs, arc{head, f[3]})
			words = append(words, f[0]+"/"+f[1])
		}
		lines = append(lines, strings.Join(words, " "))
	}
	d := New(date, strings.Join(lines, "\n"))
	for _, s := range d.Sentences {
		for i := s.First; i < s.Range.End; i++ {
			d.Tokens[i].Head, d.Tokens[i].Rel = s.First+arcs[i].head-1, demarche.Rel(arcs[i].rel)
			if arcs[i].head == 0 {
				d.Tokens[i].Head = -1
			}
		}
	}
	return d
}

var plain = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-")

// closing says that no blank stands before a token.
func closing(form string) bool {
	switch form {
	case "”", ",", ".", "?", "!", ":", "'s", "’s":
		return true
	}
	return false
}

// trimBlank takes the last blank back.
func trimBlank(b *strings.Builder) {
	s := strings.TrimSuffix(b.String(), " ")
	b.Reset()
	b.WriteString(s)
}

func cut(pair string) (form, tag string) {
	i := strings.LastIndexByte(pair, '/')
	if i <= 0 || i+1 == len(pair) || pair[i+1] >= '0' && pair[i+1] <= '9' {
		return pair, ""
	}
	return pair[:i], pair[i+1:]
}

var lemmas = map[string]string{"said": "say", "told": "tell", "was": "be", "were": "be", "voiced": "voice", "promised": "promise", "continued": "continue", "flew": "fly", "met": "meet", "quoted": "quote", "wrote": "write"}

// lemma is good enough for regular words.
func lemma(form, tag string) string {
	w := form
	if !strings.HasPrefix(tag, "NNP") {
		w = strings.ToLower(form)
	}
	if irregular := lemmas[w]; irregular != "" && strings.HasPrefix(tag, "V") {
		return irregular
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
