package service_test

import (
	"fmt"
	"sync"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/service"
)

func TestOfSeveralSetUpsAtOnceOneWinsAndTheOthersAreTold(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Empty(t, db, nil)
		const rivals = 6
		codes := make([]apperr.Code, rivals)
		var all sync.WaitGroup
		for i := range rivals {
			all.Go(func() {
				in := dto.SetupInput{FamilyName: "Berg", Name: "Maria", Email: fmt.Sprintf("maria%d@example.org", i), Password: fixture.Password, Currency: "EUR"}
				_, err := s.Services.Auth.Setup(t.Context(), in, "en", true, service.Client{Address: "127.0.0.1"})
				codes[i] = apperr.CodeOf(err)
			})
		}
		all.Wait()
		count := map[apperr.Code]int{}
		for _, c := range codes {
			count[c]++
		}
		if count[""] != 1 || count[apperr.Conflict] != rivals-1 {
			t.Errorf("answers: %v", count)
		}
	})
}
