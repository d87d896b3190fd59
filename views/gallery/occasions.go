package gallery

import (
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/views/occasionview"
)

func occasions() []Sample {
	return []Sample{
		page("occasions", "occasions", "Occasions", occasionview.Index(occasionview.IndexProps{MayEdit: true, Upcoming: dto.Page[dto.OccasionCard]{Items: days, Next: "n"}, Past: gone})),
		page("occasions-empty", "occasions", "Occasions", occasionview.Index(occasionview.IndexProps{MayEdit: true})),
		page("occasions-none-found", "occasions", "Occasions", occasionview.Index(occasionview.IndexProps{Query: dto.OccasionQuery{Query: dto.Query{Q: "x"}}})),
		page("occasion", "occasions", "Christmas", occasionview.Page(christmasPage(), true)),
		page("occasion-next", "occasions", "Start next year’s", occasionview.Next(dto.NextOccasion{ID: "o-christmas", Name: "Christmas", Stays: "Christmas 2026", Next: "Christmas", On: christmasDay, People: []string{"Emil", longWord}, Lists: []string{"Emil 2027", hostile}})),
		page("occasion-next-again", "occasions", "Start next year’s", occasionview.Next(dto.NextOccasion{ID: "o-christmas", Name: "Christmas", Stays: "Christmas", Next: "Christmas", Started: &christmas})),
		page("gift-days", "occasions", "Usual gift days", occasionview.GiftDaysPage(occasionview.GiftDaysProps{Days: giftDays})),
		page("gift-days-wrong", "occasions", "Error: Usual gift days", occasionview.GiftDaysPage(occasionview.GiftDaysProps{Days: giftDays, Errors: wrongFields("keys")})),
		page("occasion-bare", "occasions", "Birthday", occasionview.Page(barePage(), true)),
		page("occasion-guest", "occasions", "Birthday", occasionview.Page(barePage(), false)),
		page("occasion-new", "occasions", "Add an occasion", occasionview.FormPage(occasionview.FormProps{Values: dto.OccasionInput{Type: "christmas"}, People: everybody, OwnPersonID: "p-maria"})),
		page("occasion-locked", "occasions", "Edit", occasionview.FormPage(occasionview.FormProps{ID: "o-emil", Locked: true, Values: dto.OccasionInput{Name: "Emil’s birthday", Type: "birthday", Date: "2018-12-05", Recurrence: "yearly"}})),
		page("occasion-wrong", "occasions", "Error: Edit", occasionview.FormPage(occasionview.FormProps{
			ID: "o-christmas", People: everybody, OwnPersonID: "p-maria",
			Values: dto.OccasionInput{Name: hostile, Date: "2026-12-24", PersonIDs: []string{"p-emil"}, Budgets: map[string]string{"p-emil": "-5"}},
			Errors: wrongFields("name", "type", "date", "recurrence", "budget", "person_budget_p-emil", "notes"),
		})),
	}
}

var days = []dto.OccasionCard{
	{ID: "o-emil", Name: "Emil’s birthday", Type: domain.OccasionBirthday, On: calendar.Date{Year: 2026, Month: 12, Day: 5}, Days: 12, People: 1},
	{ID: "o-christmas", Name: "Christmas", Type: domain.OccasionChristmas, On: christmasDay, Days: 31, People: 5},
	{ID: "o-anniversary", Name: "Wedding day", Type: domain.OccasionAnniversary, On: calendar.Date{Year: 2027, Month: 6, Day: 19}, Days: 208, People: 2},
	{ID: "o-long", Name: longWord, Type: domain.OccasionOther, On: calendar.Date{Year: 2027, Month: 6, Day: 20}, Days: 209, Archived: true},
}

var giftDays = []dto.GiftDay{
	{Key: "christmas", Name: "Christmas", On: christmasDay, Days: 31, There: true},
	{Key: "mothers_day", Name: "Mother’s Day", On: calendar.Date{Year: 2027, Month: 5, Day: 9}, Days: 167},
}

var gone = []dto.OccasionCard{
	{ID: "o-yesterday", Name: "House-warming", Type: domain.OccasionOther, On: calendar.Date{Year: 2026, Month: 11, Day: 22}, Days: -1, People: 2},
	{ID: "o-easter", Name: "Easter", Type: domain.OccasionHoliday, On: calendar.Date{Year: 2026, Month: 4, Day: 5}, Days: -232, People: 5},
}

func christmasPage() dto.OccasionPage {
	return dto.OccasionPage{
		Occasion: dto.Occasion{
			ID: "o-christmas", Name: "Christmas", Type: domain.OccasionChristmas, Date: christmasDay, NextOn: christmasDay, Days: 31,
			Recurrence: calendar.Yearly, Notes: "At Grandma Astrid’s this year.", Version: 2,
			People: []dto.OccasionPerson{
				{PersonID: "p-astrid", Name: "Grandma Astrid"},
				{PersonID: "p-emil", Name: "Emil", Counts: counts, Meter: near},
				{PersonID: "p-jonas", Name: "Jonas", Counts: counts[2:4], Meter: exceeded},
				{PersonID: "p-maria", Name: "Maria", Own: true},
			},
		},
		Lists: listCards, Sums: sums, Meter: calm,
	}
}

func barePage() dto.OccasionPage {
	return dto.OccasionPage{Occasion: dto.Occasion{
		ID: "o-x", Name: longWord, Type: domain.OccasionBirthday, Recurrence: calendar.LastWeekday, NextOn: christmasDay,
		BirthdayOf: &emil, Archived: true,
	}}
}
