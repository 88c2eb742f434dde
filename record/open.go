package record

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Options say how a store is opened. The zero value is what programs want.
type Options struct {
	// NoMerge keeps every mention as an event of its own and every document as
	// a story of its own.
	NoMerge bool
}

// Store is a record in a file. It is safe for concurrent use; another process
// may read while this one writes, and writing takes turns.
type Store struct {
	path    string
	options Options
	read    *sql.DB
	write   *sql.DB // one connection; nil when read-only
	adding  sync.Mutex
}

// Open opens the store at path for reading and writing; a missing one is made.
// The error says when the file is something else, written by a newer program,
// or held by another one, and what to do.
func Open(path string, opts Options) (*Store, error) {
	write, err := sql.Open("sqlite", dsn(path, "rwc", "immediate", "journal_mode(WAL)", "synchronous(NORMAL)", "cache_size(-65536)"))
	if err != nil {
		return nil, explained(path, err)
	}
	write.SetMaxOpenConns(1)
	if err := migrate(context.Background(), path, write); err != nil {
		return nil, errors.Join(explained(path, err), write.Close())
	}
	s, err := openRead(path, opts)
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	s.write = write
	return s, nil
}

// OpenReadOnly opens the store at path, which has to be there. It may lie where
// nothing can be written, provided that whoever wrote it closed it.
func OpenReadOnly(path string) (*Store, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, explained(path, err)
	}
	s, err := openRead(path, Options{})
	if err != nil {
		return nil, err
	}
	has, err := schemaOf(context.Background(), path, s.read)
	if _, unfinished := os.Stat(path + "-wal"); codeOf(err) == sqliteCantOpen && unfinished != nil {
		// SQLite wants to make files for the log beside it; there is no log.
		if err := s.read.Close(); err != nil {
			return nil, explained(path, err)
		}
		if s, err = openRead(path, Options{}, "immutable"); err != nil {
			return nil, err
		}
		has, err = schemaOf(context.Background(), path, s.read)
	}
	known, _, _ := schemaVersion()
	if err == nil && has < known {
		err = &Error{Path: path, What: "was written by an older demarche, or never finished; run demarche ingest --db on it once, which brings it up to date"}
	}
	if err != nil {
		return nil, errors.Join(explained(path, err), s.Close())
	}
	return s, nil
}

// openRead opens the reading side; flags are those of SQLite's file names.
func openRead(path string, opts Options, flags ...string) (*Store, error) {
	name := dsn(path, "rw", "deferred", "query_only(1)", "cache_size(-32768)")
	for _, flag := range flags {
		name += "&" + flag + "=1"
	}
	read, err := sql.Open("sqlite", name)
	if err != nil {
		return nil, explained(path, err)
	}
	read.SetMaxOpenConns(max(4, runtime.GOMAXPROCS(0)))
	read.SetMaxIdleConns(max(4, runtime.GOMAXPROCS(0)))
	return &Store{path: path, options: opts, read: read}, nil
}

// Close releases the file.
func (s *Store) Close() error {
	err := s.read.Close()
	if s.write != nil {
		err = errors.Join(err, s.write.Close())
	}
	return err
}

// Path is where the store is.
func (s *Store) Path() string { return s.path }

// dsn names the file to the driver. A busy file is waited for.
func dsn(path, mode, lock string, pragmas ...string) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") && filepath.IsAbs(path) {
		slashed = "/" + slashed // C:/…
	}
	values := url.Values{"mode": {mode}, "_txlock": {lock}, "_pragma": append([]string{"busy_timeout(10000)", "temp_store(MEMORY)"}, pragmas...)}
	return "file:" + (&url.URL{Path: slashed}).EscapedPath() + "?" + values.Encode()
}
