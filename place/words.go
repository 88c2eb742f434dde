package place

import "strings"

// wordLists are the words around names that tell what they are.
type wordLists struct {
	generic    map[string]string // noun after a name, or before "of": which features it asks for
	joins      map[string]bool   // small words within names
	prefix     map[string]bool   // words before a name that leave it a place: northern, central
	titles     map[string]bool   // words before names of people
	roles      map[string]bool   // words that a country's name stands before: President, Army
	never      map[string]bool   // capitalised words that are no places by themselves
	persons    map[string]bool   // names of people that are places only where the words beside them say so
	inside     map[string]bool   // prepositions of place
	locals     map[string]bool   // common nouns that a town stands before
	bodies     map[string]bool   // words that make a name one of an organisation
	urban      map[string]bool   // verbs that cities are the subject of
	acting     map[string]bool   // verbs that governments, not places, are the subject of
	addressing map[string]bool   // verbs whose object is a government
}

func newWordLists() wordLists {
	return wordLists{
		generic: map[string]string{
			"province": adm, "region": adm, "state": adm, "oblast": adm, "governorate": adm, "prefecture": adm, "territory": adm, "republic": adm,
			"department": adm, "canton": adm, "emirate": adm, "krai": adm, "voivodeship": adm, "kingdom": adm, "division": adm,
			"district": adm, "county": "ADM2", "parish": "ADM2", "municipality": "ADM2 PPL", "raion": "ADM2", "borough": "ADM2 PPL",
			"city": towns, "town": towns, "village": towns, "capital": towns, "port": towns, "airport": towns, "suburb": towns, "township": towns, "base": towns,
			"island": "ISL ISLS", "islands": "ISLS ISL", "peninsula": "PEN RGN", "sea": "SEA", "ocean": "OCN", "river": "STM", "lake": "LK", "gulf": "GULF",
			"strait": "STRT", "valley": "RGN", "desert": "DSRT", "mountains": "MTS", "strip": "RGN", "border": "PCLI ADM1", "coast": "PCLI ADM1 RGN ISL", "area": "",
		},
		joins: set(`of de la le du del des da do dos das di el al and the upon on sur am an der les en y st st. - ' 's ’s & ben bin abu au aux sous sur lès`),
		prefix: set(`north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern southeastern
 southwestern north-east north-west south-east south-west central upper lower greater downtown inner outer mainland rural metropolitan former neighbouring neighboring nearby city town
 village province state county district island port lake mount upstate suburban coastal occupied`),
		titles: set(`mr mr. mrs mrs. ms ms. dr dr. president senator sen sen. gen gen. general minister judge justice prof prof. professor sir lord lady king queen pope prince
 princess captain capt capt. col col. colonel lt lt. sgt sgt. sergeant rep rep. representative gov gov. governor mayor chancellor premier ambassador sheikh imam
 bishop archbishop cardinal father sister coach congressman congresswoman secretary chairman director spokesman spokeswoman lawyer officer detective sheriff`),
		roles: set(`president vice prime minister ministry foreign defence defense secretary government army navy force forces military police parliament congress senate senator
 supreme high court ambassador embassy federal national state department central bank air coast border capitol house governor attorney general health agriculture public
 representative sen. rep. gov. chancellor king queen prince open olympic`),
		never: set(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
 christmas easter ramadan internet congress parliament senate house hill church mosque police army navy union federal national international central health
 ministry department president minister general university college school hospital media times post news daily journal press reuters ap afp bbc cnn god lord
 allah islam christian muslim the of and in on at for to from with english french german spanish arabic chinese russian latin western northern southern
 eastern north south east west center centre world earth street avenue road park square building island lake river mountain beach airport station liberty
 independence freedom democracy justice peace victory hope young long best white black green brown gray king queen prince bishop page bell rice
 court act republic jupiter mars venus mercury saturn groom rue falcon hunter gold diamond silver iron marine mermaid coast trinity spring summer autumn winter fall hit
 hand drug advance monster google zoo hall homeland walnut rise torrent conception union constitution senator congressman speaker force guard order award prize star cup league
 series season show movie film book song album game match race team club company bank group fund board panel study report bill law case trial jury judge lawyer
 may moon sun star sea bay port capital city town village county province region state district`),
		persons: set(`christopher tyler ashley carmen carmel graham henderson lockhart wooster blyth downey preston jefferson kennedy johnson wilson
 thompson anderson taylor parker logan mason carter cooper dylan bush clinton obama trump biden austin madison jackson lincoln cameron warren allen
 marshall howard harrison morgan nelson russell franklin clark lewis murray scott stewart douglas gordon campbell mitchell roberts evans morris hayes
 sanders rubio cruz walker perry kelly sherman grant lee meade dallas daniel batman thomas mary athena`),
		inside: set(`in at near from to around outside into across throughout within inside towards toward through via off over between for`),
		locals: set(`man woman men women boy girl teen teenager teenagers youth couple mother father family resident residents native police policeman officer officers
 firefighters firefighter crews mayor councilman councilwoman alderman lawyer attorney doctor teacher student students driver motorist businessman farmer police
 schools school hospital plant factory store home house homes street courthouse jail neighborhood neighbourhood suburb suburbs area firm company voters
 taxpayers downtown deputies bureau office headquarters studio mosque church synagogue airport harbour harbor waterfront riverfront lawmaker`),
		bodies: set(`university college hospital clinic school institute institution journal department agency administration corporation corp corp. company inc inc. association
 authority commission committee council court party bank airlines airways times post herald tribune chronicle globe gazette news club team united fc society cross foundation
 ministry office center centre museum zoo library church cathedral mosque factory works laboratory laboratories lab labs bureau board union league federation alliance movement
 front army brigade division regiment battalion group holdings partners industries motors steel energy petroleum oil gas mining press agreement accord treaty protocol summit
 declaration convention games cup championship open festival festival act bill stadium arena theatre theater hotel restaurant street avenue road square park bridge
 virus fever disease ebolavirus flu syndrome airlines health`),
		urban:      set(`have lie sit stand remain become host fall wake burn flood see suffer celebrate mark witness experience grow lose house record report face`),
		addressing: set(`warn accuse urge tell ask blame condemn thank criticize criticise denounce pressure persuade assure notify inform rebuke reassure`),
		acting: set(`say announce deny accuse warn demand urge call condemn reject agree refuse insist vow pledge threaten claim confirm declare express want seek impose
 ban sanction recall expel summon order propose suggest criticize criticise denounce back support welcome recognize recognise sign ratify approve decide plan hope
 believe consider argue respond retaliate withdraw deploy invade offer promise accept ask request blame protest suspend lift agree negotiate`),
	}
}

// Features that nouns ask for.
const (
	adm   = "ADM1 ADM2 RGN"
	towns = "PPL PPLC PPLA"
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
