package quantity

// dimension tells which units can convert into each other.
type dimension uint8

const (
	noDimension dimension = iota
	length
	area
	mass
	volume
	speed
	temperature
	power
	money
	share
	bytesOf
)

// measure is a unit of measure: its code, and its size in the base unit of
// the dimension (metre, square metre, kilogram, litre, km/h, watt).
type measure struct {
	code string
	dim  dimension
	size float64
}

// measures by their word in lower case. Sizes are the international ones;
// "ton" is left metric, as news outside the USA has it.
var measures = map[string]measure{
	"kilometre": {"km", length, 1000}, "kilometres": {"km", length, 1000}, "kilometer": {"km", length, 1000}, "kilometers": {"km", length, 1000}, "km": {"km", length, 1000}, "kms": {"km", length, 1000},
	"mile": {"mi", length, 1609.344}, "miles": {"mi", length, 1609.344},
	"metre": {"m", length, 1}, "metres": {"m", length, 1}, "meter": {"m", length, 1}, "meters": {"m", length, 1},
	"foot": {"ft", length, 0.3048}, "feet": {"ft", length, 0.3048}, "ft": {"ft", length, 0.3048},
	"yard": {"yd", length, 0.9144}, "yards": {"yd", length, 0.9144},
	"inch": {"in", length, 0.0254}, "inches": {"in", length, 0.0254},
	"centimetre": {"cm", length, 0.01}, "centimetres": {"cm", length, 0.01}, "centimeter": {"cm", length, 0.01}, "centimeters": {"cm", length, 0.01}, "cm": {"cm", length, 0.01},
	"millimetres": {"mm", length, 0.001}, "millimeters": {"mm", length, 0.001}, "mm": {"mm", length, 0.001},
	"hectare": {"ha", area, 10000}, "hectares": {"ha", area, 10000}, "acre": {"acre", area, 4046.86}, "acres": {"acre", area, 4046.86},
	"kilogram": {"kg", mass, 1}, "kilograms": {"kg", mass, 1}, "kilogramme": {"kg", mass, 1}, "kilogrammes": {"kg", mass, 1}, "kilo": {"kg", mass, 1}, "kilos": {"kg", mass, 1}, "kg": {"kg", mass, 1},
	"gram": {"g", mass, 0.001}, "grams": {"g", mass, 0.001}, "ton": {"t", mass, 1000}, "tons": {"t", mass, 1000}, "tonne": {"t", mass, 1000}, "tonnes": {"t", mass, 1000},
	"ounce": {"oz", mass, 0.02835}, "ounces": {"oz", mass, 0.02835}, "lb": {"lb", mass, 0.4536}, "lbs": {"lb", mass, 0.4536},
	"litre": {"l", volume, 1}, "litres": {"l", volume, 1}, "liter": {"l", volume, 1}, "liters": {"l", volume, 1},
	"gallon": {"gal", volume, 3.785}, "gallons": {"gal", volume, 3.785}, "barrel": {"bbl", volume, 158.99}, "barrels": {"bbl", volume, 158.99},
	"mph": {"mph", speed, 1.609}, "kph": {"km/h", speed, 1}, "km/h": {"km/h", speed, 1}, "knots": {"kn", speed, 1.852},
	"degrees": {"deg", temperature, 1}, "celsius": {"C", temperature, 1}, "fahrenheit": {"F", temperature, 1},
	"megawatt": {"MW", power, 1e6}, "megawatts": {"MW", power, 1e6}, "mw": {"MW", power, 1e6}, "gigawatt": {"GW", power, 1e9}, "gigawatts": {"GW", power, 1e9}, "gw": {"GW", power, 1e9}, "kilowatts": {"kW", power, 1e3},
	"%": {"percent", share, 1}, "percent": {"percent", share, 1}, "pct": {"percent", share, 1},
	"gigabytes": {"GB", bytesOf, 1e9}, "gb": {"GB", bytesOf, 1e9}, "megabytes": {"MB", bytesOf, 1e6}, "terabytes": {"TB", bytesOf, 1e12},

	"dollar": {"USD", money, 0}, "dollars": {"USD", money, 0}, "usd": {"USD", money, 0}, "euro": {"EUR", money, 0}, "euros": {"EUR", money, 0}, "eur": {"EUR", money, 0},
	"pounds": {"GBP", money, 0}, "sterling": {"GBP", money, 0}, "gbp": {"GBP", money, 0}, "yen": {"JPY", money, 0}, "yuan": {"CNY", money, 0}, "renminbi": {"CNY", money, 0},
	"ruble": {"RUB", money, 0}, "rubles": {"RUB", money, 0}, "rouble": {"RUB", money, 0}, "roubles": {"RUB", money, 0}, "hryvnia": {"UAH", money, 0}, "hryvnias": {"UAH", money, 0},
	"tenge": {"KZT", money, 0}, "rupee": {"INR", money, 0}, "rupees": {"INR", money, 0}, "lira": {"TRY", money, 0}, "liras": {"TRY", money, 0}, "shekel": {"ILS", money, 0}, "shekels": {"ILS", money, 0},
	"riyal": {"SAR", money, 0}, "riyals": {"SAR", money, 0}, "rial": {"IRR", money, 0}, "rials": {"IRR", money, 0}, "dirham": {"AED", money, 0}, "dirhams": {"AED", money, 0}, "dinars": {"IQD", money, 0},
	"won": {"KRW", money, 0}, "baht": {"THB", money, 0}, "ringgit": {"MYR", money, 0}, "rand": {"ZAR", money, 0}, "naira": {"NGN", money, 0}, "shillings": {"KES", money, 0},
	"pesos": {"MXN", money, 0}, "reais": {"BRL", money, 0}, "real": {"BRL", money, 0}, "francs": {"CHF", money, 0}, "zloty": {"PLN", money, 0}, "forints": {"HUF", money, 0}, "kronor": {"SEK", money, 0}, "kroner": {"NOK", money, 0}, "bitcoin": {"BTC", money, 0}, "bitcoins": {"BTC", money, 0},
}

// signs are currency signs written before the figure.
var signs = map[string]string{
	"$": "USD", "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL",
	"€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₹": "INR", "₪": "ILS", "₩": "KRW", "₺": "TRY", "₴": "UAH", "₦": "NGN", "Rs": "INR", "Rs.": "INR",
}

// foreign dollars and pounds: "Canadian dollars".
var nationalMoney = map[string]map[string]string{
	"USD": {"us": "USD", "u.s.": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD", "singapore": "SGD", "taiwan": "TWD", "zealand": "NZD", "kong": "HKD"},
	"GBP": {"british": "GBP", "egyptian": "EGP", "syrian": "SYP", "lebanese": "LBP", "sudanese": "SDG"},
	"INR": {"indian": "INR", "pakistani": "PKR", "nepalese": "NPR"},
	"MXN": {"mexican": "MXN", "argentine": "ARS", "chilean": "CLP", "colombian": "COP", "philippine": "PHP", "cuban": "CUP"},
	"CHF": {"swiss": "CHF", "cfa": "XOF", "french": "FRF"}, "IQD": {"iraqi": "IQD", "kuwaiti": "KWD", "jordanian": "JOD", "serbian": "RSD"},
}

// ones are number words; tens and teens stand alone or before a one.
var ones = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
	"fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// scales multiply what stands before them. The short ones are read after
// figures only.
var scales = map[string]float64{
	"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7,
}

var shortScales = map[string]float64{"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}

// plurals are numbers not told, with the least that they can mean.
var plurals = map[string]float64{
	"dozens": 24, "scores": 40, "tens": 20, "hundreds": 200, "thousands": 2e3, "millions": 2e6, "billions": 2e9, "trillions": 2e12,
}

// timeUnits are counted by package timex, not here.
var timeUnits = map[string]bool{
	"second": true, "seconds": true, "minute": true, "minutes": true, "hour": true, "hours": true, "day": true, "days": true, "week": true, "weeks": true,
	"month": true, "months": true, "year": true, "years": true, "decade": true, "decades": true, "century": true, "centuries": true, "p.m.": true, "a.m.": true,
	"pm": true, "am": true, "o'clock": true, "utc": true, "gmt": true, "weekend": true, "quarter": true, "quarters": true,
}

// persons are nouns for people, as lemmas: what they count is people.
var persons = wordSet(`people person man woman child boy girl civilian soldier troop servicemember serviceman marine sailor airman officer policeman policewoman
 cop guard peacekeeper protester protestor demonstrator marcher rioter activist militant fighter rebel gunman insurgent terrorist jihadist combatant mercenary
 recruit conscript reservist refugee migrant asylum-seeker evacuee deportee prisoner detainee inmate hostage captive suspect defendant convict victim casualty
 fatality survivor dead wounded injured missing other worker employee staff striker miner farmer fisherman teacher student pupil doctor nurse medic paramedic
 patient passenger tourist driver journalist reporter diplomat envoy official minister lawmaker mp deputy senator delegate leader politician candidate voter
 supporter member citizen national resident inhabitant villager local foreigner family household crowd adult teenager youth baby infant infants elder pilgrim
 worshipper monk nun priest muslim christian jew palestinian israeli russian ukrainian american syrian afghan iraqi kurd turk believer rescuer volunteer
 firefighter adviser advisor trainer instructor expert observer inspector monitor spectator fan player shopper customer commuter pedestrian bystander escapee
 settler trooper commando paratrooper operative dissident opponent critic follower participant attendee signatory individual human soul body corpse`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for first, i := -1, 0; i <= len(words); i++ {
		if space := i == len(words) || words[i] == ' ' || words[i] == '\n'; space && first >= 0 {
			set[words[first:i]], first = true, -1
		} else if !space && first < 0 {
			first = i
		}
	}
	return set
}

// hurt are verbs of which a bare number counts people: "killing 12", "dozens
// were arrested".
var hurt = wordSet(`kill wound injure hurt maim arrest detain jail imprison capture kidnap abduct displace evacuate deport execute die murder massacre slay
 behead shoot hospitalize hospitalise rescue release free infect drown perish rally march protest demonstrate flee gather`)

// hedging are single words of hedges.
var hedging = wordSet(`at least more than some about nearly almost around over up to as many as roughly approximately fewer less estimated an`)

// hedges are words before a number and what they make of it; longest first.
var hedges = []struct {
	words []string
	mod   string
}{
	{[]string{"no", "fewer", "than"}, AtLeast}, {[]string{"no", "less", "than"}, AtLeast}, {[]string{"no", "more", "than"}, AtMost}, {[]string{"not", "more", "than"}, AtMost},
	{[]string{"as", "many", "as"}, AtMost}, {[]string{"as", "much", "as"}, AtMost}, {[]string{"at", "least"}, AtLeast}, {[]string{"more", "than"}, AtLeast},
	{[]string{"greater", "than"}, AtLeast}, {[]string{"upwards", "of"}, AtLeast}, {[]string{"a", "minimum", "of"}, AtLeast}, {[]string{"well", "over"}, AtLeast},
	{[]string{"over"}, AtLeast}, {[]string{"above"}, AtLeast}, {[]string{"exceeding"}, AtLeast}, {[]string{"at", "most"}, AtMost}, {[]string{"up", "to"}, AtMost},
	{[]string{"a", "maximum", "of"}, AtMost}, {[]string{"less", "than"}, AtMost}, {[]string{"fewer", "than"}, AtMost}, {[]string{"under"}, AtMost}, {[]string{"below"}, AtMost},
	{[]string{"close", "to"}, About}, {[]string{"about"}, About}, {[]string{"around"}, About}, {[]string{"some"}, About}, {[]string{"nearly"}, About}, {[]string{"almost"}, About},
	{[]string{"approximately"}, About}, {[]string{"roughly"}, About}, {[]string{"estimated"}, About}, {[]string{"approx."}, About}, {[]string{"circa"}, About},
}
