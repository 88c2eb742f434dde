package export

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io"
	"io/fs"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/data"
	"github.com/demarche/demarche/record"
)

// Provenance says how a file was made, so that it can be made again and told
// apart from another: it stands beside the file as FILE.provenance.json.
type Provenance struct {
	File    string `json:"file"`    // name, without folders
	SHA256  string `json:"sha256"`  // of the file
	Bytes   int64  `json:"bytes"`   // of the file
	Created string `json:"created"` // RFC 3339
	Command string `json:"command"` // as it was called
	Format  string `json:"format"`
	Level   Level  `json:"level"`
	Query   string `json:"query"` // "" for everything
	Counts

	Program  string `json:"program"`  // that wrote the file
	Codebook string `json:"codebook"` // coding schemes and their versions
	// Coders are the versions of program, rules and lexicon that coded the
	// documents, with how many each; the hashes are of their contents.
	Coders []record.Count `json:"coders"`
	// Embedded are the SHA-256 hashes of what the writing program carries.
	Embedded map[string]string `json:"embedded"`
	Record   RecordSummary     `json:"record"`
}

// RecordSummary says what the record held.
type RecordSummary struct {
	File      string `json:"file"`
	Documents int    `json:"documents"`
	Stories   int    `json:"stories"`
	Mentions  int    `json:"mentions"`
	Events    int    `json:"events"`
	First     string `json:"first,omitempty"`
	Last      string `json:"last,omitempty"`
	Schema    int    `json:"schema"`
}

// NewProvenance describes what stays the same for all of an export.
func NewProvenance(o Options, stats record.Stats) (Provenance, error) {
	embedded := map[string]string{}
	for name, files := range map[string]fs.FS{"rules": data.Rules(), "frames": data.Frames(), "lexicon": data.Lexicon(), "models": data.Models(), "places": data.Places()} {
		sum, err := hashOf(files)
		if err != nil {
			return Provenance{}, fmt.Errorf("hashing the built-in %s: %w", name, err)
		}
		embedded[name] = sum
	}
	return Provenance{
		Format: o.Format.Name, Level: o.Level, Query: o.Query.String(),
		Program: "demarche " + demarche.Version, Codebook: "PLOVER 2024; CAMEO 1.1b3",
		Coders: stats.Coders, Embedded: embedded,
		Record: RecordSummary{
			Documents: stats.Documents, Stories: stats.Stories, Mentions: stats.Mentions, Events: stats.Events,
			First: stats.First, Last: stats.Last, Schema: stats.Schema,
		},
	}, nil
}

// hashOf is the same for the same files with the same contents.
func hashOf(files fs.FS) (string, error) {
	h := sha256.New()
	err := data.Digest(h, files)
	return hex.EncodeToString(h.Sum(nil)), err
}

// WriteTo writes the provenance as JSON.
func (p *Provenance) WriteTo(w io.Writer) (int64, error) {
	text, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return 0, err
	}
	n, err := w.Write(append(text, '\n'))
	return int64(n), err
}

// Digest counts and hashes what is written through it.
type Digest struct {
	w     io.Writer
	hash  hash.Hash
	bytes int64
}

// NewDigest hands on to w.
func NewDigest(w io.Writer) *Digest { return &Digest{w: w, hash: sha256.New()} }

func (d *Digest) Write(p []byte) (int, error) {
	n, err := d.w.Write(p)
	d.hash.Write(p[:n])
	d.bytes += int64(n)
	return n, err
}

// Sum is the SHA-256 hash of what was written, and how many bytes it was.
func (d *Digest) Sum() (sha256 string, bytes int64) {
	return hex.EncodeToString(d.hash.Sum(nil)), d.bytes
}
