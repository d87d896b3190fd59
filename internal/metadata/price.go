package metadata

import (
	"cmp"
	"encoding/json"
	"regexp"
	"strconv"
	"strings"

	"kinlist/internal/money"
)

// price is a price as a source gives it; its currency may be unknown.
type price struct {
	amount *money.Amount
	from   bool
}

func (p price) none() bool { return p.amount == nil }

var (
	// machineNumber is how programs write prices.
	machineNumber = regexp.MustCompile(`^\d+(\.\d+)?$`)
	// thousands looks like a machine's number and is a person's: 1.299 for 1299.
	thousands = regexp.MustCompile(`^[1-9]\d{0,2}\.\d{3}$`)
)

// readPrice reads a price out of structured data: a number, or a text that a
// program or a person wrote. Nought is what shops write when they don't tell.
func (p *page) readPrice(value any, currency string) price {
	if wrapped, ok := value.(node); ok {
		value = wrapped["@value"]
	}
	text := scalar(value)
	if number, ok := value.(json.Number); ok {
		text = plainNumber(number)
	}
	code := money.Recognize(cmp.Or(currency, p.currency), p.country)
	if machineNumber.MatchString(text) && (!thousands.MatchString(text) || isNumber(value) || money.Digits(code) == 3) {
		return p.machinePrice(text, code)
	}
	return p.textPrice(text, code)
}

func isNumber(value any) bool {
	_, ok := value.(json.Number)
	return ok
}

// plainNumber writes a JSON number without an exponent.
func plainNumber(number json.Number) string {
	if !strings.ContainsAny(number.String(), "eE") {
		return number.String()
	}
	value, err := number.Float64()
	if err != nil {
		return ""
	}
	return strconv.FormatFloat(value, 'f', -1, 64)
}

func (p *page) machinePrice(text, code string) price {
	if code == "" {
		code = money.ForCountry(p.country)
	}
	amount, ok := money.FromDecimal(text, code)
	if !ok || amount.Minor <= 0 {
		return price{}
	}
	return price{amount: &amount}
}

// textPrice reads a price that was written for people. Nothing to pay is believed
// when it is said in words.
func (p *page) textPrice(text, currency string) price {
	found, ok := money.FromText(text, money.Hint{Currency: cmp.Or(currency, p.currency), Country: p.country})
	if !ok || found.Amount.Minor == 0 && strings.ContainsAny(text, "0123456789") {
		return price{}
	}
	return price{amount: &found.Amount, from: found.From}
}
