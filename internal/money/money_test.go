package money

import (
	"math"
	"slices"
	"testing"
)

func TestDecimals(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text, currency string
		want           int64
		ok             bool
	}{
		{"12.5", "EUR", 1250, true},
		{"12", "EUR", 1200, true},
		{"0.005", "EUR", 1, true},
		{"0.004", "EUR", 0, true},
		{"12.345", "KWD", 12345, true},
		{"12.5", "JPY", 13, true},
		{"92233720368547758.07", "EUR", math.MaxInt64, true},
		{"92233720368547758.08", "EUR", 0, false},
		{"92233720368547758.075", "EUR", 0, false},
		{"", "EUR", 0, false},
		{".5", "EUR", 0, false},
		{"12.", "EUR", 0, false},
		{"-1", "EUR", 0, false},
		{"1,5", "EUR", 0, false},
		{"1e3", "EUR", 0, false},
	} {
		got, ok := FromDecimal(c.text, c.currency)
		if ok != c.ok || got.Minor != c.want {
			t.Errorf("%q %s: got %v, %v", c.text, c.currency, got, ok)
		}
	}
	for want, a := range map[string]Amount{
		"12.50": {1250, "EUR"}, "0.05": {5, "EUR"}, "-0.05": {-5, "EUR"}, "5": {5, "JPY"}, "0.005": {5, "KWD"}, "0.00": {}, "-92233720368547758.08": {math.MinInt64, "EUR"},
	} {
		if got := Decimal(a); got != want {
			t.Errorf("%v: got %s, want %s", a, got, want)
		}
	}
}

func TestCurrencies(t *testing.T) {
	t.Parallel()
	all := Currencies()
	if all[0] != "EUR" || all[1] != "USD" || slices.Contains(all, "XAD") || len(all) < 140 {
		t.Errorf("got %d: %v", len(all), all)
	}
	if unique := slices.Compact(slices.Sorted(slices.Values(all))); len(unique) != len(all) {
		t.Error("a currency is listed twice")
	}
	for _, code := range all {
		if !Valid(code) {
			t.Errorf("%s is not valid", code)
		}
	}
	for _, code := range []string{"", "eur", "BGN", "XYZ", "EURO"} {
		if Valid(code) {
			t.Errorf("%q is valid", code)
		}
	}
	for country, want := range map[string]string{"DE": "EUR", "ch": "CHF", "GB": "GBP", "US": "USD", "": "", "XX": ""} {
		if got := ForCountry(country); got != want {
			t.Errorf("%s: got %s", country, got)
		}
	}
}

func TestRecognize(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, country, want string }{
		{"EUR", "", "EUR"},
		{"eur", "", "EUR"},
		{" usd ", "", "USD"},
		{"€", "", "EUR"},
		{"Kč", "", "CZK"},
		{"$", "", "USD"},
		{"$", "AU", "AUD"},
		{"$", "DE", "USD"},
		{"kr", "", "SEK"},
		{"kr", "DK", "DKK"},
		{"¥", "CN", "CNY"},
		{"руб.", "", "RUB"},
		{"all sizes", "", ""},
		{"", "DE", ""},
		{"5 km", "", ""},
	} {
		if got := Recognize(c.text, c.country); got != c.want {
			t.Errorf("%q in %s: got %s, want %s", c.text, c.country, got, c.want)
		}
	}
}

func TestTotalsNeverMixCurrencies(t *testing.T) {
	t.Parallel()
	var totals Totals
	if !totals.Empty() || len(totals.List("EUR")) != 0 {
		t.Error("a new sum is not empty")
	}
	totals.Add(Amount{500, "USD"})
	totals.AddTimes(Amount{250, "EUR"}, 3)
	totals.Add(Amount{100, "CHF"})
	totals.Add(Amount{50, "EUR"})
	want := []Amount{{800, "EUR"}, {100, "CHF"}, {500, "USD"}}
	if got := totals.List("EUR"); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if totals.Of("USD").Minor != 500 || totals.Of("SEK") != (Amount{0, "SEK"}) || totals.Empty() {
		t.Errorf("sums: %v", totals)
	}
}

func TestTotalsStayWithinBounds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		minor    int64
		quantity int
		plus     int64
		want     int64
	}{
		{math.MaxInt64, 1, 1, math.MaxInt64},
		{math.MaxInt64, 2, 0, math.MaxInt64},
		{1 << 62, 1, 1 << 62, math.MaxInt64},
		{math.MinInt64, 1, -1, math.MinInt64},
		{math.MinInt64, 1, 0, math.MinInt64},
		{math.MinInt64, 3, 0, math.MinInt64},
		{-5, 3, 20, 5},
		{5, 0, 0, 0},
	} {
		var totals Totals
		totals.AddTimes(Amount{c.minor, "EUR"}, c.quantity)
		totals.Add(Amount{c.plus, "EUR"})
		if got := totals.Of("EUR").Minor; got != c.want {
			t.Errorf("%d × %d + %d: got %d", c.minor, c.quantity, c.plus, got)
		}
	}
}
