// Package warc reads web archives: .warc plain, with one gzip member a record
// or one for all, or as Zstandard. It gives what a reader of news wants, the
// pages and plain texts that were fetched with success, counts what it passes
// over, and goes on after a damaged record.
//
// The format is ISO 28500 (WARC 1.0 and 1.1); the older 0.17 and 0.18 differ
// in nothing that is read here.
package warc

import (
	"fmt"
	"time"
)

// Record is one page or text of an archive.
type Record struct {
	Offset      int64 // byte of the archive file where the record, or its gzip member, starts
	ID          string
	Type        string // response, resource or conversion
	URI         string
	Date        time.Time // when it was fetched, zero when not stated
	ContentType string    // of Body, as stated; may be empty
	Body        []byte    // without transfer and content encodings; the caller's to keep
}

// Counts says what a reader has met.
type Counts struct {
	Records    int // all records, whole ones
	Taken      int // given by Next
	Revisits   int // fetched again and found unchanged, so without a body
	Statuses   int // responses other than 200 and 203: redirects, errors
	Media      int // images, scripts and whatever else is no text
	Other      int // requests, metadata and other records about records
	Damaged    int
	Incomplete int // parts of records that are spread over several
}

// Damage is one record that cannot be read; the ones after it can.
type Damage struct {
	Offset int64 // byte of the archive file where the record, or its gzip member, starts
	Inner  int64 // byte of the member's content, when it holds more than that record; else 0
	What   string
	Err    error // may be nil
}

// Error is "byte OFFSET: what is wrong".
func (d *Damage) Error() string {
	if d.Inner > 0 {
		return fmt.Sprintf("byte %d, and in it byte %d of the uncompressed content: %s", d.Offset, d.Inner, d.What)
	}
	return fmt.Sprintf("byte %d: %s", d.Offset, d.What)
}

// Unwrap is the cause.
func (d *Damage) Unwrap() error { return d.Err }

// Limits bound what one record may cost. Zero fields are given the defaults.
type Limits struct {
	Block int64         // bytes of a record that is read; longer ones are passed over; 32 MiB
	Body  int64         // bytes of a body after decoding; 16 MiB
	Time  time.Duration // for passing over one record; 20 s
}

func (l Limits) orDefaults() Limits {
	if l.Block <= 0 {
		l.Block = 32 << 20
	}
	if l.Body <= 0 {
		l.Body = 16 << 20
	}
	if l.Time <= 0 {
		l.Time = 20 * time.Second
	}
	return l
}
