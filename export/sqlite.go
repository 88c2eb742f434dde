package export

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/demarche/demarche"

	_ "modernc.org/sqlite" // the driver
)

// sqliteWriter fills a database in a temporary folder and copies it out when
// all is in: a database cannot be written from its beginning to its end.
type sqliteWriter struct {
	w      io.Writer
	folder string
	db     *sql.DB
	tx     *sql.Tx
	level  Level
	fields []field
	table  countries
	insert *sql.Stmt
	party  *sql.Stmt
}

func openSQLite(w io.Writer, o Options) (writer, error) {
	folder, err := os.MkdirTemp("", "demarche-export-")
	if err != nil {
		return nil, err
	}
	s := &sqliteWriter{w: w, folder: folder, level: o.Level, fields: fieldsOf(rowType(o.Level)), table: newCountries()}
	if err := s.create(); err != nil {
		s.discard()
		return nil, err
	}
	return s, nil
}

func (s *sqliteWriter) path() string { return filepath.Join(s.folder, "export.sqlite") }

func (s *sqliteWriter) create() (err error) {
	if s.db, err = sql.Open("sqlite", s.path()); err != nil {
		return err
	}
	s.db.SetMaxOpenConns(1)
	main := string(s.level) + "s"
	for _, statement := range []string{
		"PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", // a file that only this program sees, and may lose
		"CREATE TABLE " + main + " (" + columnsOf(s.fields) + ")",
		"CREATE TABLE parties (" + string(s.level) + " TEXT NOT NULL, side TEXT NOT NULL, number INTEGER NOT NULL, " +
			"code TEXT, cow INTEGER, sector TEXT, sectors TEXT, name TEXT, id TEXT, office TEXT, text TEXT)",
	} {
		if _, err := s.db.Exec(statement); err != nil {
			return err
		}
	}
	if s.tx, err = s.db.BeginTx(context.Background(), nil); err != nil {
		return err
	}
	if s.insert, err = s.tx.Prepare("INSERT INTO " + main + " VALUES (" + marks(len(s.fields)) + ")"); err != nil {
		return err
	}
	s.party, err = s.tx.Prepare("INSERT INTO parties VALUES (" + marks(11) + ")")
	return err
}

func columnsOf(fields []field) string {
	var columns []string
	for _, f := range fields {
		kind := "TEXT"
		switch f.kind {
		case wholeField:
			kind = "INTEGER"
		case numberField:
			kind = "REAL"
		}
		column := `"` + f.name + `" ` + kind
		if f.name == "id" {
			column += " PRIMARY KEY"
		}
		columns = append(columns, column)
	}
	return strings.Join(columns, ", ")
}

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }

func (s *sqliteWriter) write(x *item) (int, omission, error) {
	row := reflect.ValueOf(s.table.flatEventOf(x))
	if x.mention != nil {
		row = reflect.ValueOf(s.table.flatMentionOf(x))
	}
	values := make([]any, len(s.fields))
	for i, f := range s.fields {
		values[i] = f.value(row)
	}
	if _, err := s.insert.Exec(values...); err != nil {
		return 0, "", err
	}
	if err := s.addParties(x.ID, "actor", x.Actor); err != nil {
		return 0, "", err
	}
	return 1, "", s.addParties(x.ID, "recipient", x.Recipient)
}

func (s *sqliteWriter) addParties(id, side string, entities []demarche.Entity) error {
	for i := range entities {
		if err := s.addParty(id, side, i+1, &entities[i]); err != nil {
			return err
		}
	}
	return nil
}

func (s *sqliteWriter) addParty(id, side string, n int, e *demarche.Entity) error {
	cow := any(nil)
	if c, ok := s.table.of(e.Code); ok && c.cowNumber != "" {
		cow = c.cowNumber
	}
	_, err := s.party.Exec(id, side, n, e.Code, cow, e.Sector, known(strings.Join(sectorsOf(e), "; ")),
		known(entityName(e)), known(e.IdentifierID), known(e.Office), known(e.EntityText))
	return err
}

func (s *sqliteWriter) close() error {
	defer s.discard()
	main, level := string(s.level)+"s", string(s.level)
	if err := s.tx.Commit(); err != nil {
		return err
	}
	for _, statement := range []string{
		"CREATE INDEX " + main + "_day ON " + main + " (first_day)",
		"CREATE INDEX parties_code ON parties (code, side)",
		"CREATE INDEX parties_" + level + " ON parties (" + level + ")",
	} {
		if _, err := s.db.Exec(statement); err != nil {
			return err
		}
	}
	if err := s.db.Close(); err != nil {
		return err
	}
	file, err := os.Open(s.path())
	if err != nil {
		return err
	}
	defer file.Close()
	if _, err := io.Copy(s.w, file); err != nil {
		return fmt.Errorf("copying the database: %w", err)
	}
	return nil
}

// discard removes the temporary folder; what goes wrong here spoils nothing.
func (s *sqliteWriter) discard() {
	if s.db != nil {
		s.db.Close()
	}
	os.RemoveAll(s.folder)
}
