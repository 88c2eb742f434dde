package record

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// writer adds documents within one transaction. Everything that it decides
// follows from what the store holds and from the document, never from where
// one transaction ends and the next begins: that is what makes a run that was
// cut short and taken up again equal one that was not.
type writer struct {
	store *Store
	tx    *sql.Tx
	stmts map[string]*sql.Stmt
	now   string
	ids   nextIDs
	sums  sums
	bulk  bulk
	texts []mentionText
	done  Result
	seen  map[int64]bool // events in done.Changed
}

// nextIDs are the next free row numbers.
type nextIDs struct{ doc, event, mention, quote, claim, actor int64 }

// bulk are the tables that nothing reads within the transaction.
type bulk struct{ sentences, places, quotes, claims, evidence, documentText rows }

func newBulk() bulk {
	return bulk{
		sentences:    rows{table: "sentences"},
		places:       rows{table: "places"},
		quotes:       rows{table: "quotes"},
		claims:       rows{table: "claims"},
		evidence:     rows{table: "evidence"},
		documentText: rows{table: "document_text (rowid, title, text)"},
	}
}

// Result is what adding documents did.
type Result struct {
	Documents int // added
	Known     int // there already, unchanged
	Mentions  int // added
	Events    int // new events; the other mentions tell of known ones
	// Changed are the ids of the events that are new or that a new mention
	// changed, in the order in which that happened.
	Changed []string
}

// Add adds documents in one transaction, in their order. A document that is
// there already, by the hash of its content, changes nothing.
func (s *Store) Add(ctx context.Context, docs []Coded) (Result, error) {
	result, err := s.add(ctx, docs)
	return result, explained(s.path, err)
}

func (s *Store) add(ctx context.Context, docs []Coded) (Result, error) {
	if s.write == nil {
		return Result{}, errors.New("the store was opened for reading only")
	}
	s.adding.Lock()
	defer s.adding.Unlock()
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return Result{}, err
	}
	defer tx.Rollback()
	w := &writer{
		store: s, tx: tx, stmts: map[string]*sql.Stmt{}, sums: newSums(), bulk: newBulk(), seen: map[int64]bool{},
		now: time.Now().UTC().Format(time.RFC3339),
	}
	if err := w.readIDs(ctx); err != nil {
		return Result{}, err
	}
	for i := range docs {
		if err := w.document(ctx, &docs[i]); err != nil {
			return Result{}, err
		}
	}
	if err := w.flush(ctx); err != nil {
		return Result{}, err
	}
	if err := tx.Commit(); err != nil {
		return Result{}, err
	}
	return w.done, nil
}

func (w *writer) readIDs(ctx context.Context) error {
	for _, id := range []struct {
		table string
		to    *int64
	}{
		{"documents", &w.ids.doc}, {"events", &w.ids.event}, {"mentions", &w.ids.mention},
		{"quotes", &w.ids.quote}, {"claims", &w.ids.claim}, {"actors", &w.ids.actor},
	} {
		if err := w.row(ctx, "SELECT coalesce(max(id), 0) + 1 FROM "+id.table).Scan(id.to); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) flush(ctx context.Context) error {
	b := &w.bulk
	for _, r := range []*rows{&b.sentences, &b.places, &b.quotes, &b.claims, &b.evidence, &b.documentText} {
		if err := r.flush(ctx, w); err != nil {
			return err
		}
	}
	if err := w.flushTexts(ctx); err != nil {
		return err
	}
	return w.sums.flush(ctx, w)
}

// stmt prepares a statement once a transaction.
func (w *writer) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	if st := w.stmts[query]; st != nil {
		return st, nil
	}
	st, err := w.tx.PrepareContext(ctx, query)
	if err == nil {
		w.stmts[query] = st
	}
	return st, err
}

func (w *writer) exec(ctx context.Context, query string, args ...any) error {
	st, err := w.stmt(ctx, query)
	if err != nil {
		return err
	}
	_, err = st.ExecContext(ctx, args...)
	return err
}

// row reads one row; preparing fails only where reading would.
func (w *writer) row(ctx context.Context, query string, args ...any) scanner {
	st, err := w.stmt(ctx, query)
	if err != nil {
		return failed{err}
	}
	return st.QueryRowContext(ctx, args...)
}

type scanner interface{ Scan(...any) error }

type failed struct{ err error }

func (f failed) Scan(...any) error { return f.err }

// numbers reads a column of numbers.
func (w *writer) numbers(ctx context.Context, query string, args ...any) ([]int64, error) {
	st, err := w.stmt(ctx, query)
	if err != nil {
		return nil, err
	}
	found, err := st.QueryContext(ctx, args...)
	if err != nil {
		return nil, err
	}
	return numbersIn(found)
}
