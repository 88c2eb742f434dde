package dictionary

import "strings"

// sectorOf gives PLOVER's sector for the roles of CAMEO (PLOVER manual,
// "Actors"; CAMEO 1.1b3, chapter 3). Roles with "" say nothing of a sector.
var sectorOf = map[string]string{
	"GOV": "GOV", "MIL": "MIL", "COP": "COP", "JUD": "JUD", "LEG": "LEG", "SPY": "SPY", "PTY": "PTY", "OPP": "OPP",
	"REB": "REB", "INS": "REB", "SEP": "REB", "RAD": "REB", "PRM": "PRM", "UAF": "UAF", "UNK": "UNK",
	"CVL": "CVL", "REF": "REF", "ELI": "ELI", "BUS": "BUS", "LAB": "LAB", "AGR": "AGR", "EDU": "EDU", "MED": "MED", "JRN": "JRN",
	"SOC": "SOC", "CRM": "CRM", "PRE": "PRE", "REL": "REL", "HRI": "SOC", "ENV": "SOC", "DEV": "SOC", "HLH": "SOC", "SET": "CVL", "PPL": "CVL",
	"CHR": "REL", "CTH": "REL", "PRO": "REL", "ORT": "REL", "MOS": "REL", "MUS": "REL", "SUN": "REL", "SHI": "REL", "JEW": "REL", "HIN": "REL", "BUD": "REL", "MAR": "REL",
	"MOD": "", "HMS": "", "ALQ": "", "FTA": "", "TAL": "", "DEM": "", "MON": "", "INT": "", "AUT": "", "UNR": "", "OCC": "",
}

// bodyOf gives the code for what has no country in CAMEO.
var bodyOf = map[string]string{
	"IGO": "IGO", "UNO": "UNO", "EEC": "EUR", "EUR": "EUR", "NGO": "NGO", "NGM": "NGO", "MNC": "MNC", "IMG": "IMG", "ISM": "ISM",
	"WST": "WST", "INT": "", "AFR": "", "ASA": "", "CAS": "", "CAU": "", "LAM": "", "MEA": "", "NAF": "", "NAM": "", "NMR": "", "SAM": "",
	"SAS": "", "SEA": "", "WAF": "", "EAF": "", "CAF": "", "SAF": "", "CEU": "", "EEU": "", "WEU": "", "SEU": "", "BLK": "", "PGS": "", "SCN": "", "BSK": "ESP",
}

// countryOf gives the ISO 3166 code for codes that CAMEO and older files have.
var countryOf = map[string]string{
	"PAL": "PSE", "WSB": "PSE", "GZS": "PSE", "ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "YUG": "SRB", "SCG": "SRB", "KSV": "XKX",
	"SUN": "RUS", "BUR": "MMR", "DDR": "DEU", "CSK": "CZE", "TAW": "TWN",
}

// code is a CAMEO code taken apart.
type code struct {
	country string // ISO 3166 alpha-3, or PLOVER's code for a body; "" for none
	sectors []string
	unknown string // roles that are none
}

// readCode takes "AFGGOVMIL" apart; isCountry knows the codes of the lexicon.
func readCode(s string, isCountry func(string) bool) code {
	var c code
	for first := true; len(s) >= 3; first = false {
		part := s[:3]
		s = s[3:]
		if iso := countryOf[part]; first && iso != "" {
			part = iso
		}
		body, isBody := bodyOf[part]
		sector, isSector := sectorOf[part]
		switch {
		case first && isCountry(part):
			c.country = part
		case isBody:
			if body != "" && (c.country == "" || c.country == "IGO") {
				c.country = body
			}
		case isSector:
			if sector != "" && !strings.Contains(strings.Join(c.sectors, ";"), sector) {
				c.sectors = append(c.sectors, sector)
			}
		case first || !isCountry(part): // a second country adds nothing
			c.unknown += part
		}
	}
	c.unknown += s
	return c
}
