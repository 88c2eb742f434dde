package watch

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestNormal(t *testing.T) {
	for address, want := range map[string]string{
		"https://A.example/x?utm_source=rss&id=7&fbclid=z#top": "https://a.example/x?id=7",
		"https://a.example":            "https://a.example/",
		"https://a.example/?":          "https://a.example/",
		"https://a.example/x?b=2&a=1":  "https://a.example/x?b=2&a=1", // the order may mean something
		"https://a.example/X%2Fy":      "https://a.example/X%2Fy",
		"https://a.example/x?UTM_id=1": "https://a.example/x",
		"::":                           "::",
	} {
		if got := normal(address); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2023, 3, 1, 12, 0, 0, 0, time.UTC)
	for value, want := range map[string]time.Duration{
		"": 0, "20": 20 * time.Second, "-5": 0, "99999999": 24 * time.Hour, "soon": 0,
		"Wed, 01 Mar 2023 12:00:30 GMT": 30 * time.Second, "Wed, 01 Mar 2023 11:00:00 GMT": 0, "Wed, 01 Mar 2073 11:00:00 GMT": 24 * time.Hour,
	} {
		if got := retryAfter(value, now); got != want {
			t.Errorf("%q: %v, want %v", value, got, want)
		}
	}
}

func TestBackOff(t *testing.T) {
	for failures, want := range map[int]time.Duration{0: time.Minute, 1: time.Minute, 2: 2 * time.Minute, 4: 8 * time.Minute, 60: time.Hour, 1e9: time.Hour} {
		if got := backOff(failures, time.Minute, time.Hour); got != want {
			t.Errorf("%d failures: %v, want %v", failures, got, want)
		}
	}
}

func TestLocalNetworkIsRefused(t *testing.T) {
	for address, refused := range map[string]bool{
		"127.0.0.1:80": true, "10.1.2.3:443": true, "192.168.0.1:80": true, "169.254.169.254:80": true, "[::1]:80": true,
		"[fe80::1]:80": true, "[fd00::1]:80": true, "0.0.0.0:80": true, "[::ffff:127.0.0.1]:80": true, "[64:ff9b::7f00:1]:80": false,
		"93.184.216.34:443": false, "[2606:2800::1]:443": false,
	} {
		if got := errors.Is(refusePrivate("tcp", address, nil), errPrivate); got != refused {
			t.Errorf("%s: refused %v", address, got)
		}
	}
}

func TestMetrics(t *testing.T) {
	var b strings.Builder
	if err := (Status{Sources: 3, Documents: 17}).WriteMetrics(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"# TYPE demarche_watch_sources gauge\ndemarche_watch_sources 3\n", "# TYPE demarche_watch_documents_total counter\ndemarche_watch_documents_total 17\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}
