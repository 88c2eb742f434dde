package record

// Spot is a place with what happened there.
type Spot struct {
	Place       string   `json:"place"`
	CountryCode string   `json:"country_code,omitempty"`
	Lat         float64  `json:"lat"`
	Lon         float64  `json:"lon"`
	N           int      `json:"n"`
	Quad        [5]int   `json:"quad"`   // by quad class, 1 to 4; 0 for none
	Events      []string `json:"events"` // ids of the latest
}
