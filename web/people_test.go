package web_test

import (
	"fmt"
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

// Case 27, and 1: the person sees nothing of it.
func TestWhatWasGivenStandsOnThePersonsPageByYearAndOccasionAndNotOnOnesOwn(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Maria, dto.ListInput{Name: "For Lena", TargetPersonID: s.LenaPerson, OccasionID: s.Christmas})
		for title, day := range map[string]string{"Sledge": "2024-12-25", "Kite": "2025-12-25"} {
			id := s.Item(t, s.Maria, list, fixture.Gift(title, "30"))
			if _, err := s.Services.Items.SetStatus(t.Context(), s.Tom, id, dto.StatusInput{Status: "gifted", GiftedOn: day, Version: 1}); err != nil {
				t.Fatal(err)
			}
		}
		a := s.As(t, s.Tom).Get(paths.People.One(s.LenaPerson))
		text := strings.Join(strings.Fields(a.Doc.Find("#given").Text()), " ")
		if a.Status != http.StatusOK || !strings.HasPrefix(text, "Given so far2025ChristmasKite25 Dec 2025") || !strings.Contains(text, "2024ChristmasSledge") {
			t.Errorf("%d %q", a.Status, text)
		}
		if a := s.As(t, s.Lena).Get(paths.People.One(s.LenaPerson)); a.Doc.Find("#given").Length() > 0 || strings.Contains(a.Body, "Sledge") {
			t.Error("Lena reads what was given to her")
		}
	})
}

func TestPeopleAreFilteredByLinksAndByTheForm(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		tom := s.As(t, s.Tom)
		page := tom.Submit(paths.People.Index(), form("display_name", "Otto", "relationship", "pet", "tags", "fish, balls"))
		tag, _ := page.Doc.Find(".tags a").First().Attr("href")
		pets, _ := page.Doc.Find(".profile .facts a").First().Attr("href")
		for name, b := range map[string]*webtest.Browser{"page": tom, "part": tom.HTMX()} {
			for filter, says := range map[string]string{tag: "Tag: balls", pets: "Relationship: Pet"} {
				a := b.Get(filter)
				if a.Doc.Find("[data-row]").Length() != 1 || !strings.Contains(a.Doc.Find(".chosen").Text(), says) || a.Doc.Find("[data-announce]").Text() != "1 person" {
					t.Errorf("%s of %s: %s", name, filter, a.Doc.Find("#results").Text())
				}
			}
		}
		if a := tom.Get(pets); a.Field("relationship") != "pet" || a.Doc.Find("form.filter").AttrOr("hx-push-url", "") != "true" {
			t.Error("the form does not show the filter, or does not push its address")
		}
	})
}

func TestMorePeopleAreALinkThatPutsThemBelow(t *testing.T) {
	t.Parallel()
	s := webtest.Family(t, dbtest.Open(t))
	for i := range 60 {
		s.Person(t, dto.PersonInput{DisplayName: fmt.Sprint("Cousin ", i)})
	}
	b := s.As(t, s.Maria)
	more := b.Get(paths.People.Index()).Doc.Find("#rows > #more a[rel=next]")
	part := b.HTMX().Get(more.AttrOr("hx-get", ""))
	if more.AttrOr("href", "") != more.AttrOr("hx-get", "") || part.Doc.Find("#rows > [data-row]").Length() != 12 || part.Doc.Find("#more").Length() > 0 {
		t.Errorf("%s: %d rows", more.AttrOr("href", ""), part.Doc.Find("#rows > [data-row]").Length())
	}
}

func TestTheFormOfAPersonOffersTheTagsThatThereAre(t *testing.T) {
	t.Parallel()
	s := webtest.Family(t, dbtest.Open(t))
	b := s.As(t, s.Tom)
	b.Post(paths.People.Index(), form("display_name", "Otto", "relationship", "pet", "tags", "fish"))
	a := b.Get(paths.People.New())
	if got := a.Doc.Find("#tag-names [role=option]").Text(); got != "fish" || a.Doc.Find("#tags").AttrOr("data-mentions", "") != "tag-names" {
		t.Errorf("it offers %q", got)
	}
}

func TestAPersonsPageShowsTheLatestIdeasForThemToThoseWhoPlan(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Tom, dto.ListInput{Name: "For Lena", TargetPersonID: s.LenaPerson})
		maria, lena := s.As(t, s.Maria), s.As(t, s.Lena)
		at := paths.People.One(s.LenaPerson)
		if text := maria.Get(at).Doc.Find("#person").Text(); !strings.Contains(text, "No ideas for Lena yet.") {
			t.Errorf("nobody has an idea: %s", text)
		}
		before := lena.Get(at).Doc.Find("main").Text()
		for i := range 7 {
			s.Item(t, s.Tom, list, fixture.Gift(fmt.Sprint("Idea ", i), "5"))
		}
		bought := s.Item(t, s.Tom, list, fixture.Gift("Bought", "5"))
		maria.Submit(paths.ItemStatus(bought), form("status", "ordered", "version", "1"))
		ideas := maria.Get(at).Doc.Find("[aria-labelledby=ideas-title] .row .item").Text()
		if ideas != "Idea 6Idea 5Idea 4Idea 3Idea 2Idea 1" {
			t.Errorf("the ideas are %q", ideas)
		}
		if add := maria.Get(at).Doc.Find("[aria-labelledby=ideas-title] .btn").AttrOr("href", ""); add != paths.With(paths.NewIdea(), "person_id", s.LenaPerson) {
			t.Errorf("an idea is added at %q", add)
		}
		if after := lena.Get(at).Doc.Find("main").Text(); after != before || strings.Contains(after, "Ideas") {
			t.Errorf("Lena sees of her own page\n%s\nbefore it was\n%s", after, before)
		}
	})
}
