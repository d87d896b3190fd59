package calendar

import "time"

// Where the gifts come in the evening, that evening is the day. The countries of one rule stand together.
const (
	christmasEve = "AR AT CH CL CZ DE DK EE FI HR HU IS LI LT LU LV NO PL PT SE SI SK UY"
	julian       = "BY ET GE MD ME MK RS RU" // Christmas is on 7 January
	orthodox     = "BG BY CY ET GE GR MD ME MK RO RS RU UA"
	newYear1     = "AM AZ BY KG KZ RU TR UZ" // gifts come at New Year
	arab         = "AE BH EG IQ JO KW LB LY OM PS QA SA SD SY YE"
)

var (
	secondSundayOfMay  = sunday(2, time.May)
	thirdSundayOfJune  = sunday(3, time.June)
	secondSundayOfNov  = sunday(2, time.November)
	christmasDay       = on(25, time.December)
	easterSunday       = days(0, Easter)
	firstCandle        = days(-1, Hanukkah) // lit in the evening before the first day
	saintValentinesDay = on(14, time.February)
)

// giftDays are the days that forms offer, with what is usual where. What a rule cannot say is left out: the French
// Mother's Day makes way for Pentecost, next in 2034.
var giftDays = []giftDay{
	{key: "christmas", name: "Christmas", usual: &christmasDay, never: julian, countries: map[string]yearly{
		christmasEve: on(24, time.December),
	}},
	{key: "orthodox_christmas", name: "Orthodox Christmas", countries: map[string]yearly{julian: on(7, time.January)}},
	{key: "saint_nicholas", name: "Saint Nicholas", countries: map[string]yearly{
		"AT BE CH DE HR HU LI LU PL RO SI SK UA": on(6, time.December),
		"CZ NL":                                  on(5, time.December),
	}},
	{key: "saint_basil", name: "Saint Basil", countries: map[string]yearly{"CY GR": on(1, time.January)}},
	{key: "new_year", name: "New Year", countries: map[string]yearly{newYear1: on(1, time.January)}},
	{
		key: "epiphany", name: "Three Kings’ Day", names: map[string]string{"IT": "Befana"},
		countries: map[string]yearly{"AR CU DO ES IT MX PR PY UY": on(6, time.January)},
	},
	{key: "easter", name: "Easter", usual: &easterSunday, never: orthodox},
	{key: "orthodox_easter", name: "Orthodox Easter", countries: map[string]yearly{orthodox: days(0, OrthodoxEaster)}},
	{key: "hanukkah", name: "Hanukkah", usual: &firstCandle},
	{key: "valentines_day", name: "Valentine’s Day", usual: &saintValentinesDay, countries: map[string]yearly{
		"BR": on(12, time.June),
	}},
	{
		key: "mothers_day", name: "Mother’s Day", names: map[string]string{"GB": "Mothering Sunday"},
		usual: &secondSundayOfMay, never: "ET IL IR", countries: map[string]yearly{
			"GB GG IE IM JE":          days(-21, Easter),
			"DO DZ FR HT MA SE TN":    last(time.Sunday, time.May),
			"AO CV ES HU LT MZ PT RO": sunday(1, time.May),
			arab:                      on(21, time.March),
			"AL BG MK":                on(8, time.March),
			"AR":                      sunday(3, time.October),
			"BO":                      on(27, time.May),
			"BY":                      on(14, time.October),
			"CR":                      on(15, time.August),
			"GT MX SV":                on(10, time.May),
			"ID":                      on(22, time.December),
			"KR":                      on(8, time.May),
			"LU":                      sunday(2, time.June),
			"NI":                      on(30, time.May),
			"NO":                      sunday(2, time.February),
			"PA":                      on(8, time.December),
			"PL":                      on(26, time.May),
			"PY":                      on(15, time.May),
			"RU":                      last(time.Sunday, time.November),
			"SI":                      on(25, time.March),
			"TH":                      on(12, time.August),
		},
	},
	{
		key: "fathers_day", name: "Father’s Day", usual: &thirdSundayOfJune, never: "AL BY ET IL IR KR ME MK RS",
		countries: map[string]yearly{
			"DE":                         days(39, Easter),
			"AO BO ES HN HR IT LI MZ PT": on(19, time.March),
			"AU FJ NZ PG":                sunday(1, time.September),
			"EE FI IS NO SE":             secondSundayOfNov,
			"AT BE":                      sunday(2, time.June),
			"CH LT":                      sunday(1, time.June),
			arab:                         on(21, time.June),
			"BG":                         on(26, time.December),
			"BR":                         sunday(2, time.August),
			"DK":                         on(5, time.June),
			"LU":                         sunday(1, time.October),
			"LV":                         sunday(2, time.September),
			"PL":                         on(23, time.June),
			"RO":                         sunday(2, time.May),
			"RU":                         sunday(3, time.October),
			"TH":                         on(5, time.December),
			"TW":                         on(8, time.August),
		},
	},
	{key: "childrens_day", name: "Children’s Day", countries: map[string]yearly{
		"BG BY CN CZ EE LT LV MD PL PT RO RU SK UA": on(1, time.June),
		"AR":    sunday(3, time.August),
		"BR":    on(12, time.October),
		"HU":    last(time.Sunday, time.May),
		"JP KR": on(5, time.May),
		"MX":    on(30, time.April),
		"TR":    on(23, time.April),
	}},
}
