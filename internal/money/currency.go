package money

import (
	"slices"
	"strings"

	"github.com/bojanz/currency"
)

// unknownDigits is how many decimals an amount has whose currency is not known.
const unknownDigits = 2

// Valid reports whether code is a current ISO 4217 currency in capitals.
func Valid(code string) bool {
	return code != "" && currency.IsValid(code)
}

// Digits is the number of decimals of a currency: 2 for EUR, 0 for JPY, 3 for KWD.
func Digits(code string) int {
	if digits, ok := currency.GetDigits(code); ok {
		return int(digits)
	}
	return unknownDigits
}

// common are the currencies a family most likely looks for.
var common = []string{
	"EUR", "USD", "GBP", "CHF", "CAD", "AUD", "JPY", "SEK", "NOK", "DKK",
	"PLN", "CZK", "HUF", "BRL", "MXN", "INR", "CNY", "NZD", "ZAR", "ILS",
}

// funds are the codes of ISO 4217 that no shop has ever named a price in: units
// of account and settlement.
var funds = []string{"BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW", "XAD"}

// Currencies lists all currencies for a select, the common ones first and the
// others by their code.
func Currencies() []string {
	var others []string
	for _, code := range currency.GetCurrencyCodes() {
		if !slices.Contains(common, code) && !slices.Contains(funds, code) {
			others = append(others, code)
		}
	}
	slices.Sort(others)
	return slices.Concat(common, others)
}

// ForCountry is the currency people pay with in a country, given by its
// two-letter code in any case; "" when there is no such country.
func ForCountry(country string) string {
	code, _ := currency.ForCountryCode(strings.ToUpper(country))
	return code
}
