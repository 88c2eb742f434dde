package merge_test

import (
	"testing"

	"github.com/demarche/demarche/record/merge"
)

// paraphrases of one attack, as twenty newsrooms might tell it over three days.
var paraphrases = []article{
	{"2023-05-09", "Gunmen killed 12 villagers in Kaduna, Nigeria, on Tuesday."},
	{"2023-05-09", "Armed men attacked a market in the Nigerian city of Kaduna on Tuesday, killing at least 12 civilians."},
	{"2023-05-09", "At least 12 Nigerian civilians were killed on Tuesday when gunmen attacked a market in Kaduna."},
	{"2023-05-09", "Gunmen on motorcycles shot dead 12 people at a market in Kaduna, northern Nigeria, on Tuesday."},
	{"2023-05-10", "Unidentified gunmen killed 13 villagers in Kaduna on Tuesday, Nigerian police said."},
	{"2023-05-10", "Gunmen attacked villagers in Kaduna on Tuesday and killed 13 of them, the Nigerian government said."},
	{"2023-05-10", "Thirteen Nigerian villagers were killed by gunmen in Kaduna on Tuesday."},
	{"2023-05-10", "Militants killed 14 civilians in an attack in Kaduna, Nigeria, on Tuesday."},
	{"2023-05-10", "Bandits attacked the Nigerian city of Kaduna on Tuesday, killing 14 villagers."},
	{"2023-05-10", "Nigerian civilians were shot dead by gunmen in Kaduna on May 9."},
	{"2023-05-10", "Tuesday's attack by gunmen on a market in Kaduna killed 14 Nigerian civilians."},
	{"2023-05-10", "Armed men opened fire on traders at a market in Kaduna, Nigeria, on Tuesday, killing 14."},
	{"2023-05-10", "Attackers killed 14 villagers in Kaduna, Nigeria, on Tuesday."},
	{"2023-05-11", "Gunmen killed 15 villagers in Nigeria's Kaduna on Tuesday."},
	{"2023-05-11", "The gunmen who attacked a market in Kaduna on Tuesday killed 15 Nigerian villagers."},
	{"2023-05-11", "Bandits killed 15 people in Kaduna, Nigeria, on Tuesday, officials said."},
	{"2023-05-11", "Fifteen civilians were killed on Tuesday in an attack by gunmen in Kaduna, Nigeria."},
	{"2023-05-11", "Gunmen stormed a market in Kaduna, Nigeria, on Tuesday and killed 15 civilians."},
	{"2023-05-11", "Gunmen raided a market in Kaduna, Nigeria, on Tuesday and killed 15 traders."},
	{"2023-05-11", "Armed men killed 15 civilians at a market in Kaduna, Nigeria, on Tuesday."},
}

func TestTwentyReportsOfOneAttackAreOneEvent(t *testing.T) {
	p := newPress(t)
	p.print(paraphrases...)
	attacks := p.of("ASSAULT")
	if len(attacks) != 1 {
		for _, s := range attacks {
			t.Logf("%d mentions, %s", s.Event.Mentions, s.Event.Text)
			if s != attacks[0] {
				m := attacks[0]
				t.Logf("   first has %+v %+v", m.Actors, m.Recipients)
			}
		}
		t.Fatalf("%d attacks, want 1", len(attacks))
	}
	e := attacks[0].Event
	if e.Articles != 20 || e.Sources != 20 {
		t.Errorf("%d articles, %d sources, want 20 of each", e.Articles, e.Sources)
	}
	if e.Size.Dead == nil || e.Size.Dead.Min != 12 || e.Size.Dead.Max != 15 {
		t.Errorf("dead %+v, want 12 to 15", e.Size.Dead)
	}
	if *e.Date != "2023-05-09" || e.FirstSeen != "2023-05-09" || e.LastSeen != "2023-05-11" {
		t.Errorf("on %s, told of from %s to %s", *e.Date, e.FirstSeen, e.LastSeen)
	}
}

func TestWhatStaysApart(t *testing.T) {
	for _, test := range []struct {
		name, kind string
		want       int
		articles   []article
	}{
		{"attacks on one day in two towns", "ASSAULT", 2, []article{
			{"2023-05-09", "Gunmen killed 12 villagers in Kaduna, Nigeria, on Tuesday."},
			{"2023-05-09", "Gunmen killed 9 villagers in Jos, Nigeria, on Tuesday."},
			{"2023-05-10", "Gunmen killed 13 villagers in Kaduna, Nigeria, on Tuesday, police said."},
			{"2023-05-10", "Gunmen killed 9 villagers in Jos, Nigeria, on Tuesday, police said."},
		}},
		{"talks on Monday and again on Thursday", "CONSULT", 2, []article{
			{"2023-05-08", "Russian and Turkish officials held talks in Ankara on Monday."},
			{"2023-05-11", "Russian and Turkish officials held talks again in Ankara on Thursday."},
		}},
		{"accusations in opposite directions", "ACCUSE", 2, []article{
			{"2023-05-08", "Russia accused Ukraine of shelling a village on Monday."},
			{"2023-05-08", "Ukraine accused Russia of shelling a village on Monday."},
		}},
		{"visits in opposite directions", "CONSULT", 2, []article{
			{"2023-05-08", "The president of Kazakhstan visited Uzbekistan on Monday."},
			{"2023-05-08", "The president of Uzbekistan visited Kazakhstan on Monday."},
		}},
		{"meetings with two others on one day", "CONSULT", 2, []article{
			{"2023-05-08", "Turkey's foreign minister met the Russian foreign minister on Monday."},
			{"2023-05-08", "Turkey's foreign minister met the Iranian foreign minister on Monday."},
		}},
		{"two accusations of one day", "ACCUSE", 2, []article{
			{"2023-05-08", "The United States accused China of stealing trade secrets on Monday."},
			{"2023-05-08", "The United States accused China on Monday of building military bases on disputed reefs."},
		}},
		{"a small and a large arrest in one country", "COERCE", 2, []article{
			{"2023-05-08", "Turkish police arrested 3 journalists in Ankara on Monday."},
			{"2023-05-08", "Turkish police detained 120 protesters on Monday in Izmir."},
		}},
		{"one visit a year apart", "CONSULT", 2, []article{
			{"2022-05-09", "The president of Kazakhstan visited Uzbekistan on Monday."},
			{"2023-05-08", "The president of Kazakhstan visited Uzbekistan on Monday."},
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newPress(t)
			p.print(test.articles...)
			if got := p.of(test.kind); len(got) != test.want {
				for _, s := range got {
					t.Logf("%d mentions: %s", s.Event.Mentions, s.Event.Text)
				}
				for id, why := range p.why {
					t.Logf("%s: %.2f %+v", id, merge.Sum(why), why)
				}
				t.Errorf("%d events, want %d", len(got), test.want)
			}
		})
	}
}
