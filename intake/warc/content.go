package warc

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"github.com/klauspost/compress/gzip"
)

// The first bytes that tell how an archive is stored.
var (
	gzipMark       = []byte("\x1f\x8b\x08")
	zstdMark       = []byte("\x28\xb5\x2f\xfd")
	dictionaryMark = []byte("\x5d\x2a\x4d\x18") // a skippable frame with the dictionary of a .warc.zst
	versionMark    = []byte("WARC/")
)

// content is the uncompressed records of the file, or of one gzip member.
type content struct {
	*counted
	offset0 int64 // byte of the file where it starts
	plain   bool  // not compressed, so that its bytes are the file's
	records int
}

// damage is what is wrong with the record that starts at byte inner.
func (c *content) damage(inner int64, err error, what string, args ...any) *Damage {
	d := &Damage{Offset: c.offset0, What: fmt.Sprintf(what, args...), Err: err}
	switch {
	case c.plain:
		d.Offset += inner
	case c.records > 1:
		d.Inner = inner
	}
	return d
}

// open starts the next member of the file; io.EOF when there is none.
func (r *Reader) open() error {
	head, err := r.file.Peek(len(zstdMark))
	if len(head) == 0 {
		return err
	}
	at := r.file.offset()
	switch {
	case bytes.HasPrefix(head, gzipMark):
		if err := r.openGzip(at); err != nil {
			return err
		}
	case bytes.HasPrefix(head, zstdMark), bytes.HasPrefix(head, dictionaryMark):
		z, err := Unpacked(r.file)
		if err != nil {
			return fmt.Errorf("reading Zstandard: %w", err)
		}
		r.zstd = z
		r.now = &content{counted: newCounted(z), offset0: at}
	case r.gzip != nil:
		r.now = &content{counted: r.file, offset0: at}
		return r.lost(r.now.damage(0, nil, "no gzip member starts here"))
	default:
		// offset0 is 0: the offsets of the file itself are those of the content.
		r.now = &content{counted: r.file, plain: true}
	}
	return nil
}

func (r *Reader) openGzip(at int64) error {
	var err error
	if r.gzip == nil {
		r.gzip, err = gzip.NewReader(r.file.Reader)
	} else {
		err = r.gzip.Reset(r.file.Reader)
	}
	if err != nil {
		r.now = &content{counted: newCounted(r.file), offset0: at}
		return r.lost(r.now.damage(0, err, "it is compressed and its head is damaged (%v)", err))
	}
	r.gzip.Multistream(false)
	if r.inner == nil {
		r.inner = newCounted(r.gzip)
	} else {
		r.inner.restart(r.gzip, 0)
	}
	r.now = &content{counted: r.inner, offset0: at}
	return nil
}

// lost gives up the present member, or, of an archive that is not compressed,
// the present record, and goes to where the next one seems to start.
func (r *Reader) lost(d *Damage) *Damage {
	now := r.now
	r.counts.Damaged++
	if now.plain || r.zstd != nil {
		r.end = now.seek(versionMark, startsRecord)
		return d
	}
	r.now = nil
	if r.seeker != nil {
		// The decompressor may have run far into the records that follow.
		if _, err := r.seeker.Seek(r.start+now.offset0+1, io.SeekStart); err == nil {
			r.file.restart(r.seeker.(io.Reader), now.offset0+1)
		}
	}
	r.end = r.file.seek(gzipMark, startsMember)
	return d
}

// startsRecord says whether "WARC/" is followed by a version.
func startsRecord(c *counted) bool {
	head, _ := c.Peek(8)
	return len(head) == 8 && (head[5] == '0' || head[5] == '1') && head[6] == '.' && head[7] >= '0' && head[7] <= '9'
}

// startsMember says whether what looks like gzip decompresses to a record.
func startsMember(c *counted) bool {
	ahead, _ := c.Peek(window)
	z, err := gzip.NewReader(bytes.NewReader(ahead))
	if err != nil {
		return false
	}
	start := make([]byte, len(versionMark))
	_, err = io.ReadFull(z, start)
	return err == nil && bytes.HasPrefix(start, versionMark)
}

// pass reads over n bytes, for no longer than the limit.
func (r *Reader) pass(n int64) error {
	deadline := time.Now().Add(r.limits.Time)
	for n > 0 {
		step := min(n, 4<<20)
		if _, err := r.now.Discard(int(step)); err != nil {
			return err
		}
		if n -= step; n > 0 && time.Now().After(deadline) {
			return fmt.Errorf("passing over it took longer than %v", r.limits.Time)
		}
	}
	return nil
}
