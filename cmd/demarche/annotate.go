package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"slices"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/annotation"
)

func annotateCommand() command {
	return command{
		name:    "annotate",
		args:    "[PATH…]",
		summary: "print every layer of documents: entities, quotes, times, places, claims, events",
		about: `One JSON object a document. Layers: sentences, entities, quotes, times, places,
quantities, claims, votes, events. Offsets count Unicode characters from 0, end exclusive.
docs/annotate.md has the fields.`,
		examples: `demarche annotate --sample | jq '.quotes[] | .speaker.identifier_text'
demarche annotate --layers quotes,times article.txt
demarche annotate --layers claims,votes article.txt | jq .claims`,
		bind: func(flags *flag.FlagSet) action {
			o := &annotateOptions{}
			o.documents.bind(flags)
			o.documents.bindJobs(flags)
			o.engine.bind(flags)
			flags.StringVar(&o.layers, "layers", "", "print only these `LAYERS`, separated by commas")
			return o.run
		},
	}
}

type annotateOptions struct {
	documents documents
	engine    engineOptions
	layers    string
}

func (o *annotateOptions) run(c *call, paths []string) error {
	names := annotation.Layers()
	if o.layers != "" {
		names = strings.Split(o.layers, ",")
	}
	for _, name := range names {
		if !slices.Contains(annotation.Layers(), name) {
			return wrongCall("--layers: %s", unknown("layer", name, annotation.Layers()))
		}
	}
	engine, err := o.engine.load(false)
	if err != nil {
		return err
	}
	wanted := func(layer string) bool { return slices.Contains(names, layer) }
	return o.documents.each(c, paths, func(doc *demarche.Doc, out *bytes.Buffer) error {
		if err := engine.Code(doc); err != nil {
			return err
		}
		enc := json.NewEncoder(out)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(annotation.Of(doc, wanted)); err != nil {
			return fmt.Errorf("writing the layers: %w", err)
		}
		return nil
	})
}
