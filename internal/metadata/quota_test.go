package metadata

import (
	"errors"
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestAFamilyReadsSoManyLinksAMinute(t *testing.T) {
	t.Parallel()
	base, f := serve(t, func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<title>A</title>") })
	var shift time.Duration
	start := time.Now()
	f.quota.perMinute = 20
	f.quota.now = func() time.Time { return start.Add(shift) }
	for range 20 {
		read(t, f, base)
	}
	shift = 20 * time.Second
	var limited *RateLimitError
	if _, err := f.Read(t.Context(), "family", base); !errors.As(err, &limited) || limited.RetryAfter != 40*time.Second {
		t.Fatalf("got %v", err)
	}
	if limited.Error() != "That were many links at once. Try again in 40 seconds." {
		t.Errorf("says %q", limited.Error())
	}
	if _, err := f.Read(t.Context(), "neighbours", base); err != nil {
		t.Errorf("another family: %v", err)
	}
	shift = time.Minute
	read(t, f, base)
	if len(f.quota.families) != 2 {
		t.Errorf("%d families kept", len(f.quota.families))
	}
	shift = 3 * time.Minute
	read(t, f, base)
	if len(f.quota.families) != 1 {
		t.Errorf("%d families kept, want the one that reads", len(f.quota.families))
	}
}

func TestAFamilyReadsFourLinksAtOnce(t *testing.T) {
	t.Parallel()
	var now, most atomic.Int32
	base, f := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		here := now.Add(1)
		defer now.Add(-1)
		for seen := most.Load(); here > seen && !most.CompareAndSwap(seen, here); seen = most.Load() {
		}
		time.Sleep(10 * time.Millisecond) // long enough for others to come in, were they let
		fmt.Fprint(w, "<title>A</title>")
	})
	var readers sync.WaitGroup
	for range 12 {
		readers.Go(func() {
			if product, err := f.Read(t.Context(), "family", base); err != nil || product.Title != "A" {
				t.Errorf("got %+v, %v", product, err)
			}
		})
	}
	readers.Wait()
	if got := most.Load(); got > 4 {
		t.Errorf("%d at once", got)
	}
}
