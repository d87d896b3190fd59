package browsertest

import (
	"net/http"
	"net/url"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"

	"kinlist/internal/paths"
)

func TestTheFirstVisitIsSmall(t *testing.T) {
	t.Parallel()
	const mostRequests, mostBytes = 6, 45_000
	s := newSample(t)
	b := s.open(t, On(Phone))
	call(b, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
	b.Loading(func() { call(b, page.Navigate, page.NavigateParams{URL: "about:blank"}) }) // the page after sign-in may still ask for its icon
	b.Forget()
	b.Go(paths.Home())
	if !waitFor(func() bool {
		return !slices.ContainsFunc(b.Requests(), func(q Request) bool {
			return q.Status == 0 || !q.Loaded && !q.ofStream() // a stream is open for as long as the page is
		})
	}) {
		t.Errorf("not all has loaded: %v", b.Requests())
	}
	sum := 0.0
	for _, q := range b.Requests() {
		t.Logf("%6.0f bytes %s %s", q.Bytes, q.Type, q.URL)
		sum += q.Bytes
		if u, err := url.Parse(q.URL); err != nil || "http://"+u.Host != s.Server.URL {
			t.Errorf("%s is not ours", q.URL)
		}
		if q.Status != http.StatusOK {
			t.Errorf("%s answered %d", q.URL, q.Status)
		}
	}
	if n := len(b.Requests()); n > mostRequests || sum > mostBytes {
		t.Errorf("%d requests and %.0f bytes; at most %d and %d", n, sum, mostRequests, mostBytes)
	}
	b.still(paths.Home())
}

func TestPagesDoNotShiftWhileTheyLoad(t *testing.T) {
	t.Parallel()
	s := newSample(t)
	b := s.open(t, On(Phone))
	for _, screen := range []Screen{Phone, Laptop} {
		b.Resize(screen)
		for _, path := range []string{
			paths.Home(), paths.Lists.Index(), paths.Lists.One(s.list), paths.People.Index(), paths.People.One(s.emma), paths.Gifts.Index(),
			paths.Gifts.One(s.gift), paths.Items.One(s.item), paths.Occasions.One(s.christmas),
		} {
			b.still(path)
		}
	}
}

// still opens a page and checks that nothing on it has moved by itself. On a busy machine a page is painted before all
// of it has come, and a text may still grow by a hair: what rounds to 0.00, as browsers report it, is none, and what
// happens once in three times is no fault of the page.
func (b *Browser) still(path string) {
	b.tb.Helper()
	const times = 3
	shift := 0.0
	for range times {
		b.Go(path)
		if shift = Eval[float64](b, layoutShift); shift < 0.005 {
			return
		}
	}
	b.tb.Errorf("%s shifts by %.3f while it loads", path, shift)
}

// layoutShift is how far things moved by themselves since the page began to load.
const layoutShift = `new Promise((done) => {
	let sum = 0;
	new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value; }).observe({ type: 'layout-shift', buffered: true });
	requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 0)));
})`
