// Package data holds what the program is shipped with: rules, lexicons, frame
// tables and models, each with its source and licence in MANIFEST.md.
package data

import (
	"embed"
	"io/fs"
)

//go:embed all:rules all:lexicon all:frames all:models all:places all:topics
var files embed.FS

// Sample is a news article, invented for the purpose, to try the program on.
//
//go:embed sample/sample.txt
var Sample string

// SampleDate is the day on which Sample says it was published.
const SampleDate = "2024-05-15"

// Rules is the built-in codebook: *.rules files.
func Rules() fs.FS { return sub("rules") }

// Lexicon is the built-in actor lexicon: *.tsv files.
func Lexicon() fs.FS { return sub("lexicon") }

// Frames is the tables of the frame layer: *.tsv files.
func Frames() fs.FS { return sub("frames") }

// Topics is the words by which a text's topic is known: topics.tsv.
func Topics() fs.FS { return sub("topics") }

// Models is the trained models.
func Models() fs.FS { return sub("models") }

// Places is the built-in gazetteer: gazetteer.bin.
func Places() fs.FS { return sub("places") }

func sub(dir string) fs.FS {
	f, err := fs.Sub(files, dir)
	if err != nil { // only for an invalid path, and ours are constants
		panic(err)
	}
	return f
}
