package serve

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// policy is the Content-Security-Policy of every answer: nothing from outside,
// nothing inline. Article text is hostile; should any of it get into a page
// unescaped, it stays text.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
	"font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// withHeaders sets what protects a browser.
func withHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		next.ServeHTTP(w, r)
	})
}

// onlyLocalHost refuses requests that do not name this machine, on a server
// that only this machine can reach. A web page elsewhere could otherwise point
// a name of its own at 127.0.0.1 and read the record through the browser of
// whoever visits it (DNS rebinding).
func onlyLocalHost(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isLocalHost(r.Host) {
			writeProblem(w, http.StatusMisdirectedRequest,
				"this server answers only under localhost or 127.0.0.1; open it by that name, or start it with --addr and a token to be reached by others")
			return
		}
		next.ServeHTTP(w, r)
	})
}

func isLocalHost(hostport string) bool {
	host := hostport
	if h, _, err := net.SplitHostPort(hostport); err == nil {
		host = h
	}
	host = strings.TrimSuffix(strings.Trim(host, "[]"), ".")
	if strings.EqualFold(host, "localhost") {
		return true
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.IsLoopback()
}

// cookieName is the cookie that stands for the token in a browser.
const cookieName = "demarche"

// tokenGuard asks for the token where data is.
type tokenGuard struct {
	token  [sha256.Size]byte // hashes, so that comparing takes the same time whatever is sent
	cookie string
	secure bool // cookies go over TLS only
	next   http.Handler
}

func withToken(token string, secure bool, next http.Handler) http.Handler {
	if token == "" {
		return next
	}
	derived := sha256.Sum256([]byte("demarche cookie\x00" + token))
	return &tokenGuard{sha256.Sum256([]byte(token)), hex.EncodeToString(derived[:]), secure, next}
}

func (g *tokenGuard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !strings.HasPrefix(r.URL.Path, "/api/") && r.URL.Path != "/metrics" {
		if r.Method == http.MethodGet && r.URL.Query().Has("token") {
			g.signIn(w, r)
			return
		}
		g.next.ServeHTTP(w, r) // the pages hold no data
		return
	}
	if bearer, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok && g.is(bearer) || g.hasCookie(r) {
		g.next.ServeHTTP(w, r)
		return
	}
	w.Header().Set("WWW-Authenticate", `Bearer realm="demarche"`)
	writeProblem(w, http.StatusUnauthorized,
		"a token is needed: send the header Authorization: Bearer TOKEN, or open /?token=TOKEN once in the browser")
}

// signIn turns the token of an address into a cookie and takes it out of the
// address, where it would stay in the browser's history.
func (g *tokenGuard) signIn(w http.ResponseWriter, r *http.Request) {
	if !g.is(r.URL.Query().Get("token")) {
		writeProblem(w, http.StatusUnauthorized, "this token is not the one that the server was started with; look it up where the server was started")
		return
	}
	http.SetCookie(w, &http.Cookie{
		Name: cookieName, Value: g.cookie, Path: "/",
		HttpOnly: true, Secure: g.secure, SameSite: http.SameSiteStrictMode,
	})
	query := r.URL.Query()
	query.Del("token")
	// A path that begins with two slashes would lead to another host.
	to := "/" + strings.TrimLeft(r.URL.EscapedPath(), "/\\")
	if len(query) > 0 {
		to += "?" + query.Encode()
	}
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, to, http.StatusSeeOther)
}

func (g *tokenGuard) is(token string) bool {
	sum := sha256.Sum256([]byte(token))
	return subtle.ConstantTimeCompare(sum[:], g.token[:]) == 1
}

func (g *tokenGuard) hasCookie(r *http.Request) bool {
	c, err := r.Cookie(cookieName)
	return err == nil && subtle.ConstantTimeCompare([]byte(c.Value), []byte(g.cookie)) == 1
}
