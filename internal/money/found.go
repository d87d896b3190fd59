package money

import (
	"regexp"
	"slices"
	"strings"
)

// Found is a price that a text names.
type Found struct {
	Amount Amount
	From   bool // the lowest of several: "from 20", "20 - 30"
}

// FromText finds the price in a text off the web: "1.299,00 €", "$10 - $20",
// "was $20 now $15", "49,- €". It prefers numbers beside a currency, knows an old
// price, a saving and a percentage from the price asked, and is false when no
// price stands there. The currency is the text's own, else the hint's, else "".
func FromText(text string, hint Hint) (Found, bool) {
	text = noPrices.ReplaceAllString(clean(text), "")
	text = noWhole.ReplaceAllString(text, "${1}0.$2")
	text = units.ReplaceAllString(text, "/$1")
	if free.MatchString(text) {
		return Found{Amount: Amount{Currency: hint.code()}}, true
	}
	offers := offersIn(text)
	best := bestOffer(offers)
	if best < 0 {
		return Found{}, false
	}
	offer := offers[best]
	low, from := lowEnd(offers, best)
	code := currencyOf(text, offer, offers[low], hint)

	whole, fraction, _ := offers[low].read(code)
	minor, ok := toMinor(zeroIfEmpty(whole), fraction, Digits(code))
	return Found{
		Amount: Amount{Minor: minor, Currency: code},
		From:   from || offers[low].isFrom(),
	}, ok
}

// noPrices are days, telephone numbers and numbers that count in myriads: better no
// price than one that is wrong by a factor.
var noPrices = regexp.MustCompile(`\b(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}([./-])\d{1,2}[./-]\d{4}|\d+(-\d{3,}){2,})\b|\d[\d,.]*[万億]\d*`)

// noWhole is a dash in the place of no euros: "-,99".
var noWhole = regexp.MustCompile(`(^|[^\d])-[.,](\d\d)\b`)

// units are the quantities that prices per unit are for: "/ 100 g".
var units = regexp.MustCompile(`(?i)(?:/|\b(?:per|pro))\s*\d+\s*(kg|g|l|ml|cl|m|oz|lb)\b`)

// free is a text that says that a thing costs nothing.
var free = regexp.MustCompile(`(?i)^\W*(price:?\s*)?(for )?(free|gratis|kostenlos|umsonst|gratuit|grátis|ilmainen|zdarma|za darmo|darmowe|бесплатно|безкоштовно|無料|免费|무료)(\W*|\W+(of charge|!|with .*|\*.*))$`)

func zeroIfEmpty(digits string) string {
	if digits == "" {
		return "0"
	}
	return digits
}

// bestOffer is the index of the offer that names the price asked, or -1.
func bestOffer(offers []offer) int {
	best := -1
	for i, o := range offers {
		if o.rank > 0 && (best < 0 || o.rank > offers[best].rank) {
			best = i
		}
	}
	return best
}

// lowEnd is the index of the lower end when the chosen offer is part of a range.
func lowEnd(offers []offer, chosen int) (low int, isRange bool) {
	if offers[chosen].joinsPrevious && chosen > 0 {
		return chosen - 1, true
	}
	return chosen, chosen+1 < len(offers) && offers[chosen+1].joinsPrevious
}

// currencyOf decides an offer's currency: beside the number, at the range's other
// end, anywhere in the text, or as the hint says.
func currencyOf(text string, chosen, low offer, hint Hint) string {
	if !Valid(hint.Currency) && hint.Currency != "" {
		hint = Hint{Currency: hint.code(), Country: hint.Country}
	}
	for _, o := range []offer{low, chosen} {
		if o.ahead != nil || o.behind != nil {
			if code := o.byWriting(hint); code != "" {
				return code
			}
			return pick(o.ahead, o.behind, hint)
		}
	}
	if s := symbolWithin(text); s != nil {
		return s.resolve(hint)
	}
	return hint.code()
}

// byWriting tells currencies that share a sign apart by how each country writes its
// prices: the Nordic crowns, and the yuan, which has decimals, from the yen. It is ""
// for other currencies or when hinted.
func (o offer) byWriting(hint Hint) string {
	s := o.ahead
	if s == nil {
		s = o.behind
	}
	likeliest := s.codes[0]
	if len(s.codes) < 2 || s.resolve(hint) != likeliest || hint.code() == likeliest {
		return ""
	}
	_, fraction, _ := o.read("")
	switch {
	case likeliest == "JPY" && len(fraction) == 2 && slices.Contains(s.codes, "CNY"):
		return "CNY"
	case likeliest != "SEK":
		return ""
	case strings.HasPrefix(o.marks, ".") || s.text == "kr.":
		return "DKK"
	case o.ahead != nil:
		return "NOK"
	}
	return ""
}
