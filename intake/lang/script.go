package lang

import "unicode"

// script is a writing system.
type script int

const (
	other script = iota
	latin
	cyrillic
	arabic
	devanagari
	han
	kana
	hangul
	greek
	hebrew
	thai
	armenian
	georgian
	bengali
	tamil
	telugu
	kannada
	malayalam
	gujarati
	gurmukhi
	sinhala
	khmer
	lao
	myanmar
	ethiopic
	scripts
)

// alone is the language of a script that serves one, or nearly so; "" for others.
func (s script) alone() string {
	switch s {
	case han:
		return "zh"
	case kana:
		return "ja"
	case hangul:
		return "ko"
	case greek:
		return "el"
	case hebrew:
		return "he"
	case thai:
		return "th"
	case armenian:
		return "hy"
	case georgian:
		return "ka"
	case bengali:
		return "bn"
	case tamil:
		return "ta"
	case telugu:
		return "te"
	case kannada:
		return "kn"
	case malayalam:
		return "ml"
	case gujarati:
		return "gu"
	case gurmukhi:
		return "pa"
	case sinhala:
		return "si"
	case khmer:
		return "km"
	case lao:
		return "lo"
	case myanmar:
		return "my"
	case ethiopic:
		return "am"
	}
	return ""
}

// mainScript is the script of most of the letters, and how many they are. Of
// Chinese characters with some kana among them it is kana: that is Japanese.
func mainScript(text string) (main script, letters int) {
	var counts [scripts]int
	for _, r := range text {
		if r < 0x80 {
			if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
				counts[latin]++
				letters++
			}
			continue
		}
		if unicode.IsLetter(r) {
			s := scriptOf(r)
			if s == han || s == kana || s == hangul {
				letters++ // a character stands for more than a letter
				counts[s]++
			}
			counts[s]++
			letters++
		}
	}
	for s, n := range counts {
		if n > counts[main] {
			main = script(s)
		}
	}
	if (main == han || main == kana) && counts[kana]*12 > counts[han] {
		return kana, letters
	}
	return main, letters
}

func scriptOf(r rune) script {
	switch {
	case r < 0x0250 || r >= 0x1e00 && r < 0x1f00:
		return latin
	case r >= 0x0370 && r < 0x0400 || r >= 0x1f00 && r < 0x2000:
		return greek
	case r >= 0x0400 && r < 0x0530:
		return cyrillic
	case r < 0x0590:
		return armenian
	case r < 0x0600:
		return hebrew
	case r < 0x0780 || r >= 0xfb50 && r < 0xfe00 || r >= 0xfe70 && r < 0xff00:
		return arabic
	case r >= 0x0900 && r < 0x0e80:
		return indic(r)
	case r < 0x0f00:
		return lao
	case r >= 0x1000 && r < 0x10a0:
		return myanmar
	case r >= 0x10a0 && r < 0x1100:
		return georgian
	case r >= 0x1100 && r < 0x1200 || r >= 0xac00 && r < 0xd7b0 || r >= 0x3130 && r < 0x3190:
		return hangul
	case r >= 0x1200 && r < 0x13a0:
		return ethiopic
	case r >= 0x1780 && r < 0x1800:
		return khmer
	case r >= 0x3040 && r < 0x3100:
		return kana
	case r >= 0x3400 && r < 0xa000 || r >= 0xf900 && r < 0xfb00 || r >= 0x20000:
		return han
	}
	return other
}

// indic tells the scripts of India and its neighbours, 128 characters each.
func indic(r rune) script {
	switch r &^ 0x7f {
	case 0x0900:
		return devanagari
	case 0x0980:
		return bengali
	case 0x0a00:
		return gurmukhi
	case 0x0a80:
		return gujarati
	case 0x0b80:
		return tamil
	case 0x0c00:
		return telugu
	case 0x0c80:
		return kannada
	case 0x0d00:
		return malayalam
	case 0x0d80:
		return sinhala
	case 0x0e00:
		return thai
	}
	return other
}
