package database_test

import (
	"bytes"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"kinlist/internal/calendar"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/model"
)

func TestOpenSaysWhatAnAddressLooksLike(t *testing.T) {
	t.Parallel()
	for _, url := range []string{"", "kinlist.db", "mysql://localhost", "sqlite:", "sqlite::memory:", "sqlite:file:x"} {
		if _, err := database.Open(t.Context(), url, quiet); err == nil || !strings.Contains(err.Error(), `"sqlite:"`) {
			t.Errorf("%q: err = %v; want a sentence", url, err)
		}
	}
}

func TestAServerThatIsNotThereIsUnavailable(t *testing.T) {
	t.Parallel()
	_, err := database.Open(t.Context(), "postgres://kinlist:hunter2@127.0.0.1:1/kinlist", quiet)
	if !errors.Is(err, database.ErrUnavailable) || strings.Contains(err.Error(), "hunter2") {
		t.Fatalf("err = %v; want ErrUnavailable without the password", err)
	}
}

func TestRowsReadBackAsTheyWereWritten(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w := newWorld(t, db)
		at := time.Date(2030, 12, 24, 23, 59, 59, 123456000, time.UTC)
		day, month := 29, 2
		w.person.ArchivedAt, w.person.BirthDay, w.person.BirthMonth = &at, &day, &month
		w.person.Sizes = []model.Size{{Label: "shoes", Value: "EU 38"}}
		if err := db.Write.Save(&w.person).Error; err != nil {
			t.Fatal(err)
		}
		var p model.Person
		if err := db.Read.First(&p, "id = ?", w.person.ID).Error; err != nil {
			t.Fatal(err)
		}
		if !p.CreatedAt.Equal(w.person.CreatedAt) || *p.ArchivedAt != at || *p.BirthDay != 29 || p.Sizes[0].Value != "EU 38" || p.Interests != nil {
			t.Errorf("got %+v; want %+v", p, w.person)
		}
		var o model.Occasion
		if err := db.Read.First(&o, "date = ?", calendar.On(2030, 12, 24)).Error; err != nil || o.NextOn != w.day {
			t.Errorf("next on %v, %v; want %v", o.NextOn, err, w.day)
		}
		var before, after int64
		db.Read.Model(&model.Person{}).Where("archived_at < ?", at.Add(time.Microsecond)).Count(&before)
		db.Read.Model(&model.Person{}).Where("archived_at > ?", at).Count(&after)
		if before != 1 || after != 0 {
			t.Errorf("times compare wrongly: %d before, %d after", before, after)
		}
	})
}

func TestBothDialectsSortKeysByBytes(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w := newWorld(t, db)
		for _, key := range []string{"zoe", "a b", "ab", "a-b", "Äh", "an"} {
			p := renew(t, w.person)
			p.NameKey = key
			create(t, db, p)
		}
		var keys []string
		db.Read.Model(&model.Person{}).Order("name_key").Pluck("name_key", &keys)
		if got := strings.Join(keys, "|"); got != "a b|a-b|ab|an|bo|zoe|Äh" {
			t.Errorf("order = %s", got)
		}
	})
}

func TestAnIDThatIsNoneIsNotFound(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		for _, id := range []string{"", "junk", newID(t), "\x00", "'; --", "\xff"} {
			var p model.Person
			err := db.Read.First(&p, "id = ?", id).Error
			if !errors.Is(err, database.ErrNotFound) {
				t.Errorf("%q: err = %v; want ErrNotFound", id, err)
			}
			if database.Translate(err) != err { //nolint:errorlint // the very same
				t.Errorf("%q: translated twice", id)
			}
		}
	})
}

func TestActivitiesAreNumberedUpwardsForGood(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w := newWorld(t, db)
		last := int64(0)
		for range 3 {
			a := model.Activity{ID: newID(t), FamilyID: w.family.ID, Verb: "created", EntityType: "list", EntityID: w.list.ID}
			create(t, db, &a)
			if a.Seq <= last {
				t.Fatalf("seq = %d after %d", a.Seq, last)
			}
			last = a.Seq
			if err := db.Write.Delete(&a).Error; err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestTheLogOfSlowStatementsHoldsNoValues(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		var out bytes.Buffer
		log := database.LogAll(slog.New(slog.NewTextHandler(&out, nil)))
		db.Read.Session(&gorm.Session{Logger: log}).Find(&[]model.Gift{}, "title = ?", "a surprise")
		if text := out.String(); !strings.Contains(text, "title = ") || strings.Contains(text, "surprise") {
			t.Errorf("log = %s", text)
		}
	})
}

func TestPingSaysWhenTheDatabaseIsGone(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		if err := db.Ping(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		if err := db.Ping(t.Context()); err == nil {
			t.Error("a closed database answers")
		}
	})
}
