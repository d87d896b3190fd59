package browsertest

import (
	"encoding/json"
	"flag"
	"math"
	"net/url"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"kinlist/internal/fixture"
	"kinlist/internal/paths"
)

// lighthouse is the version of Lighthouse that npx fetches; "" leaves it out.
var lighthouse = flag.String("lighthouse", "", "the version of Lighthouse to measure the pages with")

// TestLighthouse prints what Lighthouse thinks of the pages on a phone, and what costs them points. The task of the
// same name runs it: it takes minutes, and its marks for speed depend on the machine. Each page is measured twice: as
// Lighthouse does by itself, four times slower than a fast laptop would be that the machine may not be, and slowed down as
// far as makes this machine the phone that is meant.
func TestLighthouse(t *testing.T) { //nolint:paralleltest // it measures
	if *lighthouse == "" {
		t.Skip("the task lighthouse runs it")
	}
	s := newSample(t)
	in := s.Browser(t).Post(paths.Login(), url.Values{"email": {s.email}, "password": {fixture.Password}})
	cookies := make([]string, 0, 2)
	for _, c := range in.Header.Values("Set-Cookie") {
		pair, _, _ := strings.Cut(c, ";")
		cookies = append(cookies, pair)
	}
	headers, err := json.Marshal(map[string]string{"Cookie": strings.Join(cookies, "; "), "Accept-Language": "en"})
	must(t, err)
	for name, path := range map[string]string{"dashboard": paths.Home(), "list": paths.Lists.One(s.list), "people": paths.People.Index()} {
		r := measured(t, s.Server.URL+path, string(headers), 4)
		if !strings.HasSuffix(r.FinalDisplayedURL, path) {
			t.Fatalf("%s is not what was looked at, but %s", path, r.FinalDisplayedURL)
		}
		t.Logf("%-9s performance %3.0f  accessibility %3.0f  best practices %3.0f", name,
			r.mark("performance"), r.mark("accessibility"), r.mark("best-practices"))
		for id, a := range r.Audits {
			if a.Score != nil && *a.Score < 0.9 && r.counts(id) {
				t.Logf("          %s: %s", a.Title, a.DisplayValue)
			}
		}
		slower := slowdown(r.Environment.BenchmarkIndex)
		r = measured(t, s.Server.URL+path, string(headers), slower)
		t.Logf("          performance %3.0f when slowed down %.1f times, as a machine of speed %.0f has to be",
			r.mark("performance"), slower, r.Environment.BenchmarkIndex)
	}
}

// report is what Lighthouse says of a page.
type report struct {
	FinalDisplayedURL string `json:"finalDisplayedUrl"`
	Environment       struct{ BenchmarkIndex float64 }
	Categories        map[string]struct {
		Score     *float64
		AuditRefs []struct {
			ID     string
			Weight float64
		}
	}
	Audits map[string]struct {
		Title, DisplayValue string
		Score               *float64
	}
}

// mark is a category's, out of a hundred.
func (r report) mark(category string) float64 {
	if score := r.Categories[category].Score; score != nil {
		return math.Round(*score * 100)
	}
	return 0
}

// counts reports whether an audit counts for a mark.
func (r report) counts(audit string) bool {
	for _, c := range r.Categories {
		for _, ref := range c.AuditRefs {
			if ref.ID == audit && ref.Weight > 0 {
				return true
			}
		}
	}
	return false
}

// slowdown is how many times a machine has to be slowed down to be as slow as the phone of Lighthouse, by its speed as
// Lighthouse measures it. The numbers are those of the calculator that its documentation of throttling leads to.
func slowdown(speed float64) float64 {
	switch {
	case speed >= 1300:
		return 3 + (speed-1300)/233
	case speed >= 800:
		return 2 + (speed-800)/500
	}
	return max(1, 1+(speed-150)/650)
}

// measured lets Lighthouse open a page in the machine's Chromium, so many times slower than the machine is.
func measured(t *testing.T, page, headers string, slower float64) report {
	t.Helper()
	chrome, err := lookUp()
	must(t, err)
	run := func() ([]byte, error) {
		cmd := exec.CommandContext(t.Context(), "npx", "--yes", "lighthouse@"+*lighthouse, page, "--quiet", "--output", "json",
			"--only-categories", "performance,accessibility,best-practices", "--extra-headers", headers,
			"--throttling.cpuSlowdownMultiplier", strconv.FormatFloat(slower, 'f', 1, 64),
			"--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking")
		cmd.Env = append(os.Environ(), "CHROME_PATH="+chrome)
		cmd.Stderr = os.Stderr
		return cmd.Output()
	}
	out, err := run()
	if err != nil { // on a busy machine it asks to be run again
		out, err = run()
	}
	must(t, err)
	var r report
	must(t, json.Unmarshal(out, &r))
	return r
}
