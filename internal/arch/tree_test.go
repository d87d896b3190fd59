package arch

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// ignored are folders that git ignores and running the program may leave behind.
var ignored = []string{"bin", "data"}

func TestTheTopOfTheTreeIsFixed(t *testing.T) {
	t.Parallel()
	allowed := append([]string{"cmd", "docs", "internal", "migrations", "static", "views", "web"}, ignored...)
	entries, err := fs.ReadDir(source, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") && !slices.Contains(allowed, e.Name()) {
			t.Errorf("folder %s at the top: %v is all there is", e.Name(), allowed)
		}
		if strings.HasSuffix(e.Name(), ".go") {
			t.Errorf("%s at the top: code has a layer", e.Name())
		}
	}
}

func TestNoFileIsLongerThanAReaderCanHold(t *testing.T) {
	t.Parallel()
	const most = 400
	walk(t, source, []string{".go", ".templ", ".js", ".css"}, func(name string, text []byte) {
		generated := strings.HasSuffix(name, "_templ.go") || strings.HasPrefix(name, "static/vendor/")
		if n := bytes.Count(text, []byte("\n")); n > most && !generated {
			t.Errorf("%s has %d lines; at most %d, so that it stays one thing", name, n, most)
		}
	})
}
