package alert_test

import (
	"strings"
	"testing"

	"github.com/demarche/demarche/alert"
)

func env(name string) string { return map[string]string{"SECRET": "s3cret"}[name] }

func TestParseRules(t *testing.T) {
	rules, err := alert.ParseRules("/etc/demarche/alerts.rules", `
# where to
deliver desk webhook https://hooks.example/x secret $SECRET
deliver editors mail a@example.org,b@example.org from d@example.org via mail.example.org:587 user d password $SECRET
deliver log file alerts.jsonl # beside this file

when actor:RUS recipient:KAZ type:SANCTION,THREATEN status:done,future
  as "Russia presses Kazakhstan"
  to desk, log

when dyad USA "Antony Blinken" weekly score below -2
  to editors
when text:"gas talks"
`, env)
	if err != nil {
		t.Fatal(err)
	}
	one, two, three := rules.Rules[0], rules.Rules[1], rules.Rules[2]
	if one.Title != "Russia presses Kazakhstan" || strings.Join(one.To, " ") != "desk log" || one.Query.Actor[0].Code != "RUS" || one.Line != 7 {
		t.Errorf("first rule: %+v", one)
	}
	if two.Dyad == nil || *two.Dyad != (alert.Dyad{A: "USA", B: "Antony Blinken", By: "week", Measure: "score", Below: true, Limit: -2}) {
		t.Errorf("second rule: %+v", two.Dyad)
	}
	if three.Title != `text:"gas talks"` || three.To[0] != "stdout" {
		t.Errorf("third rule: %+v", three)
	}
	if rules.Ways[1].Secret != "s3cret" || rules.Ways[3].Target != "/etc/demarche/alerts.jsonl" {
		t.Errorf("ways: %+v", rules.Ways)
	}
}

func TestWrongRules(t *testing.T) {
	for text, want := range map[string]string{
		"":                                       "r: no rules",
		"if actor:RUS":                           `r:1:1: "if": a line starts with`,
		"  to x":                                 `r:1:3: "to" belongs below`,
		"when":                                   "r:1:1: when what?",
		"when actr:RUS":                          "r:1:6: ",
		"when event:x":                           "r:1:6: a rule is about events to come",
		"when dyad USA":                          "r:1:6: write it as",
		"when dyad USA RUS hourly score below 1": `r:1:19: "hourly"`,
		"when dyad USA RUS daily mood below 1":   `r:1:25: "mood"`,
		"when dyad USA RUS daily score under 1":  `r:1:31: "under"`,
		"when dyad USA RUS daily score below x":  `r:1:37: "x" is no number`,
		"when actor:RUS\n to nobody":             `r:1:1: this rule is sent to "nobody"`,
		"when actor:RUS\n as two words":          "r:2:9: put the title in quotes",
		"when actor:RUS\n as \"open":             "r:2:5: the quotes do not end",
		"deliver x pigeon home":                  `r:1:11: "pigeon"`,
		"deliver x webhook ftp://x":              "r:1:19: ",
		"deliver x webhook https://x secret $NO": "r:1:36: the environment has no NO",
		"deliver x webhook https://x token y":    `r:1:29: "token" is no setting of a webhook`,
		"deliver x mail me":                      `r:1:16: "me" is no e-mail address`,
		"deliver x mail a@b.example":             "r:1:16: mail needs from",
		"deliver x file a\ndeliver x file b":     `r:2:9: there is a way "x" already`,
	} {
		if _, err := alert.ParseRules("r", text, env); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s…", text, err, want)
		}
	}
}

func FuzzParseRules(f *testing.F) {
	f.Add("when actor:RUS\n as \"x\"\n to desk\ndeliver desk webhook https://x.example secret $SECRET")
	f.Add("when dyad USA \"A B\" weekly score below -2")
	f.Fuzz(func(t *testing.T, text string) {
		rules, err := alert.ParseRules("r", text, env)
		if err == nil && len(rules.Rules) == 0 {
			t.Fatal("no rules and no error")
		}
	})
}
