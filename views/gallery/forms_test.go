package gallery

import (
	"slices"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// own are the fields in which people write of themselves: the browser may fill them in.
var own = []string{"name", "email", "password", "old", "code"}

// Prices are text with a keyboard of digits, only one's own data are filled in by the browser, and the way to save stands
// before the way out.
func formsAreEasyToFillIn(t *testing.T, doc *goquery.Document) {
	const amounts = "input[name=price], input[name$=_price], input[name=budget], input[name^=person_budget_]"
	doc.Find(amounts).Each(func(_ int, e *goquery.Selection) {
		if e.AttrOr("type", "") != "text" || e.AttrOr("inputmode", "") != "decimal" {
			t.Errorf("an amount that is typed on letters: %s", outer(e))
		}
	})
	doc.Find("form[method=post] input").Each(func(_ int, e *goquery.Selection) {
		typed := !slices.Contains([]string{"hidden", "checkbox", "radio", "file"}, e.AttrOr("type", "text"))
		filled := e.AttrOr("autocomplete", "on") != "off"
		if _, fixed := e.Attr("readonly"); typed && filled && !fixed && !slices.Contains(own, e.AttrOr("name", "")) {
			t.Errorf("the browser fills in what is another's: %s", outer(e))
		}
	})
	doc.Find("form #cancel").Each(func(_ int, e *goquery.Selection) {
		if e.PrevAllFiltered("#save").Length() != 1 {
			t.Errorf("Cancel does not stand behind Save: %s", outer(e))
		}
	})
}
