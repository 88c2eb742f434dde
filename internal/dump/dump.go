// Package dump writes out all that a record holds, for tests that compare two.
package dump

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Of is all that the record at path holds, a line a row, but for the times of
// ingestion and the layout of the full-text indexes, which depend on the
// batches in which documents came.
func Of(t testing.TB, path string) string {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var lines []string
	for _, table := range tables(t, db) {
		if !strings.HasPrefix(table, "mention_text") && !strings.HasPrefix(table, "document_text") {
			lines = append(lines, rowsOf(t, db, table)...)
		}
	}
	return strings.Join(lines, "\n")
}

func tables(t testing.TB, db *sql.DB) (all []string) {
	rows, err := db.Query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		all = append(all, name)
	}
	return all
}

func rowsOf(t testing.TB, db *sql.DB, table string) (lines []string) {
	rows, err := db.Query("SELECT * FROM " + table)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	values, targets := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		targets[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(targets...); err != nil {
			t.Fatal(err)
		}
		line := table
		for i, v := range values {
			if columns[i] != "ingested" {
				line += fmt.Sprintf("|%v", v)
			}
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return lines
}

// Difference is the first line in which two dumps differ.
func Difference(a, b string) string {
	as, bs := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(as), len(bs)) {
		if as[i] != bs[i] {
			return fmt.Sprintf("line %d\n- %.600s\n+ %.600s", i+1, as[i], bs[i])
		}
	}
	return fmt.Sprintf("%d and %d lines", len(as), len(bs))
}
