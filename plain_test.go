package demarche

import "testing"

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"":               "",
		"Kazakhstan":     "Kazakhstan",
		"’s":             "'s",
		"“":              `"`,
		"—":              "--",
		"–":              "-",
		"Côte d’Ivoire":  "Côte d'Ivoire",
		"Zürich":         "Zürich",
		"bad\xffbyte…":   "bad\xffbyte...",
		"\xe2\x80":       "\xe2\x80",
		"‘quoted’ words": "'quoted' words",
	} {
		if got := Plain(in); got != want {
			t.Errorf("Plain(%q) = %q, want %q", in, got, want)
		}
	}
}
