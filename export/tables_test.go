package export

import (
	"slices"
	"strings"
	"testing"
)

// theirs are the columns as those who defined the formats list them.
var theirs = map[string]string{
	"polecat":        "Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code, Contexts, Actor Name, Actor Country, Actor COW, Primary Actor Sector, Actor Sectors, Actor Title, Actor Name Raw, Wikipedia Actor ID, Recipient Name, Recipient Country, Recipient COW, Primary Recipient Sector, Recipient Sectors, Recipient Title, Recipient Name Raw, Wikipedia Recipient ID, Placename, City, District, Province, Country, Latitude, Longitude, GeoNames ID, Raw Placename, Feature Type, Source, Publication Date, Story People, Story Organizations, Story Locations, Language, Version",
	"icews":          "Event ID, Event Date, Source Name, Source Sectors, Source Country, Event Text, CAMEO Code, Intensity, Target Name, Target Sectors, Target Country, Story ID, Sentence Number, Publisher, City, District, Province, Country, Latitude, Longitude",
	"gdelt":          "GLOBALEVENTID, SQLDATE, MonthYear, Year, FractionDate, Actor1Code, Actor1Name, Actor1CountryCode, Actor1KnownGroupCode, Actor1EthnicCode, Actor1Religion1Code, Actor1Religion2Code, Actor1Type1Code, Actor1Type2Code, Actor1Type3Code, Actor2Code, Actor2Name, Actor2CountryCode, Actor2KnownGroupCode, Actor2EthnicCode, Actor2Religion1Code, Actor2Religion2Code, Actor2Type1Code, Actor2Type2Code, Actor2Type3Code, IsRootEvent, EventCode, EventBaseCode, EventRootCode, QuadClass, GoldsteinScale, NumMentions, NumSources, NumArticles, AvgTone, Actor1Geo_Type, Actor1Geo_FullName, Actor1Geo_CountryCode, Actor1Geo_ADM1Code, Actor1Geo_ADM2Code, Actor1Geo_Lat, Actor1Geo_Long, Actor1Geo_FeatureID, Actor2Geo_Type, Actor2Geo_FullName, Actor2Geo_CountryCode, Actor2Geo_ADM1Code, Actor2Geo_ADM2Code, Actor2Geo_Lat, Actor2Geo_Long, Actor2Geo_FeatureID, ActionGeo_Type, ActionGeo_FullName, ActionGeo_CountryCode, ActionGeo_ADM1Code, ActionGeo_ADM2Code, ActionGeo_Lat, ActionGeo_Long, ActionGeo_FeatureID, DATEADDED, SOURCEURL",
	"gdelt-mentions": "GLOBALEVENTID, EventTimeDate, MentionTimeDate, MentionType, MentionSourceName, MentionIdentifier, SentenceID, Actor1CharOffset, Actor2CharOffset, ActionCharOffset, InRawText, Confidence, MentionDocLen, MentionDocTone, MentionDocTranslationInfo, Extras",
	"phoenix":        "EventID, Date, Year, Month, Day, SourceActorFull, SourceActorEntity, SourceActorRole, SourceActorAttribute, TargetActorFull, TargetActorEntity, TargetActorRole, TargetActorAttribute, EventCode, EventRootCode, PentaClass, GoldsteinScore, Issues, Lat, Lon, LocationName, StateName, CountryName, SentenceID, URLs, NewsSources",
}

func TestColumnsAreThoseOfTheField(t *testing.T) {
	ours := map[string][]column{
		"polecat": polecatColumns(), "icews": icewsColumns(), "gdelt": gdeltColumns(), "gdelt-mentions": gdeltMentionColumns(), "phoenix": phoenixColumns(),
	}
	counts := map[string]int{"polecat": 40, "icews": 20, "gdelt": 61, "gdelt-mentions": 16, "phoenix": 26}
	for name, want := range theirs {
		var got []string
		for _, c := range ours[name] {
			got = append(got, c.name)
		}
		if !slices.Equal(got, strings.Split(want, ", ")) || len(got) != counts[name] {
			t.Errorf("%s has %d columns:\n%s\nwant %d:\n%s", name, len(got), strings.Join(got, ", "), counts[name], want)
		}
	}
}

// TestTables compares the tables with files in testdata, byte for byte.
func TestTables(t *testing.T) {
	for _, test := range []struct {
		format      string
		level       Level
		columns     int
		header      bool
		rows, empty int
	}{
		{"polecat", Events, 40, true, 3, 2},
		{"polecat", Mentions, 40, true, 4, 2},
		{"icews", Events, 20, true, 6, 2},
		{"gdelt", Events, 61, false, 6, 2},
		{"gdelt-mentions", Mentions, 16, false, 4, 2},
		{"phoenix", Events, 26, false, 6, 2},
		{"reduced", Events, 10, true, 6, 2},
	} {
		t.Run(test.format+"-"+string(test.level), func(t *testing.T) {
			text, counts := written(t, test.format, test.level)
			golden(t, test.format+"-"+string(test.level)+".tsv", text)
			if counts.Rows != test.rows || left(counts) != test.empty {
				t.Errorf("%d rows, %v left out, want %d and %d", counts.Rows, counts.Left, test.rows, test.empty)
			}
			lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
			if test.header {
				lines = lines[1:]
			}
			if len(lines) != counts.Rows {
				t.Errorf("%d lines, %d rows", len(lines), counts.Rows)
			}
			ids := map[string]bool{}
			for _, line := range lines {
				cells := strings.Split(line, "\t")
				if len(cells) != test.columns {
					t.Errorf("%d cells, want %d: %s", len(cells), test.columns, line)
				}
				ids[cells[0]] = true
			}
			if test.format != "reduced" && test.format != "gdelt-mentions" && len(ids) != len(lines) {
				t.Errorf("%d rows share %d ids", len(lines), len(ids))
			}
		})
	}
}

func left(c Counts) (n int) {
	for _, of := range c.Left {
		n += of
	}
	return n
}

func TestMentionsOfGDELTNameTheirEvents(t *testing.T) {
	events, _ := written(t, "gdelt", Events)
	known := map[string]bool{}
	for line := range strings.Lines(string(events)) {
		id, _, _ := strings.Cut(line, "\t")
		known[id] = true
	}
	mentions, _ := written(t, "gdelt-mentions", Mentions)
	for line := range strings.Lines(string(mentions)) {
		if id, _, _ := strings.Cut(line, "\t"); !known[id] {
			t.Errorf("mention of event %s, which the event table lacks", id)
		}
	}
}

func TestDyadMonths(t *testing.T) {
	text, counts := written(t, "dyad-month", Events)
	golden(t, "dyad-month.csv", text)
	if counts.Items != 5 || counts.Left["denied"] != 1 || counts.Left["without a date fine enough"] != 2 {
		t.Errorf("%+v; want the denied, the undated and the merely dated 2016 left out", counts)
	}
}

func TestCountryCodes(t *testing.T) {
	c := newCountries()
	for _, test := range []struct{ iso, cow, number, fips string }{
		{"USA", "USA", "2", "US"}, {"GBR", "UKG", "200", "UK"}, {"DEU", "GMY", "255", "GM"}, {"CHN", "CHN", "710", "CH"},
		{"SRB", "YUG", "345", "RI"}, {"XKX", "KOS", "347", "KV"}, {"SSD", "SSD", "626", "OD"}, {"PSE", "", "", "WE"}, {"VAT", "", "", "VT"},
	} {
		if got := c[test.iso]; got.cow != test.cow || got.cowNumber != test.number || got.fips != test.fips {
			t.Errorf("%s is %+v", test.iso, got)
		}
	}
	numbers := map[string]string{}
	members := 0
	for iso, country := range c {
		if country.name == "" || len(iso) != 3 {
			t.Errorf("%q is %+v", iso, country)
		}
		if country.cowNumber == "" {
			continue
		}
		members++
		if other := numbers[country.cowNumber]; other != "" {
			t.Errorf("%s and %s have one Correlates of War number", iso, other)
		}
		numbers[country.cowNumber] = iso
	}
	if members != 195 {
		t.Errorf("%d members of the state system, want the 195 of 2016", members)
	}
}

func TestFormatsRefuseALevelThatTheyLack(t *testing.T) {
	f, err := Lookup("gdelt")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.LevelOf(Mentions); err == nil {
		t.Error("GDELT's events are written from mentions")
	}
	if _, err := Lookup("xls"); err == nil || !strings.Contains(err.Error(), "parquet") {
		t.Errorf("an unknown format gives %v, which names none that there is", err)
	}
}
