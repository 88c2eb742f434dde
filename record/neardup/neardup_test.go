package neardup

import (
	"bytes"
	"strings"
	"testing"
)

// desk files articles as a store does.
type desk struct {
	signatures []Signature
	filed      map[uint32][]int
}

func (d *desk) file(s Signature) {
	for _, k := range s.Keys() {
		d.filed[k] = append(d.filed[k], len(d.signatures))
	}
	d.signatures = append(d.signatures, s)
}

// versions are the filed articles that s is a version of.
func (d *desk) versions(s Signature) (found []int) {
	shared := map[int]int{}
	for _, k := range s.Keys() {
		for _, i := range d.filed[k] {
			shared[i]++
		}
	}
	for i, n := range shared {
		if n >= min(s.Needed(), d.signatures[i].Needed()) && Compare(s, d.signatures[i]).Same() {
			found = append(found, i)
		}
	}
	return found
}

// TestVersionsOfInventedArticles edits five hundred articles in each of the ways
// that papers do and looks them up among all of them, and does so with articles
// on something else that share an agency's background.
func TestVersionsOfInventedArticles(t *testing.T) {
	const articles = 500
	n := newNewsroom(1)
	d := &desk{filed: map[uint32][]int{}}
	var originals [][]string
	for range articles {
		a := n.article()
		originals = append(originals, a)
		d.file(Of(text(a)))
	}
	least := map[string]float64{"excerpt: lead and one more paragraph": 0.85, "every twelfth word replaced": 0.97, "within a round-up three times as long": 0.9}
	right, found := 0, 0
	for _, e := range edits {
		hits := 0
		for i, a := range originals {
			versions := d.versions(Of(text(e.edit(n, a))))
			found += len(versions)
			for _, v := range versions {
				if v == i {
					hits++
				}
			}
		}
		right += hits
		want := least[e.name]
		if want == 0 {
			want = 0.99
		}
		recall := float64(hits) / articles
		t.Logf("%-45s recall %.3f", e.name, recall)
		if recall < want {
			t.Errorf("%s: recall %.3f, want %.2f", e.name, recall, want)
		}
	}
	precision := float64(right) / float64(found)
	t.Logf("%-45s %.4f of %d", "precision", precision, found)
	if precision < 0.99 {
		t.Errorf("precision %.4f, want 0.99", precision)
	}
	wrong := 0
	for range articles {
		if len(d.versions(Of(text(n.article())))) > 0 {
			wrong++
		}
	}
	t.Logf("%-45s %d of %d", "new articles taken for versions", wrong, articles)
	if wrong > articles/200 {
		t.Errorf("%d of %d new articles are taken for versions of old ones", wrong, articles)
	}
}

func TestWhatCopiesDifferInDoesNotCount(t *testing.T) {
	a := "The minister’s visit to Koriten didn't end well, “officials” said — on Tuesday, 5 May."
	b := "THE MINISTER'S VISIT TO KORITEN didn’t end well, \"officials\" said on\nTuesday 5 May"
	if l := Compare(Of(a), Of(b)); l.Jaccard != 1 {
		t.Errorf("two printings of one sentence share %v", l.Jaccard)
	}
}

func TestTextsOfFewWords(t *testing.T) {
	for _, test := range []struct {
		a, b string
		same bool
	}{
		{"", "", false},
		{"—", "…", false},
		{"Talks fail", "Talks fail", true},
		{"Talks fail", "Talks begin", false},
		{"外交部长周二访问首都并会见总统", "外交部长周二访问首都并会见总统", true},
		{"外交部长周二访问首都并会见总统", "总统周三在议会发表讲话要求改革", false},
	} {
		if got := Compare(Of(test.a), Of(test.b)).Same(); got != test.same {
			t.Errorf("%q and %q: same %v, want %v", test.a, test.b, got, test.same)
		}
	}
}

func TestKeptSignatureReadsBack(t *testing.T) {
	n := newNewsroom(3)
	for _, a := range []string{"", "one word", text(n.article()), strings.Repeat(text(n.article())+"\n", 20)} {
		s := Of(a)
		kept, err := s.AppendBinary(nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(kept) > 513 {
			t.Errorf("a signature takes %d bytes", len(kept))
		}
		back, err := Parse(kept)
		if err != nil {
			t.Fatal(err)
		}
		again, err := back.AppendBinary(nil)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(kept, again) {
			t.Error("a kept signature changes when it is read back")
		}
	}
	for _, broken := range []string{"", "\x02", "\x01ab", "\x00\x00\x00\x00\x02\x00\x00\x00\x01"} {
		if _, err := Parse([]byte(broken)); err == nil {
			t.Errorf("%q is read as a signature", broken)
		}
	}
}

func BenchmarkOf(b *testing.B) {
	article := text(newNewsroom(5).article())
	b.SetBytes(int64(len(article)))
	for b.Loop() {
		Of(article)
	}
	b.ReportMetric(float64(len(strings.Fields(article))*b.N)/b.Elapsed().Seconds(), "words/s")
}

// FuzzParse reads signatures that may have been damaged in their file.
func FuzzParse(f *testing.F) {
	kept, err := Of(text(newNewsroom(9).article())).AppendBinary(nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(kept)
	f.Add([]byte{1})
	f.Fuzz(func(t *testing.T, kept []byte) {
		s, err := Parse(kept)
		if err != nil {
			return
		}
		again, err := s.AppendBinary(nil)
		if err != nil || !bytes.Equal(again, kept) {
			t.Errorf("% x is read as % x (%v)", kept, again, err)
		}
		if l := Compare(s, s); !s.Empty() && l.Jaccard != 1 {
			t.Errorf("an article shares %v with itself", l.Jaccard)
		}
	})
}
