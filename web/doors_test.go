package web_test

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/static"
	"kinlist/web/webtest"
)

// Case 34.
func TestSignInIsOneAnswerForAnUnknownNameAndAWrongPassword(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		email := s.SetPassword(t, s.Maria)
		wrong := s.Browser(t).Post(paths.Login(), form("email", email, "password", "wrong horse"))
		unknown := s.Browser(t).Post(paths.Login(), form("email", "nobody@example.org", "password", "wrong horse"))
		said := func(a webtest.Answer) string { return a.Doc.Find("main .notice, main .errors").Text() }
		if wrong.Status != http.StatusUnauthorized || unknown.Status != wrong.Status || said(wrong) == "" || said(wrong) != said(unknown) {
			t.Errorf("wrong: %d %q; unknown: %d %q", wrong.Status, said(wrong), unknown.Status, said(unknown))
		}
		if wrong.Field("email") != email || wrong.Field("password") != "" {
			t.Errorf("the form came back with %q and password %q", wrong.Field("email"), wrong.Field("password"))
		}
		if a := s.Browser(t).Post(paths.Login(), form("email", strings.ToUpper(email), "password", fixture.Password)); a.Status != http.StatusSeeOther {
			t.Errorf("the address in capitals: %d", a.Status)
		}
	})
}

func TestSignInIsLimitedForAnAccountAndSaysWhenToTryAgain(t *testing.T) {
	s := webtest.Family(t, dbtest.Open(t))
	email := s.SetPassword(t, s.Maria)
	var a webtest.Answer
	for range 20 {
		if a = s.Browser(t).Post(paths.Login(), form("email", email, "password", "wrong horse")); a.Status == http.StatusTooManyRequests {
			break
		}
	}
	wait, err := strconv.Atoi(a.Header.Get("Retry-After"))
	if a.Status != http.StatusTooManyRequests || err != nil || wait < 1 || wait > 60 {
		t.Fatalf("%d, Retry-After %q", a.Status, a.Header.Get("Retry-After"))
	}
	if a := s.Browser(t).Post(paths.Login(), form("email", email, "password", fixture.Password)); a.Status != http.StatusTooManyRequests {
		t.Errorf("the right password while limited: %d", a.Status)
	}
	s.Clock.T = s.Clock.T.Add(2 * time.Minute)
	for range 40 { // who knows the password is not limited
		if a := s.Browser(t).Post(paths.Login(), form("email", email, "password", fixture.Password)); a.Status != http.StatusSeeOther {
			t.Fatalf("later: %d", a.Status)
		}
	}
}

// Case 37.
func TestNextLeadsOnlyToPagesOfThisSite(t *testing.T) {
	s := webtest.Family(t, dbtest.Open(t))
	email := s.SetPassword(t, s.Maria)
	for next, want := range map[string]string{
		"/people?q=x": "/people?q=x", "": "/", "//evil.example": "/", "https://evil.example/": "/", `/\evil.example`: "/",
		"/\t/evil.example": "/", "javascript:alert(1)": "/", "people": "/",
	} {
		a := s.Browser(t).Post(paths.Login(), form("email", email, "password", fixture.Password, "next", next))
		if a.Status != http.StatusSeeOther || a.Location != want {
			t.Errorf("next %q leads to %q", next, a.Location)
		}
	}
}

func TestASessionEndsBySigningOutAndByItself(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		leaves, stays := s.As(t, s.Maria), s.As(t, s.Tom)
		copied := leaves.Get(paths.Home()) // while signed in
		leaves.Submit(paths.Logout(), nil)
		if a := leaves.Get(paths.Home()); copied.Status != http.StatusOK || a.Status != http.StatusSeeOther {
			t.Errorf("after signing out: %d", a.Status)
		}
		s.Clock.T = s.Clock.T.Add(service.SessionLife - time.Hour)
		if a := stays.Get(paths.Home()); a.Status != http.StatusOK {
			t.Errorf("shortly before the end: %d", a.Status)
		}
		s.Clock.T = s.Clock.T.Add(service.SessionLife - time.Hour)
		if a := stays.Get(paths.Home()); a.Status != http.StatusOK {
			t.Errorf("a session in use lives on: %d", a.Status)
		}
		s.Clock.T = s.Clock.T.Add(service.SessionLife + time.Hour)
		if a := stays.Get(paths.Home()); a.Status != http.StatusSeeOther {
			t.Errorf("long unused: %d", a.Status)
		}
	})
}

func TestEveryAnswerIsSafeByItsHeadersAndCookies(t *testing.T) {
	s := webtest.Family(t, dbtest.Open(t))
	email := s.SetPassword(t, s.Maria)
	a := s.Browser(t).Post(paths.Login(), form("email", email, "password", fixture.Password))
	cookie := a.Header.Get("Set-Cookie")
	if !strings.Contains(cookie, "HttpOnly") || !strings.Contains(cookie, "SameSite=Lax") || strings.Contains(cookie, "Secure") {
		t.Errorf("cookie over http: %s", cookie)
	}
	for _, a := range []webtest.Answer{a, s.Browser(t).Get(paths.Login()), s.As(t, s.Maria).Get(paths.Home()), s.Browser(t).Get("/nowhere"), s.Browser(t).Get(static.URL("app.js"))} {
		csp := a.Header.Get("Content-Security-Policy")
		if !strings.Contains(csp, "script-src 'self';") || !strings.Contains(csp, "style-src 'self';") || strings.Contains(csp, "unsafe") ||
			a.Header.Get("X-Content-Type-Options") != "nosniff" || a.Header.Get("X-Frame-Options") != "DENY" {
			t.Errorf("headers: %v", a.Header)
		}
	}
}

func TestStaticFilesAreKeptForEverAndComeCompressed(t *testing.T) {
	s := webtest.Family(t, dbtest.Open(t))
	plain := s.Browser(t).With("Accept-Encoding", "identity").Get(static.URL("app.css"))
	small := s.Browser(t).With("Accept-Encoding", "gzip, br").Get(static.URL("app.css"))
	if plain.Status != http.StatusOK || !strings.Contains(plain.Header.Get("Cache-Control"), "immutable") {
		t.Errorf("%d %v", plain.Status, plain.Header)
	}
	if small.Header.Get("Content-Encoding") != "br" || len(small.Body)*3 > len(plain.Body) || len(small.Body) > 12<<10 {
		t.Errorf("%s: %d of %d bytes", small.Header.Get("Content-Encoding"), len(small.Body), len(plain.Body))
	}
}

func TestHealthIsToldWithoutASession(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		for _, path := range []string{paths.Healthz(), paths.Readyz()} {
			if a := s.Browser(t).Get(path); a.Status != http.StatusOK {
				t.Errorf("%s: %d", path, a.Status)
			}
		}
	})
}

func TestAListOfAHundredGiftsIsFifteenKilobytesOnTheWire(t *testing.T) {
	s, list, _ := planned(t, dbtest.Open(t))
	for i := range 99 {
		in := fixture.Gift(fmt.Sprint("Something for Ben, number ", i), "24,90")
		in.Link = fmt.Sprint("https://shop.example/thing/", i)
		s.Item(t, s.Tom, list, in)
	}
	a := s.As(t, s.Maria).With("Accept-Encoding", "gzip").Get(paths.Lists.One(list))
	t.Logf("%d bytes", len(a.Body))
	if a.Header.Get("Content-Encoding") != "gzip" || len(a.Body) > 15<<10 {
		t.Errorf("%s: %d bytes", a.Header.Get("Content-Encoding"), len(a.Body))
	}
}

func TestSigningInBeginsInTheFieldThatIsToBeFilled(t *testing.T) {
	t.Parallel()
	s := webtest.Family(t, dbtest.Open(t))
	focused := func(a webtest.Answer) string { return a.Doc.Find("[autofocus]").AttrOr("id", "") }
	b := s.Browser(t)
	if got := focused(b.Get(paths.Login())); got != "email" {
		t.Errorf("the focus begins in %q", got)
	}
	if got := focused(b.Post(paths.Login(), form("email", s.SetPassword(t, s.Tom), "password", "not this"))); got != "password" {
		t.Errorf("after a wrong password it is in %q", got)
	}
}
