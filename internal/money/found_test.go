package money

import (
	"strings"
	"testing"
)

func TestFromTextReadsPricesAnywhere(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"$1,299.00": "1299.00 USD", "1.299,00 €": "1299.00 EUR", "1.299 €": "1299.00 EUR", "12,99 €": "12.99 EUR", "1\u202f299,90 €": "1299.90 EUR",
		"CHF 1’299.50": "1299.50 CHF", "¥32,970": "32970 JPY", "₹1,29,999.00": "129999.00 INR", "49,- €": "49.00 EUR", "12.-": "12.00", "CHF 49.–": "49.00 CHF",
		"kr 1 299,-": "1299.00 NOK", "1 299:-": "1299.00 SEK", "1.299 kr.": "1299.00 DKK", "1 299 kr": "1299.00 SEK", "R$ 1.299,90": "1299.90 BRL", "A$25": "25.00 AUD", "AU $ 25": "25.00 AUD",
		"USD 25": "25.00 USD", "25.00 USD": "25.00 USD", "$25.00 CAD": "25.00 CAD", "12.345 KWD": "12.345 KWD", "￥１２００": "1200 JPY", "١٢٫٥٠ ج.م": "12.50 EGP", "۱٬۲۰۰ تومان": "1200.00 IRT",
		"$12⁹⁹": "12.99 USD", "12,99 €¹": "12.99 EUR", "35€ 99": "35.99 EUR", "12€50": "12.50 EUR", "$ 8. 94": "8.94 USD", "1.837, 32 €": "1837.32 EUR", "$.75": "0.75 USD",
		"US $21.98/ea": "21.98 USD", "1299元": "1299.00 CNY", "12.000.000₫": "12000000 VND", "1 000 000,5": "1000000.50", "£1.2": "1.20 GBP",
		"€ -,99": "0.99 EUR", "12,500 KWD": "12500.000 KWD", "129,000 DT": "129.000 TND", "Rs.999/-": "999.00 INR", "€ 12,--": "12.00 EUR",
		"Free": "0.00", "gratis": "0.00", "FREE!": "0.00",

		"$10.00 - $20.00": "from 10.00 USD", "10 – 20 €": "from 10.00 EUR", "€10-€20": "from 10.00 EUR", "From 26 to 50 €": "from 26.00 EUR", "10.00 to 20.00 USD": "from 10.00 USD",
		"ab 19,99 €": "from 19.99 EUR", "from $10/mo": "from 10.00 USD", "à partir de 5 €": "from 5.00 EUR", "od 199 Kč": "from 199.00 CZK", "1,200円から": "from 1200 JPY", "As low as $5": "from 5.00 USD",

		"was $20 now $15": "15.00 USD", "Was: $20.00 Now: $15.00": "15.00 USD", "Now $5.99 (was $9.99)": "5.99 USD", "statt 30,00 € nur 20,00 €": "20.00 EUR", "20 € statt 30 €": "20.00 EUR",
		"UVP 30,00 € 25,00 €": "25.00 EUR", "List: $40.00 Price: $30.00": "30.00 USD", "MSRP: $588": "588.00 USD", "de R$ 200,00 por R$ 150,00": "150.00 BRL",
		"$20.00 ($5.00 off)": "20.00 USD", "You save $5: $20": "20.00 USD", "20% off $40": "40.00 USD", "99,99 EUR (-30,00%) 69,99 EUR": "99.99 EUR", "$25.00 + $4.99 shipping": "25.00 USD",
		"1.299,00 € inkl. 19% MwSt.": "1299.00 EUR", "9,99 € / 100 g": "9.99 EUR", "(9,99 € / 100 g) 4,99 €": "4.99 EUR",
		"2 for $5": "5.00 USD", "4 for 3: £12": "12.00 GBP", "5 Stück 12,99 €": "12.99 EUR", "4.5 out of 5 stars $19.99": "19.99 USD", "now12.99": "12.99",

		"Currently unavailable.": "", "": "", "40% OFF": "", "15.08.2017": "", "2024-05-06": "", "12:30": "", "Save $15": "", "-12,99 €": "", "MX924 IX": "", "1.2.3": "", "call us": "",
		"free shipping over €": "", "99999999999999999999 €": "",
	} {
		if got := foundText(FromText(text, Hint{})); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func foundText(found Found, ok bool) string {
	if !ok {
		return ""
	}
	text := strings.TrimSpace(Decimal(found.Amount) + " " + found.Amount.Currency)
	if found.From {
		return "from " + text
	}
	return text
}

func TestFromTextTakesHintsWhereTheTextIsUnclear(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		hint Hint
		want string
	}{
		{"12.50", Hint{Currency: "EUR"}, "12.50 EUR"},
		{"12.50", Hint{Currency: "€"}, "12.50 EUR"},
		{"12.50", Hint{Country: "CH"}, "12.50 CHF"},
		{"12.50", Hint{Currency: "EUR", Country: "CH"}, "12.50 EUR"},
		{"$12.50", Hint{Currency: "EUR"}, "12.50 USD"},
		{"$12.50", Hint{Currency: "CAD"}, "12.50 CAD"},
		{"$12.50", Hint{Country: "AU"}, "12.50 AUD"},
		{"99 kr", Hint{Country: "DK"}, "99.00 DKK"},
		{"kr 99", Hint{Country: "SE"}, "99.00 SEK"},
		{"¥99", Hint{Country: "CN"}, "99.00 CNY"},
		{"Rs. 99", Hint{Country: "PK"}, "99.00 PKR"},
		{"12.345", Hint{Currency: "KWD"}, "12.345 KWD"},
		{"12.345", Hint{Currency: "EUR"}, "12345.00 EUR"},
		{"Free", Hint{Currency: "EUR"}, "0.00 EUR"},
	} {
		if got := foundText(FromText(c.text, c.hint)); got != c.want {
			t.Errorf("%q with %v: got %q, want %q", c.text, c.hint, got, c.want)
		}
	}
}

func FuzzFromText(f *testing.F) {
	for line := range strings.Lines(prices) {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if found, ok := FromText(text, Hint{}); ok && found.Amount.Minor < 0 {
			t.Errorf("%q: negative %v", text, found)
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add("1.299,00 €", "de-DE", "EUR")
	f.Add("$.5", "en-US", "")
	f.Fuzz(func(t *testing.T, text, locale, code string) {
		a, err := Parse(text, locale, code)
		if err == nil && (a.Minor < 0 || a.Currency != "" && !Valid(a.Currency)) {
			t.Errorf("%q: %v", text, a)
		}
	})
}
