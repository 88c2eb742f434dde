package synthetic

import "strings"

// How many people and cities there are.
const (
	people = 5000
	cities = 2000
)

type kind struct {
	name, cameo, verb string
	quad              int
	scale             float64
}

// kinds come in the order of how often they happen.
var kinds = [...]kind{
	{"CONSULT", "040", "met", 1, 2.5}, {"ACCUSE", "112", "accused", 3, -3.5}, {"ASSAULT", "190", "attacked", 4, -9},
	{"AGREE", "030", "promised to meet", 1, 2.5}, {"SUPPORT", "050", "praised", 1, 3.5}, {"REQUEST", "100", "urged", 3, -2},
	{"COERCE", "173", "arrested", 4, -6}, {"PROTEST", "141", "protested against", 4, -4}, {"REJECT", "120", "rejected", 3, -4},
	{"THREATEN", "130", "threatened", 3, -5}, {"SANCTION", "163", "imposed sanctions on", 4, -6}, {"AID", "070", "sent aid to", 2, 7},
	{"COOPERATE", "060", "signed with", 2, 6}, {"MOBILIZE", "150", "massed troops near", 4, -6}, {"CONCEDE", "080", "gave way to", 2, 5},
	{"RETREAT", "087", "withdrew from", 2, 5},
}

var states = strings.Fields(`USA RUS CHN UKR ISR GBR FRA DEU IRN IND PAK TUR SYR KOR PRK JPN EGY SAU IRQ AFG KAZ UZB TKM KGZ TJK
BLR POL HUN ROU BGR SRB GRC ITA ESP PRT NLD BEL SWE NOR FIN DNK EST LVA LTU CZE SVK AUT CHE CAN MEX BRA ARG CHL PER COL VEN
BOL ECU CUB HTI NGA ETH SOM KEN UGA TZA RWA BDI COD SDN SSD LBY TUN DZA MAR MLI NER TCD CMR GHA CIV SEN ZAF ZWE ZMB MOZ AGO
YEM OMN ARE QAT KWT BHR JOR LBN GEO ARM AZE MNG VNM THA MMR KHM LAO MYS SGP IDN PHL AUS NZL LKA BGD NPL`)

var (
	sectors  = [...]string{"GOV", "GOV", "GOV", "GOV", "MIL", "MIL", "OPP", "CVL", "REB", "LEG", "COP", "BUS"}
	contexts = [...]string{"diplomatic", "military", "economic", "territory", "elections"}
	papers   = [...]string{"The Daily", "Evening Post", "Morning Star", "Herald", "Courier", "Tribune", "Gazette", "Observer", "Standard", "Echo"}
	given    = [...]string{"Anna", "Boris", "Chen", "Dina", "Emeka", "Farah", "Gita", "Hugo", "Ines", "Jomo", "Karim", "Lena"}
	family   = [...]string{"Abara", "Borov", "Castel", "Dembe", "Eriksen", "Fonseca", "Gashi", "Halim", "Ivers", "Joshi", "Kovac", "Lim", "Moyo", "Nagy", "Okoro"}
	topics   = [...]string{"trade", "water", "gas", "the border", "grain", "fishing", "refugees", "elections", "sanctions", "a ceasefire", "prisoners", "tariffs", "visas",
		"a pipeline", "drones", "airspace", "steel", "debt", "vaccines", "a dam", "copper", "an embassy", "spies", "rail", "islands", "a treaty", "missiles", "aid", "oil", "loans"}
)
