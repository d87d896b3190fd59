package service_test

import (
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/money"
)

func TestAdminsSetHowTheFamilyCallsItselfAndWrites(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		svc := s.Services.Family
		was, err := svc.Get(ctx, s.Tom)
		if err != nil || was.MayEdit || was.Name != "Berg" || was.Version != 1 {
			t.Fatalf("%+v %v", was, err)
		}
		for _, v := range []domain.Viewer{s.Tom, s.Gast} {
			refused(t, svc.Update(ctx, v, was.Form()), apperr.Forbidden)
		}
		ok(t, svc.Update(ctx, s.Maria, dto.FamilyInput{Name: " Die  Bergs ", Currency: "EUR", Locale: "de_at-u-nu-latn", TimeZone: "Europe/Vienna", Version: 1}))
		now, err := svc.Get(ctx, s.Maria)
		if want := (dto.Family{Name: "Die Bergs", Currency: "EUR", Locale: "de-AT", TimeZone: "Europe/Vienna", Version: 2, MayEdit: true}); err != nil || now != want {
			t.Errorf("%+v %v", now, err)
		}
		refused(t, svc.Update(ctx, s.Maria, was.Form()), apperr.Conflict) // the version of before
		for field, in := range map[string]dto.FamilyInput{
			"name":      {Currency: "EUR", Locale: "de", TimeZone: "UTC"},
			"currency":  {Name: "x", Currency: "XYZ", Locale: "de", TimeZone: "UTC"},
			"locale":    {Name: "x", Currency: "EUR", Locale: "und", TimeZone: "UTC"},
			"time_zone": {Name: "x", Currency: "EUR", Locale: "de", TimeZone: "Europe/Atlantis"},
		} {
			in.Version = 2
			if f := apperr.FieldsOf(svc.Update(ctx, s.Maria, in)); len(f) != 1 || f[field] == "" {
				t.Errorf("%s: %v", field, f)
			}
		}
		for _, zone := range []string{"", "Local", "../../etc/passwd"} {
			refused(t, svc.Update(ctx, s.Maria, dto.FamilyInput{Name: "x", Currency: "EUR", Locale: "de", TimeZone: zone, Version: 2}), apperr.Invalid)
		}
		for _, locale := range []string{"", "german", "de-", "x-klingon", "12", "zz-ZZ"} {
			refused(t, svc.Update(ctx, s.Maria, dto.FamilyInput{Name: "x", Currency: "EUR", Locale: locale, TimeZone: "UTC", Version: 2}), apperr.Invalid)
		}
	})
}

func TestEveryLocaleThatIsTakenWritesAmountsThatReadBack(t *testing.T) {
	t.Parallel()
	db := dbtest.Open(t)
	s, ctx := fixture.Family(t, db), t.Context()
	for i, locale := range []string{"de", "en-GB", "es-419", "sr-Latn-RS", "zh-Hant-TW", "ar-EG", "fa", "hi-IN", "iw", "gsw-CH", "tlh", "pt-BR", "no"} {
		in := dto.FamilyInput{Name: "Berg", Currency: "EUR", Locale: locale, TimeZone: "UTC", Version: int64(1 + i)}
		ok(t, s.Services.Family.Update(ctx, s.Maria, in))
		now, err := s.Services.Family.Get(ctx, s.Maria)
		ok(t, err)
		want := money.Amount{Minor: 123456, Currency: "EUR"}
		for _, text := range []string{money.Format(want, now.Locale), money.Input(want, now.Locale)} {
			if got, err := money.Parse(text, now.Locale, "EUR"); err != nil || got != want {
				t.Errorf("%s (%s): %q reads as %+v, %v", locale, now.Locale, text, got, err)
			}
		}
	}
}

func TestTheHomeCurrencyChangesOnlyWhereNoBudgetCouldMeanAnotherAmount(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		change := func(v domain.Viewer, to string) error {
			now, err := s.Services.Family.Get(ctx, v)
			ok(t, err)
			in := now.Form()
			in.Currency = to
			return s.Services.Family.Update(ctx, v, in)
		}
		list := s.List(t, s.Tom, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben})
		item := s.Item(t, s.Tom, list, fixture.Gift("Blocks", "12,34"))
		ok(t, change(s.Maria, "CHF"))
		page, err := s.Services.Items.Page(ctx, s.Maria, item)
		if err != nil || page.Item.Gift.Price == nil || page.Item.Gift.Price.Currency != "EUR" || page.Item.Gift.Price.Minor != 1234 {
			t.Errorf("a price has become %+v, %v", page.Item.Gift.Price, err)
		}
		ok(t, change(s.Maria, "EUR"))
		id, err := s.Services.Occasions.Create(ctx, s.Tom, dto.OccasionInput{
			Name: "Easter", Type: "holiday", Date: "2027-03-28", Recurrence: "none",
			PersonIDs: []string{s.Ben}, Budgets: map[string]string{s.Ben: "0"},
		})
		ok(t, err)
		refused(t, change(s.Maria, "CHF"), apperr.Invalid)
		ok(t, change(s.Maria, "EUR")) // the others can be saved
		ok(t, s.Services.Occasions.Delete(ctx, s.Maria, id, true))
		refused(t, change(s.Maria, "CHF"), apperr.Invalid) // it could be restored
	})
}

// The target is an admin, and only somebody else's budget for them would stand in the way: they are answered the same
// with it and without.
func TestWhetherTheCurrencyChangesTellsNobodyOfABudgetForThem(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		var answers []string
		for _, budgets := range []struct{ host, own, total string }{{"a.example", "", ""}, {"b.example", "50", ""}, {"c.example", "", "80"}} {
			s, ctx := fixture.FamilyAt(t, db, budgets.host), t.Context()
			s.Maria.PersonID = s.Person(t, dto.PersonInput{DisplayName: "Maria", UserID: s.Maria.UserID})
			_, err := s.Services.Occasions.Create(ctx, s.Tom, dto.OccasionInput{
				Name: "Maria’s day", Type: "other", Date: "2027-03-28", Recurrence: "none", Budget: budgets.total,
				PersonIDs: []string{s.Maria.PersonID}, Budgets: map[string]string{s.Maria.PersonID: budgets.own},
			})
			ok(t, err)
			family, err := s.Services.Family.Get(ctx, s.Maria)
			ok(t, err)
			in := family.Form()
			in.Currency = "CHF"
			answers = append(answers, sentenceOf(s.Services.Family.Update(ctx, s.Maria, in)))
		}
		if answers[0] != answers[1] || answers[0] != answers[2] {
			t.Errorf("the answers differ: %q", answers)
		}
	})
}

func TestTheFamilyPrintsOnWhatItChoseOrOnWhatItsCountryDoes(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		token, session := enter(t, s, s.SetPassword(t, s.Maria))
		if session.Viewer.Paper != domain.PaperA4 {
			t.Errorf("in Germany it is %q", session.Viewer.Paper)
		}
		for i, c := range []struct {
			locale, chosen string
			want           domain.Paper
		}{{"en-US", "", domain.PaperLetter}, {"en-US", "a4", domain.PaperA4}, {"en", "", domain.PaperA4}, {"de-AT", "letter", domain.PaperLetter}} {
			in := dto.FamilyInput{Name: "Berg", Currency: "EUR", Locale: c.locale, TimeZone: "UTC", Paper: c.chosen, Version: int64(1 + i)}
			ok(t, s.Services.Family.Update(ctx, s.Maria, in))
			now, err := s.Services.Auth.Session(ctx, token)
			if err != nil || now.Viewer.Paper != c.want {
				t.Errorf("%+v: %q %v", c, now.Viewer.Paper, err)
			}
		}
		in := dto.FamilyInput{Name: "Berg", Currency: "EUR", Locale: "de", TimeZone: "UTC", Paper: "a0", Version: 5}
		refused(t, s.Services.Family.Update(ctx, s.Maria, in), apperr.Invalid)
	})
}
