package serve

import (
	"net/http"
	"strings"
	"testing"
)

const token = "0123456789abcdef0123"

// A page elsewhere may point its own name at 127.0.0.1; what it then asks
// comes with its name in Host.
func TestOnlyThisMachinesNamesAreAnswered(t *testing.T) {
	c := newServer(t, nil)
	for host, want := range map[string]int{
		"127.0.0.1:8080": 200, "localhost:8080": 200, "LOCALHOST": 200, "localhost.:8080": 200, "[::1]:8080": 200, "127.0.0.2": 200,
		"evil.example:8080": 421, "127.0.0.1.evil.example": 421, "192.168.1.5:8080": 421, "localhost.evil.example": 421, "": 421, "[::ffff:8.8.8.8]": 421,
	} {
		if w := c.get("/api/v1/stats", "Host", host); w.Code != want {
			t.Errorf("Host %q: %d, want %d", host, w.Code, want)
		}
	}
	wantProblem(t, c.get("/", "Host", "evil.example"), 421, "localhost")
	open := newServer(t, func(o *Options) { o.Local, o.Token = false, token })
	if w := open.get("/api/v1/stats", "Host", "news.example", "Authorization", "Bearer "+token); w.Code != 200 {
		t.Errorf("a server for others: %d", w.Code)
	}
}

func TestOtherSitesCannotPost(t *testing.T) {
	c := newServer(t, nil)
	for _, headers := range [][]string{
		{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Origin", "https://evil.example"},
	} {
		w := c.do(http.MethodPost, "/api/v1/code", `{"text":"x"}`, headers...)
		wantProblem(t, w, http.StatusForbidden, "another site")
	}
	for _, headers := range [][]string{{"Sec-Fetch-Site", "same-origin"}, {"Origin", "http://127.0.0.1:8080"}, nil} {
		if w := c.do(http.MethodPost, "/api/v1/code", `{"text":"x"}`, headers...); w.Code != http.StatusOK {
			t.Errorf("%v: %d %s", headers, w.Code, w.Body)
		}
	}
}

func TestTokenIsAskedForWhereDataAre(t *testing.T) {
	c := newServer(t, func(o *Options) { o.Token = token })
	for _, test := range []struct {
		target, authorization string
		status                int
	}{
		{"/api/v1/events", "", 401},
		{"/api/v1/events", "Bearer wrong", 401},
		{"/api/v1/events", "Basic " + token, 401},
		{"/api/v1/events", "Bearer " + token, 200},
		{"/api/v1/events", "Bearer " + token + "x", 401},
		{"/api/v1/openapi.json", "", 401},
		{"/api/v1/events?token=" + token, "", 401}, // it would stand in logs
		{"/metrics", "", 401},
		{"/metrics", "Bearer " + token, 200},
		{"/healthz", "", 200},
		{"/", "", 200},
		{"//api/v1/events", "", 301},
	} {
		w := c.get(test.target, "Authorization", test.authorization)
		if w.Code != test.status && !(test.status == 301 && w.Code/100 == 3) {
			t.Errorf("%s with %q: %d, want %d", test.target, test.authorization, w.Code, test.status)
		}
		if w.Code == 401 && w.Header().Get("WWW-Authenticate") == "" {
			t.Errorf("%s: 401 does not say what it wants", test.target)
		}
	}
	wantProblem(t, c.get("/api/v1/stats"), 401, "Authorization: Bearer")
	wantProblem(t, c.do(http.MethodPost, "/api/v1/code", `{"text":"x"}`), 401, "token")
}

func TestBrowserSignsInOnce(t *testing.T) {
	c := newServer(t, func(o *Options) { o.Token, o.TLS = token, true })
	wantProblem(t, c.get("/?token=wrong"), 401, "not the one")
	w := c.get("/dyad?a=USA&token=" + token)
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/dyad?a=USA" {
		t.Fatalf("%d to %q", w.Code, w.Header().Get("Location"))
	}
	cookies := w.Result().Cookies()
	if len(cookies) != 1 || !cookies[0].HttpOnly || !cookies[0].Secure || cookies[0].SameSite != http.SameSiteStrictMode || strings.Contains(cookies[0].Value, token) {
		t.Fatalf("cookies %+v", cookies)
	}
	if w := c.get("/api/v1/stats", "Cookie", cookies[0].Name+"="+cookies[0].Value); w.Code != http.StatusOK {
		t.Errorf("with the cookie: %d", w.Code)
	}
	if w := c.get("/api/v1/stats", "Cookie", cookies[0].Name+"="+token); w.Code != http.StatusUnauthorized {
		t.Errorf("with the token as cookie: %d", w.Code)
	}
	for _, target := range []string{"//evil.example/?token=" + token, "/%5Cevil.example?token=" + token} {
		if to := c.get(target).Header().Get("Location"); strings.HasPrefix(to, "//") || strings.HasPrefix(to, "/\\") || strings.Contains(to, "://") {
			t.Errorf("%s leads to %s", target, to)
		}
	}
}

func TestDefectsCostOneAnswer(t *testing.T) {
	c := newServer(t, func(o *Options) { o.Version = func() string { panic("a defect") } })
	wantProblem(t, c.get("/api/v1/events"), 500, "internal error")
	if w := c.get("/healthz"); w.Code != http.StatusOK {
		t.Errorf("afterwards: %d", w.Code)
	}
}

func TestFiguresGoByRoute(t *testing.T) {
	c := newServer(t, nil)
	c.get("/api/v1/events/secret-id")
	c.get("/somewhere/else")
	figures := c.get("/metrics").Body.String()
	for _, want := range []string{
		`demarche_http_requests_total{route="GET /api/v1/events/{id}",status="404"} 1`,
		`demarche_http_request_seconds_count{route="GET /"} 1`,
		"demarche_coders_busy 0", "go_goroutines",
	} {
		if !strings.Contains(figures, want) {
			t.Errorf("no %s", want)
		}
	}
	if strings.Contains(figures, "secret-id") || strings.Contains(figures, "somewhere") {
		t.Error("paths of requests are in the figures")
	}
}
