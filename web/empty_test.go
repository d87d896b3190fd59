package web_test

import (
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

// Where nothing is yet, a page says what to do next, and the key that does it, if one does.
func TestEmptyPagesSayWhatToDoAndItsKey(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		maria, tom, lena := s.As(t, s.Maria), s.As(t, s.Tom), s.As(t, s.Lena)
		gift := maria.Post(paths.Gifts.Index(), form("title", "Scarf")).ID()
		for _, c := range []struct {
			who             *webtest.Browser
			page, key, goes string
		}{
			{tom, paths.Lists.One(s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben})), "c", paths.NewIdea()},
			{lena, paths.Lists.One(s.List(t, s.Lena, dto.ListInput{Name: "Wishes", TargetPersonID: s.LenaPerson})), "c", paths.NewIdea()},
			{tom, paths.Gifts.Index(), "c", paths.NewIdea()},
			{maria, paths.Gifts.One(gift), "g l", paths.Lists.Index()},
			{maria, paths.Assignments(), "g l", paths.Lists.Index()},
			{maria, paths.People.One(s.Ben), "c", paths.NewIdea()},
		} {
			doc := c.who.Get(c.page).Doc
			if doc.Find(`.empty a[href^="`+c.goes+`"]:has(kbd:contains("`+c.key+`"))`).Length() == 0 {
				t.Errorf("%s: %s", c.page, doc.Find(".empty").Text())
			}
		}
	})
}
