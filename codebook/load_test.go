package codebook

import (
	"strings"
	"testing"
)

const baseRules = `
set aid = food

rule give
  code AID
  ACTOR gives RECIPIENT @aid

rule visit
  code CONSULT visit
  ACTOR visits RECIPIENT
`

func TestUserRulesGoOverTheBuiltIn(t *testing.T) {
	visit := sketch{words: "Iran=IRN visited~visit Iraq=IRQ", frames: []string{"visited agent:Iran theme:Iraq"}}
	give := sketch{words: "Iran=IRN gave~give Iraq=IRQ horses~horse", frames: []string{"gave agent:Iran dative:Iraq theme:horses"}}
	for _, c := range []struct {
		name, layer string
		sketch
		want string
	}{
		{"nothing on top", "", visit, "CONSULT IRN > IRQ"},
		{"replace a rule", "rule visit\n  code SUPPORT\n  ACTOR visits RECIPIENT\n", visit, "SUPPORT IRN > IRQ"},
		{"remove a rule", "remove visit\n", visit, ""},
		{"replace a set", "set aid = horse\n", give, "AID IRN > IRQ"},
		{"a set left alone", "set mounts = horse\n", give, ""},
		{"add a rule", "rule tour\n  code AGREE\n  ACTOR:state visits RECIPIENT\n", visit, "AGREE IRN > IRQ"},
	} {
		t.Run(c.name, func(t *testing.T) {
			cb := load(t, baseRules, c.layer)
			d := c.doc(t)
			cb.Match(d)
			if got := outcome(d); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestLoadErrors(t *testing.T) {
	for _, c := range []struct{ rules, want string }{
		{"rule x\n  ACTOR visits RECIPIENT\n", "test.rules:1:1: rule x has no code line"},
		{"rule x\n  code AID\n", "test.rules:1:1: rule x has no pattern line"},
		{"rule x\n  code FIGHT\n  ACTOR hits RECIPIENT\n", "test.rules:2:8: \"FIGHT\" is no PLOVER category"},
		{"rule x\n  code AID visit\n  ACTOR hits RECIPIENT\n", "test.rules:2:12: AID has no mode \"visit\"; its modes are none"},
		{"rule x\n  code AID\n  cameo 77\n  ACTOR hits RECIPIENT\n", "test.rules:3:9: \"77\" is no CAMEO code"},
		{"rule x\n  code AID\n  context fun\n  ACTOR hits RECIPIENT\n", "test.rules:3:11: \"fun\" is no PLOVER context"},
		{"rule x\n  code AID\n  ACTOR gives @aid\n", "test.rules:3:15: there is no set @aid"},
		{"set a = @b\nset b = @a\nrule x\n  code AID\n  ACTOR gives @a\n", "test.rules:2:9: the set @a contains itself"},
		{"rule x\n  code AID\n  ACTOR gives TARGET food\n", "test.rules:3:15: TARGET is neither a slot nor a category"},
		{"rule x\n  code AID\n  ACTOR:GOD gives food\n", "test.rules:3:9: GOD is no sector"},
		{"rule x\n  code AID\n  ACTOR:nice gives food\n", "test.rules:3:9: \"nice\" is no kind of actor"},
		{"rule x\n  code AID\n  ACTOR ASSAULT RECIPIENT\n", "test.rules:3:9: the predicate must be a verb"},
		{"rule x\n  code AID\n  ACTOR a b\n\nrule x\n  code AID\n  ACTOR a b\n", "test.rules:5:1: the rule x is defined at test.rules:1 already"},
		{"remove nothing\n", "test.rules:1:1: there is no rule nothing to remove"},
	} {
		_, err := tryLoad(c.rules)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q\n got %v\nwant %s…", c.rules, err, c.want)
		}
	}
}
