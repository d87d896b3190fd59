package service

import (
	"strings"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
)

// Look is what colours the pages, in the words of the style sheet.
type Look struct {
	Season string // "christmas", "easter", "birthday", "plain"
	Accent string // a colour that goes before the season's; "" for none
}

const plainSeason = "plain"

// lookOf is what somebody chose or, where they left that to the calendar, what the family's next occasion is like. nearest
// is its kind and how it repeats, "" when none is near.
func lookOf(chosen, nearest string) Look {
	switch chosen {
	case "":
		return Look{Season: seasonOf(nearest)}
	case "off":
		return Look{Season: plainSeason}
	case "christmas", "easter", "birthday":
		return Look{Season: chosen}
	}
	return Look{Season: plainSeason, Accent: chosen}
}

func seasonOf(nearest string) string {
	kind, recurrence, _ := strings.Cut(nearest, " ")
	switch domain.OccasionType(kind) {
	case domain.OccasionChristmas:
		return "christmas"
	case domain.OccasionBirthday:
		return "birthday"
	case domain.OccasionHoliday:
		if r := calendar.Recurrence(recurrence); r == calendar.Easter || r == calendar.OrthodoxEaster {
			return "easter"
		}
	case domain.OccasionAnniversary, domain.OccasionOther:
	}
	return plainSeason
}
