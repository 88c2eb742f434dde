package serve

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake"
)

// maxBody is the longest body that is read, in bytes.
const maxBody = 1 << 20

// Article is a document to be coded.
type Article struct {
	ID          string `json:"id,omitempty" maxLength:"512"`
	Date        string `json:"date,omitempty" doc:"day of publication, ISO 8601; without it only dates that the text spells out are known" example:"2023-03-01"`
	Title       string `json:"title,omitempty"`
	Text        string `json:"text" example:"Kazakhstan's president visited Tashkent on Monday."`
	URL         string `json:"url,omitempty"`
	Publication string `json:"publication,omitempty"`
	Language    string `json:"language,omitempty" doc:"ISO 639-1; English is what is coded"`
}

// CodedEvents is what was coded.
type CodedEvents struct {
	Events []demarche.Event `json:"events"`
}

type codeInput struct {
	Type    string `header:"Content-Type" hidden:"true"`
	Explain bool   `query:"explain" doc:"say why: the words, the frame, the rule and the lexicon rows of each event"`
	Layers  bool   `query:"layers" doc:"give every layer of the text, for showing it to a reader"`
	RawBody []byte
}

// codeBody describes the bodies that code takes.
func codeBody(registry huma.Registry) *huma.RequestBody {
	text := &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString}}
	return &huma.RequestBody{
		Required:    true,
		Description: "an article: as JSON, as plain text (a first line before a blank line is the headline), or as the HTML of its page",
		Content: map[string]*huma.MediaType{
			"application/json": {Schema: schemaOf[Article](registry)},
			"text/plain":       text,
			"text/html":        text,
		},
	}
}

func (s *server) code(ctx context.Context, in *codeInput) (*answer, error) {
	doc, err := in.document()
	if err != nil {
		return nil, err
	}
	if err := s.pool.Code(ctx, doc); err != nil {
		return nil, s.codingProblem(err)
	}
	s.metrics.coded.Inc()
	switch {
	case in.Layers:
		return inJSON(readingOf(doc)), nil
	case in.Explain:
		return inJSON(&CodedEvents{orEmpty(doc.Events)}), nil
	}
	return inJSON(&CodedEvents{withoutWhy(doc.Events)}), nil
}

// document is the document in the body.
func (in *codeInput) document() (*demarche.Doc, error) {
	kind, _, err := mime.ParseMediaType(in.Type)
	switch {
	case in.Type == "" || err == nil && kind == "application/json":
		return fromJSON(in.RawBody)
	case err == nil && (kind == "text/plain" || kind == "text/html"):
		return fromText(in.RawBody)
	}
	return nil, problem(http.StatusUnsupportedMediaType,
		"send the article as application/json with the field text, or as text/plain or text/html")
}

// fromJSON reads a document as demarche code reads a line of JSON.
func fromJSON(body []byte) (*demarche.Doc, error) {
	var line bytes.Buffer
	if err := json.Compact(&line, body); err != nil {
		return nil, problem(http.StatusBadRequest, fmt.Sprintf(`the body is no JSON (%v); send {"text": "…"} with date, title, url, publication if you have them`, err))
	}
	if !bytes.HasPrefix(line.Bytes(), []byte(`{"`)) {
		return nil, problem(http.StatusUnprocessableEntity, `the body is no document; send {"text": "…"}, one document a request`)
	}
	return fromText(line.Bytes())
}

// fromText reads what tells by itself what it is: plain text, a page, or a
// line of JSON.
func fromText(body []byte) (*demarche.Doc, error) {
	doc, err := intake.Reader{Stdin: bytes.NewReader(body)}.One("-")
	if err != nil || doc == nil {
		detail := "the body holds no text; send an article"
		var what *intake.Problem
		if errors.As(err, &what) {
			detail = strings.Replace(what.What, "; the document is read as if it had none", "; write it so, or leave it out", 1)
		}
		return nil, problem(http.StatusUnprocessableEntity, detail)
	}
	if strings.HasPrefix(doc.ID, intake.StdinName) {
		doc.ID = "article"
	}
	return doc, nil
}
