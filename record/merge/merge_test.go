package merge_test

import (
	"slices"
	"testing"

	"github.com/demarche/demarche/record/merge"
	"github.com/demarche/demarche/record/vocab"
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
	p := newPress(t, newCoder(t))
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
	c := newCoder(t)
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
			p := newPress(t, c)
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

func TestWhatIsOneEvent(t *testing.T) {
	c := newCoder(t)
	for _, test := range []struct {
		name, kind string
		articles   []article
	}{
		{"a meeting told from both sides", "CONSULT", []article{
			{"2023-05-08", "Turkey's foreign minister met the Russian foreign minister in Ankara on Monday."},
			{"2023-05-09", "Russia's foreign minister held talks with the Turkish foreign minister in Ankara on Monday."},
		}},
		{"an attack whose author is known later", "ASSAULT", []article{
			{"2023-05-09", "At least 20 Somali soldiers were killed in an attack on a base near Beledweyne on Tuesday."},
			{"2023-05-10", "Al-Shabaab fighters killed 22 Somali soldiers in an attack on a base near Beledweyne on Tuesday."},
		}},
		{"gunmen who turn out to be of a group from across the border", "ASSAULT", []article{
			{"2023-05-09", "Gunmen attacked an army base in Chad on Tuesday, killing 12 Chadian soldiers."},
			{"2023-05-10", "Boko Haram militants attacked an army base in Chad on Tuesday, killing 13 Chadian soldiers."},
		}},
		{"sanctions told with and without the ministry", "SANCTION", []article{
			{"2023-05-09", "The United States imposed sanctions on Iran on Tuesday over its drone exports."},
			{"2023-05-10", "The US Treasury Department imposed sanctions on Iran on Tuesday over drone exports to Russia."},
		}},
		{"an accusation in other words", "ACCUSE", []article{
			{"2023-05-09", "The United States accused China of stealing trade secrets on Tuesday."},
			{"2023-05-09", "Washington accused China on Tuesday of stealing secrets of trade from US companies."},
		}},
		{"what was planned for Friday and held on it", "CONSULT", []article{
			{"2023-05-09", "The president of Kazakhstan will visit Uzbekistan on Friday."},
			{"2023-05-12", "The president of Kazakhstan visited Uzbekistan on Friday."},
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newPress(t, c)
			p.print(test.articles...)
			if got := p.of(test.kind); len(got) != 1 {
				for _, s := range got {
					e := &s.Event
					t.Logf("%d mentions: %s %v %v %v", e.Mentions, e.Text, e.Event.Event, e.Mode, e.Auxiliary)
				}
				for i := range got[1:] {
					m := &vocab.Mention{Event: got[i+1].Event.Event, Published: got[i+1].Event.FirstSeen}
					why := merge.Compare(m, got[0])
					t.Logf("%.2f %+v", merge.Sum(why), why)
				}
				t.Errorf("%d events, want 1", len(got))
			}
		})
	}
}

func TestHistoryOfAVisit(t *testing.T) {
	p := newPress(t, newCoder(t))
	p.print(
		article{"2023-05-09", "The president of Kazakhstan will visit Uzbekistan on Friday."},
		article{"2023-05-10", "Kazakhstan's president is to visit Uzbekistan on Friday."},
		article{"2023-05-12", "The president of Kazakhstan visited Uzbekistan on Friday."},
		article{"2023-05-13", "The president of Kazakhstan visited Uzbekistan on Friday, state media reported."},
		article{"2023-05-14", "The president of Kazakhstan did not visit Uzbekistan on Friday."},
	)
	visits := p.of("CONSULT")
	if len(visits) != 1 {
		for _, s := range visits {
			t.Logf("%d mentions: %s %v", s.Event.Mentions, s.Event.Text, s.Event.Auxiliary)
		}
		t.Fatalf("%d visits, want 1", len(visits))
	}
	var got [][2]string
	for _, change := range visits[0].Event.History {
		got = append(got, [2]string{change.Date, change.Status})
	}
	want := [][2]string{{"2023-05-09", vocab.Future}, {"2023-05-12", vocab.Done}, {"2023-05-14", vocab.Negated}}
	if !slices.Equal(got, want) {
		t.Errorf("history %v, want %v", got, want)
	}
	if e := visits[0].Event; e.Event.Event[0] != "CONSULT" || len(e.Auxiliary) > 0 || e.EventScale != 4 {
		t.Errorf("the visit is kept as %v %v with scale %v", e.Event.Event, e.Auxiliary, e.EventScale)
	}
}
