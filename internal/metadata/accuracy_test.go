package metadata

import (
	"fmt"
	"strings"
	"testing"
)

// score counts what was read right of one field.
type score struct{ right, total int }

// tally adds up one page. A price counts as three fields: the amount, its currency
// and whether it is the lowest of several; the last two only where there is a price.
func tally(scores map[string]score, s sample, got Product) {
	count := func(name string, right bool) {
		sum := scores[name]
		sum.total++
		if right {
			sum.right++
		}
		scores[name] = sum
	}
	for _, f := range s.fields(got) {
		if f.name != "price" {
			count(f.name, f.got == f.want)
			continue
		}
		wantFrom, wantAmount, wantCode := priceParts(f.want)
		gotFrom, gotAmount, gotCode := priceParts(f.got)
		count("amount", gotAmount == wantAmount)
		if wantAmount != "" {
			count("currency", gotCode == wantCode)
			count("from", gotFrom == wantFrom)
		}
	}
}

// priceParts splits "from 12.50 EUR".
func priceParts(text string) (from bool, amount, code string) {
	text, from = strings.CutPrefix(text, "from ")
	amount, code, _ = strings.Cut(text, " ")
	return from, amount, code
}

// table writes scores, one line for each field.
func table(name string, scores map[string]score) string {
	out := fmt.Sprintf("\n%-14s right wrong total\n", name)
	for _, name := range []string{"title", "amount", "currency", "from", "image", "canonical", "site", "availability", "warnings"} {
		s := scores[name]
		out += fmt.Sprintf("%-14s %5d %5d %5d\n", name, s.right, s.total-s.right, s.total)
	}
	return out
}

func TestAccuracyOnPatternsAndRealPages(t *testing.T) {
	t.Parallel()
	ours, theirs := map[string]score{}, map[string]score{}
	for _, p := range patterns(t) {
		tally(ours, p.want, p.read(t))
	}
	for _, s := range realPages() {
		tally(theirs, s, ParseAs(s.link, saved(t, s.name)))
	}
	t.Log(table("patterns", ours), table("real pages", theirs))
}
