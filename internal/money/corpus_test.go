package money

import (
	_ "embed"
	"math/big"
	"strings"
	"testing"
)

// prices are real price strings from the tests of scrapinghub/price-parser
// (BSD-3-Clause): hint, text, currency as written, amount.
//
//go:embed testdata/prices.tsv
var prices string

func TestFromTextReadsRealPricesAsAPersonDoes(t *testing.T) {
	t.Parallel()
	rows, wrong := 0, 0
	for line := range strings.Lines(prices) {
		columns := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(columns) != 4 || strings.HasPrefix(line, "#") {
			continue
		}
		hint, text, want := columns[0], columns[1], columns[3]
		if !strings.ContainsAny(clean(text), "0123456789") && want != `\N` {
			continue // a currency's name alone, which the source takes for 1
		}
		rows++
		found, ok := FromText(null(text), Hint{Currency: null(hint)})
		if !sameNumber(found, ok, want) {
			wrong++
			t.Logf("%q (hint %q): got %v %v, want %s %s", text, hint, ok, found, want, columns[2])
		}
	}
	if wrong*100 > rows {
		t.Errorf("%d of %d wrong", wrong, rows)
	}
	t.Logf("%d of %d right", rows-wrong, rows)
}

// null reads the file's mark for nothing.
func null(column string) string {
	if column == `\N` {
		return ""
	}
	return column
}

func sameNumber(found Found, ok bool, want string) bool {
	if !ok || want == `\N` {
		return !ok && want == `\N`
	}
	got, _ := new(big.Rat).SetString(Decimal(found.Amount))
	wanted, _ := new(big.Rat).SetString(want)
	return got.Cmp(wanted) == 0
}
