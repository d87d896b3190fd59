package browsertest

import (
	"strings"
	"testing"
	"time"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/model"
	"kinlist/internal/repository"
	"kinlist/web/webtest"
)

// sample is a family in the middle of its Christmas: Maria and Tom, two children, three grandparents. Emma's list has a
// gift at every status.
type sample struct {
	*webtest.Site
	emma, christmas string
	list, wishes    string // Emma's list, Maria's own wishes
	forTom, item    string // Tom's list, and what Maria gets for him
	gift, tag       string // a gift on no list, and a tag of it
	invited, reset  string // the tokens of an invitation, and of Tom's link to a new password
	email           string // Maria's
}

// idea is a gift of the sample family and how far it has come.
type idea struct {
	title, price, shop, notes string
	priority                  domain.Priority
	quantity                  string
	by                        *domain.Viewer // who has moved it; Maria, when nil
	path                      string         // the statuses it went through
}

// newSample brings the family on stage. Its clock ends at fixture.Now, after three weeks of planning.
func newSample(t *testing.T) sample {
	t.Helper()
	return newSampleOn(t, dbtest.Open(t))
}

// newSampleOn is newSample on a database.
func newSampleOn(t *testing.T, db *database.DB) sample {
	t.Helper()
	s := sample{Site: webtest.Empty(t, db, nil)}
	s.Clock.T = time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC)
	ctx := t.Context()
	family := model.Family{Name: "The Hartleys", Currency: "GBP", Locale: "en-GB", TimeZone: "Europe/London"}
	must(t, s.Store.InTx(ctx, func(tx *repository.Store) error { return tx.Accounts.CreateFamily(ctx, &family) }))
	s.Maria, s.Tom = s.Join(t, family, "Maria", domain.RoleAdmin), s.Join(t, family, "Tom", domain.RoleMember)
	must(t, s.Store.InTx(ctx, func(tx *repository.Store) error {
		return tx.Lists.Create(ctx, s.Maria, &model.List{
			Name: "Idea Inbox", NameKey: "idea inbox", Type: domain.ListIdea,
			OwnerID: s.Maria.UserID, Visibility: domain.VisibleToFamily, Inbox: true,
		})
	}))
	s.Maria.PersonID = s.Person(t, dto.PersonInput{DisplayName: "Maria", Relationship: "spouse", UserID: s.Maria.UserID})
	s.Tom.PersonID = s.Person(t, dto.PersonInput{DisplayName: "Tom", Relationship: "spouse", UserID: s.Tom.UserID})
	s.emma = s.Person(t, dto.PersonInput{
		DisplayName: "Emma", Relationship: "child", BirthDay: "14", BirthMonth: "3", BirthYear: "2017",
		Interests: "drawing, horses, the sea", SizeLabels: []string{"Shoes", "Clothes"}, SizeValues: []string{"33", "134"},
	})
	noah := s.Person(t, dto.PersonInput{
		DisplayName: "Noah", Relationship: "child", BirthDay: "2", BirthMonth: "9", BirthYear: "2022",
		Interests: "diggers, animals", Constraints: "No small parts: his cousin is a baby.",
	})
	ruth := s.Person(t, dto.PersonInput{
		DisplayName: "Grandma Ruth", Relationship: "grandparent", BirthDay: "8", BirthMonth: "1",
		Interests: "gardening, crosswords",
	})
	walter := s.Person(t, dto.PersonInput{DisplayName: "Grandpa Walter", Relationship: "grandparent"})
	helen := s.Person(t, dto.PersonInput{DisplayName: "Granny Helen", Relationship: "grandparent"})
	people := []string{s.emma, noah, s.Tom.PersonID, ruth, walter, helen}
	id, err := s.Services.Occasions.Create(ctx, s.Maria, dto.OccasionInput{
		Name: "Christmas", Type: "christmas", Date: "2026-12-25",
		Recurrence: "yearly", Budget: "650", PersonIDs: append(people, s.Maria.PersonID),
		Budgets: map[string]string{s.emma: "180", noah: "150", ruth: "80"},
	})
	must(t, err)
	s.christmas = id
	s.fill(t, noah, ruth, walter)
	s.say(t)
	s.Clock.T = fixture.Now
	s.invite(t)
	s.email = s.SetPassword(t, s.Maria)
	return s
}

// open opens a window in which Maria is signed in.
func (s sample) open(t *testing.T, options ...Option) *Browser {
	t.Helper()
	b := Open(t, s.Server.URL, options...)
	b.SignIn(s.email, fixture.Password)
	return b
}

// fill puts gifts on the lists, the oldest first.
func (s *sample) fill(t *testing.T, noah, ruth, walter string) {
	t.Helper()
	hidden := func(name, person string) string { return s.List(t, s.Maria, listFor(name, person, s.christmas)) }
	s.list = hidden("Emma’s Christmas", s.emma)
	s.plan(t, s.list, []idea{
		{title: "Ice-skating for the whole family", notes: "Ask which Sunday suits everybody."},
		{title: "Walkie-talkies", price: "34.99", shop: "Smyths", path: "dropped"},
		{title: "Advent calendar with stickers", price: "12.50", shop: "Paperchase", path: "buying gifted"},
		{title: "A bicycle bell shaped like a ladybird", price: "9.95", shop: "Halfords", path: "buying wrapped"},
		{title: "Riding lessons, five hours", price: "95", shop: "Meadow Stables", priority: domain.PriorityMust, path: "shortlisted buying ordered"},
		{title: "Watercolour set, 36 pans", price: "28.90", shop: "Cass Art", notes: "The one with the tin box.", priority: domain.PriorityHigh, path: "buying ordered delivered"},
		{title: "Book: The Girl Who Sailed", price: "8.99", shop: "Blackwell’s", quantity: "2", by: &s.Tom, path: "buying"},
		{title: "Jumper with a horse, size 134", price: "32", path: "shortlisted"},
	})
	s.plan(t, hidden("Noah’s Christmas", noah), []idea{
		{title: "Wooden digger", price: "39.90", shop: "Myriad Toys", priority: domain.PriorityHigh, by: &s.Tom, path: "buying ordered"},
		{title: "Picture book about penguins", price: "7.99", path: "buying wrapped"},
		{title: "Wellies with frogs", price: "18"},
	})
	s.plan(t, hidden("For Grandma Ruth", ruth), []idea{
		{title: "Secateurs", price: "44.50", shop: "Sarah Raven", path: "shortlisted"},
	})
	s.plan(t, hidden("For Grandpa Walter", walter), []idea{{title: "Audiobook voucher", price: "25"}})
	s.forTom = hidden("For Tom", s.Tom.PersonID)
	s.item = s.plan(t, s.forTom, []idea{
		{title: "Coffee grinder", price: "89", shop: "Hasbean", notes: "He must not see the parcel.", path: "buying ordered"},
	})[0]
	s.wishes = s.List(t, s.Maria, dto.ListInput{Name: "What I would like", Type: "wishlist", TargetPersonID: s.Maria.PersonID, Visibility: "family"})
	_, err := s.Services.Items.Add(t.Context(), s.Maria, s.wishes, fixture.Gift("A quiet weekend", ""))
	must(t, err)
	inbox, err := s.Services.Lists.Inbox(t.Context(), s.Maria)
	must(t, err)
	s.plan(t, inbox.ID, []idea{{title: "Beekeeping course", price: "60"}, {title: "Photo book of the summer"}})
}

// plan puts ideas on a list, a day after one another, moves each on its way, and returns the items' ids.
func (s *sample) plan(t *testing.T, list string, ideas []idea) []string {
	t.Helper()
	ids := make([]string, len(ideas))
	for i, g := range ideas {
		by := s.Maria
		if g.by != nil {
			by = *g.by
		}
		s.Clock.T = s.Clock.T.Add(24*time.Hour + 20*time.Minute)
		in := fixture.Gift(g.title, g.price)
		in.Source, in.Notes, in.Priority, in.Quantity = g.shop, g.notes, string(g.priority), g.quantity
		ids[i] = s.Item(t, s.Maria, list, in)
		for status := range strings.FieldsSeq(g.path) {
			s.Clock.T = s.Clock.T.Add(9 * time.Minute)
			_, err := s.Services.Items.SetStatus(t.Context(), by, ids[i], dto.StatusInput{Status: status})
			must(t, err)
		}
	}
	return ids
}

// listFor is the form of a list that its target does not see.
func listFor(name, person, occasion string) dto.ListInput {
	return dto.ListInput{Name: name, Type: "gift", TargetPersonID: person, OccasionID: occasion, Visibility: "hidden_from_target"}
}

func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}
