package metadata

import (
	"cmp"
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/netip"
	"net/url"
	"time"

	"golang.org/x/net/publicsuffix"

	"kinlist/internal/lang"
)

// Config bounds a Fetcher. Zero values stand for the documented ones.
type Config struct {
	Allow        []netip.Prefix // private ranges that may be visited; none
	UserAgent    string         // "Kinlist (gift link reader)"
	Timeout      time.Duration  // for a whole read; 5 s
	MaxBytes     int64          // of a page, decompressed; 2 MiB
	MaxRedirects int            // 5
	PerFamily    int            // reads of a family in a minute; 60, so that a paste of fifty fits
	Concurrent   int            // reads of a family at once; 4
}

// Fetcher reads product pages off the web. It is the only part of the program that
// opens connections to addresses that people type, and visits none but those its
// guard lets pass.
type Fetcher struct {
	config    Config
	guard     guard
	quota     quota
	pictures  quota // of Picture
	dialer    *net.Dialer
	transport *http.Transport
}

// New makes a Fetcher.
func New(config Config) *Fetcher {
	config.UserAgent = cmp.Or(config.UserAgent, "Kinlist (gift link reader)")
	config.Timeout = cmp.Or(config.Timeout, 5*time.Second)
	config.MaxBytes = cmp.Or(config.MaxBytes, 2<<20)
	config.MaxRedirects = cmp.Or(config.MaxRedirects, 5)

	f := &Fetcher{config: config, guard: guard{allow: config.Allow}}
	for _, q := range []*quota{&f.quota, &f.pictures} {
		q.perMinute = cmp.Or(config.PerFamily, 60)
		q.concurrent = cmp.Or(config.Concurrent, 4)
		q.now = time.Now
		q.families = map[string]*usage{}
	}
	f.dialer = &net.Dialer{ControlContext: f.guard.checkDial}
	f.transport = &http.Transport{
		DialContext:            f.dialer.DialContext,
		Proxy:                  nil, // a proxy would connect past the guard
		ForceAttemptHTTP2:      true,
		DisableKeepAlives:      true, // reads are one-off; nothing of one is left for the next
		DisableCompression:     true, // body.go unpacks, so that the limit is on what comes out
		MaxResponseHeaderBytes: 256 << 10,
	}
	return f
}

// Read fetches a link for a family and reads the product off it. It fails with a
// *LinkError, *RefusedError or *RateLimitError, or when ctx ends; whatever goes
// wrong at the shop is a warning in the product.
func (f *Fetcher) Read(ctx context.Context, family, link string) (Product, error) {
	address, err := parseLink(link)
	if err != nil {
		return Product{}, err
	}
	if err := f.guard.checkLink(address); err != nil {
		return Product{}, err
	}
	leave, err := f.quota.enter(ctx, family)
	if err != nil {
		return Product{}, err
	}
	defer leave()

	limited, cancel := context.WithTimeout(ctx, f.config.Timeout)
	defer cancel()
	product, err := f.visit(limited, address)
	if refused := (*RefusedError)(nil); errors.As(err, &refused) {
		return Product{}, refused
	}
	if ctx.Err() != nil {
		return Product{}, ctx.Err()
	}
	if err != nil {
		return fromLink(address, failureSentence(err)), nil
	}
	return product, nil
}

// visit follows a link to its page, through redirects of both kinds.
func (f *Fetcher) visit(ctx context.Context, asked *url.URL) (Product, error) {
	hops := 0
	client := f.client(&hops)
	for address := asked; ; {
		answer, err := f.get(ctx, client, address)
		if err != nil {
			return Product{}, err
		}
		next := answer.refresh()
		if next == nil {
			return answer.product(asked), nil
		}
		if hops++; hops > f.config.MaxRedirects {
			return Product{}, errRedirects
		}
		if err := f.guard.checkLink(next); err != nil {
			return Product{}, err
		}
		address = next
	}
}

var errRedirects = errors.New("too many redirects")

// client is a client for one read, with cookies of its own: some shops set one on
// the first hop and turn in circles without.
func (f *Fetcher) client(hops *int) *http.Client {
	jar, _ := cookiejar.New(&cookiejar.Options{PublicSuffixList: publicsuffix.List}) // never fails
	return &http.Client{
		Transport: f.transport,
		Jar:       jar,
		CheckRedirect: func(request *http.Request, _ []*http.Request) error {
			if *hops++; *hops > f.config.MaxRedirects {
				return errRedirects
			}
			return f.checkRedirect(request)
		},
	}
}

// checkRedirect holds a redirect's target to what a typed link is held to.
func (f *Fetcher) checkRedirect(request *http.Request) error {
	target, err := parseLink(request.URL.String())
	if err != nil {
		return &RefusedError{lang.Said("The shop sends on to an address that is no web page.")}
	}
	request.URL = target
	request.Host = ""
	request.Header.Del("Referer")
	return f.guard.checkLink(target)
}

// get asks for one address.
func (f *Fetcher) get(ctx context.Context, client *http.Client, address *url.URL) (*answer, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address.String(), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", f.config.UserAgent)
	request.Header.Set("Accept", "text/html,application/xhtml+xml,*/*;q=0.5")
	request.Header.Set("Accept-Encoding", "gzip, br")
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	defer func() { _ = response.Body.Close() }() // it was read, and is not written to
	return newAnswer(response, f.config.MaxBytes)
}

// failureSentence says what went wrong on the way.
func failureSentence(err error) string {
	var dns *net.DNSError
	switch {
	case errors.Is(err, errRedirects):
		return lang.Word("The link leads in circles: fill it in by hand.")
	case errors.Is(err, context.DeadlineExceeded):
		return lang.Word("The shop took too long to answer: fill it in by hand.")
	case errors.As(err, &dns):
		return lang.Word("There is no website at that address, or no network: check the link.")
	}
	return lang.Word("The shop could not be reached: fill it in by hand.")
}
