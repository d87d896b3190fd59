package main

import (
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"
)

var measured = regexp.MustCompile(`"at":"(http://[^"]+)"`)

func TestMetricsAreOnTheOperatorsAddressAloneAndNameNobody(t *testing.T) {
	t.Parallel()
	s := start(t, "KINLIST_DATA_DIR="+t.TempDir(), "KINLIST_METRICS_ADDR=127.0.0.1:0")
	at := s.logged(measured)
	c := browser(t)
	const person = "0190d6a0-0000-7000-8000-000000000000"
	fetched(t, c, s.url+"/healthz")
	fetched(t, c, s.url+"/people/"+person)
	fetched(t, c, s.url+"/nothing/like/this")
	for _, elsewhere := range []string{s.url + "/metrics", strings.TrimSuffix(at, "/metrics") + "/", strings.TrimSuffix(at, "/metrics") + "/people"} {
		if status, body := fetched(t, c, elsewhere); status != http.StatusNotFound || strings.Contains(body, "kinlist_requests") {
			t.Errorf("%s: %d %.80s", elsewhere, status, body)
		}
	}
	status, body := fetched(t, c, at)
	for _, want := range []string{
		`kinlist_request_seconds_count{method="GET",route="/healthz",status="200"} 1`, `route="/people/:id",status="303"`, `status="404"`,
		`kinlist_request_seconds_bucket{method="GET",route="/healthz",status="200",le="+Inf"} 1`, "kinlist_requests_open 0", "go_goroutines ",
	} {
		if status != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%d: no %s in\n%s", status, want, body)
		}
	}
	if strings.Contains(body, person) || strings.Contains(body, "like") {
		t.Errorf("an address is told:\n%s", body)
	}
}

func fetched(t *testing.T, c *http.Client, address string) (int, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := c.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(body)
}
