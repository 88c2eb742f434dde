package export

import (
	"strconv"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record/vocab"
)

// The tags of the flat rows name the columns for Parquet and, by the first
// part, for CSV and SQLite; what a column holds says its about tag, from which
// docs/data-dictionary.md is made. Lists that belong together, as those of the
// actors do, are as long as one another.

// flatEvent is a row of csv, parquet and sqlite at the level of events.
type flatEvent struct {
	ID string `parquet:"id" about:"stable id: that of the event's first mention"`
	flatWhat
	Mentions  int      `parquet:"mentions" about:"mentions of the event"`
	Sources   int      `parquet:"sources" about:"independent sources: distinct stories and publications, whichever are fewer"`
	Articles  int      `parquet:"articles" about:"articles that tell of it"`
	FirstSeen *int32   `parquet:"first_seen,date" about:"day of the first report"`
	LastSeen  *int32   `parquet:"last_seen,date" about:"day of the latest report"`
	History   []string `parquet:"history,list" about:"changes of its status, each as the day of the report and the status"`
	flatText
}

// flatMention is a row of csv, parquet and sqlite at the level of mentions.
type flatMention struct {
	ID        string `parquet:"id" about:"stable id: the same document and program version give the same"`
	EventID   string `parquet:"event_id" about:"the event that it tells of"`
	Doc       string `parquet:"doc" about:"the document's id"`
	Story     string `parquet:"story" about:"articles that are versions of one another share a story: the id of its first document"`
	Published *int32 `parquet:"published,date" about:"day of the document"`
	flatWhat
	Sentence   int `parquet:"sentence" about:"number of the sentence in the document, from 1"`
	Start      int `parquet:"start" about:"first code point of the sentence in the text, from 0"`
	End        int `parquet:"end" about:"first code point after the sentence"`
	EventStart int `parquet:"event_start" about:"first code point of the words that carried the event"`
	EventEnd   int `parquet:"event_end" about:"first code point after them"`
	flatText
}

// flatWhat is what both levels say of what happened.
type flatWhat struct {
	Date      *string  `parquet:"date" about:"when it happened, ISO 8601, as coarse as the text supports: 2023-02-28, 2023-W08, 2023-02, 2022"`
	EndDate   *string  `parquet:"enddate" about:"its last day, where the text gives a stretch of time"`
	FirstDay  *int32   `parquet:"first_day,date" about:"the first day on which it can have happened"`
	LastDay   *int32   `parquet:"last_day,date" about:"the last one"`
	Type      string   `parquet:"type" about:"PLOVER category"`
	BaseType  string   `parquet:"base_type" about:"category before the codebook's reductions: a planned CONSULT is coded AGREE"`
	Modes     []string `parquet:"modes,list" about:"PLOVER modes"`
	Contexts  []string `parquet:"contexts,list" about:"PLOVER contexts"`
	Status    string   `parquet:"status" about:"done, future, hypothetical, negated or historical"`
	CAMEO     string   `parquet:"cameo" about:"CAMEO code"`
	Quad      int      `parquet:"quad" about:"1 verbal and 2 material cooperation, 3 verbal and 4 material conflict"`
	Scale     float64  `parquet:"scale" about:"PLOVER score of category and mode"`
	Goldstein float64  `parquet:"goldstein" about:"Goldstein score of the CAMEO code"`
	flatActors
	flatRecipients
	Place        *string  `parquet:"place" about:"name of the place in the gazetteer"`
	PlaceText    *string  `parquet:"place_text" about:"the words of the text"`
	Admin1       *string  `parquet:"admin1" about:"first-order division that the place is or lies in"`
	Country      *string  `parquet:"country" about:"country of the place, ISO 3166-1 alpha-3"`
	CountryCOW   *int32   `parquet:"country_cow" about:"its Correlates of War number"`
	Lat          *float64 `parquet:"lat" about:"degrees"`
	Lon          *float64 `parquet:"lon" about:"degrees"`
	GeonameID    *string  `parquet:"geonameid" about:"GeoNames id"`
	FeatureCode  *string  `parquet:"feature_code" about:"GeoNames feature code"`
	Resolution   *string  `parquet:"resolution" about:"how fine the place is: site, city, county, state, region, country"`
	DeadMin      *int32   `parquet:"dead_min" about:"the least that is reported"`
	DeadMax      *int32   `parquet:"dead_max" about:"the most that is reported"`
	InjuredMin   *int32   `parquet:"injured_min" about:"the least that is reported"`
	InjuredMax   *int32   `parquet:"injured_max" about:"the most that is reported"`
	ArrestedMin  *int32   `parquet:"arrested_min" about:"the least that is reported"`
	ArrestedMax  *int32   `parquet:"arrested_max" about:"the most that is reported"`
	ParticipMin  *int32   `parquet:"participants_min" about:"the least that is reported"`
	ParticipMax  *int32   `parquet:"participants_max" about:"the most that is reported"`
	SaidByCode   *string  `parquet:"said_by_code" about:"code of who, other than the reporter, gives the event on their word"`
	SaidBySector *string  `parquet:"said_by_sector" about:"their sector"`
	SaidByName   *string  `parquet:"said_by_name" about:"their name"`
}

// flatActors are those who did it; the lists are parallel.
type flatActors struct {
	ActorCode   []string `parquet:"actor_code,list" about:"ISO 3166-1 alpha-3, or PLOVER's UNO EUR IGO NGO ISM IMG MNC"`
	ActorCOW    []string `parquet:"actor_cow,list" about:"Correlates of War numbers"`
	ActorSector []string `parquet:"actor_sector,list" about:"primary PLOVER sectors"`
	ActorName   []string `parquet:"actor_name,list" about:"names from the lexicon or the text"`
	ActorID     []string `parquet:"actor_id,list" about:"Wikidata ids"`
	ActorOffice []string `parquet:"actor_office,list" about:"offices"`
	ActorText   []string `parquet:"actor_text,list" about:"the words of the text"`
}

// flatRecipients are those to whom it was done.
type flatRecipients struct {
	RecipientCode   []string `parquet:"recipient_code,list" about:"ISO 3166-1 alpha-3, or PLOVER's UNO EUR IGO NGO ISM IMG MNC"`
	RecipientCOW    []string `parquet:"recipient_cow,list" about:"Correlates of War numbers"`
	RecipientSector []string `parquet:"recipient_sector,list" about:"primary PLOVER sectors"`
	RecipientName   []string `parquet:"recipient_name,list" about:"names from the lexicon or the text"`
	RecipientID     []string `parquet:"recipient_id,list" about:"Wikidata ids"`
	RecipientOffice []string `parquet:"recipient_office,list" about:"offices"`
	RecipientText   []string `parquet:"recipient_text,list" about:"the words of the text"`
}

// flatText is what both levels say of where it is told.
type flatText struct {
	EventText   []string `parquet:"event_text,list" about:"the words that carried the event"`
	Text        string   `parquet:"text" about:"the sentence; of an event that of its best mention"`
	Rule        string   `parquet:"rule" about:"FILE:LINE of the rule that coded it"`
	Confidence  float64  `parquet:"confidence" about:"0 to 1: of the events given 0.8, about 80% are right"`
	Title       *string  `parquet:"title" about:"of the article"`
	URL         *string  `parquet:"url" about:"of the article"`
	Publication *string  `parquet:"publication" about:"who printed it"`
	Language    *string  `parquet:"language" about:"ISO 639-1"`
	Coder       string   `parquet:"coder" about:"program and version"`
	Codebook    string   `parquet:"codebook" about:"coding schemes and their versions"`
}

func (c countries) flatEventOf(x *item) flatEvent {
	row := flatEvent{
		ID: x.ID, flatWhat: c.flatWhatOf(x), flatText: flatTextOf(x),
		Mentions: x.Mentions, Sources: x.Sources, Articles: x.Articles,
		FirstSeen: dayNumber(x.FirstSeen), LastSeen: dayNumber(x.LastSeen),
	}
	for _, change := range x.History {
		row.History = append(row.History, strings.TrimSpace(change.Date+" "+change.Status))
	}
	return row
}

func (c countries) flatMentionOf(x *item) flatMention {
	t := x.TextInfo
	return flatMention{
		ID: x.ID, EventID: x.mention.EventID, Doc: x.mention.Doc, Story: x.mention.Story, Published: dayNumber(x.mention.Published),
		flatWhat: c.flatWhatOf(x), flatText: flatTextOf(x),
		Sentence: t.Sequence, Start: t.Start, End: t.End, EventStart: t.EventStart, EventEnd: t.EventEnd,
	}
}

func (c countries) flatWhatOf(x *item) flatWhat {
	w := flatWhat{
		Date: x.Date, EndDate: x.EndDate, Type: x.category(), BaseType: x.BaseEvent, Modes: x.Mode, Contexts: x.Context,
		Status: x.status(), CAMEO: x.CAMEO, Quad: x.QuadCode, Scale: x.EventScale, Goldstein: x.Goldstein,
	}
	if first, last, err := daysOf(deref(x.Date)); err == nil {
		w.FirstDay, w.LastDay = dayNumber(first.String()), dayNumber(last.String())
		if _, last, err := daysOf(deref(x.EndDate)); err == nil {
			w.LastDay = dayNumber(last.String())
		}
	}
	for i := range x.Actor {
		w.addActor(c, &x.Actor[i])
	}
	for i := range x.Recipient {
		w.addRecipient(c, &x.Recipient[i])
	}
	c.addPlace(&w, x.Location)
	w.DeadMin, w.DeadMax = bounds(x.Size.Dead)
	w.InjuredMin, w.InjuredMax = bounds(x.Size.Injured)
	w.ArrestedMin, w.ArrestedMax = bounds(x.Size.Arrested)
	w.ParticipMin, w.ParticipMax = bounds(x.Size.Participants)
	if s := x.SaidBy; s != nil {
		w.SaidByCode, w.SaidBySector, w.SaidByName = s.Code, s.Sector, known(entityName(s))
	}
	return w
}

func (a *flatActors) addActor(c countries, e *demarche.Entity) {
	a.ActorCode = append(a.ActorCode, deref(e.Code))
	a.ActorCOW = append(a.ActorCOW, c[deref(e.Code)].cowNumber)
	a.ActorSector = append(a.ActorSector, deref(e.Sector))
	a.ActorName = append(a.ActorName, entityName(e))
	a.ActorID = append(a.ActorID, e.IdentifierID)
	a.ActorOffice = append(a.ActorOffice, e.Office)
	a.ActorText = append(a.ActorText, e.EntityText)
}

func (a *flatRecipients) addRecipient(c countries, e *demarche.Entity) {
	a.RecipientCode = append(a.RecipientCode, deref(e.Code))
	a.RecipientCOW = append(a.RecipientCOW, c[deref(e.Code)].cowNumber)
	a.RecipientSector = append(a.RecipientSector, deref(e.Sector))
	a.RecipientName = append(a.RecipientName, entityName(e))
	a.RecipientID = append(a.RecipientID, e.IdentifierID)
	a.RecipientOffice = append(a.RecipientOffice, e.Office)
	a.RecipientText = append(a.RecipientText, e.EntityText)
}

func (c countries) addPlace(w *flatWhat, l *demarche.Location) {
	if l == nil {
		return
	}
	w.Place, w.PlaceText, w.Country = known(placeName(l)), known(l.ExtractedPlace), known(l.CountryCode)
	w.Admin1 = known(province(l))
	w.Lat, w.Lon, w.GeonameID = l.Lat, l.Lon, known(l.GeonameID)
	w.FeatureCode, w.Resolution = known(l.FeatureCode), known(l.Resolution)
	if n, err := strconv.Atoi(c[l.CountryCode].cowNumber); err == nil {
		w.CountryCOW = pointer(int32(n))
	}
}

func flatTextOf(x *item) flatText {
	return flatText{
		EventText: x.EventText, Text: x.Text, Rule: x.Rule, Confidence: x.Confidence,
		Title: known(x.CiteInfo.Title), URL: known(x.CiteInfo.URL), Publication: known(x.CiteInfo.Publication), Language: known(x.CiteInfo.Language),
		Coder: x.CiteInfo.Coder, Codebook: x.CiteInfo.Codebook,
	}
}

// known is nil for an empty text.
func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func pointer[T any](v T) *T { return &v }

func bounds(r *vocab.Range) (least, most *int32) {
	if r == nil {
		return nil, nil
	}
	return pointer(int32(r.Min)), pointer(int32(r.Max))
}

// dayNumber is a day as Parquet counts them, from 1970-01-01; nil for no day.
func dayNumber(date string) *int32 {
	d, err := demarche.ParseDate(date)
	if err != nil {
		return nil
	}
	return pointer(int32(d.Time().Unix() / 86400))
}
