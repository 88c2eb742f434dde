package serve

import (
	"compress/gzip"
	"net/http"
	"strconv"
	"strings"
)

// worthwhile is the least size in bytes that is compressed: below it the
// answer fits into one packet anyway.
const worthwhile = 1400

// compressed sends text by gzip to whoever takes it.
func compressed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Accept-Encoding")
		if r.Method == http.MethodHead || !takesGzip(r.Header.Get("Accept-Encoding")) {
			next.ServeHTTP(w, r)
			return
		}
		z := &gzipWriter{ResponseWriter: w, status: http.StatusOK}
		defer z.close()
		next.ServeHTTP(z, r)
	})
}

func takesGzip(accept string) bool {
	for part := range strings.SplitSeq(accept, ",") {
		name, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.TrimSpace(name) == "gzip" {
			q, ok := strings.CutPrefix(strings.TrimSpace(params), "q=")
			n, err := strconv.ParseFloat(q, 64)
			return !ok || err == nil && n > 0
		}
	}
	return false
}

// gzipWriter holds an answer back until it is clear whether it is worth
// compressing.
type gzipWriter struct {
	http.ResponseWriter
	status  int
	held    []byte
	started bool
	zip     *gzip.Writer
}

func (z *gzipWriter) WriteHeader(status int) { z.status = status }

func (z *gzipWriter) Write(p []byte) (int, error) {
	if !z.started {
		z.held = append(z.held, p...)
		if len(z.held) < worthwhile {
			return len(p), nil
		}
		return len(p), z.start()
	}
	if z.zip != nil {
		return z.zip.Write(p)
	}
	return z.ResponseWriter.Write(p)
}

// start sends the header and what was held back.
func (z *gzipWriter) start() error {
	z.started = true
	h := z.Header()
	if len(z.held) >= worthwhile && h.Get("Content-Encoding") == "" && isText(h.Get("Content-Type")) {
		h.Set("Content-Encoding", "gzip")
		h.Del("Content-Length")
		// The level is a constant of the package, so this cannot fail.
		z.zip, _ = gzip.NewWriterLevel(z.ResponseWriter, gzip.BestSpeed)
	}
	z.ResponseWriter.WriteHeader(z.status)
	var err error
	if z.zip != nil {
		_, err = z.zip.Write(z.held)
	} else if len(z.held) > 0 {
		_, err = z.ResponseWriter.Write(z.held)
	}
	z.held = nil
	return err
}

func (z *gzipWriter) close() {
	// What cannot be sent any more has nobody who waits for it.
	if !z.started {
		_ = z.start()
	}
	if z.zip != nil {
		_ = z.zip.Close()
	}
}

func isText(contentType string) bool {
	for _, kind := range [...]string{"text/", "application/json", "application/problem+json", "application/geo+json", "application/openapi+json", "image/svg+xml"} {
		if strings.HasPrefix(contentType, kind) {
			return true
		}
	}
	return false
}
