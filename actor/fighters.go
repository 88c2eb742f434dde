package actor

import (
	"slices"

	"github.com/demarche/demarche"
)

// fighting lists the nouns for people under arms, whatever their sector: with the
// name of a group before them they are that group ("Boko Haram militants").
func fighting(x *role) bool {
	switch x.noun {
	case "man", "people", "gang member", "recruit", "cadre", "sympathiser", "sympathizer", "loyalist":
		return true
	}
	switch first(x.sectors) {
	case "MIL", "UAF", "REB", "PRM":
		return x.kind != roleArms
	}
	return false
}

// bandSectors is the sectors of the armed group, or of the leader of one, whose
// fighters a noun speaks of; nil where nobody of that kind owns them. Who governs
// has soldiers, as any state.
func (p *pass) bandSectors(d *description, x *role) []string {
	if !fighting(x) {
		return nil
	}
	for _, o := range d.owners {
		if first(x.sectors) == "CVL" && o.entry >= 0 && p.lex.entries[o.entry].kind == party {
			return o.sectors // "15 people from the party"
		}
		switch first(o.sectors) {
		case "REB", "PRM", "UAF":
			return o.sectors
		case "GOV":
			if !p.isBand(o.entry) {
				continue
			}
			if slices.Contains(o.sectors, "REB") {
				return rebelSectors // of a group that governs and fights
			}
			switch first(x.sectors) {
			case "REB", "PRM":
				return x.sectors
			case "UAF", "CVL":
				return o.sectors
			}
		}
	}
	return nil
}

var rebelSectors = []string{"REB"}

func (p *pass) isBand(e int32) bool { return e >= 0 && p.lex.entries[e].kind == armedGroup }

// asBand makes an actor the armed group itself where several of its fighters act.
func (p *pass) asBand(a *demarche.Actor, m *mention, o owner) {
	if !p.isBand(o.entry) || !m.plural && m.kind == rolePerson || !fighting(p.roleOf(m.roleHit)) {
		return
	}
	g := p.known(o.entry)
	a.ID, a.Name, a.Wikidata = g.ID, g.Name, g.Wikidata
}

// followLeader gives the forces of a rebel his sectors: "Nkunda's men".
func (p *pass) followLeader(a *demarche.Actor, x *role, leader *demarche.Actor) {
	switch first(leader.Sectors) {
	case "REB", "PRM", "UAF":
		if fighting(x) {
			a.Sectors = leader.Sectors
		}
	}
}

// fightersMeant says that "the attackers" or "the militants" may be those whom
// mention c speaks of: an armed group, or its fighters by another noun. Who was
// attacked is no attacker.
func (p *pass) fightersMeant(m, c *mention, x *entity) bool {
	if !m.plural || m.roleHit < 0 || len(x.actors) != 1 || !codesFit(m, x) {
		return false
	}
	noun := p.roleOf(m.roleHit).noun
	unnamed := isAttacker(noun)
	if !unnamed && !isInsurgent(noun) || unnamed && p.suffers(c.Head) {
		return false
	}
	s := first(x.actors[0].Sectors)
	if x.named || x.roleHit < 0 {
		return s == "REB" && p.isBand(x.entry)
	}
	y := p.roleOf(x.roleHit)
	if !x.plural || !isAttacker(y.noun) && !isInsurgent(y.noun) && !fighting(y) {
		return false
	}
	return s == "REB" || unnamed && (s == "UAF" || s == "CRM")
}

// isAttacker lists what those are called whose deed alone is known.
func isAttacker(noun string) bool {
	switch noun {
	case "attacker", "assailant", "gunman", "raider", "kidnapper", "abductor", "hijacker", "hostage-taker":
		return true
	}
	return false
}

// isInsurgent lists what those are called who fight a state.
func isInsurgent(noun string) bool {
	switch noun {
	case "insurgent", "militant", "rebel", "terrorist", "extremist", "jihadist", "jihadi", "guerrilla", "fighter", "islamist":
		return true
	}
	return false
}

// suffers says that whoever token t names is acted upon.
func (p *pass) suffers(t int) bool {
	switch p.tok(t).Rel {
	case demarche.Obj, demarche.NsubjPass, demarche.Iobj:
		return true
	}
	return false
}
