package gallery

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"kinlist/internal/domain"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

func uniqueIDs(t *testing.T, doc *goquery.Document) {
	seen := map[string]bool{}
	doc.Find("[id]").Each(func(_ int, e *goquery.Selection) {
		id, _ := e.Attr("id")
		if id == "" || strings.ContainsAny(id, " \t\n") || seen[id] {
			t.Errorf("id %q is empty, broken or used twice", id)
		}
		seen[id] = true
	})
}

func oneHeading(t *testing.T, doc *goquery.Document) {
	if n := doc.Find("h1").Length(); n != 1 {
		t.Errorf("%d headings of the first order", n)
	}
	if doc.Find("main#main").Length() != 1 {
		t.Error("no main")
	}
}

func labelled(t *testing.T, doc *goquery.Document) {
	doc.Find("input:not([type=hidden]), select, textarea").Each(func(_ int, e *goquery.Selection) {
		id, _ := e.Attr("id")
		label := doc.Find("label").FilterFunction(func(_ int, l *goquery.Selection) bool { return l.AttrOr("for", "") == id })
		named := exists(doc, e.AttrOr("aria-labelledby", ""))
		if id == "" || strings.TrimSpace(label.Text()) == "" && !named {
			t.Errorf("no label for %s", outer(e))
		}
	})
}

func describedByExists(t *testing.T, doc *goquery.Document) {
	for _, attr := range []string{"aria-describedby", "aria-labelledby", "popovertarget", "for", "form"} {
		doc.Find("[" + attr + "]").Each(func(_ int, e *goquery.Selection) {
			for id := range strings.FieldsSeq(e.AttrOr(attr, "")) {
				if !exists(doc, id) {
					t.Errorf("%s names #%s, which is not there: %s", attr, id, outer(e))
				}
			}
		})
	}
	doc.Find("[aria-invalid]").Each(func(_ int, e *goquery.Selection) {
		if e.AttrOr("aria-describedby", "") == "" {
			t.Errorf("marked wrong without saying why: %s", outer(e))
		}
	})
}

func nothingForbidden(t *testing.T, doc *goquery.Document) {
	doc.Find("script").Each(func(_ int, e *goquery.Selection) {
		if e.AttrOr("src", "") == "" || e.Text() != "" {
			t.Errorf("an inline script: %s", outer(e))
		}
	})
	if n := doc.Find("style").Length(); n > 0 {
		t.Errorf("%d inline style sheets", n)
	}
	doc.Find("*").Each(func(_ int, e *goquery.Selection) {
		for _, a := range e.Get(0).Attr {
			forbiddenAttribute(t, e, a)
		}
	})
}

func forbiddenAttribute(t *testing.T, e *goquery.Selection, a html.Attribute) {
	t.Helper()
	forbidden := a.Key == "style" || a.Key == "hx-boost" || strings.HasPrefix(a.Key, "hx-on") || strings.HasPrefix(a.Key, "on") ||
		strings.HasPrefix(a.Key, "hx-") && strings.Contains(a.Val, "js:") || a.Key == "hx-trigger" && strings.Contains(a.Val, "[")
	if forbidden {
		t.Errorf("%s=%q on %s", a.Key, a.Val, outer(e))
	}
}

func plainAddresses(t *testing.T, doc *goquery.Document) {
	for _, attr := range []string{"href", "src", "action", "hx-get", "hx-post"} {
		doc.Find("[" + attr + "]").Each(func(_ int, e *goquery.Selection) {
			v := e.AttrOr(attr, "")
			if v == string(bookmark) && e.Is("a#bookmarklet") {
				return
			}
			if !strings.HasPrefix(v, "/") && !strings.HasPrefix(v, "#") && !strings.HasPrefix(v, "https://") || strings.HasPrefix(v, "//") {
				t.Errorf("%s=%q", attr, v)
			}
		})
	}
}

// A status menu has its words written out; they must be those of the chips.
func movesSpeak(t *testing.T, doc *goquery.Document) {
	doc.Find("button.menu-item[data-s]").Each(func(_ int, e *goquery.Selection) {
		s := domain.Status(e.AttrOr("value", ""))
		if e.AttrOr("data-s", "") != string(s) || e.Text() != ui.StatusName(t.Context(), s) || !domain.Known(s, domain.Statuses) {
			t.Errorf("a move that says something else: %s", outer(e))
		}
	})
}

func buttonsSpeak(t *testing.T, doc *goquery.Document) {
	doc.Find("button, a, summary").Each(func(_ int, e *goquery.Selection) {
		if strings.TrimSpace(e.Text()) == "" && e.AttrOr("aria-label", "") == "" {
			t.Errorf("without words: %s", outer(e))
		}
	})
	doc.Find("button").Each(func(_ int, e *goquery.Selection) {
		if !slices.Contains([]string{"submit", "button"}, e.AttrOr("type", "")) {
			t.Errorf("without a type: %s", outer(e))
		}
	})
}

func tables(t *testing.T, doc *goquery.Document) {
	doc.Find("table").Each(func(_ int, e *goquery.Selection) {
		if strings.TrimSpace(e.Find("caption").Text()) == "" {
			t.Error("a table without caption")
		}
	})
	if n := doc.Find("th:not([scope])").Length(); n > 0 {
		t.Errorf("%d heads without scope", n)
	}
}

func alternatives(t *testing.T, doc *goquery.Document) {
	if n := doc.Find("img:not([alt])").Length(); n > 0 {
		t.Errorf("%d pictures without alt", n)
	}
	if n := doc.Find("svg:not([aria-hidden])").Length(); n > 0 {
		t.Errorf("%d drawings that are read out", n)
	}
}

func outsideLinks(t *testing.T, doc *goquery.Document) {
	doc.Find(`a[href^="http"]`).Each(func(_ int, e *goquery.Selection) {
		if e.AttrOr("rel", "") != "noopener noreferrer" || e.AttrOr("target", "") != "_blank" {
			t.Errorf("link to another site: %s", outer(e))
		}
	})
}

func targetsExist(t *testing.T, doc *goquery.Document) {
	doc.Find("[hx-target]").Each(func(_ int, e *goquery.Selection) {
		if part, near := strings.CutPrefix(e.AttrOr("hx-target", ""), "closest "); near && e.Closest(part).Length() == 1 {
			return
		}
		if id, ok := strings.CutPrefix(e.AttrOr("hx-target", ""), "#"); !ok || !exists(doc, id) {
			t.Errorf("hx-target %q is not there", e.AttrOr("hx-target", ""))
		}
	})
	doc.Find("form[hx-post]").Each(func(_ int, e *goquery.Selection) {
		if e.AttrOr("action", "") != e.AttrOr("hx-post", "") || e.AttrOr("method", "") != "post" || e.AttrOr("hx-sync", "") != "this:drop" {
			t.Errorf("a form that differs without a script: %s", outer(e))
		}
	})
}

// A field that is looked at when it changes asks its own form's address about itself. Nothing is sent but what people type:
// no file goes along.
func fieldsAskAboutThemselves(t *testing.T, doc *goquery.Document) {
	doc.Find("input[hx-post], select[hx-post], textarea[hx-post]").Each(func(_ int, e *goquery.Selection) {
		form, part := e.Closest("form"), strings.TrimPrefix(e.AttrOr("hx-target", ""), "closest ")
		ask := paths.Check(form.AttrOr("action", ""), e.AttrOr("id", ""))
		if e.AttrOr("hx-post", "") != ask || form.AttrOr("method", "") != "post" || form.Find("[type=file]").Length() > 0 {
			t.Errorf("asks something else than %s: %s", ask, outer(e))
		}
		if e.AttrOr("hx-trigger", "") != "change delay:150ms" || e.AttrOr("hx-swap", "") != "outerMorph" || e.AttrOr("hx-sync", "") != "closest "+part+":replace" {
			t.Errorf("asks while somebody types, or more than once: %s", outer(e))
		}
	})
}

func iconsExist(t *testing.T, doc *goquery.Document) {
	sprite, err := os.ReadFile("../../static/icons/sprite.svg")
	if err != nil {
		t.Fatal(err)
	}
	doc.Find("use").Each(func(_ int, e *goquery.Selection) {
		_, id, _ := strings.Cut(e.AttrOr("href", ""), "#")
		if !bytes.Contains(sprite, []byte(`id="`+id+`"`)) {
			t.Errorf("no icon %q in the sprite", id)
		}
	})
}

func exists(doc *goquery.Document, id string) bool {
	return doc.Find("[id]").FilterFunction(func(_ int, e *goquery.Selection) bool { return e.AttrOr("id", "") == id }).Length() == 1
}

func outer(e *goquery.Selection) string {
	s, _ := goquery.OuterHtml(e)
	return s[:min(len(s), 160)]
}
