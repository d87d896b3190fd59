package gallery

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kinlist/internal/keys"
)

// Case 18: by a key or by hand the same control is pressed.
func TestEveryKeyHasAControlAndEveryControlsKeyIsInTheRegistry(t *testing.T) {
	t.Parallel()
	carried := map[string]bool{}
	for _, s := range Samples() {
		parse(t, s).Find("[data-key]").Each(func(_ int, e *goquery.Selection) { carried[e.AttrOr("data-key", "")] = true })
	}
	known := map[string]bool{}
	for _, k := range keys.All {
		known[k.Data()] = true
		if !k.Native && !carried[k.Data()] {
			t.Errorf("no control of any page carries %s (%s)", k.Name, k.Data())
		}
	}
	for data := range carried {
		if !known[data] {
			t.Errorf("a control carries %q, which is no key of the registry", data)
		}
	}
}

// On one page a key presses one thing: but for the rows, which share their keys, and what stands in a place of its own
// (a form, a menu, a dialog, the bar of the selection), where the nearest counts.
func TestNoTwoControlsOfAPageShareAKey(t *testing.T) {
	t.Parallel()
	for _, s := range Samples() {
		seen := map[string][]string{}
		parse(t, s).Find("[data-key]").Each(func(_ int, e *goquery.Selection) {
			if e.Is("summary") && e.Parent().Find("[data-key]").Length() > 1 {
				return // stands in for what it folds, which cannot be seen then
			}
			place := ""
			for _, own := range []string{"[data-row]", "[popover]", "dialog", "[data-chosen]"} {
				if e.Closest(own).Length() > 0 {
					place = own + e.Closest(own).AttrOr("id", "")
				}
			}
			data := e.AttrOr("data-key", "")
			if strings.HasPrefix(data, "Mod+") || data == "Escape" {
				place += "form" + e.Closest("form").AttrOr("id", e.Closest("form").AttrOr("action", ""))
			}
			at := place + " " + data
			if what := e.AttrOr("id", e.Text()); place != "[data-row]" && !slices.Contains(seen[at], what) {
				seen[at] = append(seen[at], what)
			}
		})
		for at, controls := range seen {
			if len(controls) > 1 {
				t.Errorf("%s: %s presses %s", s.Name, at, strings.Join(controls, " and "))
			}
		}
	}
}

func parse(t *testing.T, s Sample) *goquery.Document {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(render(t, s)))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}
