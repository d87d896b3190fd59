// Package web is the HTTP side of the program. Every route stands in this file.
package web

import (
	"crypto/sha256"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"github.com/labstack/echo/v5"
	echomw "github.com/labstack/echo/v5/middleware"

	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/web/handler"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// maxBody is the most that a form may send, in bytes.
const maxBody = 1 << 20

// maxPicture is the most that a form with a picture may send, in bytes: the largest picture and what is around it.
const maxPicture = 10<<20 + 64<<10

// Pages are compressed where that saves a packet. At level 6 a list of a hundred gifts is 2 % smaller than at 5, and keeps
// within its 15 kB; more effort stops paying on HTML.
const (
	gzipLevel = 6
	onePacket = 1400 // bytes
)

// asItIs leaves alone what comes compressed, and better, and the streams: a compressor holds most of a megabyte for as long
// as a page is open.
func asItIs(c *echo.Context) bool {
	return slices.Contains([]string{paths.Static(":name"), paths.Picture(":id"), paths.Events()}, c.Path())
}

// takesPicture are the routes to which people send files.
func takesPicture(c *echo.Context) bool {
	return c.Path() == paths.Gifts.Picture(":id") || c.Path() == paths.People.Picture(":id")
}

func takesForm(c *echo.Context) bool { return !takesPicture(c) }

// limited is a limit on what is sent, but to the routes that it skips.
func limited(bytes int64, skip echomw.Skipper) echo.MiddlewareFunc {
	return echomw.BodyLimitWithConfig(echomw.BodyLimitConfig{LimitBytes: bytes, Skipper: skip})
}

// Config is what the site needs beside the services.
type Config struct {
	Services       *service.Services
	Log            *slog.Logger
	Secret         string              // signs the cookies
	BaseURL        *url.URL            // where people see the program; nil: as the request says
	TrustedProxies []netip.Prefix      // whose word on the client's address and scheme counts
	Metrics        *middleware.Metrics // count the requests; nil counts none
}

// New returns the whole site.
func New(cfg Config) *echo.Echo {
	e := echo.New()
	e.Logger = cfg.Log
	e.IPExtractor, e.SchemeExtractor = extractors(cfg)
	key := sha256.Sum256([]byte("kinlist cookie\x00" + cfg.Secret))
	sessions := middleware.NewSessions(cfg.Services.Auth, key[:], paths.Home())
	r := respond.Responder{Sessions: sessions}
	e.HTTPErrorHandler = r.Error(cfg.Log)
	e.Pre(underBase, asTable)
	e.Use(cfg.Metrics.Count, middleware.Trace(cfg.Log), echomw.Recover(), middleware.Headers, middleware.Language, middleware.Origin(cfg.BaseURL),
		limited(maxBody, takesPicture), limited(maxPicture, takesForm), middleware.Check(checked()),
		echomw.GzipWithConfig(echomw.GzipConfig{Level: gzipLevel, MinLength: onePacket, Skipper: asItIs}))
	open(e, r, cfg.Services)
	closed(e, r, sessions, cfg.Services)
	ideas(e, r, sessions, cfg)
	talk(e, r, sessions, cfg.Services)
	settings(e, r, cfg)
	papers(e, r, sessions, cfg)
	takenBack(e, r, cfg.Services)
	return e
}

// open are the routes that need no session.
func open(e *echo.Echo, r respond.Responder, s *service.Services) {
	machines := handler.Machines{Services: s}
	e.GET(paths.Healthz(), machines.Healthz)
	e.GET(paths.Readyz(), machines.Readyz)
	e.GET(paths.Static(":name"), machines.Static)
	e.GET(paths.Manifest(), machines.Manifest)

	doors := handler.Doors{Responder: r, Auth: s.Auth, Invitations: s.Invitations}
	e.GET(paths.Setup(), doors.SetupForm)
	e.POST(paths.Setup(), doors.Setup)
	e.GET(paths.Login(), doors.LoginForm)
	e.POST(paths.Login(), doors.Login)
	e.POST(paths.Logout(), doors.Logout)
	e.GET(paths.Invite(":token"), doors.InviteForm, r.Sessions.Maybe)
	e.POST(paths.Invite(":token"), doors.Accept)
	e.POST(paths.InviteJoin(":token"), doors.Join, r.Sessions.Require)
	e.GET(paths.Reset(":token"), doors.ResetForm)
	e.POST(paths.Reset(":token"), doors.Reset)
}

// closed are the routes for people who are signed in.
func closed(e *echo.Echo, r respond.Responder, sessions *middleware.Sessions, s *service.Services) {
	in := []echo.MiddlewareFunc{sessions.Require, middleware.ID}
	member := slices.Concat(in, []echo.MiddlewareFunc{middleware.Members})

	home := handler.Home{Responder: r, Dashboard: s.Dashboard, Lists: s.Lists}
	e.GET(paths.Home(), home.Show, in...)
	e.GET(paths.Inbox(), home.Inbox, in...)

	said, rivals := handler.Talk{Comments: s.Comments}, handler.Rivals{Activity: s.Activity}
	people := handler.People{Responder: r, Rivals: rivals, Tags: s.Tags, People: s.People, Images: s.Pictures}
	things(e, paths.People, people, in, member)

	occasions := handler.Occasions{Responder: r, Talk: said, Rivals: rivals, Occasions: s.Occasions, People: s.People}
	things(e, paths.Occasions, occasions, in, member)
	days(e, occasions, in, member)

	lists := handler.Lists{Responder: r, Talk: said, Rivals: rivals, Lists: s.Lists, Items: s.Items, People: s.People, Occasions: s.Occasions}
	things(e, paths.Lists, lists, in, member)

	seen := handler.Seen{Responder: r, SeenBy: s.SeenBy}
	e.GET(paths.ListAs(":id", ":person"), seen.List, member...)
	e.GET(paths.PersonAs(":id"), seen.Person, member...)

	gifts := handler.Gifts{Responder: r, Talk: said, Rivals: rivals, Tags: s.Tags, Gifts: s.Gifts, Lists: s.Lists, Images: s.Pictures, Budgets: s.Items}
	things(e, paths.Gifts, gifts, in, member)
	e.GET(paths.GiftPreview(), gifts.Preview, member...)

	pictures := handler.Pictures{Responder: r, Pictures: s.Pictures}
	e.GET(paths.Picture(":id"), pictures.Show, in...)
	e.POST(paths.Gifts.Picture(":id"), pictures.SetGift, in...)
	e.POST(paths.Gifts.PictureDelete(":id"), pictures.RemoveGift, in...)
	e.POST(paths.People.Picture(":id"), pictures.SetPerson, in...)
	e.POST(paths.People.PictureDelete(":id"), pictures.RemovePerson, in...)

	hands := handler.Assignments{Responder: r, Items: s.Items, Occasions: s.Occasions}
	e.GET(paths.Assignments(), hands.Index, in...)

	items := handler.Items{Gifts: gifts, Items: s.Items, Hands: hands}
	e.GET(paths.NewListItem(":id"), items.New, member...)
	e.POST(paths.ListItems(":id"), items.Add, in...)
	e.GET(paths.ListForecast(":id"), items.Forecast, member...)
	e.GET(paths.ItemForecast(":id"), items.ForecastOf, member...)
	e.GET(paths.IdeaForecast(), items.Forecast, member...)
	e.GET(paths.Items.One(":id"), items.Show, in...)
	e.GET(paths.Items.Edit(":id"), items.Edit, member...)
	e.POST(paths.Items.One(":id"), items.Update, in...)
	e.POST(paths.ItemStatus(":id"), items.SetStatus, in...)
	e.POST(paths.ItemUndo(":id"), items.Undo, in...)
	e.POST(paths.ItemAssign(":id"), items.Assign, in...)
	e.GET(paths.ItemTags(":id"), items.Tags, member...)
	e.POST(paths.ItemTakeOver(":id"), items.TakeOver, in...)
	e.POST(paths.ItemMove(":id"), items.Move, in...)
	e.POST(paths.ItemOrder(":id"), items.Order, in...)
	e.POST(paths.ItemsBulk(), items.Bulk, in...)
	e.POST(paths.Items.Archive(":id"), items.Archive, in...)
	e.POST(paths.Items.Restore(":id"), items.Restore, in...)
	e.POST(paths.Items.Delete(":id"), items.Delete, in...)

	keys := handler.Keys{Responder: r, Users: s.Users, Search: s.Search}
	e.GET(paths.Shortcuts(), keys.Sheet, in...)
	e.POST(paths.Shortcuts(), keys.Switch, in...)
	e.GET(paths.Palette(), keys.Palette, in...)

	events := &handler.Events{Responder: r, Live: s.Live, Home: home, People: people, Occasions: occasions, Lists: lists, Gifts: gifts, Items: items}
	e.GET(paths.Events(), events.Show, in...)

	undo := handler.Undo{Items: items, Undo: s.Undo, Events: events}
	e.POST(paths.Undo(), undo.Take, in...)
}

// ideas are the routes by which gifts come in from outside.
func ideas(e *echo.Echo, r respond.Responder, sessions *middleware.Sessions, cfg Config) {
	in := []echo.MiddlewareFunc{sessions.Require, middleware.ID}
	member := slices.Concat(in, []echo.MiddlewareFunc{middleware.Members})
	h := handler.Ideas{Responder: r, Images: cfg.Services.Pictures, Ideas: cfg.Services.Ideas, People: cfg.Services.People, Tags: cfg.Services.Tags, Gifts: cfg.Services.Gifts, Budgets: cfg.Services.Items, Base: cfg.BaseURL}
	e.GET(paths.NewIdea(), h.New, member...)
	e.POST(paths.NewIdea(), h.Create, in...)
	e.GET(paths.QuickIdea(), h.Quick, member...)
	e.POST(paths.QuickIdea(), h.CreateQuick, in...)
	e.GET(paths.NewIdeas(), h.NewMany, member...)
	e.POST(paths.NewIdeas(), h.CreateMany, in...)
	e.GET(paths.ReadIdeas(), h.Reading, member...)
	e.POST(paths.ReadIdeas(), h.Read, in...)
	e.GET(paths.Bookmarklet(), h.Bookmarklet, member...)
	e.POST(paths.GiftRead(":id"), h.ReadGift, in...)
}

// thing is what every kind of thing in an index can do.
type thing interface {
	Index(*echo.Context) error
	New(*echo.Context) error
	Create(*echo.Context) error
	Show(*echo.Context) error
	Edit(*echo.Context) error
	Update(*echo.Context) error
	Archive(*echo.Context) error
	Restore(*echo.Context) error
	Delete(*echo.Context) error
}

func things(e *echo.Echo, at paths.Collection, h thing, in, member []echo.MiddlewareFunc) {
	e.GET(at.Index(), h.Index, in...)
	e.POST(at.Index(), h.Create, in...)
	e.GET(at.New(), h.New, member...)
	e.GET(at.One(":id"), h.Show, in...)
	e.POST(at.One(":id"), h.Update, in...)
	e.GET(at.Edit(":id"), h.Edit, member...)
	e.POST(at.Archive(":id"), h.Archive, in...)
	e.POST(at.Restore(":id"), h.Restore, in...)
	e.POST(at.Delete(":id"), h.Delete, in...)
}

// underBase lets a proxy hand requests on with the sub-path or without it.
func underBase(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		if u := c.Request().URL; paths.Base() != "" && u.Path != paths.Base() && !strings.HasPrefix(u.Path, paths.Base()+"/") {
			u.Path, u.RawPath = paths.Base()+u.Path, ""
		}
		return next(c)
	}
}

// extractors say where the client is and how it came: as the connection says, or as a trusted proxy does.
func extractors(cfg Config) (echo.IPExtractor, echo.SchemeExtractor) {
	var trust []echo.TrustOption
	for _, p := range cfg.TrustedProxies {
		trust = append(trust, echo.TrustIPRange(&net.IPNet{IP: p.Addr().AsSlice(), Mask: net.CIDRMask(p.Bits(), p.Addr().BitLen())}))
	}
	trust = append(trust, echo.TrustLoopback(false), echo.TrustLinkLocal(false), echo.TrustPrivateNet(false))
	said := echo.ExtractSchemeFromHeaders(trust...)
	scheme := func(r *http.Request) string {
		if cfg.BaseURL != nil && r.Host == cfg.BaseURL.Host {
			return cfg.BaseURL.Scheme
		}
		return said(r)
	}
	return echo.ExtractIPFromXFFHeader(trust...), scheme
}
