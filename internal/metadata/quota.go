package metadata

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// RateLimitError says that a family read as many links as it may for now.
type RateLimitError struct{ RetryAfter time.Duration }

func (e *RateLimitError) Error() string {
	seconds := int((e.RetryAfter + time.Second - 1) / time.Second)
	return fmt.Sprintf("That were many links at once. Try again in %d seconds.", max(seconds, 1))
}

// quota bounds what one family may make the program fetch.
type quota struct {
	perMinute, concurrent int
	now                   func() time.Time

	mu       sync.Mutex
	families map[string]*usage
}

// usage is what a family did in the last minute and does now.
type usage struct {
	started []time.Time
	slots   chan struct{}
	users   int
}

// enter admits one read. It fails when the minute's quota is used up, and waits
// while as many reads as may are under way. The caller calls leave when done.
func (q *quota) enter(ctx context.Context, family string) (leave func(), err error) {
	u, err := q.admit(family)
	if err != nil {
		return nil, err
	}
	select {
	case u.slots <- struct{}{}:
		return func() { <-u.slots; q.done(u) }, nil
	case <-ctx.Done():
		q.done(u)
		return nil, ctx.Err()
	}
}

func (q *quota) admit(family string) (*usage, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	now := q.now()
	q.forget(now)
	u := q.families[family]
	if u == nil {
		u = &usage{slots: make(chan struct{}, q.concurrent)}
		q.families[family] = u
	}
	if len(u.started) >= q.perMinute {
		return nil, &RateLimitError{RetryAfter: u.started[0].Add(time.Minute).Sub(now)}
	}
	u.started = append(u.started, now)
	u.users++
	return u, nil
}

func (q *quota) done(u *usage) {
	q.mu.Lock()
	defer q.mu.Unlock()
	u.users--
}

// forget drops what is older than a minute, and families that do nothing.
func (q *quota) forget(now time.Time) {
	for family, u := range q.families {
		for len(u.started) > 0 && now.Sub(u.started[0]) >= time.Minute {
			u.started = u.started[1:]
		}
		if len(u.started) == 0 && u.users == 0 {
			delete(q.families, family)
		}
	}
}
