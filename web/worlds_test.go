package web_test

import (
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/labstack/echo/v5"

	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/paths"
	"kinlist/internal/worlds"
	"kinlist/web/webtest"
)

// The promise of Kinlist over HTTP: of two databases that differ only in what is hidden from a viewer, every route
// answers that viewer the same, byte for byte. The routes are those of the router's table; one that this file does not
// know fails the test. Cases 1 to 9, and by somebody of another family 10 and 38.
func TestEveryRouteAnswersAViewerTheSameWithAndWithoutWhatIsHiddenFromThem(t *testing.T) {
	t.Parallel()
	w := worlds.Build(t, dbtest.Fresh(t), 2, 200)
	viewers := w.Viewers()
	viewers["Elsewhere"] = w.Other.Tom // Lena would sign in at home
	for name, v := range viewers {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			newWalk(t, name, v, w.Copies(t, v)).all()
		})
	}
}

// places says what an id in an address speaks of, by how the address begins.
var places = map[string]worlds.Kind{
	"/people": worlds.People, "/occasions": worlds.Occasions, "/lists": worlds.Lists, "/gifts": worlds.Gifts, "/items": worlds.Items,
	"/ideas":    worlds.Lists,
	"/comments": worlds.Comments,
	"/tags":     worlds.Tags,
	"/undo":     worlds.UndoSteps,
	"/pictures": worlds.Pictures,
	"/settings": worlds.Users, "/settings/sessions": worlds.Sessions, "/settings/invitations": worlds.Invitations,
}

// elsewhere are the routes that tell nothing of a family: the doors, and what machines ask.
var elsewhere = []string{
	"/setup", "/login", "/logout", "/healthz", "/readyz", "/static/:name", "/manifest.webmanifest", "/ideas/bookmarklet", "/shortcuts",
	"/invite/:token", "/invite/:token/join", "/reset/:token",
}

// parting are the routes by which whoever walks would leave the family: the walk is over then. What they answer is
// compared as the services' answers. And a link that would open another family's things too has to be refused: that there
// is another family cannot be kept from the admin who asked.
var parting = []string{"/settings/family/switch", "/settings/members/:id/remove", "/settings/members/:id/reset"}

// sent says what a person may send to a route, by what the address ends in behind the kind of thing.
var sent = map[string][]any{
	"/people": {dto.PersonInput{}}, "/people/:id": {dto.PersonInput{}},
	"/occasions": {dto.OccasionInput{}}, "/occasions/:id": {dto.OccasionInput{}},
	"/occasions/:id/next": nil, "/occasions/:id/next/undo": nil, "/occasions/gift-days": {dto.GiftDaysInput{}},
	"/lists": {dto.ListInput{}}, "/lists/:id": {dto.ListInput{}}, "/lists/:id/items": {dto.AddInput{}},
	"/gifts": {dto.GiftInput{}}, "/gifts/:id": {dto.GiftInput{}},
	"/items/:id": {dto.ItemInput{}}, "/items/:id/status": {dto.StatusInput{}}, "/items/:id/assign": {dto.AssignInput{}},
	"/ideas/new": {dto.IdeaInput{}}, "/ideas/quick": {dto.QuickIdea{}}, "/ideas/many": {dto.ManyInput{}}, "/ideas/reading": {dto.ReadingInput{}}, "/gifts/:id/read": nil,
	"/items/:id/undo": nil, "/items/:id/take-over": nil, "/items/:id/move": {dto.MoveInput{}}, "/items/:id/order": {dto.OrderInput{}},
	"/tags": {dto.TagInput{}}, "/tags/:id": {dto.TagInput{}}, "/tags/:id/merge": {dto.MergeInput{}},
	"/comments": {dto.Parent{}, dto.CommentInput{}}, "/comments/:id": {dto.Parent{}, dto.CommentInput{}}, "/comments/:id/resolve": nil, "/comments/:id/reopen": nil,
	"/settings/profile": {dto.ProfileInput{}}, "/settings/password": {dto.PasswordInput{}}, "/settings/appearance": {dto.SettingsInput{}},
	"/settings/keyboard": nil, "/settings/sessions/:id/end": nil, "/settings/sessions/end": nil, "/settings/family": {dto.FamilyInput{}},
	"/settings/members/:id/role": {dto.RoleInput{}},
	"/settings/invitations":      {dto.InvitationInput{}}, "/settings/invitations/:id/withdraw": nil,
	"/items/bulk": {dto.BulkInput{}}, "/undo": {dto.UndoInput{}},
	"/gifts/:id/picture": nil, "/gifts/:id/picture/delete": nil, "/people/:id/picture": nil, "/people/:id/picture/delete": nil,
}

// nothing is sent to these, whatever they do it to, but that one is sure.
var marks = []string{"/archive", "/restore", "/delete"}

// queries are what an address is asked with beyond its own.
var queries = []string{"?q=drums", "?line=Drums+@Lena+40+%23red+https://shop.example/p/7", "?sort=name", "?sort=price&limit=2", "?archived=true", "?person_id=PERSON", "?link=https://shop.example/p/7&title=Drums", "?status=buying&sort=status&assigned_to=x&include=status"}

// sheets are what the addresses of paper and tables are asked with: every sheet there is, and how it may look.
var sheets = map[string][]string{
	"/lists/:id/print":     {"?group=person&qr=true", "?group=shop&safe=true", "?group=buyer&paper=letter", "?group=none&auto=true", "?safe=true&qr=true"},
	"/occasions/:id/print": {"?sheet=summary&safe=true", "?sheet=summary&qr=true", "?sheet=wrapping&qr=true", "?sheet=wrapping&safe=true", "?sheet=tags&label=5160&used=4&dx=1", "?sheet=thanks", "?sheet=thanks&safe=true&qr=true"},
	"/people/:id/print":    {"?safe=true", "?qr=true"},
	"/assignments/print":   {"?group=person&qr=true", "?group=occasion&safe=true", "?buyer=none", "?status=gifted"},
	"/lists/:id/budget":    {"?price=40&quantity=2", "?price=40&currency=USD", "?planned_price=900"},
	"/items/:id/budget":    {"?planned_price=40&quantity=2", "?actual_price=900"},
	"/assignments.csv":     {"?group=person", "?buyer=none", "?status=gifted"},
}

// site is where both copies of a world are seen: it stands in links that are handed over, and in the codes on paper.
const site = "kinlist.example"

// things is how many things of a kind each address is asked for in a look.
const things = 12

// walk is one viewer before both copies of a world.
type walk struct {
	t      *testing.T
	who    string
	pair   worlds.Pair
	rnd    *rand.Rand
	routes echo.Routes
	sites  [2]*webtest.Browser
	names  [2]*worlds.Names
}

func newWalk(t *testing.T, who string, v domain.Viewer, pair worlds.Pair) *walk {
	t.Helper()
	with, without := webtest.Serve(t, pair.With), webtest.Serve(t, pair.Without)
	return &walk{
		t: t, who: who, pair: pair, rnd: rand.New(rand.NewPCG(3, 3)), routes: routes(t, with),
		sites: [2]*webtest.Browser{with.Browser(t).With("Host", site).SignIn(v), without.Browser(t).With("Host", site).SignIn(v)},
		names: [2]*worlds.Names{worlds.NewNames(pair.Pool), worlds.NewNames(pair.Pool)},
	}
}

// all looks at every page, asks about fields of every form, sends every form, and looks again.
func (w *walk) all() {
	w.t.Helper()
	w.look()
	w.check()
	w.send()
	w.look()
	for _, s := range w.sites { // who is signed out learns nothing, and tells nothing
		if a := s.Get(paths.Home()); a.Status != http.StatusOK {
			w.t.Errorf("%s was not signed in to the end: %d", w.who, a.Status)
		}
	}
}

func (w *walk) look() {
	w.t.Helper()
	for _, r := range w.routes {
		if r.Method != http.MethodGet || slices.Contains(elsewhere, r.Path) {
			continue
		}
		if r.Path == paths.Events() {
			w.listen()
			continue
		}
		if !strings.Contains(r.Path, ":") {
			w.inEveryForm(r.Path)
			for _, query := range queries {
				w.inOneForm(r.Path + strings.Replace(query, "PERSON", w.oneOf(w.pair.Pool[worlds.People]), 1))
			}
			for _, query := range sheets[r.Path] {
				w.inOneForm(r.Path + query)
			}
			continue
		}
		kind := w.kindOf(r.Path)
		for range things {
			w.inOneForm(w.address(r.Path, w.pair.Pool[kind]))
		}
		for _, query := range sheets[r.Path] {
			for range things / 2 {
				w.inOneForm(w.address(r.Path, w.pair.Pool[kind]) + query)
			}
		}
		for range things / 4 {
			w.inOneForm(w.address(r.Path, w.pair.Pool.All()))
		}
	}
}

// listen opens streams, and compares what they send to a browser that has nothing yet.
func (w *walk) listen() {
	w.t.Helper()
	for range things / 2 {
		for _, of := range [][2]string{
			{"list", w.oneOf(w.pair.Pool[worlds.Lists])},
			{"item", w.oneOf(w.pair.Pool[worlds.Items])},
			{"list", w.oneOf(w.pair.Pool.All())},
			{"page", "dashboard"},
			{"person", w.oneOf(w.pair.Pool[worlds.People])},
			{"occasion", w.oneOf(w.pair.Pool[worlds.Occasions])},
			{"gift", w.oneOf(w.pair.Pool[worlds.Gifts])},
			{"page", "assignments"},
		} {
			path := paths.EventsOf(of[0], of[1])
			var answers [2]string
			for i, site := range w.sites {
				stream := site.Listen(path, "nothing")
				e, _ := stream.Next()
				stream.Leave()
				answers[i] = w.names[i].Text(http.StatusText(stream.Status) + e.Name + e.Data)
			}
			if !worlds.Same(w.t, w.who, path, answers[0], answers[1]) {
				w.t.FailNow()
			}
		}
	}
}

func (w *walk) oneOf(ids []string) string { return ids[w.rnd.IntN(len(ids))] }

// address is a route's address with one of the ids in it, and with somebody of the family where it names a person too.
func (w *walk) address(route string, ids []string) string {
	at := strings.Replace(route, ":id", w.oneOf(ids), 1)
	return strings.Replace(at, ":person", w.oneOf(w.pair.Pool[worlds.People]), 1)
}

// kindOf is what the id of an address speaks of.
func (w *walk) kindOf(path string) worlds.Kind {
	w.t.Helper()
	parts := strings.Split(path, "/")
	kind, known := places["/"+parts[1]]
	if len(parts) > 2 && places["/"+parts[1]+"/"+parts[2]] != "" {
		kind = places["/"+parts[1]+"/"+parts[2]]
	}
	if !known || strings.Count(strings.Replace(path, ":person", "", 1), ":") != strings.Count(path, ":id") {
		w.t.Fatalf("%s is a new route: say in places what its id is, so that what is hidden from a viewer is looked for there", path)
	}
	return kind
}

// inEveryForm asks for an address as a page, as a part and as JSON.
func (w *walk) inEveryForm(path string) {
	w.t.Helper()
	w.ask(http.MethodGet, path, nil, "", "")
	w.ask(http.MethodGet, path, nil, "HX-Request", "true")
	w.ask(http.MethodGet, path, nil, "Accept", "application/json")
}

// inOneForm asks for an address in one of the three ways.
func (w *walk) inOneForm(path string) {
	w.t.Helper()
	how := [][2]string{{"", ""}, {"HX-Request", "true"}, {"Accept", "application/json"}}[w.rnd.IntN(3)]
	w.ask(http.MethodGet, path, nil, how[0], how[1])
}

// send sends every form about a few things of every kind.
func (w *walk) send() {
	w.t.Helper()
	for _, r := range w.routes {
		if r.Method != http.MethodPost || slices.Contains(elsewhere, r.Path) || slices.Contains(parting, r.Path) {
			continue
		}
		inputs, known := sent[r.Path]
		if !known && !slices.ContainsFunc(marks, func(m string) bool { return strings.HasSuffix(r.Path, "/:id"+m) }) {
			w.t.Fatalf("%s is a new route: say in sent what a person may send there, so that what is hidden from a viewer is looked for", r.Path)
		}
		ids := w.pair.Pool[w.kindOf(r.Path)]
		if len(ids) == 0 { // by chance nobody made one
			ids = w.pair.Pool.All()
		}
		for range 6 {
			id := ids[w.rnd.IntN(len(ids))]
			form := w.pair.Form(w.t, w.rnd, w.kindOf(r.Path), id, inputs...)
			if w.rnd.IntN(2) == 0 {
				form.Set("sure", "1")
			}
			header := []string{"", "HX-Request"}[w.rnd.IntN(2)]
			w.ask(http.MethodPost, strings.Replace(r.Path, ":id", id, 1), form, header, "true")
		}
	}
}

// check asks about single fields of every form, and of routes that have none; a check answers no more than a form that is
// sent, and changes nothing.
func (w *walk) check() {
	w.t.Helper()
	var before [2]map[string]string
	for i, db := range w.pair.Databases {
		before[i] = worlds.Rows(w.t, db)
	}
	for _, r := range w.routes {
		if r.Method != http.MethodPost {
			continue
		}
		ids, kind := w.pair.Pool.All(), worlds.People
		if !slices.Contains(elsewhere, r.Path) {
			kind = w.kindOf(r.Path)
			ids = append(ids[:1:1], w.pair.Pool[kind]...)
		}
		for range 4 {
			id := w.oneOf(ids)
			form := w.pair.Form(w.t, w.rnd, kind, id, sent[r.Path]...)
			controls := append(slices.Sorted(maps.Keys(form)), "nothing")
			w.ask(http.MethodPost, paths.Check(strings.Replace(r.Path, ":id", id, 1), w.oneOf(controls)), form, "HX-Request", "true")
		}
	}
	for i, db := range w.pair.Databases {
		worlds.Unchanged(w.t, before[i], worlds.Rows(w.t, db))
	}
}

// ask asks both sites the same.
func (w *walk) ask(method, path string, form url.Values, header, value string) {
	w.t.Helper()
	var answers [2]string
	for i, site := range w.sites {
		if header != "" {
			site = site.With(header, value)
		}
		var a webtest.Answer
		if method == http.MethodPost {
			a = site.Post(path, form)
		} else {
			a = site.Get(path)
		}
		if a.Status >= http.StatusInternalServerError {
			w.t.Fatalf("%s %s %v: %d\n%s", method, path, form, a.Status, a.Body)
		}
		answers[i] = w.names[i].Text(plain(a))
	}
	if !worlds.Same(w.t, w.who, method+" "+path+" "+form.Encode()+" "+header, answers[0], answers[1]) {
		w.t.FailNow()
	}
}

// plain is an answer without what differs from request to request.
func plain(a webtest.Answer) string {
	trace := a.Header.Get("X-Trace-Id")
	for _, name := range []string{"X-Trace-Id", "Date", "Set-Cookie"} {
		a.Header.Del(name)
	}
	text := http.StatusText(a.Status) + " " + a.Location + "\n" + headers(a) + "\n" + a.Body
	if trace != "" {
		text = strings.ReplaceAll(text, trace, "TRACE")
	}
	if !strings.Contains(text, "seen=") {
		return text
	}
	return seen.ReplaceAllString(text, "")
}

// seen is the digest of what a page shows. What is made in both copies has other ids in each, which no digest tells; what
// the digest is of is compared itself.
var seen = regexp.MustCompile(`[?&](amp;)?seen=[^"]*`)
