package serve

import (
	"context"
	"net/http"
	"strconv"

	"github.com/demarche/demarche/record"
)

// DocumentList is a page of documents, without their texts.
type DocumentList struct {
	Documents []record.Document `json:"documents"`
	Next      string            `json:"next" doc:"cursor of the page after this one, empty on the last"`
}

type documentsInput struct {
	Filters
	Paging
	Shape
	Address
}

func (s *server) documents(ctx context.Context, in *documentsInput) (*answer, error) {
	form, q, err := asked(&in.Shape, &in.Filters, asCSV)
	if err != nil {
		return nil, err
	}
	docs, next, err := s.store.Documents(ctx, q, in.page(form))
	if err != nil {
		return nil, s.storeProblem("such things", err)
	}
	if form == asCSV {
		return in.inForm(form, "documents", documentsCSV(docs)).continued(&in.url, next), nil
	}
	return inJSON(&DocumentList{orEmpty(docs), next}), nil
}

// DocumentDetail is a document with the events that it tells of.
type DocumentDetail struct {
	Document *record.Document `json:"document"`
	Mentions []record.Mention `json:"mentions"`
}

type documentInput struct {
	ID     string `path:"id"`
	Layers bool   `query:"layers" doc:"give every layer of the text, as POST /code?layers=1 does"`
}

func (s *server) document(ctx context.Context, in *documentInput) (*answer, error) {
	what := "document " + strconv.Quote(in.ID) + "; /api/v1/documents lists those that there are"
	d, err := s.store.Document(ctx, in.ID)
	if err != nil {
		return nil, s.storeProblem(what, err)
	}
	mentions, err := s.store.DocumentMentions(ctx, in.ID)
	if err != nil {
		return nil, s.storeProblem(what, err)
	}
	if !in.Layers {
		return inJSON(&DocumentDetail{d, orEmpty(mentions)}), nil
	}
	if len(d.Text) > maxBody {
		return nil, problem(http.StatusUnprocessableEntity, "this document is too long to be marked here; see it with demarche annotate")
	}
	doc, err := s.store.AsGiven(ctx, in.ID)
	if err != nil {
		return nil, s.storeProblem(what, err)
	}
	if err := s.pool.Code(ctx, doc); err != nil {
		return nil, s.codingProblem(err)
	}
	reading := readingOf(doc)
	reading.Document = *d
	reading.link(mentions)
	return inJSON(reading), nil
}
