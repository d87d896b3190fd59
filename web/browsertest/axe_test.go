package browsertest

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
)

//go:embed testdata/axe/axe.min.js
var axe string

func TestEveryPageIsAccessibleInLightAndDarkNarrowAndWide(t *testing.T) {
	t.Parallel()
	for _, scheme := range []string{"light", "dark"} {
		t.Run(scheme, func(t *testing.T) {
			t.Parallel()
			walk(t, newSample(t), func(b *Browser, _ aPage) {
				for _, screen := range []Screen{Narrow, Laptop} {
					b.Resize(screen)
					b.accessible(scheme, screen)
				}
			}, func(b *Browser) {
				b.Prefer(scheme)
				// Not by a script tag: the pages' content security policy lets none in.
				call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: axe})
			})
		})
	}
}

// violation is a rule that a page breaks, and where.
type violation struct {
	ID, Help string
	Nodes    []string
}

// accessible checks a page against WCAG 2.2 AA, as far as a program can.
func (b *Browser) accessible(scheme string, s Screen) {
	b.tb.Helper()
	// axe does not know the top layer: it takes what lies under an open menu to lie over it.
	const check = `axe.run(document, {
		rules: { 'target-size': { enabled: !document.querySelector(':popover-open') } },
		runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
		resultTypes: ['violations'],
	}).then((r) => r.violations.map((v) => ({
		id: v.id, help: v.help,
		nodes: v.nodes.slice(0, 5).map((n) => n.target.join(' ') + ': ' + n.failureSummary.replace(/\s+/g, ' ')),
	})))`
	for _, v := range Eval[[]violation](b, check) {
		b.tb.Errorf("%s, %d px: %s (%s)\n\t%s", scheme, s.Width, v.Help, v.ID, strings.Join(v.Nodes, "\n\t"))
	}
}

func TestAxeIsTheFileThatItsChecksumNames(t *testing.T) {
	t.Parallel()
	const dir = "testdata/axe"
	sums, err := os.ReadFile(filepath.Join(dir, "checksums.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(sums)) {
		want, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		body, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if got := sha256.Sum256(body); hex.EncodeToString(got[:]) != want {
			t.Errorf("%s is not the file of axe-core 4.14.1", name)
		}
	}
}
