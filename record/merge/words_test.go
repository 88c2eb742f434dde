package merge

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func TestStemsBringFormsTogether(t *testing.T) {
	for _, forms := range [][]string{{"attack", "attacks", "attacked", "attackers", "attacking"}, {"kill", "killed", "killing"}, {"secret", "secrets"}, {"militant", "militants"}} {
		for _, form := range forms[1:] {
			if stem(form) != stem(forms[0]) {
				t.Errorf("%s and %s have the stems %s and %s", forms[0], form, stem(forms[0]), stem(form))
			}
		}
	}
	if stem("steal") == stem("build") || stem("Чечня") == stem("Чернобыль") {
		t.Error("other words have one stem")
	}
}

func TestPlacesAreNamesWhereSomethingWas(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"Gunmen killed 12 villagers in Kaduna, Nigeria, on Tuesday.", []string{"kaduna"}},
		{"Armed men attacked the town of Jos in Nigeria on Tuesday.", []string{"jos", "nigeria"}},
		{"The president of Kazakhstan spoke in March.", nil},
		{"Talks were held near New York on Friday.", []string{"new", "york"}},
		{"Police in Nigeria's Kaduna made arrests.", []string{"kaduna", "nigeria"}},
		{"They met in secret.", nil},
	} {
		if got := places(test.text); !slices.Equal(got, test.want) {
			t.Errorf("%q names %q, want %q", test.text, got, test.want)
		}
	}
}

// FuzzWords reads any text: words are what articles are full of, and they are
// cut by bytes.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "naïveté in São Tomé", "ééééééé", "in in in", "\xff\xfe in \xff", "外交部长", "O’Brien’s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, word := range append(bag(text), places(text)...) {
			if utf8.ValidString(text) && !utf8.ValidString(word) {
				t.Errorf("%q is cut within a letter", word)
			}
		}
		if d := dice(bag(text), bag(text)); len(bag(text)) > 0 && d != 1 {
			t.Errorf("a text shares %v with itself", d)
		}
	})
}
