package page_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/demarche/demarche/intake/page"
)

func TestHostilePages(t *testing.T) {
	tests := []struct {
		name, page string
		want       error
	}{
		{"20,000 nested elements", strings.Repeat("<div>", 20_000), page.ErrTooDeep},
		{"many tags", strings.Repeat("<br>", 300_000), page.ErrTooMany},
		{"many attributes", "<p " + strings.Repeat("a=b ", 1_100_000) + ">", page.ErrTooMany},
		{"endless text", "<p>" + strings.Repeat("word ", 1<<20), page.ErrTooLong},
		{"unclosed formatting", strings.Repeat("<b>x", 10_000), page.ErrTooDeep},
		{"17 MiB", strings.Repeat("a ", page.MaxSize/2+1), page.ErrTooLong},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			if _, err := page.Extract([]byte(tt.page), page.Options{}); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
			if took := time.Since(start); took > page.DefaultDeadline {
				t.Errorf("took %v", took)
			}
		})
	}
}

// TestDeadline holds that a page that takes too long is given up, and that the
// time is the caller's to choose.
func TestDeadline(t *testing.T) {
	in := strings.Repeat("<div><p>The minister said no to the envoy today.</p></div>", 40_000)
	if _, err := page.Extract([]byte(in), page.Options{Deadline: time.Microsecond}); !errors.Is(err, page.ErrTooSlow) {
		t.Errorf("got %v", err)
	}
}

func FuzzExtract(f *testing.F) {
	f.Add([]byte("<html><p>One.</p>"))
	f.Add([]byte(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"a",}</script><table><tr><td>1<td>2`))
	f.Fuzz(func(t *testing.T, in []byte) {
		article, err := page.Extract(in, page.Options{})
		if (article == nil) == (err == nil) {
			t.Fatalf("article %v, error %v", article, err)
		}
		if err != nil && strings.HasPrefix(err.Error(), "internal error") {
			t.Fatal(err)
		}
		if article != nil && (strings.TrimSpace(article.Text) == "" || strings.ToValidUTF8(article.Text, "") != article.Text) {
			t.Fatalf("text %q", article.Text)
		}
	})
}
