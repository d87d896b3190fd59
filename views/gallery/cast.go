package gallery

import (
	"strings"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
)

// The family of the samples.
var (
	maria = dto.Member{UserID: "u-maria", Name: "Maria Lindqvist", Role: domain.RoleAdmin}
	jonas = dto.Member{UserID: "u-jonas", Name: "Jonas Lindqvist", Role: domain.RoleMember}

	members = []dto.Member{maria, jonas}

	emil   = dto.Ref{ID: "p-emil", Name: "Emil"}
	astrid = dto.Ref{ID: "p-astrid", Name: "Grandma Astrid"}
	jonasP = dto.Ref{ID: "p-jonas", Name: "Jonas"}
	mariaP = dto.Ref{ID: "p-maria", Name: "Maria"}

	everybody = []dto.Ref{astrid, emil, jonasP, mariaP}

	christmas = dto.Ref{ID: "o-christmas", Name: "Christmas"}
	birthday  = dto.Ref{ID: "o-emil", Name: "Emil’s birthday"}

	christmasDay = calendar.Date{Year: 2026, Month: 12, Day: 24}

	currencies = []string{"EUR", "CHF", "GBP", "SEK", "USD"}
)

// Texts that try the layout.
const (
	longWord = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
	hostile  = `<script>alert(1)</script> " onmouseover="x' & ünï © 🎁 ` + "\u202etxet"
)

var longText = strings.Repeat("Something that goes on and on, because somebody had much to say. ", 6)

func euro(minor int64, text, input string) *dto.Money {
	return &dto.Money{Minor: minor, Currency: "EUR", Text: text, Input: input}
}

var (
	e1290  = euro(1290, "12.90 €", "12.90")
	e3498  = euro(3498, "34.98 €", "34.98")
	e4999  = euro(4999, "49.99 €", "49.99")
	e8900  = euro(8900, "89.00 €", "89.00")
	e18000 = euro(18000, "180.00 €", "180.00")
	usd24  = &dto.Money{Minor: 2400, Currency: "USD", Text: "$24.00", Input: "24.00"}
	yen    = &dto.Money{Minor: 4200, Currency: "JPY", Text: "¥4,200", Input: "4200"}
)

func meter(committed, spent dto.Money, percent string, permille int, level dto.Level) *dto.Meter {
	return &dto.Meter{
		Budget: *euro(40000, "400.00 €", "400.00"), Committed: committed, Spent: spent,
		Planned: *e4999, Percent: percent, Permille: permille, Level: level,
	}
}

var (
	calm     = meter(*e18000, *e8900, "45 %", 450, dto.LevelNone)
	near     = meter(*euro(36800, "368.00 €", "368.00"), *e18000, "92 %", 920, dto.LevelNear)
	exceeded = meter(*euro(42000, "420.00 €", "420.00"), *e18000, "105 %", 1050, dto.LevelExceeded)
)

var counts = []dto.StatusCount{
	{Status: domain.StatusIdea, Count: 4},
	{Status: domain.StatusShortlisted, Count: 2},
	{Status: domain.StatusBuying, Count: 1},
	{Status: domain.StatusOrdered, Count: 2},
	{Status: domain.StatusDelivered, Count: 1},
	{Status: domain.StatusWrapped, Count: 3},
}

var sums = dto.Sums{
	Planned:   []dto.Money{*e8900},
	Committed: []dto.Money{*e18000, *usd24},
	Spent:     []dto.Money{*e4999},
}

// wrongFields are errors for every field there is, as a form shows them.
func wrongFields(names ...string) apperr.Fields {
	f := apperr.Fields{"something_else": "Something that has no field of its own."}
	for _, name := range names {
		f[name] = "This cannot be read. Write it as in the hint."
	}
	return f
}
