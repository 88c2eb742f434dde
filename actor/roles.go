package actor

import "strings"

// role is a common noun for people or bodies that act.
type role struct {
	noun    string
	sectors []string
	kind    roleKind
	inherit bool   // takes the sector of whom it belongs to: "spokesman", "official"
	abroad  bool   // may be of any state, so that the document's is no guess: "analysts"
	stateIs string // the sector where it belongs to a state: GOV of "the Iranian delegation"
	office  string // canonical office, "" when the noun is none
	at      place
}

// roleKind is what a role noun can be referred back to as.
type roleKind uint8

const (
	rolePerson  roleKind = iota // he, she
	roleGroup                   // they
	roleBody                    // it
	roleStates                  // countries, nations
	roleArms                    // warplanes, missiles: it, they
	roleHonor                   // Mr, Sheikh, Prince: says person, gives no sector of its own
	roleContext                 // a modifier that gives a sector: military, opposition, presidential
)

var roleKinds = map[string]roleKind{
	"person": rolePerson, "group": roleGroup, "body": roleBody, "states": roleStates, "arms": roleArms, "honorific": roleHonor, "modifier": roleContext,
}

// role reads a row of roles.tsv. A noun is given in the singular, or in the
// plural when only that is used; the office column names the canonical office.
func (ld *loader) role(r *row) error {
	noun := r.get("noun")
	if noun == "" {
		return r.errorf("noun", "the noun is missing")
	}
	k, ok := roleKinds[r.get("kind")]
	if !ok {
		return r.errorf("kind", "the kind %q is not one of person, group, body, states, arms, honorific, modifier", r.get("kind"))
	}
	x := role{noun: noun, sectors: r.list("sectors"), kind: k, office: r.get("office"), at: ld.at(r)}
	x.inherit = strings.Contains(r.get("note"), "inherit")
	x.abroad = strings.Contains(r.get("note"), "anywhere")
	if _, s, ok := strings.Cut(r.get("note"), "state "); ok {
		x.stateIs, _, _ = strings.Cut(s, ";")
	}
	id := int32(len(ld.lex.roles))
	ld.lex.roles = append(ld.lex.roles, x)
	ld.name(roleRoot, noun, ref{entry: id, use: asRole, at: x.at, plural: k == roleGroup || strings.Contains(r.get("note"), "plural")})
	if k <= roleArms && k != roleGroup && !strings.Contains(r.get("note"), "plural") && !strings.Contains(r.get("note"), "singular") {
		ld.name(roleRoot, plural(noun), ref{entry: id, use: asRole, at: x.at, plural: true})
	}
	return nil
}

// plural is the English plural of a role noun; in "secretary of state" and
// "attorney general" the first word takes it.
func plural(noun string) string {
	if head, rest, ok := strings.Cut(noun, " of "); ok {
		return plural(head) + " of " + rest
	}
	if head, ok := strings.CutSuffix(noun, "-in-chief"); ok {
		return plural(head) + "-in-chief"
	}
	if head, ok := strings.CutSuffix(noun, "attorney general"); ok {
		return head + "attorneys general"
	}
	switch {
	case strings.HasSuffix(noun, "man"):
		return noun[:len(noun)-2] + "en"
	case strings.HasSuffix(noun, "person"):
		return noun[:len(noun)-6] + "people"
	case strings.HasSuffix(noun, "child"):
		return noun + "ren"
	case strings.HasSuffix(noun, "y") && !strings.ContainsRune("aeiou", rune(noun[max(0, len(noun)-2)])):
		return noun[:len(noun)-1] + "ies"
	case strings.HasSuffix(noun, "s"), strings.HasSuffix(noun, "ch"), strings.HasSuffix(noun, "sh"), strings.HasSuffix(noun, "x"):
		return noun + "es"
	}
	return noun + "s"
}
