package browsertest

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"

	"kinlist/internal/paths"
)

// Request is one request of a page and its answer.
type Request struct {
	Method string
	URL    string
	Type   network.ResourceType
	Status int64   // 0 before there is an answer
	Bytes  float64 // on the wire, head and body
	Loaded bool
}

// record is what a window has asked for and complained of.
type record struct {
	base  string
	steps atomic.Int64

	mu         sync.Mutex
	loads      int
	requests   []*Request
	byID       map[network.RequestID]*Request
	complaints []string
	expected   []int64 // statuses that are part of the test
	pictures   bool    // of shops may be asked for
}

func newRecord(base string) *record {
	return &record{base: base, byID: map[network.RequestID]*Request{}}
}

// hear notes an event of the window.
func (r *record) hear(event any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch e := event.(type) {
	case *page.EventLoadEventFired:
		r.loads++
	case *network.EventRequestWillBeSent:
		r.asked(e)
	case *network.EventResponseReceived:
		if q := r.byID[e.RequestID]; q != nil {
			q.Status = e.Response.Status
			if e.Response.Status >= 400 && !slices.Contains(r.expected, e.Response.Status) {
				r.complain("%s %s answered %d", q.Method, q.URL, e.Response.Status)
			}
		}
	case *network.EventLoadingFinished:
		if q := r.byID[e.RequestID]; q != nil {
			q.Bytes, q.Loaded = e.EncodedDataLength, true
		}
	case *network.EventLoadingFailed:
		if q := r.byID[e.RequestID]; q != nil && e.Canceled && q.Type == network.ResourceTypeOther { // an icon of a page that is left
			r.requests = slices.DeleteFunc(r.requests, func(other *Request) bool { return other == q })
		}
		if q := r.byID[e.RequestID]; q != nil && !e.Canceled && !r.mayFail(q) {
			r.complain("%s %s failed: %s %s", q.Method, q.URL, e.ErrorText, e.BlockedReason)
		}
	case *runtime.EventExceptionThrown:
		r.complain("exception: %s", thrown(e.ExceptionDetails))
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			r.complain("console: %s", said(e.Args))
		}
	case *log.EventEntryAdded:
		// What the network has to say is heard above, and better.
		if e.Entry.Source != log.EntrySourceNetwork && (e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning) {
			r.complain("log: %s %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	}
}

func (r *record) asked(e *network.EventRequestWillBeSent) {
	if e.RedirectResponse != nil {
		if q := r.byID[e.RequestID]; q != nil {
			q.Status = e.RedirectResponse.Status
		}
	}
	q := &Request{Method: e.Request.Method, URL: e.Request.URL, Type: e.Type}
	r.byID[e.RequestID] = q
	if strings.HasPrefix(q.URL, "data:") {
		return
	}
	r.requests = append(r.requests, q)
	if !strings.HasPrefix(q.URL, r.base+"/") && !r.mayFail(q) {
		r.complain("a request leaves the site: %s %s", q.Method, q.URL)
	}
}

// mayFail reports whether a request is for a picture of a shop, which tests cannot reach.
func (r *record) mayFail(q *Request) bool { return r.pictures && q.Type == network.ResourceTypeImage }

func (r *record) complain(format string, args ...any) {
	r.complaints = append(r.complaints, fmt.Sprintf(format, args...))
}

func (r *record) problems() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.complaints)
}

func (r *record) loaded() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.loads
}

// Expect lets answers with a status be part of the test.
func (b *Browser) Expect(status int64) {
	b.seen.mu.Lock()
	defer b.seen.mu.Unlock()
	b.seen.expected = append(b.seen.expected, status)
}

// ExpectPictures lets pages ask for pictures that stand at the shops.
func (b *Browser) ExpectPictures() {
	b.seen.mu.Lock()
	defer b.seen.mu.Unlock()
	b.seen.pictures = true
}

// ofStream reports whether a request is a page's own for what others change: it begins when the page has come to rest.
func (q Request) ofStream() bool { return strings.Contains(q.URL, paths.Events()) }

// Requests are the requests since the window opened or Forget was called, in their order.
func (b *Browser) Requests() []Request {
	b.seen.mu.Lock()
	defer b.seen.mu.Unlock()
	all := make([]Request, len(b.seen.requests))
	for i, q := range b.seen.requests {
		all[i] = *q
	}
	return all
}

// Forget begins the list of requests anew.
func (b *Browser) Forget() {
	b.seen.mu.Lock()
	defer b.seen.mu.Unlock()
	b.seen.requests = nil
}

// Posts are the paths that were posted to. Where a form is only looked at (paths.Check), nothing was.
func (b *Browser) Posts() []string {
	var posts []string
	for _, q := range b.Requests() {
		if u, err := url.Parse(q.URL); err == nil && q.Method == http.MethodPost && !u.Query().Has(paths.CheckName) {
			posts = append(posts, u.Path)
		}
	}
	return posts
}

func thrown(d *runtime.ExceptionDetails) string {
	if d.Exception != nil && d.Exception.Description != "" {
		return d.Exception.Description
	}
	return d.Text
}

func said(args []*runtime.RemoteObject) string {
	words := make([]string, len(args))
	for i, a := range args {
		words[i] = a.Description + string(a.Value)
	}
	return strings.Join(words, " ")
}
