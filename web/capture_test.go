package web_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"kinlist/internal/dbtest"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestThePhoneInstallsAndSharesByTheManifest(t *testing.T) {
	s := webtest.Family(t, dbtest.Open(t))
	page := s.Browser(t).Get(paths.Login())
	a := s.Browser(t).Get(page.Doc.Find("link[rel=manifest]").AttrOr("href", "none"))
	var m struct {
		StartURL  string `json:"start_url"`
		Icons     []struct{ Src, Type, Purpose string }
		Shortcuts []struct{ Name, URL string }
		Share     struct {
			Action, Method string
			Params         map[string]string
		} `json:"share_target"`
	}
	if err := json.Unmarshal([]byte(a.Body), &m); err != nil || a.Status != http.StatusOK || a.Header.Get("Content-Type") != "application/manifest+json" {
		t.Fatalf("%d %s: %v", a.Status, a.Header.Get("Content-Type"), err)
	}
	if !strings.Contains(page.Header.Get("Content-Security-Policy"), "manifest-src 'self'") {
		t.Error("the policy forgets the manifest")
	}
	maskable := false
	for _, icon := range m.Icons {
		if got := s.Browser(t).Get(icon.Src); got.Status != http.StatusOK || got.Header.Get("Content-Type") != "image/png" || !strings.HasPrefix(got.Body, "\x89PNG") {
			t.Errorf("icon %s: %d %s", icon.Src, got.Status, got.Header.Get("Content-Type"))
		}
		maskable = maskable || icon.Purpose == "maskable"
	}
	b := s.As(t, s.Tom)
	for _, to := range []string{m.StartURL, m.Share.Action, m.Shortcuts[0].URL} {
		if got := b.Get(to); got.Status != http.StatusOK {
			t.Errorf("%s: %d", to, got.Status)
		}
	}
	if !maskable || len(m.Icons) < 3 || m.Share.Method != "GET" {
		t.Errorf("icons %v, share by %s", m.Icons, m.Share.Method)
	}
	// As Android does it: the link stands in the text.
	shared := b.Get(paths.With(m.Share.Action, m.Share.Params["title"], "Drums", m.Share.Params["text"], "http://127.0.0.1:1/p/red-drums"))
	if got := shared.Doc.Find("#link").AttrOr("value", ""); got != "http://127.0.0.1:1/p/red-drums" {
		t.Errorf("shared: %d, link %q", shared.Status, got)
	}
}

func TestTheBookmarkletPageOffersOneThatComesBackHere(t *testing.T) {
	s := webtest.Family(t, dbtest.Open(t))
	a := s.As(t, s.Tom).Get(paths.Bookmarklet())
	href := a.Doc.Find("#bookmarklet").AttrOr("href", "")
	if !strings.HasPrefix(href, "javascript:location.href='"+s.Server.URL+paths.NewIdea()+"?link='") || a.Doc.Find("#bookmarklet_text").Text() != href {
		t.Errorf("%q; to copy: %q", href, a.Doc.Find("#bookmarklet_text").Text())
	}
	if n := a.Doc.Find("[href^='javascript']").Length(); n != 1 {
		t.Errorf("%d such addresses", n)
	}
}

func TestGuestsAreNotOfferedToAddIdeas(t *testing.T) {
	s := webtest.Family(t, dbtest.Open(t))
	guest, member := s.As(t, s.Gast), s.As(t, s.Tom)
	if guest.Get(paths.Home()).Doc.Find("#add-idea").Length() != 0 || member.Get(paths.Home()).Doc.Find("#add-idea").Length() != 1 {
		t.Error("the way to add an idea is offered to the wrong people")
	}
	for _, path := range []string{paths.NewIdea(), paths.NewIdeas(), paths.ReadIdeas()} {
		if got, sent := guest.Get(path), guest.Post(path, form("title", "x", "lines", "x")); got.Status != http.StatusForbidden || sent.Status != http.StatusForbidden {
			t.Errorf("%s: %d, %d", path, got.Status, sent.Status)
		}
	}
}
