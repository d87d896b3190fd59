package browsertest

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"

	"kinlist/internal/dbtest"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

//go:embed testdata/axe/axe.min.js
var axe string

// The rules: WCAG 2.2 AA, as far as a program can check it, and those of them that look at colours.
const (
	allRules    = `['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']`
	colourRules = `['color-contrast', 'link-in-text-block']`
)

// withAxe has axe on every page. Not by a script tag: the pages' content security policy lets none in.
func withAxe(b *Browser) {
	b.tb.Helper()
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: axe})
}

func TestEveryPageIsAccessibleInLightAndDarkNarrowAndWide(t *testing.T) {
	t.Parallel()
	s := newSample(t)
	t.Run("320 px", func(t *testing.T) {
		t.Parallel()
		walk(t, s, func(b *Browser, _ aPage) {
			b.accessible("light", allRules)
			b.accessible("dark", colourRules) // the page is the same; only its colours are not
		}, On(Narrow), withAxe)
	})
	t.Run("1280 and 800 px", func(t *testing.T) {
		t.Parallel()
		walk(t, s, func(b *Browser, _ aPage) {
			b.accessible("light", allRules)
			b.accessible("dark", colourRules)
			b.Resize(Tablet)
			b.accessible("light at 800 px", allRules)
			b.Resize(Laptop)
		}, withAxe)
	})
}

//nolint:tparallel // one window walks through the pages, one after the other
func TestEveryPageIsAccessibleWithoutJavaScript(t *testing.T) {
	t.Parallel()
	s := newSample(t)
	b := s.open(t, On(Narrow), NoScript)
	b.Expect(404)
	b.Expect(422)
	for _, p := range slices.Concat(s.things(), s.plans()) {
		if p.then != nil {
			continue // a state that a script makes
		}
		t.Run(p.name, func(t *testing.T) {
			b := b.In(t)
			b.Go(p.path)
			b.auditAsLoaded()
		})
	}
}

//nolint:tparallel // one window walks through the pages, one after the other
func TestThePagesOfAFamilyThatHasJustBegunAreAccessible(t *testing.T) {
	t.Parallel()
	s := webtest.Family(t, dbtest.Open(t))
	b := open(t, s, s.Lena, withAxe)
	b.Expect(404)
	for _, path := range []string{
		paths.Home(), paths.People.Index(), paths.People.One(s.Ben), paths.Occasions.One(s.Christmas), paths.Lists.Index(), paths.Gifts.Index(),
		paths.Tags.Index(), paths.Assignments(), paths.Comments.Index(), paths.Search(), paths.Trash(), paths.Changes(),
	} {
		t.Run(path, func(t *testing.T) {
			b := b.In(t)
			b.Go(path)
			b.accessible("light", allRules)
			b.accessible("dark", colourRules)
			b.Resize(Narrow)
			b.accessible("light at 320 px", allRules)
			b.Resize(Laptop)
		})
	}
}

// auditAsLoaded lets axe look at a page that has loaded without scripts: those of the page have missed their time.
func (b *Browser) auditAsLoaded() {
	b.tb.Helper()
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: false})
	Eval[bool](b, axe+"; true")
	b.accessible("light", allRules)
	NoScript(b)
}

// violation is a rule that a page breaks, and where.
type violation struct {
	ID, Help string
	Nodes    []string
}

// accessible checks a page in a colour scheme against rules of axe. More words may follow that of the scheme.
func (b *Browser) accessible(scheme, rules string) {
	b.tb.Helper()
	b.Prefer(strings.Fields(scheme)[0])
	for _, v := range b.violations(rules) {
		b.tb.Errorf("%s: %s (%s)\n\t%s", scheme, v.Help, v.ID, strings.Join(v.Nodes, "\n\t"))
	}
	b.Prefer("light")
}

func (b *Browser) violations(rules string) []violation {
	b.tb.Helper()
	// axe does not know the top layer: it takes what lies under an open menu to lie over it. And what bars cover, once
	// a page has been scrolled to a field (a window that changes its size does so too) or by a selection, can be
	// scrolled out from under them.
	const check = `(scrollTo({ top: 0, behavior: 'instant' }), axe).run(document, {
		runOnly: %s,
		rules: { 'target-size': { enabled: !document.querySelector(':popover-open, .bulk:not([hidden]), .cell-form') } },
		resultTypes: ['violations'],
	}).then((r) => r.violations.map((v) => ({
		id: v.id, help: v.help,
		nodes: v.nodes.slice(0, 5).map((n) => n.target.join(' ') + ': ' + n.failureSummary.replace(/\s+/g, ' ')),
	})))`
	return Eval[[]violation](b, fmt.Sprintf(check, rules))
}

func TestAxeFindsWhatIsWrong(t *testing.T) {
	t.Parallel()
	b := Open(t, webtest.Empty(t, dbtest.Open(t), nil).Server.URL, Dark, withAxe)
	b.Go(paths.Setup())
	Eval[bool](b, `(() => {
		document.querySelector('h1').style.color = getComputedStyle(document.documentElement).getPropertyValue('--paper');
		document.querySelector('main').append(document.createElement('select'));
		return true;
	})()`)
	if found := b.violations(colourRules); len(found) != 1 || found[0].ID != "color-contrast" {
		t.Errorf("of colours: %v", found)
	}
	if found := b.violations(allRules); len(found) != 2 || found[1].ID != "select-name" {
		t.Errorf("of all: %v", found)
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
