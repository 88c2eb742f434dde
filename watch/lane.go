package watch

import (
	"container/heap"
	"context"
	"net/url"
	"sync"
	"time"

	"github.com/demarche/demarche/watch/robots"
)

// lane does what there is to do at one server, one thing after the other, with
// the pause between two requests that the server, or the user, asks for.
type lane struct {
	w    *Watcher
	host string // origin

	mu    sync.Mutex
	tasks tasks
	wake  chan struct{} // something may be due earlier than before

	// Only the lane's own goroutine uses these.
	last     time.Time // of the last request
	pause    time.Time // the server is left alone until then
	down     int       // how often in a row it could not be reached
	rules    robots.Rules
	until    time.Time // the rules are good until then
	rulesErr error     // or why there are none
	unruly   int       // how often in a row there were none
}

// task is one thing to do. It gives the time to do it again, zero for never.
type task struct {
	due   time.Time
	order int
	do    func(ctx context.Context, l *lane) time.Time
}

// tasks is a heap with the earliest first.
type tasks struct {
	all   []task
	order int
}

func (t *tasks) Len() int      { return len(t.all) }
func (t *tasks) Swap(i, j int) { t.all[i], t.all[j] = t.all[j], t.all[i] }
func (t *tasks) Push(x any)    { t.all = append(t.all, x.(task)) }
func (t *tasks) Less(i, j int) bool {
	a, b := t.all[i], t.all[j]
	if !a.due.Equal(b.due) {
		return a.due.Before(b.due)
	}
	return a.order < b.order
}
func (t *tasks) Pop() any {
	last := t.all[len(t.all)-1]
	t.all = t.all[:len(t.all)-1]
	return last
}

// lane is the lane of a server; it is started when it is asked for first.
func (w *Watcher) lane(ctx context.Context, host string) *lane {
	w.mu.Lock()
	defer w.mu.Unlock()
	l := w.lanes[host]
	if l == nil {
		l = &lane{w: w, host: host, wake: make(chan struct{}, 1)}
		w.lanes[host] = l
		w.running.Go(func() { l.run(ctx) })
	}
	return l
}

// add plans a task.
func (l *lane) add(due time.Time, do func(context.Context, *lane) time.Time) {
	if l.w.once {
		l.w.open.Add(1)
	}
	l.push(due, do)
}

func (l *lane) push(due time.Time, do func(context.Context, *lane) time.Time) {
	l.mu.Lock()
	l.tasks.order++
	heap.Push(&l.tasks, task{due, l.tasks.order, do})
	l.mu.Unlock()
	select {
	case l.wake <- struct{}{}:
	default:
	}
}

// run does the tasks when they are due, until ctx is done.
func (l *lane) run(ctx context.Context) {
	for {
		t, wait := l.next()
		if t.do == nil {
			if !sleep(ctx, l.w.clock, wait, l.wake) {
				return
			}
			continue
		}
		again := t.do(ctx, l)
		if ctx.Err() != nil {
			return
		}
		switch {
		case l.w.once:
			l.w.open.Done()
		case !again.IsZero():
			l.push(again, t.do)
		}
	}
}

// next takes the task that is due, or says how long nothing is.
func (l *lane) next() (task, time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.tasks.Len() == 0 {
		return task{}, time.Hour
	}
	due := l.tasks.all[0].due
	if l.pause.After(due) {
		due = l.pause
	}
	if wait := due.Sub(l.w.clock.Now()); wait > 0 && !l.w.once {
		return task{}, wait
	}
	return heap.Pop(&l.tasks).(task), 0
}

// get asks the lane's server for an address, when it may and not before.
func (l *lane) get(ctx context.Context, address string, since validators) (*fetched, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, &failure{what: "it is no address", err: err}
	}
	if err := l.obey(ctx); err != nil {
		return nil, err
	}
	if !l.rules.Allowed(u) {
		return nil, &failure{what: "robots.txt of the site asks not to fetch it", forbidden: true}
	}
	return l.ask(ctx, address, since)
}

// ask makes a request after the pause since the last one.
func (l *lane) ask(ctx context.Context, address string, since validators) (*fetched, error) {
	w := l.w
	delay := max(time.Duration(w.sources.Delay), l.rules.Delay)
	if !sleep(ctx, w.clock, l.last.Add(delay).Sub(w.clock.Now()), nil) {
		return nil, ctx.Err()
	}
	select {
	case w.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	w.count.requests.Add(1)
	got, err := w.fetcher.get(ctx, address, since)
	<-w.slots
	l.last = w.clock.Now()
	if err == nil {
		w.count.bytes.Add(int64(len(got.body)))
	}
	l.learn(err)
	return got, err
}

// learn leaves a server alone that cannot be reached, or that asks for it.
func (l *lane) learn(err error) {
	f := asFailure(err)
	switch {
	case err == nil || !f.network:
		l.down = 0
	default:
		l.down++
		l.pause = l.last.Add(l.w.dice.jitter(backOff(l.down, 30*time.Second, 5*time.Minute)))
	}
	if err != nil && f.after > 0 {
		l.pause = l.last.Add(f.after)
	}
}

// How long a robots.txt is good, and how long a server is left alone that fails
// to give one.
const (
	rulesAge   = 24 * time.Hour
	rulesFirst = time.Minute
	rulesMost  = time.Hour
)

// obey sees to it that the lane knows the site's rules. A site that cannot say
// what it allows is asked nothing (RFC 9309, 2.3.1.4); one that has no
// robots.txt allows everything.
func (l *lane) obey(ctx context.Context) error {
	if l.w.clock.Now().Before(l.until) {
		return l.rulesErr
	}
	got, err := l.ask(ctx, l.host+"/robots.txt", validators{})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	l.until, l.rulesErr = l.w.clock.Now().Add(rulesAge), nil
	switch f := asFailure(err); {
	case err == nil:
		l.unruly = 0
		l.rules = robots.Parse(got.body, "demarche")
	case f.passing:
		// What else there is to ask the server waits meanwhile, and does not fail.
		l.unruly++
		l.until = l.w.clock.Now().Add(max(l.w.dice.jitter(backOff(l.unruly, rulesFirst, rulesMost)), f.after))
		l.pause = l.until
		l.rulesErr = &failure{what: "robots.txt of the site", err: err, passing: true, network: f.network, after: f.after}
	default:
		l.unruly = 0
		l.rules = robots.Rules{}
	}
	return l.rulesErr
}
