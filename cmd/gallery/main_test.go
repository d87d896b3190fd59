package main

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

func TestEverySampleIsShownWithItsStylesAndInGermanToo(t *testing.T) {
	ask := func(path string) (int, string) {
		answer := httptest.NewRecorder()
		rooms().ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil))
		return answer.Code, answer.Body.String()
	}
	_, list := ask("/")
	samples := regexp.MustCompile(`href="(/sample/[^"]+)"`).FindAllStringSubmatch(list, -1)
	if len(samples) < 100 {
		t.Fatalf("%d samples", len(samples))
	}
	for _, s := range samples[:10] {
		status, page := ask(s[1])
		styles := regexp.MustCompile(`href="(/static/[^"]+\.css)"`).FindStringSubmatch(page)
		if status != http.StatusOK || styles == nil {
			t.Fatalf("%s: %d", s[1], status)
		}
		if status, _ := ask(styles[1]); status != http.StatusOK {
			t.Errorf("%s: %d", styles[1], status)
		}
		if _, german := ask(s[1] + "?lang=de"); !strings.Contains(german, `lang="de"`) {
			t.Errorf("%s is not in German", s[1])
		}
	}
	if status, _ := ask("/sample/none"); status != http.StatusNotFound {
		t.Errorf("what is none: %d", status)
	}
}
