package service_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/service"
)

// The promise of Kinlist, in the form in which DOMAIN.md states it: a target cannot learn from any answer that
// something is hidden from them. An admin who is the target has no privilege.
func TestTheTargetIsAnsweredTheSameWithAndWithoutWhatIsHiddenFromThem(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		for seed := range uint64(4) {
			target, givers := "Lena", []string{"Maria", "Tom"}
			if seed%3 == 2 {
				target, givers = "Maria", []string{"Lena", "Tom"}
			}
			t.Run(fmt.Sprintf("%s %d", target, seed), func(t *testing.T) {
				s := newScript(seed, target, givers...)
				with := play(t, db, fmt.Sprintf("with%d.example", seed), s, true)
				without := play(t, db, fmt.Sprintf("without%d.example", seed), s, false)
				names := slices.Clone(with.order)
				with.look(names)
				without.look(names)
				compare(t, with.transcript(), without.transcript())
			})
		}
	})
}

func compare(t *testing.T, with, without []string) {
	t.Helper()
	for i := range min(len(with), len(without)) {
		if with[i] != without[i] {
			at := 0
			for at < min(len(with[i]), len(without[i])) && with[i][at] == without[i][at] {
				at++
			}
			t.Fatalf("answer %d betrays the plan: %.40s …\nwith    … %.300s\nwithout … %.300s", i, with[i],
				with[i][max(0, at-150):], without[i][max(0, at-150):])
		}
	}
	if len(with) != len(without) {
		t.Fatalf("%d answers with, %d without what is hidden", len(with), len(without))
	}
}

// look asks everything as the target: every read of every service, on every id there is in either world.
func (w *world) look(names []string) {
	ctx, v, s := w.t.Context(), w.viewer(w.target), w.Services
	dash, err := s.Dashboard.Show(ctx, v)
	w.sees("dashboard", dash, err)
	members, err := s.People.Members(ctx, v)
	w.sees("members", members, err)
	people, err := s.People.Names(ctx, v)
	w.sees("people names", people, err)
	occasions, err := s.Occasions.Names(ctx, v)
	w.sees("occasion names", occasions, err)
	inbox, err := s.Lists.Inbox(ctx, v)
	w.sees("inbox", inbox, err)
	past, err := s.Occasions.Past(ctx, v)
	w.sees("past", past, err)
	w.lookAtPlans(ctx, v)
	w.lookAtIndexes(ctx, v)
	w.lookAtPlaces(ctx, v)
	w.lookAtOccasions(ctx, v)
	w.lookAtTalk(ctx, v, names)
	w.lookAtAccounts(ctx, v)
	w.lookAtSearch(ctx, v, names)
	for _, name := range names {
		w.lookAt(ctx, v, name)
	}
}

func (w *world) lookAtIndexes(ctx context.Context, v domain.Viewer) {
	s := w.Services
	for _, q := range []dto.Query{
		{},
		{Q: "list-1"},
		{Q: "GIFT-"},
		{Q: "wish"},
		{Limit: 1},
		{Archived: true},
		{Sort: "name"},
		{Sort: "new"},
		{Sort: "title"},
		{Sort: "price"},
		{Sort: "-price"},
		{Sort: "status"},
		{Sort: "date"},
		{Cursor: "junk"},
	} {
		name := fmt.Sprintf("index %+v", q)
		people, err := s.People.Index(ctx, v, dto.PeopleQuery{Query: q})
		w.sees("people "+name, people, err)
		occasions, err := s.Occasions.Index(ctx, v, dto.OccasionQuery{Query: q})
		w.sees("occasions "+name, occasions, err)
		gifts, err := s.Gifts.Index(ctx, v, dto.GiftQuery{Query: q})
		w.sees("gifts "+name, gifts, err)
		for _, f := range []dto.ListQuery{{}, {Type: "gift"}, {PersonID: w.person}, {OccasionID: w.Christmas}} {
			f.Query = q
			lists, err := s.Lists.Index(ctx, v, f)
			w.sees("lists "+name, lists, err)
		}
	}
	for q := (dto.Query{Limit: 2, Sort: "title"}); ; {
		page, err := s.Gifts.Index(ctx, v, dto.GiftQuery{Query: q})
		w.sees("gifts page", page, err)
		if q.Cursor = page.Next; q.Cursor == "" {
			return
		}
	}
}

func (w *world) lookAtPlaces(ctx context.Context, v domain.Viewer) {
	s := w.Services
	for _, id := range []string{w.person, w.Ben} {
		page, err := s.People.Page(ctx, v, id)
		w.sees("person page", page, err)
		person, err := s.People.Get(ctx, v, id)
		w.sees("person", person, err)
	}
	for _, id := range []string{w.Christmas, w.ids["Easter"]} {
		page, err := s.Occasions.Page(ctx, v, id)
		w.sees("occasion page", page, err)
		occasion, err := s.Occasions.Get(ctx, v, id)
		w.sees("occasion", occasion, err)
	}
}

// lookAt asks for one thing by its id in every way; most ways are wrong for it, and those answer alike too.
func (w *world) lookAt(ctx context.Context, v domain.Viewer, name string) {
	s, id := w.Services, w.id(name)
	list, err := s.Lists.Get(ctx, v, id)
	w.sees("list "+name, list, err)
	plan, err := s.Items.Plan(ctx, v, id)
	w.sees("plan "+name, plan, err)
	wishes, err := s.Items.Wishes(ctx, v, id)
	w.sees("wishes "+name, wishes, err)
	page, err := s.Items.Page(ctx, v, id)
	w.sees("item page "+name, page, err)
	wish, of, err := s.Items.Wish(ctx, v, id)
	w.sees("wish "+name, []any{wish, of}, err)
	gift, err := s.Gifts.Get(ctx, v, id)
	w.sees("gift "+name, gift, err)
	giftPage, err := s.Gifts.Page(ctx, v, id)
	w.sees("gift page "+name, giftPage, err)
}

// A method that takes a viewer is found by reflection and asked in two databases (worlds_test.go). One that takes none
// stands here, with what makes it harmless.
func TestEveryServiceMethodTakesAViewerOrIsKnownToNeedNone(t *testing.T) {
	t.Parallel()
	known := map[string][]string{
		// the doors, and the command line, whose caller owns the database
		"Auth":        {"AddUser", "SetPassword", "SetupOpen", "SetupCode", "Setup", "SignIn", "Session", "SignOut", "ResetOffer", "ResetPassword"},
		"Invitations": {"Offer", "Accept"}, // of somebody who is nobody's viewer yet
		"Lists":       {"Today"},           // a date
		"Purge":       {"Run", "Count"},    // the command line
		// that something changed in a family; what, they see who look for themselves (web/live_test.go)
		"Live": {"Listen", "Follow", "Close"},
	}
	context, viewer := reflect.TypeFor[context.Context](), reflect.TypeFor[domain.Viewer]()
	for field := range reflect.TypeFor[service.Services]().Fields() {
		for method := range field.Type.Methods() {
			in := method.Type
			seen := in.NumIn() > 2 && in.In(1) == context && in.In(2) == viewer
			if !seen && !slices.Contains(known[field.Name], method.Name) {
				t.Errorf("%s.%s takes no viewer: whom does it answer?", field.Name, method.Name)
			}
		}
	}
}
