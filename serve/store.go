package serve

import (
	"context"
	"errors"
	"net/http"
	"os"
	"strconv"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record"
)

// Store is what the server shows; *record.Store is one.
type Store interface {
	Events(ctx context.Context, q record.Query, p record.Page) ([]record.Event, string, error)
	Event(ctx context.Context, id string) (*record.Event, error)
	MentionsOf(ctx context.Context, id string) ([]record.Mention, error)
	Document(ctx context.Context, id string) (*record.Document, error)
	AsGiven(ctx context.Context, id string) (*demarche.Doc, error)
	DocumentMentions(ctx context.Context, id string) ([]record.Mention, error)
	Documents(ctx context.Context, q record.Query, p record.Page) ([]record.Document, string, error)
	Count(ctx context.Context, q record.Query) (int, error)
	Facets(ctx context.Context, q record.Query, field string, limit int) ([]record.Count, error)
	Dyad(ctx context.Context, a, b string, by string, q record.Query) ([]record.Period, error)
	Names(ctx context.Context, prefix string, limit int) ([]record.Named, error)
	Actor(ctx context.Context, who string) (*record.Profile, error)
	Spots(ctx context.Context, q record.Query, limit int) (spots []record.Spot, unplaced int, err error)
	Network(ctx context.Context, q record.Query, limit int) ([]record.Edge, error)
	Stats(ctx context.Context) (record.Stats, error)
}

// FileVersion tells the states of a store's file apart: its length and time,
// and those of the log that SQLite writes beside it. Whoever writes to the
// store, in whichever process, changes it.
func FileVersion(path string) func() string {
	return func() string {
		version := ""
		for _, name := range [...]string{path, path + "-wal"} {
			if info, err := os.Stat(name); err == nil {
				version += strconv.FormatInt(info.ModTime().UnixNano(), 36) + "." + strconv.FormatInt(info.Size(), 36) + "."
			}
		}
		return version
	}
}

// storeProblem is the answer to a request that the store could not serve;
// what names the thing asked for.
func (s *server) storeProblem(what string, err error) error {
	var wrong *record.AskError
	switch {
	case errors.As(err, &wrong):
		return problem(http.StatusBadRequest, wrong.What)
	case errors.Is(err, record.ErrNotFound):
		return problem(http.StatusNotFound, "the record holds no "+what)
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return problem(http.StatusGatewayTimeout, "the search took too long; narrow it with a date or an actor")
	}
	s.log.Error("the record could not be read", "what", what, "error", err)
	return problem(http.StatusInternalServerError, "the record could not be read; the server's log says why")
}
