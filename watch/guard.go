package watch

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"net/url"
	"syscall"
)

var errPrivate = errors.New("it is in the local network, which only sources that the sources file names may be")

// guard keeps links in feeds from reaching into the local network.
type guard struct {
	named  map[string]bool // host:port of the sources
	dialer net.Dialer
}

func (g guard) dial(ctx context.Context, network, address string) (net.Conn, error) {
	dialer := g.dialer
	if !g.named[address] {
		dialer.Control = refusePrivate
	}
	return dialer.DialContext(ctx, network, address)
}

// refusePrivate sees the address that a name was resolved to.
func refusePrivate(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	ip := at.Addr().Unmap()
	if ip.IsPrivate() || ip.IsLoopback() || ip.IsLinkLocalUnicast() || ip.IsUnspecified() || ip.IsMulticast() || !ip.IsValid() {
		return errPrivate
	}
	return nil
}

// hostPort is what is dialled for an address.
func hostPort(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = "443"
		if u.Scheme == "http" {
			port = "80"
		}
	}
	return net.JoinHostPort(u.Hostname(), port)
}

// origin is the server of an address: what has one robots.txt and one queue.
func origin(u *url.URL) string { return u.Scheme + "://" + u.Host }
