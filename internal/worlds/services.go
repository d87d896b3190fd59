package worlds

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
)

// How often a read without an id is asked, how much more often one that is about anything that is talked about, and how many
// changes the viewer makes between the two looks at everything.
const (
	asks    = 3
	parents = 60
	changes = 60
)

// CompareServices asks both copies everything as the viewer, lets the viewer change things in both alike, and asks again.
func (p Pair) CompareServices(tb testing.TB, who string, v domain.Viewer, seed uint64) {
	tb.Helper()
	c := comparison{
		tb: tb, pair: p, who: who, viewer: v, rnd: rand.New(rand.NewPCG(seed, 5)),
		with: Methods(p.With.Services), without: Methods(p.Without.Services), names: [2]*Names{NewNames(p.Pool), NewNames(p.Pool)},
	}
	c.look()
	c.takeBack()
	c.change()
	c.look()
}

type comparison struct {
	tb            testing.TB
	pair          Pair
	who           string
	viewer        domain.Viewer
	rnd           *rand.Rand
	with, without []Method
	names         [2]*Names
	failed        int
}

// look asks every read about every id that it could be meant for, and some that it is not meant for.
func (c *comparison) look() {
	c.tb.Helper()
	statements := [2]func() int64{}
	for i, db := range c.pair.Databases {
		statements[i] = dbtest.Statements(c.tb, db).Load
	}
	for i, m := range c.with {
		if !m.Reads() {
			continue
		}
		for _, args := range c.questions(m) {
			before := [2]int64{statements[0](), statements[1]()}
			if !c.ask(i, args) {
				break
			}
			// As many statements: what is hidden answers as fast as what never was.
			if with, without := statements[0]()-before[0], statements[1]()-before[1]; with != without {
				c.tb.Errorf("%s can tell by the time that %s takes: %d statements, %d without what is hidden", c.who, question(m, args), with, without)
			}
		}
	}
}

// takeBack lets the viewer take back, in both copies, every change of theirs that chance would seldom meet in time: the
// newest first, what they may know of and what they may not.
func (c *comparison) takeBack() {
	c.tb.Helper()
	var batches []string
	err := c.pair.Databases[0].Read.Table("undo_steps").Where("actor_id = ?", c.viewer.UserID).
		Order("id DESC").Pluck("batch_id", &batches).Error
	if err != nil {
		c.tb.Fatal(err)
	}
	take := slices.IndexFunc(c.with, func(m Method) bool { return m.String() == "Undo.Take" })
	for _, id := range slices.Compact(batches) {
		c.ask(take, []any{id})
	}
}

// change lets the viewer make changes in both copies.
func (c *comparison) change() {
	c.tb.Helper()
	for range changes {
		i := c.rnd.IntN(len(c.with))
		if m := c.with[i]; m.Reads() || m.tooMuch() && c.rnd.IntN(3) > 0 {
			continue
		}
		c.pair.With.Clock.T = c.pair.With.Clock.T.Add(1e9)
		gen := generator{rnd: c.rnd, pool: c.pair.Pool, versions: versionsOf(c.tb, c.pair.Databases[0])}
		c.ask(i, gen.args(c.with[i]))
	}
}

// ask asks both copies the same; false ends a run of questions about one method that has failed already.
func (c *comparison) ask(i int, args []any) bool {
	c.tb.Helper()
	with := c.names[0].Text(c.with[i].Call(c.tb.Context(), c.viewer, args))
	without := c.names[1].Text(c.without[i].Call(c.tb.Context(), c.viewer, args))
	if Same(c.tb, c.who, question(c.with[i], args), with, without) {
		return true
	}
	if c.failed++; c.failed > 5 {
		c.tb.Fatal("and so on")
	}
	return false
}

// question is a call as a person reads it.
func question(m Method, args []any) string {
	asked := fmt.Sprintf("%s%+v", m, args)
	return asked[:min(len(asked), 400)]
}

// questions are the arguments that a read is asked with.
func (c *comparison) questions(m Method) [][]any {
	gen := func() []any {
		g := generator{rnd: c.rnd, pool: c.pair.Pool, versions: map[string]int64{}}
		return g.args(m)
	}
	if len(m.args) == 0 {
		return [][]any{gen()}
	}
	var all [][]any
	if m.args[0].Kind() == reflect.String {
		for _, id := range c.pair.Pool.Pick(kinds[m.Service], 20) {
			args := gen()
			args[0] = reflect.ValueOf(id).Convert(m.args[0]).Interface()
			all = append(all, args)
		}
		for range asks { // or it means a link
			args := gen()
			args[0] = reflect.ValueOf(link(c.rnd)).Convert(m.args[0]).Interface()
			all = append(all, args)
		}
		return all
	}
	all = append(all, zero(m.args))
	n := asks
	if m.args[0].Kind() == reflect.Slice { // of ids
		n = 20
	}
	if m.args[0] == reflect.TypeFor[dto.Parent]() { // as good as an id, of one of five kinds
		n = asks * parents
	}
	for range n {
		all = append(all, gen())
	}
	// A form with several fields filled in finds next to nothing: each field is asked by itself, too.
	g := generator{rnd: c.rnd, pool: c.pair.Pool, versions: map[string]int64{}}
	for _, form := range g.fieldByField(m.args[0], m.Service) {
		args := zero(m.args)
		args[0] = form.Interface()
		all = append(all, args)
	}
	return all
}

// zero asks for nothing in particular.
func zero(types []reflect.Type) []any {
	args := make([]any, len(types))
	for i, t := range types {
		args[i] = reflect.Zero(t).Interface()
	}
	return args
}
