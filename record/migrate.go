package record

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
)

// Migrations bring an older store up to date: files NNNN_name.sql, each run
// once, in a transaction of its own, in the order of their numbers. A file that
// was released is never changed; a new one is put beside it.
//
//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks the file as a record (PRAGMA application_id): "dmrc".
const applicationID = 0x646d7263

// schemaVersion is the number of migrations that this program knows.
func schemaVersion() (int, []fs.DirEntry, error) {
	files, err := migrations.ReadDir("migrations")
	return len(files), files, err
}

// migrate brings the store to the schema that this program knows.
func migrate(ctx context.Context, path string, db *sql.DB) error {
	has, err := schemaOf(ctx, path, db)
	if err != nil {
		return err
	}
	_, files, err := schemaVersion()
	if err != nil {
		return err
	}
	for i := has; i < len(files); i++ {
		script, err := migrations.ReadFile("migrations/" + files[i].Name())
		if err != nil {
			return err
		}
		if err := migrateOne(ctx, db, i+1, string(script)); err != nil {
			return fmt.Errorf("migration %s: %w", files[i].Name(), err)
		}
	}
	return nil
}

func migrateOne(ctx context.Context, db *sql.DB, number int, script string) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var has int // another program may have been faster
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&has); err != nil || has >= number {
		return err
	}
	mark := fmt.Sprintf("\nPRAGMA user_version = %d; PRAGMA application_id = %d;", number, applicationID)
	if _, err := tx.ExecContext(ctx, script+mark); err != nil {
		return err
	}
	return tx.Commit()
}

// schemaOf is the number of migrations that the store has seen, 0 for an empty
// file. The error says when it is no record, or a newer one.
func schemaOf(ctx context.Context, path string, db *sql.DB) (int, error) {
	var application, version, tables int
	for _, q := range []struct {
		sql string
		to  *int
	}{
		{"PRAGMA application_id", &application},
		{"PRAGMA user_version", &version},
		{"SELECT count(*) FROM sqlite_schema", &tables},
	} {
		if err := db.QueryRowContext(ctx, q.sql).Scan(q.to); err != nil {
			return 0, err
		}
	}
	known, _, err := schemaVersion()
	switch {
	case err != nil:
		return 0, err
	case application != applicationID && tables > 0:
		return 0, &Error{Path: path, What: "is a database of another program; name another file with --db"}
	case version > known:
		return 0, &Error{Path: path, What: fmt.Sprintf("was written by a newer demarche (schema %d, this one knows %d); update the program", version, known)}
	}
	return version, nil
}
