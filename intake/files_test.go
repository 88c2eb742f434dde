package intake_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/demarche/demarche/intake"
)

func zipped(t *testing.T, name, content string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestForms holds that each form is told by its content and read as it should be.
func TestForms(t *testing.T) {
	const nexis = "\n  1 of 2 DOCUMENTS\n\n  Valley Voice\n\n  June 3, 2023\n\nEnvoy leaves\n\nBODY:\nThe envoy left.\n\n  2 of 2 DOCUMENTS\n\n  Valley Voice\n\n  June 4, 2023\n\nNo body\n\nLENGTH: 0 words\n"
	tests := []struct {
		name, in       string
		docs, problems []string
	}{
		{"e-mail", "From: Ana <a@b.example>\nDate: Tue, 14 May 2024 16:45:00 -0400\nMessage-ID: <1@b>\nSubject: Envoy\n\nThe envoy left.\n", []string{"1@b|2024-05-14|The envoy left."}, nil},
		{"mailbox", "From a@b.example Tue May 14 16:45:00 2024\nFrom: a@b.example\nDate: Tue, 14 May 2024 16:45:00 -0400\n\nThe envoy left.\n\nFrom a@b.example Tue May 14 16:45:00 2024\nFrom: a@b.example\nDate: Wed, 15 May 2024 16:45:00 -0400\nContent-Type: image/png\n\nx\n",
			[]string{"stdin:1|2024-05-14|The envoy left."}, []string{"stdin:7: the message holds no text, only attachments"}},
		{"Nexis", nexis, []string{"stdin:2|2023-06-03|The envoy left."}, []string{"stdin:13: the article has no text; export it in full"}},
		{"Nexis in RTF", `{\rtf1\ansi ` + strings.ReplaceAll(nexis, "\n", "\\par\n") + "}", []string{"stdin:1|2023-06-03|The envoy left."}, []string{"stdin:13: the article has no text; export it in full"}},
		{"RTF", `{\rtf1\ansi Envoy leaves\par The envoy left.\par}`, []string{"stdin||Envoy leaves\n\nThe envoy left."}, nil},
		{"DOCX", zipped(t, "word/document.xml", "<d><p><t>Envoy leaves</t></p><p><t>The envoy left.</t></p></d>"), []string{"stdin||Envoy leaves\n\nThe envoy left."}, nil},
		{"other ZIP", zipped(t, "a.txt", "a"), nil, []string{"stdin: this is a ZIP archive, but no DOCX file; unpack it"}},
		{"Markdown", "---\ntitle: \"Envoy leaves\"\ndate: 2023-06-03T10:00:00Z\n---\n\n## The day\n\nThe **envoy** [left](http://x) ![p](y.png)Lima.\n\n> “No,” *he* said.\n\n- one;\n- two.\n\n```\ncode\n```\n",
			[]string{"stdin|2023-06-03|The day\n\nThe envoy left Lima.\n\n“No,” he said.\n\none;\ntwo."}, nil},
		{"a page that was saved", "\n<!-- saved from url=(0031)https://x.example/2023/06/03/envoy -->\n<html><body><p>The envoy of Chile left Lima on Sunday.</p>", []string{"stdin|2023-06-03|The envoy of Chile left Lima on Sunday."}, nil},
		{"a piece of a page", "<div><p>The envoy of Chile left Lima on Sunday.</p><p>He flew.</p></div>", []string{"stdin||The envoy of Chile left Lima on Sunday.\n\nHe flew."}, nil},
		{"MediaWiki dump", "<mediawiki><page><title>Envoy</title><ns>0</ns><id>7</id><revision><text>{{date|June 3, 2023}} The [[envoy]] left.</text></revision></page><page><title>E</title><ns>0</ns><revision><text></text></revision></page></mediawiki>",
			[]string{"stdin:7|2023-06-03|The envoy left."}, []string{`stdin: "E": the page has no text and was passed over`}},
		{"PDF", "%PDF-1.7\n", nil, []string{"stdin:1: this is a PDF file; make text of it (pdftotext does it)"}},
		{"a text that speaks of mail", "From: the desk\n\nThe envoy left.\n", []string{"stdin||From: the desk\n\nThe envoy left.\n"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			docs, problems := read(t, intake.Reader{Stdin: strings.NewReader(tt.in)}, "-")
			equal(t, "documents", docs, tt.docs)
			equal(t, "problems", problems, tt.problems)
		})
	}
}

func TestMarkdownByName(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.md")
	if err := os.WriteFile(path, []byte("# Envoy *leaves* Lima\n\nThe envoy left.\n\n---\n\nHe flew.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	doc, err := intake.Reader{}.One(path)
	if err != nil || doc.Title != "Envoy leaves Lima" || doc.Text != "The envoy left.\n\n\nHe flew." {
		t.Errorf("got %+v, %v", doc, err)
	}
}
