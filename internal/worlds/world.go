// Package worlds is for tests of the surprise rule: it builds a family by chance, hides in a copy of its database what a
// viewer may not see, and asks both the same. Whoever looks must get the same answers from both, byte for byte. What is
// hidden is stated here on its own, on rows, and not taken from the repositories' scope: the two are checked against
// each other.
package worlds

import (
	"context"
	"fmt"
	"math/rand/v2"
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
)

// World is a family over a database at an address that nobody is connected to: copies of it are looked at.
type World struct {
	Stage     *fixture.Stage
	Other     *fixture.Stage // another family in the same database
	New       *fixture.Stage // and one on its first day, which has nothing but what one of its two keeps to herself
	Elsewhere domain.Viewer  // Lena again, as a member of that one
	Pool      Pool           // every id there is
	address   string
	gifts     []string // that stand on a list
	plans     []string // the lists
}

// Viewers are those who may look: a target who is a member, a target who is an admin, somebody who is no target, and a
// guest whom things are planned for; a member of another family, who is to see nothing at all; and one of
// two in a new family, whose pages say that nothing is there.
func (w *World) Viewers() map[string]domain.Viewer {
	return map[string]domain.Viewer{"Lena": w.Stage.Lena, "Maria": w.Stage.Maria, "Tom": w.Stage.Tom, "Gast": w.Stage.Gast, "Elsewhere": w.Elsewhere, "Newcomer": w.New.Tom}
}

// Build makes a family by chance in the empty database at an address: first what every family has, lists of every
// visibility for everybody with gifts on them, then calls of any service by any member, and last what turns away from
// whoever did it.
func Build(tb testing.TB, address string, seed uint64, calls int) *World {
	tb.Helper()
	db := open(tb, address)
	w := &World{Stage: fixture.Family(tb, db), address: address}
	s := w.Stage
	s.Maria.PersonID = s.Person(tb, dto.PersonInput{DisplayName: "Maria", Relationship: "spouse", UserID: s.Maria.UserID})
	s.Gast.PersonID = s.Person(tb, dto.PersonInput{DisplayName: "Gast", Relationship: "extended", UserID: s.Gast.UserID})
	w.Other = fixture.FamilyAt(tb, db, "elsewhere.example")
	w.New = fixture.NewFamilyAt(tb, db, "new.example")
	w.New.Tom = w.New.Join(tb, w.New.Home, "Tom", domain.RoleAdmin)
	w.New.List(tb, w.New.Maria, dto.ListInput{Name: "Mine", Type: "gift", Visibility: "owner"})
	w.Elsewhere = elsewhere(tb, w.Other, s.Lena)
	rnd := rand.New(rand.NewPCG(seed, 23))
	w.lists(tb, rnd)
	w.leave(tb)
	w.play(tb, db, rnd, calls)
	for _, v := range []*domain.Viewer{&s.Lena, &s.Maria, &s.Tom, &s.Gast, &w.Elsewhere, &w.Other.Tom, &w.New.Tom} {
		asSignedIn(tb, db, v)
	}
	w.turn(tb, db)
	w.Pool = poolOf(tb, db)
	if err := db.Close(); err != nil {
		tb.Fatal(err)
	}
	return w
}

// asSignedIn is a viewer as a session makes them after what was played: their role and their person may be others now.
func asSignedIn(tb testing.TB, db *database.DB, v *domain.Viewer) {
	tb.Helper()
	read := func(table, column, where string) string {
		var found []string
		if err := db.Read.Table(table).Where("user_id = ? AND family_id = ?"+where, v.UserID, v.FamilyID).Pluck(column, &found).Error; err != nil {
			tb.Fatal(err)
		}
		return strings.Join(found, "")
	}
	v.PersonID = read("people", "id", " AND deleted_at IS NULL")
	v.Role = domain.Role(read("memberships", "role", ""))
}

// elsewhere makes a user a member of another family.
func elsewhere(tb testing.TB, other *fixture.Stage, v domain.Viewer) domain.Viewer {
	tb.Helper()
	ctx := tb.Context()
	err := other.Store.InTx(ctx, func(tx *repository.Store) error {
		return tx.Accounts.CreateMembership(ctx, &model.Membership{UserID: v.UserID, FamilyID: other.Home.ID, Role: domain.RoleMember})
	})
	if err != nil {
		tb.Fatal(err)
	}
	there := other.Tom
	there.UserID = v.UserID
	return there
}

func open(tb testing.TB, address string) *database.DB {
	tb.Helper()
	db, err := database.Open(tb.Context(), address, quiet)
	if err != nil {
		tb.Fatal(err)
	}
	return db
}

// lists makes lists of every owner, target and visibility, with gifts that their owners and others put there. What
// makes no sense, as a list hidden from oneself, is refused and left out.
func (w *World) lists(tb testing.TB, rnd *rand.Rand) {
	tb.Helper()
	s, ctx := w.Stage, tb.Context()
	givers := w.givers()
	for _, owner := range givers {
		for _, target := range []string{s.LenaPerson, s.Maria.PersonID, s.Gast.PersonID, s.Ben, ""} {
			for _, visibility := range domain.Visibilities {
				w.tick()
				list, err := s.Services.Lists.Create(ctx, owner, dto.ListInput{
					Name: fmt.Sprint("List ", rnd.IntN(1000)), Type: "gift", TargetPersonID: target, Visibility: string(visibility),
					OccasionID: []string{"", s.Christmas}[rnd.IntN(2)],
				})
				if err != nil {
					continue
				}
				w.plans = append(w.plans, list)
				for _, by := range []domain.Viewer{owner, givers[rnd.IntN(len(givers))]} {
					w.gift(ctx, rnd, by, list)
				}
			}
		}
	}
}

// givers are the members who plan.
func (w *World) givers() []domain.Viewer {
	return []domain.Viewer{w.Stage.Maria, w.Stage.Tom, w.Stage.Lena}
}

// gift puts a gift on a list, at whatever status: a new one or one that stands elsewhere already: then it may be seen here,
// and there not. Now and then it is talked about and moved on, so that what was done to it was done on another list.
func (w *World) gift(ctx context.Context, rnd *rand.Rand, by domain.Viewer, list string) {
	w.tick()
	in := dto.AddInput{
		ItemInput: dto.ItemInput{Privacy: []string{"", "shared", "hidden_from_target"}[rnd.IntN(3)], Notes: []string{"", "For " + word(rnd)}[rnd.IntN(2)]},
		GiftInput: dto.GiftInput{
			Title: fmt.Sprint("Gift ", rnd.IntN(1000)), Price: fmt.Sprint(rnd.IntN(90)), Tags: word(rnd),
			Link: link(rnd),
		},
		Sure: true,
	}
	if len(w.gifts) > 0 && rnd.IntN(2) == 0 {
		in.GiftID = one(rnd, w.gifts)
	}
	item, err := w.Stage.Services.Items.Add(ctx, by, list, in)
	if err != nil {
		return
	}
	standing, err := w.Stage.Store.Items.Standing(ctx, by, item)
	if err != nil {
		return
	}
	w.gifts = append(w.gifts, standing.GiftID)
	_, _ = w.Stage.Services.Items.SetStatus(ctx, one(rnd, w.givers()), item, dto.StatusInput{Status: string(one(rnd, domain.Statuses)), Sure: true})
	if rnd.IntN(4) == 0 {
		_, _ = w.Stage.Services.Comments.Add(ctx, by, dto.Parent{ParentType: domain.EntityItem, ParentID: item}, dto.CommentInput{Body: "For " + word(rnd)})
		_, _ = w.Stage.Services.Items.Move(ctx, one(rnd, w.givers()), item, dto.MoveInput{ListID: one(rnd, w.plans)})
	}
	if rnd.IntN(2) == 0 {
		_ = w.Stage.Services.Pictures.AddToGift(ctx, by, standing.GiftID, fixture.Picture())
	}
}

// play lets any member call any method of any service.
func (w *World) play(tb testing.TB, db *database.DB, rnd *rand.Rand, calls int) {
	tb.Helper()
	everybody := []domain.Viewer{w.Stage.Maria, w.Stage.Tom, w.Stage.Lena, w.Stage.Tom, w.Stage.Maria, w.Stage.Gast}
	methods := Methods(w.Stage.Services)
	for i := range calls {
		if i%20 == 0 {
			w.Pool = poolOf(tb, db)
		}
		w.tick()
		m := methods[rnd.IntN(len(methods))]
		if m.parts() || m.tooMuch() && rnd.IntN(4) > 0 { // a family of which most is in the trash shows little
			continue
		}
		gen := &generator{rnd: rnd, pool: w.Pool, versions: versionsOf(tb, db)}
		m.Call(tb.Context(), everybody[rnd.IntN(len(everybody))], gen.args(m))
	}
}

func (w *World) tick() { w.Stage.Clock.T = w.Stage.Clock.T.Add(time.Minute) }

// Pair is the world twice: as it is, and without what is hidden from the viewer.
type Pair struct {
	With, Without *fixture.Stage
	Databases     [2]*database.DB // with, without
	Pool          Pool
}

// Copies returns the world twice for a viewer.
func (w *World) Copies(tb testing.TB, v domain.Viewer) Pair {
	tb.Helper()
	stage := w.Stage
	for _, s := range []*fixture.Stage{w.Other, w.New} {
		if v.FamilyID == s.Home.ID {
			stage = s
		}
	}
	with, without := dbtest.Connect(tb, dbtest.Copy(tb, w.address)), dbtest.Connect(tb, dbtest.Copy(tb, w.address))
	hide(tb, without, v)
	clock := *w.Stage.Clock
	return Pair{stage.Over(with, &clock), stage.Over(without, &clock), [2]*database.DB{with, without}, w.Pool}
}
