package export

import (
	"reflect"
	"slices"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record"
	"github.com/demarche/demarche/record/vocab"
)

// jsonParts are the objects of the JSON Lines formats with what their fields
// mean: names and meanings by turns.
func jsonParts() []jsonPart {
	return []jsonPart{
		{"An event", reflect.TypeFor[record.Event](), slices.Concat(codedMeanings, []string{
			"size", "+ ranges of figures over its mentions: `{\"dead\": {\"min\": 12, \"max\": 15}}`",
			"mentions", "+ how many mentions it has",
			"sources", "+ independent sources: distinct stories and publications, whichever are fewer",
			"articles", "+ articles that tell of it",
			"first_seen", "+ day of the first report",
			"last_seen", "+ day of the latest report",
			"history", "+ first report of each change of its status",
		})},
		{"A mention", reflect.TypeFor[record.Mention](), slices.Concat(codedMeanings, []string{
			"size", "figures that it gives",
			"event_id", "+ the event that it tells of",
			"story", "+ articles that are versions of one another share a story: the id of its first document",
			"published", "+ day of its document",
			"reasons", "+ why it was merged into the event, and what spoke against; null for the first mention",
		})},
		{"`actor`, `recipient` and `said_by`: an entity", reflect.TypeFor[demarche.Entity](), []string{
			"code", "ISO 3166-1 alpha-3, or UNO EUR IGO NGO ISM IMG MNC; null when unknown",
			"sector", "PLOVER sector",
			"sectors", "+ the second and later ones",
			"entity_text", "the words of the text",
			"start", "+ first code point of those words in the text, from 0",
			"end", "+ first code point after them",
			"identifier_id", "Wikidata id",
			"identifier_text", "name from the lexicon or the text",
			"office", "office on the document's date",
			"members", "+ codes of those who belong to a group",
		}},
		{"`event_loc`: a location", reflect.TypeFor[demarche.Location](), []string{
			"extracted_place", "the words of the text",
			"resolved_place", "name in the gazetteer",
			"geonameid", "GeoNames id",
			"lat", "degrees",
			"lon", "degrees",
			"country_code", "ISO 3166-1 alpha-3",
			"admin1", "+ first-order division that it is or lies in",
			"feature_code", "GeoNames feature code",
			"resolution", "how fine it is: site, city, county, state, region, country, continent",
		}},
		{"`size` of an event", reflect.TypeFor[vocab.Size](), sizeMeanings},
		{"`size` of a mention", reflect.TypeFor[demarche.Size](), sizeMeanings},
		{"`text_info`", reflect.TypeFor[demarche.TextInfo](), []string{
			"sequence", "number of the sentence in the document, from 1",
			"start", "first code point of the sentence in the text, from 0",
			"end", "first code point after it",
			"event_start", "+ first code point of the words in `event_text`",
			"event_end", "+ first code point after them",
		}},
		{"`cite_info`", reflect.TypeFor[demarche.CiteInfo](), []string{
			"title", "of the article", "url", "of the article", "publication", "who printed it", "language", "ISO 639-1",
			"coder", "program and version", "codebook", "coding schemes and their versions",
		}},
		{"`history`", reflect.TypeFor[vocab.StatusChange](), []string{
			"date", "day of the report", "status", "done, future, hypothetical, negated, historical", "mention", "id of the mention",
		}},
		{"`reasons`", reflect.TypeFor[vocab.Reason](), []string{
			"what", "what was compared, and how it came out", "score", "log odds that it adds; below 0 it speaks against", "detail", "the values compared",
		}},
		{"`why`", reflect.TypeFor[demarche.Evidence](), []string{
			"kind", "words, frame, rule, lexicon, coreference, document", "text", "the words, or what was concluded", "source", "FILE:LINE of a rule or lexicon row, or the step",
		}},
	}
}

var sizeMeanings = []string{"dead", "killed", "injured", "wounded", "arrested", "arrested", "participants", "+ taking part"}

// codedMeanings are the fields of a coded event.
var codedMeanings = []string{
	"id", "stable: the same document and program version give the same; of an event that of its first mention",
	"doc", "+ the document's id; of an event the one whose sentence it shows",
	"date", "when it happened, ISO 8601, as coarse as the text supports: 2023-02-28, 2023-W08, 2023-02, 2022",
	"enddate", "last day, where the text gives a stretch of time",
	"actor", "who did it; compound actors are one list",
	"recipient", "to whom",
	"event", "PLOVER category; one element",
	"mode", "PLOVER modes, in lower case",
	"context", "PLOVER contexts",
	"auxiliary", "+ PLOVER's auxiliary modes: historical, future, hypothetical, negation",
	"base_event", "+ category before the codebook's reductions: a planned CONSULT is coded AGREE",
	"cameo", "+ CAMEO code, as deep as the rule knows it",
	"quad_code", "1 verbal and 2 material cooperation, 3 verbal and 4 material conflict",
	"event_scale", "PLOVER score of category and mode",
	"goldstein", "+ Goldstein score of the CAMEO code",
	"event_loc", "where it happened",
	"said_by", "+ who, other than the reporter, the text gives it on the word of",
	"event_text", "the words that carried the event",
	"text", "the sentence",
	"text_info", "where it stands in the text; offsets count code points",
	"rule", "+ FILE:LINE of the rule that coded it",
	"confidence", "+ 0 to 1, calibrated: of the events given 0.8, about 80% are right",
	"cite_info", "what was coded, and by what",
	"why", "+ evidence: the words, the frame, the rule, the lexicon rows",
}
