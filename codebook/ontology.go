package codebook

import (
	"slices"
	"sort"
	"strings"
)

// Category is one of PLOVER's sixteen kinds of event.
type Category struct {
	Name           string
	Quad           int     // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
	Score          float64 // PLOVER manual, table of scores; ACCUSE's sign corrected to −3
	NeedsRecipient bool
	Covers         string // one line for people
	Modes          []Mode
	cameo          []string // prefixes of the CAMEO codes that a rule of this category may carry
}

// Mode is how an event was done.
type Mode struct {
	Name  string
	Score float64
}

// CAMEO is one code of the older scheme.
type CAMEO struct {
	Code      string
	Goldstein float64
	Name      string
}

// Lookup is the category of that name.
func Lookup(name string) (Category, bool) {
	for _, c := range categories {
		if c.Name == name {
			return c, true
		}
	}
	return Category{}, false
}

// Categories is all sixteen, by quad class, in the manual's order.
func Categories() []Category { return slices.Clone(categories[:]) }

// ValidCategory says whether name is a PLOVER category.
func ValidCategory(name string) bool { _, ok := Lookup(name); return ok }

// ValidMode says whether the category has that mode.
func ValidMode(category, mode string) bool {
	c, ok := Lookup(category)
	return ok && slices.ContainsFunc(c.Modes, func(m Mode) bool { return m.Name == mode })
}

// ValidContext says whether name is one of PLOVER's contexts.
func ValidContext(name string) bool { return slices.Contains(contexts[:], name) }

// Contexts is PLOVER's contexts in the manual's order.
func Contexts() []string { return slices.Clone(contexts[:]) }

// ValidSector says whether name is one of PLOVER's sectors.
func ValidSector(name string) bool { return slices.Contains(sectors[:], name) }

// Score is PLOVER's score of an event: that of its mode; of several modes the
// strongest; the category's own without modes. 0 for an unknown category.
func Score(category string, modes []string) float64 {
	c, ok := Lookup(category)
	if !ok {
		return 0
	}
	best, found := c.Score, false
	for _, name := range modes {
		i := slices.IndexFunc(c.Modes, func(m Mode) bool { return m.Name == name })
		if i < 0 {
			continue
		}
		if s := c.Modes[i].Score; !found || abs(s) > abs(best) {
			best, found = s, true
		}
	}
	return best
}

// Quad is the quad class of a category, 0 when unknown.
func Quad(category string) int {
	c, _ := Lookup(category)
	return c.Quad
}

// verbalConflict is the quad class of requests, accusations, rejections and
// threats: of what is said against somebody.
const verbalConflict = 3

// LookupCAMEO is the row of a CAMEO code.
func LookupCAMEO(code string) (CAMEO, bool) {
	i := sort.Search(len(cameoCodes), func(i int) bool { return cameoCodes[i].Code >= code })
	if i == len(cameoCodes) || cameoCodes[i].Code != code {
		return CAMEO{}, false
	}
	return cameoCodes[i], true
}

// CAMEOCodes is every code, sorted.
func CAMEOCodes() []CAMEO { return slices.Clone(cameoCodes[:]) }

// Goldstein is the Goldstein score of a CAMEO code, 0 when unknown.
func Goldstein(cameo string) float64 {
	c, _ := LookupCAMEO(cameo)
	return c.Goldstein
}

// CAMEOQuad is the quad class by CAMEO's own roots, as data sets in CAMEO
// print it; 0 when unknown.
func CAMEOQuad(cameo string) int {
	if _, ok := LookupCAMEO(cameo); !ok {
		return 0
	}
	switch root := cameo[:2]; {
	case root <= "05":
		return 1
	case root <= "08":
		return 2
	case root <= "13":
		return 3
	default:
		return 4
	}
}

// CategoryOf is the PLOVER category that a CAMEO code turns into; "" for
// statements (01), which are no event, and for unknown codes.
func CategoryOf(cameo string) string {
	if _, ok := LookupCAMEO(cameo); !ok {
		return ""
	}
	if cameo[:2] == "08" && len(cameo) > 2 && cameo[2] >= '4' {
		return "RETREAT"
	}
	return cameoRoots[cameo[:2]]
}

// CAMEOFits says whether a rule of the category may carry the CAMEO code:
// PLOVER moved some codes to another category (an apology, 055, is CONCEDE).
func CAMEOFits(category, cameo string) bool {
	c, ok := Lookup(category)
	if _, known := LookupCAMEO(cameo); !ok || !known {
		return false
	}
	return slices.ContainsFunc(c.cameo, func(p string) bool { return strings.HasPrefix(cameo, p) })
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}
