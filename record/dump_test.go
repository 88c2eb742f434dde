package record

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// dump is all that the store holds but for the time of ingestion.
func dump(t testing.TB, s *Store) string {
	t.Helper()
	tables, err := stringsOf(s, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, table := range tables {
		if strings.HasPrefix(table, "mention_text") || strings.HasPrefix(table, "document_text") {
			continue // how an index is laid out depends on the batches; searching it does not
		}
		rows, err := s.read.Query("SELECT * FROM " + table)
		if err != nil {
			t.Fatal(err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			values, targets := make([]any, len(columns)), make([]any, len(columns))
			for i := range values {
				targets[i] = &values[i]
			}
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
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func firstDifference(a, b string) string {
	as, bs := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(as), len(bs)) {
		if as[i] != bs[i] {
			return fmt.Sprintf("line %d\n- %.400s\n+ %.400s", i+1, as[i], bs[i])
		}
	}
	return fmt.Sprintf("%d and %d lines", len(as), len(bs))
}

func stringsOf(s *Store, query string) (all []string, err error) {
	rows, err := s.read.Query(query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var one string
		if err := rows.Scan(&one); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}
