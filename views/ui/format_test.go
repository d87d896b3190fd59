package ui

import (
	"context"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
)

// Case 21.
func TestDaysReadAsPeopleSayThem(t *testing.T) {
	t.Parallel()
	ctx, german := context.Background(), lang.With(context.Background(), lang.German)
	for n, want := range map[int][2]string{
		0: {"today", "heute"}, 1: {"tomorrow", "morgen"}, 2: {"in 2 days", "in 2 Tagen"}, 31: {"in 31 days", "in 31 Tagen"},
		-1: {"yesterday", "gestern"}, -3: {"3 days ago", "vor 3 Tagen"},
	} {
		if got := [2]string{InDays(ctx, n), InDays(german, n)}; got != want {
			t.Errorf("InDays(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestABirthdayReadsWithAndWithoutItsYear(t *testing.T) {
	t.Parallel()
	ctx, german := context.Background(), lang.With(context.Background(), lang.German)
	for got, want := range map[string]string{
		Date(ctx, calendar.Date{}):                                   "",
		Birthday(ctx, dto.Birthday{Day: 29, Month: 2}):               "29 February",
		Birthday(ctx, dto.Birthday{Day: 4, Month: 3, Year: 1987}):    "4 March 1987",
		Birthday(german, dto.Birthday{Day: 29, Month: 2}):            "29. Februar",
		Birthday(german, dto.Birthday{Day: 4, Month: 3, Year: 1987}): "4. März 1987",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestOnlyPlainWebAddressesBecomeLinks(t *testing.T) {
	t.Parallel()
	for link, want := range map[string]bool{
		"https://shop.example/a": true, "http://shop.example": true, "HTTPS://shop.example": true,
		"": false, "javascript:alert(1)": false, "java\nscript:alert(1)": false, "data:text/html,x": false,
		"//shop.example": false, "https:shop.example": false, "/people": false, "ftp://shop.example": false, "%zz": false,
	} {
		if got := WebLink(link); got != want {
			t.Errorf("WebLink(%q) = %v", link, got)
		}
	}
}

func TestAShopIsWhatWasTypedElseTheHost(t *testing.T) {
	t.Parallel()
	if got := Shop("", "https://www.toys.example/p/1"); got != "toys.example" {
		t.Errorf("got %q", got)
	}
	if got := Shop("The corner shop", "https://www.toys.example/p/1"); got != "The corner shop" {
		t.Errorf("got %q", got)
	}
}

func TestInitials(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"Emil": "E", "Grandma Astrid": "GA", " åke  erik öberg ": "ÅÖ", "": "?", "🎁": "🎁"} {
		if got := Initials(name); got != want {
			t.Errorf("Initials(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestSumsOfSeveralCurrenciesStandBesideEachOther(t *testing.T) {
	t.Parallel()
	if got := Amounts([]dto.Money{{Text: "1.00 €"}, {Text: "$2.00"}}); got != "1.00 € + $2.00" {
		t.Errorf("got %q", got)
	}
	if got := Amounts(nil); got != "–" {
		t.Errorf("got %q", got)
	}
}

func TestEveryWordOfTheDomainHasAName(t *testing.T) {
	t.Parallel()
	named(t, domain.Statuses, statusNames)
	named(t, domain.Relationships, relationshipNames)
	named(t, domain.OccasionTypes, occasionTypeNames)
	named(t, domain.ListTypes, listTypeNames)
	named(t, domain.Visibilities, visibilityNames)
	named(t, domain.Priorities, priorityNames)
	named(t, calendar.Recurrences, recurrenceNames)
}

func named[W ~string](t *testing.T, words []W, names map[W]string) {
	t.Helper()
	for _, w := range words {
		if names[w] == "" {
			t.Errorf("%T %q has no name", w, w)
		}
	}
}

func TestAPipelineFillsTheWholeBar(t *testing.T) {
	t.Parallel()
	parts := segments([]dto.StatusCount{
		{Status: domain.StatusIdea, Count: 1}, {Status: domain.StatusBuying}, {Status: domain.StatusWrapped, Count: 2},
	})
	want := []segment{{domain.StatusIdea, "0", "333"}, {domain.StatusWrapped, "333", "667"}}
	if len(parts) != 2 || parts[0] != want[0] || parts[1] != want[1] {
		t.Errorf("got %v, want %v", parts, want)
	}
}

func TestTheSummaryFollowsTheFormAndForgetsNothing(t *testing.T) {
	t.Parallel()
	errs := apperr.Fields{"date": "no date", "name": "empty", "zz": "elsewhere", "aa": "first elsewhere"}
	got := inOrder(errs, []FieldName{{Name: "name", Label: "Name"}, {Name: "date", Label: "Date", ID: "day"}})
	want := []wrong{{"name", "Name: empty"}, {"day", "Date: no date"}, {"", "first elsewhere"}, {"", "elsewhere"}}
	for i := range want {
		if len(got) != len(want) || got[i] != want[i] {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

func TestAChosenCurrencyIsAlwaysOffered(t *testing.T) {
	t.Parallel()
	if got := Currencies([]string{"EUR"}, "XAU"); len(got) != 2 || got[0].Value != "XAU" {
		t.Errorf("got %v", got)
	}
}
