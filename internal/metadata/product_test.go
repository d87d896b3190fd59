package metadata

import (
	"encoding/json"
	"testing"

	"kinlist/internal/money"
)

func TestProductJSONHasAllItsKeys(t *testing.T) {
	t.Parallel()
	full := Product{Title: "Ball", Price: &money.Amount{Minor: 1250, Currency: "EUR"}, PriceFrom: true, Warnings: []string{"Hm."}}
	for want, p := range map[string]Product{
		`{"title":"","description":"","image_url":"","price":"","currency":"","price_from":false,"site":"","canonical_url":"","availability":"","warnings":[]}`:                 {},
		`{"title":"Ball","description":"","image_url":"","price":"12.50","currency":"EUR","price_from":true,"site":"","canonical_url":"","availability":"","warnings":["Hm."]}`: full,
	} {
		got, err := json.Marshal(p)
		if err != nil || string(got) != want {
			t.Errorf("got %s, %v", got, err)
		}
	}
}
