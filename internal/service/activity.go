package service

import (
	"context"
	"encoding/json"
	"time"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// payload is what an activity says beyond its verb; it is shown to whoever sees the thing itself.
type payload struct {
	Title string `json:"title"`
	From  string `json:"from,omitempty"`
	To    string `json:"to,omitempty"`
}

// record writes what the viewer did, in the transaction that it tells of.
func record(ctx context.Context, tx *repository.Store, v domain.Viewer, row model.Activity, p payload) error {
	raw, err := json.Marshal(p)
	if err != nil {
		return err
	}
	row.Payload = string(raw)
	return tx.Activities.Add(ctx, v, &row)
}

func onItem(verb domain.Verb, item model.ListItem) model.Activity {
	return model.Activity{
		Verb: verb, EntityType: domain.EntityItem, EntityID: item.ID,
		ItemID: &item.ID, ListID: &item.ListID, GiftID: &item.GiftID,
	}
}

func onList(verb domain.Verb, list model.List) model.Activity {
	return model.Activity{
		Verb: verb, EntityType: domain.EntityList, EntityID: list.ID,
		ListID: &list.ID, PersonID: list.TargetPersonID,
	}
}

func onGift(verb domain.Verb, gift model.Gift) model.Activity {
	return model.Activity{Verb: verb, EntityType: domain.EntityGift, EntityID: gift.ID, GiftID: &gift.ID}
}

func onPerson(verb domain.Verb, p model.Person) model.Activity {
	return model.Activity{Verb: verb, EntityType: domain.EntityPerson, EntityID: p.ID, PersonID: &p.ID}
}

func onOccasion(verb domain.Verb, o model.Occasion) model.Activity {
	return model.Activity{Verb: verb, EntityType: domain.EntityOccasion, EntityID: o.ID}
}

// onFamily tells of the family itself.
func onFamily(verb domain.Verb, familyID string) model.Activity {
	return model.Activity{Verb: verb, EntityType: domain.EntityFamily, EntityID: familyID}
}

// onMember tells of a member of the family: its entity is the family, and its id the user's. personID is the person
// that somebody was who left, nil for none.
func onMember(verb domain.Verb, userID string, personID *string) model.Activity {
	return model.Activity{Verb: verb, EntityType: domain.EntityFamily, EntityID: userID, PersonID: personID}
}

func toActivity(v domain.Viewer, row repository.ActivityRow) dto.Activity {
	var p payload
	_ = json.Unmarshal([]byte(row.Payload), &p) // a line without its words is still a line
	a := dto.Activity{
		Actor: "Somebody", Verb: row.Verb, Entity: row.EntityType, EntityID: row.EntityID,
		Title: p.Title, From: p.From, To: p.To, At: moment(v, row.CreatedAt),
	}
	if row.ActorName != nil {
		a.Actor = *row.ActorName
	}
	return a
}

// moment is a time as people of the family read it.
func moment(v domain.Viewer, t time.Time) string {
	loc, err := time.LoadLocation(v.TimeZone)
	if err != nil {
		loc = time.UTC
	}
	return t.In(loc).Format("2 Jan 2006, 15:04")
}
