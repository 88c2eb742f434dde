package record

import (
	"errors"
	"fmt"
	"io/fs"

	"modernc.org/sqlite"
)

// ErrNotFound says that the record holds no such event, document or actor.
var ErrNotFound = errors.New("the record holds no such thing")

// AskError says that what was asked for cannot be given, whatever the record
// holds: a cursor of another list, an order that there is not.
type AskError struct{ What string }

func (e *AskError) Error() string { return e.What }

func asked(format string, args ...any) error { return &AskError{fmt.Sprintf(format, args...)} }

// Error is what went wrong with a store, and what to do about it.
type Error struct {
	Path string
	What string
	Err  error // the cause
}

func (e *Error) Error() string { return e.Path + ": " + e.What }

func (e *Error) Unwrap() error { return e.Err }

// Primary result codes of SQLite (sqlite.org/rescode.html).
const (
	sqliteBusy     = 5
	sqliteLocked   = 6
	sqliteReadOnly = 8
	sqliteIOErr    = 10
	sqliteCorrupt  = 11
	sqliteFull     = 13
	sqliteCantOpen = 14
	sqliteNotADB   = 26
)

// codeOf is SQLite's primary result code, 0 for other errors.
func codeOf(err error) int {
	var failed *sqlite.Error
	if errors.As(err, &failed) {
		return failed.Code() & 0xff
	}
	return 0
}

// explained puts what a person can do about it before an error of SQLite.
func explained(path string, err error) error {
	var known *Error
	var wrong *AskError
	if err == nil || errors.As(err, &known) || errors.As(err, &wrong) || errors.Is(err, ErrNotFound) {
		return err
	}
	what := ""
	switch codeOf(err) {
	case sqliteBusy, sqliteLocked:
		what = "another program is writing to it; wait until that is done and try again"
	case sqliteReadOnly:
		what = "cannot be written to; check the permissions of the file and of its folder"
	case sqliteFull:
		what = "the disk is full; make room and run the same command again: it goes on where it stopped"
	case sqliteIOErr:
		what = "the disk gave an error: " + err.Error()
	case sqliteCorrupt:
		what = "the file is damaged; restore it from a copy, or ingest the documents into a new one"
	case sqliteCantOpen:
		what = "cannot be opened; check that the folder exists and can be written to"
	case sqliteNotADB:
		what = "is no demarche database; name another file with --db"
	}
	switch {
	case what != "":
	case errors.Is(err, fs.ErrNotExist):
		what = "no such file; demarche ingest --db FILE makes one"
	case errors.Is(err, fs.ErrPermission):
		what = "permission denied; check the permissions of the file"
	default:
		return fmt.Errorf("%s: %w", path, err)
	}
	return &Error{path, what, err}
}
