package metadata

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// loopback is what a Fetcher must be allowed for tests' own servers.
var loopback = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("::1/128")}

// serve starts a server and a Fetcher that may visit it.
func serve(t *testing.T, handler http.HandlerFunc) (base string, f *Fetcher) {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server.URL, New(Config{Allow: loopback, Timeout: 2 * time.Second})
}

func read(t *testing.T, f *Fetcher, link string) Product {
	t.Helper()
	product, err := f.Read(t.Context(), "family", link)
	if err != nil {
		t.Fatalf("%s: %v", link, err)
	}
	return product
}

func TestReadReadsAPage(t *testing.T) {
	t.Parallel()
	base, f := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("User-Agent") != "Kinlist (gift link reader)" || r.Header.Get("Cookie") != "" {
			t.Errorf("headers: %v", r.Header)
		}
		fmt.Fprint(w, ld(`{"@type":"Product","name":"Ball","image":"/b.jpg","offers":{"price":5,"priceCurrency":"EUR"}}`))
	})
	sample{title: "Ball", price: "5.00 EUR", image: base + "/b.jpg", canon: base + "/p", warn: none}.check(t, read(t, f, base+"/p?utm_source=x"))
}

func TestStatusesAreWarningsNotErrors(t *testing.T) {
	t.Parallel()
	base, f := serve(t, func(w http.ResponseWriter, r *http.Request) {
		var status int
		fmt.Sscanf(r.URL.Path, "/%d/", &status)
		w.WriteHeader(status)
		fmt.Fprint(w, "<title>Error page</title>")
	})
	f.quota.perMinute = 100
	for status, warning := range map[int]string{
		401: warnSignIn, 403: warnWall, 429: warnWall, 503: warnWall,
		404: "The shop has no page at that link: check it, or fill it in by hand.",
		410: "The shop has no page at that link: check it, or fill it in by hand.",
		500: "The shop has trouble of its own right now: fill it in by hand.",
		400: warnBroken, 304: warnBroken,
	} {
		got := read(t, f, fmt.Sprintf("%s/%d/red-wooden-train", base, status))
		sample{title: "Red wooden train", price: none, image: none, warn: warning}.check(t, got)
	}
}

func TestRedirects(t *testing.T) {
	t.Parallel()
	base, f := serve(t, func(w http.ResponseWriter, r *http.Request) {
		var left int
		switch {
		case strings.HasPrefix(r.URL.Path, "/hops/"):
			fmt.Sscanf(r.URL.Path, "/hops/%d", &left)
			if left > 0 {
				http.Redirect(w, r, fmt.Sprintf("/hops/%d", left-1), http.StatusFound)
				return
			}
		case r.URL.Path == "/cookie":
			if _, err := r.Cookie("seen"); err != nil {
				http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1"})
				http.Redirect(w, r, "/cookie", http.StatusFound)
				return
			}
		case r.URL.Path == "/red-ball":
			http.Redirect(w, r, "/", http.StatusFound)
			return
		case r.URL.Path == "/blue-ball":
			fmt.Fprint(w, `<meta http-equiv="refresh" content="0;url=/sign-in?next=blue-ball">`)
			return
		case r.URL.Path == "/sign-in":
			fmt.Fprint(w, "<title>Sign in</title>")
			return
		case r.URL.Path == "/refresh":
			fmt.Fprint(w, `<meta http-equiv="Refresh" content="0; URL='/hops/1'">`)
			return
		case r.URL.Path == "/refresh-loop":
			fmt.Fprintf(w, `<meta http-equiv="refresh" content="0;url=/refresh-loop?n=%d">`, time.Now().UnixNano())
			return
		}
		fmt.Fprint(w, "<title>Arrived</title>")
	})
	const circles = "The link leads in circles: fill it in by hand."
	for path, want := range map[string]sample{
		"/hops/5":       {title: "Arrived", canon: base + "/hops/0", warn: none},
		"/hops/6":       {title: none, warn: circles},
		"/hops/1000000": {warn: circles},
		"/red-ball":     {title: "Red ball", canon: base + "/red-ball", warn: warnHome},
		"/blue-ball":    {title: "Blue ball", canon: base + "/blue-ball", warn: warnSignIn},
		"/cookie":       {title: "Arrived", warn: none},
		"/refresh":      {title: "Arrived", canon: base + "/hops/0"},
		"/refresh-loop": {title: "Refresh loop", warn: circles},
	} {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			want.check(t, read(t, f, base+path))
		})
	}
}

func TestCookiesAreForgottenBetweenReads(t *testing.T) {
	t.Parallel()
	base, f := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if len(r.Cookies()) > 0 {
			t.Error("a cookie came back")
		}
		http.SetCookie(w, &http.Cookie{Name: "id", Value: "1"})
		fmt.Fprint(w, "<title>A</title>")
	})
	read(t, f, base)
	read(t, f, base)
}

func TestNoProxyIsUsed(t *testing.T) {
	t.Parallel()
	if New(Config{}).transport.Proxy != nil {
		t.Error("a proxy connects past the guard")
	}
}

func TestASlowShopCostsNoMoreThanTheTimeout(t *testing.T) {
	t.Parallel()
	base, f := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/body" {
			fmt.Fprint(w, "<title>Slow ball</title><p>")
			w.(http.Flusher).Flush()
		}
		<-r.Context().Done()
	})
	f.config.Timeout = 80 * time.Millisecond
	sample{title: "Slow head", warn: "The shop took too long to answer: fill it in by hand."}.check(t, read(t, f, base+"/slow-head"))
	sample{title: "Slow ball", warn: warnSlow}.check(t, read(t, f, base+"/body"))
}

func TestAnEndlessBodyIsCut(t *testing.T) {
	t.Parallel()
	var sent atomic.Int64
	base, f := serve(t, func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "<title>Endless ball</title>")
		for chunk := []byte(strings.Repeat("<p>x", 4096)); r.Context().Err() == nil; {
			n, err := w.Write(chunk)
			if sent.Add(int64(n)); err != nil {
				return
			}
		}
	})
	f.config.MaxBytes = 64 << 10
	sample{title: "Endless ball", warn: none}.check(t, read(t, f, base+"/p"))
	if sent.Load() > 32<<20 {
		t.Errorf("took %d bytes", sent.Load())
	}
}

// One shop sends 200 MB, one a byte now and then, for ever: they cost the cap and
// the deadline, and meanwhile other pages answer.
func TestShopsThatSendTooMuchOrTooSlowlyHoldUpNobody(t *testing.T) {
	t.Parallel()
	var sent atomic.Int64
	base, f := serve(t, func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "<title>Ball</title>")
		switch r.URL.Path {
		case "/much":
			for chunk := make([]byte, 1<<20); sent.Load() < 200<<20; {
				n, err := w.Write(chunk)
				if sent.Add(int64(n)); err != nil {
					return
				}
			}
		case "/drip":
			for r.Context().Err() == nil {
				fmt.Fprint(w, "x")
				w.(http.Flusher).Flush()
				time.Sleep(50 * time.Millisecond) // what is tested is a server that is slow
			}
		}
	})
	f.config.Timeout = 3 * time.Second
	dripped := make(chan Product, 1)
	go func() {
		product, _ := f.Read(t.Context(), "family", base+"/drip")
		dripped <- product
	}()
	sample{title: "Ball", warn: none}.check(t, read(t, f, base+"/much"))
	for range 10 {
		sample{title: "Ball", warn: none}.check(t, read(t, f, base+"/p"))
	}
	if len(dripped) > 0 {
		t.Error("the other pages waited for the slow one")
	}
	sample{title: "Ball", warn: warnSlow}.check(t, <-dripped)
	if sent.Load() > 32<<20 {
		t.Errorf("took %d bytes", sent.Load())
	}
}

func TestLongHeadersAreRead(t *testing.T) {
	t.Parallel()
	base, f := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Long", strings.Repeat("x", 40<<10))
		fmt.Fprint(w, "<title>A</title>")
	})
	sample{title: "A", warn: none}.check(t, read(t, f, base))
}

func TestWhatCannotBeReachedIsAWarning(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	f := New(Config{Allow: loopback})
	sample{title: "Red ball", warn: "The shop could not be reached: fill it in by hand."}.check(t, read(t, f, server.URL+"/red-ball"))
}

func TestTheCallersEndOfPatienceIsAnError(t *testing.T) {
	t.Parallel()
	base, f := serve(t, func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Millisecond)
	defer cancel()
	if _, err := f.Read(ctx, "family", base); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}
