package browsertest

import (
	"net/http"
	"slices"
	"testing"
	"time"

	"kinlist/internal/dbtest"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestThreeQuickEntersSendOnePost(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		post, next := paths.ListItems(f.list), paths.Lists.One(f.list)
		b := open(t, f.Site, f.Maria)
		slow := slowly(t, f.Site, "POST "+post, "GET "+next)
		b.Go(paths.NewListItem(f.list))
		b.Fill("Title", "Picture book")
		b.Forget()
		b.Key(Enter, Enter)
		slow.reached("POST " + post)
		slow.let("POST " + post)
		slow.reached("GET " + next)
		b.Key(Enter) // while the next page is on its way
		b.Loading(func() { slow.let("GET " + next) })
		if posts := b.Posts(); len(posts) != 1 {
			t.Errorf("posts: %v", posts)
		}
		if rows := Eval[int](b, `document.querySelectorAll('[data-row]').length`); rows != 2 {
			t.Errorf("%d gifts on the list; want the train and one book:\n%s", rows, b.Text("main"))
		}
	})
}

func TestThreeQuickEntersInAPlainFormSendOnePost(t *testing.T) {
	t.Parallel()
	windows(t, func(t *testing.T, open func(testing.TB, string, ...Option) *Browser) {
		site := webtest.Empty(t, dbtest.Open(t), nil)
		b := open(t, site.Server.URL)
		slow := slowly(t, site, "POST "+paths.Setup(), "GET "+paths.Home())
		b.Go(paths.Setup())
		for label, text := range map[string]string{"Family name": "Berg", "Your name": "Maria", "Email": "maria@example.org", "Password": "correct horse"} {
			b.Fill(label, text)
		}
		b.Forget()
		b.Key(Enter, Enter)
		slow.reached("POST " + paths.Setup())
		slow.let("POST " + paths.Setup())
		slow.reached("GET " + paths.Home())
		b.Key(Enter)
		b.Loading(func() { slow.let("GET " + paths.Home()) })
		if posts := b.Posts(); !slices.Equal(posts, []string{paths.Setup()}) || b.Path() != paths.Home() {
			t.Errorf("posts: %v; at %s", posts, b.Path())
		}
	})
}

// slow is a line on which some requests wait until the test lets them through.
type slow struct {
	t       *testing.T
	arrived map[string]chan struct{}
	open    map[string]chan struct{}
}

// slowly makes requests to the site wait, each named by its method and path. A form that is only looked at does not.
func slowly(t *testing.T, site *webtest.Site, requests ...string) *slow {
	t.Helper()
	s := &slow{t, map[string]chan struct{}{}, map[string]chan struct{}{}}
	for _, r := range requests {
		s.arrived[r], s.open[r] = make(chan struct{}, 9), make(chan struct{})
	}
	inner := site.Server.Config.Handler
	site.Server.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := r.Method + " " + r.URL.Path
		if gate, held := s.open[name]; held && !r.URL.Query().Has(paths.CheckName) {
			s.arrived[name] <- struct{}{}
			select {
			case <-gate:
			case <-r.Context().Done():
				return
			}
		}
		inner.ServeHTTP(w, r)
	})
	return s
}

// reached waits until a request has come.
func (s *slow) reached(request string) {
	s.t.Helper()
	select {
	case <-s.arrived[request]:
	case <-time.After(patience):
		s.t.Fatal(request + " was never sent")
	}
}

// let lets a request through, and the like of it from then on.
func (s *slow) let(request string) { close(s.open[request]) }
