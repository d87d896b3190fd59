package auth

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Limiter bounds attempts per key (an account, an address) with a bucket each. It counts on this node alone: several
// nodes allow as many times more.
type Limiter struct {
	every time.Duration
	burst int
	now   func() time.Time

	mu      sync.Mutex
	buckets map[string]*bucket
	sweep   time.Time
}

type bucket struct {
	limit *rate.Limiter
	used  time.Time
}

// NewLimiter allows burst attempts at once for each key, and one more after every interval.
func NewLimiter(burst int, every time.Duration, now func() time.Time) *Limiter {
	return &Limiter{every: every, burst: burst, now: now, buckets: map[string]*bucket{}}
}

// Take takes one attempt of the key. It returns how long to wait when there is none left, else 0; refund gives the
// attempt back: somebody proved who they are.
func (l *Limiter) Take(key string) (wait time.Duration, refund func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	l.forget(now)
	b := l.buckets[key]
	if b == nil {
		b = &bucket{limit: rate.NewLimiter(rate.Every(l.every), l.burst)}
		l.buckets[key] = b
	}
	b.used = now
	r := b.limit.ReserveN(now, 1)
	if wait := r.DelayFrom(now); wait > 0 {
		r.CancelAt(now)
		return wait, func() {}
	}
	return 0, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		r.CancelAt(now)
	}
}

// forget drops the buckets that are full again, now and then, so that the map does not grow with every address.
func (l *Limiter) forget(now time.Time) {
	full := time.Duration(l.burst) * l.every
	if now.Before(l.sweep.Add(full)) {
		return
	}
	l.sweep = now
	for key, b := range l.buckets {
		if now.Sub(b.used) > full {
			delete(l.buckets, key)
		}
	}
}
