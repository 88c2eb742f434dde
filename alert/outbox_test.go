package alert_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"mime/quotedprintable"
	"net"
	"net/http"
	"net/http/httptest"
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/demarche/demarche/alert"
	"github.com/demarche/demarche/record"
)

// raise raises one alert by the rules, and gives them.
func raise(t *testing.T, s *record.Store, rules, sentence string) *alert.Rules {
	t.Helper()
	e := engine(t, s, rules)
	tell(t, s, "a", "2023-03-01", happened("1", "2023-03-01", "RUS", "SANCTION", "KAZ", -7, sentence))
	if got, _ := check(t, e, "a"); len(got) != 1 {
		t.Fatalf("raised %q", got)
	}
	return e.Rules
}

// sender is an outbox at a time that the test sets, with what it complains of.
type sender struct {
	*alert.Outbox
	at       time.Time
	problems []string
	stdout   bytes.Buffer
}

func newSender(s *record.Store, rules *alert.Rules) *sender {
	x := &sender{at: clock()}
	x.Outbox = alert.NewOutbox(s, rules, alert.OutboxOptions{
		Stdout: &x.stdout, Now: func() time.Time { return x.at }, Report: func(err error) { x.problems = append(x.problems, err.Error()) },
	})
	return x
}

func (x *sender) deliver(t *testing.T) time.Duration {
	t.Helper()
	wait, err := x.Deliver(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return wait
}

func TestWebhookIsRetriedAndSigned(t *testing.T) {
	var got []string
	answers := []int{503, 302, 200}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		var a alert.Alert
		if err := json.Unmarshal(body, &a); err != nil {
			t.Error(err)
		}
		signature := r.Header.Get(alert.SignatureHeader)
		var stamp int64
		fmt.Sscanf(signature, "t=%d,", &stamp)
		if signature != alert.Sign("s3cret", time.Unix(stamp, 0), body) || r.Header.Get("Idempotency-Key") != a.ID {
			t.Errorf("signature %q, key %q", signature, r.Header.Get("Idempotency-Key"))
		}
		got = append(got, a.Sentence)
		if answers[0] == 302 {
			w.Header().Set("Location", "/elsewhere")
		}
		w.WriteHeader(answers[0])
		answers = answers[1:]
	}))
	defer server.Close()
	s := open(t)
	rules := raise(t, s, "deliver hook webhook "+server.URL+" secret $SECRET\nwhen actor:RUS\n to hook\n", "One.")
	x := newSender(s, rules)
	for range 3 {
		wait := x.deliver(t)
		before := len(got)
		if x.deliver(t); len(got) != before { // too early, or done
			t.Error("was sent again before its time")
		}
		x.at = x.at.Add(wait + time.Second)
	}
	if len(got) != 3 || len(x.problems) != 2 {
		t.Errorf("sent %d times, told %q", len(got), x.problems)
	}
	// A new program finds nothing left.
	x = newSender(s, rules)
	if x.deliver(t); len(got) != 3 {
		t.Error("was sent again after a restart")
	}
}

func TestWebhookThatRefuses(t *testing.T) {
	calls := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { calls++; w.WriteHeader(400) }))
	defer server.Close()
	s := open(t)
	x := newSender(s, raise(t, s, "deliver hook webhook "+server.URL+"\nwhen actor:RUS\n to hook,stdout\n", "One."))
	x.deliver(t)
	x.at = x.at.Add(time.Hour)
	x.deliver(t)
	if calls != 1 || len(x.problems) != 1 || !strings.Contains(x.problems[0], "400") {
		t.Errorf("%d calls, told %q", calls, x.problems)
	}
	if !strings.Contains(x.stdout.String(), "“One.”") || !strings.Contains(x.stdout.String(), "- SANCTION by test.rules:7") {
		t.Errorf("standard output: %s", x.stdout.String())
	}
}

func TestFile(t *testing.T) {
	s := open(t)
	path := filepath.Join(t.TempDir(), "no such folder", "alerts.jsonl")
	x := newSender(s, raise(t, s, "deliver log file \""+path+"\"\nwhen actor:RUS\n to log\n", "One <b>."))
	wait := x.deliver(t)
	if err := os.Mkdir(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	x.at = x.at.Add(wait)
	x.deliver(t)
	line, err := os.ReadFile(path)
	var a alert.Alert
	if err != nil || json.Unmarshal(line, &a) != nil || a.Sentence != "One <b>." || a.Event == nil || bytes.Count(line, []byte("\n")) != 1 {
		t.Errorf("%v: %s", err, line)
	}
}

func TestAWayThatIsGone(t *testing.T) {
	s := open(t)
	raise(t, s, "deliver log file x\nwhen actor:RUS\n to log\n", "One.")
	rules, err := alert.ParseRules("r", "when actor:RUS", env)
	if err != nil {
		t.Fatal(err)
	}
	x := newSender(s, rules)
	x.deliver(t)
	x.deliver(t)
	if len(x.problems) != 1 || !strings.Contains(x.problems[0], `no way "log"`) {
		t.Errorf("told %q", x.problems)
	}
}

// mailServer takes one message after the other and gives them.
func mailServer(t *testing.T) (address string, messages func() []string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	var got []string
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			message := takeMail(conn)
			mu.Lock()
			got = append(got, message)
			mu.Unlock()
		}
	}()
	t.Cleanup(func() { listener.Close() })
	return listener.Addr().String(), func() []string {
		mu.Lock()
		defer mu.Unlock()
		return got
	}
}

func takeMail(conn net.Conn) string {
	defer conn.Close()
	in := bufio.NewReader(conn)
	var message strings.Builder
	data := false
	fmt.Fprint(conn, "220 ready\r\n")
	for {
		line, err := in.ReadString('\n')
		switch {
		case err != nil:
			return message.String()
		case data && line == ".\r\n":
			data = false
			fmt.Fprint(conn, "250 taken\r\n")
		case data:
			message.WriteString(line)
		case strings.HasPrefix(line, "DATA"):
			data = true
			fmt.Fprint(conn, "354 go on\r\n")
		case strings.HasPrefix(line, "QUIT"):
			fmt.Fprint(conn, "221 bye\r\n")
			return message.String()
		default:
			message.WriteString("> " + line)
			fmt.Fprint(conn, "250 ok\r\n")
		}
	}
}

func TestMail(t *testing.T) {
	address, messages := mailServer(t)
	s := open(t)
	rules := raise(t, s, "deliver desk mail a@example.org,b@example.org from d@example.org via "+address+
		"\nwhen actor:RUS\n as \"Über Röhren\"\n to desk\n", "One.\r\nBcc: evil@example.org\r\n\r\nTwo.")
	x := newSender(s, rules)
	x.deliver(t)
	if len(x.problems) > 0 {
		t.Fatal(x.problems)
	}
	deadline := time.Now().Add(5 * time.Second)
	for len(messages()) == 0 && time.Now().Before(deadline) {
		time.Sleep(10 * time.Millisecond)
	}
	talk := strings.Join(messages(), "")
	start := strings.Index(talk, "From: ")
	if start < 0 || !strings.Contains(talk, "> RCPT TO:<a@example.org>") || !strings.Contains(talk, "> RCPT TO:<b@example.org>") {
		t.Fatalf("talk:\n%s", talk)
	}
	m, err := mail.ReadMessage(strings.NewReader(talk[start:]))
	if err != nil {
		t.Fatal(err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if err != nil || subject != "Über Röhren" || m.Header.Get("Bcc") != "" {
		t.Errorf("subject %q, header %v", subject, m.Header)
	}
	body, err := io.ReadAll(quotedprintable.NewReader(m.Body))
	if err != nil || !strings.Contains(string(body), "“One. Bcc: evil@example.org Two.”") {
		t.Errorf("%v: %s", err, body)
	}
}

func TestMailIsNeverSentWithAPasswordInTheOpen(t *testing.T) {
	address, messages := mailServer(t)
	// The loopback is no network to listen in on; any other name is.
	_, port, _ := net.SplitHostPort(address)
	host, err := os.Hostname()
	if addresses, lookup := net.LookupHost(host); err != nil || lookup != nil || len(addresses) == 0 || !strings.HasPrefix(addresses[0], "127.") {
		t.Skip("the machine's name is no loopback address")
	}
	s := open(t)
	x := newSender(s, raise(t, s, "deliver desk mail a@example.org from d@example.org via "+net.JoinHostPort(host, port)+
		" user d password $SECRET\nwhen actor:RUS\n to desk\n", "One."))
	x.deliver(t)
	if len(x.problems) != 1 || strings.Contains(strings.Join(messages(), ""), "AUTH") {
		t.Errorf("told %q", x.problems)
	}
}

func TestRunEnds(t *testing.T) {
	s := open(t)
	x := newSender(s, raise(t, s, "when actor:RUS\n", "One."))
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() { done <- x.Run(ctx) }()
	time.Sleep(50 * time.Millisecond)
	cancel()
	if err := <-done; err != nil || !strings.Contains(x.stdout.String(), "One.") {
		t.Errorf("%v: %q", err, x.stdout.String())
	}
}
