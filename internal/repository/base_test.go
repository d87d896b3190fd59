package repository_test

import (
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/fixture"
	"kinlist/internal/model"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

func TestAChangeOnAnOldVersionIsAConflictAndChangesNothing(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		ctx, people := t.Context(), func() model.Person {
			p, err := s.Store.People.Get(t.Context(), s.Maria, s.Ben)
			if err != nil {
				t.Fatal(err)
			}
			return p
		}
		mine, theirs := people(), people()
		mine.Notes, theirs.Notes = "mine", "theirs"
		inTx(t, s, func(tx *repository.Store) error { return tx.People.Update(ctx, s.Maria, &mine, "notes") })
		err := s.Store.InTx(ctx, func(tx *repository.Store) error { return tx.People.Update(ctx, s.Tom, &theirs, "notes") })
		if now := people(); apperr.CodeOf(err) != apperr.Conflict || now.Notes != "mine" || now.Version != 2 || mine.Version != 2 || theirs.Version != 1 {
			t.Fatalf("%v; %+v", err, now)
		}
		mine.Notes = "" // an empty field is a change too
		inTx(t, s, func(tx *repository.Store) error { return tx.People.Update(ctx, s.Maria, &mine, "notes") })
		if now := people(); now.Notes != "" || now.DisplayName != "Ben" {
			t.Fatalf("%+v", now)
		}
	})
}

func TestArchiveTrashAndRestoreMoveARowOutOfSightAndBack(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		ctx := t.Context()
		expect := func(step string, inIndex, inArchive, byID bool) {
			t.Helper()
			has := func(f repository.PeopleFilter) bool {
				page, err := s.Store.People.Page(ctx, s.Maria, f, repository.PageQuery{})
				if err != nil {
					t.Fatal(err)
				}
				return count(idsOf(page, func(p model.Person) string { return p.ID }), s.Ben) == 1
			}
			_, err := s.Store.People.Get(ctx, s.Maria, s.Ben)
			if has(repository.PeopleFilter{}) != inIndex || has(repository.PeopleFilter{Archived: repository.ArchivedToo}) != inArchive || (err == nil) != byID {
				t.Errorf("%s: not where it belongs", step)
			}
		}
		do := func(fn func(tx *repository.Store) error) { t.Helper(); inTx(t, s, fn) }
		expect("at first", true, true, true)
		do(func(tx *repository.Store) error { return tx.People.Archive(ctx, s.Maria, s.Ben) })
		do(func(tx *repository.Store) error { return tx.People.Archive(ctx, s.Maria, s.Ben) })
		expect("archived", false, true, true)
		do(func(tx *repository.Store) error { return tx.People.Trash(ctx, s.Maria, s.Ben) })
		expect("in the trash", false, false, false)
		err := s.Store.InTx(ctx, func(tx *repository.Store) error { return tx.People.Trash(ctx, s.Maria, s.Ben) })
		if apperr.CodeOf(err) != apperr.NotFound {
			t.Errorf("trashed twice: %v", err)
		}
		do(func(tx *repository.Store) error { return tx.People.Restore(ctx, s.Maria, s.Ben) })
		expect("restored", true, true, true)
	})
}

// Case 40, with accents and letter case.
func TestSearchFindsTextAsItStandsWithoutRegardToCaseAndAccents(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		titles := []string{`100% wool`, `1000 wool`, `snake_case`, `snakeXcase`, `back\slash`, `say "hi"`, `it's; -- DROP`, `a*b`, `Zoë’s CAFÉ`, `Straße`}
		inTx(t, s, func(tx *repository.Store) error {
			for _, title := range titles {
				row := model.Gift{Title: title, TitleKey: text.Key(title), CreatedByID: s.Maria.UserID, Currency: "EUR", Metadata: "{}"}
				if err := tx.Gifts.Create(t.Context(), s.Maria, &row); err != nil {
					return err
				}
			}
			return nil
		})
		for q, want := range map[string]string{
			`100%`: titles[0], `%`: titles[0], `_`: titles[2], `\`: titles[4], `"`: titles[5], `'`: titles[6],
			`; --`: titles[6], `*`: titles[7], `zoe’S  cafe`: titles[8], `STRASSE`: titles[9], `straße`: titles[9],
		} {
			page, err := s.Store.Gifts.Page(t.Context(), s.Maria, repository.GiftFilter{Text: text.Key(q)}, repository.PageQuery{})
			if err != nil || len(page.Rows) != 1 || page.Rows[0].Title != want {
				t.Errorf("%s finds %+v %v, want %s", q, page.Rows, err, want)
			}
		}
	})
}
