package service

import (
	"strings"
	"testing"

	"kinlist/internal/dto"
	"kinlist/internal/money"
)

func TestALineIsReadIntoTitlePricePersonTagsAndLink(t *testing.T) {
	t.Parallel()
	people := []dto.Ref{
		{ID: "lena", Name: "Lena"},
		{ID: "rose", Name: "Grandma Rose"},
		{ID: "grandma", Name: "Grandma"},
		{ID: "zoe", Name: "Zoë Ågren"},
		{ID: "max1", Name: "Max Berg"},
		{ID: "max2", Name: "Max Holm"},
	}
	tags := []dto.Ref{{ID: "star", Name: "star"}, {ID: "wars", Name: "Star Wars"}, {ID: "home", Name: "home"}}
	for _, c := range []struct{ line, title, price, person, tags, link string }{
		{line: "Figure #star wars 12 @Lena", title: "Figure", price: "12.00 EUR", person: "lena", tags: "Star Wars"},
		{line: "Atlas #star warsaw", title: "Atlas warsaw", tags: "star"},
		{line: "Jam #home-made #Star Wars", title: "Jam", tags: "Star Wars,home-made"},
		{line: "Lego set @Lena 40 #xmas", title: "Lego set", price: "40.00 EUR", person: "lena", tags: "xmas"},
		{line: "Lego set 40 € @lena", title: "Lego set", price: "40.00 EUR", person: "lena"},
		{line: "40€ Lego set", title: "Lego set", price: "40.00 EUR"},
		{line: "Lego set EUR 40 big", title: "Lego set big", price: "40.00 EUR"},
		{line: "Lego 12,50 for two", title: "Lego for two", price: "12.50 EUR"},
		{line: "Drums $1,299.00", title: "Drums", price: "1299.00 USD"},
		{line: "Drums 1.299", title: "Drums", price: "1299.00 EUR"},
		{line: "Drums 49.-", title: "Drums", price: "49.00 EUR"},
		{line: "Knife 49 CHF #kitchen #home-made", title: "Knife", price: "49.00 CHF", tags: "kitchen,home-made"},
		{line: "1984", title: "1984"},
		{line: "Calendar 2027 @Lena", title: "Calendar 2027", person: "lena"},
		{line: "Puzzle 1000 pieces", title: "Puzzle 1000 pieces"},
		{line: "Puzzle 1000 pieces 15", title: "Puzzle 1000 pieces", price: "15.00 EUR"},
		{line: "Book #3 12", title: "Book #3", price: "12.00 EUR"},
		{line: "x#y z", title: "x#y z"},
		{line: "Scarf @Grandma Rose 20", title: "Scarf", price: "20.00 EUR", person: "rose"},
		{line: "Scarf @grandma  rose, red", title: "Scarf, red", person: "rose"},
		{line: "Scarf @Grandma 20", title: "Scarf", price: "20.00 EUR", person: "grandma"},
		{line: "Scarf @Rose 20", title: "Scarf", price: "20.00 EUR", person: "rose"},
		{line: "Scarf @zoe agren", title: "Scarf", person: "zoe"},
		{line: "Scarf @Zo", title: "Scarf", person: "zoe"},
		{line: "Scarf @Max 5", title: "Scarf", price: "5.00 EUR", person: "?Max"},
		{line: "Scarf @Max Holm 5", title: "Scarf", price: "5.00 EUR", person: "max2"},
		{line: "Scarf @Nobody, blue", title: "Scarf, blue", person: "!Nobody"},
		{line: "Mail to a@lena.example", title: "Mail to a@lena.example"},
		{line: "Scarf @ 12", title: "Scarf @", price: "12.00 EUR"},
		{line: "Train https://shop.example/p/7?x=#y @Lena 30", title: "Train", price: "30.00 EUR", person: "lena", link: "https://shop.example/p/7?x=#y"},
		{line: "https://shop.example/@lena 30", price: "30.00 EUR", link: "https://shop.example/@lena"},
		{line: "Train shop.example/p/7 30", title: "Train", price: "30.00 EUR", link: "shop.example/p/7"},
		{line: "javascript:alert(1)", link: "javascript:alert(1)"},
		{line: " \u202e \n", title: ""},
		{line: "Sledge -5 €", title: "Sledge -5 €"},
	} {
		q := readLine(c.line, people, tags, "de-DE", "EUR")
		price, person := "", "" // what was not understood is marked
		if q.price != nil {
			price = money.Decimal(*q.price) + " " + q.price.Currency
		}
		switch {
		case q.person != nil:
			person = q.person.ID
		case q.several != "":
			person = "?" + q.several
		case q.unknown != "":
			person = "!" + q.unknown
		}
		if q.title != c.title || price != c.price || person != c.person || strings.Join(q.tags, ",") != c.tags || q.link != c.link {
			t.Errorf("%q: title %q, price %q, person %q, tags %q, link %q", c.line, q.title, price, person, q.tags, q.link)
		}
	}
}

func TestAPriceOfALineIsReadAsTheFamilyWritesIt(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ line, locale, currency, want string }{
		{"Drums 1,299", "en-US", "USD", "1299.00 USD"},
		{"Drums 1250", "ja-JP", "JPY", "1250 JPY"},
		{"Drums 12,50 kr", "sv-SE", "SEK", "12.50 SEK"},
		{"Drums 12.500 KWD", "en-US", "USD", "12.500 KWD"},
		{"Drums for all 4", "en-US", "USD", "4.00 USD"},
	} {
		q := readLine(c.line, nil, nil, c.locale, c.currency)
		if q.price == nil || money.Decimal(*q.price)+" "+q.price.Currency != c.want {
			t.Errorf("%q in %s: %v, want %s", c.line, c.locale, q.price, c.want)
		}
	}
}
