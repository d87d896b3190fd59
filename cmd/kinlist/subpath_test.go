package main

import (
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// Case 43: behind a proxy that serves it under a path and says so wrongly.
func TestUnderASubPathFormsPostAndEveryAddressStaysThere(t *testing.T) {
	t.Parallel()
	free, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	host := free.Addr().String()
	_ = free.Close()
	s := start(t, "KINLIST_DATA_DIR="+t.TempDir(), "KINLIST_ADDR="+host, "KINLIST_BASE_URL=http://home.example/presents/")
	if s.url != "http://home.example/presents" {
		t.Errorf("it says that it is at %s", s.url)
	}
	at := "http://" + host + "/presents"
	c := browser(t)
	c.Transport = wrongProxy{}
	if path, status, err := post(t, c, at+"/setup", setup); err != nil || status != http.StatusOK || path != "/presents/" {
		t.Fatalf("set-up leads to %s: %d %v", path, status, err)
	}
	if path, status, err := post(t, c, at+"/people", url.Values{"display_name": {"Ben"}, "relationship": {"child"}}); err != nil || status != http.StatusOK || !strings.HasPrefix(path, "/presents/people/") {
		t.Errorf("a form leads to %s: %d %v", path, status, err)
	}
	addresses := regexp.MustCompile(`(?:href|src|action|hx-get|hx-post)="(/[^"]*)"`)
	for _, page := range []string{"/", "/people", "/lists", "/gifts/new", "/settings/profile"} {
		body, status := get(t, c, at+page)
		found := addresses.FindAllStringSubmatch(body, -1)
		if status != http.StatusOK || len(found) < 10 {
			t.Errorf("%s: %d, %d addresses", page, status, len(found))
		}
		for _, a := range found {
			if !strings.HasPrefix(a[1], "/presents/") {
				t.Errorf("%s leads to %s", page, a[1])
			}
		}
	}
}

// wrongProxy is a browser whose requests come with headers of a proxy that nobody trusts.
type wrongProxy struct{}

func (wrongProxy) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("X-Forwarded-Proto", "https")
	r.Header.Set("X-Forwarded-Host", "elsewhere.example")
	return http.DefaultTransport.RoundTrip(r)
}
