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

// The catalog's list sends a plain form, with the script and without.
func TestAHiddenGiftOfTheCatalogIsAskedAboutBeforeItGoesOnAnOpenList(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		secret := s.List(t, s.Tom, dto.ListInput{Name: "Secret", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		item := s.Item(t, s.Tom, secret, fixture.Gift("Drums", "80"))
		open := s.List(t, s.Maria, dto.ListInput{Name: "Ben’s Christmas", TargetPersonID: s.Ben})
		b := s.As(t, s.Tom)
		gift := strings.TrimPrefix(b.Get(paths.Items.One(item)).Doc.Find(`main a[href^="/gifts/"]`).AttrOr("href", ""), "/gifts/")
		if b.Get(paths.NewListItem(open)+"?q=drums").Doc.Find(`#catalog-found button[name=gift_id][value="`+gift+`"]`).Length() != 1 {
			t.Fatal("the catalog does not offer it")
		}
		for _, b := range []*webtest.Browser{b, b.HTMX()} {
			a := b.Post(paths.ListItems(open), form("gift_id", gift, "quantity", "3"))
			box := a.Doc.Find("#gift-form #sure[type=checkbox]:not([checked])")
			if a.Status != http.StatusUnprocessableEntity || box.Length() != 1 || a.Field("gift_id") != gift || a.Field("quantity") != "3" ||
				a.Doc.Find("#gift-form #title").Length() != 0 || !strings.Contains(a.Doc.Find("#known").Text(), "Drums") ||
				!strings.Contains(a.Doc.Find("#errors").Text(), "Lena would see “Drums” on Ben’s Christmas") {
				t.Errorf("asked: %d %s", a.Status, a.Doc.Find("form").Text())
			}
		}
		if n := s.As(t, s.Lena).Get(paths.Lists.One(open)).Doc.Find("[data-row]").Length(); n != 0 {
			t.Error("Lena sees it before that is meant")
		}
		b.Submit(paths.ListItems(open), form("gift_id", gift, "quantity", "3", "sure", "true"))
		if n := s.As(t, s.Lena).Get(paths.Lists.One(open)).Doc.Find("[data-row]").Length(); n != 1 {
			t.Error("it is meant, and not there")
		}
	})
}

func TestAGiftOfTheCatalogComesBackInTheFormWithWhatIsWrongBesideIt(t *testing.T) {
	t.Parallel()
	s, list, item := planned(t, dbtest.Open(t))
	b := s.As(t, s.Maria)
	gift := strings.TrimPrefix(b.Get(paths.Items.One(item)).Doc.Find(`main a[href^="/gifts/"]`).AttrOr("href", ""), "/gifts/")
	other := s.List(t, s.Maria, dto.ListInput{Name: "Other"})
	a := b.Post(paths.ListItems(other), form("gift_id", gift, "quantity", "many"))
	if a.Status != http.StatusUnprocessableEntity || a.Field("gift_id") != gift || a.Field("quantity") != "many" || a.Doc.Find("#quantity-error").Length() != 1 {
		t.Errorf("%d %s", a.Status, a.Doc.Find("#gift-form").Text())
	}
	if a = b.Post(paths.ListItems(list), form("gift_id", gift, "quantity", "1")); a.Status != http.StatusConflict || a.Field("gift_id") != gift {
		t.Errorf("one that stands there: %d", a.Status)
	}
}

func TestLinksOfHiddenGiftsAmongManyIdeasComeBackWithTheQuestion(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		secret := s.List(t, s.Tom, dto.ListInput{Name: "Secret", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		drums := fixture.Gift("Drums", "80")
		drums.Link = "https://music.example/drums"
		s.Item(t, s.Tom, secret, drums)
		open := s.List(t, s.Maria, dto.ListInput{Name: "Open"})
		b := s.As(t, s.Tom)
		a := b.Post(paths.NewIdeas(), form("lines", drums.Link, "list_id", open))
		if a.Status != http.StatusUnprocessableEntity || a.Field("lines") != drums.Link || a.Doc.Find("#sure[type=checkbox]").Length() != 1 ||
			!strings.Contains(a.Doc.Find("#wrong-lines").Text(), "Lena would see “Drums” on Open") {
			t.Errorf("asked: %d %s", a.Status, a.Doc.Find("form").Text())
		}
		b.Submit(paths.NewIdeas(), form("lines", drums.Link, "list_id", open, "sure", "true"))
		if n := b.Get(paths.Lists.One(open)).Doc.Find("[data-row]").Length(); n != 1 {
			t.Error("it is meant, and not there")
		}
	})
}

func TestTheFormOfAListAsksBeforeItShowsGiftsToWhomItIsFor(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Tom, dto.ListInput{Name: "Secret", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		drums := fixture.Gift("Drums", "80")
		drums.Privacy = "shared"
		s.Item(t, s.Tom, list, drums)
		b := s.As(t, s.Tom)
		opened := form("name", "Secret", "type", "gift", "target_person_id", s.LenaPerson, "visibility", "family", "notes", "Soon", "version", "1")
		for _, b := range []*webtest.Browser{b, b.HTMX()} {
			a := b.Post(paths.Lists.One(list), opened)
			if a.Status != http.StatusUnprocessableEntity || a.Doc.Find("#sure[type=checkbox]:not([checked])").Length() != 1 || a.Field("notes") != "Soon" ||
				a.Field("version") != "1" || !strings.Contains(a.Doc.Find("#errors").Text(), "Lena would see 1 gift of this list, which they do not see now.") {
				t.Errorf("asked: %d %s", a.Status, a.Doc.Find("form").Text())
			}
		}
		if a := s.As(t, s.Lena).Get(paths.Lists.One(list)); a.Status != http.StatusNotFound {
			t.Errorf("Lena sees it before that is meant: %d", a.Status)
		}
		opened.Set("sure", "true")
		b.Submit(paths.Lists.One(list), opened)
		if n := s.As(t, s.Lena).Get(paths.Lists.One(list)).Doc.Find("[data-row]").Length(); n != 1 {
			t.Error("it is meant, and Lena does not see it")
		}
	})
}
