package record

import (
	"context"
	"errors"

	"github.com/demarche/demarche"
)

// errNotYet is what is not there yet.
var errNotYet = errors.New("the record cannot do this yet")

// Options say how a store is opened. The zero value is what programs want.
type Options struct{}

// Store is a record in a file. It is safe for concurrent use; one process at a
// time may write.
type Store struct{}

// Open opens the store at path for reading and writing; a missing one is made.
func Open(path string, opts Options) (*Store, error) { return nil, errNotYet }

// OpenReadOnly opens the store at path, which has to be there.
func OpenReadOnly(path string) (*Store, error) { return nil, errNotYet }

// Close writes what is pending and releases the file.
func (s *Store) Close() error { return errNotYet }

// Coded is a document with what was coded in it.
type Coded struct {
	Document Document
	Events   []demarche.Event
	Quotes   []Quote
}

// Take takes from a coded document what the record keeps; the document may be
// reused afterwards. Coder names what coded it.
func Take(doc *demarche.Doc, coder string) Coded { return Coded{} }

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
func (s *Store) Add(ctx context.Context, docs []Coded) (Result, error) { return Result{}, errNotYet }

// Has says whether a document is in the store, by its hash (see Hash).
func (s *Store) Has(ctx context.Context, hash string) (bool, error) { return false, errNotYet }

// Events gives a page of the events that the query wants, and the cursor of
// the page after it, "" when there is none.
func (s *Store) Events(ctx context.Context, q Query, p Page) (events []Event, next string, err error) {
	return nil, "", errNotYet
}

// EachEvent calls do with every event that the query wants, in the order in
// which they came into the record, and stops at its first error.
func (s *Store) EachEvent(ctx context.Context, q Query, do func(*Event) error) error {
	return errNotYet
}

// EachMention calls do with every mention of the events that the query wants,
// in the order of the documents, each with its document without the text.
func (s *Store) EachMention(ctx context.Context, q Query, do func(*Mention, *Document) error) error {
	return errNotYet
}

// Count is the number of events that the query wants.
func (s *Store) Count(ctx context.Context, q Query) (int, error) { return 0, errNotYet }

// ErrNotFound says that the record holds no such event, document or actor.
var ErrNotFound = errors.New("the record holds no such thing")

// Event is the event with that id, of which a beginning that no other has will do.
func (s *Store) Event(ctx context.Context, id string) (*Event, error) { return nil, errNotYet }

// MentionsOf are the mentions of an event, in the order in which they came.
func (s *Store) MentionsOf(ctx context.Context, id string) ([]Mention, error) { return nil, errNotYet }

// Document is the document with that id.
func (s *Store) Document(ctx context.Context, id string) (*Document, error) { return nil, errNotYet }

// DocumentMentions are the mentions in a document, in the order of its text.
func (s *Store) DocumentMentions(ctx context.Context, id string) ([]Mention, error) {
	return nil, errNotYet
}

// Documents gives a page of the documents that hold mentions of the events that
// the query wants, without their texts; with nothing but Text, Source, Doc,
// Since and Until in the query it is about the documents themselves.
func (s *Store) Documents(ctx context.Context, q Query, p Page) (docs []Document, next string, err error) {
	return nil, "", errNotYet
}

// Story are the documents of a story, the original first, without their texts.
func (s *Store) Story(ctx context.Context, id string) ([]Document, error) { return nil, errNotYet }

// Facets counts the events that the query wants by a field: actor, recipient,
// type, quad, mode, context, status, country, place, said_by, year or month,
// source or rule; the commonest first.
func (s *Store) Facets(ctx context.Context, q Query, field string, limit int) ([]Count, error) {
	return nil, errNotYet
}

// Dyad is what passed between a and b, two terms as in a Query, by day, week,
// month or year; periods without events between the first and the last are
// there too.
func (s *Store) Dyad(ctx context.Context, a, b Term, by string, q Query) ([]Period, error) {
	return nil, errNotYet
}

// Actor is what the record knows of somebody, by name, Wikidata id or code.
func (s *Store) Actor(ctx context.Context, who string) (*Profile, error) { return nil, errNotYet }

// Network are the pairs of country and sector codes with most events between
// them.
func (s *Store) Network(ctx context.Context, q Query, limit int) ([]Edge, error) {
	return nil, errNotYet
}

// Stats is what the store holds.
func (s *Store) Stats(ctx context.Context) (Stats, error) { return Stats{}, errNotYet }
