package browsertest

import (
	"net/http"
	"strings"
	"testing"

	"kinlist/internal/domain"
	"kinlist/internal/paths"
)

func TestAStaleStatusChangeSaysWhoWasFasterAndChangesNothing(t *testing.T) {
	t.Parallel()
	for name, options := range map[string][]Option{"with JavaScript": nil, "without": {NoScript}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFamily(t)
			maria, tom := open(t, f.Site, f.Maria), open(t, f.Site, f.Tom, options...)
			tom.Expect(http.StatusConflict)
			if options == nil {
				tom.Go(paths.Lists.One(f.list))
				tom.deaf()
			} else {
				tom.Go(paths.Items.One(f.item))
			}
			maria.Go(paths.Lists.One(f.list))
			move(maria, "Wooden train", "Buying", true)

			if options == nil {
				tom.Click(tom.Row("Wooden train")+" .c-status a", "")
				tom.Click("#moves button", "Shortlisted")
			} else {
				tom.Click("#item .plan-status > button", "")
				tom.Click("#item [popover] button", "Shortlisted")
			}
			tom.Says(".notice", "Updated just now by Maria")
			if options == nil {
				if row := tom.Text("#group-buying [data-row]"); !strings.Contains(row, "Wooden train") || !strings.Contains(row, "Maria") {
					t.Errorf("Tom sees %q under Buying", row)
				}
			} else {
				tom.Says("main", "Buying")
			}
			page, err := f.Services.Items.Page(t.Context(), f.Tom, f.item)
			if err != nil {
				t.Fatal(err)
			}
			if page.Item.Status != domain.StatusBuying || page.Item.Buyer == nil || page.Item.Buyer.UserID != f.Maria.UserID || len(page.History) != 1 {
				t.Errorf("status %s, buyer %v, %d steps of history", page.Item.Status, page.Item.Buyer, len(page.History))
			}
		})
	}
}
