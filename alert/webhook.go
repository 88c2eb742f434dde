package alert

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/demarche/demarche"
)

// SignatureHeader carries "t=UNIX,v1=HEX", the HMAC-SHA256 of "UNIX.BODY" under
// the secret: the receiver can tell that the alert is ours, and not an old one.
const SignatureHeader = "Demarche-Signature"

// Sign is the signature of a body sent at a time.
func Sign(secret string, at time.Time, body []byte) string {
	stamp := strconv.FormatInt(at.Unix(), 10)
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(stamp + "."))
	mac.Write(body)
	return "t=" + stamp + ",v1=" + hex.EncodeToString(mac.Sum(nil))
}

// webhook posts alerts as JSON.
type webhook struct {
	way    Way
	client *http.Client
	now    func() time.Time
}

func newWebhook(way Way, client *http.Client, now func() time.Time) *webhook {
	if client == nil {
		client = &http.Client{Timeout: 20 * time.Second}
	}
	own := *client
	own.CheckRedirect = func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse // what is signed for one place goes to no other
	}
	return &webhook{way, &own, now}
}

func (h *webhook) send(ctx context.Context, a *Alert) error {
	body, err := jsonLine(a)
	if err != nil {
		return &refusal{err.Error()}
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, h.way.Target, bytes.NewReader(body))
	if err != nil {
		return &refusal{err.Error()}
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("User-Agent", "demarche/"+demarche.Version)
	request.Header.Set("Idempotency-Key", a.ID) // the same when an alert is sent again
	if h.way.Secret != "" {
		request.Header.Set(SignatureHeader, Sign(h.way.Secret, h.now(), body))
	}
	answer, err := h.client.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	io.Copy(io.Discard, io.LimitReader(answer.Body, 64<<10)) // so that the connection can be used again
	switch code := answer.StatusCode; {
	case code >= 200 && code < 300:
		return nil
	case code == http.StatusBadRequest || code == http.StatusRequestEntityTooLarge || code == http.StatusUnprocessableEntity:
		return &refusal{fmt.Sprintf("it answers %s to this alert", answer.Status)}
	default:
		return fmt.Errorf("it answers %s", answer.Status)
	}
}
