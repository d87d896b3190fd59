package repository_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"kinlist/internal/dbtest"
	"kinlist/internal/fixture"
	"kinlist/internal/repository"
)

// BenchmarkSearchInFiftyThousandGifts tells how long one page of a search takes, at the median and at the 99th of a
// hundred, for a member who created a third of the gifts. The goal is 20 ms.
func BenchmarkSearchInFiftyThousandGifts(b *testing.B) {
	db := dbtest.Open(b)
	s := fixture.Family(b, db)
	s.Fill(b, fixture.Crowd{Lists: 60, Gifts: 50_000, Items: 60_000})
	for _, sort := range []string{"new", "title"} {
		for _, q := range []struct{ name, text string }{
			{"no text", ""},
			{"rare word", "zetchusto "},
			{"common word", "kabubu "},
			{"a rare and a common word", "kabubu zetchusto "},
			{"two common words", "kabubu lebubu "},
			{"prefix of 2", "ze"},
			{"prefix of 1", "z"},
			{"no match", "nothing"},
			{"sign", "%"},
		} {
			b.Run(fmt.Sprintf("%s by %s", q.name, sort), func(b *testing.B) {
				var took []time.Duration
				rows := 0
				for b.Loop() {
					start := time.Now()
					page, err := s.Store.Gifts.Page(b.Context(), s.Tom, repository.GiftFilter{Text: q.text}, repository.PageQuery{Sort: sort})
					if err != nil {
						b.Fatal(err)
					}
					took, rows = append(took, time.Since(start)), len(page.Rows)
				}
				slices.Sort(took)
				b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms/p50")
				b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "ms/p99")
				b.ReportMetric(float64(rows), "rows")
			})
		}
	}
}
