package intake_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"

	"github.com/demarche/demarche/intake"
)

func TestTables(t *testing.T) {
	fields, err := intake.ParseFields("text=Volltext,date=Tag")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, file, in string
		fields         intake.Fields
		docs, problems []string
	}{
		{name: "named columns", file: "a.csv", in: "id,date,text\na,2020-01-02,\"One, two.\nThree.\"\nb,2020-01-03,Four.\n", docs: []string{"a|2020-01-02|One, two.\nThree.", "b|2020-01-03|Four."}},
		{name: "by content, with tabs", file: "-", in: "Headline\tDate\tBody\nH\t3 May 2021\tOne.\n", docs: []string{"stdin:2|2021-05-03|One."}},
		{name: "semicolons and a byte order mark", file: "a.csv", in: "\ufefftitle;text\nT;One.\n", docs: []string{"a.csv:2||One."}},
		{name: "own names", file: "a.csv", fields: fields, in: "Tag,Volltext\n2020-01-02,One.\n", docs: []string{"a.csv:2|2020-01-02|One."}},
		{name: "a stray quotation mark", file: "a.csv", in: "id,text\na,He said \"no\" to it.\nb,Two.\n", docs: []string{`a||He said "no" to it.`, "b||Two."}},
		{name: "rows too short or without text", file: "a.csv", in: "id,text\na\n\nb,Two.\n", docs: []string{"b||Two."}, problems: []string{`a.csv:2: the document has no text; give it in the field "text"`}},
		{name: "no column for the text", file: "a.csv", in: "id,words\na,One.\n", problems: []string{"a.csv:1: no column is named for the text; say which is with --map text=COLUMN (the columns are id, words)"}},
		{name: "no such column", file: "a.csv", fields: fields, in: "id,text\na,One.\n", problems: []string{`a.csv:1: there is no column "Tag"; the columns are id, text`}},
		{name: "empty", file: "a.csv", in: "", problems: []string{"a.csv:1: the table is empty; nothing to code"}},
		{name: "a quotation that never ends", file: "a.csv", in: "id,text\na,\"" + strings.Repeat("x\n", intake.MaxDocument), problems: []string{"a.csv:2: a row is longer than 8 MiB, and no row is read from there on; look for a quotation mark that is never closed"}},
		{name: "prose with commas is no table", file: "-", in: "Yes, the text said, the date is set.\n", docs: []string{"stdin||Yes, the text said, the date is set.\n"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			r := intake.Reader{Stdin: strings.NewReader(tt.in), Fields: tt.fields}
			if tt.file != "-" {
				if err := os.WriteFile(tt.file, []byte(tt.in), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			docs, problems := read(t, r, tt.file)
			equal(t, "documents", docs, tt.docs)
			equal(t, "problems", problems, tt.problems)
		})
	}
}

type parquetRow struct {
	ID      string    `parquet:"id"`
	Body    *string   `parquet:"body,optional"`
	Date    time.Time `parquet:"date,timestamp(microsecond)"`
	Authors []string  `parquet:"authors,list"`
}

func parquetFile(t *testing.T, rows []parquetRow) []byte {
	t.Helper()
	var b bytes.Buffer
	w := parquet.NewGenericWriter[parquetRow](&b)
	if _, err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestParquet(t *testing.T) {
	one, two := "One.", "Two."
	at := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	content := parquetFile(t, []parquetRow{{"a", &one, at, []string{"A. B.", "C. D."}}, {"b", nil, at, nil}, {"c", &two, at, nil}})
	path := filepath.Join(t.TempDir(), "a.parquet")
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, r := range []intake.Reader{{}, {Stdin: bytes.NewReader(content)}} {
		from := path
		if r.Stdin != nil {
			from = "-"
		}
		docs, problems := read(t, r, from)
		equal(t, "documents", docs, []string{"a|2020-01-02|One.", "c|2020-01-02|Two."})
		if len(problems) != 1 || !strings.Contains(problems[0], "row 2: the document has no text") {
			t.Errorf("problems %q", problems)
		}
	}
	doc, err := intake.Reader{}.One(path)
	if err != nil || doc.Author != "A. B., C. D." || !doc.Published.Equal(at) {
		t.Errorf("got %+v, %v", doc, err)
	}
	_, problems := read(t, intake.Reader{Stdin: bytes.NewReader(content[:len(content)/2])}, "-")
	if len(problems) != 1 || !strings.Contains(problems[0], "check that it is whole") {
		t.Errorf("cut in half: problems %q", problems)
	}
}

func FuzzParquet(f *testing.F) {
	one := "One."
	var b bytes.Buffer
	w := parquet.NewGenericWriter[parquetRow](&b)
	if _, err := w.Write([]parquetRow{{ID: "a", Body: &one}}); err != nil {
		f.Fatal(err)
	}
	if err := w.Close(); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, in []byte) {
		steps := 0
		for range (intake.Reader{Stdin: bytes.NewReader(append([]byte("PAR1"), bytes.TrimPrefix(in, []byte("PAR1"))...))}).Documents("-") {
			if steps++; steps > 1000 {
				return
			}
		}
	})
}
