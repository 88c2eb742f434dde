// Package conllu reads and writes CoNLL-U, the format of the Universal
// Dependencies treebanks (https://universaldependencies.org/format.html).
//
// Documents are parted by "# newdoc"; their text is rebuilt from the forms
// and SpaceAfter=No, a blank line standing where "# newpar" does.
// Multiword tokens become words of which all but the first are Glued.
package conllu

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"github.com/demarche/demarche"
)

// Read reads all documents of r; name stands in error messages. Text before
// the first "# newdoc", or without any, is a document without an id.
func Read(name string, r io.Reader) ([]*demarche.Doc, error) {
	sentences, err := ReadSentences(name, r)
	if err != nil {
		return nil, err
	}
	var docs []*demarche.Doc
	for part := range ByDocument(sentences) {
		docs = append(docs, Join(part))
	}
	return docs, nil
}

// ByDocument parts sentences where a new document begins.
func ByDocument(sentences []*Sentence) iter.Seq[[]*Sentence] {
	return func(yield func([]*Sentence) bool) {
		for first := 0; first < len(sentences); {
			end := first + 1
			for end < len(sentences) && !sentences[end].NewDoc {
				end++
			}
			if !yield(sentences[first:end]) {
				return
			}
			first = end
		}
	}
}

// ReadFile reads all documents of a file, which may be gzipped.
func ReadFile(path string) ([]*demarche.Doc, error) {
	f, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Read(path, f)
}

// ReadSentences reads all sentences of r; name stands in error messages.
func ReadSentences(name string, r io.Reader) ([]*Sentence, error) {
	var all []*Sentence
	in := NewReader(name, r)
	for {
		s, err := in.Next()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
}

// Parse reads one document from CoNLL-U text, whatever "# newdoc" says.
func Parse(text string) (*demarche.Doc, error) {
	sentences, err := ReadSentences("conllu", strings.NewReader(text))
	if err != nil {
		return nil, err
	}
	return Join(sentences), nil
}

// Join makes one document of sentences, which it leaves as they are.
func Join(sentences []*Sentence) *demarche.Doc {
	doc := &demarche.Doc{}
	words, size := 0, 0
	for _, s := range sentences {
		words += len(s.Tokens)
		size += len(s.Text) + 2
	}
	var text strings.Builder
	text.Grow(size)
	doc.Tokens = make([]demarche.Token, 0, words)
	doc.Sentences = make([]demarche.Sentence, 0, len(sentences))
	paragraph := 0
	for i, s := range sentences {
		switch {
		case i == 0:
			doc.ID = s.DocID
		case s.NewPar:
			text.WriteString("\n\n")
			paragraph++
		case sentences[i-1].Space:
			text.WriteByte(' ')
		}
		appendSentence(doc, s, text.Len(), paragraph)
		text.WriteString(s.Text)
	}
	doc.Text = text.String()
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		if doc.Text[t.Start:t.End] == t.Form {
			t.Form = doc.Text[t.Start:t.End]
		}
	}
	return doc
}

func appendSentence(doc *demarche.Doc, s *Sentence, at, paragraph int) {
	first := len(doc.Tokens)
	for _, t := range s.Tokens {
		t.Start += at
		t.End += at
		if t.Head >= 0 {
			t.Head += first
		}
		doc.Tokens = append(doc.Tokens, t)
	}
	doc.Sentences = append(doc.Sentences, demarche.Sentence{
		Range:     demarche.Range{First: first, End: len(doc.Tokens)},
		Text:      demarche.Span{Start: at, End: at + len(s.Text)},
		Paragraph: paragraph,
	})
}

// Open opens a file for reading and unpacks it when it is gzipped.
func Open(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if !strings.HasSuffix(path, ".gz") {
		return f, nil
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &zipped{z, f}, nil
}

// zipped closes the file below the gzip reader too.
type zipped struct {
	*gzip.Reader
	file *os.File
}

func (z *zipped) Close() error {
	return errors.Join(z.Reader.Close(), z.file.Close())
}
