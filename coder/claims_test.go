package coder

import (
	"fmt"
	"strings"
	"testing"

	"github.com/demarche/demarche"
)

// claims prints the claims of a document: source: about | predicate | change
// amount, by, from | time.
func claims(d *demarche.Doc) []string {
	number := func(i int) string {
		if i < 0 {
			return "-"
		}
		return d.TextOf(d.Quantities[i].Range)
	}
	var out []string
	for _, c := range d.Claims {
		when := "-"
		if c.Time >= 0 {
			when = d.Times[c.Time].Value
		}
		out = append(out, fmt.Sprintf("%s: %s | %s %s | %s, %s, %s | %s", d.Tokens[c.Source].Form, d.TextOf(c.About), d.Tokens[c.Predicate].Form, c.Change,
			number(c.Amount), number(c.By), number(c.From), when))
	}
	return out
}

func votes(d *demarche.Doc) []string {
	word := func(i int) string {
		if i < 0 {
			return "-"
		}
		return d.Tokens[i].Form
	}
	var out []string
	for _, v := range d.Votes {
		s := fmt.Sprintf("%s, %s %s %v", word(v.Body), word(v.Matter), v.Outcome, v.Tally)
		for _, b := range v.Ballots {
			s += " " + word(b.Voter) + "=" + b.Choice
		}
		out = append(out, s)
	}
	return out
}

func TestClaimsAndVotes(t *testing.T) {
	c, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		text string
		of   func(*demarche.Doc) []string
		want string
	}{
		{"A study by the Lindqvist Institute found that exports from Norway to Georgia rose by 12 per cent to $3 billion in 2022.", claims,
			"Institute: exports from Norway to Georgia | rose rise | $3 billion, 12 per cent, - | 2022"},
		{"Inflation fell to 4.5% in May from 5.1% in April, the statistics office said.", claims, "office: Inflation | fell fall | 4.5%, -, 5.1% | 2023-05"},
		{"The health ministry put the death toll at 12.", claims, "ministry: the death toll | put  | 12, -, - | -"},
		{"According to the refugee agency, 7,000 people have fled the region since March.", claims, "agency: people | fled  | 7,000 people, -, - | 2023-03"},
		{"The study found a spike in exports to Kenya.", claims, "study: exports to Kenya | spike rise | -, -, - | -"},
		{"The agency said that deaths had fallen.", claims, "agency: deaths | fallen fall | -, -, - | -"},
		{"The actor said that the curtain had fallen.", claims, ""},
		{"The ministry urged the two countries to release 12 prisoners.", claims, ""},
		{"The company promised to build 400 homes.", claims, ""},
		{"The four ministers said the three parties would meet.", claims, ""},
		{"The UN General Assembly adopted the resolution by 141 votes to 7, with 32 abstentions.", votes, "Assembly, resolution adopted {141 7 32 -1}"},
		{"The Senate rejected the amendment in a 51-49 vote.", votes, "Senate, amendment rejected {49 51 -1 -1}"},
		{"A total of 141 countries voted in favour of the resolution, seven voted against and 32 abstained.", votes, "-, resolution  {141 7 32 -1}"},
		{"China and India abstained, while Belarus voted against.", votes, "-, -  {-1 -1 -1 -1} China=abstained India=abstained Belarus=against"},
		{"All five Central Asian nations abstained or did not vote last week on a UN General Assembly resolution.", votes,
			"Assembly, resolution  {-1 -1 -1 -1} nations=abstained-or-absent"},
		{"Seven countries voted against: Belarus, Mali and Syria.", votes, "-, -  {-1 7 -1 -1} Belarus=against Mali=against Syria=against"},
		{"The parliament is to vote on the bill next week.", votes, ""},
	} {
		d := &demarche.Doc{Text: tc.text, Date: demarche.Date{Year: 2023, Month: 6, Day: 20}}
		if err := c.Code(d); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(tc.of(d), "; "); got != tc.want {
			t.Errorf("%s\n got  %s\n want %s", tc.text, got, tc.want)
		}
	}
}
