package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"iter"
	"runtime"
	"strings"
	"sync/atomic"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/data"
	"github.com/demarche/demarche/intake"
	"github.com/demarche/demarche/internal/inorder"
)

// documents are the flags of the commands that read documents.
type documents struct {
	date   demarche.Date
	sample bool
	jobs   int
	// progress, when given, counts the bytes that are read of files.
	progress *atomic.Int64
	// anyLanguage keeps documents that are not in English.
	anyLanguage bool
	fields      intake.Fields
}

func (d *documents) bind(flags *flag.FlagSet) {
	day(flags, &d.date, "date", "publication `DATE`, as 2023-03-01, of documents that carry none")
	flags.Func("map", "take the document's fields from these columns or JSON paths: `FIELD=NAME,…`, as date=pubDate,text=body.0", func(s string) (err error) {
		d.fields, err = intake.ParseFields(s)
		return err
	})
	flags.BoolVar(&d.sample, "sample", false, "read the sample article that comes with the program")
}

func (d *documents) bindJobs(flags *flag.FlagSet) {
	d.jobs = runtime.GOMAXPROCS(0)
	positive(flags, &d.jobs, "jobs", "work on `N` documents at a time (default: one a processor)")
}

// read gives the documents of the paths, each with what was wrong with it.
func (d *documents) read(c *call, paths []string) (iter.Seq[input], error) {
	reader := intake.Reader{Stdin: c.stdin, Date: d.date, Read: d.progress, AnyLanguage: d.anyLanguage, Fields: d.fields}
	switch {
	case d.sample && len(paths) > 0:
		return nil, wrongCall("--sample takes no paths")
	case d.sample:
		doc, err := sample(d.date)
		return one(doc), err
	case len(paths) == 0 && typing(c.stdin):
		return nil, &usageError{what: "name files or directories, or pipe a text in", help: true}
	case len(paths) == 0:
		paths = []string{"-"}
	}
	return func(yield func(input) bool) {
		for doc, err := range reader.Documents(paths...) {
			if c.ctx.Err() != nil || !yield(input{doc, err}) {
				return
			}
		}
	}, nil
}

// input is one step of reading: a document, a problem, or both.
type input struct {
	doc     *demarche.Doc
	problem error
}

func one(doc *demarche.Doc) iter.Seq[input] {
	return func(yield func(input) bool) { yield(input{doc: doc}) }
}

// sample is the sample article, published on its own date unless told otherwise.
func sample(date demarche.Date) (*demarche.Doc, error) {
	if date.IsZero() {
		var err error
		if date, err = demarche.ParseDate(data.SampleDate); err != nil {
			return nil, fmt.Errorf("the sample article: %w", err)
		}
	}
	doc, err := intake.Reader{Stdin: strings.NewReader(data.Sample), Date: date}.One("-")
	if err != nil {
		return nil, fmt.Errorf("the sample article: %w", err)
	}
	doc.ID = "sample"
	return doc, nil
}

// renderer writes what is to be printed of a document.
type renderer func(*demarche.Doc, *bytes.Buffer) error

// each renders every document of the paths.
func (d *documents) each(c *call, paths []string, render renderer) error {
	inputs, err := d.read(c, paths)
	if err != nil {
		return err
	}
	return d.render(c, inputs, render)
}

// output is what one step of reading gave.
type output struct {
	text     bytes.Buffer
	problems []error
}

// render renders documents, several at a time, and prints the results in the
// order of the documents. What cannot be read or rendered is told on standard
// error, and the rest goes on.
func (d *documents) render(c *call, inputs iter.Seq[input], render renderer) error {
	work := func(in input) *output {
		out := &output{}
		if in.problem != nil {
			out.problems = append(out.problems, in.problem)
		}
		if in.doc != nil {
			if err := guarded(in.doc, &out.text, render); err != nil {
				out.problems = append(out.problems, fmt.Errorf("%s: %w", in.doc.ID, err))
				out.text.Reset()
			}
		}
		return out
	}
	stdout := bufio.NewWriter(c.stdout)
	return inorder.Map(d.jobs, inputs, work, func(out *output) error {
		for _, problem := range out.problems {
			c.problem(problem)
		}
		if _, err := out.text.WriteTo(stdout); err != nil {
			return fmt.Errorf("writing to standard output: %w", err)
		}
		if err := stdout.Flush(); err != nil { // so that a pipe's reader sees it now
			return fmt.Errorf("writing to standard output: %w", err)
		}
		return nil
	})
}

// guarded turns a panic over one document into an error, so that a defect of
// the program costs one document and not the batch.
func guarded(doc *demarche.Doc, out *bytes.Buffer, render renderer) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("internal error: %v; please report it with the text", cause)
		}
	}()
	return render(doc, out)
}
