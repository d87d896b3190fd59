package service

import (
	"context"
	"slices"

	"kinlist/internal/calendar"
	"kinlist/internal/lang"
	"kinlist/internal/text"
)

// The names that the calendar gives to gift days, for the catalogue of sentences.
var _ = []string{
	lang.Word("Christmas"), lang.Word("Orthodox Christmas"), lang.Word("Saint Nicholas"), lang.Word("Saint Basil"), lang.Word("New Year"),
	lang.Word("Three Kings’ Day"), lang.Word("Befana"), lang.Word("Easter"), lang.Word("Orthodox Easter"), lang.Word("Hanukkah"),
	lang.Word("Valentine’s Day"), lang.Word("Mother’s Day"), lang.Word("Mothering Sunday"), lang.Word("Father’s Day"), lang.Word("Children’s Day"),
}

// isCalled reports whether a key of a name is that of the gift day in one of the languages.
func isCalled(ctx context.Context, nameKey string, g calendar.GiftDay) bool {
	return slices.ContainsFunc(lang.All, func(l *lang.Language) bool { return nameKey == text.Key(lang.T(lang.With(ctx, l), g.Name)) })
}

// birthdayName is how a birthday is called by whoever enters the date. One that has a name keeps it, in whatever language.
func birthdayName(ctx context.Context, now, person string) string {
	for _, l := range lang.All {
		if now == lang.T(lang.With(ctx, l), "%s’s birthday", person) {
			return now
		}
	}
	return lang.T(ctx, "%s’s birthday", person)
}
