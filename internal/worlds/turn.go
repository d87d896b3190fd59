package worlds

import (
	"testing"
	"time"

	"kinlist/internal/calendar"
	"kinlist/internal/database"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
)

// turn makes what could be taken back, had it not been turned away from whoever did it: in the last half hour somebody
// changes what they see, and then it is made theirs to be surprised with, or hidden from them.
func (w *World) turn(tb testing.TB, db *database.DB) {
	tb.Helper()
	s := w.Stage
	tom := turning{World: w, tb: tb, db: db}
	tom.comesIntoSight()
	tom.thrownAway()
	for i, v := range []domain.Viewer{s.Maria, s.Lena} {
		t := turning{World: w, tb: tb, db: db, name: []string{"Maria", "Lena"}[i], v: v}
		t.cousin = s.Person(tb, dto.PersonInput{DisplayName: "A cousin", Relationship: "extended"})
		t.becomesTheirs()
		t.becomesHidden()
		t.thingsInTheTrash()
		t.whatHangsOnTheirs()
	}
}

// turning is one member's turn.
type turning struct {
	*World
	tb   testing.TB
	db   *database.DB
	name string
	v    domain.Viewer

	cousin string // whom they plan for
}

// comesIntoSight: what Tom did and said of an item while nobody else saw it.
func (t turning) comesIntoSight() {
	s, ctx := t.Stage, t.tb.Context()
	kept := s.List(t.tb, s.Tom, dto.ListInput{Name: "Kept", Type: "gift", Visibility: string(domain.VisibleToOwner)})
	item, _ := t.item(kept, "Telescope", "")
	t.done(errOf(s.Services.Items.SetStatus(ctx, s.Tom, item, dto.StatusInput{Status: string(domain.StatusShortlisted)})))
	t.done(errOf(s.Services.Comments.Add(ctx, s.Tom, dto.Parent{ParentType: domain.EntityItem, ParentID: item}, dto.CommentInput{Body: "For whom?"})))
	t.done(errOf(s.Services.Items.Move(ctx, s.Tom, item, dto.MoveInput{ListID: t.list("Shown", "")})))
}

// thrownAway: what Tom planned with out of everybody's sight lies in the trash.
func (t turning) thrownAway() {
	s, ctx := t.Stage, t.tb.Context()
	secret := dto.ListInput{Name: "A secret", Type: "gift", Visibility: string(domain.VisibleToOwner)}
	kept, gone := s.List(t.tb, s.Tom, secret), s.List(t.tb, s.Tom, secret)
	dropped, _ := t.item(kept, "A drum", "")
	_, unwanted := t.item(kept, "A trumpet", "")
	_, marked := t.item(kept, "A flute", "loud")
	t.item(gone, "A horn", "")
	t.done(errOf(s.Services.Items.Delete(ctx, s.Tom, dropped)))
	t.done(s.Services.Gifts.Delete(ctx, s.Tom, unwanted, true))
	t.done(s.Services.Tags.Delete(ctx, s.Tom, t.tagOf(marked), true))
	t.done(s.Services.Lists.Delete(ctx, s.Tom, gone, true))
}

// becomesTheirs: what they planned for a cousin is by now planned for them.
func (t turning) becomesTheirs() {
	s, ctx := t.Stage, t.tb.Context()
	list := t.list("For a cousin still", t.cousin)
	item, gift := t.item(list, "Sledge", "")
	t.first(list, "Toboggan")
	t.done(errOf(s.Services.Items.SetStatus(ctx, t.v, item, dto.StatusInput{Status: string(domain.StatusShortlisted)})))
	t.done(s.Services.Gifts.Update(ctx, t.v, gift, dto.GiftInput{Title: "Sledge of wood", Price: "35", Version: t.version("gifts", gift)}))
	t.save(s.Tom, list, "For a cousin still", t.v.PersonID, domain.VisibleToFamily)
	t.done(errOf(s.Services.Items.SetStatus(ctx, s.Tom, item, dto.StatusInput{Status: string(domain.StatusBuying)})))
}

// becomesHidden: what they changed, said and wished for stands on lists that its owner has closed since.
func (t turning) becomesHidden() {
	s, ctx := t.Stage, t.tb.Context()
	open, wishes := t.list("Open still", t.cousin), t.list("Wishes of "+t.name, t.v.PersonID)
	item, gift := t.item(open, "Lantern", "lit "+t.name)
	t.first(open, "Candle")
	t.done(errOf(s.Services.Items.SetStatus(ctx, t.v, item, dto.StatusInput{Status: string(domain.StatusShortlisted)})))
	t.done(s.Services.Gifts.Update(ctx, t.v, gift, dto.GiftInput{Title: "Lantern of brass", Tags: "lit " + t.name, Version: t.version("gifts", gift)}))
	for kind, id := range map[domain.Entity]string{domain.EntityGift: gift, domain.EntityList: open, domain.EntityItem: item} {
		t.done(errOf(s.Services.Comments.Add(ctx, t.v, dto.Parent{ParentType: kind, ParentID: id}, dto.CommentInput{Body: "A lantern?"})))
	}
	tag := t.tagOf(gift)
	t.done(s.Services.Tags.Update(ctx, t.v, tag, dto.TagInput{Name: "lit by " + t.name, Type: string(domain.TagTypes[0]), Version: t.version("tags", tag)}))
	if t.v.Admin() { // others do not edit a list of Tom's
		t.save(t.v, open, "Open, says an admin", t.cousin, domain.VisibleToFamily)
	}
	for _, title := range []string{"A wish", "A wish before it"} {
		wish := s.Item(t.tb, t.v, wishes, dto.AddInput{GiftInput: dto.GiftInput{Title: title}})
		t.done(errOf(s.Services.Items.Order(ctx, t.v, wish, "")))
	}
	t.save(s.Tom, open, "Closed", t.cousin, domain.VisibleToOwner)
	t.save(s.Tom, wishes, "Closed too", t.v.PersonID, domain.VisibleToOwner)
}

// thingsInTheTrash: what they deleted would come back out of their sight, or with a plan for them.
func (t turning) thingsInTheTrash() {
	s, ctx := t.Stage, t.tb.Context()
	closing, theirs := t.list("Closing", t.cousin), t.list("Turning", t.cousin)
	_, gone := t.item(closing, "Puzzle", "")
	_, hidden := t.item(theirs, "Jigsaw", "")
	for _, gift := range []string{gone, hidden} {
		t.done(s.Services.Gifts.Delete(ctx, t.v, gift, true))
	}
	t.save(s.Tom, closing, "Closed", t.cousin, domain.VisibleToOwner)
	t.save(s.Tom, theirs, "Turned", t.v.PersonID, domain.VisibleToFamily)
	own := s.List(t.tb, t.v, dto.ListInput{Name: "Not any more", Type: "gift", TargetPersonID: t.v.PersonID, Visibility: "family"})
	t.item(own, "A surprise", "")
	t.done(s.Services.Lists.Delete(ctx, t.v, own, true))
}

// whatHangsOnTheirs: an occasion, a person, a list, a gift and a tag that they made, and that others planned with.
func (t turning) whatHangsOnTheirs() {
	s, ctx := t.Stage, t.tb.Context()
	word := "new " + t.name
	occasion, err := s.Services.Occasions.Create(ctx, t.v, dto.OccasionInput{Name: "Feast", Type: string(domain.OccasionTypes[0]), Date: "2027-03-03", Recurrence: string(calendar.Recurrences[0])})
	t.done(err)
	person, err := s.Services.People.Create(ctx, t.v, dto.PersonInput{DisplayName: "Somebody new", Relationship: "friend"})
	t.done(err)
	t.done(errOf(s.Services.Tags.Create(ctx, t.v, dto.TagInput{Name: word, Type: string(domain.TagTypes[0])})))
	open := s.List(t.tb, t.v, dto.ListInput{Name: "Of theirs", Type: "gift", TargetPersonID: t.v.PersonID, Visibility: "family"})
	gift, err := s.Services.Gifts.Create(ctx, t.v, dto.GiftInput{Title: "Thought of", Tags: word})
	t.done(err)
	s.Item(t.tb, t.v, t.list("Seen by all", t.cousin), dto.AddInput{ItemInput: dto.ItemInput{GiftID: gift}})
	t.item(open, "Behind their back", "")
	closed := s.List(t.tb, s.Tom, dto.ListInput{Name: "With it", Type: "gift", TargetPersonID: person, OccasionID: occasion, Visibility: "owner"})
	s.Item(t.tb, s.Tom, open, dto.AddInput{ItemInput: dto.ItemInput{GiftID: gift}})
	s.Item(t.tb, s.Tom, closed, dto.AddInput{ItemInput: dto.ItemInput{GiftID: gift}})
	t.item(closed, "Marked", word)
}

// list is one of Tom's that everybody sees.
func (t turning) list(name, target string) string {
	return t.Stage.List(t.tb, t.Stage.Tom, dto.ListInput{Name: name, Type: "gift", TargetPersonID: target, Visibility: "family"})
}

// item is a gift that Tom puts on a list, and the gift's id.
func (t turning) item(list, title, tags string) (item, gift string) {
	t.tb.Helper()
	s := t.Stage
	item = s.Item(t.tb, s.Tom, list, dto.AddInput{GiftInput: dto.GiftInput{Title: title, Price: "30", Tags: tags}})
	standing, err := s.Store.Items.Standing(t.tb.Context(), s.Tom, item)
	t.done(err)
	return item, standing.GiftID
}

// first is a gift that Tom puts on a list, and that they put before what stands there.
func (t turning) first(list, title string) {
	t.tb.Helper()
	item, _ := t.item(list, title, "")
	t.done(errOf(t.Stage.Services.Items.Order(t.tb.Context(), t.v, item, "")))
}

// save changes a list: its name, whom it is for, and who sees it.
func (t turning) save(by domain.Viewer, list, name, target string, visibility domain.Visibility) {
	t.tb.Helper()
	t.done(t.Stage.Services.Lists.Update(t.tb.Context(), by, list, dto.ListInput{
		Name: name, Type: "gift", TargetPersonID: target, Visibility: string(visibility), Version: t.version("lists", list),
	}))
}

func (t turning) version(table, id string) int64 {
	t.tb.Helper()
	var versions []int64
	t.done(t.db.Read.Table(table).Where("id = ?", id).Pluck("version", &versions).Error)
	return versions[0]
}

// tagOf is the tag that a gift carries.
func (t turning) tagOf(gift string) string {
	t.tb.Helper()
	var tags []string
	t.done(t.db.Read.Table("gift_tags").Where("gift_id = ?", gift).Pluck("tag_id", &tags).Error)
	return tags[0]
}

// done fails the test when something was refused, and lets some time go by: little, for it is to be within the last half hour.
func (t turning) done(err error) {
	t.tb.Helper()
	if err != nil {
		t.tb.Fatal(err)
	}
	t.Stage.Clock.T = t.Stage.Clock.T.Add(time.Second)
}

func errOf[T any](_ T, err error) error { return err }
