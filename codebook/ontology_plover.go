package codebook

// categories is PLOVER's table of events with its modes and scores (manual of
// 2024). Quad 4 for SANCTION follows its chapter, not the summary table.
var categories = [...]Category{
	{"AGREE", 1, 2.5, false, "agrees, offers, promises, shows willingness to cooperate; invitations and future meetings", nil,
		[]string{"03", "02", "019"}},
	{"CONSULT", 1, 2.5, false, "meetings, visits, talks, negotiations, calls, mediation",
		[]Mode{{"visit", 4}, {"third-party", 1}, {"multilateral", 4}, {"phone", 1.5}}, []string{"04"}},
	{"SUPPORT", 1, 5, false, "praise, endorsement, recognition, relations, signing or ratifying", nil,
		[]string{"05", "018", "019"}},
	{"CONCEDE", 1, 4.5, false, "verbal concessions: restrictions eased, pardons, apologies, announced ceasefires, releases and withdrawals", nil,
		[]string{"08", "03", "055", "056"}},
	{"COOPERATE", 2, 9.5, true, "trade, joint exercises, extraditions, shared intelligence", nil, []string{"06"}},
	{"AID", 2, 10, true, "money, arms, relief, asylum, debt relief, rescue of hostages", nil, []string{"07"}},
	{"RETREAT", 2, 6.5, false, "concessions carried out: releases, withdrawals, disarming, ceasefires kept, access, resignations",
		[]Mode{{"withdraw", 8}, {"release", 6.5}, {"disarm", 10}, {"ceasefire", 7.5}, {"access", 6.5}, {"resign", 4.5}},
		[]string{"08"}},
	{"REQUEST", 3, 0, false, "requests, demands, orders, appeals",
		[]Mode{{"assist", 0.5}, {"change", -1}, {"yield", -1}, {"meet", 0}}, []string{"10", "02"}},
	{"ACCUSE", 3, -3, false, "disapproval, complaints, accusations, lawsuits, charges, investigations",
		[]Mode{{"disapprove", -2}, {"investigate", -3.5}, {"allege", -3.5}}, []string{"11", "09"}},
	{"REJECT", 3, -2, false, "refusals, rejections, vetoes, cancelled meetings, barred organisations",
		[]Mode{{"assist", -1.5}, {"change", -2}, {"yield", -2}, {"meet", -2}}, []string{"12", "016", "164", "165", "166"}},
	{"THREATEN", 3, -3.5, false, "threats, warnings of serious consequences, ultimatums",
		[]Mode{{"restrict", -3}, {"arrest", -3.5}, {"relations", -3.5}, {"expel", -3.5}, {"territory", -4}, {"violence", -3.5}},
		[]string{"13"}},
	{"PROTEST", 4, -5, false, "collective civilian action against somebody",
		[]Mode{{"demo", -5}, {"riot", -7}, {"strike", -5}, {"hunger", -4.5}, {"boycott", -4.5}, {"obstruct", -4.5}, {"vandalize", -5}},
		[]string{"14"}},
	{"SANCTION", 4, -6, true, "sanctions, embargoes, expelled diplomats, cut aid or ties, convictions",
		[]Mode{{"convict", -6}, {"expel", -5.5}, {"withdraw", -6}, {"discontinue", -6}}, []string{"16", "116", "174", "173", "201"}},
	{"MOBILIZE", 4, -5.5, false, "military or police moves short of force, alerts, exercises, weapons tests",
		[]Mode{{"troops", -6.5}, {"weapons", -6.5}, {"police", -5.5}, {"militia", -6}}, []string{"15"}},
	{"COERCE", 4, -7, false, "repression short of violence: arrests, bans, censorship, seizures, curfews, deportations, cyber attacks",
		[]Mode{{"seize", -7}, {"restrict", -7}, {"censor", -6.5}, {"curfew", -6.5}, {"martial-law", -7.5}, {"arrest", -7}, {"deport", -7},
			{"withhold", -7}, {"misinformation", -6.5}, {"cyber", -7}}, []string{"17", "191"}},
	{"ASSAULT", 4, -9, false, "deliberate acts that can cause serious physical harm, from beatings to wars",
		[]Mode{{"abduct", -8.5}, {"beat", -7.5}, {"torture", -8.5}, {"sexual", -8.5}, {"targeted", -9.5}, {"destroy", -8.5},
			{"primitive", -8}, {"firearms", -9}, {"explosives", -9}, {"suicide-attack", -9.5}, {"aerial", -9.5}, {"drone", -9.5},
			{"heavy-weapons", -9.5}, {"crowd-control", -7.5}, {"unconventional", -10}}, []string{"18", "19", "20", "171", "175"}},
}

// contexts is PLOVER's 37 contexts.
var contexts = [...]string{
	"military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy", "pro_autocracy",
	"economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression", "human_security", "gender", "lgbt",
	"religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration", "disasters",
	"natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption",
	"illegal_drugs", "trafficking",
}

// sectors is PLOVER's sectors of actors.
var sectors = [...]string{
	"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY", "OPP", "REB", "PRM", "UAF", "UNK", "CVL", "REF", "ELI", "BUS", "LAB", "AGR",
	"EDU", "MED", "JRN", "REL", "SOC", "CRM", "PRE",
}

// supranational is the codes of actors that are no state.
var supranational = [...]string{"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"}

// cameoRoots is the category of each CAMEO root; 08 is split by its third digit.
var cameoRoots = map[string]string{
	"02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "CONCEDE",
	"09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE",
	"16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}
