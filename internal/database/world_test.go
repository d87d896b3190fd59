package database_test

import (
	"testing"

	"kinlist/internal/calendar"
	"kinlist/internal/database"
	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// world is a family with one row in every table.
type world struct {
	db       *database.DB
	family   model.Family
	user     model.User
	member   model.Membership
	person   model.Person
	occasion model.Occasion
	list     model.List
	gift     model.Gift
	item     model.ListItem
	tag      model.Tag
	comment  model.Comment
	day      calendar.Date
}

func newWorld(t *testing.T, db *database.DB) *world {
	t.Helper()
	w := &world{db: db, day: calendar.On(2030, 12, 24)}
	w.family = addFamily(t, db, "Ash")
	w.user = model.User{Base: newBase(t), Name: "Ann", Email: "Ann@example.org", EmailKey: newID(t), Version: 1}
	create(t, db, &w.user)
	w.member = model.Membership{Base: newBase(t), UserID: w.user.ID, FamilyID: w.family.ID, Role: domain.RoleAdmin}
	create(t, db, &w.member)
	create(t, db, &model.Session{
		ID: newID(t), TokenHash: newID(t), UserID: w.user.ID, FamilyID: w.family.ID,
		CreatedAt: w.user.CreatedAt, LastSeenAt: w.user.CreatedAt, ExpiresAt: w.user.CreatedAt,
	})
	create(t, db, &model.Invitation{
		Base: newBase(t), TokenHash: newID(t), FamilyID: w.family.ID, Role: domain.RoleGuest,
		InvitedBy: w.user.ID, ExpiresAt: w.user.CreatedAt,
	})
	w.addPlans(t)
	w.addTalk(t)
	return w
}

func (w *world) editable(t *testing.T) model.Editable {
	t.Helper()
	return model.Editable{Base: newBase(t), FamilyID: w.family.ID, Version: 1}
}

// addPlans adds a person, an occasion, a list for both and a gift on it.
func (w *world) addPlans(t *testing.T) {
	t.Helper()
	w.person = model.Person{Editable: w.editable(t), DisplayName: "Bo", NameKey: "bo", Relationship: "child"}
	create(t, w.db, &w.person)
	w.occasion = model.Occasion{
		Editable: w.editable(t), Name: "Christmas", NameKey: "christmas", Type: domain.OccasionChristmas,
		Date: w.day, NextOn: w.day, Recurrence: calendar.Yearly,
	}
	create(t, w.db, &w.occasion)
	create(t, w.db, &model.OccasionPerson{OccasionID: w.occasion.ID, PersonID: w.person.ID, FamilyID: w.family.ID})
	create(t, w.db, &model.HeldBudget{OccasionID: w.occasion.ID, PersonID: w.person.ID, FamilyID: w.family.ID, Budget: 1})
	w.list = model.List{
		Editable: w.editable(t), Name: "For Bo", NameKey: "for bo", Type: domain.ListGift, OwnerID: w.user.ID,
		TargetPersonID: &w.person.ID, OccasionID: &w.occasion.ID, Visibility: domain.HiddenFromTarget,
	}
	create(t, w.db, &w.list)
	w.gift = model.Gift{Editable: w.editable(t), Title: "Boots", TitleKey: "boots", CreatedByID: w.user.ID}
	create(t, w.db, &w.gift)
	w.item = model.ListItem{
		Editable: w.editable(t), ListID: w.list.ID, GiftID: w.gift.ID, Privacy: domain.PrivacyShared, AddedBy: w.user.ID,
		Quantity: 1, Priority: domain.PriorityNormal, WishVersion: 1, WishUpdatedAt: w.gift.CreatedAt,
		Status: domain.StatusBuying, BuyerID: &w.user.ID,
	}
	create(t, w.db, &w.item)
	create(t, w.db, &model.StatusChange{
		ID: newID(t), FamilyID: w.family.ID, ItemID: w.item.ID, ActorID: w.user.ID, FromStatus: domain.StatusIdea,
		ToStatus: domain.StatusBuying, ToBuyerID: &w.user.ID, ItemVersion: 1, CreatedAt: w.item.CreatedAt,
	})
}

// addTalk adds a tag, a comment and an activity.
func (w *world) addTalk(t *testing.T) {
	t.Helper()
	w.tag = model.Tag{Editable: w.editable(t), Name: "Warm", NameKey: "warm", Type: "custom", CreatedByID: w.user.ID}
	create(t, w.db, &w.tag)
	create(t, w.db, &model.GiftTag{GiftID: w.gift.ID, TagID: w.tag.ID})
	create(t, w.db, &model.PersonTag{PersonID: w.person.ID, TagID: w.tag.ID})
	w.comment = model.Comment{Editable: w.editable(t), ItemID: &w.item.ID, AuthorID: w.user.ID, Body: "Size 38"}
	create(t, w.db, &w.comment)
	create(t, w.db, &model.CommentMention{CommentID: w.comment.ID, UserID: w.user.ID})
	create(t, w.db, &model.Activity{
		ID: newID(t), FamilyID: w.family.ID, ActorID: &w.user.ID, Verb: domain.VerbStatus, EntityType: domain.EntityItem,
		EntityID: w.item.ID, ListID: &w.list.ID, ItemID: &w.item.ID, GiftID: &w.gift.ID, PersonID: &w.person.ID,
		CreatedAt: w.item.CreatedAt,
	})
	create(t, w.db, &model.Picture{
		ID: newID(t), CreatedAt: w.gift.CreatedAt, FamilyID: w.family.ID, GiftID: &w.gift.ID, FileKey: newID(t), Width: 2,
		Height: 2, ContentType: "image/png", Bytes: 1, UploadedByID: &w.user.ID,
	})
	words := "size 38"
	create(t, w.db, &model.Text{FamilyID: w.family.ID, ItemID: &w.item.ID, Words: &words, Folded: &words})
	create(t, w.db, &model.UndoStep{
		ID: newID(t), CreatedAt: w.item.CreatedAt, FamilyID: w.family.ID, ActorID: w.user.ID, BatchID: newID(t),
		Verb: domain.VerbStatus, EntityType: domain.EntityItem, EntityID: w.item.ID, Version: 1, Before: "{}",
	})
}

// set changes one row's columns.
func (w *world) set(table, id string, columns map[string]any) error {
	return w.db.Write.Table(table).Where("id = ?", id).Updates(columns).Error
}

// remove deletes one row for good.
func (w *world) remove(table, id string) error {
	return w.db.Write.Exec("DELETE FROM "+table+" WHERE id = ?", id).Error
}

// count is the number of rows in a table.
func (w *world) count(t *testing.T, table string) int {
	t.Helper()
	var n int64
	if err := w.db.Read.Table(table).Count(&n).Error; err != nil {
		t.Fatal(err)
	}
	return int(n)
}
