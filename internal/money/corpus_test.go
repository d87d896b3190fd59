package money

import (
	_ "embed"
	"math/big"
	"slices"
	"strings"
	"testing"
)

// prices are real price strings from the tests of scrapinghub/price-parser
// (BSD-3-Clause): hint, text, currency as written, amount.
//
//go:embed testdata/prices.tsv
var prices string

// written says which currency a person takes each spelling of prices.tsv for,
// where the spelling is no code itself. Some stand for several.
var written = map[string][]string{
	"€": {"EUR"}, "£": {"GBP"}, "GBp": {"GBP"}, "$": {"USD"}, "A$": {"AUD"}, "AU$": {"AUD"}, "AU $": {"AUD"}, "C$": {"CAD"}, "CAD$": {"CAD"}, "MX$": {"MXN"},
	"NT$": {"TWD"}, "NT": {"TWD"}, "MOP$": {"MOP"}, "GY$": {"GYD"}, "G$": {"GYD"}, "LD": {"LRD"}, "BZ$": {"BZD"}, "T$": {"TOP"},
	"Kč": {"CZK"}, "руб.": {"RUB"}, "руб": {"RUB"}, "р.": {"RUB", "BYN"}, "Р": {"RUB"}, "Rbl": {"RUB"}, "грн.": {"UAH"}, "zł": {"PLN"}, "Zł": {"PLN"}, "лв": {"BGN"}, "лв.": {"BGN"},
	"lei": {"RON", "MDL"}, "LEI": {"RON", "MDL"}, "TL": {"TRY"}, "₺": {"TRY"}, "Ft": {"HUF"}, "円": {"JPY"}, "₼": {"AZN"}, "₹": {"INR"}, "₵": {"GHS"}, "₱": {"PHP"}, "₫": {"VND"}, "₪": {"ILS"}, "₦": {"NGN"}, "₡": {"CRC"},
	"ლ": {"GEL"}, "lari": {"GEL"}, "บาท": {"THB"}, "ரூ": {"INR", "LKR"}, "৳": {"BDT"}, "ل.ل": {"LBP"}, "ل.س": {"SYP"}, "ریال": {"IRR"}, "﷼": {"IRR", "SAR", "QAR", "OMR", "YER"}, "تومان": {"IRT"},
	"ر.ق": {"QAR"}, "دج": {"DZD"}, "د.ل": {"LYD"}, "د.ت": {"TND"}, "د.": {"MAD"}, "ש'ח": {"ILS"}, `ש"ח`: {"ILS"}, "тг": {"KZT"}, "с": {"KGS"}, "som": {"KGS", "UZS"}, "so'm": {"UZS"},
	"км": {"BAM"}, "KM": {"BAM"}, "mkd": {"MKD"}, "kwz": {"AOA"}, "kr": {"SEK", "NOK", "DKK", "ISK"}, "Kr": {"SEK", "NOK", "DKK", "ISK"}, "TSh": {"TZS"}, "Rp": {"IDR"}, "RM": {"MYR"}, "R": {"ZAR"},
	"P": {"BWP"}, "G": {"HTG"}, "D": {"GMD"}, "Fbu": {"BIF"}, "Esc": {"CVE", "PTE"}, "Br": {"BYN", "ETB"},
}

// corpusPrice is one row of prices.tsv.
type corpusPrice struct{ hint, text, currency, amount string }

// corpus leaves out the rows that are a currency's name alone, which the source
// takes for one unit of it.
func corpus() []corpusPrice {
	var rows []corpusPrice
	for line := range strings.Lines(prices) {
		columns := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(columns) != 4 || strings.HasPrefix(line, "#") {
			continue
		}
		for i := range columns {
			columns[i] = strings.TrimPrefix(columns[i], `\N`)
		}
		row := corpusPrice{columns[0], columns[1], columns[2], columns[3]}
		if row.amount == "" || strings.ContainsAny(clean(row.text), "0123456789") {
			rows = append(rows, row)
		}
	}
	return rows
}

func TestAccuracyOnRealPrices(t *testing.T) {
	t.Parallel()
	amounts, currencies, named := 0, 0, 0
	rows := corpus()
	for _, row := range rows {
		found, ok := FromText(row.text, Hint{Currency: row.hint})
		if sameNumber(found, ok, row.amount) {
			amounts++
		} else {
			t.Logf("%q (hint %q): got %v %v, want %s %s", row.text, row.hint, ok, found, row.amount, row.currency)
		}
		if row.currency == "" || row.amount == "" {
			continue
		}
		named++
		wanted := written[row.currency]
		if code := found.Amount.Currency; code == row.currency || slices.Contains(wanted, code) {
			currencies++
		} else {
			t.Logf("%q (hint %q): got %s, want one of %v", row.text, row.hint, found.Amount.Currency, wanted)
		}
	}
	t.Logf("amounts: %d of %d right; currencies: %d of %d right", amounts, len(rows), currencies, named)
	if amounts*100 < len(rows)*99 || currencies*100 < named*99 {
		t.Error("fewer than 99 of 100 are right")
	}
}

func sameNumber(found Found, ok bool, want string) bool {
	if !ok || want == "" {
		return !ok && want == ""
	}
	got, _ := new(big.Rat).SetString(Decimal(found.Amount))
	wanted, _ := new(big.Rat).SetString(want)
	return got.Cmp(wanted) == 0
}
