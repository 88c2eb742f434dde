package serve

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/demarche/demarche/coder"
)

// problem is an error answer (RFC 9457) whose detail says what to do.
func problem(status int, detail string) error { return huma.NewError(status, detail) }

// wrongParameter is a 400 about one parameter of the query.
func wrongParameter(name, value string, err error) error {
	return huma.NewError(http.StatusBadRequest, name+": "+err.Error(),
		&huma.ErrorDetail{Message: err.Error(), Location: "query." + name, Value: value})
}

// writeProblem answers outside of the API's operations, with the same shape.
func writeProblem(w http.ResponseWriter, status int, detail string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.Header().Del("ETag")
	w.WriteHeader(status)
	// A client that has gone cannot be told anything.
	_ = json.NewEncoder(w).Encode(huma.ErrorModel{Title: http.StatusText(status), Status: status, Detail: detail})
}

// codingProblem is the answer to a document that was not coded.
func (s *server) codingProblem(err error) error {
	switch {
	case errors.Is(err, coder.ErrEmpty):
		return problem(http.StatusUnprocessableEntity, "the text is empty; send an article's text in the field text")
	case errors.Is(err, ErrBusy):
		s.metrics.refused.Inc()
		return huma.ErrorWithHeaders(
			problem(http.StatusServiceUnavailable, "all coders are busy; send the document again in a second, or code many documents with demarche code"),
			http.Header{"Retry-After": {"1"}})
	case errors.Is(err, ErrSlow):
		return problem(http.StatusGatewayTimeout, "coding took too long; send a shorter text, or use demarche code, which has no time limit")
	case errors.Is(err, context.Canceled):
		return problem(http.StatusServiceUnavailable, "the request was given up")
	}
	s.log.Error("coding failed", "error", err)
	return problem(http.StatusInternalServerError, "the document could not be coded; please report it with the text")
}

// sayWhatIsWrong puts what huma found wrong with parameters into the detail,
// which is what people see.
func sayWhatIsWrong(_ huma.Context, _ string, v any) (any, error) {
	e, ok := v.(*huma.ErrorModel)
	if !ok {
		return v, nil
	}
	if e.Status == http.StatusRequestEntityTooLarge {
		e.Detail = "the body is larger than 1 MB; send a shorter text, or use demarche code, which takes any number of documents"
	}
	if e.Detail == "request body is required" {
		e.Detail = `the body is empty; send {"text": "…"}, or the article itself as text/plain`
	}
	if e.Detail != "validation failed" {
		return v, nil
	}
	var all []string
	for _, d := range e.Errors {
		all = append(all, strings.TrimPrefix(d.Location, "query.")+": "+d.Message)
	}
	e.Detail = strings.Join(all, "; ") + "; /api/v1/docs lists what there is"
	return e, nil
}
