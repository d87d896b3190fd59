package service

import (
	"context"
	"encoding/json"
	"time"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// payload is what an activity says beyond its verb; it is shown to whoever sees the thing itself. Whoever sees a thing
// need not see the lists on which it stood before: lists are kept by their ids alone, and their names looked up for the
// one who reads (see feed).
type payload struct {
	Title    string `json:"title"`
	From     string `json:"from,omitempty"`
	To       string `json:"to,omitempty"`
	FromList string `json:"from_list,omitempty"`
	ToList   string `json:"to_list,omitempty"`
	FromUser string `json:"from_user,omitempty"` // whose name From is
	ToUser   string `json:"to_user,omitempty"`
}

// Activity is the feed of what happened in a family.
type Activity struct{ core }

// Index returns one page of the feed, newest first, as far as the viewer sees the things that it is about. A filter by
// somebody or something that the viewer does not see finds nothing, as one by what never existed.
func (s *Activity) Index(ctx context.Context, v domain.Viewer, q dto.ActivityQuery) (dto.Page[dto.Activity], error) {
	f := repository.ActivityFilter{ActorID: q.ActorID, EntityID: q.EntityID, ListID: q.ListID}
	if domain.Known(domain.Entity(q.Entity), domain.Entities) {
		f.Entity = domain.Entity(q.Entity)
	}
	page, err := s.store.Activities.Page(ctx, v, f, pageQuery(q.Query))
	if err != nil {
		return dto.Page[dto.Activity]{}, err
	}
	lines, err := feed(ctx, s.store, v, page.Rows)
	return dto.Page[dto.Activity]{Items: lines, Next: page.Next, Prev: page.Prev}, err
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

func onTag(verb domain.Verb, t model.Tag) model.Activity {
	return model.Activity{Verb: verb, EntityType: domain.EntityTag, EntityID: t.ID}
}

// feed turns lines into what the viewer reads. The lists that they speak of are looked up in one query, through the
// viewer's scope.
func feed(ctx context.Context, store *repository.Store, v domain.Viewer, rows []repository.ActivityRow) ([]dto.Activity, error) {
	said := make([]payload, len(rows))
	var ids []string
	for i, row := range rows {
		said[i] = payloadOf(row)
		ids = append(ids, said[i].FromList, said[i].ToList)
	}
	lists, err := store.Lists.ByIDs(ctx, v, ids)
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	for _, l := range lists {
		names[l.ID] = l.Name
	}
	var lines []dto.Activity
	for i, row := range rows {
		p := said[i]
		p.From, p.To = firstOf(p.From, names[p.FromList]), firstOf(p.To, names[p.ToList])
		lines = append(lines, toActivity(ctx, v, row, p))
	}
	return lines, nil
}

// payloadOf is what a line says. Where an item was put, or moved to, says its list_id; the name that older lines have
// beside it is not looked at.
func payloadOf(row repository.ActivityRow) payload {
	var p payload
	_ = json.Unmarshal([]byte(row.Payload), &p) // a line without its words is still a line
	if row.EntityType == domain.EntityItem && (row.Verb == domain.VerbCreated || row.Verb == domain.VerbMoved) {
		p.To, p.ToList = "", idOf(row.ListID)
	}
	return p
}

func toActivity(ctx context.Context, v domain.Viewer, row repository.ActivityRow, p payload) dto.Activity {
	a := dto.Activity{
		Actor: lang.T(ctx, "Somebody"), ActorID: idOf(row.ActorID), Verb: row.Verb, Entity: row.EntityType, EntityID: row.EntityID,
		Title: p.Title, From: p.From, To: p.To, At: moment(ctx, v, row.CreatedAt),
	}
	if row.ActorName != nil {
		a.Actor = *row.ActorName
	}
	if row.EntityType == domain.EntityItem {
		a.ListID = idOf(row.ItemListID)
		a.OtherID = otherOf(row.Verb, p)
	}
	if row.EntityType == domain.EntityComment {
		on := parentOf(model.Comment{
			PersonID: row.CommentPersonID, OccasionID: row.CommentOccasionID, ListID: row.CommentListID,
			GiftID: row.CommentGiftID, ItemID: row.CommentItemID,
		})
		a.On = &on
	}
	return a
}

// otherOf is whom or what else a line about an item names.
func otherOf(verb domain.Verb, p payload) string {
	switch {
	case verb == domain.VerbTakenOver:
		return p.FromUser
	case verb == domain.VerbAssigned:
		return p.ToUser
	case p.To != "": // else the viewer does not see that list
		return p.ToList
	}
	return ""
}

// moment is a time as people of the family read it.
func moment(ctx context.Context, v domain.Viewer, t time.Time) string {
	loc, err := time.LoadLocation(v.TimeZone)
	if err != nil {
		loc = time.UTC
	}
	return lang.Moment(ctx, t.In(loc))
}
