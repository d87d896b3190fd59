package service_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/service"
)

// reading is one reading method of a service, asked as a page asks it.
type reading struct {
	name string
	ask  func() error
}

// asked makes a reading of a call.
func asked[T any](name string, call func() (T, error)) reading {
	return reading{name, func() error { _, err := call(); return err }}
}

// readings are the services' reading methods that belong to pages, on a list with a gift and an item of the crowd.
func readings(t *testing.T, s *fixture.Stage) []reading {
	t.Helper()
	ctx, v, sv := t.Context(), s.Tom, s.Services
	list, gift, item := onePlanned(t, s)
	wish := s.List(t, s.Lena, dto.ListInput{Name: "Wishes", TargetPersonID: s.LenaPerson})
	wished := s.Item(t, s.Lena, wish, fixture.Gift("Wished", "12"))
	tag, err := sv.Tags.Create(ctx, v, dto.TagInput{Name: "Books"})
	if err != nil {
		t.Fatal(err)
	}
	q := dto.Query{Q: "ka"}
	on := dto.Parent{ParentType: domain.EntityGift, ParentID: gift}
	return []reading{
		asked("Dashboard.Show", func() (any, error) { return sv.Dashboard.Show(ctx, v) }),
		asked("People.Index", func() (any, error) { return sv.People.Index(ctx, v, dto.PeopleQuery{Query: q}) }),
		asked("People.Page", func() (any, error) { return sv.People.Page(ctx, v, s.Ben) }),
		asked("People.Shown", func() (any, error) { return sv.People.Shown(ctx, v, s.Ben, dto.Query{}) }),
		asked("People.Get", func() (any, error) { return sv.People.Get(ctx, v, s.Ben) }),
		asked("People.Names", func() (any, error) { return sv.People.Names(ctx, v) }),
		asked("People.Members", func() (any, error) { return sv.People.Members(ctx, v) }),
		asked("People.History", func() (any, error) { return sv.People.History(ctx, v, s.Ben, dto.Query{}) }),
		asked("Occasions.Index", func() (any, error) { return sv.Occasions.Index(ctx, v, dto.OccasionQuery{Query: q}) }),
		asked("Occasions.Past", func() (any, error) { return sv.Occasions.Past(ctx, v) }),
		asked("Occasions.Page", func() (any, error) { return sv.Occasions.Page(ctx, v, s.Christmas) }),
		asked("Occasions.Get", func() (any, error) { return sv.Occasions.Get(ctx, v, s.Christmas) }),
		asked("Occasions.Names", func() (any, error) { return sv.Occasions.Names(ctx, v) }),
		asked("Lists.Index", func() (any, error) { return sv.Lists.Index(ctx, v, dto.ListQuery{Query: q}) }),
		asked("Lists.Get", func() (any, error) { return sv.Lists.Get(ctx, v, list) }),
		asked("Lists.Inbox", func() (any, error) { return sv.Lists.Inbox(ctx, v) }),
		asked("Gifts.Index", func() (any, error) {
			return sv.Gifts.Index(ctx, v, dto.GiftQuery{Query: q, Used: "yes", MinPrice: "1"})
		}),
		asked("Gifts.Page", func() (any, error) { return sv.Gifts.Page(ctx, v, gift) }),
		asked("Gifts.Get", func() (any, error) { return sv.Gifts.Get(ctx, v, gift) }),
		asked("Gifts.Likely", func() (any, error) { return sv.Gifts.Likely(ctx, v, "https://shop.example/1", "Ka bu le") }),
		asked("Gifts.Readings", func() (any, error) { return sv.Gifts.Readings(ctx, v, []string{gift}) }),
		asked("Ideas.Lists", func() (any, error) { return sv.Ideas.Lists(ctx, v, "") }),
		asked("Ideas.QuickForm", func() (any, error) { return sv.Ideas.QuickForm(ctx, v, list) }),
		asked("Ideas.Quick", func() (any, error) {
			return sv.Ideas.Quick(ctx, v, dto.QuickInput{Line: "Drums @Ben 40 #music https://shop.example/1", ListID: list})
		}),
		asked("Items.Plan", func() (any, error) { return sv.Items.Plan(ctx, v, list) }),
		asked("Items.Arranged", func() (any, error) {
			return sv.Items.Arranged(ctx, v, list, dto.PlanQuery{Group: "shop", Sort: "price", Buyer: "nobody", Tag: tag})
		}),
		asked("Items.Destinations", func() (any, error) { return sv.Items.Destinations(ctx, v, item) }),
		asked("Items.Chosen", func() (any, error) { return sv.Items.Chosen(ctx, v, []string{item}) }),
		asked("Items.Forecast", func() (any, error) { return sv.Items.Forecast(ctx, v, list, fixture.Gift("Drums", "40")) }),
		asked("Items.ForecastOf", func() (any, error) {
			return sv.Items.ForecastOf(ctx, v, item, dto.ItemInput{Quantity: "2", PlannedPrice: "40"})
		}),
		asked("Items.Form", func() (any, error) { return sv.Items.Form(ctx, v, item) }),
		asked("Items.Row", func() (any, error) { return sv.Items.Row(ctx, v, item) }),
		asked("Items.Page", func() (any, error) { return sv.Items.Page(ctx, v, item) }),
		asked("Items.Wishes", func() (any, error) { return sv.Items.Wishes(ctx, s.Lena, wish) }),
		{"Items.Wish", func() error { _, _, err := sv.Items.Wish(ctx, s.Lena, wished); return err }},
		asked("Items.Assignments", func() (any, error) { return sv.Items.Assignments(ctx, v, dto.AssignmentQuery{}) }),
		asked("Items.Shopping", func() (any, error) { return sv.Items.Shopping(ctx, v, dto.ShoppingQuery{}) }),
		asked("Occasions.Items", func() (any, error) { return sv.Occasions.Items(ctx, v, s.Christmas) }),
		asked("Occasions.Next", func() (any, error) { return sv.Occasions.Next(ctx, v, s.Christmas) }),
		asked("Undo.Recent", func() (any, error) { return sv.Undo.Recent(ctx, v) }),
		asked("Comments.Thread", func() (any, error) { return sv.Comments.Thread(ctx, v, on, dto.Query{}) }),
		asked("Comments.Mentions", func() (any, error) { return sv.Comments.Mentions(ctx, v, dto.Query{}) }),
		asked("Comments.Counts", func() (any, error) { return sv.Comments.Counts(ctx, v, domain.EntityGift, []string{gift}) }),
		asked("Tags.Index", func() (any, error) { return sv.Tags.Index(ctx, v, dto.TagQuery{}) }),
		asked("Tags.Page", func() (any, error) { return sv.Tags.Page(ctx, v, tag, dto.Query{}) }),
		asked("Tags.Get", func() (any, error) { return sv.Tags.Get(ctx, v, tag) }),
		asked("SeenBy.List", func() (any, error) { return sv.SeenBy.List(ctx, v, wish, dto.Eyes{PersonID: s.LenaPerson}) }),
		asked("SeenBy.List, a plan", func() (any, error) { return sv.SeenBy.List(ctx, v, list, dto.Eyes{PersonID: s.LenaPerson}) }),
		asked("SeenBy.Person", func() (any, error) { return sv.SeenBy.Person(ctx, v, dto.Eyes{PersonID: s.LenaPerson}) }),
		asked("Activity.Index", func() (any, error) { return sv.Activity.Index(ctx, v, dto.ActivityQuery{}) }),
		asked("Trash.Index", func() (any, error) { return sv.Trash.Index(ctx, v, dto.Query{}) }),
		asked("Search.All", func() (any, error) { return sv.Search.All(ctx, v, "ka") }),
	}
}

// onePlanned are the ids of a list of the crowd, and of an item on it with its gift.
func onePlanned(t *testing.T, s *fixture.Stage) (list, gift, item string) {
	t.Helper()
	ctx := t.Context()
	lists, err := s.Services.Lists.Index(ctx, s.Tom, dto.ListQuery{PersonID: s.Ben})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lists.Items {
		if l.Items == 0 {
			continue
		}
		plan, err := s.Services.Items.Plan(ctx, s.Tom, l.ID)
		if err != nil {
			t.Fatal(err)
		}
		one := plan.Groups[0].Items[0]
		return l.ID, one.Gift.ID, one.ID
	}
	t.Fatal("the crowd has no list with an item")
	return "", "", ""
}

// A page asks as much of ten rows as of ten thousand.
func TestEveryReadingAsksAFixedNumberOfQueries(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		few, many := fixture.FamilyAt(t, db, "few.example"), fixture.FamilyAt(t, db, "many.example")
		few.Fill(t, fixture.Crowd{People: 10, Occasions: 10, Lists: 10, Gifts: 10, Items: 10})
		many.Fill(t, fixture.Crowd{People: 10_000, Occasions: 10_000, Lists: 10_000, Gifts: 10_000, Items: 10_000})
		queries := dbtest.Statements(t, db)
		count := func(r reading) int64 {
			before := queries.Load()
			if err := r.ask(); err != nil {
				t.Errorf("%s: %v", r.name, err)
			}
			return queries.Load() - before
		}
		of, ofMany := readings(t, few), readings(t, many)
		table := []string{fmt.Sprintf("%-20s %4s %7s", "queries of", "10", "10,000")}
		for i, r := range of {
			a, b, most := count(r), count(ofMany[i]), int64(10)
			if r.name == "Dashboard.Show" {
				most = 8
			}
			table = append(table, fmt.Sprintf("%-20s %4d %7d", r.name, a, b))
			if a != b || a > most {
				t.Errorf("%s asks %d times of ten rows, %d times of ten thousand; at most %d are good", r.name, a, b, most)
			}
		}
		t.Log("\n" + strings.Join(table, "\n"))
	})
}

// notPages are the exported methods that write, or that belong to no page of things.
var notPages = map[string][]string{
	"Auth": nil, "Invitations": nil, "Users": nil, "Family": nil, "Members": nil, "Purge": nil, "Pictures": nil, "Live": nil, // a few rows each
	"People":    {"Create", "Update", "Archive", "Delete", "Restore"},
	"Occasions": {"Create", "Update", "Archive", "Delete", "Restore", "StartNext", "UndoNext", "AddGiftDays", "GiftDays"},
	"Lists":     {"Create", "Update", "Archive", "Delete", "Restore", "Today"},
	"Gifts":     {"Create", "Update", "Archive", "Delete", "Restore", "Preview", "Fill", "FillMany"},
	"Items": {
		"Add", "Update", "UpdateWish", "DeleteWish", "Archive", "Delete", "Restore", "SetStatus", "Undo", "Assign", "TakeOver", "Order",
		"OrderStep", "Move", "Bulk",
	},
	"Undo":     {"Take", "Last"},
	"Ideas":    {"Draft", "Add", "AddMany"}, // read pages of shops
	"Tags":     {"Create", "Update", "Merge", "Archive", "Delete", "Restore"},
	"Comments": {"Mentionable", "Add", "Edit", "Delete", "Restore", "Resolve", "Reopen"},
}

func TestNoReadingMethodIsForgottenByTheCountOfQueries(t *testing.T) {
	t.Parallel()
	s := fixture.Family(t, dbtest.Open(t))
	s.Fill(t, fixture.Crowd{Lists: 2, Gifts: 2, Items: 2})
	var counted []string
	for _, r := range readings(t, s) {
		counted = append(counted, r.name)
	}
	for field := range reflect.TypeFor[service.Services]().Fields() {
		others, known := notPages[field.Name]
		if known && others == nil {
			continue
		}
		for method := range field.Type.Methods() {
			name := field.Name + "." + method.Name
			if !slices.Contains(counted, name) && !slices.Contains(others, method.Name) {
				t.Errorf("%s is new: count its queries, or say that it is no page's", name)
			}
		}
	}
}
