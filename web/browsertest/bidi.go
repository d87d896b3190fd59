package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/coder/websocket"
)

// bidi is a running Firefox and the connection to it.
type bidi struct {
	conn *websocket.Conn
	next atomic.Int64

	mu      sync.Mutex
	waiting map[int64]chan reply
	windows map[string]*record
}

// reply is an answer to a command, or an event.
type reply struct {
	ID      int64           `json:"id"`
	Type    string          `json:"type"`
	Method  string          `json:"method"`
	Result  json.RawMessage `json:"result"`
	Params  json.RawMessage `json:"params"`
	Error   string          `json:"error"`
	Message string          `json:"message"`
}

// connect begins a session.
func connect(address string) (*bidi, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	conn, _, err := websocket.Dial(ctx, address, nil) //nolint:bodyclose // the connection has it
	if err != nil {
		return nil, err
	}
	const most = 64 << 20
	conn.SetReadLimit(most)
	b := &bidi{conn: conn, waiting: map[int64]chan reply{}, windows: map[string]*record{}}
	go b.hear()
	if _, err := b.send(ctx, "session.new", map[string]any{"capabilities": map[string]any{}}); err != nil {
		return nil, err
	}
	_, err = b.send(ctx, "session.subscribe", map[string]any{
		"events": []string{"browsingContext.load", "network.beforeRequestSent", "network.responseCompleted", "log.entryAdded"},
	})
	return b, err
}

// hear hands answers to those who wait for them, and events to the records of their windows.
func (b *bidi) hear() {
	for {
		_, raw, err := b.conn.Read(context.Background())
		if err != nil {
			return
		}
		var r reply
		if json.Unmarshal(raw, &r) != nil {
			continue
		}
		b.mu.Lock()
		if r.Type == "event" {
			b.note(r)
		} else if wait := b.waiting[r.ID]; wait != nil {
			wait <- r
			delete(b.waiting, r.ID)
		}
		b.mu.Unlock()
	}
}

// note puts an event into the record of its window.
func (b *bidi) note(r reply) {
	var e struct {
		Context  string
		Source   struct{ Context string }
		Level    string
		Text     string
		Request  struct{ Method, URL string }
		Response struct{ Status int64 }
	}
	if json.Unmarshal(r.Params, &e) != nil {
		return
	}
	seen := b.windows[e.Context+e.Source.Context]
	if seen == nil {
		return
	}
	seen.mu.Lock()
	defer seen.mu.Unlock()
	switch r.Method {
	case "browsingContext.load":
		seen.loads++
	case "network.beforeRequestSent":
		seen.requests = append(seen.requests, &Request{Method: e.Request.Method, URL: e.Request.URL})
		if !strings.HasPrefix(e.Request.URL, seen.base+"/") && !strings.HasPrefix(e.Request.URL, "data:") {
			seen.complain("a request leaves the site: %s %s", e.Request.Method, e.Request.URL)
		}
	case "network.responseCompleted":
		if e.Response.Status >= http.StatusInternalServerError {
			seen.complain("%s %s answered %d", e.Request.Method, e.Request.URL, e.Response.Status)
		}
	case "log.entryAdded":
		if e.Level == "error" && !left(e.Text) {
			seen.complain("log: %s", e.Text)
		}
	}
}

// left reports whether an entry of the log only says that a page was left while it asked for something, or listened: Firefox
// calls that an error. Of what really fails, the same test in Chromium tells.
func left(text string) bool {
	return strings.Contains(text, "NetworkError when attempting to fetch") || strings.Contains(text, "Error in input stream")
}

// send sends a command and waits for its answer.
func (b *bidi) send(ctx context.Context, method string, params any) (json.RawMessage, error) {
	id := b.next.Add(1)
	raw, err := json.Marshal(map[string]any{"id": id, "method": method, "params": params})
	if err != nil {
		return nil, err
	}
	answer := make(chan reply, 1)
	b.mu.Lock()
	b.waiting[id] = answer
	b.mu.Unlock()
	if err := b.conn.Write(ctx, websocket.MessageText, raw); err != nil {
		return nil, err
	}
	select {
	case r := <-answer:
		if r.Type == "error" {
			return nil, fmt.Errorf("%s: %s: %s", method, r.Error, r.Message)
		}
		return r.Result, nil
	case <-ctx.Done():
		return nil, fmt.Errorf("%s: %w", method, ctx.Err())
	}
}
