// Package webtest is a browser without a screen: it walks the real site over HTTP, follows no redirect by itself,
// and reads pages as documents.
package webtest

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kinlist/internal/database"
	"kinlist/internal/domain"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/web"
)

// Site is the program served over a real database.
type Site struct {
	*fixture.Stage
	Server *httptest.Server
}

// Empty serves a site on which nobody has an account; links are read by reader, nil reads none.
func Empty(tb testing.TB, db *database.DB, reader service.LinkReader) *Site {
	tb.Helper()
	return Serve(tb, fixture.Empty(tb, db, reader))
}

// Family serves a site with the family of package fixture.
func Family(tb testing.TB, db *database.DB) *Site {
	tb.Helper()
	return Serve(tb, fixture.Family(tb, db))
}

// Serve serves a site over a stage.
func Serve(tb testing.TB, stage *fixture.Stage) *Site {
	tb.Helper()
	server := httptest.NewServer(web.New(web.Config{Services: stage.Services, Log: slog.New(slog.DiscardHandler), Secret: "of tests"}))
	tb.Cleanup(server.Close)
	return &Site{stage, server}
}

// Browser is one browser with its own cookies.
type Browser struct {
	tb     testing.TB
	site   *Site
	client *http.Client
	header http.Header
}

// Browser opens a browser on the site, signed out. It asks for English, as one set up so would.
func (s *Site) Browser(tb testing.TB) *Browser {
	tb.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		tb.Fatal(err)
	}
	return &Browser{tb, s, &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}}, http.Header{"Accept-Language": {"en"}}}
}

// As opens a browser in which a member of the stage's family is signed in.
func (s *Site) As(tb testing.TB, v domain.Viewer) *Browser {
	tb.Helper()
	return s.Browser(tb).SignIn(v)
}

// SignIn signs a member of the stage's family in. A browser that names another host has cookies of that one only.
func (b *Browser) SignIn(v domain.Viewer) *Browser {
	b.tb.Helper()
	email := b.site.SetPassword(b.tb, v)
	if a := b.Post(paths.Login(), url.Values{"email": {email}, "password": {fixture.Password}}); a.Status != http.StatusSeeOther {
		b.tb.Fatalf("signing in: %d %s", a.Status, a.Body)
	}
	return b
}

// With returns the same browser sending one more header.
func (b *Browser) With(name, value string) *Browser {
	c := *b
	c.header = b.header.Clone()
	c.header.Set(name, value)
	return &c
}

// HTMX returns the same browser asking as htmx does, for a part of a page.
func (b *Browser) HTMX() *Browser {
	return b.With("HX-Request", "true").With("HX-Request-Type", "partial")
}

// Answer is what the site said.
type Answer struct {
	Status   int
	Header   http.Header
	Location string // where a redirect leads, without the host
	Body     string
	Doc      *goquery.Document
}

// Get asks for a page.
func (b *Browser) Get(path string) Answer {
	b.tb.Helper()
	return b.do(http.MethodGet, path, nil)
}

// Post sends a form.
func (b *Browser) Post(path string, form url.Values) Answer {
	b.tb.Helper()
	if form == nil {
		form = url.Values{}
	}
	return b.do(http.MethodPost, path, form)
}

// Submit sends a form and follows the redirect that a form that worked is answered with.
func (b *Browser) Submit(path string, form url.Values) Answer {
	b.tb.Helper()
	a := b.Post(path, form)
	if a.Status != http.StatusSeeOther {
		b.tb.Fatalf("POST %s %v: %d\n%s", path, form, a.Status, a.Doc.Find("main").Text())
	}
	return b.Get(a.Location)
}

func (b *Browser) do(method, path string, form url.Values) Answer {
	b.tb.Helper()
	if form == nil {
		return b.send(method, path, "", nil)
	}
	return b.send(method, path, "application/x-www-form-urlencoded", strings.NewReader(form.Encode()))
}

func (b *Browser) send(method, path, contentType string, body io.Reader) Answer {
	b.tb.Helper()
	r, err := http.NewRequestWithContext(b.tb.Context(), method, b.site.Server.URL+path, body)
	if err != nil {
		b.tb.Fatal(err)
	}
	r.Header = b.header.Clone()
	r.Host = r.Header.Get("Host") // "" is where the site is
	if contentType != "" {
		r.Header.Set("Content-Type", contentType)
	}
	if r.Header.Get("Accept-Language") == "" {
		r.Header.Set("Accept-Language", "en") // tests read English, whatever the family speaks
	}
	res, err := b.client.Do(r)
	if err != nil {
		b.tb.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	raw, err := io.ReadAll(res.Body)
	if err != nil {
		b.tb.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(string(raw)))
	if err != nil {
		b.tb.Fatal(err)
	}
	return Answer{res.StatusCode, res.Header, strings.TrimPrefix(res.Header.Get("Location"), b.site.Server.URL), string(raw), doc}
}

// Field is the value of a form's field on the page.
func (a Answer) Field(name string) string {
	field := a.Doc.Find("[name='" + name + "']").First()
	if field.Is("select") {
		field = field.Find("option[selected]")
	}
	if field.Is("textarea") {
		return field.Text()
	}
	value, _ := field.Attr("value")
	return value
}

// ID is the last part of the address that the answer leads to, without a query: the id of what was made.
func (a Answer) ID() string {
	path, _, _ := strings.Cut(a.Location, "?")
	path, _, _ = strings.Cut(path, "#")
	return path[strings.LastIndex(path, "/")+1:]
}
