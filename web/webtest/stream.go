package webtest

import (
	"bufio"
	"context"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"
)

// patience is how long a test waits for a stream to say something.
const patience = time.Minute

// Event is a message of a stream.
type Event struct{ Name, ID, Data string }

// Stream is a stream of events that a browser listens to.
type Stream struct {
	tb     testing.TB
	Status int
	Header http.Header
	events chan Event
	leave  func()
}

// Listen opens a stream; it is left when the test ends. lastID is that of the last message the browser had, "" for none.
func (b *Browser) Listen(path, lastID string) *Stream {
	b.tb.Helper()
	ctx, leave := context.WithCancel(b.tb.Context())
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, b.site.Server.URL+path, nil)
	if err != nil {
		b.tb.Fatal(err)
	}
	r.Header = b.header.Clone()
	if lastID != "" {
		r.Header.Set("Last-Event-ID", lastID)
	}
	res, err := b.client.Do(r) //nolint:bodyclose // whoever reads it closes it
	if err != nil {
		b.tb.Fatal(err)
	}
	s := &Stream{b.tb, res.StatusCode, res.Header, make(chan Event), nil}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer close(s.events)
		defer func() { _ = res.Body.Close() }()
		s.read(ctx, bufio.NewReader(res.Body))
	}()
	s.leave = sync.OnceFunc(func() {
		leave()
		<-done
	})
	b.tb.Cleanup(s.leave)
	return s
}

// Leave closes the stream.
func (s *Stream) Leave() { s.leave() }

func (s *Stream) read(ctx context.Context, from *bufio.Reader) {
	var e Event
	for {
		line, err := from.ReadString('\n')
		if err != nil {
			return
		}
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		switch name {
		case "event":
			e.Name = value
		case "id":
			e.ID = value
		case "data":
			e.Data += value + "\n"
		}
		if line == "\n" && e != (Event{}) {
			select {
			case s.events <- e:
			case <-ctx.Done():
				return
			}
			e = Event{}
		}
	}
}

// Next waits for the next message; false when the stream has ended.
func (s *Stream) Next() (Event, bool) {
	s.tb.Helper()
	select {
	case e, open := <-s.events:
		return e, open
	case <-time.After(patience):
		s.tb.Fatal("the stream says nothing")
		return Event{}, false
	}
}
