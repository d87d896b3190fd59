package service_test

import (
	"slices"
	"testing"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func names[T any](t *testing.T, page dto.Page[T], err error, name func(T) string) []string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	all := []string{}
	for _, item := range page.Items {
		all = append(all, name(item))
	}
	return all
}

func TestTheCatalogIsFilteredByTagsPriceUseLinkShopAndCreator(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		list := s.List(t, s.Maria, dto.ListInput{Name: "Shared"})
		add := func(in dto.GiftInput) { s.Item(t, s.Maria, list, dto.AddInput{GiftInput: in}) }
		add(dto.GiftInput{Title: "A", Price: "10", Tags: "red, big", Source: "Shop"})
		add(dto.GiftInput{Title: "B", Price: "20,50", Tags: "red", Link: "https://shop.example/b"})
		add(dto.GiftInput{Title: "C", Price: "20,50", Currency: "USD", Tags: "big"})
		addGift(t, s, dto.GiftInput{Title: "D"})
		tags := tagIDs(t, s)
		for _, c := range []struct {
			q    dto.GiftQuery
			want []string
		}{
			{dto.GiftQuery{}, []string{"A", "B", "C", "D"}},
			{dto.GiftQuery{Tags: []string{tags["red"], tags["big"]}}, []string{"A", "B", "C"}},
			{dto.GiftQuery{Tags: []string{tags["red"], tags["big"]}, Match: "all"}, []string{"A"}},
			{dto.GiftQuery{Tags: []string{tags["red"], tags["red"]}, Match: "all"}, []string{"A", "B"}},
			{dto.GiftQuery{Tags: []string{"junk"}}, []string{}},
			{dto.GiftQuery{Tags: []string{tags["red"], "junk"}, Match: "all"}, []string{}},
			{dto.GiftQuery{MinPrice: "10,01"}, []string{"B"}},
			{dto.GiftQuery{MinPrice: "10", MaxPrice: "20,50"}, []string{"A", "B"}},
			{dto.GiftQuery{MaxPrice: "10"}, []string{"A"}},
			{dto.GiftQuery{Used: "no"}, []string{"D"}},
			{dto.GiftQuery{Used: "yes"}, []string{"A", "B", "C"}},
			{dto.GiftQuery{Link: "yes"}, []string{"B"}},
			{dto.GiftQuery{Link: "no"}, []string{"A", "C", "D"}},
			{dto.GiftQuery{Source: "Shop"}, []string{"A"}},
			{dto.GiftQuery{Source: "shop.example"}, []string{"B"}},
			{dto.GiftQuery{CreatedByID: s.Tom.UserID}, []string{}},
			{dto.GiftQuery{CreatedByID: "' OR 1=1"}, []string{}},
			{dto.GiftQuery{Query: dto.Query{Only: true}}, []string{}},
		} {
			c.q.Sort = "title"
			page, err := s.Services.Gifts.Index(t.Context(), s.Maria, c.q)
			if got := names(t, page, err, func(g dto.GiftCard) string { return g.Title }); !slices.Equal(got, c.want) {
				t.Errorf("%+v: %q, want %q", c.q, got, c.want)
			}
		}
		for _, q := range []dto.GiftQuery{{Match: "some"}, {Used: "perhaps"}, {Link: "1"}} {
			if _, err := s.Services.Gifts.Index(t.Context(), s.Maria, q); apperr.CodeOf(err) != apperr.BadRequest {
				t.Errorf("%+v: %v", q, err)
			}
		}
		_, err := s.Services.Gifts.Index(t.Context(), s.Maria, dto.GiftQuery{MinPrice: "cheap", MaxPrice: "dear"})
		if f := apperr.FieldsOf(err); f["min"] == "" || f["max"] == "" {
			t.Errorf("prices that are none: %v", err)
		}
	})
}

// tagIDs are the ids of all tags of the family, by name.
func tagIDs(t *testing.T, s *fixture.Stage) map[string]string {
	t.Helper()
	ids := map[string]string{}
	page, err := s.Services.Gifts.Index(t.Context(), s.Maria, dto.GiftQuery{Query: dto.Query{Limit: 200}})
	if err != nil {
		t.Fatal(err)
	}
	for _, card := range page.Items {
		gift, err := s.Services.Gifts.Get(t.Context(), s.Maria, card.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, tag := range gift.Tags {
			ids[tag.Name] = tag.ID
		}
	}
	return ids
}

func TestGiftsWithoutAPriceComeLastWhicheverWayPricesAreSorted(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		for title, price := range map[string]string{"dear": "30", "free": "0", "cheap": "5", "none": ""} {
			addGift(t, s, dto.GiftInput{Title: title, Price: price})
		}
		for sort, want := range map[string][]string{"price": {"free", "cheap", "dear", "none"}, "-price": {"dear", "cheap", "free", "none"}} {
			page, err := s.Services.Gifts.Index(t.Context(), s.Maria, dto.GiftQuery{Query: dto.Query{Sort: sort}})
			if got := names(t, page, err, func(g dto.GiftCard) string { return g.Title }); !slices.Equal(got, want) {
				t.Errorf("%s: %q", sort, got)
			}
		}
	})
}

func TestATagThatIsOnlyOnHiddenThingsFiltersNothingForTheTarget(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		list := s.List(t, s.Maria, dto.ListInput{Name: "For Lena", TargetPersonID: s.LenaPerson})
		s.Item(t, s.Maria, list, dto.AddInput{GiftInput: dto.GiftInput{Title: "Hidden", Tags: "secret"}})
		secret := tagIDs(t, s)["secret"]
		for who, want := range map[*domain.Viewer]int{&s.Tom: 1, &s.Lena: 0} {
			page, err := s.Services.Gifts.Index(t.Context(), *who, dto.GiftQuery{Tags: []string{secret}})
			if err != nil || len(page.Items) != want {
				t.Errorf("%d gifts, want %d: %v", len(page.Items), want, err)
			}
		}
	})
}

func TestPeopleListsAndOccasionsAreFiltered(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		ctx := t.Context()
		oma := s.Person(t, dto.PersonInput{DisplayName: "Oma", Relationship: "grandparent", Tags: "garden"})
		people := func(q dto.PeopleQuery) []string {
			page, err := s.Services.People.Index(ctx, s.Tom, q)
			return names(t, page, err, func(p dto.PersonCard) string { return p.Name })
		}
		of, err := s.Services.People.Get(ctx, s.Tom, oma)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "grandparents", people(dto.PeopleQuery{Relationship: "grandparent"}), "Oma")
		same(t, "tagged", people(dto.PeopleQuery{Tags: []string{of.Tags[0].ID}}), "Oma")
		same(t, "found", people(dto.PeopleQuery{Query: dto.Query{Q: "om"}}), "Oma")
		s.Clock.T = s.Clock.T.Add(time.Hour)
		if err := s.Services.People.Archive(ctx, s.Tom, s.Ben); err != nil {
			t.Fatal(err)
		}
		same(t, "archived only", people(dto.PeopleQuery{Query: dto.Query{Only: true}}), "Ben")
		same(t, "changed last", people(dto.PeopleQuery{Query: dto.Query{Archived: true, Sort: "updated", Limit: 1}}), "Ben")

		soon := s.List(t, s.Tom, dto.ListInput{Name: "Soon", Type: "wishlist", TargetPersonID: oma, OccasionID: s.Christmas})
		s.List(t, s.Tom, dto.ListInput{Name: "Mine", Visibility: "owner"})
		lists := func(q dto.ListQuery) []string {
			page, err := s.Services.Lists.Index(ctx, s.Tom, q)
			return names(t, page, err, func(l dto.ListCard) string { return l.Name })
		}
		same(t, "by owner", lists(dto.ListQuery{OwnerID: s.Tom.UserID, Query: dto.Query{Sort: "name"}}), "Mine", "Soon")
		same(t, "by visibility", lists(dto.ListQuery{Visibility: "owner"}), "Mine")
		same(t, "by type", lists(dto.ListQuery{Type: "wishlist"}), "Soon")
		same(t, "by occasion's day", lists(dto.ListQuery{Query: dto.Query{Sort: "occasion"}})[:1], "Soon")
		s.Clock.T = s.Clock.T.Add(time.Hour)
		if err := s.Services.Lists.Update(ctx, s.Tom, soon, dto.ListInput{Name: "Sooner", Type: "gift", Visibility: "family", Version: 1}); err != nil {
			t.Fatal(err)
		}
		same(t, "changed last", lists(dto.ListQuery{Query: dto.Query{Sort: "updated"}})[:1], "Sooner")

		past, err := s.Services.Occasions.Create(ctx, s.Tom, dto.OccasionInput{Name: "Wedding", Type: "anniversary", Date: "2020-05-01", Recurrence: "none", PersonIDs: []string{oma}})
		if err != nil || past == "" {
			t.Fatal(err)
		}
		occasions := func(q dto.OccasionQuery) []string {
			page, err := s.Services.Occasions.Index(ctx, s.Tom, q)
			return names(t, page, err, func(o dto.OccasionCard) string { return o.Name })
		}
		same(t, "upcoming", occasions(dto.OccasionQuery{}), "Christmas")
		same(t, "past", occasions(dto.OccasionQuery{When: "past"}), "Wedding")
		same(t, "all", occasions(dto.OccasionQuery{When: "all", Query: dto.Query{Sort: "-date"}}), "Christmas", "Wedding")
		same(t, "of a person", occasions(dto.OccasionQuery{When: "all", PersonID: oma}), "Wedding")
		same(t, "of a type", occasions(dto.OccasionQuery{When: "all", Type: "christmas"}), "Christmas")
		same(t, "of nobody", occasions(dto.OccasionQuery{When: "all", PersonID: "x"}))
	})
}

func same(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) && len(got)+len(want) > 0 {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func TestAFilterWordThatNoFormOffersIsABrokenRequest(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		_, people := s.Services.People.Index(t.Context(), s.Tom, dto.PeopleQuery{Relationship: "enemy"})
		_, lists := s.Services.Lists.Index(t.Context(), s.Tom, dto.ListQuery{Visibility: "all"})
		_, types := s.Services.Lists.Index(t.Context(), s.Tom, dto.ListQuery{Type: "x"})
		_, occasions := s.Services.Occasions.Index(t.Context(), s.Tom, dto.OccasionQuery{Type: "x"})
		_, when := s.Services.Occasions.Index(t.Context(), s.Tom, dto.OccasionQuery{When: "never"})
		for i, err := range []error{people, lists, types, occasions, when} {
			if apperr.CodeOf(err) != apperr.BadRequest {
				t.Errorf("%d: %v", i, err)
			}
		}
	})
}
