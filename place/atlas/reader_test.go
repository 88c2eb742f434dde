package atlas

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// build writes an atlas of three places.
func build(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	w, err := NewWriter(dir, Checkpoint{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for _, p := range []Place{
		{ID: 1, Name: "Quorn", Lat: 52.7, Lon: -1.2, Area: Area{"GBR", "ENG"}, Feature: "PPL", Class: 'P'},
		{ID: 2, Name: "Quorn Beck", Lat: -33.1, Lon: 150.5, Area: Area{"AUS", "02"}, Feature: "STM", Class: 'H'},
		{ID: 3, Name: "Quorn", Lat: -32.3, Lon: 138, Area: Area{"AUS", "05"}, Feature: "PPL", Class: 'P', Population: 1200},
	} {
		if _, err := w.Add(&p, false); err != nil {
			t.Fatal(err)
		}
	}
	keys := []struct {
		key    string
		places []uint32
	}{{"quorn", []uint32{0, 2}}, {"quorn beck", []uint32{1}}, {"quornton", []uint32{0}}}
	path := filepath.Join(dir, "x.gaz")
	n := 0
	err = w.Finish(path, func() ([]byte, []uint32, bool, error) {
		if n == len(keys) {
			return nil, nil, false, nil
		}
		n++
		return []byte(keys[n-1].key), keys[n-1].places, true, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFind(t *testing.T) {
	r, err := Open(build(t))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, tc := range []struct {
		key    string
		places int
		begins bool
	}{{"quorn", 2, true}, {"quorn beck", 1, false}, {"quorn be", 0, false}, {"a", 0, false}, {"zz", 0, false}, {"quornt", 0, false}} {
		places, begins, err := r.Find(nil, []byte(tc.key))
		if err != nil || len(places) != tc.places || begins != tc.begins {
			t.Errorf("%s: %v %v %v, want %d places, %v", tc.key, places, begins, err, tc.places, tc.begins)
		}
	}
	p, err := r.At(2)
	if want := (Place{ID: 3, Name: "Quorn", Lat: -32.3, Lon: 138, Area: Area{"AUS", "05"}, Feature: "PPL", Class: 'P', Population: 1200}); err != nil || p != want {
		t.Errorf("got %+v %v, want %+v", p, err, want)
	}
	if _, err := r.At(3); err == nil {
		t.Error("no error for a place that is not there")
	}
}

// A damaged file gives errors or fewer places, never a crash.
func FuzzReader(f *testing.F) {
	b, err := os.ReadFile(build(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b, []byte("quorn"))
	f.Fuzz(func(t *testing.T, b, key []byte) {
		r, err := newReader(bytes.NewReader(b), int64(len(b)), "x")
		if err != nil {
			return
		}
		places, _, err := r.Find(nil, key)
		if err != nil {
			return
		}
		for _, p := range places {
			_, _ = r.At(p) // an error is fine
		}
	})
}
