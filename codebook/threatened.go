package codebook

import "slices"

// threatened says what an act announced but not done threatens: the mode of
// THREATEN and the CAMEO code. The first row of the category whose mode the
// act has counts, or has none.
var threatened = [...]struct {
	category, mode  string
	threat, deepest string
}{
	{"SANCTION", "expel", "expel", "1313"},
	{"SANCTION", "convict", "arrest", "137"},
	{"SANCTION", "withdraw", "relations", "1311"},
	{"SANCTION", "", "relations", "1312"},
	{"PROTEST", "", "", "133"},
	{"COERCE", "arrest", "arrest", "137"},
	{"COERCE", "deport", "expel", "137"},
	{"COERCE", "curfew", "restrict", "1323"},
	{"COERCE", "martial-law", "restrict", "1324"},
	{"COERCE", "", "restrict", "132"},
	{"ASSAULT", "", "violence", "138"},
}

// Threatened is the modes and the CAMEO code of the THREATEN that Reduce makes
// of an act of the category with these modes.
func Threatened(category string, modes []string) ([]string, string) {
	for _, t := range threatened {
		if t.category == category && (t.mode == "" || slices.Contains(modes, t.mode)) {
			if t.threat == "" {
				return nil, t.deepest
			}
			return []string{t.threat}, t.deepest
		}
	}
	return nil, "130"
}
