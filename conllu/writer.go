package conllu

import (
	"bufio"
	"io"
	"strconv"

	"github.com/demarche/demarche"
)

// Writer writes documents as CoNLL-U.
type Writer struct {
	w     *bufio.Writer
	buf   []byte
	count int // documents written, for ids of those that have none
}

// NewWriter writes to w; call Flush at the end.
func NewWriter(w io.Writer) *Writer {
	return &Writer{w: bufio.NewWriterSize(w, 1<<16)}
}

// Flush writes what is buffered.
func (w *Writer) Flush() error { return w.w.Flush() }

// Write writes one document. MISC holds TokenRange=start:end, code points of
// Doc.Text. Glued words stand under the line of their multiword token.
func (w *Writer) Write(doc *demarche.Doc) error {
	w.count++
	id := doc.ID
	if id == "" {
		id = "doc" + strconv.Itoa(w.count)
	}
	chars := demarche.NewChars(doc.Text)
	for n := range doc.Sentences {
		b := w.buf[:0]
		if n == 0 {
			b = appendComment(b, "newdoc id", id)
		}
		if n == 0 || doc.Sentences[n].Paragraph != doc.Sentences[n-1].Paragraph {
			b = append(b, "# newpar\n"...)
		}
		b = appendComment(b, "sent_id", id+"-"+strconv.Itoa(n+1))
		b = appendSentenceLines(b, doc, doc.Sentences[n].Range, chars)
		w.buf = b
		if _, err := w.w.Write(b); err != nil {
			return err
		}
	}
	return nil
}

func appendComment(b []byte, key, value string) []byte {
	b = append(b, "# "...)
	b = append(b, key...)
	b = append(b, " = "...)
	for _, c := range []byte(value) {
		if c == '\n' || c == '\r' {
			c = ' '
		}
		b = append(b, c)
	}
	return append(b, '\n')
}

func appendSentenceLines(b []byte, doc *demarche.Doc, r demarche.Range, chars *demarche.Chars) []byte {
	b = append(b, "# text = "...)
	for i := r.First; i < r.End; i++ {
		b = appendValue(b, doc.Text[doc.Tokens[i].Start:doc.Tokens[i].End])
		if i+1 < r.End && spaceAfter(doc, i) {
			b = append(b, ' ')
		}
	}
	b = append(b, '\n')
	for i := r.First; i < r.End; i++ {
		last := i
		for last+1 < r.End && doc.Tokens[last+1].Glued {
			last++
		}
		glued := last > i
		if glued {
			b = appendRange(b, doc, i-r.First, i, last, chars)
		}
		for ; i < last; i++ {
			b = appendWord(b, doc, i, r.First, chars, true)
		}
		b = appendWord(b, doc, i, r.First, chars, glued)
	}
	return append(b, '\n')
}

// appendRange writes the line of a multiword token, words first to last.
func appendRange(b []byte, doc *demarche.Doc, at, first, last int, chars *demarche.Chars) []byte {
	span := demarche.Span{Start: doc.Tokens[first].Start, End: doc.Tokens[last].End}
	b = strconv.AppendInt(b, int64(at+1), 10)
	b = append(b, '-')
	b = strconv.AppendInt(b, int64(at+1+last-first), 10)
	b = append(b, '\t')
	b = appendValue(b, doc.Text[span.Start:span.End])
	b = append(b, "\t_\t_\t_\t_\t_\t_\t_\t"...)
	b = appendMisc(b, span, spaceAfter(doc, last), chars)
	return append(b, '\n')
}

func appendWord(b []byte, doc *demarche.Doc, i, first int, chars *demarche.Chars, inside bool) []byte {
	t := &doc.Tokens[i]
	b = strconv.AppendInt(b, int64(i-first+1), 10)
	for _, value := range [...]string{t.Form, t.Lemma, string(t.UPOS), t.XPOS, t.Feats} {
		b = append(b, '\t')
		b = appendValue(b, value)
	}
	b = append(b, '\t')
	switch {
	case t.Rel == "":
		b = append(b, '_')
	case t.Head < 0:
		b = append(b, '0')
	default:
		b = strconv.AppendInt(b, int64(t.Head-first+1), 10)
	}
	b = append(b, '\t')
	b = appendValue(b, string(t.Rel))
	b = append(b, "\t_\t"...)
	b = appendMisc(b, t.Span, inside || spaceAfter(doc, i), chars)
	return append(b, '\n')
}

func appendMisc(b []byte, s demarche.Span, space bool, chars *demarche.Chars) []byte {
	if !space {
		b = append(b, "SpaceAfter=No|"...)
	}
	b = append(b, "TokenRange="...)
	b = strconv.AppendInt(b, int64(chars.At(s.Start)), 10)
	b = append(b, ':')
	return strconv.AppendInt(b, int64(chars.At(s.End)), 10)
}

// appendValue writes a column, "_" when it is empty. Bytes that would end the
// column or the line become blanks.
func appendValue(b []byte, s string) []byte {
	if s == "" {
		return append(b, '_')
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '\t' || c == '\n' || c == '\r' {
			c = ' '
		}
		b = append(b, c)
	}
	return b
}

// spaceAfter says whether text that is no token follows token i. After the
// last token of the text it is true: the format has it so by default.
func spaceAfter(doc *demarche.Doc, i int) bool {
	return i+1 >= len(doc.Tokens) || doc.Tokens[i+1].Start > doc.Tokens[i].End
}
