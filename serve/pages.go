package serve

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"sync"
)

// page is a file of the web interface.
type page struct {
	body   []byte
	zipped func() []byte // by gzip, made once when first asked for
	kind   string
	tag    string
}

// pages are the files of the web interface, read once.
type pages map[string]page

func loadPages(files fs.FS) (pages, error) {
	all := pages{}
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		body, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(body)
		all[name] = page{body, sync.OnceValue(func() []byte { return zip(body) }), kindOf(name, body), `W/"` + hex.EncodeToString(sum[:8]) + `"`}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the web interface: %w", err)
	}
	if _, ok := all["index.html"]; !ok {
		return nil, errors.New("the web interface has no index.html")
	}
	return all, nil
}

// kindOf does not ask the system, whose table of types differs by machine.
func kindOf(name string, body []byte) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".json", ".topojson":
		return "application/json"
	case ".webmanifest":
		return "application/manifest+json"
	case ".svg":
		return "image/svg+xml"
	case ".woff2":
		return "font/woff2"
	case ".png":
		return "image/png"
	}
	if kind := mime.TypeByExtension(path.Ext(name)); kind != "" {
		return kind
	}
	return http.DetectContentType(body)
}

// assets is the folder of what is named by its content and never changes.
const assets = "assets/"

// ServeHTTP answers with the file, and with the interface's first page for the
// addresses of its views.
func (p pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	file, ok := p[name]
	switch {
	case ok:
	case r.URL.Path == root+"/code":
		w.Header().Set("Allow", http.MethodPost)
		writeProblem(w, http.StatusMethodNotAllowed, "send the article with POST")
		return
	case strings.HasPrefix(name, assets), strings.HasPrefix(name, "api/"):
		w.Header().Set("Cache-Control", "no-store")
		writeProblem(w, http.StatusNotFound, "there is no "+r.URL.Path+"; /api/v1/docs lists the API, / is the web interface")
		return
	default:
		name, file = "index.html", p["index.html"]
	}
	h := w.Header()
	h.Set("Content-Type", file.kind)
	h.Set("ETag", file.tag)
	if strings.HasPrefix(name, assets) {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		h.Set("Cache-Control", "no-cache")
	}
	if matches(r.Header.Get("If-None-Match"), file.tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if r.Method == http.MethodHead {
		return
	}
	body := file.body
	if len(body) >= worthwhile && isText(file.kind) && takesGzip(r.Header.Get("Accept-Encoding")) {
		h.Set("Content-Encoding", "gzip")
		body = file.zipped()
	}
	// What cannot be sent any more has nobody who waits for it.
	_, _ = w.Write(body)
}

// zip is the body as small as gzip makes it.
func zip(body []byte) []byte {
	var b bytes.Buffer
	// Neither the level, a constant of the package, nor writing into memory fails.
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	_, _ = w.Write(body)
	_ = w.Close()
	return b.Bytes()
}
