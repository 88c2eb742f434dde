package intake

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"github.com/demarche/demarche/intake/feed"
	"github.com/demarche/demarche/intake/mail"
	"github.com/demarche/demarche/intake/office"
	"github.com/demarche/demarche/intake/page"
	"github.com/demarche/demarche/intake/wiki"
)

// form is how a file's documents are written down.
type form int

const (
	plainText form = iota
	jsonLines
	htmlPage
	webArchive
	feedFile  // RSS, Atom, JSON Feed, or a sitemap
	tableFile // CSV and the like
	parquetFile
	rtfFile
	zipFile // DOCX is one
	mailFile
	mailbox
	markdown
	pdfFile
	wikiDump
	utf16Text
	binaryFile
)

// sniffLen is how much of the head of a file decides about its form.
const sniffLen = 1024

// sniff tells the form by the name (without .gz) and the head of the content.
func sniff(name string, head []byte) form {
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return utf16Text
	case startsArchive(head):
		return webArchive
	case bytes.HasPrefix(head, []byte("PAR1")):
		return parquetFile
	case office.IsZIP(head):
		return zipFile
	case office.IsRTF(head):
		return rtfFile
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return pdfFile
	case mail.IsMailbox(head):
		return mailbox
	case wiki.Is(head):
		return wikiDump
	case bytes.IndexByte(head, 0) >= 0:
		return binaryFile
	case feed.Is(head):
		return feedFile
	}
	head = bytes.TrimLeft(head, " \t\r\n")
	switch strings.ToLower(filepath.Ext(name)) {
	case ".jsonl", ".ndjson", ".json":
		return jsonLines
	case ".html", ".htm", ".xhtml":
		return htmlPage
	case ".csv", ".tsv", ".tab":
		return tableFile
	case ".md", ".markdown":
		return markdown
	case ".eml":
		return mailFile
	}
	switch {
	case mail.IsMessage(head):
		return mailFile
	case startsMarkdown(head):
		return markdown
	case startsObject(head), startsList(head):
		return jsonLines
	case startsPage(head):
		return htmlPage
	case startsTable(head):
		return tableFile
	}
	return plainText
}

// startsObject says whether the text starts as a JSON object with a key.
func startsObject(head []byte) bool {
	rest, ok := bytes.CutPrefix(head, []byte("{"))
	return ok && bytes.HasPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte(`"`))
}

// startsList says whether the text starts as a JSON list of objects.
func startsList(head []byte) bool {
	rest, ok := bytes.CutPrefix(head, []byte("["))
	return ok && startsObject(bytes.TrimLeft(rest, " \t\r\n"))
}

func startsArchive(head []byte) bool { return bytes.HasPrefix(head, []byte("WARC/")) }

// startsPage says whether the text starts as a web page does, after comments, or
// is markup without such a start.
func startsPage(head []byte) bool {
	low := bytes.ToLower(head)
	for {
		low = bytes.TrimLeft(low, " \t\r\n")
		if !bytes.HasPrefix(low, []byte("<!--")) {
			break
		}
		_, rest, closed := bytes.Cut(low, []byte("-->"))
		if !closed {
			return true
		}
		low = rest
	}
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body", "<?xml", "<title", "<meta", "<script"} {
		if bytes.HasPrefix(low, []byte(start)) {
			return true
		}
	}
	return bytes.HasPrefix(low, []byte("<")) && page.IsMarkup(string(low))
}

// isDocumentName says whether a file met in a directory is read: those whose
// names say that they hold something else are passed over.
func isDocumentName(path string) bool {
	ext := strings.ToLower(filepath.Ext(stripCompression(path)))
	return slices.Contains([]string{"", ".txt", ".text", ".jsonl", ".ndjson", ".json", ".html", ".htm", ".xhtml", ".warc", ".xml", ".rss", ".atom",
		".csv", ".tsv", ".tab", ".parquet", ".md", ".markdown", ".eml", ".mbox", ".rtf", ".docx"}, ext)
}
