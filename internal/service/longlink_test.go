package service_test

import (
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func TestTheLongestLinkThatIsAllowedIsKept(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		const shop = "https://shop.example/"
		link := shop + strings.Repeat("a", 2048-len(shop))
		id, err := s.Services.Gifts.Create(t.Context(), s.Maria, dto.GiftInput{Title: "Far away", Link: link})
		if err != nil {
			t.Fatal(err)
		}
		gift, err := s.Services.Gifts.Get(t.Context(), s.Maria, id)
		if err != nil || gift.Link != link {
			t.Errorf("the link came back with %d characters, %v; want %d", len(gift.Link), err, len(link))
		}
	})
}
