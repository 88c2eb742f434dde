package newsbase

import (
	"strings"

	"github.com/demarche/demarche/intake/stamp"
)

// fieldCode divides "HD   Headline" or "HD"; codes are those of Factiva.
func fieldCode(line string) (code, value string, ok bool) {
	code, value, _ = strings.Cut(line, " ")
	if tab := strings.IndexByte(line, '\t'); tab >= 0 && tab < len(code) {
		code, value = line[:tab], line[tab+1:]
	}
	spaced := value == "" || value != strings.TrimLeft(value, " \t") || strings.Contains(line, "\t")
	value = strings.TrimSpace(value)
	switch code {
	case "HD", "WC", "PD", "ET", "SN", "SC", "LA", "CY", "LP", "TD", "BY", "AN", "ED", "PG", "VOL", "SE", "CLM", "CR", "RF", "PUB", "IPC", "IPD", "CX":
		return code, value, true
	case "CO", "IN", "NS", "RE", "ART", "DLN": // also words
		return code, value, spaced || strings.Contains(value, " : ")
	}
	return "", "", false
}

// factivaCodes reads an article whose fields have codes.
func factivaCodes(lines []string) Article {
	var a Article
	var body []string
	fields := map[string][]string{}
	current := ""
	for _, line := range lines {
		if code, value, ok := fieldCode(line); ok {
			current = code
			line = value
			if (code == "LP" || code == "TD") && len(body) > 0 {
				body = append(body, "")
			}
		}
		switch current {
		case "LP", "TD":
			body = append(body, line)
		default:
			if line != "" {
				fields[current] = append(fields[current], strings.TrimSpace(line))
			}
		}
	}
	get := func(code string) string { return oneLine(strings.Join(fields[code], " ")) }
	a.Title, a.Author, a.Publication, a.Language = get("HD"), byline(get("BY")), get("SN"), language(get("LA"))
	a.Published = stamp.Parse(get("PD") + " " + get("ET"))
	a.ID = strings.TrimPrefix(get("AN"), "Document ")
	a.Text = strings.Join(paragraphs(body), "\n\n")
	return a
}

// factivaPlain reads an article as it is displayed: headline and byline above the
// count of words; date, time, outlet, its code, language and rights below it.
func factivaPlain(lines []string) Article {
	var a Article
	count := -1
	for i, line := range lines {
		if isWordCount(line) {
			count = i
			break
		}
	}
	if count < 0 {
		return a
	}
	if head := blocksOf(lines[:count]); len(head) > 0 {
		title := strings.Split(strings.TrimSpace(strings.Join(lines[:count], "\n")), "\n")
		if last := strings.TrimSpace(title[len(title)-1]); len(title) > 1 && len(last) > 3 && strings.EqualFold(last[:3], "by ") {
			a.Author = byline(last)
			title = title[:len(title)-1]
		}
		a.Title = oneLine(title[len(title)-1])
		for i := len(title) - 2; i >= 0 && strings.TrimSpace(title[i]) != ""; i-- {
			a.Title = oneLine(title[i]) + " " + a.Title
		}
	}
	i := count + 1
	for named := 0; i < len(lines) && i < count+16; i++ {
		line := strings.TrimSpace(lines[i])
		low := strings.ToLower(line)
		switch {
		case line == "":
			continue
		case a.Published.IsZero():
			a.Published = stamp.Parse(line)
		case len(line) <= 8 && strings.Contains(line, ":"):
			a.Published = stamp.Parse(a.Published.Format("2006-01-02") + " " + line)
		case strings.HasPrefix(low, "copyright") || strings.HasPrefix(low, "(c)") || strings.HasPrefix(low, "©"):
			a.body(lines[i+1:])
			return a
		case language(line) != "":
			a.Language = language(line)
		case named == 0:
			a.Publication = line
			named++
		}
	}
	a.body(lines[count+1:])
	return a
}

// body takes the text up to the accession number.
func (a *Article) body(lines []string) {
	for i, line := range lines {
		if isAccession(line) {
			a.ID = strings.TrimPrefix(strings.TrimSpace(line), "Document ")
			lines = lines[:i]
			break
		}
	}
	a.Text = strings.Join(paragraphs(lines), "\n\n")
}

// paragraphs are the paragraphs of a body. Where no blank lines divide it and its
// lines are long, each is one.
func paragraphs(lines []string) []string {
	blocks := blocksOf(lines)
	full, size := 0, 0
	for _, line := range lines {
		if line = strings.TrimSpace(line); line != "" {
			full++
			size += len(line)
		}
	}
	if len(blocks) > 2 || full < 2 || size < 110*full {
		return blocks
	}
	blocks = nil
	for _, line := range lines {
		if line = strings.TrimSpace(line); line != "" {
			blocks = append(blocks, line)
		}
	}
	return blocks
}
