package service_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/model"
)

const trashLife = 30 * 24 * time.Hour

// purgeStage is a family whose things are trashed, and the counting of what is left.
type purgeStage struct {
	*fixture.Stage
	t  *testing.T
	db *database.DB
}

func purgeable(t *testing.T, db *database.DB) purgeStage {
	t.Helper()
	return purgeStage{fixture.Family(t, db), t, db}
}

func (s purgeStage) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// purge runs the purge and returns what went by kind, the zeros left out. Counting before has to agree.
func (s purgeStage) purge() map[string]int64 {
	s.t.Helper()
	told, err := s.Services.Purge.Count(s.t.Context(), 30)
	s.must(err)
	gone, err := s.Services.Purge.Run(s.t.Context(), 30)
	s.must(err)
	if !slices.Equal(told, gone) {
		s.t.Errorf("counted %v, but %v went", told, gone)
	}
	s.nothingDangles()
	return byName(gone)
}

func byName(rows []dto.Purged) map[string]int64 {
	out := map[string]int64{}
	for _, r := range rows {
		if r.Rows > 0 {
			out[r.Name] = r.Rows
		}
	}
	return out
}

func (s purgeStage) expect(want map[string]int64) {
	s.t.Helper()
	if got := s.purge(); !maps.Equal(got, want) {
		s.t.Errorf("purged %v, want %v", got, want)
	}
}

// nothingDangles makes sure that everything that speaks of a thing still has it.
func (s purgeStage) nothingDangles() {
	s.t.Helper()
	for entity, table := range map[domain.Entity]string{
		domain.EntityPerson: "people", domain.EntityOccasion: "occasions", domain.EntityList: "lists", domain.EntityGift: "gifts",
		domain.EntityItem: "list_items", domain.EntityTag: "tags", domain.EntityComment: "comments",
	} {
		if n := s.count("activities", "entity_type = ? AND entity_id NOT IN (SELECT id FROM "+table+")", entity); n > 0 {
			s.t.Errorf("%d activities speak of a %s that is gone", n, entity)
		}
	}
	for column, table := range map[string]string{
		"person_id": "people", "occasion_id": "occasions", "list_id": "lists", "gift_id": "gifts", "item_id": "list_items",
	} {
		for _, child := range []string{"comments", "texts"} {
			if n := s.count(child, column+" IS NOT NULL AND "+column+" NOT IN (SELECT id FROM "+table+")"); n > 0 {
				s.t.Errorf("%d %s hang on nothing in %s", n, child, table)
			}
		}
	}
	if s.db.Dialect() == database.SQLite {
		var broken []map[string]any
		s.must(s.db.Read.Raw("PRAGMA foreign_key_check").Scan(&broken).Error)
		if len(broken) > 0 {
			s.t.Errorf("broken keys: %v", broken)
		}
	}
}

func (s purgeStage) count(table, where string, args ...any) int64 {
	s.t.Helper()
	var n int64
	s.must(s.db.Read.Table(table).Where(where, args...).Count(&n).Error)
	return n
}

// comment adds a comment of Tom's by hand, with its line in the feed.
func (s purgeStage) comment(c model.Comment) string {
	s.t.Helper()
	now := s.Store.Now()
	c.Editable = model.Editable{Base: model.Base{ID: newID(s.t), CreatedAt: now, UpdatedAt: now}, FamilyID: s.Tom.FamilyID, Version: 1}
	c.AuthorID, c.Body = s.Tom.UserID, "Which size?"
	s.must(s.db.Write.Create(&c).Error)
	s.must(s.db.Write.Create(&model.CommentMention{CommentID: c.ID, UserID: s.Maria.UserID}).Error)
	s.must(s.db.Write.Create(&model.Activity{
		ID: newID(s.t), FamilyID: s.Tom.FamilyID, ActorID: &s.Tom.UserID, Verb: domain.VerbCreated, EntityType: domain.EntityComment,
		EntityID: c.ID, Payload: "{}", CreatedAt: now,
	}).Error)
	return c.ID
}

// trash puts one row into the trash as of the stage's time.
func (s purgeStage) trash(table, id string) {
	s.t.Helper()
	s.must(s.db.Write.Table(table).Where("id = ?", id).Update("deleted_at", s.Store.Now()).Error)
}

func newID(t *testing.T) string {
	t.Helper()
	return uuid.Must(uuid.NewV7()).String()
}

// planFor makes a list for Ben with one item in hand, tagged, and a comment on each.
func (s purgeStage) planFor(occasion string) (list, item, gift string) {
	s.t.Helper()
	ctx := s.t.Context()
	list = s.List(s.t, s.Tom, dto.ListInput{Name: "For Ben", TargetPersonID: s.Ben, OccasionID: occasion})
	item = s.Item(s.t, s.Tom, list, dto.AddInput{GiftInput: dto.GiftInput{Title: "Train", Price: "20", Tags: "Wood"}})
	_, err := s.Services.Items.SetStatus(ctx, s.Tom, item, dto.StatusInput{Status: "buying"})
	s.must(err)
	var row model.ListItem
	s.must(s.db.Read.Take(&row, "id = ?", item).Error)
	s.comment(model.Comment{ListID: &list})
	s.comment(model.Comment{ItemID: &item})
	s.comment(model.Comment{GiftID: &row.GiftID})
	return list, item, row.GiftID
}

func TestEveryKindIsPurgedThirtyDaysAfterItWentIntoTheTrashAndNotBefore(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := purgeable(t, db)
		list, item, gift := s.planFor(s.Christmas)
		var tag model.Tag
		s.must(db.Read.Take(&tag, "name = ?", "Wood").Error)
		comment := s.comment(model.Comment{PersonID: &s.Ben})
		other := s.Person(t, dto.PersonInput{DisplayName: "Otto"})
		for _, c := range []struct{ table, id string }{
			{"comments", comment},
			{"list_items", item},
			{"lists", list},
			{"gifts", gift},
			{"tags", tag.ID},
			{"occasions", s.Christmas},
			{"people", other},
		} {
			s.trash(c.table, c.id)
			s.Clock.T = s.Clock.T.Add(trashLife - time.Second)
			s.purge()
			if s.count(c.table, "id = ?", c.id) != 1 {
				t.Errorf("%s: gone before its time", c.table)
			}
			s.Clock.T = s.Clock.T.Add(time.Second)
			s.purge()
			if s.count(c.table, "id = ?", c.id) != 0 {
				t.Errorf("%s: still there after its time", c.table)
			}
		}
	})
}

func TestAPurgeCountsWhatItTakesAlongAndASecondOneFindsNothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := purgeable(t, db)
		s.expect(map[string]int64{})
		neighbours := fixture.FamilyAt(t, db, "other.example")
		live := purgeStage{neighbours, t, db}
		live.planFor(neighbours.Christmas)
		tables := []string{"people", "occasions", "lists", "gifts", "list_items", "tags", "comments", "activities", "texts"}
		before := map[string]int64{}
		for _, table := range tables {
			before[table] = s.count(table, "family_id = ?", neighbours.Maria.FamilyID)
		}
		s.must(s.Services.People.Update(t.Context(), s.Maria, s.Ben, dto.PersonInput{DisplayName: "Ben", BirthDay: "3", BirthMonth: "4", Version: 1}))
		s.planFor(s.Christmas)
		s.comment(model.Comment{PersonID: &s.Ben})
		s.must(s.Services.People.Delete(t.Context(), s.Maria, s.Ben, true))
		s.Clock.T = s.Clock.T.Add(trashLife + time.Second)
		s.expect(map[string]int64{
			"people": 1, "occasions": 1, "lists": 1, "items": 1, "status changes": 1,
			"comments":   3, // on person, list and item; the one on the gift stays with it
			"activities": 3 + 3 + 1 + 2,
			"undo steps": 16, // of both families
		})
		s.expect(map[string]int64{})
		for _, table := range tables {
			if n := s.count(table, "family_id = ?", neighbours.Maria.FamilyID); n != before[table] {
				t.Errorf("%s of another family: %d rows before, %d after", table, before[table], n)
			}
		}
		if n := s.count("gifts", "title = 'Train'"); n != 2 {
			t.Errorf("%d gifts are left", n)
		}
	})
}

func TestAPurgedOccasionLeavesItsListAndAnArchivedPersonsBirthdayWaits(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := purgeable(t, db)
		ctx := t.Context()
		list, item, _ := s.planFor(s.Christmas)
		s.comment(model.Comment{OccasionID: &s.Christmas})
		otto := s.Person(t, dto.PersonInput{DisplayName: "Otto", BirthDay: "1", BirthMonth: "2"})
		s.must(s.Services.People.Archive(ctx, s.Maria, otto))
		s.must(s.Services.Occasions.Delete(ctx, s.Maria, s.Christmas, true))
		s.Clock.T = s.Clock.T.Add(trashLife)
		s.expect(map[string]int64{"occasions": 1, "comments": 1, "activities": 3, "undo steps": 10})
		if s.count("lists", "id = ? AND occasion_id IS NULL", list) != 1 || s.count("list_items", "id = ?", item) != 1 {
			t.Error("the list went with its occasion")
		}
		if s.count("occasions", "person_id = ?", otto) != 1 {
			t.Error("the birthday of somebody who is archived is gone")
		}
	})
}

func TestNothingInUseIsPurged(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := purgeable(t, db)
		list, item, gift := s.planFor(s.Christmas)
		s.trash("gifts", gift)   // though an item of it is in use
		s.trash("people", s.Ben) // though a list is for them
		s.Clock.T = s.Clock.T.Add(trashLife)
		s.expect(map[string]int64{"undo steps": 7})
		s.trash("lists", list) // what is on it could come back for a while
		s.Clock.T = s.Clock.T.Add(trashLife - time.Hour)
		s.expect(map[string]int64{})
		s.Clock.T = s.Clock.T.Add(time.Hour)
		s.expect(map[string]int64{"people": 1, "lists": 1, "gifts": 1, "items": 1, "status changes": 1, "comments": 3, "activities": 7})
		if s.count("lists", "inbox") != 1 || s.count("list_items", "id = ?", item) != 0 {
			t.Error("the Idea Inbox is gone, or the item is not")
		}
	})
}

func TestABigTrashGoesInManySteps(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := purgeable(t, db)
		list := s.List(t, s.Tom, dto.ListInput{Name: "Long", TargetPersonID: s.Ben})
		const many = 450
		for n := range many {
			s.Item(t, s.Tom, list, fixture.Gift(fmt.Sprintf("Block %d", n), "1"))
		}
		s.must(s.Services.Lists.Delete(t.Context(), s.Tom, list, true))
		s.Clock.T = s.Clock.T.Add(trashLife)
		s.expect(map[string]int64{"lists": 1, "items": many, "activities": many + 2, "undo steps": 2*many + 5})
	})
}

func TestWhatHasExpiredGoesToo(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := purgeable(t, db)
		now := s.Store.Now()
		past := func(d time.Duration) *time.Time { at := now.Add(-d); return &at }
		base := func() model.Base { return model.Base{ID: newID(t), CreatedAt: now, UpdatedAt: now} }
		for _, c := range []struct{ expires, used *time.Time }{
			{past(trashLife), nil},
			{past(trashLife - time.Second), nil}, // stays
			{past(-time.Hour), past(trashLife)},
			{past(-time.Hour), past(time.Hour)}, // stays
		} {
			s.must(db.Write.Create(&model.Invitation{
				Base: base(), TokenHash: newID(t), FamilyID: s.Maria.FamilyID, Role: domain.RoleGuest, InvitedBy: s.Maria.UserID,
				ExpiresAt: *c.expires, UsedAt: c.used,
			}).Error)
			s.must(db.Write.Create(&model.PasswordReset{
				Base: base(), TokenHash: newID(t), UserID: s.Tom.UserID, CreatedBy: s.Maria.UserID, ExpiresAt: *c.expires, UsedAt: c.used,
			}).Error)
		}
		for _, expires := range []time.Time{now, now.Add(time.Second)} {
			s.must(db.Write.Create(&model.Session{
				ID: newID(t), TokenHash: newID(t), UserID: s.Tom.UserID, FamilyID: s.Tom.FamilyID, CreatedAt: now, LastSeenAt: now, ExpiresAt: expires,
			}).Error)
		}
		for _, age := range []time.Duration{24 * time.Hour, 24*time.Hour - time.Second} {
			s.must(db.Write.Create(&model.UndoStep{
				ID: newID(t), CreatedAt: now.Add(-age), FamilyID: s.Tom.FamilyID, ActorID: s.Tom.UserID, BatchID: newID(t),
				Verb: domain.VerbStatus, EntityType: domain.EntityItem, EntityID: newID(t), Version: 1, Before: "{}",
			}).Error)
		}
		s.expect(map[string]int64{"invitations": 2, "reset links": 2, "sessions": 1, "undo steps": 1})
	})
}
