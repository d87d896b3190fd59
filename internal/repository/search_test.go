package repository_test

import (
	"slices"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// catalog are all gifts that Maria sees, by title.
func catalog(t *testing.T, s *fixture.Stage, typed string) []repository.GiftRow {
	t.Helper()
	var all []repository.GiftRow
	for cursor, more := "", true; more; more = cursor != "" {
		page, err := s.Store.Gifts.Page(t.Context(), s.Maria, repository.GiftFilter{Text: typed}, repository.PageQuery{Sort: "title", Limit: 200, Cursor: cursor})
		if err != nil {
			t.Fatal(err)
		}
		all, cursor = append(all, page.Rows...), page.Next
	}
	return all
}

// notes are what is noted on the items of each gift.
func notes(t *testing.T, db *database.DB) map[string][]string {
	t.Helper()
	var rows []struct{ GiftID, Notes string }
	if err := db.Write.Table("list_items").Select("gift_id, notes").Find(&rows).Error; err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for _, row := range rows {
		all[row.GiftID] = append(all[row.GiftID], row.Notes)
	}
	return all
}

// searches are what is looked for in a crowd: of some there are a few, of some thousands.
var searches = []string{"zetchusto", "kabubu", "kabubu ", "KABUBU lebubu ", "kabubu le", "ze", "z", "ka le ", "bubu", "kabubu.", "ka%", "p", "example", ".", "%", ". zet", "e."}

// noteForLena is a gift of Lena's, the newest there is, of which all that is looked for is noted where she does not see it.
func noteForLena(t *testing.T, s *fixture.Stage) string {
	t.Helper()
	open := s.List(t, s.Lena, dto.ListInput{Name: "Thought of", TargetPersonID: s.Ben})
	hidden := s.List(t, s.Tom, dto.ListInput{Name: "For Lena", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
	gift, err := s.Store.Items.Standing(t.Context(), s.Lena, s.Item(t, s.Lena, open, fixture.Gift("Kite", "9")))
	if err != nil {
		t.Fatal(err)
	}
	s.Item(t, s.Tom, hidden, dto.AddInput{ItemInput: dto.ItemInput{GiftID: gift.GiftID, Notes: strings.Join(searches, " ")}})
	return gift.GiftID
}

// Whether a search finds few or thousands decides how it is carried out, and nothing else.
func TestASearchFindsTheSameWhetherItFindsFewOrMany(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		s.Fill(t, fixture.Crowd{Lists: 10, Gifts: 4500, Items: 1500})
		secret := noteForLena(t, s)
		all, noted := catalog(t, s, ""), notes(t, db)
		for _, typed := range searches {
			words := text.Words(typed)
			var want []string
			for _, g := range all {
				docs := append([]string{strings.Join([]string{g.Title, g.Source, "shop.example", g.Description}, "\n")}, noted[g.ID]...)
				if slices.ContainsFunc(docs, func(doc string) bool { return says(doc, typed, words) }) {
					want = append(want, g.ID)
				}
			}
			var got []string
			for _, g := range catalog(t, s, typed) {
				got = append(got, g.ID)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%q finds %d gifts, want %d", typed, len(got), len(want))
			}
			seen, err := s.Store.Gifts.Page(t.Context(), s.Lena, repository.GiftFilter{Text: typed}, repository.PageQuery{})
			if err != nil || slices.ContainsFunc(seen.Rows, func(g repository.GiftRow) bool { return g.ID == secret }) {
				t.Errorf("%q finds Lena a gift by what others note of it on a list that is hidden from her: %v", typed, err)
			}
		}
		stranger := domain.Viewer{UserID: s.Tom.UserID, FamilyID: fixture.FamilyAt(t, db, "other.example").Home.ID, Role: domain.RoleAdmin}
		for _, typed := range []string{"ze", "zetchusto"} {
			page, err := s.Store.Gifts.Page(t.Context(), stranger, repository.GiftFilter{Text: typed}, repository.PageQuery{})
			if err != nil || len(page.Rows) != 0 {
				t.Errorf("%q finds %d gifts of another family: %v", typed, len(page.Rows), err)
			}
		}
	})
}

// says is what a search promises, said of one document in plain Go.
func says(doc, typed string, words []string) bool {
	have := text.Words(doc)
	for i, w := range words {
		whole := slices.Contains(have, w)
		begun := i == len(words)-1 && text.EndsInWord(typed) && slices.ContainsFunc(have, func(h string) bool { return strings.HasPrefix(h, w) })
		if !whole && !begun {
			return false
		}
	}
	for term := range strings.FieldsSeq(text.Fold(typed)) {
		if own := text.Words(term); (len(own) != 1 || own[0] != term) && !strings.Contains(text.Fold(doc), term) {
			return false
		}
	}
	return true
}
