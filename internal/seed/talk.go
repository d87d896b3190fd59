package seed

import (
	"encoding/json"
	"slices"
	"time"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// The feed reaches back this long, and no farther than so many lines a family.
const (
	feedDays = 30
	feedMost = 20_000
)

// comment adds a comment to an item now and then, by somebody who plans it.
func (f *family) comment(p plan, item model.ListItem, at time.Time) {
	if !f.chance(2) {
		return
	}
	at = f.notLater(at.Add(time.Hour))
	f.rows.Comments = append(f.rows.Comments, model.Comment{
		Editable: f.editable(at), ItemID: &item.ID, AuthorID: pick(f, p.givers), Body: pick(f, remarks),
	})
}

// payload is what a line of the feed says, as the services write it.
type payload struct {
	Title string `json:"title"`
	From  string `json:"from,omitempty"`
	To    string `json:"to,omitempty"`
}

func (f *family) listActivity(p plan) {
	id := p.ID
	f.activity(model.Activity{
		ActorID: &p.OwnerID, Verb: domain.VerbCreated, EntityType: domain.EntityList, EntityID: id, ListID: &id, PersonID: p.TargetPersonID,
	}, payload{Title: p.Name}, p.CreatedAt)
}

func (f *family) itemActivity(item *model.ListItem, gift model.Gift, verb domain.Verb, from domain.Status, actor string, at time.Time) {
	id, list, of := item.ID, item.ListID, gift.ID
	says := payload{Title: gift.Title, From: string(from)}
	if verb == domain.VerbStatus {
		says.To = string(item.Status)
	}
	f.activity(model.Activity{
		ActorID: &actor, Verb: verb, EntityType: domain.EntityItem, EntityID: id, ItemID: &id, ListID: &list, GiftID: &of,
	}, says, at)
}

// activity keeps a line of the feed until the family is complete, if it is recent.
func (f *family) activity(row model.Activity, says payload, at time.Time) {
	if at.Before(f.now.AddDate(0, 0, -feedDays)) {
		return
	}
	raw, err := json.Marshal(says)
	if err != nil {
		return // of strings it cannot be
	}
	row.ID, row.FamilyID, row.Payload, row.CreatedAt = f.newID(at), f.id, string(raw), at
	f.activities = append(f.activities, row)
}

// feed writes the last lines of the feed, the newest last.
func (f *family) feed() {
	slices.SortFunc(f.activities, func(a, b model.Activity) int { return a.CreatedAt.Compare(b.CreatedAt) })
	f.rows.Activities = append(f.rows.Activities, f.activities[max(0, len(f.activities)-feedMost):]...)
	f.activities = nil
}
