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

func TestAPlannerLooksAtAListAsTheOneItIsForAndCanPressNothingThere(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Lena, dto.ListInput{Name: "Lena’s wishes", Type: "wishlist", TargetPersonID: s.LenaPerson, OccasionID: s.Christmas})
		wish := s.Item(t, s.Lena, list, fixture.Gift("Skates", "80"))
		s.Item(t, s.Tom, list, fixture.Gift("Helmet", "30"))
		secret := s.List(t, s.Tom, dto.ListInput{Name: "Pony", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		ben := s.List(t, s.Tom, dto.ListInput{Name: "For Ben", TargetPersonID: s.Ben})
		s.Item(t, s.Tom, ben, fixture.Gift("Drums", "30"))
		tom, lena := s.As(t, s.Tom), s.As(t, s.Lena)
		tom.Submit(paths.ItemStatus(wish), form("status", "ordered", "version", "1"))
		before := lenasView(lena, list, paths.Activity())

		as := paths.ListAs(list, s.LenaPerson)
		if tom.Get(paths.Lists.One(list)).Doc.Find(`main a[href="`+as+`"]`).Text() == "" {
			t.Error("the list does not lead there")
		}
		page := tom.Get(as)
		said := page.Doc.Find("main").Text()
		for _, want := range []string{"This is what Lena sees.", "Skates", "Your wishes", "1 gift of this list stays hidden from Lena."} {
			if !strings.Contains(said, want) {
				t.Errorf("%q is not there: %s", want, said)
			}
		}
		for _, not := range []string{"Helmet", "Ordered", "80,00", "Tom"} {
			if strings.Contains(said, not) {
				t.Errorf("%q is there, which she does not see: %s", not, said)
			}
		}
		for _, path := range []string{as, paths.ListAs(ben, s.LenaPerson), paths.ListAs(secret, s.LenaPerson), paths.PersonAs(s.LenaPerson), paths.PersonAs(s.Ben)} {
			a := tom.Get(path)
			if n := a.Doc.Find("main form, main button, main [hx-get], main [hx-post], main [data-key]").Length(); a.Status != http.StatusOK || n > 0 {
				t.Errorf("%s: %d, %d things to press", path, a.Status, n)
			}
			if back := a.Doc.Find("#seen-back").AttrOr("href", ""); back == "" || tom.Get(back).Status != http.StatusOK {
				t.Errorf("%s leads back to %q", path, back)
			}
		}
		if got := tom.Get(paths.ListAs(ben, s.LenaPerson)).Doc.Find("[data-row]").Text(); !strings.Contains(got, "Drums") {
			t.Errorf("what she plans herself: %s", got)
		}
		if got := tom.Get(paths.ListAs(secret, s.LenaPerson)).Doc.Find("main").Text(); !strings.Contains(got, "Lena does not see this list.") {
			t.Errorf("the surprise: %s", got)
		}
		if got := tom.Get(paths.ListAs(ben, s.Ben)).Doc.Find("main").Text(); !strings.Contains(got, "Nobody signs in as Ben") {
			t.Errorf("a child without an account: %s", got)
		}
		hers := tom.Get(paths.PersonAs(s.LenaPerson)).Doc
		if hers.Find(`a[href="`+as+`"]`).Length() != 1 || strings.Contains(hers.Text(), "Pony") {
			t.Errorf("her own page: %s", hers.Find("main").Text())
		}
		for path, status := range map[string]int{
			paths.ListAs(secret, s.Ben): http.StatusNotFound, paths.ListAs(list, s.Ben): http.StatusForbidden, paths.PersonAs(s.LenaPerson): http.StatusForbidden,
		} {
			if a := lena.Get(path); a.Status != status {
				t.Errorf("Lena asks for %s: %d", path, a.Status)
			}
		}
		if a := s.As(t, s.Gast).Get(as); a.Status != http.StatusForbidden {
			t.Errorf("a guest: %d", a.Status)
		}
		for path, now := range lenasView(lena, list, paths.Activity()) {
			if now != before[path] {
				t.Errorf("Lena notices by %s: %s", path, firstDifference(before[path], now))
			}
		}
	})
}
