package warc

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
	"slices"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// answer is an HTTP answer as an archive holds it.
type answer struct {
	status int
	fields fields
	rest   []byte // the body as it came over the wire
}

// parseAnswer divides a response record into fields and body. The length that
// the fields state is not believed: the record's own is.
func parseAnswer(block []byte) (answer, error) {
	under := bytes.NewReader(block)
	in := bufio.NewReaderSize(under, 4<<10)
	first, all, err := readFields(in)
	if err != nil {
		return answer{}, fmt.Errorf("the HTTP answer in it cannot be read: %w", err)
	}
	version, rest, _ := strings.Cut(first, " ")
	if !strings.HasPrefix(version, "HTTP/") {
		return answer{}, errors.New("it holds no HTTP answer")
	}
	code, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	status, err := strconv.Atoi(code)
	if err != nil {
		return answer{}, fmt.Errorf("the HTTP answer in it has no status but %q", code)
	}
	left := under.Len() + in.Buffered()
	return answer{status, all, block[len(block)-left:]}, nil
}

// body is a copy of the body without its encodings, no longer than limit.
func (a answer) body(limit int64) ([]byte, error) {
	body := a.rest
	if strings.EqualFold(a.fields.get("Transfer-Encoding"), "chunked") {
		body = unchunked(body)
	}
	encodings := strings.Split(a.fields.get("Content-Encoding"), ",")
	slices.Reverse(encodings) // the last one was put on last
	for _, name := range encodings {
		var err error
		if body, err = decoded(body, strings.ToLower(strings.TrimSpace(name)), limit); err != nil {
			return nil, err
		}
	}
	if int64(len(body)) > limit {
		return nil, tooLong(limit)
	}
	return bytes.Clone(body), nil
}

// unchunked joins the chunks of a body. Many archives keep the field and store
// the body joined already, which the first line tells.
func unchunked(body []byte) []byte {
	joined, err := io.ReadAll(httputil.NewChunkedReader(bytes.NewReader(body)))
	if err != nil && len(joined) == 0 {
		return body
	}
	return joined // a body that was cut off is better than none
}

// decoded takes one content encoding off. A body that was stored without the
// encoding that its field states is given as it is.
func decoded(body []byte, encoding string, limit int64) ([]byte, error) {
	var r io.Reader
	switch encoding {
	case "", "identity", "none", "utf-8":
		return body, nil
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(bytes.NewReader(body))
		if err != nil {
			return body, nil
		}
		r = z
	case "deflate":
		if z, err := zlib.NewReader(bytes.NewReader(body)); err == nil {
			r = z
		} else {
			r = flate.NewReader(bytes.NewReader(body))
		}
	case "br":
		r = brotli.NewReader(bytes.NewReader(body))
	case "zstd":
		z, err := zstd.NewReader(bytes.NewReader(body), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(64<<20))
		if err != nil {
			return body, nil
		}
		defer z.Close()
		r = z
	default:
		return nil, fmt.Errorf("its body has the encoding %q, which is not known", encoding)
	}
	out, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case int64(len(out)) > limit:
		return nil, tooLong(limit)
	case err != nil && len(out) == 0:
		if looksLikeText(body) {
			return body, nil
		}
		return nil, fmt.Errorf("its body cannot be decompressed: %w", err)
	}
	return out, nil
}

func tooLong(limit int64) error {
	return fmt.Errorf("its body is longer than %d MiB", limit>>20)
}

func looksLikeText(body []byte) bool {
	return strings.HasPrefix(http.DetectContentType(body), "text/")
}
