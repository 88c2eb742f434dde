package codebook

import (
	"strings"
	"testing"
)

const sound = `
rule visit
  code     CONSULT visit
  cameo    042
  ACTOR visits RECIPIENT
  eg  A visited B.  => IRN > IRQ
  eg  A saw B.      => none
`

func TestLint(t *testing.T) {
	for _, c := range []struct{ name, rules, want string }{
		{"sound", sound, ""},
		{"no positive example", strings.Replace(sound, "IRN > IRQ", "none", 1), "rule visit has no example that it codes"},
		{"no negative example", strings.Replace(sound, "none", "IRN > -", 1), "rule visit has no example that it leaves alone"},
		{"no cameo", strings.Replace(sound, "cameo    042", "context  diplomatic", 1), "rule visit has no CAMEO code"},
		{"cameo of another category", strings.Replace(sound, "042", "173", 1), "CAMEO 173 is no CONSULT"},
		{"past tense", strings.Replace(sound, "visits", "visited", 1), "no frame has the predicate \"visited\""},
		{"past tense in a set", strings.Replace(sound, "ACTOR visits", "ACTOR @go", 1) + "\nset go = visits toured\n", "no frame has the predicate \"toured\""},
		{"verb with its preposition", strings.Replace(sound, "ACTOR visits", "ACTOR @go", 1) + "\nset go = \"talk to\"\n", "no frame has the predicate \"talk to\""},
		{"mode of the example", strings.Replace(sound, "IRN > IRQ", "IRN > IRQ [mode phone]", 1), "the rule's code line has no mode phone"},
		{"nobody in it", strings.Replace(sound, "ACTOR visits RECIPIENT", "SOMETHING visits SOMETHING", 1), "this line has neither ACTOR nor RECIPIENT"},
		{"lone preposition", strings.Replace(sound, "ACTOR visits RECIPIENT", "ACTOR visits RECIPIENT for", 1), "nothing follows \"for\""},
		{"unused set", sound + "\nset aid = food\n", "nothing uses the set @aid"},
		{"word twice", sound + "\nset aid = food Food\n\nrule give\n  code AID\n  cameo 07\n  ACTOR gives RECIPIENT @aid\n  eg A. => IRN > IRQ\n  eg B. => none\n",
			"Food stands twice"},
		{"line twice", strings.Replace(sound, "  eg  A visited", "  ACTOR visits RECIPIENT\n  eg  A visited", 1), "this line stands at test.rules:5 already"},
		{"tie", sound + strings.NewReplacer("rule visit", "rule tour", "CONSULT visit", "SUPPORT", "042", "051", "visits", "tours|visits").Replace(sound),
			"for \"visit\" this line (SUPPORT) ties with test.rules:5"},
		{"never wins", sound + "\nset small = castle\n\nrule tour\n  code SUPPORT\n  cameo 051\n  ACTOR tours @small in RECIPIENT\n  eg A. => IRN > IRQ\n  eg B. => none\n" +
			"\nrule see\n  code AGREE\n  cameo 03\n  ACTOR tours castle|palace in RECIPIENT\n  eg A. => IRN > IRQ\n  eg B. => none\n", "for \"tour\" this line (SUPPORT) never wins"},
		{"more specific is no tie", sound + strings.NewReplacer("rule visit", "rule tour", "CONSULT visit", "SUPPORT", "042", "051", "RECIPIENT\n", "RECIPIENT:state\n").Replace(sound), ""},
		{"event that nothing codes", strings.Replace(sound, "  eg  A visited", "  ACTOR threatens to ASSAULT RECIPIENT\n  eg  A visited", 1), "no rule codes ASSAULT"},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := load(t, c.rules).Lint()
			if c.want == "" {
				for _, f := range found {
					t.Error(f)
				}
				return
			}
			if len(found) != 1 || !strings.HasPrefix(found[0].Msg, c.want) {
				t.Errorf("got %v, want one: %s…", found, c.want)
			}
		})
	}
}
