package demarche

// Coding is a frame that a rule of the codebook matched.
type Coding struct {
	Frame      int // index into Doc.Frames
	Category   string
	Modes      []string
	Contexts   []string
	CAMEO      string
	Rule       string // FILE:LINE of the pattern that matched
	RuleName   string
	Actors     []Filler
	Recipients []Filler
	Words      []int // token indices of the words that carried it, ascending
	Consumed   []int // frames that this coding speaks of (what was demanded, the sanctions lifted): not events of their own
	Specific   int   // how specific the rule is; the highest wins
	Status     Status
	Evidence   []Evidence
}

// Filler is what a slot of a rule was filled with.
type Filler struct {
	Arg     int // index into the frame's Args, -1 when not an argument
	Head    int // token index
	Mention int // index into Doc.Mentions, -1 when none
}

// Event is one coded event, as "demarche code" prints it. Field names are
// those of the PLOVER data exchange format (PLOVER manual, "Data Fields").
// Offsets are code points of Doc.Text, end exclusive.
type Event struct {
	ID         string     `json:"id"`
	Doc        string     `json:"doc"`
	Date       *string    `json:"date"`
	EndDate    *string    `json:"enddate"`
	Actor      []Entity   `json:"actor"`
	Recipient  []Entity   `json:"recipient"`
	Event      []string   `json:"event"` // PLOVER category; one element
	Mode       []string   `json:"mode"`
	Context    []string   `json:"context"`
	Auxiliary  []string   `json:"auxiliary"`
	BaseEvent  string     `json:"base_event"`
	CAMEO      string     `json:"cameo"`
	QuadCode   int        `json:"quad_code"`
	EventScale float64    `json:"event_scale"`
	Goldstein  float64    `json:"goldstein"`
	Location   *Location  `json:"event_loc"`
	Size       Size       `json:"size"`
	SaidBy     *Entity    `json:"said_by"`
	EventText  []string   `json:"event_text"`
	Text       string     `json:"text"`
	TextInfo   TextInfo   `json:"text_info"`
	Rule       string     `json:"rule"`
	Confidence float64    `json:"confidence"`
	CiteInfo   CiteInfo   `json:"cite_info"`
	Why        []Evidence `json:"why,omitempty"` // with --explain
}

// Together says that the actors did it with one another, not to somebody else:
// they met, agreed, cooperated, took up relations (CAMEO 054), signed an
// agreement (057), declared a ceasefire (0356, 0871), or fought (190).
func (e *Event) Together() bool {
	if len(e.Recipient) > 0 || len(e.Actor) < 2 || len(e.Event) == 0 {
		return false
	}
	switch e.Event[0] {
	case "AGREE", "CONSULT", "COOPERATE":
		return true
	}
	switch e.CAMEO {
	case "054", "057", "0356", "0871":
		return true
	case "190":
		return e.Event[0] == "ASSAULT"
	}
	return false
}

// Entity is an actor as an event prints it.
type Entity struct {
	Code           *string  `json:"code"`
	Sector         *string  `json:"sector"`
	Sectors        []string `json:"sectors,omitempty"` // the second and later ones
	EntityText     string   `json:"entity_text"`
	Start          int      `json:"start"`
	End            int      `json:"end"`
	IdentifierID   string   `json:"identifier_id,omitempty"`
	IdentifierText string   `json:"identifier_text,omitempty"`
	Office         string   `json:"office,omitempty"`
	Members        []string `json:"members,omitempty"`
}

// Location is PLOVER's location object.
type Location struct {
	ExtractedPlace string   `json:"extracted_place"`
	ResolvedPlace  string   `json:"resolved_place,omitempty"`
	GeonameID      string   `json:"geonameid,omitempty"`
	Lat            *float64 `json:"lat"`
	Lon            *float64 `json:"lon"`
	CountryCode    string   `json:"country_code,omitempty"`
	Admin1         string   `json:"admin1,omitempty"` // name of the first-order division: Texas
	FeatureCode    string   `json:"feature_code,omitempty"`
	Resolution     string   `json:"resolution,omitempty"`
}

// Size is how many people the event touched; nil is unknown.
type Size struct {
	Dead         *int `json:"dead,omitempty"`
	Injured      *int `json:"injured,omitempty"`
	Arrested     *int `json:"arrested,omitempty"`
	Participants *int `json:"participants,omitempty"`
}

// TextInfo says where the event stands in the text.
type TextInfo struct {
	Sequence   int `json:"sequence"` // sentence number from 1
	Start      int `json:"start"`    // of the sentence
	End        int `json:"end"`
	EventStart int `json:"event_start"` // of the words that carried the event
	EventEnd   int `json:"event_end"`
}

// CiteInfo says what was coded, and by what.
type CiteInfo struct {
	Title       string `json:"title,omitempty"`
	URL         string `json:"url,omitempty"`
	Publication string `json:"publication,omitempty"`
	Language    string `json:"language,omitempty"`
	Coder       string `json:"coder"`
	Codebook    string `json:"codebook"`
}
