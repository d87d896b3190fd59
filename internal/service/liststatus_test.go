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

func TestListsAreFoundByTheStatusOfTheirGiftsAndNoneOfOnesOwn(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		for name, target := range map[string]string{"Ben’s": s.Ben, "Lena’s": s.LenaPerson} {
			list := s.List(t, s.Maria, dto.ListInput{Name: name, TargetPersonID: target, Visibility: "family"})
			id := s.Item(t, s.Maria, list, fixture.Gift(name+" kite", ""))
			if _, err := s.Services.Items.SetStatus(t.Context(), s.Maria, id, dto.StatusInput{Status: "ordered"}); err != nil {
				t.Fatal(err)
			}
		}
		for _, c := range []struct {
			who    domain.Viewer
			status string
			want   []string
		}{
			{s.Tom, "ordered", []string{"Ben’s", "Lena’s"}},
			{s.Tom, "idea", []string{}},
			{s.Lena, "ordered", []string{"Ben’s"}},
		} {
			page, err := s.Services.Lists.Index(t.Context(), c.who, dto.ListQuery{Status: c.status})
			got := names(t, page, err, func(l dto.ListCard) string { return l.Name })
			slices.Sort(got)
			if !slices.Equal(got, c.want) {
				t.Errorf("with a gift at %s: %v, want %v", c.status, got, c.want)
			}
		}
		if _, err := s.Services.Lists.Index(t.Context(), s.Tom, dto.ListQuery{Status: "lost"}); err == nil {
			t.Error("a status that there is not finds something")
		}
	})
}
