package codebook

import "strings"

// verbLemma is the base form of a verb that a rule writes in the third person
// singular of the present ("accuses") or in the base form ("accuse").
func verbLemma(w string) string {
	w = strings.ToLower(w)
	if head, rest, ok := strings.Cut(w, " "); ok { // "carries out"
		return verbLemma(head) + " " + rest
	}
	switch w {
	case "is", "are", "was", "were", "am":
		return "be"
	case "has":
		return "have"
	case "does":
		return "do"
	case "focuses":
		return "focus"
	}
	return stripS(w)
}

// stripS takes the s of a plural or a third person off.
func stripS(w string) string {
	switch {
	case len(w) < 4 || !strings.HasSuffix(w, "s") || hasAnySuffix(w, "ss", "us", "is"):
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case hasAnySuffix(w, "sses", "shes", "ches", "xes", "zzes", "oes"):
		return w[:len(w)-2]
	}
	return w[:len(w)-1]
}

// lemmas is the lemmas that a word written in a rule may stand for: itself,
// its singular or base form, and the verbs that an -ing form may belong to.
func lemmas(w string) []string {
	list := []string{w}
	add := func(l string) {
		if !contains(list, l) {
			list = append(list, l)
		}
	}
	add(stripS(w))
	switch {
	case strings.HasSuffix(w, "men"):
		add(w[:len(w)-2] + "an")
	case w == "children":
		add("child")
	case hasAnySuffix(w, "ves"):
		add(w[:len(w)-3] + "f")
		add(w[:len(w)-3] + "fe")
	}
	if stem, ok := strings.CutSuffix(w, "ing"); ok && len(stem) > 1 {
		add(stem)
		add(stem + "e")
		if n := len(stem); stem[n-1] == stem[n-2] {
			add(stem[:n-1])
		}
		if strings.HasSuffix(stem, "y") { // lying
			add(stem[:len(stem)-1] + "ie")
		}
	}
	return list
}

func hasAnySuffix(w string, suffixes ...string) bool {
	for _, s := range suffixes {
		if strings.HasSuffix(w, s) {
			return true
		}
	}
	return false
}
