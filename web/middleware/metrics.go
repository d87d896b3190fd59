package middleware

import (
	"cmp"
	"fmt"
	"maps"
	"net/http"
	"runtime/metrics"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/labstack/echo/v5"
)

// Metrics count what is asked and how long the answers take, for whoever runs the program. They name routes, never a thing
// or a person. Nil counts nothing.
type Metrics struct {
	mu      sync.Mutex
	answers map[asked]*timing
	open    int
}

// asked is a kind of request, and how it ended.
type asked struct {
	method, route string
	status        int
}

// timing is how long answers of a kind took: how many took at most as long as each of the steps, and all of them together.
type timing struct {
	within  [len(steps)]int
	count   int
	seconds float64
}

// steps are seconds.
var steps = [...]float64{0.005, 0.025, 0.1, 0.25, 1, 5, 30}

// NewMetrics returns Metrics that have counted nothing yet.
func NewMetrics() *Metrics { return &Metrics{answers: map[asked]*timing{}} }

// Count counts the request.
func (m *Metrics) Count(next echo.HandlerFunc) echo.HandlerFunc {
	if m == nil {
		return next
	}
	return func(c *echo.Context) error {
		start := time.Now()
		m.begin(1)
		defer m.begin(-1)
		err := next(c)
		_, status := echo.ResolveResponseStatus(c.Response(), err)
		method := c.Request().Method
		if !slices.Contains([]string{http.MethodGet, http.MethodHead, http.MethodPost}, method) {
			method = "other" // a client may call them anything
		}
		m.end(asked{method, cmp.Or(c.Path(), "none"), status}, time.Since(start).Seconds())
		return err
	}
}

func (m *Metrics) begin(n int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.open += n
}

func (m *Metrics) end(of asked, seconds float64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	t := m.answers[of]
	if t == nil {
		t = &timing{}
		m.answers[of] = t
	}
	t.count++
	t.seconds += seconds
	for i, step := range steps {
		if seconds <= step {
			t.within[i]++
		}
	}
}

// ServeHTTP writes the metrics in the text format of Prometheus. It belongs on an address that only the operator reaches.
func (m *Metrics) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	_, _ = w.Write([]byte(m.text()))
}

func (m *Metrics) text() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out strings.Builder
	out.WriteString("# HELP kinlist_request_seconds How long requests took, live streams included.\n# TYPE kinlist_request_seconds histogram\n")
	order := func(a, b asked) int {
		return cmp.Or(cmp.Compare(a.route, b.route), cmp.Compare(a.method, b.method), cmp.Compare(a.status, b.status))
	}
	for _, of := range slices.SortedFunc(maps.Keys(m.answers), order) {
		t, labels := m.answers[of], fmt.Sprintf("method=%q,route=%q,status=\"%d\"", of.method, of.route, of.status)
		for i, step := range steps {
			fmt.Fprintf(&out, "kinlist_request_seconds_bucket{%s,le=\"%g\"} %d\n", labels, step, t.within[i])
		}
		fmt.Fprintf(&out, "kinlist_request_seconds_bucket{%s,le=\"+Inf\"} %d\n", labels, t.count)
		fmt.Fprintf(&out, "kinlist_request_seconds_sum{%s} %g\nkinlist_request_seconds_count{%s} %d\n", labels, t.seconds, labels, t.count)
	}
	gauge(&out, "kinlist_requests_open", "Requests under way, live streams included.", uint64(max(m.open, 0)))
	samples := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/sched/goroutines:goroutines"}}
	metrics.Read(samples)
	gauge(&out, "go_memstats_heap_alloc_bytes", "Memory that is in use.", samples[0].Value.Uint64())
	gauge(&out, "go_goroutines", "Goroutines there are.", samples[1].Value.Uint64())
	return out.String()
}

func gauge(out *strings.Builder, name, help string, value uint64) {
	fmt.Fprintf(out, "# HELP %s %s\n# TYPE %s gauge\n%s %d\n", name, help, name, name, value)
}
