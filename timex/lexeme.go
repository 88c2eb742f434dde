package timex

import (
	"strconv"
	"strings"

	"github.com/demarche/demarche"
)

// lexeme is a token, or a piece of a hyphenated one, as the grammar sees it.
type lexeme struct {
	entry
	tok   int  // index into Doc.Tokens
	cap   bool // begins with a capital
	plain bool // the figures have no comma or point: may be a year or a day
}

// lexemes reads the tokens of one sentence into buf. A hyphen between two
// pieces is left out, so that "27-year", "27 - year" and "27 year" are alike.
func (t *Tagger) lexemes(doc *demarche.Doc, r demarche.Range, buf []lexeme) ([]lexeme, bool) {
	buf = buf[:0]
	useful := false
	for i := r.First; i < r.End; i++ {
		tok := &doc.Tokens[i]
		form := tok.Norm
		if form == "" {
			form = tok.Form
		}
		if isHyphen(form) && i > r.First && i+1 < r.End &&
			doc.Tokens[i-1].End == tok.Start && tok.End == doc.Tokens[i+1].Start {
			continue
		}
		lx := t.lexeme(form, i)
		if lx.kind == noKind && strings.IndexByte(form, '-') > 0 {
			buf = t.pieces(buf, form, i)
			useful = true
			continue
		}
		useful = useful || lx.kind > grammar
		buf = append(buf, lx)
	}
	return buf, useful
}

func isHyphen(s string) bool { return s == "-" || s == "–" || s == "‑" }

func (t *Tagger) pieces(buf []lexeme, form string, tok int) []lexeme {
	for form != "" {
		piece, rest, _ := strings.Cut(form, "-")
		if piece != "" {
			buf = append(buf, t.lexeme(piece, tok))
		}
		form = rest
	}
	return buf
}

// lexeme looks form up without regard to case, and reads figures.
func (t *Tagger) lexeme(form string, tok int) lexeme {
	if form == "" {
		return lexeme{tok: tok}
	}
	c := form[0]
	if c >= '0' && c <= '9' || c == '\'' && len(form) > 2 && form[1] >= '0' && form[1] <= '9' {
		return figures(form, tok)
	}
	if lx, ok := fiscalWord(form, tok); ok {
		return lx
	}
	if len(form) > maxWord {
		return lexeme{tok: tok}
	}
	var low [maxWord]byte
	for i := 0; i < len(form); i++ {
		b := form[i]
		if b >= 'A' && b <= 'Z' {
			b += 'a' - 'A'
		}
		low[i] = b
	}
	return lexeme{entry: t.lex[string(low[:len(form)])], tok: tok, cap: c >= 'A' && c <= 'Z'}
}

const maxWord = 16 // bytes of the longest word of the lexicon

// figures reads what begins with a digit (or '90s).
func figures(form string, tok int) lexeme {
	lx := lexeme{tok: tok}
	if isISODay(form) || strings.Count(form, "/") == 2 {
		lx.entry = entry{word: form, kind: isoDay}
		return lx
	}
	n := strings.TrimLeft(form, "'")
	i := 0
	for i < len(n) && (n[i] >= '0' && n[i] <= '9') {
		i++
	}
	digitsOnly, tail := n[:i], n[i:]
	num, err := strconv.ParseFloat(digitsOnly, 64)
	if err != nil {
		return lx
	}
	switch low := strings.ToLower(tail); {
	case low == "" && form[0] != '\'':
		lx.entry, lx.plain = entry{kind: digits, num: num}, true
	case low == "th" || low == "st" || low == "nd" || low == "rd":
		lx.entry, lx.plain = entry{kind: ordinal, num: num}, true
	case (low == "s" || low == "'s") && (len(digitsOnly) == 4 || len(digitsOnly) == 2) && int(num)%10 == 0:
		if len(digitsOnly) == 2 {
			num += 1900
		}
		lx.entry = entry{kind: decadeNum, num: num}
	case low == "":
	case low[0] == 'q' && len(digitsOnly) == 1 && num >= 1 && num <= 4: // 3Q, 3Q22
		return quarterFigure(low[1:], int(num), lx)
	case isClock(n, low):
		lx.entry = entry{word: clockValue(n), kind: clock}
	case low[0] == ',' || low[0] == '.':
		if v, err := strconv.ParseFloat(strings.ReplaceAll(n, ",", ""), 64); err == nil {
			lx.entry = entry{kind: digits, num: v}
		}
	case low[0] == '-':
		return yearRange(form, lx)
	}
	return lx
}

// yearRange reads "2015-16" and "2004-2006" written as one token; text holds
// the last year. Other hyphened figures are left to be cut up.
func yearRange(form string, lx lexeme) lexeme {
	a, b, _ := strings.Cut(form, "-")
	if len(a) != 4 || len(b) != 4 && len(b) != 2 {
		return lx
	}
	first, err1 := strconv.Atoi(a)
	last, err2 := strconv.Atoi(a[:4-len(b)] + b)
	if err1 != nil || err2 != nil || last <= first {
		return lx
	}
	lx.entry, lx.plain = entry{kind: digits, num: float64(first), text: strconv.Itoa(last)}, true
	return lx
}

// quarterFigure reads what follows the Q: nothing, 22 or 2022; text holds the
// year.
func quarterFigure(year string, n int, lx lexeme) lexeme {
	y, err := strconv.Atoi(year)
	switch {
	case year == "":
	case err != nil || len(year) != 2 && len(year) != 4:
		return lx
	case len(year) == 2:
		y += 2000
	}
	lx.entry = entry{kind: quarterAbbr, num: float64(n)}
	if year != "" {
		lx.text = strconv.Itoa(y)
	}
	return lx
}

// fiscalWord reads FY2023, FY23 and FY2023-24; text holds the years.
func fiscalWord(form string, tok int) (lexeme, bool) {
	if len(form) < 4 || form[0] != 'F' || form[1] != 'Y' || form[2] < '0' || form[2] > '9' {
		return lexeme{}, false
	}
	text := form[2:]
	if len(text) == 2 {
		text = "20" + text
	}
	first, rest, _ := strings.Cut(text, "-")
	if y, err := strconv.Atoi(first); err != nil || y < 1900 || y > 2100 {
		return lexeme{}, false
	}
	if _, err := strconv.Atoi(rest); rest != "" && err != nil {
		return lexeme{}, false
	}
	return lexeme{entry: entry{word: "fy", kind: fiscalYear, text: text}, tok: tok, cap: true}, true
}

func isISODay(s string) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return false
	}
	_, err := demarche.ParseDate(s)
	return err == nil
}

// isClock accepts 18:00, 6.30pm, 5pm, 11:15:30.
func isClock(s, tail string) bool {
	if strings.HasPrefix(tail, ":") {
		v := clockValue(s)
		return v != ""
	}
	return tail == "pm" || tail == "am" || tail == "p.m." || tail == "a.m." || tail == "p.m" || tail == "a.m" ||
		strings.HasPrefix(tail, ".") && (strings.HasSuffix(tail, "pm") || strings.HasSuffix(tail, "am"))
}

// clockValue is HH:MM of a clock reading, "" when it is none.
func clockValue(s string) string {
	low := strings.ToLower(s)
	shift := -1
	for _, end := range []string{"p.m.", "pm", "p.m", "a.m.", "am", "a.m"} {
		if cut, ok := strings.CutSuffix(low, end); ok {
			low, shift = strings.TrimSpace(cut), 0
			if end[0] == 'p' {
				shift = 12
			}
			break
		}
	}
	low = strings.ReplaceAll(low, ".", ":")
	hs, ms, _ := strings.Cut(low, ":")
	ms, _, _ = strings.Cut(ms, ":")
	h, err := strconv.Atoi(hs)
	if err != nil || h > 24 {
		return ""
	}
	m := 0
	if ms != "" {
		if m, err = strconv.Atoi(ms); err != nil || m > 59 || len(ms) != 2 {
			return ""
		}
	}
	return clockString(h, m, shift)
}

// clockString applies a.m. (shift 0) or p.m. (shift 12); -1 is neither.
func clockString(h, m, shift int) string {
	if shift >= 0 && h <= 12 {
		h = h%12 + shift
	}
	return pad2(h) + ":" + pad2(m)
}

func pad2(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
