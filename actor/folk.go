package actor

import "github.com/demarche/demarche"

// peopleSectors: "Russians" are civilians, "the Russians" in an agreement may
// be anybody; an adjective acts for its government where it modifies a deed
// ("the Russian invasion").
func (p *pass) peopleSectors(m *mention) []string {
	if p.modifies(m.Head) {
		if populated(lowerASCII(p.tok(p.tok(m.Head).Head).Lemma)) {
			return nil
		}
		return govSectors
	}
	t := m.Head
	if p.tok(t).Rel == demarche.Conj && p.tok(t).Head >= 0 && p.dependent(t, demarche.Det) < 0 {
		t = p.tok(t).Head
	}
	if h := p.tok(m.Head).Head; h >= 0 && p.preposition(m.Head) == "of" && counts(lowerASCII(p.tok(h).Norm)) || p.dependent(m.Head, demarche.Nummod) >= 0 {
		return civilSectors // "thousands of Nepalese"
	}
	if p.isPlural(m.Head) == (p.dependent(t, demarche.Det) < 0) {
		return civilSectors // "Russians", "an American"
	}
	return nil
}

// colonial says that a name tells whose a territory was: "the former Spanish colony".
func (p *pass) colonial(m *mention) bool {
	if m.Type != demarche.NORP && m.Type != demarche.GPE || m.Head == 0 || !p.modifies(m.Head) {
		return false
	}
	switch lowerASCII(p.tok(p.tok(m.Head).Head).Lemma) {
	case "colony", "territory", "protectorate", "possession", "dependency", "republic":
		return lowerASCII(p.tok(m.Head-1).Norm) == "former"
	}
	return false
}

// populated lists nouns for what a people lives in or has, where an adjective
// before it speaks of no government: "Serb areas".
func populated(noun string) bool {
	switch noun {
	case "area", "village", "town", "city", "region", "province", "enclave", "municipality", "district", "neighbourhood", "neighborhood", "quarter", "suburb",
		"side", "soil", "territory", "language", "community", "majority", "minority", "population", "school", "church", "family", "origin", "descent", "coast", "border", "waters", "desert":
		return true
	}
	return false
}
