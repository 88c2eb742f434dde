package export

import (
	"strings"

	"github.com/demarche/demarche"
)

// cameoActor is somebody in the codes of CAMEO, as GDELT and Phoenix have them.
type cameoActor struct {
	country string   // "USA"; "" when none
	group   string   // known group: "UNO"
	roles   []string // "GOV", "MIL" …
}

// cameoGroups are PLOVER's codes of those without a country: the generic actor
// of CAMEO before the group's own code.
var cameoGroups = map[string]cameoActor{
	"UNO": {group: "UNO", roles: []string{"IGO"}},
	"EUR": {country: "EUR", group: "EEC", roles: []string{"IGO"}},
	"IGO": {roles: []string{"IGO"}},
	"NGO": {roles: []string{"NGO"}},
	"ISM": {roles: []string{"NGM"}},
	"IMG": {roles: []string{"IMG"}},
	"MNC": {roles: []string{"MNC"}},
}

// cameoRoles are PLOVER's sectors where CAMEO has another code or none.
var cameoRoles = map[string]string{
	"MED": "HLH", "JRN": "MED", "PRM": "UAF", "UNK": "", "REL": "", "PRE": "", "SOC": "CVL",
}

// cameoOf is an entity in CAMEO's codes, with at most three roles.
func (c countries) cameoOf(e *demarche.Entity) cameoActor {
	if e == nil {
		return cameoActor{}
	}
	found, isState := c.of(e.Code)
	a := cameoActor{country: found.cameo}
	if !isState {
		a = cameoGroups[deref(e.Code)]
		a.roles = append([]string(nil), a.roles...)
	}
	for _, s := range sectorsOf(e) {
		role, other := cameoRoles[s]
		if !other {
			role = s
		}
		if role != "" && len(a.roles) < 3 && (len(a.roles) == 0 || a.roles[len(a.roles)-1] != role) {
			a.roles = append(a.roles, role)
		}
	}
	return a
}

// code is the whole code: country and roles, or what sort of body it is and
// which one: USAGOV, IGOUNO.
func (a cameoActor) code() string {
	if a.group != "" {
		return "IGO" + strings.TrimPrefix(a.country+a.group, "IGO")
	}
	return a.country + strings.Join(a.roles, "")
}

func (a cameoActor) role(n int) string {
	if n < len(a.roles) {
		return a.roles[n]
	}
	return ""
}
