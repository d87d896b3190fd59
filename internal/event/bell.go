// Package event tells those who wait that something changed in a family. It does not say what: whoever hears it looks
// again, through their own eyes.
package event

import "sync"

// Bell is one bell a family. It is safe for use by many at once; the zero value is ready.
type Bell struct {
	mu      sync.Mutex
	waiting map[string]map[chan struct{}]struct{} // by family
	closed  bool
}

// Listen waits for what changes in a family from now on. However often the bell rings before somebody receives from
// heard, it is heard once. heard is closed when nothing more will come. stop ends the waiting, and must be called.
func (b *Bell) Listen(familyID string) (heard <-chan struct{}, stop func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	ear := make(chan struct{}, 1)
	if b.closed {
		close(ear)
		return ear, func() {}
	}
	if b.waiting == nil {
		b.waiting = map[string]map[chan struct{}]struct{}{}
	}
	if b.waiting[familyID] == nil {
		b.waiting[familyID] = map[chan struct{}]struct{}{}
	}
	b.waiting[familyID][ear] = struct{}{}
	return ear, func() { b.leave(familyID, ear) }
}

func (b *Bell) leave(familyID string, ear chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.waiting[familyID], ear)
	if len(b.waiting[familyID]) == 0 {
		delete(b.waiting, familyID)
	}
}

// Ring says that something changed in a family. It never waits for those who listen.
func (b *Bell) Ring(familyID string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	ring(b.waiting[familyID])
}

// RingAll says that something may have changed in every family: news of it could have been lost.
func (b *Bell) RingAll() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, ears := range b.waiting {
		ring(ears)
	}
}

func ring(ears map[chan struct{}]struct{}) {
	for ear := range ears {
		select {
		case ear <- struct{}{}:
		default: // it has not looked yet since it rang last
		}
	}
}

// Close sends everybody home who listens.
func (b *Bell) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	for _, ears := range b.waiting {
		for ear := range ears {
			close(ear)
		}
	}
	b.waiting = nil
}
