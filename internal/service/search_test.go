package service_test

import (
	"slices"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func titles(t *testing.T, s *fixture.Stage, v domain.Viewer, q string) []string {
	t.Helper()
	page, err := s.Services.Gifts.Index(t.Context(), v, dto.GiftQuery{Query: dto.Query{Q: q, Sort: "title"}})
	if err != nil {
		t.Fatalf("%q: %v", q, err)
	}
	found := []string{}
	for _, g := range page.Items {
		found = append(found, g.Title)
	}
	return found
}

func addGift(t *testing.T, s *fixture.Stage, in dto.GiftInput) string {
	t.Helper()
	id, err := s.Services.Gifts.Create(t.Context(), s.Maria, in)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// Case 40.
func TestASearchForSignsFindsJustThat(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		for _, title := range []string{
			"100% wool", "1000 pieces", "a__b", "a-b", `5" ruler`, "5 rulers", "five * stars", "five stars", "'; --", "; - '", `back\slash`,
		} {
			addGift(t, s, dto.GiftInput{Title: title})
		}
		for q, want := range map[string][]string{
			"100%": {"100% wool"}, "100": {"100% wool", "1000 pieces"}, "100 ": {"100% wool"}, "%": {"100% wool"}, "__": {"a__b"}, "_": {"a__b"},
			"a_": {"a__b"}, `"`: {`5" ruler`}, `5"`: {`5" ruler`}, "*": {"five * stars"}, "fi*": {}, "'; --": {"'; --"}, "--": {"'; --"},
			`\`: {`back\slash`}, "five AND stars": {}, "five OR nothing": {}, "NOT five": {}, "title:five": {}, "five & stars": {}, "five:*": {},
			"§g" + s.Home.ID: {}, "§g": {}, "(five": {}, "five stars": {"five * stars", "five stars"}, "stars five": {"five * stars", "five stars"},
		} {
			if got := titles(t, s, s.Maria, q); !slices.Equal(got, want) {
				t.Errorf("%q finds %q, want %q", q, got, want)
			}
			if got := titles(t, s, s.Tom, q); len(got) > 0 {
				t.Errorf("%q finds what is not shared with the viewer: %q", q, got)
			}
		}
	})
}

func TestEveryWordMustOccurAndTheLastMayBeABeginningWithoutRegardToCaseAndAccents(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		addGift(t, s, dto.GiftInput{Title: "Éclair à la crème", Description: "Fahrrad\nTöpfe", Link: "https://www.Shop-Ä.example/x?y=needle", Source: "Zoë’s"})
		addGift(t, s, dto.GiftInput{Title: "日本の本"})
		for q, want := range map[string]int{
			"eclair": 1, "ECLAIR CREME": 1, "crème éclair": 1, "ecl": 1, "ecl ": 0, "ecl creme": 0, "creme ecl": 1, "lair": 0, "topfe": 1, "fahrrad topf": 1,
			"zoe": 1, "zoe's": 0, "zoe’s": 1, "needle": 0, "日本": 1, "本日": 0, "本": 1, "eclair 本": 0, " ": 2, "": 2, "\x00": 2,
		} {
			if got := titles(t, s, s.Maria, q); len(got) != want {
				t.Errorf("%q finds %q, want %d", q, got, want)
			}
		}
	})
}

func TestCommentsAreFoundByTheRulesOfEverySearch(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		w.says(w.Tom, domain.EntityPerson, w.Ben, "Für den Ärmelkanal: 100% Crème")
		said := w.says(w.Tom, domain.EntityItem, w.wish, "Nothing for Lena’s eyes: Ärmel")
		find := func(v domain.Viewer, q string) int {
			found, err := w.Services.Search.All(t.Context(), v, q)
			ok(t, err)
			return len(found.Comments)
		}
		for q, want := range map[string]int{"ARMEL": 2, "ärmelk": 1, "creme fur": 1, "kanal": 0, "100%": 1, "%": 1, "_": 0, "armel ": 1} {
			if got := find(w.Maria, q); got != want {
				t.Errorf("%q finds %d comments, want %d", q, got, want)
			}
		}
		if got := find(w.Lena, "armel"); got != 1 {
			t.Errorf("the target finds %d comments, want 1", got)
		}
		_, err := w.Services.Comments.Edit(t.Context(), w.Tom, said.ID, dto.CommentInput{Body: "Sleeves", Version: said.Version})
		ok(t, err)
		if find(w.Maria, "armel ") != 0 || find(w.Maria, "sleeves") != 1 {
			t.Error("an edited comment is not found by what it says now")
		}
	})
}

func TestASearchReadsTheNotesOfThoseWhoPlanOnlyForThem(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		list := s.List(t, s.Lena, dto.ListInput{Name: "Wishes", TargetPersonID: s.LenaPerson})
		id := s.Item(t, s.Lena, list, dto.AddInput{GiftInput: dto.GiftInput{Title: "Book"}})
		if _, err := s.Services.Items.Update(t.Context(), s.Tom, id, dto.ItemInput{Quantity: "1", Notes: "behind the wardrobe", Version: 1, WishVersion: 1}); err != nil {
			t.Fatal(err)
		}
		if got := titles(t, s, s.Tom, "wardrobe"); len(got) != 1 {
			t.Errorf("who plans finds %q", got)
		}
		if got := titles(t, s, s.Lena, "wardrobe"); len(got) != 0 {
			t.Errorf("the target finds %q", got)
		}
		hidden := s.List(t, s.Maria, dto.ListInput{Name: "Secret", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		s.Item(t, s.Maria, hidden, dto.AddInput{GiftInput: dto.GiftInput{Title: "Telescope"}})
		for who, want := range map[*domain.Viewer]int{&s.Tom: 1, &s.Lena: 0, &s.Gast: 0} {
			if got := titles(t, s, *who, "telescope"); len(got) != want {
				t.Errorf("%d gifts of a hidden list", len(got))
			}
			lists, err := s.Services.Lists.Index(t.Context(), *who, dto.ListQuery{Query: dto.Query{Q: "secret"}})
			if err != nil || len(lists.Items) != want {
				t.Errorf("%d hidden lists %v", len(lists.Items), err)
			}
		}
	})
}
