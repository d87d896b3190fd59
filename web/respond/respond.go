// Package respond writes every answer of the program: a page, a part of one, a redirect, or an error. Only it knows
// statuses.
package respond

import (
	"bytes"
	"cmp"
	"errors"
	"net/http"
	"strings"
	"sync"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/views/errorview"
	"kinlist/views/layout"
	"kinlist/web/middleware"
)

// Responder writes answers; it knows where flash messages are kept.
type Responder struct {
	Sessions *middleware.Sessions
}

// Partial reports whether htmx asked for a part of a page: not for the whole page, and not to restore its history.
func Partial(r *http.Request) bool {
	return r.Header.Get("HX-Request") == "true" && r.Header.Get("HX-Request-Type") != "full" &&
		r.Header.Get("HX-History-Restore-Request") != "true"
}

// WantsJSON reports whether the request asks for JSON rather than a page.
func WantsJSON(r *http.Request) bool {
	accept := r.Header.Get("Accept")
	return strings.Contains(accept, "application/json") && !strings.Contains(accept, "text/html")
}

// Page is what a handler answers with: where the page stands, and its two bodies.
type Page struct {
	Title   string
	Section string          // of the navigation
	Events  string          // where it is told what others change on its live parts; "" follows nothing
	Idea    string          // where an idea that belongs here is added; "" is anywhere
	Plan    bool            // of a list: what is taken back shows there
	Body    templ.Component // the whole page's
	Part    templ.Component // what htmx asks for; nil is Body
}

// View writes a page, or its part to htmx. It is how one handler serves both, so that every address works without
// a script.
func (r Responder) View(c *echo.Context, status int, p Page) error {
	private(c)
	if control, check := apperr.CheckOf(c.Request().Context()); check {
		return checked(c, control, p)
	}
	if p.Events != "" {
		follow(c)
	}
	if Partial(c.Request()) {
		if p.Part == nil {
			p.Part = p.Body
		}
		if p.Events != "" && c.Request().Method == http.MethodGet { // arranged anew
			p.Part = templ.Join(p.Part, layout.NewStream(p.Events))
		}
		return write(c, status, p.Part)
	}
	if status == http.StatusUnprocessableEntity {
		p.Title = lang.T(c.Request().Context(), "Error: %s", p.Title)
	}
	session := middleware.Current(c)
	if session == nil {
		return write(c, status, layout.Door(p.Title, p.Body))
	}
	return write(c, status, layout.Page(r.chrome(c, session, status, p), p.Body))
}

// Paper writes a page made to be printed.
func (r Responder) Paper(c *echo.Context, s layout.Sheet, body templ.Component) error {
	private(c)
	return write(c, http.StatusOK, layout.Paper(s, body))
}

// After answers a change that worked: htmx gets the part that changed, a plain form is sent on to the page that shows
// the result.
func (r Responder) After(c *echo.Context, to string, part templ.Component) error {
	if Partial(c.Request()) {
		private(c)
		return write(c, http.StatusOK, part)
	}
	return c.Redirect(http.StatusSeeOther, to)
}

// SeeOther sends the browser on to a page that says what went well ("" says nothing), and offers to take back what the
// request changed.
func (r Responder) SeeOther(c *echo.Context, to, flash string) error {
	if flash == "" {
		return r.seeOther(c, to, "")
	}
	return r.Changed(c, to, flash, UndoOf(c, to))
}

// UndoOf is the address that takes back by POST what the request changed, and goes to a page then; "" where it changed
// nothing that can be.
func UndoOf(c *echo.Context, next string) string {
	batch := service.TrailOf(c.Request().Context()).Batch()
	if batch == "" {
		return ""
	}
	return paths.With(paths.Undo(), "batch", batch, "next", next)
}

func (r Responder) seeOther(c *echo.Context, to, flash string) error {
	if flash != "" && middleware.Current(c) != nil {
		if err := r.Sessions.Flash(c, flash); err != nil {
			return err
		}
	}
	if Partial(c.Request()) {
		c.Response().Header().Set("HX-Redirect", to)
		return c.NoContent(http.StatusNoContent)
	}
	return c.Redirect(http.StatusSeeOther, to)
}

// Changed sends the browser on after a change, with a sentence about it and the address that takes it back by POST ("" is
// none).
func (r Responder) Changed(c *echo.Context, to, flash, undo string) error {
	return r.seeOther(c, to, flash+undoMark+undo)
}

// Deleted sends the browser on after something went into the trash, with the way to bring it back.
func (r Responder) Deleted(c *echo.Context, to, restore string) error {
	if undo := UndoOf(c, to); undo != "" {
		restore = undo
	}
	return r.Changed(c, to, lang.T(c.Request().Context(), "Deleted."), restore)
}

// AskFirst answers a deletion that takes more along than its name says with a question; other errors pass.
func (r Responder) AskFirst(c *echo.Context, err error, action, back string) error {
	var question *apperr.Error
	if !errors.As(apperr.In(c.Request().Context(), err), &question) || question.Code != apperr.Unconfirmed || WantsJSON(c.Request()) {
		return err
	}
	props := errorview.ConfirmProps{Message: question.Message, Action: action, Back: back}
	return r.View(c, statuses[question.Code], Page{Title: lang.T(c.Request().Context(), "Are you sure?"), Body: errorview.Confirm(props)})
}

// undoMark parts a flash sentence from the address that undoes what it tells of.
const undoMark = "\x00"

func (r Responder) chrome(c *echo.Context, s *service.Session, status int, p Page) layout.Chrome {
	flash, undo, _ := strings.Cut(r.Sessions.TakeFlash(c), undoMark)
	return layout.Chrome{
		Here:  hereOf(c, status),
		Title: p.Title, Section: p.Section, Idea: cmp.Or(p.Idea, paths.NewIdea()), UserName: s.UserName, FamilyName: s.FamilyName,
		Theme: s.Settings.Theme, Season: s.Look.Season, Accent: s.Look.Accent, KeysOff: s.Settings.Shortcuts != "",
		Families: s.Families, Other: s.Other,
		Events: p.Events, Plan: p.Plan,
		Session: s.ID, Flash: flash, Undo: undo, Guest: s.Viewer.Guest(),
	}
}

// hereOf is the address to come back to: of this page, when it can be asked for and is there. What is not there answers
// like what never was, to the byte.
func hereOf(c *echo.Context, status int) string {
	if c.Request().Method != http.MethodGet || status != http.StatusOK {
		return paths.Home()
	}
	return c.Request().URL.RequestURI()
}

// private keeps an answer out of shared caches, and parts apart from pages.
func private(c *echo.Context) {
	h := c.Response().Header()
	h.Set("Cache-Control", "private, no-cache")
	h.Set("Vary", "Accept-Encoding, HX-Request, HX-Request-Type, HX-History-Restore-Request, Accept, Accept-Language, Cookie")
}

// write renders into memory first, so that a template that fails is an error page and not half a page with status 200.
func write(c *echo.Context, status int, body templ.Component) error {
	buf, _ := sheets.Get().(*bytes.Buffer)
	defer func() {
		if buf.Cap() <= largest {
			buf.Reset()
			sheets.Put(buf)
		}
	}()
	if err := body.Render(c.Request().Context(), buf); err != nil {
		return err
	}
	return c.HTMLBlob(status, buf.Bytes())
}

// sheets are what pages are rendered on, used again: a buffer that grows with every page takes a fifth of the time of a
// long list. One that grew beyond largest is thrown away.
var sheets = sync.Pool{New: func() any { return new(bytes.Buffer) }}

const largest = 8 << 20
