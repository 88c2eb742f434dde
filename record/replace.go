package record

import (
	"context"
	"errors"
	"fmt"

	"modernc.org/sqlite"
)

// Replace makes the store hold what another one does, all at once: whoever reads
// meanwhile sees the one or the other, and a run that is killed leaves the one
// or the other. What programs keep beside the record stays (see Keep).
func (s *Store) Replace(ctx context.Context, with *Store) error {
	return explained(s.path, s.replace(ctx, with))
}

func (s *Store) replace(ctx context.Context, with *Store) error {
	if s.write == nil || with.write == nil {
		return errors.New("a store was opened for reading only")
	}
	s.adding.Lock()
	defer s.adding.Unlock()
	if err := with.takeKept(ctx, s.path); err != nil {
		return err
	}
	if _, err := with.write.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		return err
	}
	conn, err := s.write.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Raw(func(driver any) error {
		restorer, ok := driver.(interface {
			NewRestore(string) (*sqlite.Backup, error)
		})
		if !ok {
			return fmt.Errorf("the driver %T cannot copy a database", driver)
		}
		copying, err := restorer.NewRestore(dsn(with.path, "ro", "deferred"))
		if err != nil {
			return err
		}
		for more := true; more && err == nil; {
			more, err = copying.Step(-1) // all pages, in one transaction
		}
		return errors.Join(err, copying.Finish())
	})
}

// takeKept copies what programs keep beside the record at path.
func (s *Store) takeKept(ctx context.Context, path string) error {
	conn, err := s.write.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	for _, step := range []struct {
		sql  string
		args []any
	}{
		{"ATTACH DATABASE ? AS old", []any{path}},
		{"INSERT OR REPLACE INTO kept SELECT * FROM old.kept", nil},
		{"DETACH DATABASE old", nil},
	} {
		if _, err := conn.ExecContext(ctx, step.sql, step.args...); err != nil {
			return err
		}
	}
	return nil
}

// Given is the id in the record, and the time of ingestion, of the document with
// that hash.
func (s *Store) Given(ctx context.Context, hash string) (id, ingested string, err error) {
	err = s.read.QueryRowContext(ctx, "SELECT name, ingested FROM documents WHERE hash = ?", hash).Scan(&id, &ingested)
	return id, ingested, explained(s.path, err)
}
