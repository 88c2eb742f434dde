package record

import (
	"context"
	"errors"
)

// errNotYet is what is not there yet.
var errNotYet = errors.New("the record cannot do this yet")

// Facets counts the events that the query wants by a field: actor, recipient,
// type, quad, mode, context, status, country, place, said_by, year or month,
// source or rule; the commonest first.
func (s *Store) Facets(ctx context.Context, q Query, field string, limit int) ([]Count, error) {
	return nil, errNotYet
}

// Dyad is what passed between a and b, two terms as in a Query, by day, week,
// month or year; periods without events between the first and the last are
// there too.
func (s *Store) Dyad(ctx context.Context, a, b, by string, q Query) ([]Period, error) {
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
