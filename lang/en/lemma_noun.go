package en

import "strings"

// singular is the singular of a regular plural, in any letter case.
func singular(form string) string {
	n := len(form)
	low := small(form)
	if s, ok := irregularPlurals[low]; ok {
		return likeCase(form, s)
	}
	switch {
	case strings.HasSuffix(low, "men") && n > 4:
		return form[:n-2] + likeCase(form[n-2:], "an")
	case strings.HasSuffix(low, "children"):
		return form[:n-3]
	case n < 3 || digitAt(form, n-2, n) || low[n-1] != 's' || strings.HasSuffix(low, "ss") || strings.HasSuffix(low, "us"):
		return strings.TrimSuffix(form, "'s")
	case strings.HasSuffix(low, "'s"):
		return form[:n-2]
	case strings.HasSuffix(low, "ies") && n > 4 && !ieNouns[low[:n-1]]:
		return form[:n-3] + likeCase(form[n-3:], "y")
	case strings.HasSuffix(low, "sses"), strings.HasSuffix(low, "shes"), strings.HasSuffix(low, "xes") && !axeNouns[low[:n-1]],
		strings.HasSuffix(low, "zzes"), strings.HasSuffix(low, "ches") && !acheNouns[low[:n-1]]:
		return form[:n-2]
	case strings.HasSuffix(low, "oes") && !oeNouns[low[:n-1]]:
		return form[:n-2]
	case strings.HasSuffix(low, "uses") && usNouns[low[:n-2]]:
		return form[:n-2]
	}
	return form[:n-1]
}

// likeCase writes s in capitals where the form that it replaces is.
func likeCase(form, s string) string {
	switch {
	case allUpper(form) && len(form) > 1:
		return strings.ToUpper(s)
	case upperAt(form, 0, len(form)):
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

// Words that end like a regular plural but keep their e.
var (
	ieNouns = words(`movie cookie zombie calorie rookie die tie lie pie veggie selfie genie prairie hippie eerie budgie
		goalie brownie laddie birdie collie eyrie junkie freebie foodie`)
	axeNouns  = words(`axe deluxe`)
	acheNouns = words(`ache headache cache niche creche avalanche psyche cliche quiche moustache mustache toothache stomachache`)
	oeNouns   = words(`shoe toe foe hoe canoe woe oboe horseshoe tiptoe`)
	usNouns   = words(`virus bus status campus bonus census focus corpus octopus walrus genius consensus caucus apparatus
		hiatus surplus circus chorus minibus coronavirus omnibus sinus prospectus nexus fetus cactus plus lotus`)
)

// irregularPlurals maps plurals to singulars.
var irregularPlurals = pairs(`men man women woman children child feet foot teeth tooth geese goose mice mouse lice louse
	oxen ox wives wife lives life knives knife wolves wolf halves half leaves leaf selves self shelves shelf thieves thief
	loaves loaf calves calf elves elf hooves hoof scarves scarf dwarves dwarf housewives housewife midwives midwife
	crises crisis analyses analysis bases basis theses thesis hypotheses hypothesis oases oasis axes axis diagnoses diagnosis
	parentheses parenthesis synopses synopsis neuroses neurosis prognoses prognosis emphases emphasis
	criteria criterion phenomena phenomenon data data media media bacteria bacterium strata stratum memoranda memorandum
	referenda referendum curricula curriculum errata erratum addenda addendum stadia stadium spectra spectrum
	alumni alumnus nuclei nucleus fungi fungus stimuli stimulus foci focus radii radius cacti cactus syllabi syllabus
	loci locus larvae larva vertebrae vertebra formulae formula antennae antenna algae alga
	appendices appendix indices index matrices matrix vertices vertex
	gases gas buses bus lenses lens biases bias atlases atlas aliases alias canvases canvas irises iris pancreases pancreas
	quizzes quiz people person police police kurds kurd passersby passerby
	frenchmen Frenchman englishmen Englishman irishmen Irishman dutchmen Dutchman
	series series species species headquarters headquarters means means barracks barracks crossroads crossroads
	news news politics politics economics economics physics physics ethics ethics gallows gallows`)

// pairs reads a table of two columns.
func pairs(list string) map[string]string {
	f := strings.Fields(list)
	m := make(map[string]string, len(f)/2)
	for i := 0; i+1 < len(f); i += 2 {
		m[f[i]] = f[i+1]
	}
	return m
}
