package watch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/demarche/demarche"
)

// Limits of one request.
const (
	maxBody      = 16 << 20 // bytes, decompressed
	maxRedirects = 5
)

// fetcher makes requests as a polite reader does: it names itself, and bounds
// what an answer may cost.
type fetcher struct {
	client *http.Client
	agent  string // user agent
	clock  Clock
}

// newFetcher makes a fetcher. Addresses of the local network are asked only
// where their host is among those that the user named: what a feed links to is
// somebody else's word.
func newFetcher(sources *Sources, clock Clock) *fetcher {
	named := map[string]bool{}
	for _, s := range sources.all() {
		if u, err := url.Parse(s.URL); err == nil && u.Host != "" {
			named[hostPort(u)] = true
		}
	}
	for _, scheme := range []string{"http", "https"} {
		probe := &http.Request{URL: &url.URL{Scheme: scheme, Host: "example.org"}}
		if proxy, err := http.ProxyFromEnvironment(probe); err == nil && proxy != nil {
			named[hostPort(proxy)] = true
		}
	}
	g := guard{named: named, dialer: net.Dialer{Timeout: 15 * time.Second}}
	timeout := time.Duration(sources.Timeout)
	return &fetcher{
		agent: "demarche/" + demarche.Version + " (+" + sources.Contact + ")",
		clock: clock,
		client: &http.Client{
			Timeout:       timeout, // of the whole, so that a server that dribbles is given up
			CheckRedirect: checkRedirect,
			Transport: &http.Transport{
				Proxy: http.ProxyFromEnvironment, DialContext: g.dial, ForceAttemptHTTP2: true,
				TLSHandshakeTimeout: timeout, ResponseHeaderTimeout: timeout,
				MaxResponseHeaderBytes: 256 << 10, MaxIdleConns: 64, MaxIdleConnsPerHost: 1, IdleConnTimeout: 60 * time.Second,
			},
		},
	}
}

var errRedirects = fmt.Errorf("more than %d redirects", maxRedirects)

func checkRedirect(next *http.Request, before []*http.Request) error {
	if len(before) > maxRedirects {
		return errRedirects
	}
	if next.URL.Scheme != "http" && next.URL.Scheme != "https" {
		return fmt.Errorf("redirect to an address of the kind %q", next.URL.Scheme)
	}
	return nil
}

// validators are what a server gave to ask later whether something changed.
type validators struct {
	ETag     string `json:"etag,omitempty"`
	Modified string `json:"modified,omitempty"`
}

// fetched is an answer with its body.
type fetched struct {
	validators
	unchanged   bool   // since the validators; then there is no body
	url         string // after redirects
	contentType string
	body        []byte
}

// get asks for an address. Its error is a *failure.
func (f *fetcher) get(ctx context.Context, address string, since validators) (*fetched, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, &failure{what: "it is no address", err: err}
	}
	request.Header.Set("User-Agent", f.agent)
	request.Header.Set("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5")
	if since.ETag != "" {
		request.Header.Set("If-None-Match", since.ETag)
	}
	if since.Modified != "" {
		request.Header.Set("If-Modified-Since", since.Modified)
	}
	answer, err := f.client.Do(request)
	if err != nil {
		return nil, transportFailure(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode == http.StatusNotModified && since != (validators{}) {
		return &fetched{unchanged: true, validators: since}, nil
	}
	if answer.StatusCode != http.StatusOK {
		return nil, f.refusal(answer)
	}
	body, err := io.ReadAll(io.LimitReader(answer.Body, maxBody+1))
	switch {
	case len(body) > maxBody:
		return nil, &failure{what: fmt.Sprintf("the answer is longer than %d MiB", maxBody>>20)}
	case err != nil:
		return nil, transportFailure(err)
	}
	return &fetched{
		validators: validators{answer.Header.Get("ETag"), answer.Header.Get("Last-Modified")},
		url:        answer.Request.URL.String(), contentType: answer.Header.Get("Content-Type"), body: body,
	}, nil
}

// failure is why a request brought nothing.
type failure struct {
	what      string
	err       error         // may be nil
	status    int           // of the answer, 0 when there was none
	network   bool          // the server could not be reached, which costs it nothing
	passing   bool          // it may well be better later
	forbidden bool          // by robots.txt
	after     time.Duration // how long the server asks to wait, 0 when it does not
}

func (f *failure) Error() string {
	if f.err != nil {
		return f.what + ": " + f.err.Error()
	}
	return f.what
}

func (f *failure) Unwrap() error { return f.err }

// transportFailure is a failure without an answer.
func transportFailure(err error) *failure {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		err = wrapped.Err // the address is told beside it
	}
	var dns *net.DNSError
	var op *net.OpError
	var timeout interface{ Timeout() bool }
	switch {
	case errors.Is(err, errRedirects), errors.Is(err, errPrivate):
		return &failure{what: err.Error()}
	case errors.As(err, &dns):
		return &failure{what: "no such host, or no network", err: err, passing: true, network: true}
	case errors.As(err, &op) && op.Op == "dial":
		return &failure{what: "cannot be reached", err: op.Err, passing: true, network: true}
	case errors.As(err, &timeout) && timeout.Timeout():
		return &failure{what: "no answer in time", passing: true}
	}
	return &failure{what: "the connection broke", err: err, passing: true}
}

// refusal is a failure told by a status.
func (f *fetcher) refusal(answer *http.Response) *failure {
	code := answer.StatusCode
	io.Copy(io.Discard, io.LimitReader(answer.Body, 64<<10)) // so that the connection can be used again
	passing := code >= 500 || code == http.StatusTooManyRequests || code == http.StatusRequestTimeout || code == http.StatusTooEarly
	return &failure{
		what: fmt.Sprintf("the server answers %d %s", code, http.StatusText(code)), status: code,
		passing: passing, after: retryAfter(answer.Header.Get("Retry-After"), f.clock.Now()),
	}
}

// longestRetry bounds what a server may ask for.
const longestRetry = 24 * time.Hour

func retryAfter(value string, now time.Time) time.Duration {
	value = strings.TrimSpace(value)
	after := time.Duration(0)
	if seconds, err := strconv.Atoi(value); err == nil {
		after = time.Duration(min(seconds, 1<<20)) * time.Second
	} else if at, err := http.ParseTime(value); err == nil {
		after = at.Sub(now)
	}
	return min(max(after, 0), longestRetry)
}
