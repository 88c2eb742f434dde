package serve

import (
	"encoding/json"
	"fmt"

	"github.com/demarche/demarche/record"
)

// collection is a GeoJSON FeatureCollection (RFC 7946).
type collection struct {
	Type     string    `json:"type"`
	Features []feature `json:"features"`
}

type feature struct {
	Type       string    `json:"type"`
	ID         string    `json:"id,omitempty"`
	Geometry   *geometry `json:"geometry"` // null: it is known to be somewhere
	Properties any       `json:"properties"`
}

type geometry struct {
	Type        string `json:"type"`
	Coordinates any    `json:"coordinates"`
}

// position is longitude and latitude, in that order.
type position [2]float64

func point(lat, lon float64) *geometry { return &geometry{"Point", position{lon, lat}} }

func marshal(features []feature) ([]byte, error) {
	body, err := json.Marshal(collection{"FeatureCollection", orEmpty(features)})
	if err != nil {
		return nil, fmt.Errorf("writing GeoJSON: %w", err)
	}
	return body, nil
}

// eventsGeoJSON has a feature for each event; those at no known place have no
// geometry.
func eventsGeoJSON(events []record.Event) ([]byte, error) {
	features := make([]feature, len(events))
	for i := range events {
		f := feature{Type: "Feature", ID: events[i].ID, Properties: &events[i]}
		if at := events[i].Location; at != nil && at.Lat != nil && at.Lon != nil {
			f.Geometry = point(*at.Lat, *at.Lon)
		}
		features[i] = f
	}
	return marshal(features)
}

// mapGeoJSON has a point for each place and a line for each leg of a journey
// from the place before it.
func mapGeoJSON(view *MapView) ([]byte, error) {
	var features []feature
	for i := range view.Points {
		p := &view.Points[i]
		features = append(features, feature{Type: "Feature", Geometry: point(p.Lat, p.Lon), Properties: p})
	}
	for _, journey := range view.Itineraries {
		for i := 1; i < len(journey.Legs); i++ {
			from, to := &journey.Legs[i-1], &journey.Legs[i]
			features = append(features, feature{
				Type:     "Feature",
				Geometry: &geometry{"LineString", []position{{*from.Lon, *from.Lat}, {*to.Lon, *to.Lat}}},
				Properties: struct {
					Name string `json:"name"`
					*record.Leg
				}{journey.Name, to},
			})
		}
	}
	return marshal(features)
}
