package web_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

// streamOf is where a page says that it is told what others change on it.
func streamOf(t *testing.T, a webtest.Answer) string {
	t.Helper()
	at, ok := a.Doc.Find("#stream").Attr("hx-sse:connect")
	if !ok {
		t.Fatalf("%d: the page follows nothing", a.Status)
	}
	return at
}

// opened opens a page and listens to its stream.
func opened(t *testing.T, b *webtest.Browser, path string) *webtest.Stream {
	t.Helper()
	return b.Listen(streamOf(t, b.Get(path)), "")
}

func TestAPageIsToldWhatAnotherMemberChangesOnIt(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		maria, tom := s.As(t, s.Maria), s.As(t, s.Tom)
		streams := map[string]*webtest.Stream{}
		for _, page := range []string{paths.Lists.One(list) + "?group=shop", paths.Items.One(item), paths.Home()} {
			streams[page] = opened(t, maria, page)
		}
		tom.Submit(paths.ItemStatus(item), form("status", "buying", "version", "1"))
		for page, stream := range streams {
			e, _ := stream.Next()
			if !strings.Contains(e.Data, "Tom") || !strings.Contains(e.Data, "hx-partial") || e.ID == "" {
				t.Errorf("%s: %q is not told: %s", page, e.ID, e.Data)
			}
		}

		// What is said below goes out by itself, without the rest of the page.
		tom.Submit(paths.Comments.Index(), form("parent_type", "list", "parent_id", list, "body", "Blue or red?"))
		e, _ := streams[paths.Lists.One(list)+"?group=shop"].Next()
		if !strings.Contains(e.Data, "Blue or red?") || strings.Contains(e.Data, `id="plan"`) {
			t.Errorf("the comment came as %s", e.Data)
		}
	})
}

func TestAStreamThatBreaksCatchesUpAndOneThatMissedNothingSaysNothing(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		maria, tom := s.As(t, s.Maria), s.As(t, s.Tom)
		page := maria.Get(paths.Lists.One(list))
		tom.Submit(paths.ItemStatus(item), form("status", "buying", "version", "1")) // before Maria listens
		first, _ := maria.Listen(streamOf(t, page), "").Next()
		if !strings.Contains(first.Data, "Tom") {
			t.Errorf("what was changed before the page listened is lost: %s", first.Data)
		}
		tom.Submit(paths.ItemStatus(item), form("status", "ordered", "version", "2"))
		again, _ := maria.Listen(streamOf(t, page), first.ID).Next()
		if !strings.Contains(again.Data, "Ordered") || strings.Contains(again.Data, `id="comments"`) {
			t.Errorf("what was changed while the line was broken came as %s", again.Data)
		}
		quiet := maria.Listen(streamOf(t, page), again.ID)
		tom.Submit(paths.Comments.Index(), form("parent_type", "list", "parent_id", list, "body", "Well?"))
		if e, _ := quiet.Next(); !strings.Contains(e.Data, "Well?") {
			t.Errorf("nothing was missed, and %s was sent", e.Data)
		}
	})
}

// Case 1, as a stream: what others do on a list of Lena's, and beside it, sends Lena nothing.
func TestAStreamSendsLenaNothingOfWhatOthersPlanForHer(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Lena, dto.ListInput{Name: "Lena’s wishes", Type: "wishlist", TargetPersonID: s.LenaPerson, OccasionID: s.Christmas})
		wish := s.Item(t, s.Lena, list, fixture.Gift("Skates", "80"))
		lena, tom := s.As(t, s.Lena), s.As(t, s.Tom)
		pages := []string{paths.Lists.One(list), paths.Items.One(wish), paths.Home()}
		hers, toms := map[string]*webtest.Stream{}, opened(t, tom, paths.Lists.One(list))
		for _, page := range pages {
			hers[page] = opened(t, lena, page)
		}
		hidden := []func(){
			func() { tom.Submit(paths.ItemStatus(wish), form("status", "buying", "version", "1")) },
			func() {
				tom.Submit(paths.ListItems(list), form("title", "Secret helmet", "price", "30", "privacy", "hidden_from_target"))
			},
			func() {
				tom.Submit(paths.Comments.Index(), form("parent_type", "list_item", "parent_id", wish, "body", "I have it"))
				tom.Submit(paths.ItemStatus(wish), form("status", "wrapped", "version", "2"))
			},
		}
		for n, change := range hidden {
			change()
			if _, open := toms.Next(); !open { // Tom's page shows it: it has been looked at
				t.Fatal("Tom's stream ended")
			}
			said := fmt.Sprintf("Number %d", n)
			tom.Submit(paths.Comments.Index(), form("parent_type", "list", "parent_id", list, "body", said))
			if e, _ := hers[paths.Lists.One(list)].Next(); !strings.Contains(e.Data, said) || strings.Contains(e.Data, `id="wishes"`) {
				t.Errorf("Lena was sent, for what is hidden: %s", e.Data)
			}
			toms.Next()
		}
		// Lena's dashboard has the comments in its feed; her wish's page has nothing new at all.
		lena.Submit(paths.Comments.Index(), form("parent_type", "list_item", "parent_id", wish, "body", "The blue ones"))
		if e, _ := hers[paths.Items.One(wish)].Next(); !strings.Contains(e.Data, "The blue ones") {
			t.Errorf("Lena was sent, for what is hidden: %s", e.Data)
		}
		tom.Submit(paths.People.Index(), form("display_name", "Somebody new", "relationship", "friend"))
		for last := false; !last; {
			e, _ := hers[paths.Home()].Next()
			if strings.Contains(e.Data, "helmet") || strings.Contains(e.Data, "buying") {
				t.Errorf("Lena's dashboard was sent %s", e.Data)
			}
			if e.ID == "" {
				t.Fatal("a message without id")
			}
			last = strings.Contains(e.Data, "Somebody new") // several that come at once are one message
		}
	})
}

// traceless is a text without the number of its request.
func traceless(text string) string {
	return regexp.MustCompile(`<code>[0-9a-f]+</code>`).ReplaceAllString(text, "")
}

// Case 8.
func TestAListThatIsHiddenFromWhoHasItOpenIsGoneAsIfItWereDeleted(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Tom, dto.ListInput{Name: "For Lena", Type: "gift", TargetPersonID: s.LenaPerson, Visibility: "family"})
		other := s.List(t, s.Tom, dto.ListInput{Name: "For Lena too", Type: "gift", TargetPersonID: s.LenaPerson, Visibility: "family"})
		lena, tom := s.As(t, s.Lena), s.As(t, s.Tom)
		hiding, deleting := opened(t, lena, paths.Lists.One(list)), opened(t, lena, paths.Lists.One(other))
		tom.Submit(paths.Lists.One(list), form("name", "For Lena", "type", "gift", "target_person_id", s.LenaPerson, "visibility", "hidden_from_target", "version", "1"))
		tom.Submit(paths.Lists.Delete(other), form("version", "1", "confirm", "yes"))
		var told [2]string
		for i, stream := range []*webtest.Stream{hiding, deleting} {
			e, _ := stream.Next()
			told[i] = traceless(e.Data)
			if end, _ := stream.Next(); end.Name != "gone" {
				t.Errorf("the stream goes on: %+v", end)
			}
			if _, open := stream.Next(); open {
				t.Error("the stream is still open")
			}
		}
		if told[0] != told[1] || !strings.Contains(told[0], "not_found") {
			t.Errorf("hidden: %s\ndeleted: %s", told[0], told[1])
		}
		if a := lena.Get(paths.EventsOf("list", list)); a.Status != http.StatusNotFound {
			t.Errorf("a list that is hidden answers %d to who listens", a.Status)
		}
	})
}

func TestAStreamEndsWithItsSession(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		maria, tom := s.As(t, s.Maria), s.As(t, s.Tom)
		stream := opened(t, maria, paths.Lists.One(list))
		maria.Post(paths.Logout(), nil)
		tom.Submit(paths.ItemStatus(item), form("status", "buying", "version", "1"))
		if e, _ := stream.Next(); !strings.Contains(e.Data, "unauthenticated") || strings.Contains(e.Data, "Tom") {
			t.Errorf("who signed out is told %s", e.Data)
		}
	})
}

func TestNobodyKeepsMoreThanTwentyPagesListening(t *testing.T) {
	t.Parallel()
	s, list, _ := planned(t, dbtest.Open(t))
	maria := s.As(t, s.Maria)
	at := streamOf(t, maria.Get(paths.Lists.One(list)))
	for range 20 {
		if stream := maria.Listen(at, ""); stream.Status != http.StatusOK {
			t.Fatalf("%d", stream.Status)
		}
	}
	if a := maria.Get(at); a.Status != http.StatusTooManyRequests || a.Header.Get("Retry-After") == "" {
		t.Errorf("the next one: %d", a.Status)
	}
}

func TestWhatOneNodeChangesIsToldToThePagesOfAnother(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		if db.Dialect() != database.Postgres {
			return // an SQLite file has one node
		}
		s, list, item := planned(t, db)
		there := webtest.Serve(t, s.Over(db, s.Clock))
		ctx, stop := context.WithCancel(t.Context())
		var following sync.WaitGroup
		following.Go(func() { there.Services.Live.Follow(ctx, slog.New(slog.DiscardHandler)) })
		t.Cleanup(func() { stop(); following.Wait() })
		tom, maria := s.As(t, s.Tom), there.As(t, s.Maria)
		stream := opened(t, maria, paths.Lists.One(list))
		// That nobody listened yet when it was changed is heard of, too.
		tom.Submit(paths.ItemStatus(item), form("status", "buying", "version", "1"))
		if e, _ := stream.Next(); !strings.Contains(e.Data, "Tom") {
			t.Errorf("the other node tells %s", e.Data)
		}
		tom.Submit(paths.ItemStatus(item), form("status", "wrapped", "version", "2"))
		if e, _ := stream.Next(); !strings.Contains(e.Data, "Wrapped") {
			t.Errorf("the other node tells %s", e.Data)
		}
	})
}

// A compressor would hold what is said until there is more of it, and memory for each page that is open.
func TestAStreamIsNotCompressed(t *testing.T) {
	t.Parallel()
	s := webtest.Family(t, dbtest.Open(t))
	stream := s.As(t, s.Maria).With("Accept-Encoding", "gzip").Listen(paths.EventsOf("page", "dashboard"), "nothing")
	if e, open := stream.Next(); !open || !strings.Contains(e.Data, "<hx-partial") || stream.Header.Get("Content-Encoding") != "" {
		t.Errorf("%q, encoded as %q", e.Data, stream.Header.Get("Content-Encoding"))
	}
}
