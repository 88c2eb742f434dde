package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"

	"github.com/demarche/demarche/coder"
)

// engineOptions are the flags that change how documents are coded.
type engineOptions struct {
	rules    []string // directories of codebooks over the built-in one
	lexicons []string // directories of actor lexicons over the built-in one
	atlas    string   // a gazetteer besides the built-in one
	unlikely bool     // keep events of little confidence
}

func (o *engineOptions) bind(flags *flag.FlagSet) {
	flags.Func("rules", "code with the rules of `DIR` over the built-in ones; may be repeated (docs/rules.md)", func(dir string) error {
		o.rules = append(o.rules, dir)
		return nil
	})
	bindLexicons(flags, &o.lexicons)
	bindAtlas(flags, &o.atlas)
	flags.BoolVar(&o.unlikely, "unlikely", false, fmt.Sprintf("keep the events of a confidence below %v, most of which are wrong", coder.MinConfidence))
}

func bindLexicons(flags *flag.FlagSet, dirs *[]string) {
	flags.Func("lexicon", "know the actors of `DIR` besides the built-in ones; may be repeated (docs/lexicon.md)", func(dir string) error {
		*dirs = append(*dirs, dir)
		return nil
	})
}

// load loads models, lexicons and rules.
func (o *engineOptions) load(explain bool) (*coder.Coder, error) {
	options, err := o.options(explain)
	if err != nil {
		return nil, err
	}
	return coder.New(options)
}

// loadVersioned is load for a record, which keeps why an event was coded, and
// by which versions of program, rules and lexicon.
func (o *engineOptions) loadVersioned() (engine *coder.Coder, version string, err error) {
	options, err := o.options(true)
	if err != nil {
		return nil, "", err
	}
	if version, err = options.Version(); err != nil {
		return nil, "", err
	}
	engine, err = coder.New(options)
	return engine, version, err
}

func (o *engineOptions) options(explain bool) (coder.Options, error) {
	layers, err := directories(o.rules)
	if err != nil {
		return coder.Options{}, err
	}
	lexicons, err := directories(o.lexicons)
	if err != nil {
		return coder.Options{}, err
	}
	atlas, err := openAtlas(o.atlas)
	if err != nil {
		return coder.Options{}, err
	}
	return coder.Options{Rules: layers, Lexicons: lexicons, Atlas: atlas, Explain: explain, Unlikely: o.unlikely}, nil
}

// directories opens directories; a missing one is a wrong call.
func directories(dirs []string) ([]fs.FS, error) {
	var all []fs.FS
	for _, dir := range dirs {
		info, err := os.Stat(dir)
		if err != nil || !info.IsDir() {
			return nil, wrongCall("%s is no directory", dir)
		}
		all = append(all, os.DirFS(dir))
	}
	return all, nil
}
