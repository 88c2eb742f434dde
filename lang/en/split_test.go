package en

import (
	"strings"
	"testing"
	"time"

	"github.com/demarche/demarche"
)

func split(text string, headline bool) *demarche.Doc {
	d := &demarche.Doc{Text: text, HasHeadline: headline}
	Split(d)
	return d
}

// show writes the sentences of d one a line, tokens apart; + marks a token
// glued to the one before.
func show(d *demarche.Doc) string {
	var b strings.Builder
	for n, s := range d.Sentences {
		if n > 0 {
			b.WriteByte('\n')
		}
		for i := s.First; i < s.Range.End; i++ {
			if i > s.First {
				b.WriteByte(' ')
			}
			if d.Tokens[i].Glued {
				b.WriteByte('+')
			}
			b.WriteString(d.Tokens[i].Form)
		}
	}
	return b.String()
}

func TestTokens(t *testing.T) {
	for in, want := range map[string]string{
		"They don't, can't and cannot agree": "They do +n't , ca +n't and can +not agree",
		"It’s Ankara’s and the Saudis’ plan": "It +’s Ankara +’s and the Saudis +’ plan",
		"I'd've gone to O'Brien's":           "I +'d +'ve gone to O'Brien +'s",
		"a 15-year-old US-led pre-war plan":  "a 15 - year - old US - led pre-war plan",
		"anti-government mid-1990s ex-UN":    "anti-government mid-1990s ex-UN",
		"$3.5m, €20, £1,000 or US$40bn":      "$ 3.5 m , € 20 , £ 1,000 or US$ 40 bn",
		"7,644km at 5pm, 10:30 a.m. sharp":   "7,644 km at 5 pm , 10:30 a.m. sharp",
		"on 9/11, 24/7, and/or 2019-03-04":   "on 9/11 , 24/7 , and / or 2019-03-04",
		"from 5-10 and 2005–2006":            "from 5 - 10 and 2005 – 2006",
		"call 555-0199 or 202-555-0143":      "call 555-0199 or 202-555-0143",
		"the 3D, 4G and F-16s of the 1980s":  "the 3D , 4G and F - 16s of the 1980s",
		"40% of AT&T in the '90s":            "40 % of AT&T in the '90s",
		"U.S.-based Acme Inc., and J.D. Roe": "U.S. - based Acme Inc. , and J.D. Roe",
		"see www.example.org/a-b, or (a@b.example).": "see www.example.org/a-b , " +
			"or ( a@b.example ) .",
		"“No,” he said—twice…":       "“ No , ” he said — twice …",
		"wait... what?! no -- never": "wait ... what ?! no -- never",
		"account(s) [sic] #hash #1":  "account ( s ) [ sic ] #hash # 1",
		"3,000\u00a0men\u2009and":    "3,000 men and",
		"Zürich, Kraków, 北京":         "Zürich , Kraków , 北京",
		"gonna wanna it's its":       "gon +na wan +na it +'s its",
		"bad\xff\xfebytes, here":     "bad\xff\xfebytes , here",
		"👍🏽 and 👩\u200d🚀 fly":        "👍🏽 and 👩\u200d🚀 fly",
	} {
		if got := show(split(in, false)); got != want {
			t.Errorf("%q\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"titles and initials", "Gen. J. D. Roe met Mr. X. He left.",
			"Gen. J. D. Roe met Mr. X .\nHe left ."},
		{"acronym before a name", "The U.S. Senate sat. He left the U.S. The Senate voted.",
			"The U.S. Senate sat .\nHe left the U.S.\nThe Senate voted ."},
		{"number", "Resolution No. 5 passed. The answer was no. Five left.",
			"Resolution No. 5 passed .\nThe answer was no .\nFive left ."},
		{"months and hours", "It began on Feb. 28 at 5 p.m. Monday. It ended at 6 p.m. Troops left.",
			"It began on Feb. 28 at 5 p.m. Monday .\nIt ended at 6 p.m .\nTroops left ."},
		{"short form at the end", "He heads Acme Inc. He also owns Bolt Ltd.",
			"He heads Acme Inc .\nHe also owns Bolt Ltd ."},
		{"closing quotation mark", "“We won.” The crowd cheered.", "“ We won . ”\nThe crowd cheered ."},
		{"question of a speaker", `"Who won?" Minister Roe asked. Nobody knew.`,
			"\" Who won ? \" Minister Roe asked .\nNobody knew ."},
		{"small letter after a question", `"Why now?" he said. "Why not?"`,
			"\" Why now ? \" he said .\n\" Why not ? \""},
		{"decimals", "It rose 3.5 points. 12 died.", "It rose 3.5 points .\n12 died ."},
		{"note", "He was born in Astana.[3] She was not.", "He was born in Astana . [ 3 ]\nShe was not ."},
		{"no blank", "They met on Monday.The talks failed. See example.com for more.",
			"They met on Monday .\nThe talks failed .\nSee example.com for more ."},
		{"dots", "He paused... then left. They said... Nothing happened.",
			"He paused ... then left .\nThey said ...\nNothing happened ."},
		{"item number", "1. Release the prisoners. 2 more follow.",
			"1 . Release the prisoners .\n2 more follow ."},
		{"name in small letters", "The raid failed. al-Qaeda fled.", "The raid failed .\nal - Qaeda fled ."},
		{"bracket inside a clause", "Sen. Roe (D-Wash.) and Rep. Poe (R-Ind.) said so. They left.",
			"Sen. Roe ( D - Wash. ) and Rep. Poe ( R - Ind. ) said so .\nThey left ."},
		{"dots at the head", "“… We will go on,” he said.", "“ … We will go on , ” he said ."},
		{"speaker behind a full stop", `"It is over." Minister Roe said. "We won." The crowd cheered.`,
			"\" It is over . \" Minister Roe said .\n\" We won . \"\nThe crowd cheered ."},
		{"unknown short form", "The bldg. was shelled at 90 kmh. Residents fled.",
			"The bldg. was shelled at 90 kmh .\nResidents fled ."},
	} {
		if got := show(split(c.text, false)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	for _, c := range []struct {
		name, text string
		headline   bool
		want       string // sentences, paragraph numbers before them
	}{
		{"headline", "Ministers meet in Astana\n\nThey met. It rained.", true,
			"0H Ministers meet in Astana|1 They met .|1 It rained ."},
		{"no headline", "Ministers meet\n\nThey met.", false, "0 Ministers meet|1 They met ."},
		{"wrapped lines", "The foreign ministers of the two states met on Monday in\nVienna and agreed to meet again before the end of the\nyear.", false,
			"0 The foreign ministers of the two states met on Monday in Vienna and agreed to meet again before the end of the year ."},
		{"heading on a line of its own", "Reactions abroad\nThe foreign ministers of the two states condemned the raid and called\nfor talks.", false,
			"0 Reactions abroad|1 The foreign ministers of the two states condemned the raid and called for talks ."},
		{"heading between dashes", "It ended.\n\n– Spotlight on aid –\n\nIt began.", false,
			"0 It ended .|1 – Spotlight on aid –|2 It began ."},
		{"bullets", "The sides agreed to:\n- end the siege\n- free prisoners\n• open the road", false,
			"0 The sides agreed to :|1 - end the siege|2 - free prisoners|3 • open the road"},
		{"one paragraph a line", strings.Repeat("The talks went on for a long time in the capital ", 4) + "\nNobody spoke", false,
			"0 " + strings.TrimSpace(strings.Repeat("The talks went on for a long time in the capital ", 4)) + "|1 Nobody spoke"},
		{"returns", "One.\r\n\r\nTwo.", false, "0 One .|1 Two ."},
	} {
		d := split(c.text, c.headline)
		lines := strings.Split(show(d), "\n")
		for i := range lines {
			mark := string(rune('0' + d.Sentences[i].Paragraph))
			if d.Sentences[i].Headline {
				mark += "H"
			}
			lines[i] = mark + " " + lines[i]
		}
		if got := strings.Join(lines, "|"); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestDatelines(t *testing.T) {
	for text, want := range map[string]string{
		"ASTANA, Feb 28 (Agency) — Ministers met.":             "ASTANA, Feb 28 (Agency) —",
		"WASHINGTON (AFP): The envoy left.":                    "WASHINGTON (AFP):",
		"BEIJING — China protested.":                           "BEIJING —",
		"WASHINGTON, D.C. (AP) -- The envoy left.":             "WASHINGTON, D.C. (AP) --",
		"PARIS/BERLIN, March 3 (Agency) - Both met.":           "PARIS/BERLIN, March 3 (Agency) -",
		"PORT-AU-PRINCE, Haiti (Agency) – Gangs attacked.":     "PORT-AU-PRINCE, Haiti (Agency) –",
		"Kabul, Afghanistan (CNN) — A bomb exploded.":          "Kabul, Afghanistan (CNN) —",
		"UNITED NATIONS, Sept. 5 (Agency) -- The council met.": "UNITED NATIONS, Sept. 5 (Agency) --",
		"Moscow — Russia will reply.":                          "Moscow —",
		"Moscow - Russia will reply.":                          "Moscow -",
		"NEW DELHI - A court ruled.":                           "NEW DELHI -",
		"Tehran, March 15, IRNA - The envoy left.":             "Tehran, March 15, IRNA -",
		"Bogota, March 8 (IANS) The envoy left.":               "Bogota, March 8 (IANS)",
		"UNITED NATIONS: The council met.":                     "UNITED NATIONS:",
		"WASHINGTON (AP) \" The envoy left.":                   "WASHINGTON (AP) \"",
		"NEW - The envoy left.":                                "",
		"Moscow: Russia will reply.":                           "",
		"Friday, January 4, 2019":                              "Friday, January 4, 2019",
		"3 March 2021":                                         "3 March 2021",
		"BREAKING — Russia will reply.":                        "",
		"NOTE: The envoy left.":                                "",
		"Rep. Jane Roe (R-S.C.): We agree.":                    "",
		"Ministers from Asia — all of them — left.":            "",
		"Moscow — which denies it — will reply.":               "",
		"The envoy (AP) left.":                                 "",
	} {
		d := split(text, false)
		if got := d.TextOf(d.Sentences[0].Dateline); got != want {
			t.Errorf("%q: dateline %q, want %q", text, got, want)
		}
	}
}

func TestLongTableIsCut(t *testing.T) {
	start := time.Now()
	for _, unit := range []string{"12 ", "a,", "\"", "1-", "a's", "! ", "x.Yy", "''", "((", "\u200d"} {
		d := split(strings.Repeat(unit, 200_000), false)
		for _, s := range d.Sentences {
			if s.Len() > maxSentence {
				t.Errorf("%q: a sentence of %d tokens", unit, s.Len())
				break
			}
		}
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v, which is not linear", took)
	}
}

// checkSplit checks what holds for every text.
func checkSplit(t *testing.T, d *demarche.Doc) {
	t.Helper()
	at := 0
	for i, tok := range d.Tokens {
		if tok.Start < at || tok.End <= tok.Start || tok.Form != d.Text[tok.Start:tok.End] {
			t.Fatalf("token %d is %+v behind byte %d of %q", i, tok.Span, at, d.Text)
		}
		if tok.Glued && tok.Start != at {
			t.Fatalf("token %d, %q, is glued over a gap", i, tok.Form)
		}
		checkGap(t, d.Text[at:tok.Start])
		at = tok.End
	}
	checkGap(t, d.Text[at:])
	next, paragraph := 0, 0
	for i, s := range d.Sentences {
		if s.First != next || s.Len() <= 0 || s.Text != d.SpanOf(s.Range) || s.Paragraph < paragraph {
			t.Fatalf("sentence %d is %+v, want it to begin at token %d", i, s, next)
		}
		if s.Dateline.Len() > 0 && (s.Dateline.First != s.First || s.Dateline.End > s.Range.End) {
			t.Fatalf("dateline %+v outside sentence %+v", s.Dateline, s.Range)
		}
		next, paragraph = s.Range.End, s.Paragraph
	}
	if next != len(d.Tokens) {
		t.Fatalf("sentences hold %d of %d tokens", next, len(d.Tokens))
	}
}

func checkGap(t *testing.T, gap string) {
	t.Helper()
	for i := 0; i < len(gap); {
		c, size := classAt(gap, i)
		if !c.isSpace() {
			t.Fatalf("%q lies between tokens", gap)
		}
		i += size
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("WASHINGTON (AFP): Gen. Roe's “plan” didn’t work... etc.) See a@b.example!\n\n– End –", true)
	f.Add("1-1-1-1a 5pm's 's ''’’ \xff\u00a0\u2028\r\n\u200d p.m.)\"", false)
	f.Add("- a\n- b\n[1] U.S.\" The.Next ...\n\n\n\t", false)
	f.Fuzz(func(t *testing.T, text string, headline bool) {
		checkSplit(t, split(text, headline))
	})
}

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat("ASTANA, Feb 28 (Agency) — Foreign Minister J. D. Roe on Tuesday vowed “full support” for the "+
		"country’s independence, which the U.S. Senate didn't oppose.\n\n", 500)
	d := &demarche.Doc{Text: text}
	Split(d)
	words := len(d.Tokens)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Split(d)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
