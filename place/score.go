package place

import (
	"math"
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// choose settles every name: first by itself and the words beside it, then
// twice more in the light of what the others came out as.
func (w *work) choose() {
	w.publication()
	for round := range 3 {
		if round > 0 {
			w.vote()
		}
		for g := range w.groups {
			w.settle(g)
		}
	}
	for i := range w.names {
		w.names[i].best = w.pick(i)
	}
	for i := range w.names {
		if n := &w.names[i]; n.best >= 0 && !w.credible(n) {
			n.best = -1
		}
	}
}

// publication takes the town or state that the name of the paper begins with
// as one more place that the text is about: "The Lebanon Democrat".
func (w *work) publication() {
	words := strings.Fields(strings.TrimPrefix(w.doc.Publication, "The "))
	for n := min(3, len(words)-1); n > 0; n-- {
		key := AppendFold(nil, strings.Join(words[:n], " "))
		if w.words.never[string(key)] || w.words.persons[string(key)] {
			continue
		}
		found := w.find(nil, key)
		if len(found) == 0 {
			continue
		}
		if _, known := w.groupOf[string(key)]; !known {
			w.groupOf[string(key)] = len(w.groups)
			w.groups = append(w.groups, group{key: string(key), candidates: found, best: -1})
		}
		best, top := int32(-1), 0.0
		for _, c := range found {
			if p := w.prior(c, string(key)); p > top {
				best, top = c, p
			}
		}
		if top >= 5 { // Boston, but not one Salem of many
			w.home, _ = w.areaOf(w.at(best))
		}
		return
	}
}

// settle gives group g the place that suits its occurrences best.
func (w *work) settle(g int) {
	grp := &w.groups[g]
	grp.best, grp.score = -1, math.Inf(-1)
	for _, c := range grp.candidates {
		score := w.prior(c, grp.key) + w.context(c, g)
		local := 0.0
		for _, i := range grp.told {
			local = max(local, w.local(&w.names[i], c))
		}
		if score += local; score > grp.score {
			grp.best, grp.score = c, score
		}
	}
}

// pick is the place of one occurrence: that of its group, unless the words
// right beside it ask for another.
func (w *work) pick(i int) int32 {
	n := &w.names[i]
	grp := &w.groups[n.group]
	best, top := grp.best, math.Inf(-1)
	if n.after < 0 && n.before < 0 && n.wants == "" {
		return best
	}
	for _, c := range grp.candidates {
		score := w.prior(c, grp.key) + w.context(c, n.group) + w.local(n, c)
		if c == grp.best {
			score += 0.5
		}
		if score > top {
			best, top = c, score
		}
	}
	return best
}

// prior is how likely a name alone means place c: states before their
// divisions, cities by the tenfold of people, well-known names before others.
func (w *work) prior(c int32, key string) float64 {
	r := w.at(c)
	people := math.Log10(r.population + 10)
	own := Fold(w.nameOf(r)) == key
	switch w.featureOf(r) {
	case "PCLI":
		return 9
	case "ADM1":
		if own {
			return 5.8 + 0.2*people
		}
		return 4 + 0.2*people
	case "ADM2":
		if own {
			return 0.75 * people
		}
		return people - 2
	case "PPLC":
		if own {
			return people + 1.6
		}
		return people
	case "PPL", "PPLA":
		if own {
			return people
		}
		if r.population < 5e5 { // other names of small places are often mere chance
			return people - 1.6
		}
		return people - 0.6
	}
	if r.far != nil { // a brook or a school of the atlas
		return 0.3
	}
	return 7.8
}

// local is what the words beside the name say for place c.
func (w *work) local(n *name, c int32) float64 {
	score := 0.0
	feature := w.featureOf(w.at(c))
	if n.wants != "" {
		if strings.Contains(n.wants, feature) {
			score += 2.5
		} else if feature == "PCLI" {
			score -= 3
		} else {
			score--
		}
	}
	if n.after >= 0 {
		score += w.contained(c, w.groups[w.names[n.after].group].candidates)
	}
	if n.before >= 0 {
		inner, best := w.groups[w.names[n.before].group].candidates, 0.0
		for _, i := range inner {
			best = max(best, w.contained(i, []int32{c}))
		}
		score += best
	}
	return score
}

// contained says how well place c lies in one of the places outer.
func (w *work) contained(c int32, outer []int32) float64 {
	r := w.at(c)
	country, admin1 := w.areaOf(r)
	best := 0.0
	for _, o := range outer {
		x := w.at(o)
		oc, oa := w.areaOf(x)
		switch f := w.featureOf(x); {
		case o == c || oc == "" || oc != country:
		case f == "PCLI":
			best = max(best, 5)
		case f == "ADM1" && oa == admin1 && w.featureOf(r) != "ADM1":
			best = max(best, 6)
		case (f == "ADM2" || f == "RGN" || f == "ISL") && kilometres(r, x) < 250:
			best = max(best, 4)
		case strings.HasPrefix(f, "PPL") && oa == admin1 && kilometres(r, x) < 80:
			best = max(best, 2)
		}
	}
	return best
}

// vote counts which countries the document is about: for each group the
// country of its place, so that a name does not speak for itself, and those of
// the actors resolved.
func (w *work) vote() {
	w.votes = map[string]float64{}
	for g := range w.groups {
		w.groups[g].country, w.groups[g].weight = "", 0
	}
	for i := range w.names {
		n := &w.names[i]
		g := &w.groups[n.group]
		if g.best < 0 {
			continue
		}
		r := w.at(g.best)
		country, _ := w.areaOf(r)
		weight := 0.4
		switch w.featureOf(r) {
		case "PCLI":
			weight = 1
		case "ADM1", "PPLC":
			weight = 0.8
		}
		if s := w.doc.SentenceOf(n.First); s >= 0 && w.doc.Sentences[s].Dateline.Contains(n.First) {
			weight += 2
		}
		w.votes[country] += weight
		g.country, g.weight = country, g.weight+weight
	}
	if w.home != "" {
		w.votes[w.home]++
	}
	for i := range w.doc.Mentions {
		m := &w.doc.Mentions[i]
		if m.Pronoun || !known(m) || w.named(m.Range) {
			continue
		}
		for _, a := range m.Actors {
			if len(a.Code) == 3 {
				w.votes[a.Code] += 0.2
			}
		}
	}
	delete(w.votes, "")
}

// named says that a name within r is being resolved: what package actor takes
// it for is the same guess once more.
func (w *work) named(r demarche.Range) bool {
	_, found := slices.BinarySearchFunc(w.names, r, func(n name, r demarche.Range) int {
		switch {
		case n.Range.End <= r.First:
			return -1
		case n.First >= r.End:
			return 1
		}
		return 0
	})
	return found
}

// context is what the rest of the document says for place c as the meaning of
// group g: its country's share of the votes, and places nearby.
func (w *work) context(c int32, g int) float64 {
	if w.votes == nil {
		return 0
	}
	r := w.at(c)
	country, admin1 := w.areaOf(r)
	all, own := 0.0, 0.0
	for code, v := range w.votes {
		if code == w.groups[g].country {
			v = max(0, v-w.groups[g].weight)
		}
		all += v
		if code == country {
			own = v
		}
	}
	score := 0.0
	if all > 0 && country != "" {
		score = 3 * own / (all + 1)
		if own == 0 {
			score -= 0.5
		}
	}
	return score + w.nearby(c, r, country, admin1, g)
}

// nearby adds up the three other places that lie nearest, fading with the
// distance; a first-order division that c lies in counts as near.
func (w *work) nearby(c int32, r record, country, admin1 string, g int) float64 {
	if w.featureOf(r) == "PCLI" {
		return 0
	}
	var top [3]float64
	for o := range w.groups {
		other := &w.groups[o]
		if o == g || other.best < 0 || other.best == c {
			continue
		}
		x := w.at(other.best)
		f := w.featureOf(x)
		if f == "PCLI" || f == "CONT" {
			continue
		}
		near := math.Exp(-kilometres(r, x) / 200)
		if oc, oa := w.areaOf(x); f == "ADM1" && oc == country && oa == admin1 {
			near = 1
		}
		for k := range top { // keep the three greatest in order
			if near > top[k] {
				top[k], near = near, top[k]
			}
		}
	}
	return 1.8*top[0] + nearSecond*top[1] + nearThird*top[2]
}

// What the second and third nearest place add.
const nearSecond, nearThird = 1.1, 0.8

// credible drops hamlets that nothing but their name speaks for.
func (w *work) credible(n *name) bool {
	r := w.at(n.best)
	f := w.featureOf(r)
	if f != "PPL" && f != "ADM2" && f != "PPLA" && f != minor {
		return true
	}
	if n.after >= 0 && w.contained(n.best, w.groups[w.names[n.after].group].candidates) > 0 {
		return true
	}
	if f == minor {
		return (n.local || n.Len() > 1) && w.context(n.best, n.group) > 0.8
	}
	if f == "ADM2" && n.Len() > 1 && w.words.isGeneric(w.low(&w.doc.Sentences[w.doc.SentenceOf(n.First)], n.Range.End-1)) {
		return true // "Bourbon County"
	}
	if n.local {
		return r.population > 0 || w.context(n.best, n.group) > 0.5
	}
	return w.groups[n.group].score >= 5.8 || r.population >= 2e5
}

// acts says that a state or capital is meant as a government: a state is the
// subject of a verb that places do not do, a capital of any but those that
// cities do.
func (w *work) acts(n *name, c int32) bool {
	f := w.featureOf(w.at(c))
	if f != "PCLI" && f != "PPLC" && f != "BLDG" {
		return false
	}
	for i := n.First; i < n.Range.End; i++ {
		t := &w.doc.Tokens[i]
		if t.Head < 0 || n.Contains(t.Head) {
			continue
		}
		if t.Rel.Base() == demarche.Obj && f == "PPLC" && w.words.addressing[w.doc.Tokens[t.Head].Lemma] { // "Beijing warned Tokyo"
			return true
		}
		if t.Rel != demarche.Nsubj {
			continue
		}
		v := &w.doc.Tokens[t.Head]
		return v.UPOS == demarche.VERB && (w.words.acting[v.Lemma] || f != "PCLI" && !w.words.urban[v.Lemma])
	}
	return false
}

// kilometres is the great-circle distance.
func kilometres(a, b record) float64 { return Kilometres(a.lat, a.lon, b.lat, b.lon) }

// Kilometres is the great-circle distance between two points in degrees, on a
// sphere of 6371 km.
func Kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	dLat, dLon := (lat2-lat1)*rad, (lon2-lon1)*rad
	h := math.Pow(math.Sin(dLat/2), 2) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*math.Pow(math.Sin(dLon/2), 2)
	return 2 * 6371 * math.Asin(math.Sqrt(min(1, h)))
}
