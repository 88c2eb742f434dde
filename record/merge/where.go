package merge

import (
	"fmt"
	"math"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record/vocab"
)

// where compares the places.
func where(m *demarche.Event, s *State) (vocab.Reason, bool) {
	a, b := m.Location, s.Event.Location
	if a == nil || b == nil {
		return vocab.Reason{}, false
	}
	exact, km := isSpot(a) && isSpot(b), distance(a, b)
	switch {
	case a.GeonameID != "" && a.GeonameID == b.GeonameID && isSpot(a):
		return vocab.Reason{What: "same place", Score: 1.5, Detail: placeName(a)}, true
	case a.GeonameID != "" && a.GeonameID == b.GeonameID:
		return vocab.Reason{What: "same " + orPlace(a.Resolution), Score: 0.5, Detail: placeName(a)}, true
	case a.CountryCode != "" && b.CountryCode != "" && a.CountryCode != b.CountryCode && (km < 0 || km > 60):
		return vocab.Reason{What: "places in two countries", Score: -3.5, Detail: placeName(a) + " and " + placeName(b)}, true
	case a.Resolution == "country" || b.Resolution == "country":
		return vocab.Reason{What: "one place lies within the other", Score: 0.2, Detail: placeName(a) + " and " + placeName(b)}, true
	case km < 0:
		return vocab.Reason{}, false
	}
	detail := fmt.Sprintf("%s and %s, %.0f km", placeName(a), placeName(b), km)
	switch {
	case exact && km <= 12:
		return vocab.Reason{What: "places side by side", Score: 1.1, Detail: detail}, true
	case exact && km <= 40:
		return vocab.Reason{What: "places near one another", Score: 0, Detail: detail}, true
	case exact:
		return vocab.Reason{What: "two places", Score: -4.5, Detail: detail}, true
	case placeName(a) == placeName(b) || withinOther(a, b) || withinOther(b, a):
		return vocab.Reason{What: "one place lies within the other", Score: 0.3, Detail: detail}, true
	case province(a) != "" && province(b) != "" && province(a) != province(b):
		return vocab.Reason{What: "places in two provinces", Score: -3, Detail: detail}, true
	case km <= 60:
		return vocab.Reason{What: "one place may lie within the other", Score: 0.3, Detail: detail}, true
	case km <= 120:
		return vocab.Reason{What: "one place may lie within the other", Score: -0.5, Detail: detail}, true
	case km <= 300:
		return vocab.Reason{What: "two places", Score: -1.5, Detail: detail}, true
	}
	return vocab.Reason{What: "places far apart", Score: -2.5, Detail: detail}, true
}

func orPlace(resolution string) string {
	if resolution == "" {
		return "place"
	}
	return resolution
}

// withinOther says that a lies in the province b.
func withinOther(a, b *demarche.Location) bool {
	return b.FeatureCode == "ADM1" && province(a) != "" && province(a) == province(b)
}

// province is the first-order division that the place is or lies in.
func province(l *demarche.Location) string {
	if l.Admin1 == "" && l.FeatureCode == "ADM1" {
		return placeName(l)
	}
	return l.Admin1
}

// isSpot says that the place is a town or a building, and no area.
func isSpot(l *demarche.Location) bool {
	switch l.Resolution {
	case "city", "site":
		return true
	}
	return false
}

func placeName(l *demarche.Location) string {
	if l.ResolvedPlace != "" {
		return l.ResolvedPlace
	}
	return l.ExtractedPlace
}

// distance is the great-circle distance in km, or -1 when unknown.
func distance(a, b *demarche.Location) float64 {
	if a.Lat == nil || a.Lon == nil || b.Lat == nil || b.Lon == nil {
		return -1
	}
	const degree, radius = math.Pi / 180, 6371
	sinLat := math.Sin((*b.Lat - *a.Lat) * degree / 2)
	sinLon := math.Sin((*b.Lon - *a.Lon) * degree / 2)
	h := sinLat*sinLat + math.Cos(*a.Lat*degree)*math.Cos(*b.Lat*degree)*sinLon*sinLon
	return 2 * radius * math.Asin(math.Min(1, math.Sqrt(h)))
}
