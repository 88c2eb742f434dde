package serve

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"
)

// Time limits of a connection. An answer that takes longer than writeTime is
// cut off: no query of the record does.
const (
	headerTime   = 5 * time.Second
	readTime     = 30 * time.Second
	writeTime    = 60 * time.Second
	idleTime     = 120 * time.Second
	shutdownTime = 10 * time.Second
	maxHeader    = 64 << 10
)

// CheckAddress refuses to listen where others than this machine could read
// without a token.
func CheckAddress(addr, token string) error {
	host, port, err := net.SplitHostPort(addr)
	if err != nil || port == "" {
		return fmt.Errorf("%q is no address; write HOST:PORT, as 127.0.0.1:8080", addr)
	}
	if token != "" || isLoopback(host) {
		return nil
	}
	return fmt.Errorf("%s can be reached by other machines, and without a token anybody there could read the record; "+
		"give --token-file FILE (and --tls-cert, --tls-key), or listen on 127.0.0.1:%s", addr, port)
}

// isLoopback says whether only this machine reaches the host. A name other
// than localhost is taken for public: what it stands for may change.
func isLoopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.Unmap().IsLoopback()
}

// Local says whether a checked address is for this machine alone.
func Local(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	return err == nil && isLoopback(host)
}

// Listener is where and how a handler is served.
type Listener struct {
	Addr    string // HOST:PORT, checked by CheckAddress; port 0 takes a free one
	TLSCert string // file of the certificate chain, "" for plain HTTP
	TLSKey  string
	Log     *slog.Logger
	Ready   func(url string) // called once the address is open; may be nil
}

// Serve answers until ctx is done, then lets the requests under way finish.
func (l Listener) Serve(ctx context.Context, handler http.Handler) error {
	scheme, encryption := "http", (*tls.Config)(nil)
	if l.TLSCert != "" {
		pair, err := tls.LoadX509KeyPair(l.TLSCert, l.TLSKey)
		if err != nil {
			return fmt.Errorf("reading the certificate %s and its key %s: %w", l.TLSCert, l.TLSKey, err)
		}
		scheme, encryption = "https", &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12}
	}
	listener, err := net.Listen("tcp", l.Addr)
	if err != nil {
		return fmt.Errorf("opening %s: %w; choose another with --addr", l.Addr, err)
	}
	if l.Ready != nil {
		l.Ready(scheme + "://" + listener.Addr().String())
	}
	server := &http.Server{
		Handler:           handler,
		TLSConfig:         encryption,
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       readTime,
		WriteTimeout:      writeTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          slog.NewLogLogger(l.Log.Handler(), slog.LevelWarn),
	}
	failed := make(chan error, 1)
	go func() {
		if encryption != nil {
			failed <- server.ServeTLS(listener, "", "")
			return
		}
		failed <- server.Serve(listener)
	}()
	select {
	case err := <-failed:
		return fmt.Errorf("serving: %w", err)
	case <-ctx.Done():
	}
	rest, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
	defer cancel()
	if err := server.Shutdown(rest); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return errors.Join(fmt.Errorf("shutting down: %w", err), server.Close())
	}
	return nil
}
