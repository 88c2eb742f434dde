package actor

import "strings"

// surnames adds, for every person, the short name that news uses after the
// first mention.
func (ld *loader) surnames() {
	for i := range ld.lex.entries {
		x := &ld.lex.entries[i]
		if x.kind != person {
			continue
		}
		for _, s := range shortNames(x.name, x.code) {
			ld.name(nameRoot, s, ref{entry: int32(i), use: asSurname, at: x.at})
		}
	}
}

// familyFirst lists the states where the name that stands first is the one
// that news repeats (family name in East Asia, own name in Ethiopia).
const familyFirst = " CHN PRK KOR TWN ETH ERI THA MYS "

// shortNames derives the names by which news repeats a person.
func shortNames(name, code string) []string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return nil
	}
	if strings.Contains(familyFirst, " "+code+" ") {
		return words[:1]
	}
	last := words[len(words)-1]
	if isSuffix(last) && len(words) > 2 {
		words = words[:len(words)-1]
		last = words[len(words)-1]
	}
	out := []string{last}
	from := len(words) - 1
	for from > 1 && isParticle(words[from-1]) {
		from--
	}
	if from < len(words)-1 {
		out = append(out, strings.Join(words[from:], " "))
	}
	for _, p := range []string{"al-", "el-", "Al-", "El-"} {
		if s, ok := strings.CutPrefix(last, p); ok && len(s) > 2 {
			out = append(out, s)
		}
	}
	return out
}

func isSuffix(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "Jr", "Sr", "II", "III", "IV":
		return true
	}
	return false
}

// isParticle says whether a word belongs to the family name that follows it.
func isParticle(w string) bool {
	switch strings.ToLower(w) {
	case "al", "el", "bin", "bint", "ibn", "ben", "ould", "abu", "abd", "abdel", "abdul",
		"van", "von", "der", "den", "de", "del", "della", "la", "le", "du", "da", "das", "do", "dos", "di", "ter", "ten", "zu", "st.":
		return true
	}
	return false
}
