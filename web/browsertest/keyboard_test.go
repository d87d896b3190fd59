package browsertest

import (
	"net/http"
	"strings"
	"testing"

	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

// family is a site on which Maria plans one gift for Ben.
type family struct {
	*webtest.Site
	list, item string
}

func newFamily(t *testing.T) family {
	t.Helper()
	site := webtest.Family(t, dbtest.Open(t))
	list := site.List(t, site.Maria, listFor("For Ben", site.Ben, site.Christmas))
	return family{site, list, site.Item(t, site.Maria, list, fixture.Gift("Wooden train", "39,90"))}
}

// open opens a window in which a member is signed in.
func open(t *testing.T, s *webtest.Site, v domain.Viewer, options ...Option) *Browser {
	t.Helper()
	b := Open(t, s.Server.URL, options...)
	b.SignIn(s.SetPassword(t, v), fixture.Password)
	return b
}

func TestAGiftIsAddedAndMovedByKeyboardAlone(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Home())
		b.TabTo("nav a", "Lists")
		b.Loading(func() { b.Key(Enter) })
		b.TabTo("a.item", "For Ben")
		b.Loading(func() { b.Key(Enter) })
		b.TabTo("a", "Add a gift")
		b.Loading(func() { b.Key(Enter) })
		b.TabToField("Title")
		b.Type("Picture book")
		b.Loading(func() { b.Key(Enter) })

		b.TabTo(b.Row("Picture book")+" .c-status a", "")
		b.Key(Enter)
		b.pick("Shortlisted")
		b.Says("#group-shortlisted [data-row]", "Picture book")
	})
}

func TestTheFirstTabLeadsPastTheNavigation(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		b.Key(Tab)
		if text := b.Text(":focus"); text != "Skip to the content" {
			t.Fatalf("the first Tab leads to %q", text)
		}
		b.Key(Enter)
		b.Wait(`document.activeElement.id === 'main'`)
	})
}

func TestAfterAStatusChangeTheFocusIsOnTheSameRow(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		for _, status := range []string{"Shortlisted", "Buying"} {
			b.TabTo(b.Row("Wooden train")+" .c-status a", "")
			b.Key(Enter)
			b.pick(status)
			b.Says("#group-"+strings.ToLower(status), "Wooden train")
			b.Wait(`document.activeElement.closest('[data-row]') !== null`)
			if got, want := b.Focused(), "a#status-"+f.item; got != want {
				t.Errorf("after %s the focus is on %s; want %s", status, got, want)
			}
		}
	})
}

func TestEscapeClosesTheStatusMenuAndGoesBackToItsButton(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		b.TabTo(b.Row("Wooden train")+" .c-status a", "")
		b.Key(Enter)
		b.Wait(`document.activeElement.closest(':popover-open')`)
		b.Key(Escape)
		b.Wait(`!document.querySelector(':popover-open')`)
		if got, want := b.Focused(), "a#status-"+f.item; got != want {
			t.Errorf("the focus is on %s; want %s", got, want)
		}
	})
}

func TestWhatIsWrongWithAFormTakesTheFocusAndLeadsToTheField(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		sendsNothing(t, f, open(t, f.Site, f.Maria))
	})
}

func TestWhatIsWrongWithAFormTakesTheFocusWithoutJavaScriptToo(t *testing.T) {
	t.Parallel()
	f := newFamily(t)
	sendsNothing(t, f, open(t, f.Site, f.Maria, NoScript))
}

// sendsNothing sends a form without what it needs, and goes from the summary to the field.
func sendsNothing(t *testing.T, f family, b *Browser) {
	t.Helper()
	b.Expect(http.StatusUnprocessableEntity)
	b.Go(paths.NewListItem(f.list))
	b.Fill("Price", "12,50")
	b.Key(Enter)
	b.Wait(`document.activeElement.id === 'errors'`)
	b.Wait(`document.title.startsWith('Error: ')`)
	if price := b.Value("Price"); price != "12,50" {
		t.Errorf("the form came back with the price %q", price)
	}
	b.TabTo("#errors a", "")
	b.Key(Enter)
	b.Wait(`document.activeElement === document.querySelector('[aria-invalid=true]') && document.activeElement.id === 'title'`)
}
