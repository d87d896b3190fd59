package static

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

func TestVendoredFilesAreAsTheirMakersPublishedThem(t *testing.T) {
	t.Parallel()
	sums := read(t, "vendor/htmx/checksums.txt")
	lines := bufio.NewScanner(bytes.NewReader(sums))
	n := 0
	for lines.Scan() {
		want, name, _ := strings.Cut(lines.Text(), "  ")
		got := sha256.Sum256(read(t, "vendor/htmx/"+name))
		if hex.EncodeToString(got[:]) != want {
			t.Errorf("%s is not the file that checksums.txt names", name)
		}
		n++
	}
	if n != 3 {
		t.Errorf("%d checksums, want those of htmx, hx-sse and the licence", n)
	}
}

func TestEveryAddressLeadsToItsFile(t *testing.T) {
	t.Parallel()
	for name := range bundles {
		url := URL(name)
		a, ok := Find(filepath.Base(url))
		if !ok || len(a.Body) == 0 || a.ContentType == "" {
			t.Errorf("%s: nothing at %s", name, url)
		}
	}
	if _, ok := Find("app.css"); ok {
		t.Error("a name without hash was found: it could not be kept for ever")
	}
}

func TestCompressedBodiesAreTheBody(t *testing.T) {
	t.Parallel()
	for name, a := range all().assets {
		unzipped, err := gzip.NewReader(bytes.NewReader(a.Gzip()))
		if err != nil {
			t.Fatal(err)
		}
		same(t, name, a.Body, unzipped)
		same(t, name, a.Body, brotli.NewReader(bytes.NewReader(a.Brotli())))
	}
}

// The budgets of UX.md, in bytes compressed with brotli; ours is our own part of the script.
func TestFilesKeepWithinTheirBudgets(t *testing.T) {
	t.Parallel()
	ours := brotliOf(join(bundles["app.js"][2:]))
	budgets := []struct {
		name  string
		size  int
		limit int
	}{
		{"app.css", len(served(t, "app.css").Brotli()), 12_000},
		{"app.js", len(served(t, "app.js").Brotli()), 22_000},
		{"our part of app.js", len(ours), 6_000},
		{"sprite.svg", len(served(t, "sprite.svg").Brotli()), 4_000},
	}
	for _, b := range budgets {
		t.Logf("%s: %d of %d bytes", b.name, b.size, b.limit)
		if b.size > b.limit {
			t.Errorf("%s is %d bytes, more than %d", b.name, b.size, b.limit)
		}
	}
}

func TestNothingIsFetchedFromElsewhere(t *testing.T) {
	t.Parallel()
	css := string(served(t, "app.css").Body)
	for _, s := range []string{"url(", "@import", "//"} {
		if strings.Contains(css, s) {
			t.Errorf("app.css contains %q", s)
		}
	}
}

func TestEveryFileIsServed(t *testing.T) {
	t.Parallel()
	used := map[string]bool{}
	for _, parts := range bundles {
		for _, p := range parts {
			used[p] = true
		}
	}
	for _, pattern := range []string{"css/*.css", "js/*.js", "icons/*.svg", "icons/*.png"} {
		found, _ := filepath.Glob(pattern)
		for _, f := range found {
			if !used[filepath.ToSlash(f)] {
				t.Errorf("%s is part of no bundle", f)
			}
		}
	}
}

func served(t *testing.T, name string) Asset {
	t.Helper()
	a, ok := Find(filepath.Base(URL(name)))
	if !ok {
		t.Fatalf("no %s", name)
	}
	return a
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	body, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func same(t *testing.T, name string, want []byte, got io.Reader) {
	t.Helper()
	body, err := io.ReadAll(got)
	if err != nil || !bytes.Equal(body, want) {
		t.Errorf("%s: the compressed body differs (%v)", name, err)
	}
}
