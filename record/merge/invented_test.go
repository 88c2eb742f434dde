package merge_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record/merge"
)

// happening is an invented event, with ways to tell it. In a way to tell,
// {who} and {whom} are the sides, {town}, {country} and {n} what they say.
type happening struct {
	kind string
	day  demarche.Date
	fill map[string]string
	n    int
	ways []string
}

var attackWays = []string{
	"Gunmen killed {n} villagers in {town}, {country}, on {day}.",
	"At least {n} civilians were killed on {day} when gunmen attacked a market in {town}, {country}.",
	"Armed men attacked the town of {town} in {country} on {day}, killing {n} people.",
	"{n} people were shot dead by gunmen in {town}, {country}, on {day}.",
	"Gunmen opened fire on a market in {town}, {country}, on {day} and killed {n} civilians.",
}

var meetingWays = []string{
	"The foreign minister of {who} met the foreign minister of {whom} in {town} on {day}.",
	"{who}'s foreign minister held talks with the foreign minister of {whom} in {town} on {day}.",
	"The foreign minister of {whom} held talks with the foreign minister of {who} on {day}.",
}

var visitWays = []string{
	"The president of {who} visited {whom} on {day}.",
	"{who}'s president paid a visit to {whom} on {day}.",
	"The president of {who} arrived in {whom} on {day} for a state visit.",
}

var sanctionWays = []string{
	"{who} imposed sanctions on {whom} on {day} over {topic}.",
	"{who} announced on {day} that it had imposed sanctions on {whom} over {topic}.",
	"The government of {who} sanctioned {whom} on {day} over {topic}.",
}

var accusationWays = []string{
	"{who} accused {whom} on {day} of {topic}.",
	"The government of {who} accused {whom} of {topic} on {day}.",
	"{who}'s foreign ministry accused {whom} of {topic} on {day}.",
}

var topics = strings.Split("stealing trade secrets,jamming the signals of airliners,moving the border markers at night,"+
	"dumping waste in a shared river,hiding smugglers from the police,training the fighters of a banned party", ",")

// towns of three countries: many attacks of one country differ in them only.
var towns = map[string][]string{
	"Nigeria": {"Jos", "Maiduguri", "Sokoto", "Gusau", "Yola"}, "Pakistan": {"Quetta", "Peshawar", "Gwadar", "Multan"}, "Mali": {"Mopti", "Gao", "Timbuktu"},
}

var states = []string{"Kenya", "Chad", "Norway", "Chile", "Peru", "Japan", "Turkey", "Poland", "Ghana", "Vietnam"}

// season invents what happens in thirty days: attacks in a few towns, pairs of
// states that meet, visit, sanction and accuse one another more than once.
func season(random *rand.Rand, events int) []happening {
	start := demarche.Date{Year: 2023, Month: 5, Day: 1}
	var all []happening
	taken := map[string]bool{}
	for range events {
		h := happening{day: start.AddDays(random.IntN(30)), fill: map[string]string{}, n: 5 + random.IntN(40)}
		a := random.IntN(len(states))
		b := (a + 1 + random.IntN(3)) % len(states)
		h.fill["who"], h.fill["whom"], h.fill["town"] = states[a], states[b], "Geneva"
		h.fill["topic"] = topics[random.IntN(len(topics))]
		switch random.IntN(6) {
		case 0, 1:
			h.kind, h.ways = "ASSAULT", attackWays
			country := []string{"Nigeria", "Pakistan", "Mali"}[random.IntN(3)]
			h.fill["country"], h.fill["town"] = country, towns[country][random.IntN(len(towns[country]))]
		case 2:
			h.kind, h.ways = "CONSULT", meetingWays
		case 3:
			h.kind, h.ways = "CONSULT", visitWays
		case 4:
			h.kind, h.ways = "SANCTION", sanctionWays
		default:
			h.kind, h.ways = "ACCUSE", accusationWays
		}
		// Two attacks on one town on one day, told by different papers, nobody
		// could tell apart.
		key := fmt.Sprint(h.ways[0], h.fill["who"], h.fill["whom"], h.day)
		if h.kind == "ASSAULT" {
			key = fmt.Sprint(h.fill["town"], h.day)
		}
		if !taken[key] {
			all = append(all, h)
		}
		taken[key] = true
	}
	return all
}

// told is an article on the happening, printed up to two days later, with a
// count that has grown a little.
func (h *happening) told(random *rand.Rand) article {
	later := random.IntN(3)
	text := h.ways[random.IntN(len(h.ways))]
	for name, value := range h.fill {
		text = strings.ReplaceAll(text, "{"+name+"}", value)
	}
	text = strings.ReplaceAll(text, "{n}", fmt.Sprint(h.n+random.IntN(1+later)))
	text = strings.ReplaceAll(text, "{day}", h.day.Time().Format("Monday"))
	return article{h.day.AddDays(later).String(), text}
}

// TestInventedSeason codes and merges some 800 articles on 250 invented events
// and counts pairs of mentions: of those merged, how many tell of one event;
// of those that tell of one event, how many were merged.
func TestInventedSeason(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 5))
	p := newPress(t, newCoder(t))
	truth := map[string]int{} // by mention
	for n, h := range season(random, 250) {
		for range 1 + random.IntN(5) {
			before := p.mentions
			p.print(h.told(random))
			for _, m := range p.mentionIDs[before:] {
				truth[m] = n
			}
		}
	}
	right, merged, same := 0, 0, 0
	for i, a := range p.mentionIDs {
		for _, b := range p.mentionIDs[:i] {
			one, kept := truth[a] == truth[b], p.eventOf[a] == p.eventOf[b]
			if p.kindOf[a] != p.kindOf[b] {
				continue // a sentence may tell of something else besides
			}
			same += count(one)
			merged += count(kept)
			right += count(one && kept)
			if kept && !one {
				t.Logf("wrongly merged:\n  %s\n  %s\n  %.1f %v", p.textOf[a], p.textOf[b], merge.Sum(p.why[a]), p.why[a])
			}
		}
	}
	precision, recall := float64(right)/float64(merged), float64(right)/float64(same)
	t.Logf("%d mentions, %d events; of %d merged pairs %.3f right, of %d pairs of one event %.3f merged", len(p.mentionIDs), len(p.events), merged, precision, same, recall)
	if precision < 0.98 || recall < 0.95 {
		t.Errorf("precision %.3f, recall %.3f", precision, recall)
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}
