package warc

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Reader reads the records of an archive. It is used by one goroutine.
type Reader struct {
	limits Limits
	counts Counts

	file   *counted
	seeker io.ReadSeeker // the file, where it can be read again; else nil
	start  int64         // the seeker's position at byte 0
	end    error         // that nothing more can be read, and why

	now   *content // nil between members
	gzip  *gzip.Reader
	inner *counted // over gzip
	zstd  *zstd.Decoder
	block bytes.Buffer
}

// NewReader reads an archive. Where in can seek, as a file can, a damaged gzip
// member costs no record but its own.
func NewReader(in io.Reader, limits Limits) *Reader {
	r := &Reader{limits: limits.orDefaults(), file: newCounted(in)}
	if s, ok := in.(io.ReadSeeker); ok {
		if at, err := s.Seek(0, io.SeekCurrent); err == nil {
			r.seeker, r.start = s, at
		}
	}
	return r
}

// Close frees the decompressors; it does not close the file.
func (r *Reader) Close() {
	if r.zstd != nil {
		r.zstd.Close()
	}
}

// Counts says what has been met so far.
func (r *Reader) Counts() Counts { return r.counts }

// Next gives the next page or text. The error is io.EOF at the end, a *Damage
// for a record that cannot be read, after which Next goes on, or another one
// that ends the archive.
func (r *Reader) Next() (*Record, error) {
	for {
		if r.end != nil {
			return nil, r.end
		}
		if r.now == nil {
			if err := r.open(); err != nil {
				return nil, r.stopped(err)
			}
		}
		rec, err := r.next()
		if rec != nil || err != nil {
			return rec, err
		}
	}
}

// stopped remembers an error that ends the archive.
func (r *Reader) stopped(err error) error {
	var d *Damage
	if !errors.As(err, &d) {
		r.end = err
	}
	return err
}

// next reads one record; nil, nil says to go on with the next.
func (r *Reader) next() (*Record, error) {
	inner, err := r.toRecord()
	if errors.Is(err, io.EOF) {
		if r.now.plain || r.zstd != nil {
			r.end = io.EOF
			return nil, io.EOF
		}
		r.now = nil
		return nil, nil
	}
	r.now.records++
	if err != nil {
		return nil, r.lost(r.now.damage(inner, err, "it cannot be read (%v)", err))
	}
	return r.record(inner)
}

// toRecord goes over the blank lines between records, and gives the byte of
// the content where the next one starts. Its error is io.EOF at the end.
func (r *Reader) toRecord() (int64, error) {
	for range window {
		b, err := r.now.ReadByte()
		if err != nil {
			return r.now.offset(), err
		}
		if b != '\r' && b != '\n' {
			return r.now.offset() - 1, r.now.UnreadByte()
		}
	}
	return r.now.offset(), errors.New("nothing but line ends")
}

// record reads the record at byte inner of the content.
func (r *Reader) record(inner int64) (*Record, error) {
	if !startsRecord(r.now.counted) {
		return nil, r.lost(r.now.damage(inner, nil, "no record starts here"))
	}
	_, all, err := readFields(r.now.Reader)
	if err != nil {
		return nil, r.lost(r.now.damage(inner, err, "its fields cannot be read (%v)", err))
	}
	length, err := strconv.ParseInt(all.get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return nil, r.lost(r.now.damage(inner, err, "its Content-Length is %q, and has to be a number", all.get("Content-Length")))
	}
	if length > r.limits.Block {
		return nil, r.tooLong(inner, length)
	}
	r.block.Reset()
	if n, err := io.CopyN(&r.block, r.now, length); err != nil {
		return nil, r.lostIn(inner, r.now.damage(inner, err, "it is cut short: %d bytes of %d (%v)", n, length, err))
	}
	// One byte more than the blank lines that end a record: at the end of a
	// gzip member that makes the decompressor compare the checksum.
	tail, err := r.now.Peek(5)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, r.lost(r.now.damage(inner, err, "it cannot be decompressed (%v)", err))
	}
	if len(tail) > 0 && tail[0] != '\r' && tail[0] != '\n' && !bytes.HasPrefix(tail, versionMark) {
		return nil, r.lostIn(inner, r.now.damage(inner, nil, "it does not end after the %d bytes that it states", length))
	}
	r.counts.Records++
	return r.take(inner, all)
}

// lostIn gives up a record whose stated length is wrong; the next record may
// have been read as part of it.
func (r *Reader) lostIn(inner int64, d *Damage) *Damage {
	if block := r.block.Bytes(); r.now.plain || r.now.records > 1 || r.zstd != nil {
		if i := bytes.Index(block, []byte("\r\n\r\nWARC/")); i >= 0 {
			r.now.unread(block[i:])
			r.counts.Damaged++
			return d
		}
	}
	return r.lost(d)
}

// tooLong passes over a record that is longer than any page.
func (r *Reader) tooLong(inner, length int64) error {
	d := r.now.damage(inner, nil, "it is %d MiB long, above the limit of %d MiB, and was passed over", length>>20, r.limits.Block>>20)
	if err := r.pass(length); err != nil {
		d.What, d.Err = "it is too long, and cannot be passed over: "+err.Error(), err
		return r.lost(d)
	}
	r.counts.Records++
	r.counts.Damaged++
	return d
}

// take makes a Record of the block that was read, where it is wanted.
func (r *Reader) take(inner int64, all fields) (*Record, error) {
	kind := strings.ToLower(all.get("WARC-Type"))
	switch n := all.get("WARC-Segment-Number"); {
	case kind == "continuation" || n != "" && kind == "response":
		r.counts.Incomplete++
		return nil, nil
	case kind == "revisit":
		r.counts.Revisits++
		return nil, nil
	case kind != "response" && kind != "resource" && kind != "conversion":
		r.counts.Other++
		return nil, nil
	}
	body, contentType, err := r.body(kind, all)
	if err != nil {
		r.counts.Damaged++
		return nil, r.now.damage(inner, err, "%v", err)
	}
	if body == nil {
		return nil, nil
	}
	r.counts.Taken++
	date, _ := time.Parse(time.RFC3339, all.get("WARC-Date")) // zero when there is none
	at := r.now.offset0
	if r.now.plain {
		at = inner
	}
	return &Record{
		Offset: at, ID: strings.Trim(all.get("WARC-Record-ID"), "<>"), Type: kind,
		URI: strings.Trim(all.get("WARC-Target-URI"), "<>"), Date: date,
		ContentType: contentType, Body: body,
	}, nil
}

// body is the body of the block, a copy; nil when it is not wanted.
func (r *Reader) body(kind string, all fields) ([]byte, string, error) {
	block := r.block.Bytes()
	contentType := all.get("Content-Type")
	isAnswer := kind == "response" && !strings.HasPrefix(strings.ToLower(all.get("WARC-Target-URI")), "ftp:")
	if !isAnswer {
		if !r.isText(contentType, block) {
			return nil, "", nil
		}
		if int64(len(block)) > r.limits.Body {
			return nil, "", tooLong(r.limits.Body)
		}
		return bytes.Clone(block), contentType, nil
	}
	a, err := parseAnswer(block)
	if err != nil {
		return nil, "", err
	}
	if a.status != http.StatusOK && a.status != http.StatusNonAuthoritativeInfo {
		r.counts.Statuses++
		return nil, "", nil
	}
	contentType = a.fields.get("Content-Type")
	if contentType != "" && !r.isText(contentType, nil) {
		return nil, "", nil
	}
	body, err := a.body(r.limits.Body)
	if err != nil || contentType == "" && !r.isText("", body) {
		return nil, "", err
	}
	return body, contentType, nil
}

// isText says whether a page or a plain text is announced, or, where nothing
// is, looks like one. What is neither is counted.
func (r *Reader) isText(contentType string, body []byte) bool {
	if contentType == "" {
		contentType = http.DetectContentType(body)
	}
	media, _, _ := mime.ParseMediaType(contentType)
	if media == "" { // parameters that cannot be read
		media, _, _ = strings.Cut(strings.ToLower(contentType), ";")
		media = strings.TrimSpace(media)
	}
	switch media {
	case "text/html", "application/xhtml+xml", "text/plain":
		return true
	}
	r.counts.Media++
	return false
}
