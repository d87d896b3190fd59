package handler

import (
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/service"
	"kinlist/views/ui"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// How a stream runs.
const (
	gather     = 150 * time.Millisecond // changes that come together are told together
	ping       = 25 * time.Second       // before anybody between takes the silence for a broken line
	maxStreams = 20                     // of one account, on this node
)

// Events tells an open page what others change on it. It looks at the page again whenever something in the family
// changes, through the eyes of its reader, and sends the parts that look different. What the reader cannot see changes
// no part, and so sends nothing: not even a number that grows.
type Events struct {
	respond.Responder
	Live      *service.Live
	Home      Home
	People    People
	Occasions Occasions
	Lists     Lists
	Gifts     Gifts
	Items     Items

	mu   sync.Mutex
	open map[string]int // streams by account
}

// Show serves GET /events.
func (h *Events) Show(c *echo.Context) error {
	v := middleware.Viewer(c)
	if err := h.enter(v.UserID); err != nil {
		return err
	}
	defer h.leave(v.UserID)
	look, err := h.look(c)
	if err != nil {
		return err
	}
	heard, stop := h.Live.Listen(v) // before the first look: what changes meanwhile is heard
	defer stop()
	parts, err := look()
	if err != nil {
		return err
	}
	stream, err := respond.Open(c)
	if err != nil {
		return err
	}
	seen := firstOf(c.Request().Header.Get("Last-Event-ID"), c.QueryParam("seen"))
	f := follower{look, heard, strings.Split(seen, "~"), tomorrow(v)}
	if err := f.tell(stream, parts); err != nil {
		return nil // the browser left: there is nobody to tell
	}
	return h.run(c, stream, f)
}

// follower is one page that is looked at.
type follower struct {
	look  func() ([]ui.LivePart, error)
	heard <-chan struct{}
	seen  []string // the digests of the parts that the browser has
	ends  <-chan time.Time
}

// run sends what changes until the reader leaves, the day ends, or there is nothing more to follow. A page says some
// things by the day: it is looked at anew then, and not when somebody happens to change something.
func (h *Events) run(c *echo.Context, stream respond.Stream, f follower) error {
	pings := time.NewTicker(ping) // by the clock alone: that something was heard shifts none
	defer pings.Stop()
	var soon <-chan time.Time
	for {
		var err error
		select {
		case <-c.Request().Context().Done():
			return nil
		case <-f.ends:
			return nil
		case <-pings.C:
			err = stream.Ping()
		case _, open := <-f.heard:
			if !open {
				return nil
			}
			if soon == nil {
				soon = time.After(gather)
			}
		case <-soon:
			soon = nil
			parts, missing := f.look()
			if missing != nil {
				return h.end(c, stream, missing)
			}
			err = f.tell(stream, parts)
		}
		if err != nil {
			return nil // the browser left: there is nobody to tell
		}
	}
}

// end ends a stream whose page cannot be looked at any more. A fault of ours is logged, and the browser connects again.
func (h *Events) end(c *echo.Context, stream respond.Stream, err error) error {
	switch ctx := c.Request().Context(); apperr.CodeOf(err) {
	case apperr.NotFound, apperr.Unauthenticated, apperr.Forbidden:
		return stream.Gone(err)
	default:
		if ctx.Err() == nil {
			c.Logger().ErrorContext(ctx, "a page could not be followed", "err", err, "trace_id", middleware.TraceID(c))
		}
		return nil
	}
}

// tell sends the parts that are not as the browser has them.
func (f *follower) tell(stream respond.Stream, parts []ui.LivePart) error {
	changed := slices.DeleteFunc(slices.Clone(parts), func(p ui.LivePart) bool { return slices.Contains(f.seen, p.Digest()) })
	if len(changed) == 0 {
		return nil
	}
	id := ui.Digests(parts)
	f.seen = strings.Split(id, "~")
	return stream.News(changed, id)
}

// pageOf is the page that an address speaks of, and the id of its thing; nil for none.
func (h *Events) pageOf(c *echo.Context) (page func(*echo.Context) (respond.Page, error), id string) {
	switch c.QueryParam("page") {
	case "dashboard":
		return h.Home.page, ""
	case "assignments":
		return h.Items.Hands.followed, ""
	}
	for _, thing := range []struct {
		kind string
		page func(*echo.Context) (respond.Page, error)
	}{
		{"list", h.Lists.page}, {"item", h.Items.followed}, {"person", h.People.page}, {"occasion", h.Occasions.page}, {"gift", h.Gifts.page},
	} {
		if id := c.QueryParam(thing.kind); id != "" {
			return thing.page, id
		}
	}
	return nil, ""
}

// look returns how the page of the address is looked at: each time by who the session stands for then.
func (h *Events) look(c *echo.Context) (func() ([]ui.LivePart, error), error) {
	page, id := h.pageOf(c)
	if page == nil {
		return nil, apperr.Missing()
	}
	asked := c.Request().Clone(c.Request().Context())
	asked.Header.Del("HX-Request") // the page, and not the part of it that htmx asks for
	return func() ([]ui.LivePart, error) {
		var parts []ui.LivePart
		c.SetRequest(asked)
		c.SetPathValues(echo.PathValues{{Name: "id", Value: id}})
		err := h.Sessions.Require(middleware.ID(collect(page, &parts)))(c)
		return parts, err
	}, nil
}

// collect looks at a page for its live parts.
func collect(page func(*echo.Context) (respond.Page, error), parts *[]ui.LivePart) echo.HandlerFunc {
	return func(c *echo.Context) error {
		p, err := page(c)
		if err == nil {
			*parts, err = respond.LiveParts(c.Request().Context(), p)
		}
		return err
	}
}

// Now are the live parts of the page that follows what an address of streams tells, for a change that leaves it open.
func (h *Events) Now(c *echo.Context, address string) ([]ui.LivePart, error) {
	r, err := http.NewRequestWithContext(c.Request().Context(), http.MethodGet, address, http.NoBody)
	if err != nil {
		return nil, apperr.Missing()
	}
	c = middleware.Another(c, r)
	page, id := h.pageOf(c)
	if page == nil {
		return nil, apperr.Missing()
	}
	var parts []ui.LivePart
	c.SetPathValues(echo.PathValues{{Name: "id", Value: id}})
	err = middleware.ID(collect(page, &parts))(c)
	return parts, err
}

// enter counts a stream of an account.
func (h *Events) enter(userID string) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.open[userID] >= maxStreams {
		e := apperr.New(apperr.RateLimited, "So many pages are open that this one does not follow what others change. Close some.")
		e.RetryAfter = time.Minute
		return e
	}
	if h.open == nil {
		h.open = map[string]int{}
	}
	h.open[userID]++
	return nil
}

func (h *Events) leave(userID string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.open[userID]--; h.open[userID] == 0 {
		delete(h.open, userID)
	}
}

// tomorrow comes when the viewer's day ends.
func tomorrow(v domain.Viewer) <-chan time.Time {
	return time.After(calendar.UntilTomorrow(time.Now(), v.TimeZone))
}
