package web_test

import (
	"bytes"
	"image"
	_ "image/jpeg" // read by image.Decode
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/metadata"
	"kinlist/internal/model"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

// picture is the address of the picture on a page, "" where there is none.
func picture(a webtest.Answer) string {
	src, _ := a.Doc.Find("main img").First().Attr("src")
	src, _, _ = strings.Cut(src, "?")
	return src
}

func TestAPictureIsAsHiddenAsItsGift(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		elsewhere := webtest.Serve(t, fixture.FamilyAt(t, db, "elsewhere.example"))
		list := s.List(t, s.Tom, dto.ListInput{Name: "For Lena", Type: "gift", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		tom := s.As(t, s.Tom)
		item := tom.Get(paths.Items.One(s.Item(t, s.Tom, list, fixture.Gift("Drums", "100"))))
		gift, _ := item.Doc.Find("main a[href^='/gifts/']").First().Attr("href")
		if gift == "" {
			a := tom.Get(paths.Gifts.Index())
			gift, _ = a.Doc.Find("main a.item").First().Attr("href")
		}
		if a := tom.Upload(gift+"/picture", "picture", "drums.png", fixture.Picture()); a.Status != http.StatusSeeOther {
			t.Fatalf("sending a picture: %d %s", a.Status, a.Doc.Find("main").Text())
		}
		at := picture(tom.Get(gift))
		a := tom.Get(at)
		if a.Status != http.StatusOK || a.Header.Get("Content-Type") != "image/jpeg" {
			t.Fatalf("%s: %d %s", at, a.Status, a.Header.Get("Content-Type"))
		}
		for name, want := range map[string]string{
			"Cache-Control": "private, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff",
			"Content-Security-Policy": "default-src 'none'; sandbox",
		} {
			if got := a.Header.Get(name); got != want {
				t.Errorf("%s is %q; want %q", name, got, want)
			}
		}
		if again := tom.With("If-None-Match", a.Header.Get("Etag")).Get(at); again.Status != http.StatusNotModified || again.Body != "" {
			t.Errorf("asked again: %d", again.Status)
		}
		lena, never := s.As(t, s.Lena), paths.Picture("0190d6a0-0000-7000-8000-000000000000")
		if got := lena.Get(at); got.Status != http.StatusNotFound || plainError(got) != plainError(lena.Get(never)) {
			t.Errorf("its target gets %d, or another page than for what never was", got.Status)
		}
		if got := lena.Upload(gift+"/picture", "picture", "x.png", fixture.Picture()); got.Status != http.StatusNotFound {
			t.Errorf("its target may send one: %d", got.Status)
		}
		for who, b := range map[string]*webtest.Browser{"a guest": s.As(t, s.Gast), "another family": elsewhere.As(t, elsewhere.Tom)} {
			if got := b.Get(at); got.Status != http.StatusNotFound {
				t.Errorf("%s gets %d", who, got.Status)
			}
		}
		if got := s.As(t, s.Maria).Get(at); got.Status != http.StatusOK {
			t.Errorf("who plans with Tom gets %d", got.Status)
		}
		deleteAndRestore(t, tom, gift, at)
	})
}

// plainError is an error page without its number.
func plainError(a webtest.Answer) string {
	return strings.ReplaceAll(a.Body, a.Header.Get("X-Trace-Id"), "")
}

// deleteAndRestore shows that a picture goes to the trash with its gift, and comes back.
func deleteAndRestore(t *testing.T, b *webtest.Browser, gift, at string) {
	t.Helper()
	b.Post(gift+"/delete", form("confirm", "yes"))
	if a := b.Get(at); a.Status != http.StatusNotFound {
		t.Errorf("after the gift was deleted: %d", a.Status)
	}
	b.Post(gift+"/restore", nil)
	if a := b.Get(at); a.Status != http.StatusOK {
		t.Errorf("after the gift was restored: %d", a.Status)
	}
	b.Post(gift+"/picture/delete", nil)
	if a := b.Get(at); a.Status != http.StatusNotFound || picture(b.Get(gift)) != "" {
		t.Errorf("after the picture was removed: %d", a.Status)
	}
}

// Case 32.
func TestAFileThatIsNoPictureIsRefusedWithASentence(t *testing.T) {
	s := webtest.Family(t, dbtest.Open(t))
	b, at := s.As(t, s.Tom), paths.People.Picture(s.Ben)
	for name, c := range map[string]struct {
		file   []byte
		status int
		says   string
	}{
		"nothing":  {nil, http.StatusUnprocessableEntity, "empty"},
		"a page":   {[]byte("<html>"), http.StatusUnprocessableEntity, "no picture"},
		"SVG":      {[]byte("<svg>"), http.StatusUnprocessableEntity, "SVG"},
		"too much": {make([]byte, 11<<20), http.StatusRequestEntityTooLarge, "more than"},
	} {
		if a := b.Upload(at, "picture", "x.jpg", c.file); a.Status != c.status || !strings.Contains(a.Doc.Find("main").Text(), c.says) {
			t.Errorf("%s: %d %s", name, a.Status, a.Doc.Find("main").Text())
		}
	}
	if a := b.Post(paths.Gifts.Index(), form("title", strings.Repeat("x", 2<<20))); a.Status != http.StatusRequestEntityTooLarge {
		t.Errorf("a form as large as a picture: %d", a.Status)
	}
	b.Upload(at, "picture", "ben.png", fixture.Picture())
	small := b.Get(picture(b.Get(paths.People.One(s.Ben))) + "?size=160")
	if _, format, err := image.Decode(strings.NewReader(small.Body)); err != nil || format != "jpeg" {
		t.Errorf("Ben's picture: %s, %v", format, err)
	}
}

func TestAnImageLinkIsFetchedOnceWhenItIsSaved(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		asked := 0
		shop := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			asked++
			if r.URL.Path == "/none.png" {
				http.NotFound(w, r)
				return
			}
			w.Header().Set("Content-Type", "text/html")
			_, _ = w.Write(fixture.Picture())
		}))
		t.Cleanup(shop.Close)
		s := webtest.Empty(t, db, metadata.New(metadata.Config{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}}))
		b := s.Browser(t)
		b.Post(paths.Setup(), form("family_name", "Berg", "name", "Maria", "email", "m@example.org", "password", fixture.Password,
			"currency", "EUR", "locale", "de-DE", "time_zone", "Europe/Berlin"))
		gift := b.Post(paths.Gifts.Index(), form("title", "Drums", "image_url", shop.URL+"/a.png")).Location
		first := picture(b.Get(gift))
		if first == "" || asked != 1 {
			t.Fatalf("picture %q after %d requests", first, asked)
		}
		b.Post(gift, form("title", "Big drums", "image_url", shop.URL+"/a.png", "version", "1"))
		if picture(b.Get(gift)) != first || asked != 1 {
			t.Errorf("an unchanged link was fetched again: %d requests", asked)
		}
		a := b.Submit(gift, form("title", "Drums", "image_url", shop.URL+"/none.png", "version", "2"))
		if !strings.Contains(a.Body, "The picture could not be fetched: There is no picture at that address") {
			t.Errorf("a link without a picture: %s", a.Doc.Text())
		}
		b.Post(gift, form("title", "Drums", "image_url", shop.URL+"/b.png", "version", "3"))
		if second := picture(b.Get(gift)); second == "" || second == first || b.Get(first).Status != http.StatusNotFound {
			t.Errorf("another link gives picture %q", second)
		}
		b.Post(gift+"/picture", form("fetch", "1"))
		b.Post(gift, form("title", "Drums", "version", "4"))
		if asked != 4 || picture(b.Get(gift)) != "" {
			t.Errorf("%d requests, and %q after the link was cleared", asked, picture(b.Get(gift)))
		}
	})
}

func TestAPictureOfAPrivateAddressIsNotFetched(t *testing.T) {
	s := metadata.New(metadata.Config{})
	for _, link := range []string{"http://127.0.0.1/a.png", "http://[::1]/a.png", "http://169.254.169.254/a.png", "http://localhost/a.png", "file:///etc/passwd"} {
		if file, err := s.Picture(t.Context(), "family", link); err == nil || len(file) > 0 {
			t.Errorf("%s was fetched", link)
		}
	}
}

func TestThePurgeRemovesFilesThatNoPictureHas(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Tom)
		at := paths.People.Picture(s.Ben)
		b.Upload(at, "picture", "a.png", fixture.Picture())
		b.Upload(at, "picture", "b.png", fixture.Picture())
		held := picture(b.Get(paths.People.One(s.Ben)))
		purged := func(when time.Time) int64 {
			s.Clock.T = when
			gone, err := s.Services.Purge.Run(t.Context(), 30)
			if err != nil {
				t.Fatal(err)
			}
			return gone[len(gone)-1].Rows
		}
		now := time.Now()
		if n := purged(now); n != 0 {
			t.Errorf("%d pictures went that were just sent", n)
		}
		if n := purged(now.Add(2 * time.Hour)); n != 1 {
			t.Errorf("%d pictures went; want the one that was replaced", n)
		}
		s.Clock.T = fixture.Now
		if a := b.Get(held); a.Status != http.StatusOK || !bytes.HasPrefix([]byte(a.Body), []byte("\xff\xd8")) {
			t.Errorf("the picture that is held: %d", a.Status)
		}
	})
}

func TestAPictureThatWasReplacedOrTakenAwayComesBackByUndoAlsoAfterAPurge(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b, gifts := s.As(t, s.Tom), paths.Gifts
		gift := b.Post(gifts.Index(), form("title", "Drums")).Location
		for _, at := range []string{gift, paths.People.One(s.Ben)} {
			shown := func() string { return picture(b.Get(at)) }
			b.Upload(at+"/picture", "picture", "a.png", fixture.Picture())
			first := shown()
			b.Upload(at+"/picture", "picture", "b.png", fixture.Picture())
			second := shown()
			page := b.Submit(at+"/picture/delete", nil)
			undo := page.Doc.Find("#notices form").AttrOr("action", "")
			if shown() != "" || undo == "" {
				t.Fatalf("%s: picture %q, undo %q", at, shown(), undo)
			}
			if a := s.As(t, s.Maria).Post(undo, nil); a.Status != http.StatusNotFound {
				t.Errorf("somebody else: %d", a.Status)
			}
			before := s.Clock.T
			s.Clock.T = time.Now().Add(2 * time.Hour) // of the files' own clock
			stamp(t, db, s.Clock.T)
			if _, err := s.Services.Purge.Run(t.Context(), 30); err != nil {
				t.Fatal(err)
			}
			s.Clock.T = before
			stamp(t, db, before)
			back := b.Submit(undo, nil)
			if shown() != second || !strings.Contains(back.Doc.Find("#notices").Text(), "is as it was") || b.Get(second).Status != http.StatusOK {
				t.Errorf("%s: %q is there; want %q", at, shown(), second)
			}
			b.Post(paths.Undo(), nil)
			if shown() != first || b.Get(first).Status != http.StatusOK {
				t.Errorf("%s: %q is there; want %q", at, shown(), first)
			}
			b.Post(paths.Undo(), nil)
			if shown() != "" {
				t.Errorf("%s: %q is there; want none", at, shown())
			}
		}
	})
}

// stamp says when all that can be taken back was done.
func stamp(t *testing.T, db *database.DB, at time.Time) {
	t.Helper()
	if err := db.Write.Model(&model.UndoStep{}).Where("1 = 1").Update("created_at", at.UTC().Truncate(time.Microsecond)).Error; err != nil {
		t.Fatal(err)
	}
}

func TestAPictureThatSomebodyElseReplacedSinceStays(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b, maria, at := s.As(t, s.Tom), s.As(t, s.Maria), paths.People.One(s.Ben)
		b.Upload(at+"/picture", "picture", "a.png", fixture.Picture())
		maria.Upload(at+"/picture", "picture", "b.png", fixture.Picture())
		theirs := picture(b.Get(at))
		if a := b.Post(paths.Undo(), nil); a.Status != http.StatusConflict || !strings.Contains(a.Doc.Find("main").Text(), "Maria changed this since") {
			t.Errorf("%d %s", a.Status, a.Doc.Find("main").Text())
		}
		if picture(b.Get(at)) != theirs {
			t.Errorf("%q is there; want %q", picture(b.Get(at)), theirs)
		}
		maria.Post(paths.Undo(), nil)
		if changes := b.Get(paths.Changes()).Doc.Find("main").Text(); !strings.Contains(changes, "Changed the picture of “Ben”.") {
			t.Errorf("%s", changes)
		}
		b.Post(paths.Undo(), nil)
		if picture(b.Get(at)) != "" {
			t.Errorf("%q is there; want none", picture(b.Get(at)))
		}
	})
}

func TestAnUndoBringsBackWhatALinkReplacedAndALinkThatAFileReplaced(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		asked := 0
		shop := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			asked++
			_, _ = w.Write(fixture.Picture())
		}))
		t.Cleanup(shop.Close)
		s := webtest.Empty(t, db, metadata.New(metadata.Config{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}}))
		b := s.Browser(t)
		b.Post(paths.Setup(), form("family_name", "Berg", "name", "Maria", "email", "m@example.org", "password", fixture.Password,
			"currency", "EUR", "locale", "de-DE", "time_zone", "Europe/Berlin"))
		gift := b.Post(paths.Gifts.Index(), form("title", "Drums")).Location
		b.Upload(gift+"/picture", "picture", "a.png", fixture.Picture())
		sent, version := picture(b.Get(gift)), func() string { return b.Get(gift + "/edit").Field("version") }
		b.Post(gift, form("title", "Drums", "image_url", shop.URL+"/a.png", "version", version()))
		fetched := picture(b.Get(gift))
		b.Upload(gift+"/picture", "picture", "b.png", fixture.Picture())
		if fetched == "" || fetched == sent || b.Get(gift+"/edit").Field("image_url") != "" {
			t.Fatalf("sent %q, fetched %q", sent, fetched)
		}
		b.Post(paths.Undo(), nil)
		if picture(b.Get(gift)) != fetched || b.Get(gift+"/edit").Field("image_url") != shop.URL+"/a.png" {
			t.Errorf("%q of %q; want %q", picture(b.Get(gift)), b.Get(gift+"/edit").Field("image_url"), fetched)
		}
		b.Post(paths.Undo(), nil)
		if picture(b.Get(gift)) != sent || b.Get(gift+"/edit").Field("image_url") != "" || asked != 1 {
			t.Errorf("%q of %q after %d requests; want %q", picture(b.Get(gift)), b.Get(gift+"/edit").Field("image_url"), asked, sent)
		}
	})
}
