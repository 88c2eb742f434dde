package intake

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake/lang"
)

// aside takes documents in other languages than English out of a stream. They
// would be coded as English, and wrongly.
type aside struct {
	yield    yielder
	detector *lang.Detector
	counts   map[string]int // by language, "?" for one that is not known
	keep     bool           // hand them on all the same, with the language set
}

func newAside(yield yielder, keep bool) *aside {
	return &aside{yield: yield, counts: map[string]int{}, keep: keep}
}

// take hands on a document unless it is in another language. What is stated is
// believed; where nothing is, the text decides.
func (a *aside) take(doc *demarche.Doc, err error) bool {
	if doc == nil {
		return a.yield(doc, err)
	}
	if doc.Language == "" {
		if a.detector == nil {
			a.detector = lang.New()
		}
		if code := a.detector.Of(doc.Text); code != "en" {
			doc.Language = code
		}
	}
	if a.keep || lang.IsEnglish(doc.Language, doc.Text) {
		return a.yield(doc, err)
	}
	code := doc.Language
	if code == "" {
		code = "?"
	}
	a.counts[code]++
	if err != nil {
		return a.yield(nil, err)
	}
	return true
}

// tell says at the end how many documents were set aside.
func (a *aside) tell() bool {
	if len(a.counts) == 0 {
		return true
	}
	total := 0
	var parts []string
	for _, code := range slices.Sorted(maps.Keys(a.counts)) {
		total += a.counts[code]
		parts = append(parts, fmt.Sprintf("%s %d", code, a.counts[code]))
	}
	what := "1 document is"
	if total > 1 {
		what = fmt.Sprintf("%d documents are", total)
	}
	return a.yield(nil, &Problem{Note: true, What: fmt.Sprintf("%s not in English and set aside (%s)", what, strings.Join(parts, ", "))})
}
