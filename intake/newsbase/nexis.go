package newsbase

import (
	"strings"

	"github.com/demarche/demarche/intake/stamp"
)

// label divides "BYLINE: By Ana Ruiz" and "Byline: …"; the name comes in upper
// case. Only names that Nexis uses count.
func label(line string) (name, value string, ok bool) {
	name, value, ok = strings.Cut(line, ":")
	name = strings.ToUpper(strings.TrimSpace(name))
	switch name {
	case "BYLINE", "SECTION", "LENGTH", "DATELINE", "BODY", "HIGHLIGHT", "HEADLINE", "LOAD-DATE", "LANGUAGE", "PUBLICATION-TYPE", "GRAPHIC", "SUBJECT",
		"ORGANIZATION", "COMPANY", "INDUSTRY", "GEOGRAPHIC", "PERSON", "TICKER", "TYPE", "JOURNAL-CODE", "URL", "DOCUMENT-TYPE", "CORRECTION-DATE", "SERIES", "COUNTRY", "STATE", "CITY", "NOTES", "DISTRIBUTION", "CLASSIFICATION", "PUBLICATION TYPE", "COPYRIGHT", "ACC-NO", "JOURNAL CODE":
		return name, strings.TrimSpace(value), ok
	}
	return "", "", false
}

// nexisList reads an article of the list form: outlet, date and headline are
// lines of their own, the rest has labels in capitals.
func nexisList(lines []string) Article {
	var a Article
	var head []string
	i := 0
	for ; i < len(lines); i++ {
		if _, _, ok := label(lines[i]); ok {
			break
		}
		head = append(head, lines[i])
	}
	a.heading(blocksOf(head))
	a.labelled(lines[i:])
	return a
}

// heading takes outlet, date and headline from the blocks above the labels. The
// headline follows the date; an edition may stand between them.
func (a *Article) heading(blocks []string) {
	for i, b := range blocks {
		if strings.HasPrefix(b, "Copyright ") {
			continue
		}
		if found := stamp.Parse(b); a.Published.IsZero() && !found.IsZero() {
			a.Published = found
			if len(blocks) > i+1 {
				a.Title = oneLine(blocks[len(blocks)-1])
			}
			break
		}
		if a.Publication == "" {
			a.Publication = oneLine(b)
		}
	}
	if a.Published.IsZero() && len(blocks) > 1 {
		a.Title = oneLine(blocks[len(blocks)-1])
	}
}

// labelled takes the fields that have labels; the body ends where a label comes
// that stands below bodies.
func (a *Article) labelled(lines []string) {
	var body, field []string
	current := ""
	finish := func() {
		value := oneLine(strings.Join(field, " "))
		switch current {
		case "BODY":
			body = append(body, field...)
		case "HEADLINE":
			a.Title = value
		case "BYLINE":
			a.Author = byline(value)
		case "LANGUAGE":
			if len(field) == 0 {
				break
			}
			a.Language = language(field[0]) // the copyright may follow without a label
		case "LOAD-DATE":
			if a.Published.IsZero() {
				a.Published = stamp.Parse(value)
			}
		case "URL":
			a.ID = value
		}
		field = nil
	}
	for _, line := range lines {
		name, value, ok := label(line)
		// In a body only what ends it is a label: others are prose.
		if ok && current == "BODY" && name != "LOAD-DATE" && name != "LANGUAGE" && name != "GRAPHIC" && name != "SUBJECT" && name != "PUBLICATION-TYPE" && name != "NOTES" && name != "URL" && name != "CLASSIFICATION" && name != "DOCUMENT-TYPE" && name != "CORRECTION-DATE" {
			ok = false
		}
		if ok {
			finish()
			current = name
			if value != "" {
				field = append(field, value)
			}
			continue
		}
		if current == "BODY" && strings.HasPrefix(strings.TrimSpace(line), "Copyright ") && len(line) < 120 {
			finish()
			current = "COPYRIGHT"
		}
		field = append(field, line)
	}
	finish()
	a.Text = strings.Join(blocksOf(body), "\n\n")
}

// nexisDoc reads an article of the newer form: headline, outlet and date stand
// above the copyright line, "Body" above the text.
func nexisDoc(lines []string) Article {
	var a Article
	var head []string
	i := 0
	for ; i < len(lines) && lines[i] != "Body"; i++ {
		if _, _, ok := label(lines[i]); ok || strings.HasPrefix(lines[i], "Copyright ") {
			break
		}
		if line := strings.TrimSpace(lines[i]); line != "" {
			head = append(head, line)
		}
	}
	for j := len(head) - 1; j >= 0; j-- {
		if a.Published = stamp.Parse(head[j]); !a.Published.IsZero() {
			if j >= 1 {
				a.Publication = head[j-1]
			}
			if j >= 2 {
				a.Title = head[j-2]
			}
			break
		}
	}
	for j := i; j < len(lines); j++ {
		if lines[j] == "Body" || lines[j] == "Classification" || lines[j] == "Graphic" || lines[j] == "Notes" {
			lines[j] += ":"
		}
		if lines[j] == "End of Document" {
			lines = lines[:j]
		}
	}
	a.labelled(lines[i:])
	return a
}

// blocksOf joins lines into blocks, which blank lines divide.
func blocksOf(lines []string) []string {
	var blocks []string
	var block []string
	for _, line := range append(lines[:len(lines):len(lines)], "") {
		if line = strings.TrimSpace(line); line != "" {
			block = append(block, line)
			continue
		}
		if len(block) > 0 {
			blocks = append(blocks, strings.Join(block, " "))
			block = nil
		}
	}
	return blocks
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// byline is a byline without its "By".
func byline(s string) string {
	if len(s) > 3 && strings.EqualFold(s[:3], "by ") {
		s = s[3:]
	}
	return strings.TrimSpace(s)
}

// language is the ISO 639-1 code of a language's English name.
func language(name string) string {
	name, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(name)), ";")
	switch name {
	case "english", "en":
		return "en"
	case "spanish", "es":
		return "es"
	case "french", "fr":
		return "fr"
	case "german", "de":
		return "de"
	case "portuguese", "pt":
		return "pt"
	case "italian", "it":
		return "it"
	case "dutch", "nl":
		return "nl"
	case "russian", "ru":
		return "ru"
	case "arabic", "ar":
		return "ar"
	case "chinese", "zh", "chinese - simplified", "chinese - traditional":
		return "zh"
	case "turkish", "tr":
		return "tr"
	case "polish", "pl":
		return "pl"
	}
	return ""
}
