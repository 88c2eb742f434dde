package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// started runs "demarche serve" with args on a free port; stop ends it and
// gives the exit status.
func started(t *testing.T, args ...string) (url string, stop func() int) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	stderr, w := io.Pipe()
	status := make(chan int, 1)
	go func() {
		code := Run(ctx, append([]string{"serve", "--addr", "127.0.0.1:0"}, args...), strings.NewReader(""), io.Discard, w)
		w.Close()
		status <- code
	}()
	t.Cleanup(cancel)
	lines := bufio.NewReader(stderr)
	line, err := lines.ReadString('\n')
	if err != nil {
		t.Fatalf("it says %q and ends: %v", line, err)
	}
	go io.Copy(io.Discard, lines)
	url = regexp.MustCompile(`^https?://\S+`).FindString(line)
	if url == "" {
		t.Fatalf("it says %q", line)
	}
	return url, func() int {
		cancel()
		select {
		case code := <-status:
			return code
		case <-time.After(20 * time.Second):
			t.Fatal("it does not end")
			return 0
		}
	}
}

func TestServeShowsTheSample(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("DEMARCHE_TOKEN", "")
	url, stop := started(t)
	for target, want := range map[string]string{
		"/": "<!doctype html>", "/healthz": "ok", "/metrics": "demarche_coders_busy", "/api/v1/openapi.json": `"openapi":"3.1`,
		"/api/v1/events?q=actor:KEN": "Grace Wanjala",
	} {
		if body := fetched(t, url+target, ""); !strings.Contains(body, want) {
			t.Errorf("%s gives %.200q", target, body)
		}
	}
	var stats struct {
		Sample bool
		Events int
	}
	if err := json.Unmarshal([]byte(fetched(t, url+"/api/v1/stats", "")), &stats); err != nil || !stats.Sample || stats.Events < 20 {
		t.Errorf("%+v %v", stats, err)
	}
	if code := stop(); code != exitOK {
		t.Errorf("it ends with %d", code)
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("it leaves %v behind, %v", left, err)
	}
}

func TestServeAsksForTheToken(t *testing.T) {
	file := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(file, []byte("0123456789abcdef\nnot this\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	url, stop := started(t, "--token-file", file)
	if body := fetched(t, url+"/api/v1/stats", ""); !strings.Contains(body, `"status":401`) {
		t.Errorf("without: %s", body)
	}
	if body := fetched(t, url+"/api/v1/stats", "0123456789abcdef"); !strings.Contains(body, `"events":`) {
		t.Errorf("with: %s", body)
	}
	if code := stop(); code != exitOK {
		t.Errorf("it ends with %d", code)
	}
}

func fetched(t *testing.T, url, token string) string {
	t.Helper()
	r, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	got, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	body, err := io.ReadAll(got.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
