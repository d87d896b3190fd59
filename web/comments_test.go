package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func comment(kind domain.Entity, id, body string) url.Values {
	return form("parent_type", string(kind), "parent_id", id, "body", body)
}

// said are the texts of the comments of a page, or of a part of it.
func said(a webtest.Answer) string {
	return strings.Join(a.Doc.Find("#comments .prose").Map(func(_ int, s *goquery.Selection) string { return s.Text() }), "|")
}

func TestWhatIsSaidStandsOnThePageOfEachOfTheFiveThings(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		gift := s.As(t, s.Maria).Post(paths.Gifts.Index(), form("title", "Kite")).ID()
		tom, maria := s.As(t, s.Tom), s.As(t, s.Maria)
		wish := s.List(t, s.Lena, dto.ListInput{Name: "Wishes", Type: "wishlist", TargetPersonID: s.LenaPerson})
		for kind, page := range map[domain.Entity]string{
			domain.EntityPerson: paths.People.One(s.Ben), domain.EntityOccasion: paths.Occasions.One(s.Christmas),
			domain.EntityList: paths.Lists.One(list), domain.EntityItem: paths.Items.One(item), domain.EntityGift: paths.Gifts.One(gift),
		} {
			id := page[strings.LastIndex(page, "/")+1:]
			if kind == domain.EntityGift { // Tom sees it once it stands on a list
				s.Services.Items.Add(t.Context(), s.Maria, list, dto.AddInput{ItemInput: dto.ItemInput{GiftID: gift}})
			}
			a := tom.Submit(paths.Comments.Index(), comment(kind, id, "First <b>one</b>"))
			if said(a) != "First <b>one</b>" || a.Doc.Find("h1").Length() != 1 {
				t.Errorf("%s: the page after a plain form: %q", kind, said(a))
			}
			part := maria.HTMX().Post(paths.Comments.Index(), comment(kind, id, "@Tom, and a second"))
			if part.Status != http.StatusOK || part.Doc.Find("nav").Length() > 0 || part.Doc.Find("#comments .mention").Text() != "@Tom" {
				t.Errorf("%s: the part: %d %s", kind, part.Status, part.Body)
			}
			if got := said(maria.Get(page)); got != "First <b>one</b>|@Tom, and a second" {
				t.Errorf("%s: %s says %q", kind, page, got)
			}
		}
		lena := s.As(t, s.Lena)
		if got := said(lena.Submit(paths.Comments.Index(), comment(domain.EntityList, wish, "In blue, please"))); got != "In blue, please" {
			t.Errorf("on one's own wish list: %q", got)
		}
		if got := tom.Get(paths.Comments.Index()); !strings.Contains(got.Doc.Find("#results").Text(), "@Tom, and a second") {
			t.Error("Tom’s mentions do not show that Maria called him")
		}
	})
}

func TestAnEmptyCommentComesBackWithWhatIsWrongAndAStaleOneAsItWasTyped(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		tom := s.As(t, s.Tom)
		tom.Submit(paths.Comments.Index(), comment(domain.EntityPerson, s.Ben, "Once"))
		id := strings.TrimPrefix(tom.Get(paths.People.One(s.Ben)).Doc.Find(".comment").AttrOr("id", ""), "comment-")
		for name, b := range map[string]*webtest.Browser{"plain": tom, "htmx": tom.HTMX()} {
			a := b.Post(paths.Comments.Index(), comment(domain.EntityPerson, s.Ben, " \n "))
			if a.Status != http.StatusUnprocessableEntity || a.Doc.Find("#comment[aria-invalid]").Length() != 1 || !strings.Contains(a.Doc.Find("#comment-error").Text(), "Write something first.") {
				t.Errorf("%s, empty: %d %s", name, a.Status, a.Body)
			}
			if whole := a.Doc.Find("nav").Length() > 0; whole != (name == "plain") || a.Doc.Find("#comments").Length() != 1 {
				t.Errorf("%s: whole page %t", name, whole)
			}
			stale := comment(domain.EntityPerson, s.Ben, "Typed for long")
			stale.Set("version", "7")
			a = b.Post(paths.Comments.One(id), stale)
			if a.Status != http.StatusConflict || a.Doc.Find("#body-"+id).Text() != "Typed for long" || a.Doc.Find("details.edit[open]").Length() != 1 {
				t.Errorf("%s, stale: %d %s", name, a.Status, a.Body)
			}
		}
		if got := said(tom.Get(paths.People.One(s.Ben))); got != "Once" {
			t.Errorf("after all of that: %q", got)
		}
	})
}

func TestOnesOwnCommentIsChangedDeletedAndBroughtBackAndNobodyElses(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		tom, maria, page := s.As(t, s.Tom), s.As(t, s.Maria), paths.People.One(s.Ben)
		tom.Submit(paths.Comments.Index(), comment(domain.EntityPerson, s.Ben, "He loves trains"))
		id := strings.TrimPrefix(tom.Get(page).Doc.Find(".comment").AttrOr("id", ""), "comment-")
		if maria.Get(page).Doc.Find(".comment details, .comment [id^=delete]").Length() > 0 {
			t.Error("Maria is offered to change what Tom wrote")
		}
		for _, to := range []string{paths.Comments.One(id), paths.Comments.Delete(id)} {
			if a := maria.Post(to, comment(domain.EntityPerson, s.Ben, "x")); a.Status != http.StatusForbidden {
				t.Errorf("Maria posts to %s: %d", to, a.Status)
			}
		}
		changed := comment(domain.EntityPerson, s.Ben, "He loves planes")
		changed.Set("version", "1")
		if a := tom.Submit(paths.Comments.One(id), changed); said(a) != "He loves planes" || !strings.Contains(a.Doc.Find(".comment .facts").Text(), "changed") {
			t.Errorf("after the change: %s", a.Doc.Find("#comments").Text())
		}
		for name, b := range map[string]*webtest.Browser{"plain": tom, "htmx": tom.HTMX()} {
			a := b.Post(paths.Comments.Delete(id), comment(domain.EntityPerson, s.Ben, ""))
			if name == "plain" {
				a = b.Get(a.Location)
			}
			if said(a) != "" {
				t.Errorf("%s: after deleting: %q", name, said(a))
			}
			undo, _ := a.Doc.Find("#notices form, #comments .notice form").Attr("action")
			b.Post(undo, nil)
			if got := said(maria.Get(page)); got != "He loves planes" {
				t.Errorf("%s: brought back by %q: %q", name, undo, got)
			}
		}
	})
}

func TestWhatIsResolvedIsFoldedAndCanBeOpenedAgain(t *testing.T) {
	t.Parallel()
	s := webtest.Family(t, dbtest.Open(t))
	tom, maria, page := s.As(t, s.Tom), s.As(t, s.Maria), paths.Occasions.One(s.Christmas)
	tom.Submit(paths.Comments.Index(), comment(domain.EntityOccasion, s.Christmas, "Who cooks?"))
	id := strings.TrimPrefix(tom.Get(page).Doc.Find(".comment").AttrOr("id", ""), "comment-")
	a := maria.HTMX().Post(paths.CommentResolve(id), nil)
	fold := a.Doc.Find("details.fold")
	if fold.Find(".prose").Text() != "Who cooks?" || !strings.Contains(fold.Text(), "Resolved by Maria") || a.Doc.Find("#comments > .thread").Length() > 0 {
		t.Errorf("after resolving: %s", a.Body)
	}
	if a = maria.Submit(paths.CommentReopen(id), nil); a.Doc.Find("#comments > .thread .prose").Text() != "Who cooks?" {
		t.Errorf("after opening again: %s", a.Doc.Find("#comments").Text())
	}
}

func TestGuestsCommentOnListsAndAreOfferedNothingElsewhere(t *testing.T) {
	t.Parallel()
	s, list, item := planned(t, dbtest.Open(t))
	guest := s.As(t, s.Gast)
	if got := said(guest.Submit(paths.Comments.Index(), comment(domain.EntityList, list, "How lovely"))); got != "How lovely" {
		t.Errorf("on a list: %q", got)
	}
	s.As(t, s.Maria).Submit(paths.Comments.Index(), comment(domain.EntityPerson, s.Ben, "Open?"))
	for page, forms := range map[string]int{
		paths.Lists.One(list): 1, paths.Items.One(item): 1, paths.People.One(s.Ben): 0, paths.Occasions.One(s.Christmas): 0,
	} {
		a := guest.Get(page)
		if a.Doc.Find("#comment-new").Length() != forms || a.Doc.Find("#comments [id^=resolve]").Length() > 0 {
			t.Errorf("%s: %d forms, or a button to resolve", page, a.Doc.Find("#comment-new").Length())
		}
	}
	if a := guest.Post(paths.Comments.Index(), comment(domain.EntityPerson, s.Ben, "x")); a.Status != http.StatusForbidden {
		t.Errorf("a guest comments on a person: %d", a.Status)
	}
}

// Case 7: mentions and comments know nothing hidden.
func TestTheTargetIsNeitherOfferedNorToldWhereTheyDoNotReadAndReadersAreWarnedWhereTheyDo(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		hidden := s.List(t, s.Tom, dto.ListInput{Name: "Secret", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		open := s.List(t, s.Lena, dto.ListInput{Name: "Wishes", Type: "wishlist", TargetPersonID: s.LenaPerson})
		wish := s.Item(t, s.Lena, open, fixture.Gift("Skates", "80"))
		tom, lena := s.As(t, s.Tom), s.As(t, s.Lena)
		names := func(path string) string { return tom.Get(path).Doc.Find("#comments [role=option]").Text() }
		for _, path := range []string{paths.Lists.One(hidden), paths.Items.One(wish)} {
			if got := names(path); strings.Contains(got, "Lena") || !strings.Contains(got, "Maria") {
				t.Errorf("%s offers %q", path, got)
			}
		}
		a := tom.Get(paths.Lists.One(open))
		if got := names(paths.Lists.One(open)); !strings.Contains(got, "Lena") || !strings.Contains(a.Doc.Find("#comment-hint").Text(), "Lena reads this too.") {
			t.Errorf("on Lena’s list: %q, %q", got, a.Doc.Find("#comment-hint").Text())
		}
		before := plain(lena.Get(paths.Items.One(wish)))
		tom.Submit(paths.Comments.Index(), comment(domain.EntityItem, wish, "@Maria, I have them"))
		if after := plain(lena.Get(paths.Items.One(wish))); after != before {
			t.Error("Lena’s page of her wish tells that others talk about it")
		}
		if a := lena.Get(paths.With(paths.Comments.Index(), "parent_type", "list", "parent_id", hidden)); a.Status != http.StatusNotFound {
			t.Errorf("the talk about a hidden list: %d", a.Status)
		}
	})
}

func TestALongThreadShowsTheNewestAndLeadsToTheEarlier(t *testing.T) {
	t.Parallel()
	s := webtest.Family(t, dbtest.Open(t))
	on := dto.Parent{ParentType: domain.EntityPerson, ParentID: s.Ben}
	for range 52 {
		if _, err := s.Services.Comments.Add(t.Context(), s.Tom, on, dto.CommentInput{Body: "again"}); err != nil {
			t.Fatal(err)
		}
	}
	b := s.As(t, s.Maria)
	earlier, _ := b.Get(paths.People.One(s.Ben)).Doc.Find("#comments-earlier").Attr("href")
	a := b.Get(earlier)
	if a.Status != http.StatusOK || a.Doc.Find(".comment").Length() != 2 || a.Doc.Find("#comments-later").Length() != 1 {
		t.Errorf("%s: %d, %d comments", earlier, a.Status, a.Doc.Find(".comment").Length())
	}
}
