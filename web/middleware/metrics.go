package middleware

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/labstack/echo/v5"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Metrics count what is asked and how long the answers take, for whoever runs the program. They name routes, never a thing
// or a person. Nil counts nothing.
type Metrics struct {
	registry *prometheus.Registry
	seconds  *prometheus.HistogramVec // by method, route and status
	open     prometheus.Gauge
}

// NewMetrics returns Metrics that have counted nothing yet.
func NewMetrics() *Metrics {
	m := &Metrics{
		prometheus.NewRegistry(),
		prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "kinlist_request_seconds", Help: "How long requests took, live streams included.",
			Buckets: []float64{0.005, 0.025, 0.1, 0.25, 1, 5, 30},
		}, []string{"method", "route", "status"}),
		prometheus.NewGauge(prometheus.GaugeOpts{Name: "kinlist_requests_open", Help: "Requests under way, live streams included."}),
	}
	m.registry.MustRegister(m.seconds, m.open, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// Count counts the request.
func (m *Metrics) Count(next echo.HandlerFunc) echo.HandlerFunc {
	if m == nil {
		return next
	}
	return func(c *echo.Context) error {
		start := time.Now()
		m.open.Inc()
		defer m.open.Dec()
		err := next(c)
		_, status := echo.ResolveResponseStatus(c.Response(), err)
		method := c.Request().Method
		if !slices.Contains([]string{http.MethodGet, http.MethodHead, http.MethodPost}, method) {
			method = "other" // a client may call them anything
		}
		m.seconds.WithLabelValues(method, cmp.Or(c.Path(), "none"), strconv.Itoa(status)).Observe(time.Since(start).Seconds())
		return err
	}
}

// Handler serves the metrics as Prometheus reads them. It belongs on an address that only the operator reaches.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
