package main

import (
	"flag"

	"github.com/demarche/demarche/data"
	"github.com/demarche/demarche/place"
	"github.com/demarche/demarche/place/atlas"
)

func gazetteerCommand() command {
	return command{
		name:    "gazetteer",
		summary: "look up places, and build a gazetteer from a dump of GeoNames",
		about: `The built-in gazetteer knows states, divisions, towns of 500 people and more, seas,
rivers and regions. One built from a full dump of GeoNames, and given as --gazetteer,
adds all other places.`,
		subs: []command{gazetteerShowCommand(), gazetteerBuildCommand()},
	}
}

func bindAtlas(flags *flag.FlagSet, path *string) {
	flags.StringVar(path, "gazetteer", "", "know the places of `FILE` besides the built-in ones (demarche gazetteer build)")
}

// openAtlas opens a gazetteer that was built; "" is none. It stays open until
// the program ends.
func openAtlas(path string) (*atlas.Reader, error) {
	if path == "" {
		return nil, nil
	}
	a, err := atlas.Open(path)
	if err != nil {
		return nil, wrongCall("--gazetteer: %v", err)
	}
	return a, nil
}

func places(path string) (*place.Resolver, error) {
	a, err := openAtlas(path)
	if err != nil {
		return nil, err
	}
	return place.New(data.Places()).WithAtlas(a), nil
}
