package browsertest

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"

	"kinlist/internal/dbtest"
	"kinlist/internal/fixture"
	"kinlist/internal/metadata"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestManyLinksAreSavedAtOnceAndFillInRowByRowEachWithItsOwnAnswer(t *testing.T) {
	t.Parallel()
	b, shop := beforeShops(t)
	many(b, shop)
	for _, said := range []string{"The toy /toys/1", "The toy /toys/2", "The shop did not let us read the page", "Only words"} {
		b.Says("#ideas", said)
	}
	b.Wait(`!document.querySelector('#ideas [hx-post]') && !document.getElementById('read-all').checkVisibility()`)
	filledIn(b)
}

func TestManyLinksAreReadByOneButtonWithoutJavaScript(t *testing.T) {
	t.Parallel()
	b, shop := beforeShops(t, NoScript)
	many(b, shop)
	b.Follow("button", "Read all pages")
	filledIn(b)
}

// beforeShops is Maria before a family that may read the shop at the address: its toys have pages, and its wall has not.
func beforeShops(t *testing.T, options ...Option) (b *Browser, shop string) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if r.URL.Path == "/wall/wooden-train" {
			_, _ = fmt.Fprint(w, "<title>Just a moment...</title><p>Checking your browser")
			return
		}
		_, _ = fmt.Fprintf(w, `<title>%[1]s</title><meta property="og:title" content="%[1]s"><meta property="product:price:amount" content="19.90">
			<meta property="product:price:currency" content="EUR">`, "The toy "+r.URL.Path)
	}))
	t.Cleanup(server.Close)
	s := webtest.Serve(t, fixture.Family(t, dbtest.Open(t)).Reading(metadata.New(metadata.Config{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}})))
	b = Open(t, s.Server.URL, options...)
	b.SignIn(s.SetPassword(t, s.Maria), fixture.Password)
	return b, server.URL
}

// many adds what people paste: three links, one of them twice, and some words.
func many(b *Browser, shop string) {
	b.tb.Helper()
	b.Go(paths.NewIdeas())
	b.Set("Links", strings.Join([]string{shop + "/toys/1", shop + "/wall/wooden-train", "Only words", shop + "/toys/2", shop + "/toys/1?utm_source=mail"}, "\n"))
	b.Follow("button", "Add the ideas")
	b.Says("h1", "New ideas")
}

// filledIn says that all is on the page and on the list: what was read, and what could not be.
func filledIn(b *Browser) {
	b.tb.Helper()
	rows := b.Text("#ideas")
	for _, said := range []string{"The toy /toys/1", "The toy /toys/2", "19,90", "Wooden train", "The shop did not let us read the page", "Only words"} {
		if !strings.Contains(rows, said) {
			b.tb.Errorf("%q is missing: %s", said, rows)
		}
	}
	b.Follow("a", "Open the list")
	if n := Eval[int](b, `document.querySelectorAll('[data-row]').length`); n != 4 {
		b.tb.Errorf("%d gifts on the list; want 4: %s", n, b.Text("main"))
	}
}

// gift is the id of what Maria plans for Ben.
func (f family) gift(t *testing.T) string {
	t.Helper()
	standing, err := f.Store.Items.Standing(t.Context(), f.Maria, f.item)
	must(t, err)
	return standing.GiftID
}

func TestAPictureIsPastedOrDroppedOnTheGiftsPage(t *testing.T) {
	t.Parallel()
	f := newFamily(t)
	b, gift := open(t, f.Site, f.Maria), f.gift(t)
	file := base64.StdEncoding.EncodeToString(fixture.Picture())
	for _, how := range []string{
		`document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))`,
		`document.querySelector('main').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))`,
	} {
		b.Go(paths.Gifts.One(gift))
		before := Eval[string](b, `document.querySelector('main img')?.src ?? ''`)
		b.Says(".picture-forms", "Or paste a picture")
		b.Loading(func() {
			Eval[bool](b, fmt.Sprintf(`(() => {
				const data = new DataTransfer();
				data.items.add(new File([Uint8Array.from(atob(%q), (c) => c.charCodeAt(0))], 'blue.png', { type: 'image/png' }));
				return !%s;
			})()`, file, how))
		})
		b.Says("#notices", "Here is the new picture.")
		if after := Eval[string](b, `document.querySelector('main img')?.src ?? ''`); after == "" || after == before {
			t.Errorf("the picture is %q, it was %q", after, before)
		}
	}
}

func TestAPicturePastedIntoAFieldDoesNotBecomeTheGiftsPicture(t *testing.T) {
	t.Parallel()
	f := newFamily(t)
	b := open(t, f.Site, f.Maria)
	b.Go(paths.Gifts.One(f.gift(t)))
	left := Eval[bool](b, `document.querySelector('textarea').dispatchEvent(new ClipboardEvent('paste', {
		clipboardData: (() => { const d = new DataTransfer(); d.items.add(new File(['x'], 'x.png', { type: 'image/png' })); return d; })(),
		bubbles: true, cancelable: true }))`)
	if !left || Eval[int](b, `document.getElementById('picture').files.length`) != 0 {
		t.Error("a picture that was pasted while a comment is written was taken")
	}
}

func TestAPhonePastesALinkAtATouchAndReadsIt(t *testing.T) {
	t.Parallel()
	b, shop := beforeShops(t, On(Phone))
	for _, page := range []string{paths.NewIdea(), paths.Gifts.New()} {
		b.Go(page)
		b.settle()
		Eval[bool](b, fmt.Sprintf(`!!Object.defineProperty(navigator, 'clipboard', { value: { readText: async () => 'Look at this: %s/toys/1 !' } })`, shop))
		b.Click("button", "Paste")
		b.Wait(script("field('Title')?.value === 'The toy /toys/1'"))
	}
	b.Resize(Laptop)
	if Eval[bool](b, `document.getElementById('paste-link').checkVisibility()`) {
		t.Error("a laptop, which has keys to paste with, shows the button")
	}
}
