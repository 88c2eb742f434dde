package claim

import "strings"

// Directions of change (Claim.Change).
const (
	rise = "rise"
	fall = "fall"
)

// changes says which way verbs and nouns of change go.
var changes = map[string]string{
	"rise": rise, "increase": rise, "grow": rise, "growth": rise, "climb": rise, "jump": rise, "surge": rise, "soar": rise, "gain": rise, "spike": rise,
	"expand": rise, "expansion": rise, "swell": rise, "double": rise, "triple": rise, "quadruple": rise, "strengthen": rise, "uptick": rise, "upturn": rise,
	"fall": fall, "drop": fall, "decline": fall, "decrease": fall, "shrink": fall, "plunge": fall, "slump": fall, "tumble": fall, "slip": fall, "dip": fall,
	"contract": fall, "contraction": fall, "halve": fall, "sink": fall, "plummet": fall, "reduction": fall, "shrinkage": fall, "slide": fall, "downturn": fall,
	"weaken": fall, "ease": fall,
}

// asserting are verbs and nouns by which somebody states a fact.
var asserting = set(`say state add note explain report announce declare claim assert insist maintain argue contend allege reveal disclose confirm
 acknowledge admit concede recall reply respond answer tweet post write testify certify tell inform warn emphasise emphasize stress underscore
 underline highlight reiterate repeat comment remark observe mention cite believe think estimate reckon calculate conclude find show indicate suggest
 demonstrate determine document record list publish read detail accord statement allegation assertion announcement finding evidence estimate
 conclusion figure testimony boast complain lament according`)

// wishes are verbs of saying whose direct speech is a demand or a wish.
var wishes = set(`urge demand request order command propose recommend promise pledge vow threaten hope wish suggest advise ask wonder question`)

// counting are verbs by which who can know gives a figure as their object.
var counting = set(`report record register count put estimate tally document confirm list log show reveal document cite announce`)

// finding are verbs by which a change is found.
var finding = set(`find show report record note register see observe document reveal indicate detect confirm describe`)

// sources are common nouns for those who can give a figure.
var sources = set(`ministry agency department office bureau institute bank fund commission committee council authority court police government army military
 administration union organisation organization group company body watchdog monitor observatory university hospital service study report survey poll data
 figure statistic census analysis research investigation inquiry assessment estimate audit document statement official minister spokesman spokeswoman
 spokesperson governor mayor doctor analyst expert economist researcher scientist investigator inspector medic rescuer authorities health local regulator
 prosecutor economist watchdog campaigner activist`)

// outcomes are verbs by which a body decides on a matter.
var outcomes = map[string]string{
	"adopt": Adopted, "approve": Adopted, "pass": Adopted, "ratify": Adopted, "endorse": Adopted, "back": Adopted, "carry": Adopted,
	"reject": Rejected, "defeat": Rejected, "fail": Rejected, "veto": Rejected,
}

// ballotWords tell of voting; memberWords are those who do, and groups of them.
var (
	ballotWords = set(`vote abstain abstention veto ballot`)
	memberWords = set(`country state member nation lawmaker deputy senator delegate legislator mp representative councillor delegation government
 opposition party bloc coalition ally minister power faction republican democrat conservative socialist liberal republic`)
)

// matters are what bodies vote on.
var matters = set(`resolution motion bill amendment law treaty budget measure draft text legislation act proposal decree reform sanction
 constitution accord pact package statute referendum nomination declaration impeachment`)

// bodies are those who vote as one.
var bodies = set(`assembly council parliament senate congress house committee duma knesset bundestag bundesrat rada sejm legislature lawmaker commission
 board chamber diet folketing storting riksdag cabinet seimas saeima riigikogu majlis mejlis verkhovna lok sabha deputy senator mp mps lawmakers court
 convention conference commons lords`)

// ranked are words that a number behind them names: Category 5.
var ranked = set(`category phase level grade stage type class tier route highway flight chapter section rule act line step unit group district ward`)

// eras follow years.
var eras = set(`bc ad ce bce b.c. a.d. c.e. b.c.e.`)

// around are prepositions of what is only the circumstance of a statement.
var around = set(`in on from after before over during within since near between among into through behind around with under across`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
