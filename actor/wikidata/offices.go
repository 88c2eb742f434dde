package wikidata

import "strings"

// position is what the lexicon makes of an office of Wikidata.
type position struct {
	office       string
	sectors      string
	country      string // ids
	jurisdiction string
	directs      string
	code         string // of a body that has no country: UNO, EUR, IGO
}

// lawmaking are the words of bodies whose members make laws.
var lawmaking = []string{
	"parliament", "assembly", "senate", "senator", "congress", "house of", "chamber of", "knesset", "duma", "bundestag", "bundesrat", "diet",
	"riksdag", "storting", "sejm", "seimas", "saeima", "folketing", "legislat", "lok sabha", "rajya sabha", "council of states", "national council", "cortes", "deputies", "lords",
}

// byWord gives sectors for titles that the lexicon does not know, by a word of
// theirs; the first that fits counts.
var byWord = []struct{ word, sectors string }{
	{"ambassador", "GOV"}, {"consul", "GOV"}, {"permanent representative", "GOV"}, {"high commissioner", "GOV"}, {"special envoy", "GOV"},
	{"minister", "GOV"}, {"secretary of state", "GOV"}, {"president", "GOV"}, {"governor", "GOV"}, {"mayor", "GOV"}, {"commissioner", "GOV"},
	{"chief of staff", "MIL"}, {"chief of the general staff", "MIL"}, {"commander", "MIL"}, {"chief of defence", "MIL"},
	{"judge", "JUD"}, {"justice", "JUD"}, {"prosecutor", "JUD"}, {"attorney general", "GOV"},
	{"chief of police", "COP"}, {"party leader", "PTY"}, {"leader of the opposition", "OPP"},
	{"king of", "GOV"}, {"queen of", "GOV"}, {"emir", "GOV"}, {"sultan of", "GOV"}, {"prince of", "GOV"}, {"secretary-general", "GOV"}, {"director-general", "GOV"}, {"head of", "GOV"},
	{"archbishop", "REL"}, {"bishop", "REL"}, {"patriarch", "REL"}, {"grand mufti", "REL"}, {"pope", "REL"}, {"imam", "REL"},
}

// read takes the title of a position apart: "Minister of Foreign Affairs of
// Kenya" gives what the lexicon knows of "minister of foreign affairs".
func (o *Options) read(k *kept) (position, bool) {
	p := position{country: k.Country, jurisdiction: k.Jurisdiction, directs: k.Directs}
	title := strings.ToLower(k.Name)
	switch {
	case strings.Contains(title, "united nations"):
		p.code = "UNO"
	case strings.Contains(title, "european"):
		p.code = "EUR"
	}
	for t := title; t != ""; t = shorter(t) {
		if office, sectors, ok := o.Office(t); ok {
			p.office, p.sectors = office, strings.Join(sectors, "; ")
			if p.office == "" {
				p.office = t
			}
			return p, p.sectors != ""
		}
	}
	p.office, p.sectors = title, sectorsOf(title)
	return p, p.sectors != ""
}

func sectorsOf(title string) string {
	if strings.HasPrefix(title, "member of") || strings.Contains(title, "senator") || strings.Contains(title, "deputy of") {
		for _, w := range lawmaking {
			if strings.Contains(title, w) {
				return "LEG"
			}
		}
	}
	for _, b := range byWord {
		if strings.Contains(title, b.word) {
			return b.sectors
		}
	}
	return ""
}

// shorter drops what follows the last "of", "for" or comma.
func shorter(title string) string {
	at := -1
	for _, sep := range []string{" of ", " for ", ", ", " in "} {
		at = max(at, strings.LastIndex(title, sep))
	}
	if at < 0 {
		return ""
	}
	return title[:at]
}
