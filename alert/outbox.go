package alert

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"time"

	"github.com/demarche/demarche/record"
)

// parcel is an alert on its way.
type parcel struct {
	Way   string `json:"way"`
	Alert *Alert `json:"alert"`
}

// sender delivers alerts one way. An error that is a *refusal says that this
// alert will never be taken; after any other the way is tried again later.
type sender interface {
	send(ctx context.Context, a *Alert) error
}

// refusal is why an alert is not taken.
type refusal struct{ what string }

func (r *refusal) Error() string { return r.what }

// Outbox delivers the alerts that an Engine raised, each way in order, and
// tries again until they are taken.
type Outbox struct {
	memory  Memory
	senders map[string]sender
	report  func(error)
	now     func() time.Time
	jitter  func(time.Duration) time.Duration
	state   map[string]*wayState
	wake    chan struct{}
}

// wayState is what is known of a way that fails.
type wayState struct {
	failures int
	next     time.Time
}

// How long a way is tried, and how often.
const (
	firstTry = 15 * time.Second
	lastTry  = time.Hour
	patience = 7 * 24 * time.Hour // afterwards an alert is no news
)

// OutboxOptions are what an Outbox needs beside the memory.
type OutboxOptions struct {
	Stdout io.Writer
	Client *http.Client // for webhooks; nil for one with sound limits
	Report func(error)  // is told what cannot be delivered; may be nil
	Now    func() time.Time
}

// NewOutbox makes an outbox for the ways of the rules.
func NewOutbox(memory Memory, rules *Rules, o OutboxOptions) *Outbox {
	b := &Outbox{
		memory: memory, senders: map[string]sender{}, report: o.Report, now: o.Now,
		state: map[string]*wayState{}, wake: make(chan struct{}, 1),
		jitter: func(d time.Duration) time.Duration { return time.Duration(float64(d) * (0.8 + 0.4*rand.Float64())) },
	}
	if b.report == nil {
		b.report = func(error) {}
	}
	if b.now == nil {
		b.now = time.Now
	}
	for _, way := range rules.Ways {
		b.senders[way.Name] = newSender(way, o, b.now)
		b.state[way.Name] = &wayState{}
	}
	return b
}

func newSender(way Way, o OutboxOptions, now func() time.Time) sender {
	switch way.Kind {
	case "webhook":
		return newWebhook(way, o.Client, now)
	case "mail":
		return &mailer{way: way, now: now}
	case "file":
		return &fileSender{path: way.Target}
	}
	return &stdoutSender{out: o.Stdout}
}

// Wake says that there may be something new to deliver.
func (b *Outbox) Wake() {
	select {
	case b.wake <- struct{}{}:
	default:
	}
}

// Run delivers until ctx is done.
func (b *Outbox) Run(ctx context.Context) error {
	for {
		wait, err := b.Deliver(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			b.report(err)
		}
		timer := time.NewTimer(wait)
		select {
		case <-timer.C:
		case <-b.wake:
		case <-ctx.Done():
		}
		timer.Stop()
		if ctx.Err() != nil {
			return nil
		}
	}
}

// idle is how long to wait when there is nothing to deliver.
const idle = time.Minute

// Deliver delivers what can be delivered now, and says how long to wait until
// it is worth trying again.
func (b *Outbox) Deliver(ctx context.Context) (wait time.Duration, err error) {
	wait = idle
	var waiting []record.Kept
	err = b.memory.EachKept(ctx, outboxSpace, func(k record.Kept) error {
		waiting = append(waiting, k)
		return nil
	})
	if err != nil {
		return wait, fmt.Errorf("reading what is to be delivered: %w", err)
	}
	for _, k := range waiting {
		if ctx.Err() != nil {
			return wait, nil
		}
		until, err := b.one(ctx, k)
		if err != nil {
			return wait, err
		}
		if !until.IsZero() {
			wait = max(min(wait, until.Sub(b.now())), time.Second/10)
		}
	}
	return wait, nil
}

// one delivers one alert, or gives the time when its way may be tried again.
// The error is that of the memory.
func (b *Outbox) one(ctx context.Context, k record.Kept) (time.Time, error) {
	var p parcel
	if err := json.Unmarshal(k.Value, &p); err != nil || p.Alert == nil {
		return time.Time{}, b.bury(ctx, k, fmt.Errorf("alert %s cannot be read: %v", k.Key, err))
	}
	way := b.senders[p.Way]
	if way == nil {
		return time.Time{}, b.bury(ctx, k, fmt.Errorf("alert %q: the rules have no way %q any more", p.Alert.Title, p.Way))
	}
	state := b.state[p.Way]
	if b.now().Before(state.next) {
		return state.next, nil
	}
	err := way.send(ctx, p.Alert)
	var refused *refusal
	switch {
	case err == nil:
		if state.failures > 0 {
			b.report(fmt.Errorf("%s takes alerts again", p.Way))
		}
		*state = wayState{}
		return time.Time{}, b.memory.Keep(context.WithoutCancel(ctx), record.Kept{Space: outboxSpace, Key: k.Key})
	case errors.As(err, &refused), b.stale(p.Alert):
		return time.Time{}, b.bury(ctx, k, fmt.Errorf("alert %q was not delivered to %s: %w", p.Alert.Title, p.Way, err))
	case ctx.Err() != nil:
		return time.Time{}, nil
	}
	if state.failures++; state.failures == 1 {
		b.report(fmt.Errorf("%s does not take alerts, and is tried again: %w", p.Way, err))
	}
	state.next = b.now().Add(b.jitter(wayBackOff(state.failures)))
	return state.next, nil
}

func wayBackOff(failures int) time.Duration {
	d := firstTry
	for i := 1; i < failures && d < lastTry; i++ {
		d *= 2
	}
	return min(d, lastTry)
}

func (b *Outbox) stale(a *Alert) bool {
	raised, err := time.Parse(time.RFC3339, a.Raised)
	return err == nil && b.now().Sub(raised) > patience
}

// bury puts an alert aside that cannot be delivered, and says so.
func (b *Outbox) bury(ctx context.Context, k record.Kept, why error) error {
	b.report(why)
	return b.memory.Keep(ctx, record.Kept{Space: outboxSpace, Key: k.Key}, record.Kept{Space: deadSpace, Key: k.Key, Value: k.Value})
}
