package handler

import (
	"encoding/json"
	"net/url"

	"github.com/labstack/echo/v5"

	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/static"
	"kinlist/views/giftview"
	"kinlist/web/respond"
)

// Bookmarklet serves GET /ideas/bookmarklet.
func (h Ideas) Bookmarklet(c *echo.Context) error {
	site := seenAt(c, h.Base)
	body := giftview.BookmarkletPage(giftview.BookmarkletAt(site), siteOf(c, h.Base)+paths.NewIdea())
	return h.View(c, ok, respond.Page{Title: lang.T(c.Request().Context(), "From any shop’s page"), Section: "gifts", Body: body})
}

// seenAt is where people see the program: as base says or, where that is nil, as the request does.
func seenAt(c *echo.Context, base *url.URL) *url.URL {
	if base != nil {
		return base
	}
	return &url.URL{Scheme: c.Scheme(), Host: c.Request().Host}
}

// siteOf is the beginning of every address of ours, as people see them.
func siteOf(c *echo.Context, base *url.URL) string {
	site := seenAt(c, base)
	return site.Scheme + "://" + site.Host
}

type manifest struct {
	ID         string     `json:"id"`
	Lang       string     `json:"lang"`
	Name       string     `json:"name"`
	ShortName  string     `json:"short_name"`
	About      string     `json:"description"`
	StartURL   string     `json:"start_url"`
	Scope      string     `json:"scope"`
	Display    string     `json:"display"`
	Background string     `json:"background_color"`
	Theme      string     `json:"theme_color"`
	Icons      []icon     `json:"icons"`
	Shortcuts  []shortcut `json:"shortcuts"`
	Share      share      `json:"share_target"`
}

type icon struct {
	Source  string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose,omitempty"`
}

type shortcut struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

// share is how a phone's share sheet opens the quick-add form. Android puts the link into the text.
type share struct {
	Action string            `json:"action"`
	Method string            `json:"method"`
	Params map[string]string `json:"params"`
}

// Manifest serves GET /manifest.webmanifest: how phones install the program, and share with it.
func (h Machines) Manifest(c *echo.Context) error {
	ctx := c.Request().Context()
	body, err := json.Marshal(manifest{
		ID: paths.Home(), Lang: lang.Of(ctx).Tag, Name: "Kinlist", ShortName: "Kinlist", About: lang.T(ctx, "Who we give to, and what."),
		StartURL: paths.Home(), Scope: paths.Home(), Display: "standalone", Background: "#faf7ef", Theme: "#faf7ef",
		Icons: []icon{
			{Source: static.URL("icon-192.png"), Sizes: "192x192", Type: "image/png"},
			{Source: static.URL("icon-512.png"), Sizes: "512x512", Type: "image/png"},
			{Source: static.URL("icon-maskable.png"), Sizes: "512x512", Type: "image/png", Purpose: "maskable"},
		},
		Shortcuts: []shortcut{
			{lang.T(ctx, "Add an idea"), paths.NewIdea()}, {lang.T(ctx, "People"), paths.People.Index()}, {lang.T(ctx, "Lists"), paths.Lists.Index()},
		},
		Share: share{paths.NewIdea(), "GET", map[string]string{"title": "title", "text": "text", "url": "link"}},
	})
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-cache")
	c.Response().Header().Set("Vary", "Accept-Language")
	return c.Blob(ok, "application/manifest+json", body)
}
