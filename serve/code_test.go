package serve

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record"
)

const sentence = "Kazakhstan's president visited Tashkent on Monday."

func TestCodingAnArticle(t *testing.T) {
	c := newServer(t, nil)
	for _, test := range []struct{ kind, body string }{
		{"application/json", `{"text": "` + sentence + `", "date": "2023-03-01", "id": 7}`},
		{"application/json; charset=utf-8", "{\n \"id\": \"7\",\n \"date\": \"2023-03-01\",\n \"text\": \"" + sentence + "\"\n}"},
		{"", `{"text": "` + sentence + `", "date": "2023-03-01", "id": "7"}`},
	} {
		w := c.do(http.MethodPost, "/api/v1/code", test.body, "Content-Type", test.kind)
		var got CodedEvents
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || w.Code != http.StatusOK || len(got.Events) != 1 {
			t.Fatalf("%s: %d %v %s", test.kind, w.Code, err, w.Body)
		}
		e := got.Events[0]
		if e.Doc != "7" || day(e.Date) != "2023-02-27" || e.Event[0] != "CONSULT" || e.Mode[0] != "visit" || e.Why != nil {
			t.Errorf("%s: %+v", test.kind, e)
		}
	}
}

func TestCodingTextAndPages(t *testing.T) {
	c := newServer(t, nil)
	for kind, body := range map[string]string{
		"text/plain":               "A visit\n\n" + sentence,
		"text/plain;charset=UTF-8": sentence,
		"text/html":                "<!doctype html><html><head><title>A visit</title></head><body><article><h1>A visit</h1><p>" + sentence + "</p><p>The two sides spoke of trade and of water, and agreed on little else, people who were in the room said.</p></article></body></html>",
	} {
		w := c.do(http.MethodPost, "/api/v1/code?layers=1", body, "Content-Type", kind)
		var got Reading
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || w.Code != http.StatusOK || len(got.Events) == 0 {
			t.Fatalf("%s: %d %v %s", kind, w.Code, err, w.Body)
		}
		if !strings.Contains(got.Document.Text, sentence) {
			t.Errorf("%s: the text is %q", kind, got.Document.Text)
		}
	}
}

// TestReadingMarksTheText holds what the reader page is drawn from to the text,
// in characters beyond ASCII and beyond 16 bits too.
func TestReadingMarksTheText(t *testing.T) {
	c := newServer(t, nil)
	text := "🙂 “We met,” said Kassym-Jomart Tokayev in Astaná. " +
		"U.S. Secretary of State Antony Blinken will visit Tashkent on Friday to promise $5 million."
	body, err := json.Marshal(Article{Text: text, Date: "2023-03-01"})
	if err != nil {
		t.Fatal(err)
	}
	var got Reading
	w := c.do(http.MethodPost, "/api/v1/code?layers=1", string(body), "Content-Type", "application/json")
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || w.Code != http.StatusOK {
		t.Fatalf("%d %v %s", w.Code, err, w.Body)
	}
	runes := []rune(got.Document.Text)
	marked := 0
	check := func(start, end int, text string) {
		marked++
		if start < 0 || end > len(runes) || start > end || string(runes[start:end]) != text {
			t.Errorf("%d to %d is not %q", start, end, text)
		}
	}
	for _, x := range got.Entities {
		check(x.Start, x.End, x.Text)
	}
	for _, x := range got.Quotes {
		check(x.Start, x.End, x.Text)
	}
	for _, x := range got.Times {
		check(x.Start, x.End, x.Text)
	}
	for _, x := range got.Places {
		check(x.Start, x.End, x.Text)
	}
	for _, x := range got.Quantities {
		check(x.Start, x.End, x.Text)
	}
	for i, f := range got.Frames {
		check(f.Start, f.End, f.Text)
		for _, a := range f.Args {
			check(a.Start, a.End, a.Text)
			if a.Frame != nil && (*a.Frame < 0 || *a.Frame >= len(got.Frames) || *a.Frame == i) {
				t.Errorf("frame %d has the frame %d below it", i, *a.Frame)
			}
		}
	}
	if marked < 15 || len(got.Quotes) == 0 || len(got.Times) == 0 || len(got.Sentences) < 2 {
		t.Errorf("only %d things marked", marked)
	}
	visit := got.Events[len(got.Events)-1]
	for _, e := range got.Events {
		if e.Event.Mode != nil && strings.Contains(e.Text, "visit") {
			visit = e
		}
	}
	if visit.Frame == nil || got.Frames[*visit.Frame].Predicate != "visit" || got.Frames[*visit.Frame].Status[0] != "future" || len(visit.Why) == 0 {
		t.Errorf("the visit's frame is %v of %+v", visit.Frame, got.Frames)
	}
}

func TestWhatCannotBeCoded(t *testing.T) {
	c := newServer(t, nil)
	for _, test := range []struct {
		name, kind, body string
		status           int
		words            string
	}{
		{"too large", "application/json", `{"text": "` + strings.Repeat("x", maxBody) + `"}`, 413, "1 MB"},
		{"cut off", "application/json", `{"text": "Blinken`, 400, "no JSON"},
		{"a list", "application/json", `[{"text": "x"}]`, 422, "one document"},
		{"nothing", "application/json", ``, 400, `send {"text"`},
		{"empty object", "application/json", `{}`, 422, `{"text"`},
		{"no text", "application/json", `{"title": "x"}`, 422, "text"},
		{"blank text", "application/json", `{"text": " \n "}`, 422, "text"},
		{"wrong kind", "application/json", `{"text": 3}`, 422, "string"},
		{"wrong date", "application/json", `{"text": "x", "date": "yesterday"}`, 422, "2023-03-01"},
		{"picture", "image/png", "x", 415, "application/json"},
		{"form", "application/x-www-form-urlencoded", "text=x", 415, "application/json"},
		{"nonsense type", "a/b/c;;", "x", 415, "application/json"},
		{"blank", "text/plain", " \n\t", 422, "empty"},
		{"binary", "text/plain", "x\x00y", 422, "binary"},
		{"gzip", "text/plain", "\x1f\x8b\x08\x00\x00\x00", 422, "binary"},
		{"not UTF-8", "text/plain", "caf\xe9", 422, "UTF-8"},
		{"unknown parameter", "application/json", `{"text":"x"}`, 422, "layer: unknown"},
	} {
		t.Run(test.name, func(t *testing.T) {
			target := "/api/v1/code"
			if test.name == "unknown parameter" {
				target += "?layer=1"
			}
			wantProblem(t, c.do(http.MethodPost, target, test.body, "Content-Type", test.kind), test.status, test.words)
		})
	}
}

// engineFunc is a coder of the tests.
type engineFunc func(*demarche.Doc) error

func (f engineFunc) Code(d *demarche.Doc) error { return f(d) }

func TestCodingHasLimits(t *testing.T) {
	hold := make(chan struct{})
	entered := make(chan struct{}, 10)
	c := newServer(t, func(o *Options) {
		o.Coders, o.CodingWait, o.CodingTime = 1, 20*time.Millisecond, 50*time.Millisecond
		o.Engine = engineFunc(func(d *demarche.Doc) error {
			switch d.Text {
			case "slow":
				entered <- struct{}{}
				<-hold
			case "panic":
				panic("a defect")
			case "fail":
				return errors.New("a failure")
			}
			return nil
		})
	})
	post := func(text string) func() (int, string, string) {
		w := c.do(http.MethodPost, "/api/v1/code", text, "Content-Type", "text/plain")
		return func() (int, string, string) { return w.Code, w.Header().Get("Retry-After"), w.Body.String() }
	}
	if status, _, body := post("slow")(); status != http.StatusGatewayTimeout || !strings.Contains(body, "shorter") {
		t.Errorf("a slow text: %d %s", status, body)
	}
	<-entered
	// The coder is still at it, and so has no place for another.
	if status, retry, body := post("fine")(); status != http.StatusServiceUnavailable || retry != "1" || !strings.Contains(body, "again") {
		t.Errorf("while busy: %d, Retry-After %q, %s", status, retry, body)
	}
	close(hold)
	deadline := time.Now().Add(5 * time.Second)
	for {
		if status, _, _ := post("fine")(); status == http.StatusOK {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("the place is not given back")
		}
	}
	for _, text := range []string{"panic", "fail"} {
		if status, _, body := post(text)(); status != http.StatusInternalServerError || strings.Contains(body, "defect") {
			t.Errorf("%s: %d %s", text, status, body)
		}
		if status, _, _ := post("fine")(); status != http.StatusOK {
			t.Errorf("after %s nothing is coded any more", text)
		}
	}
	figures := c.get("/metrics").Body.String()
	if !strings.Contains(figures, "demarche_documents_refused_total") || strings.Contains(figures, "demarche_documents_refused_total 0") {
		t.Error("refusals are not counted")
	}
}

// slowStore answers when it is told to give up.
type slowStore struct{ Store }

func (slowStore) Count(ctx context.Context, _ record.Query) (int, error) {
	<-ctx.Done()
	return 0, fmt.Errorf("reading: %w", ctx.Err())
}

func TestSearchesHaveLimits(t *testing.T) {
	c := newServer(t, func(o *Options) { o.Store, o.AnswerTime = slowStore{o.Store}, 20*time.Millisecond })
	wantProblem(t, c.get("/api/v1/facets"), http.StatusGatewayTimeout, "narrow it")
	wantProblem(t, c.get("/api/v1/events?actor="+strings.Repeat("Somebody%20Else,", 800)), http.StatusBadRequest, "too long")
	if figures := c.get("/metrics").Body.String(); !strings.Contains(figures, `route="GET /api/v1/facets",status="504"`) {
		t.Error("what was given up is not counted under its route")
	}
}
