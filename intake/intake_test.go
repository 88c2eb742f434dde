package intake_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake"
)

// read gives "ID|DATE|TEXT" of each document and the message of each problem.
func read(t *testing.T, r intake.Reader, paths ...string) (docs, problems []string) {
	t.Helper()
	for doc, err := range r.Documents(paths...) {
		if doc != nil {
			docs = append(docs, doc.ID+"|"+doc.Date.String()+"|"+doc.Text)
		}
		if err != nil {
			var p *intake.Problem
			if !errors.As(err, &p) {
				t.Fatalf("error %v is no *Problem", err)
			}
			problems = append(problems, err.Error())
		}
	}
	return docs, problems
}

func TestStandardInput(t *testing.T) {
	day := demarche.Date{Year: 2023, Month: 3, Day: 1}
	long := `{"text":"` + strings.Repeat("a", intake.MaxDocument) + `"}`
	tests := []struct {
		name, in       string
		docs, problems []string
	}{
		{"plain text is one document", "One.\nTwo.\n", []string{"stdin|2023-03-01|One.\nTwo.\n"}, nil},
		{"a byte order mark is no text", "\ufeffOne.", []string{"stdin|2023-03-01|One."}, nil},
		{"line ends stay as they are", "One.\r\n\r\nTwo.\r\n", []string{"stdin|2023-03-01|One.\r\n\r\nTwo.\r\n"}, nil},
		{"JSON Lines by content", `{"id":"a","date":"2020-01-02","text":"One."}` + "\n\n" + ` { "text":"Two."}`,
			[]string{"a|2020-01-02|One.", "stdin:3|2023-03-01|Two."}, nil},
		{"numbers as ids", `{"id":17,"text":"One."}`, []string{"17|2023-03-01|One."}, nil},
		{"a brace alone is no JSON", "{sic} he said.", []string{"stdin|2023-03-01|{sic} he said."}, nil},
		{"broken line, the rest goes on", "{\"text\":\"One.\"}\n{\"text\": oops}\n{\"text\":\"Three.\"}\n",
			[]string{"stdin:1|2023-03-01|One.", "stdin:3|2023-03-01|Three."},
			[]string{"stdin:2:10: this is no JSON (invalid character 'o' looking for beginning of value); correct the line"}},
		{"line cut short", `{"text":"One.`, nil, []string{"stdin:1:13: the JSON object ends too early; write each document on one line"}},
		{"wrong type", `{"text":["One."]}`, nil, []string{`stdin:1:9: the field "text" is a JSON array and has to be a string; correct the line`}},
		{"no object", "{\"text\":\"One.\"}\n[1]", []string{"stdin:1|2023-03-01|One."},
			[]string{"stdin:2: a document is a JSON object, and this is a JSON array; correct the line"}},
		{"no text", `{"id":"a","text":"  "}`, nil, []string{`stdin:1: the document has no text; give it in the field "text"`}},
		{"bad date", `{"date":"1 March","text":"One."}`, []string{"stdin:1|2023-03-01|One."},
			[]string{`stdin:1: date "1 March" is no day written as 2023-03-01; the document is read as if it had none`}},
		{"empty", " \n", nil, []string{"stdin:1: the document is empty; nothing to code"}},
		{"invalid UTF-8 in plain text", "One.\nTwo \xff\xfe.", []string{"stdin|2023-03-01|One.\nTwo \ufffd."},
			[]string{"stdin:2:5: invalid UTF-8, read as U+FFFD; convert the file to UTF-8"}},
		{"invalid UTF-8 in JSON", "{\"text\":\"O\xffe\"}", []string{"stdin:1|2023-03-01|O\ufffde"},
			[]string{"stdin:1:11: invalid UTF-8, read as U+FFFD; convert the file to UTF-8"}},
		{"endless line, the rest goes on", long + "\n{\"text\":\"Two.\"}", []string{"stdin:2|2023-03-01|Two."},
			[]string{"stdin:1: the line is longer than 8 MiB and was passed over; split it into articles"}},
		{"endless text", strings.Repeat("a ", intake.MaxDocument), nil,
			[]string{"stdin:1: the document is longer than 8 MiB and was passed over; split it into articles"}},
		{"JSON over several lines", "{\n\"text\": \"One.\"\n}", []string{"stdin:1|2023-03-01|One."}, nil},
		{"a list", `[{"text":"One."}, {"id":"b","body":"Two.","date":"3 March 2023"}, 7, {"title":"T"}]`, []string{"stdin:1|2023-03-01|One.", "b|2023-03-03|Two."},
			[]string{"stdin: document 3: a document is a JSON object; correct the file", `stdin: document 4: the document has no text; give it in the field "text"`}},
		{"a list in an answer", "{\n\"status\": \"ok\", \"response\": {\"docs\": [{\"text\": \"One.\"},\n{\"text\": \"Two.\"}]}}", []string{"stdin:1|2023-03-01|One.", "stdin:2|2023-03-01|Two."}, nil},
		{"a list cut short", `[{"text":"One."}, {"text":"Tw`, []string{"stdin:1|2023-03-01|One."}, []string{"stdin: the JSON ends too early, after 1 documents; check that the file is whole"}},
		{"a search engine's dump", "{\"index\":{\"_id\":\"7\"}}\n{\"text\":\"One.\",\"create_timestamp\":\"2020-01-02T03:04:05Z\"}", []string{"stdin:2|2020-01-02|One."}, nil},
		{"names of crawlers", `{"maintext":"One.","date_publish":"2020-01-02 10:20:30","authors":["A","B"],"source_domain":"x.example"}`, []string{"stdin:1|2020-01-02|One."}, nil},
		{"other fields may be anything", `{"id":1,"text":"One.","author":["A"],"publication":{"name":"P"},"title":null}`, []string{"1|2023-03-01|One."}, nil},
		{"markup in a text", `{"text":"<p>One <b>t</b>wo.</p><p>Three &amp; four.</p>"}`, []string{"stdin:1|2023-03-01|One two.\n\nThree & four."}, nil},
		{"a sign is no markup", `{"text":"If a < b and c > d, then e < f."}`, []string{"stdin:1|2023-03-01|If a < b and c > d, then e < f."}, nil},
		{"web page", "<!DOCTYPE html><p>One.", []string{"stdin|2023-03-01|One."}, nil},
		{"UTF-16", "\xff\xfeO\x00n\x00e\x00.\x00", []string{"stdin|2023-03-01|One."}, nil},
		{"binary", "PNG\x00\x01", nil, []string{"stdin:1: this is no text but a binary file; give plain text or JSON Lines"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := intake.Reader{Stdin: strings.NewReader(tt.in), Date: day}
			docs, problems := read(t, r, "-")
			equal(t, "documents", docs, tt.docs)
			equal(t, "problems", problems, tt.problems)
		})
	}
}

func TestHeadline(t *testing.T) {
	tests := []struct {
		name, text, title string
	}{
		{"first line before a blank line", "Envoy visits Lima\n\nLIMA — One.\n", "Envoy visits Lima"},
		{"with CRLF", "Envoy visits Lima\r\n \r\nOne.", "Envoy visits Lima"},
		{"no blank line", "Envoy visits Lima\nOne.", ""},
		{"nothing after it", "Envoy visits Lima.\n\n", ""},
		{"blank first line", "\n\nOne.", ""},
		{"a paragraph", "LIMA — The envoy of Chile visited Peru.\n\nHe left.", ""},
		{"a paragraph that ends in a quote", "“The envoy of Chile visited Peru.”\n\nHe left.", ""},
		{"a long line", strings.Repeat("Envoy visits Lima ", 10) + "\n\nHe left.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := only(t, tt.text)
			if doc.Title != tt.title || doc.HasHeadline != (tt.title != "") {
				t.Errorf("title %q, headline %v; want %q", doc.Title, doc.HasHeadline, tt.title)
			}
		})
	}
}

func TestWriteReadsBack(t *testing.T) {
	for _, text := range []string{"Envoy visits Lima\n\nLIMA — “One” <b> & two.\n", "Just one line."} {
		doc := only(t, text)
		var line bytes.Buffer
		if err := intake.Write(&line, doc); err != nil {
			t.Fatal(err)
		}
		back := only(t, line.String())
		if back.Text != doc.Text || back.Title != doc.Title || back.HasHeadline != doc.HasHeadline || back.ID != doc.ID {
			t.Errorf("wrote %+v\nread  %+v", doc, back)
		}
	}
}

func TestPaths(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, content []byte) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("a.txt", []byte("A."))
	write("b/c.jsonl.gz", gzipped(t, `{"id":"c1","text":"C1."}`+"\n"+`{"id":"c2","text":"C2."}`))
	write("b/d.txt.zst", zstandard(t, "D."))
	write("b/e.pdf", []byte("%PDF"))
	write(".git/config.txt", []byte("no document"))
	write("cut.jsonl.gz", gzipped(t, strings.Repeat(`{"text":"One."}`+"\n", 500))[:40])
	write("not.gz", []byte("plain"))
	if err := os.Mkdir(filepath.Join(dir, "empty"), 0o755); err != nil {
		t.Fatal(err)
	}

	in := func(names ...string) (paths []string) {
		for _, name := range names {
			paths = append(paths, filepath.Join(dir, name))
		}
		return paths
	}
	docs, problems := read(t, intake.Reader{}, in("a.txt", "b", "missing.txt")...)
	at := dir + string(filepath.Separator)
	equal(t, "documents", docs, []string{at + "a.txt||A.", "c1||C1.", "c2||C2.", at + "b/d.txt.zst||D."})
	equal(t, "problems", problems, []string{at + "missing.txt: no such file or directory; check the path"})

	for _, name := range []string{"not.gz", "empty", "cut.jsonl.gz"} {
		docs, problems = read(t, intake.Reader{}, in(name)...)
		if len(problems) != 1 || !strings.HasPrefix(problems[0], at+name) {
			t.Errorf("%s: got %d documents and problems %q, want one problem with the path", name, len(docs), problems)
		}
	}
}

func TestStopsWhenAsked(t *testing.T) {
	r := intake.Reader{Stdin: strings.NewReader("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n")}
	n := 0
	for range r.Documents("-", "missing") {
		n++
		break
	}
	if n != 1 {
		t.Errorf("went on for %d steps", n)
	}
}

func FuzzDocuments(f *testing.F) {
	for _, seed := range []string{
		"", "One.\n\nTwo.", "{\"text\":\"One.\"}\n{", "{\"text\":\"\xff\"}", "\ufeff{\"id\":1,\"text\":\"a\"}", "<html>", "{\n", "\x00",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		r := intake.Reader{Stdin: bytes.NewReader(in)}
		steps := 0
		for doc, err := range r.Documents("-") {
			steps++
			if doc == nil && err == nil {
				t.Fatal("neither a document nor a problem")
			}
			if doc == nil {
				continue
			}
			if strings.TrimSpace(doc.Text) == "" || doc.ID == "" {
				t.Fatalf("document without text or id: %+v", doc)
			}
			if strings.ToValidUTF8(doc.Text, "") != doc.Text {
				t.Fatalf("text is not valid UTF-8: %q", doc.Text)
			}
		}
		if steps == 0 {
			t.Fatal("the input vanished without a word")
		}
	})
}

func only(t *testing.T, in string) *demarche.Doc {
	t.Helper()
	for doc, err := range (intake.Reader{Stdin: strings.NewReader(in)}).Documents("-") {
		if err != nil {
			t.Fatal(err)
		}
		return doc
	}
	t.Fatal("no document")
	return nil
}

func equal(t *testing.T, what string, got, want []string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s:\n%s\nwant:\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func gzipped(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zstandard(t *testing.T, text string) []byte {
	t.Helper()
	z, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return z.EncodeAll([]byte(text), nil)
}

func TestFields(t *testing.T) {
	fields, err := intake.ParseFields("date=meta.pubDate, text=parts.0.body,publication=Paper")
	if err != nil {
		t.Fatal(err)
	}
	in := `{"meta":{"pubDate":"2020-05-06T07:08:09Z"},"parts":[{"body":"One."}],"paper":"P","text":"no"}`
	doc, err := intake.Reader{Stdin: strings.NewReader(in), Fields: fields}.One("-")
	if err != nil || doc.Text != "One." || doc.Publication != "P" || doc.Published.Hour() != 7 || doc.Date.Day != 6 {
		t.Errorf("got %+v, %v", doc, err)
	}
	for _, bad := range []string{"", "date", "date=", "day=x"} {
		if _, err := intake.ParseFields(bad); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}

func TestOtherLanguagesAreSetAside(t *testing.T) {
	in := `{"text":"El ministro de Asuntos Exteriores llegó el martes a Lima y dijo que su gobierno no firmará el tratado."}
{"text":"Der Minister","language":"de"}
{"text":"Envoy leaves Lima"}
{"text":"Le ministre des affaires étrangères est arrivé mardi à Lima et a déclaré que son gouvernement ne signerait pas.","language":"en"}
{"text":"Министр прибыл в Лиму."}`
	docs, problems := read(t, intake.Reader{Stdin: strings.NewReader(in)}, "-")
	equal(t, "documents", docs, []string{"stdin:3||Envoy leaves Lima", "stdin:4||Le ministre des affaires étrangères est arrivé mardi à Lima et a déclaré que son gouvernement ne signerait pas."})
	equal(t, "problems", problems, []string{"3 documents are not in English and set aside (? 1, de 1, es 1)"})

	docs, problems = read(t, intake.Reader{Stdin: strings.NewReader(in), AnyLanguage: true}, "-")
	if len(docs) != 5 || len(problems) != 0 {
		t.Errorf("with any language: %d documents, problems %q", len(docs), problems)
	}
}
