package money

import (
	"regexp"
	"slices"
	"strings"
)

// offer is a number together with what its surroundings make of it.
type offer struct {
	candidate
	before        string  // folded text since the number before
	after, tail   string  // text up to the next number, folded and as it is
	ahead, behind *symbol // the currency beside it
	joinsPrevious bool    // the upper end of a range
	rank          int     // how likely it is the price asked; 0 for not a price
}

// Ranks: an old price is taken only when no other is there, a bare number only
// when none stands beside a currency.
const (
	rankAttached = iota + 1 // part of a word, but with cents: "now12.99"
	rankExtra               // shipping and other additions
	rankOld
	rankBare
	rankPriced
	rankNow
)

// offersIn finds the numbers of a text and ranks each.
func offersIn(text string) []offer {
	numbers := scan(text)
	folded := lower(text)
	offers := make([]offer, len(numbers))
	from := 0
	for i, n := range numbers {
		to := len(text)
		if i+1 < len(numbers) {
			to = numbers[i+1].start
		}
		o := offer{candidate: n, before: folded[from:n.start], after: folded[n.end:to], tail: text[n.end:to]}
		o.ahead = narrowest(strings.TrimRight(text[from:n.start], " :("))
		if i+1 == len(numbers) || !leadsNext(text[n.end:to]) {
			o.behind = symbolAtStart(o.trailer())
		}
		o.joinsPrevious = i > 0 && numberLike(offers[i-1]) && !o.isShare() && between.MatchString(withoutSymbols(text[from:n.start]))
		o.rank = o.judge()
		offers[i] = o
		from = n.end
	}
	shareCurrency(offers)
	return offers
}

// shareCurrency lets both ends of a range count as priced when one is.
func shareCurrency(offers []offer) {
	for i := 1; i < len(offers); i++ {
		if offers[i].joinsPrevious && offers[i].rank == rankPriced && offers[i-1].rank == rankBare {
			offers[i-1].rank = rankPriced
		}
	}
}

// narrowest is the currency at a text's end; of a code and a sign that follow each
// other ("AUD $") the one that names fewer currencies.
func narrowest(text string) *symbol {
	last := symbolAtEnd(text)
	if last == nil || len(last.codes) == 1 {
		return last
	}
	before := symbolAtEnd(strings.TrimRight(text[:len(text)-len(last.text)], " "))
	if before == nil || len(before.codes) > 1 || !slices.Contains(last.codes, before.codes[0]) {
		return last
	}
	return &symbol{text: text[len(text)-len(last.text):], codes: before.codes}
}

var (
	was    = wordPattern(`was|were|before|rrp|msrp|srp|uvp|list|list price|original|originally|regular price|retail|reg|old|instead of|compare at|previously|statt|bisher|früher|anstatt|vorher|war|alter|ursprünglicher|ursprünglich|regulärer|normalpreis|ancien|prix barré|vecchio|tidigare|tidligere|poprzednia|przed obniżką|unverb\. preisempf|au lieu de|avant|prix conseillé|antes|precio anterior|de|prima|anziché|invece di|van|was eerst|var|ord|ordinarie|før|před|původní|zamiast|przed|régi|было|старая цена`)
	saved  = wordPattern(`save|saving|savings|saved|you save|sparen|spare|ersparnis|sie sparen|économisez|ahorra|ahorras|risparmi|bespaar|oszczędzasz|ušetříte|rabatt|discount|coupon|экономия|скидка`)
	savedA = regexp.MustCompile(`^\W*(off|discount|saved|rabatt|de descuento|di sconto|korting|gespart|скидка)\b`)
	extra  = wordPattern(`shipping|delivery|postage|versand|versandkosten|lieferung|livraison|envío|spedizione|verzending|frakt|dostawa|доставка|deposit|pfand|\+|plus|zzgl|éco-part|per month|rated|reviews?|pack of|dont`)
	extraA = regexp.MustCompile(`^[^\d]{0,6}(shipping|delivery|versand|de livraison|frakt|stars?\b|reviews?\b|ratings?\b|items?\b|pcs\b|stk\b|stück\b|products?\b|days?\b|left\b)`)
	unitA  = regexp.MustCompile(`^\W*(/|per|pro)\s*(kg|g|l|ml|cl|m|m²|oz|lb)\b`)
	now    = wordPattern(`now|now only|sale|sale price|our price|your price|deal|special|jetzt|nur|jetzt nur|aktionspreis|angebot|sonderpreis|maintenant|ahora|ora|adesso|nu|nå|nyní|teraz|most|сейчас|special price`)
	start  = wordPattern(`from|starting|starting at|starts at|as low as|ab|à partir de|a partir de|dès|desde|da|a partire da|vanaf|od|от|від|fra|från|alkaen|min|fr`)
	upward = regexp.MustCompile(`^[^\d]{0,5}(から|~|起|부터|and up|\+\s*$|より|'?dan başla|et plus|y más|e oltre|und mehr)`)
	// between stands between the two ends of a range.
	between = regexp.MustCompile(`(?i)^[.,]?-?\s*(-|~|to|until|bis|till|à|au|a|al|do|до|tot|til|and|–|から)\s*$`)
)

// wordPattern matches one of the words at the end of what stands before a number,
// with nothing but the currency, a colon or a short filler between.
func wordPattern(words string) *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^\pL])(?:` + words + `)[^\pL\d]*(?:price|preis|prix|precio|prezzo|cena)?[^\pL\d]*$`)
}

// judge ranks a number by what stands around it.
func (o *offer) judge() int {
	before := strings.TrimRight(o.before, " ")
	if o.ahead != nil {
		before = strings.TrimRight(before, " :(")
		before = before[:len(before)-len(lower(o.ahead.text))]
	}
	priced := o.ahead != nil || o.behind != nil
	switch {
	case !numberLike(*o) || o.isShare() || o.isNegative() || o.isClock():
		return 0
	case saved.MatchString(before) || savedA.MatchString(o.trailing()):
		return 0
	case was.MatchString(before):
		return rankOld
	case extra.MatchString(before) || extraA.MatchString(o.trailing()) || unitA.MatchString(o.trailing()):
		return rankExtra
	case now.MatchString(before):
		return rankNow
	case priced:
		return rankPriced
	case endsInLetter(o.before) || startsInLetter(o.after) || o.isFraction():
		return o.attachedRank()
	}
	return rankBare
}

// leadsNext reports whether the currency between two numbers belongs to the
// second, as it stands right before it: "3 for £12".
func leadsNext(between string) bool {
	s := symbolAtEnd(between)
	return s != nil && strings.HasPrefix(between, " ") && len(strings.TrimSpace(between)) == len(s.text)
}

// trailer is the text after the number without what may stand before a currency.
func (o *offer) trailer() string {
	if strings.HasPrefix(o.tail, ":-") {
		return o.tail
	}
	return strings.TrimLeft(o.tail, " ()*-.,")
}

// trailing is the text after the number and its currency.
func (o *offer) trailing() string {
	after := lower(o.trailer())
	if o.behind != nil {
		return after[len(o.behind.text):]
	}
	return after
}

// numberLike reports whether the groups of digits make a number at all: a date or
// a version does not.
func numberLike(o offer) bool {
	_, _, ok := o.read("")
	return ok
}

// isShare reports a percentage.
func (o *offer) isShare() bool {
	return strings.HasPrefix(strings.TrimLeft(o.after, " "), "%") || strings.HasSuffix(strings.TrimRight(o.before, " "), "%") && o.ahead == nil && o.behind == nil
}

// isNegative reports a minus sign, as discounts have; a dash after a word or set
// apart is none.
func (o *offer) isNegative() bool {
	before := o.before
	if o.ahead != nil {
		before = strings.TrimSuffix(strings.TrimRight(before, " "), lower(o.ahead.text))
	}
	minus, ok := strings.CutSuffix(before, "-")
	return ok && !o.joinsPrevious && (minus == "" && o.start < 3 || strings.HasSuffix(minus, " ") || strings.HasSuffix(minus, "("))
}

// isClock reports a time of day or a ratio: "12:30".
func (o *offer) isClock() bool {
	return len(o.after) == 1 && o.after == ":" || o.before == ":"
}

// isFraction reports a part of a date or fraction: "12/25".
func (o *offer) isFraction() bool {
	return o.marks == "" && (o.after == "/" || o.before == "/")
}

// attachedRank keeps a number within a word only when it has cents.
func (o *offer) attachedRank() int {
	if o.marks != "" && len(o.last()) == 2 {
		return rankAttached
	}
	return 0
}

// isFrom reports words that make the price the lowest of several.
func (o *offer) isFrom() bool {
	before := strings.TrimRight(o.before, " :")
	if o.ahead != nil {
		before = strings.TrimSuffix(before, lower(o.ahead.text))
	}
	return start.MatchString(before) || upward.MatchString(o.trailing())
}

// withoutSymbols cuts the currencies at both ends of what stands between two
// numbers.
func withoutSymbols(text string) string {
	text = strings.TrimSpace(text)
	if s := symbolAtEnd(text); s != nil {
		text = strings.TrimSpace(text[:len(text)-len(s.text)])
	}
	if s := symbolAtStart(text); s != nil {
		text = strings.TrimSpace(text[len(s.text):])
	}
	return text
}
