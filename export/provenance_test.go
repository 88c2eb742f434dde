package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"testing"

	"github.com/demarche/demarche/record"
)

func TestProvenanceNamesTheFileItStandsBeside(t *testing.T) {
	var file bytes.Buffer
	digest := NewDigest(&file)
	for _, part := range []string{"id,date\n", "a,2023-05-09\n"} {
		if _, err := digest.Write([]byte(part)); err != nil {
			t.Fatal(err)
		}
	}
	sum, size := digest.Sum()
	want := sha256.Sum256(file.Bytes())
	if sum != hex.EncodeToString(want[:]) || size != int64(file.Len()) {
		t.Errorf("%d bytes with the hash %s, want %d with %x", size, sum, file.Len(), want)
	}
}

func TestProvenanceSaysWhatCoded(t *testing.T) {
	query, err := record.ParseQuery("actor:KAZ since:2023")
	if err != nil {
		t.Fatal(err)
	}
	format, err := Lookup("csv")
	if err != nil {
		t.Fatal(err)
	}
	coders := []record.Count{{Value: "demarche 0.1.0, rules 11111111, lexicon 22222222", N: 7}, {Value: "demarche 0.1.0, rules 33333333, lexicon 22222222", N: 2}}
	p, err := NewProvenance(Options{Format: format, Level: Events, Query: query}, record.Stats{Documents: 9, Coders: coders})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := p.WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	var read map[string]any
	if err := json.Unmarshal(out.Bytes(), &read); err != nil {
		t.Fatal(err)
	}
	if read["query"] != query.String() || read["format"] != "csv" || len(read["coders"].([]any)) != 2 {
		t.Errorf("provenance does not say what was asked for and what coded it: %s", out.String())
	}
	for _, part := range []string{"rules", "lexicon", "models", "places", "frames"} {
		if hash, _ := read["embedded"].(map[string]any)[part].(string); len(hash) != 64 {
			t.Errorf("no hash of the built-in %s: %q", part, hash)
		}
	}
}
