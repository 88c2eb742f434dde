package dictionary

import (
	"strings"
	"unicode"
)

// particles stay small within a name.
const particles = " of the and for de del la las le los der den du da do dos di von van al el bin ibn ben ul ud ad as ar ez e y i et a an in on to "

// spell writes a name as news does: "MAHMOUD_ABBAS_" as Mahmoud Abbas. A short
// word alone may be an acronym or a name, and is given as both. What stands in
// brackets is another name when it is an acronym. Names that are not in
// capitals throughout stay as they are.
func spell(raw string) []string {
	name := strings.Join(strings.FieldsFunc(raw, func(r rune) bool { return r == '_' || unicode.IsSpace(r) }), " ")
	var acronym string
	if before, rest, ok := strings.Cut(name, "("); ok {
		inner, after, _ := strings.Cut(rest, ")")
		if inner = strings.TrimSpace(inner); len(inner) > 1 && len(inner) <= 6 && inner == strings.ToUpper(inner) {
			acronym = inner
		}
		name = strings.TrimSpace(before + " " + strings.Trim(after, " )"))
	}
	name = strings.Trim(name, " ,;.&*()[]{}")
	if strings.ToLower(name) == name {
		return nil // a number, or a word that would match too much
	}
	var out []string
	switch {
	case name != strings.ToUpper(name):
		out = []string{name}
	case !strings.Contains(name, " ") && (len(name) <= 3 || !strings.ContainsAny(name, "AEIOUY")):
		out = []string{name}
	case !strings.Contains(name, " ") && len(name) <= 5:
		out = []string{capitalise(name), name}
	default:
		out = []string{capitalise(name)}
	}
	if acronym != "" {
		out = append(out, acronym)
	}
	return out
}

func capitalise(name string) string {
	words := strings.Split(strings.ToLower(name), " ")
	for i, w := range words {
		if i > 0 && strings.Contains(particles, " "+w+" ") {
			continue
		}
		parts := strings.Split(w, "-")
		for j, p := range parts {
			if len(parts) > 1 && j < len(parts)-1 && strings.Contains(particles, " "+p+" ") {
				continue // al-Qassam
			}
			parts[j] = upperFirst(p)
		}
		words[i] = strings.Join(parts, "-")
	}
	return strings.Join(words, " ")
}

func upperFirst(s string) string {
	for i, r := range s {
		if unicode.IsLetter(r) {
			return s[:i] + string(unicode.ToUpper(r)) + s[i+len(string(r)):]
		}
		if unicode.IsDigit(r) {
			return s
		}
	}
	return s
}
