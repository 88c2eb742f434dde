package alert

import (
	"fmt"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record"
	"github.com/demarche/demarche/record/vocab"
)

// reasons say in words why the event is coded as it is, and how well it is
// attested.
func reasons(event *record.Event, mentions []record.Mention) []string {
	all := []string{fmt.Sprintf("%s by %s, from “%s”", strings.Join(append(event.Event.Event[:len(event.Event.Event):len(event.Event.Event)], event.Mode...), " "),
		event.Rule, strings.Join(event.EventText, " … "))}
	all = append(all, parties("actor", event.Actor)...)
	all = append(all, parties("recipient", event.Recipient)...)
	if event.SaidBy != nil {
		all = append(all, "said by "+party(event.SaidBy))
	}
	all = append(all, "status "+vocab.StatusOf(&event.Event))
	if event.Date != nil {
		all = append(all, "dated "+*event.Date)
	}
	if event.Location != nil && event.Location.ExtractedPlace != "" {
		all = append(all, fmt.Sprintf("in “%s” (%s)", event.Location.ExtractedPlace, first(event.Location.ResolvedPlace, "unresolved")))
	}
	all = append(all, fmt.Sprintf("confidence %.2f", event.Confidence))
	if event.Mentions > 1 {
		all = append(all, fmt.Sprintf("%d reports in %d articles from %d independent sources", event.Mentions, event.Articles, event.Sources))
	}
	return append(all, merged(mentions)...)
}

func parties(role string, entities []demarche.Entity) (all []string) {
	for i := range entities {
		all = append(all, role+" "+party(&entities[i]))
	}
	return all
}

// party is "“Moscow” = RUS GOV (Government of Russia)".
func party(e *demarche.Entity) string {
	var codes []string
	for _, code := range []*string{e.Code, e.Sector} {
		if code != nil && *code != "" {
			codes = append(codes, *code)
		}
	}
	s := fmt.Sprintf("“%s” = %s", e.EntityText, first(strings.Join(codes, " "), "not resolved"))
	if e.IdentifierText != "" && e.IdentifierText != e.EntityText {
		s += " (" + e.IdentifierText + ")"
	}
	return s
}

// merged says why the reports were held to tell of one event.
func merged(mentions []record.Mention) (all []string) {
	for _, m := range mentions {
		if len(m.Reasons) == 0 {
			continue
		}
		var why []string
		for _, r := range m.Reasons {
			why = append(why, r.What)
		}
		all = append(all, fmt.Sprintf("also told in %s: %s", first(m.CiteInfo.Publication, m.Doc), strings.Join(why, ", ")))
	}
	return all
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
