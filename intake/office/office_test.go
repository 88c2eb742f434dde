package office_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/demarche/demarche/intake/office"
)

const rtfFile = `{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times New Roman;}}{\colortbl;\red0\green0\blue0;}
{\info{\title Peru and Chile}{\author Ana Ruiz}{\creatim\yr2024}}{\*\generator Word;}\uc1
{\header Page one\par}\pard\plain\b Peru and Chile agree\b0\par
\pard The ministers of Peru and Chil\'e9 said \ldblquote no\rdblquote\emdash and left.\line They signed.\par
{\pict\pngblip 89504e470d0a}Jos\u233?\u32? met \u-10179?\u-8704? in {\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt Lima}}.{\footnote A note.} {\deleted gone }A \{brace\}.\par}`

func TestRTF(t *testing.T) {
	doc, err := office.RTF([]byte(rtfFile))
	if err != nil {
		t.Fatal(err)
	}
	want := "Peru and Chile agree\n\nThe ministers of Peru and Chilé said “no”—and left.\nThey signed.\n\nJosé  met 😀 in Lima. A {brace}."
	if doc.Text != want || doc.Title != "Peru and Chile" || doc.Author != "Ana Ruiz" {
		t.Errorf("got %+v\nwant %q", doc, want)
	}
	cyrillic, err := office.RTF([]byte(`{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e5\'e7\'e8\'e4\'e5\'ed\'f2\par}`))
	if err != nil || cyrillic.Text != "Президент" {
		t.Errorf("got %+v, %v", cyrillic, err)
	}
	for in, want := range map[string]error{`{\rtf1 }`: office.ErrNoText, "": office.ErrDamaged, `{\rtf1` + strings.Repeat("{", 1_000_000): office.ErrNoText} {
		if _, err := office.RTF([]byte(in)); !errors.Is(err, want) {
			t.Errorf("%.20q: %v, want %v", in, err, want)
		}
	}
}

func docx(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, content := range parts {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const docxBody = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Peru and </w:t></w:r><w:r><w:t>Chile agree</w:t></w:r></w:p><w:p/>
<w:p><w:r><w:t xml:space="preserve">The ministers </w:t></w:r><w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del><w:ins><w:r><w:t>said no.</w:t><w:br/><w:t>They left.</w:t></w:r></w:ins></w:p>
</w:body></w:document>`

func TestDOCX(t *testing.T) {
	file := docx(t, map[string]string{"word/document.xml": docxBody, "docProps/core.xml": `<cp xmlns:dc="d"><dc:title>Peru</dc:title><dc:creator>Ana</dc:creator></cp>`})
	doc, err := office.DOCX(file)
	if err != nil {
		t.Fatal(err)
	}
	if want := "Peru and Chile agree\n\nThe ministers said no.\nThey left."; doc.Text != want || doc.Title != "Peru" || doc.Author != "Ana" {
		t.Errorf("got %+v", doc)
	}
	for name, tt := range map[string]struct {
		file []byte
		want error
	}{
		"other archive": {docx(t, map[string]string{"a.txt": "a"}), office.ErrNotDOCX},
		"cut":           {file[:len(file)-30], office.ErrDamaged},
		"no XML":        {docx(t, map[string]string{"word/document.xml": "<w:p><w:t>a</w:p"}), office.ErrDamaged},
		"empty":         {docx(t, map[string]string{"word/document.xml": "<w:p></w:p>"}), office.ErrNoText},
		"bomb":          {docx(t, map[string]string{"word/document.xml": "<w:p>" + strings.Repeat("<w:t>"+strings.Repeat(" ", 1<<20)+"</w:t>", 97) + "</w:p>"}), office.ErrTooLong},
	} {
		if _, err := office.DOCX(tt.file); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
	}
}

func FuzzRTF(f *testing.F) {
	f.Add([]byte(rtfFile))
	f.Fuzz(func(t *testing.T, in []byte) {
		if doc, err := office.RTF(in); err == nil && strings.TrimSpace(doc.Text) == "" {
			t.Fatal("no text")
		}
	})
}

func FuzzDOCX(f *testing.F) {
	f.Add([]byte(docxBody))
	f.Fuzz(func(t *testing.T, in []byte) {
		doc, err := office.DOCX(docx(t, map[string]string{"word/document.xml": string(in)}))
		if err == nil && strings.TrimSpace(doc.Text) == "" {
			t.Fatal("no text")
		}
	})
}
