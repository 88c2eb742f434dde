package serve

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"io"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestAddressesWithoutATokenAreThisMachines(t *testing.T) {
	for _, test := range []struct {
		addr, token string
		refused     string // a part of the message, "" when taken
	}{
		{"127.0.0.1:8080", "", ""},
		{"localhost:0", "", ""},
		{"[::1]:8080", "", ""},
		{"[::ffff:127.0.0.1]:8080", "", ""},
		{":8080", "", "--token-file"},
		{"0.0.0.0:8080", "", "--token-file"},
		{"[::]:8080", "", "127.0.0.1:8080"},
		{"192.168.1.2:8080", "", "--token-file"},
		{"news.example:80", "", "--token-file"},
		{"0.0.0.0:8080", "a token", ""},
		{"127.0.0.1", "", "HOST:PORT"},
		{"127.0.0.1:", "", "HOST:PORT"},
		{"", "", "HOST:PORT"},
	} {
		err := CheckAddress(test.addr, test.token)
		if (err == nil) != (test.refused == "") || err != nil && !strings.Contains(err.Error(), test.refused) {
			t.Errorf("%q with token %q: %v", test.addr, test.token, err)
		}
	}
}

// serving runs a listener until stop is called; done gives what it returned.
func serving(t *testing.T, l Listener, handler http.Handler) (url string, stop func(), done chan error) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	ready := make(chan string, 1)
	l.Log, l.Ready = slog.New(slog.DiscardHandler), func(url string) { ready <- url }
	done = make(chan error, 1)
	go func() { done <- l.Serve(ctx, handler) }()
	select {
	case url = <-ready:
	case err := <-done:
		t.Fatal(err)
	}
	return url, cancel, done
}

func TestStoppingFinishesWhatIsUnderWay(t *testing.T) {
	entered := make(chan struct{})
	release := make(chan struct{})
	url, stop, done := serving(t, Listener{Addr: "127.0.0.1:0"}, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(entered)
		<-release
		io.WriteString(w, "whole")
	}))
	got := make(chan string, 1)
	go func() {
		r, err := http.Get(url)
		if err != nil {
			got <- err.Error()
			return
		}
		defer r.Body.Close()
		body, _ := io.ReadAll(r.Body)
		got <- string(body)
	}()
	<-entered
	stop()
	time.Sleep(20 * time.Millisecond)
	select {
	case err := <-done:
		t.Fatalf("it stopped with a request under way: %v", err)
	default:
	}
	close(release)
	if body := <-got; body != "whole" {
		t.Errorf("the request under way got %q", body)
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
	if _, err := http.Get(url); err == nil {
		t.Error("it still answers")
	}
}

func TestAddressInUse(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	l := Listener{Addr: taken.Addr().String(), Log: slog.New(slog.DiscardHandler)}
	if err := l.Serve(context.Background(), http.NotFoundHandler()); err == nil || !strings.Contains(err.Error(), "--addr") {
		t.Errorf("got %v", err)
	}
}

func TestTLS(t *testing.T) {
	cert, key, pool := certificate(t)
	url, stop, done := serving(t, Listener{Addr: "127.0.0.1:0", TLSCert: cert, TLSKey: key}, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, r.Proto)
	}))
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}, ForceAttemptHTTP2: true}}
	r, err := client.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(r.Body)
	r.Body.Close()
	if !strings.HasPrefix(url, "https://") || string(body) != "HTTP/2.0" {
		t.Errorf("%s speaks %s", url, body)
	}
	client.CloseIdleConnections()
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
	l := Listener{Addr: "127.0.0.1:0", TLSCert: key, TLSKey: key, Log: slog.New(slog.DiscardHandler)}
	if err := l.Serve(context.Background(), http.NotFoundHandler()); err == nil || !strings.Contains(err.Error(), "certificate") {
		t.Errorf("a key for a certificate: %v", err)
	}
}

// certificate makes one for 127.0.0.1, in files.
func certificate(t *testing.T) (cert, key string, pool *x509.CertPool) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, kind string, bytes []byte) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: bytes}), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool = x509.NewCertPool()
	pool.AddCert(parsed)
	return write("cert.pem", "CERTIFICATE", der), write("key.pem", "PRIVATE KEY", secret), pool
}
