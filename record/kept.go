package record

import (
	"context"
	"database/sql"
	"errors"

	"github.com/demarche/demarche/record/vocab"
)

// Kept is a thing that a program keeps beside the record.
type Kept = vocab.Kept

// Keep writes what is to be kept, all of it or nothing.
func (s *Store) Keep(ctx context.Context, things ...Kept) error {
	return explained(s.path, s.keep(ctx, things))
}

func (s *Store) keep(ctx context.Context, things []Kept) error {
	if s.write == nil {
		return errors.New("the store was opened for reading only")
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	for _, k := range things {
		if k.Value == nil {
			_, err = tx.ExecContext(ctx, "DELETE FROM kept WHERE space = ? AND key = ?", k.Space, k.Key)
		} else {
			_, err = tx.ExecContext(ctx, "INSERT INTO kept (space, key, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", k.Space, k.Key, k.Value)
		}
		if err != nil {
			return err
		}
	}
	return tx.Commit()
}

// KeptValue is what is kept under a key, nil when nothing is.
func (s *Store) KeptValue(ctx context.Context, space, key string) ([]byte, error) {
	var value []byte
	err := s.read.QueryRowContext(ctx, "SELECT value FROM kept WHERE space = ? AND key = ?", space, key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return value, explained(s.path, err)
}

// EachKept calls do with everything that is kept in a space, in the order of
// the keys, and stops at its first error. Meanwhile do may keep and forget.
func (s *Store) EachKept(ctx context.Context, space string, do func(Kept) error) error {
	rows, err := s.read.QueryContext(ctx, "SELECT key, value FROM kept WHERE space = ? ORDER BY key", space)
	if err != nil {
		return explained(s.path, err)
	}
	defer rows.Close()
	for rows.Next() {
		k := Kept{Space: space}
		if err := rows.Scan(&k.Key, &k.Value); err != nil {
			return explained(s.path, err)
		}
		if err := do(k); err != nil {
			return err
		}
	}
	return explained(s.path, rows.Err())
}
