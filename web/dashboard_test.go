package web_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestEveryFigureOfTheDashboardLeadsToAPage(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, _, item := planned(t, db)
		s.List(t, s.Maria, dto.ListInput{Name: "Lena’s Christmas", TargetPersonID: s.LenaPerson, OccasionID: s.Christmas})
		b := s.As(t, s.Tom)
		b.Submit(paths.ItemStatus(item), form("status", "buying", "version", "1"))
		page := b.Get(paths.Home())
		if got := page.Doc.Find(".figure a").Text(); !strings.Contains(got, "1 of 2") {
			t.Errorf("covered: %q", got)
		}
		page.Doc.Find("main .amount").Each(func(_ int, e *goquery.Selection) {
			if e.Closest("a").Length()+e.Find("a").Length() == 0 && e.Text() != "–" && e.Closest(".facts, .line-end").Length() == 0 {
				t.Errorf("%q leads nowhere", e.Parent().Text())
			}
		})
		page.Doc.Find("main a").Each(func(_ int, e *goquery.Selection) {
			if a := b.Get(strings.Split(e.AttrOr("href", ""), "#")[0]); a.Status != http.StatusOK {
				t.Errorf("%s: %d", e.AttrOr("href", ""), a.Status)
			}
		})
	})
}

func TestANewFamilyIsLedThroughItsFirstStepsAndEachIsTicked(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Empty(t, db, fixture.Offline{})
		b := s.Browser(t)
		b.Submit(paths.Setup(), form("family_name", "Berg", "name", "Maria", "email", "maria@example.org", "password", fixture.Password, "currency", "EUR"))
		for done, step := range []func(){
			func() { b.Submit(paths.People.Index(), form("display_name", "Ben")) },
			func() {
				b.Submit(paths.Occasions.Index(), form("name", "Christmas", "type", "christmas", "date", "2026-12-25", "recurrence", "yearly"))
			},
			func() { b.Submit(paths.Lists.Index(), form("name", "Ben’s list", "type", "gift")) },
		} {
			page := b.Get(paths.Home())
			if ticked, next := page.Doc.Find(".steps li[data-done]").Length(), page.Doc.Find(".steps .btn.primary"); ticked != done || next.Length() != 1 {
				t.Errorf("after %d steps %d are ticked, %d come next", done, ticked, next.Length())
			} else if a := b.Get(next.AttrOr("href", "")); a.Status != http.StatusOK {
				t.Errorf("the next step leads to %d", a.Status)
			}
			step()
		}
		if n := b.Get(paths.Home()).Doc.Find(".steps").Length(); n != 0 {
			t.Error("the guidance stays")
		}
	})
}
