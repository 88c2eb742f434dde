package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/demarche/demarche/place"
)

func gazetteerShowCommand() command {
	return command{
		name:    "show",
		args:    "NAME…",
		summary: "show the places that have a name",
		about: `One line a place, the most populous first. Letter case, accents and hyphens do not
matter. Exit status 1 for a name that no place has.`,
		examples: `demarche gazetteer show Georgia
demarche gazetteer show --gazetteer world.gaz "Upper Sowerby"`,
		bind: func(flags *flag.FlagSet) action {
			o := &gazetteerShowOptions{}
			bindAtlas(flags, &o.atlas)
			choice(flags, &o.format, "format", "print places as `FORMAT`: table (the default) or jsonl", "table", "jsonl")
			return o.run
		},
	}
}

type gazetteerShowOptions struct{ atlas, format string }

func (o *gazetteerShowOptions) run(c *call, names []string) error {
	if len(names) == 0 {
		return wrongCall("give a name, in quotes if it has blanks")
	}
	resolver, err := places(o.atlas)
	if err != nil {
		return err
	}
	for _, name := range names {
		found, err := resolver.Show(name)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			c.problem(fmt.Errorf("%s: no place of this name; try another spelling", name))
			continue
		}
		write := writePlaces
		if o.format == "jsonl" {
			write = writePlacesJSON
		}
		if err := write(c.stdout, found); err != nil {
			return fmt.Errorf("writing the places: %w", err)
		}
	}
	return nil
}

func writePlaces(w io.Writer, found []place.Found) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	var failed error
	for _, f := range found {
		_, err := fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%.4f %.4f\t%d\t%s\n", f.ResolvedPlace, f.FeatureCode, f.CountryCode, f.Admin1, *f.Lat, *f.Lon, f.Population, f.GeonameID)
		failed = errors.Join(failed, err)
	}
	return errors.Join(failed, t.Flush())
}

func writePlacesJSON(w io.Writer, found []place.Found) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, f := range found {
		line := struct {
			Name       string   `json:"name"`
			GeonameID  string   `json:"geonameid"`
			Lat        *float64 `json:"lat"`
			Lon        *float64 `json:"lon"`
			Country    string   `json:"country_code"`
			Admin1     string   `json:"admin1"`
			Feature    string   `json:"feature_code"`
			Population int      `json:"population"`
		}{Name: f.ResolvedPlace, GeonameID: f.GeonameID, Lat: f.Lat, Lon: f.Lon, Country: f.CountryCode, Admin1: f.Admin1, Feature: f.FeatureCode, Population: f.Population}
		if err := enc.Encode(line); err != nil {
			return err
		}
	}
	return nil
}
