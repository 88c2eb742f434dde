package alert

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"mime"
	"mime/quotedprintable"
	"net"
	"net/smtp"
	"net/textproto"
	"strings"
	"time"
	"unicode/utf8"
)

// mailTime bounds the whole talk with a mail server.
const mailTime = time.Minute

// mailer sends alerts as e-mail. It uses TLS where the server offers it, from
// the start on port 465, and never sends a password without.
type mailer struct {
	way Way
	now func() time.Time
	tls *tls.Config // nil for the system's
}

func (m *mailer) send(ctx context.Context, a *Alert) error {
	client, err := m.dial(ctx)
	if err != nil {
		return err
	}
	defer client.Close() // after Quit it says nothing new
	if err := m.login(client); err != nil {
		return err
	}
	if err := client.Mail(m.way.From); err != nil {
		return refused(err)
	}
	for _, to := range strings.Split(m.way.Target, ",") {
		if err := client.Rcpt(to); err != nil {
			return refused(err)
		}
	}
	body, err := client.Data()
	if err != nil {
		return refused(err)
	}
	if _, err := body.Write(m.message(a)); err != nil {
		return err
	}
	if err := body.Close(); err != nil {
		return refused(err)
	}
	client.Quit() // it was taken, whatever the server says now
	return nil
}

func (m *mailer) dial(ctx context.Context) (*smtp.Client, error) {
	host, port, err := net.SplitHostPort(m.way.Via)
	if err != nil {
		return nil, err
	}
	dialer := net.Dialer{Timeout: mailTime / 2}
	conn, err := dialer.DialContext(ctx, "tcp", m.way.Via)
	if err != nil {
		return nil, err
	}
	// The machine's clock: deadlines of connections know no other.
	if err := conn.SetDeadline(time.Now().Add(mailTime)); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	if port == "465" {
		conn = tls.Client(conn, m.config(host))
	}
	client, err := smtp.NewClient(conn, host)
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	if ok, _ := client.Extension("STARTTLS"); ok && port != "465" {
		if err := client.StartTLS(m.config(host)); err != nil {
			return nil, errors.Join(err, client.Close())
		}
	}
	return client, nil
}

func (m *mailer) config(host string) *tls.Config {
	if m.tls != nil {
		return m.tls
	}
	return &tls.Config{ServerName: host, MinVersion: tls.VersionTLS12}
}

// login names the user; package smtp refuses to do so without TLS.
func (m *mailer) login(client *smtp.Client) error {
	if m.way.User == "" {
		return nil
	}
	host, _, _ := net.SplitHostPort(m.way.Via) // was split before
	return client.Auth(smtp.PlainAuth("", m.way.User, m.way.Password, host))
}

// refused is a *refusal where the server will never take the message.
func refused(err error) error {
	var answer *textproto.Error
	if errors.As(err, &answer) && (answer.Code == 552 || answer.Code == 554) {
		return &refusal{"the mail server answers " + answer.Error()}
	}
	return err
}

// message is the alert as a message. Of what is in its headers, only the
// subject comes from articles; it is printable, and encoded.
func (m *mailer) message(a *Alert) []byte {
	var b bytes.Buffer
	subject := printable(a.Title)
	if len(subject) > 200 {
		subject = strings.ToValidUTF8(subject[:200], "") + "…"
	}
	_, domain, _ := strings.Cut(m.way.From, "@")
	for _, h := range [][2]string{
		{"From", m.way.From},
		{"To", strings.ReplaceAll(m.way.Target, ",", ", ")},
		{"Subject", mime.QEncoding.Encode("utf-8", subject)},
		{"Date", m.now().Format(time.RFC1123Z)},
		{"Message-ID", "<" + a.ID + "@" + domain + ">"},
		{"Auto-Submitted", "auto-generated"},
		{"MIME-Version", "1.0"},
		{"Content-Type", "text/plain; charset=utf-8"},
		{"Content-Transfer-Encoding", "quoted-printable"},
	} {
		fmt.Fprintf(&b, "%s: %s\r\n", h[0], h[1])
	}
	b.WriteString("\r\n")
	w := quotedprintable.NewWriter(&b)
	text := a.Text()
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\ufffd")
	}
	w.Write([]byte(strings.ReplaceAll(text, "\n", "\r\n"))) // to memory
	w.Close()
	return b.Bytes()
}
