package serve

import (
	"hash/fnv"
	"net/http"
	"strconv"
	"strings"
)

// conditional answers 304 to who has seen the record as it is. The tag is made
// from the record's version and the request, before any work is done.
func (s *server) conditional(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			next.ServeHTTP(w, r)
			return
		}
		h := w.Header()
		h.Set("Cache-Control", "private, no-cache")
		h.Add("Vary", "Accept")
		tag := s.tag(r)
		if matches(r.Header.Get("If-None-Match"), tag) {
			h.Set("ETag", tag)
			w.WriteHeader(http.StatusNotModified)
			return
		}
		next.ServeHTTP(&tagger{ResponseWriter: w, tag: tag}, r)
	})
}

// tag is weak: the same record may be sent compressed or not.
func (s *server) tag(r *http.Request) string {
	h := fnv.New64a()
	for _, part := range [...]string{s.started, s.version(), r.URL.Path, r.URL.RawQuery, r.Header.Get("Accept")} {
		h.Write([]byte(part + "\x00"))
	}
	return `W/"` + strconv.FormatUint(h.Sum64(), 36) + `"`
}

func matches(header, tag string) bool {
	for part := range strings.SplitSeq(header, ",") {
		part = strings.TrimSpace(part)
		if part == "*" || strings.TrimPrefix(part, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

// tagger puts the tag on answers that went well.
type tagger struct {
	http.ResponseWriter
	tag  string
	done bool
}

func (t *tagger) WriteHeader(status int) {
	if !t.done && status == http.StatusOK {
		t.Header().Set("ETag", t.tag)
	}
	t.done = true
	t.ResponseWriter.WriteHeader(status)
}

func (t *tagger) Write(p []byte) (int, error) {
	if !t.done {
		t.WriteHeader(http.StatusOK)
	}
	return t.ResponseWriter.Write(p)
}
