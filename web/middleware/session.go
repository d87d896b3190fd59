package middleware

import (
	"net/http"

	"github.com/google/uuid"
	"github.com/gorilla/sessions"
	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/service"
)

const (
	cookieName = "kinlist"
	tokenKey   = "token"
	sessionKey = "kinlist-session" // of echo's context
	year       = 365 * 24 * 3600   // seconds; the row in the database ends earlier
)

// Sessions keeps a random token in a signed cookie; what it stands for are rows in the database.
type Sessions struct {
	store *sessions.CookieStore
	auth  *service.Auth
}

// NewSessions returns Sessions whose cookies are signed with key and sent to path and below.
func NewSessions(auth *service.Auth, key []byte, path string) *Sessions {
	store := sessions.NewCookieStore(key)
	store.Options = &sessions.Options{Path: path, HttpOnly: true, SameSite: http.SameSiteLaxMode}
	store.MaxAge(year)
	return &Sessions{store, auth}
}

// Require lets signed-in people in, as the viewer that the session stands for.
func (s *Sessions) Require(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		token := s.Token(c)
		if token == "" {
			return apperr.New(apperr.Unauthenticated, "Please sign in.")
		}
		session, err := s.auth.Session(c.Request().Context(), token)
		if err != nil {
			return err
		}
		c.Set(sessionKey, &session)
		ctx, _ := service.WithTrail(c.Request().Context())
		c.SetRequest(c.Request().WithContext(ctx))
		speak(c, session.Viewer.Locale, session.Settings.Language, c.Request().Header.Get("Accept-Language"), session.Viewer.Locale)
		return next(c)
	}
}

// Maybe lets everybody in, who is signed in as the viewer that the session stands for.
func (s *Sessions) Maybe(next echo.HandlerFunc) echo.HandlerFunc {
	known := s.Require(next)
	return func(c *echo.Context) error {
		err := known(c)
		if Current(c) == nil && apperr.CodeOf(err) == apperr.Unauthenticated {
			return next(c)
		}
		return err
	}
}

// Token is the token in the request's cookie, "" when there is none that we signed.
func (s *Sessions) Token(c *echo.Context) string {
	cookie, err := s.store.Get(c.Request(), cookieName)
	if err != nil {
		return "" // signed with another key, or not at all
	}
	token, _ := cookie.Values[tokenKey].(string)
	return token
}

// SignIn puts the token into the cookie, or takes it out for "".
func (s *Sessions) SignIn(c *echo.Context, token string) error {
	cookie, _ := s.store.New(c.Request(), cookieName) // an unreadable cookie is replaced
	options := *s.store.Options
	options.Secure = c.Scheme() == "https"
	if token == "" {
		options.MaxAge = -1
	}
	cookie.Options = &options
	cookie.Values = map[any]any{tokenKey: token}
	return cookie.Save(c.Request(), c.Response())
}

// Flash keeps a sentence for the next page: what just went well.
func (s *Sessions) Flash(c *echo.Context, sentence string) error {
	cookie, err := s.store.Get(c.Request(), cookieName)
	if err != nil {
		return err
	}
	cookie.Flashes() // one that no page has shown gives way: the cookie has little room
	cookie.AddFlash(sentence)
	return s.save(c, cookie)
}

// TakeFlash returns the sentence kept for this page, "" when there is none.
func (s *Sessions) TakeFlash(c *echo.Context) string {
	cookie, err := s.store.Get(c.Request(), cookieName)
	if err != nil {
		return ""
	}
	flashes := cookie.Flashes()
	if len(flashes) == 0 {
		return ""
	}
	sentence, _ := flashes[len(flashes)-1].(string)
	if err := s.save(c, cookie); err != nil {
		return ""
	}
	return sentence
}

func (s *Sessions) save(c *echo.Context, cookie *sessions.Session) error {
	options := *s.store.Options
	options.Secure = c.Scheme() == "https"
	cookie.Options = &options
	return cookie.Save(c.Request(), c.Response())
}

// Current is the session of a request that Require let in; nil for any other.
func Current(c *echo.Context) *service.Session {
	session, _ := c.Get(sessionKey).(*service.Session)
	return session
}

// Viewer is who looks, on a route behind Require.
func Viewer(c *echo.Context) domain.Viewer { return Current(c).Viewer }

// Another is the context of another request by who sent this one, within the same answer.
func Another(c *echo.Context, r *http.Request) *echo.Context {
	other := c.Echo().NewContext(r, c.Response())
	other.Set(sessionKey, Current(c))
	return other
}

// ID answers 404 for an address whose id cannot be one, before anybody asks the database.
func ID(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		if id := c.Param("id"); id != "" && (len(id) != 36 || uuid.Validate(id) != nil) {
			return apperr.Missing()
		}
		return next(c)
	}
}

// Members keeps guests away from forms that they could not send.
func Members(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		if Viewer(c).Guest() {
			return apperr.New(apperr.Forbidden, "Guests can look and comment, but not change anything.")
		}
		return next(c)
	}
}
