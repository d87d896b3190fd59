package web_test

import (
	"net/http"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

// The key and the palette press the button that opens this form, for one gift and for several.
func TestTheFormOfAMoveAsksBeforeItShowsAGiftToWhomItIsHiddenFrom(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		secret := s.List(t, s.Tom, dto.ListInput{Name: "Secret", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		ben := s.List(t, s.Maria, dto.ListInput{Name: "Ben’s Christmas", TargetPersonID: s.Ben})
		item := s.Item(t, s.Tom, secret, fixture.Gift("Drums", "80"))
		b, next := s.As(t, s.Tom), paths.Lists.One(secret)
		for _, ask := range []func(*webtest.Browser) webtest.Answer{
			func(b *webtest.Browser) webtest.Answer {
				return b.Post(paths.ItemsBulk(), form("item_ids", item, "action", "move", "list_id", ben, "next", next))
			},
			func(b *webtest.Browser) webtest.Answer {
				return b.Post(paths.ItemMove(item), form("list_id", ben, "next", next))
			},
		} {
			for _, b := range []*webtest.Browser{b, b.HTMX()} {
				a := ask(b)
				box := a.Doc.Find("#move-sure[type=checkbox]:not([checked])")
				if a.Status != http.StatusUnprocessableEntity || box.Length() != 1 || a.Field("list_id") != ben || a.Field("item_ids") != item ||
					!strings.Contains(a.Doc.Find("#errors").Text(), "Lena would see “Drums” on Ben’s Christmas") {
					t.Errorf("asked: %d %s", a.Status, a.Doc.Find("form").Text())
				}
			}
		}
		if n := s.As(t, s.Lena).Get(paths.Lists.One(ben)).Doc.Find("[data-row]").Length(); n != 0 {
			t.Error("Lena sees the gift before that is meant")
		}
		meant := b.Submit(paths.ItemsBulk(), form("item_ids", item, "action", "move", "list_id", ben, "next", next, "sure", "true"))
		if n := b.Get(paths.Lists.One(ben)).Doc.Find("[data-row]").Length(); n != 1 || !strings.Contains(meant.Doc.Find("#notices").Text(), "1 done.") {
			t.Errorf("meant: %s", meant.Doc.Find("#notices").Text())
		}
	})
}
