package respond

import (
	"context"
	"errors"
	"log/slog"
	"math"
	"net/http"
	"net/url"
	"strconv"

	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/authview"
	"kinlist/views/errorview"
	"kinlist/web/middleware"
)

var statuses = map[apperr.Code]int{
	apperr.Invalid:         http.StatusUnprocessableEntity,
	apperr.InvalidCursor:   http.StatusBadRequest,
	apperr.BadRequest:      http.StatusBadRequest,
	apperr.Unauthenticated: http.StatusUnauthorized,
	apperr.Forbidden:       http.StatusForbidden,
	apperr.NotFound:        http.StatusNotFound,
	apperr.Conflict:        http.StatusConflict,
	apperr.Unconfirmed:     http.StatusConflict,
	apperr.TooLarge:        http.StatusRequestEntityTooLarge,
	apperr.RateLimited:     http.StatusTooManyRequests,
	apperr.Unavailable:     http.StatusServiceUnavailable,
	apperr.Internal:        http.StatusInternalServerError,
	apperr.Checked:         http.StatusOK,
}

// Status is the HTTP status of an error.
func Status(err error) int { return statuses[apperr.CodeOf(err)] }

// RetryLater is the HTTP status of an error; one that says when to try again says so in the answer's header.
func RetryLater(c *echo.Context, err error) int {
	if e, ok := errors.AsType[*apperr.Error](err); ok && e.RetryAfter > 0 {
		c.Response().Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(e.RetryAfter.Seconds()))))
	}
	return Status(err)
}

// problem is the JSON body of a failed request.
type problem struct {
	Error problemBody `json:"error"`
}

type problemBody struct {
	Code    apperr.Code   `json:"code"`
	Message string        `json:"message"`
	TraceID string        `json:"trace_id"`
	Fields  apperr.Fields `json:"fields,omitempty"`
}

// Error is echo's error handler: the one place where a failure that no handler answered becomes an answer.
func (r Responder) Error(log *slog.Logger) echo.HTTPErrorHandler {
	return func(c *echo.Context, err error) {
		if res, _ := echo.UnwrapResponse(c.Response()); res != nil && res.Committed {
			return
		}
		if errors.Is(err, context.Canceled) && c.Request().Context().Err() != nil {
			return // the browser left: there is nobody to tell
		}
		known := spoken(err)
		if known.Code == apperr.Internal {
			log.ErrorContext(c.Request().Context(), "request failed", "err", err, "trace_id", middleware.TraceID(c),
				"method", c.Request().Method, "route", c.Path())
		}
		if err := r.answer(c, spoken(apperr.In(c.Request().Context(), known))); err != nil {
			log.ErrorContext(c.Request().Context(), "error page failed", "err", err, "trace_id", middleware.TraceID(c))
		}
	}
}

// spoken is err in the program's vocabulary. Only an *apperr.Error chooses its own words; all else is a fault.
func spoken(err error) *apperr.Error {
	if known, ok := errors.AsType[*apperr.Error](err); ok {
		return known
	}
	switch status := echo.StatusCode(err); {
	case status == http.StatusNotFound, status == http.StatusMethodNotAllowed:
		return apperr.Missing()
	case status == http.StatusRequestEntityTooLarge:
		return apperr.New(apperr.TooLarge, "That is more than Kinlist takes at once.")
	case status >= 400 && status < 500:
		return apperr.New(apperr.BadRequest, "Kinlist did not understand this request. Go back, reload the page and try again.")
	}
	return apperr.New(apperr.Internal, "Something went wrong on our side. Nothing was changed; please try again.")
}

func (r Responder) answer(c *echo.Context, e *apperr.Error) error {
	private(c)
	ctx, status, h := c.Request().Context(), RetryLater(c, e), c.Response().Header()
	switch _, check := apperr.CheckOf(ctx); {
	case check && e.Fields == nil: // what is wrong beside the fields is said when the form is sent
		return c.NoContent(http.StatusNoContent)
	case WantsJSON(c.Request()):
		return c.JSON(status, problem{problemBody{e.Code, e.Message, middleware.TraceID(c), e.Fields}})
	case e.Code == apperr.Unauthenticated:
		return r.toSignIn(c)
	}
	props := errorview.Props{Status: status, Code: string(e.Code), Title: lang.T(ctx, titles[e.Code]), Message: e.Message, TraceID: middleware.TraceID(c), Back: cameFrom(c)}
	if Partial(c.Request()) {
		h.Set("HX-Retarget", "#notices")
		h.Set("HX-Reswap", "innerHTML")
		return write(c, status, errorview.Notice(props))
	}
	return r.View(c, status, Page{Title: lang.T(ctx, "Error: %s", props.Title), Body: errorview.Page(props)})
}

// cameFrom is the page of ours that a form was sent from, "" where the browser does not say.
func cameFrom(c *echo.Context) string {
	from, err := url.Parse(c.Request().Referer())
	if err != nil || from.Host != c.Request().Host || c.Request().Method != http.MethodPost {
		return ""
	}
	return from.RequestURI()
}

// toSignIn sends somebody to the sign-in form, and from there back to where they wanted to go. What they had typed
// comes along in that form. The script sends a form of htmx again as a plain one, instead of following this.
func (r Responder) toSignIn(c *echo.Context) error {
	next := ""
	if c.Request().Method == http.MethodGet {
		next = c.Request().URL.RequestURI()
	} else if draft := draftOf(c); draft != "" && !Partial(c.Request()) {
		in := dto.LoginInput{Draft: draft, DraftTo: c.Request().URL.RequestURI()}
		return r.View(c, http.StatusUnauthorized, Page{
			Title: lang.T(c.Request().Context(), "Sign in"), Body: authview.Login(authview.LoginProps{Values: in}),
		})
	}
	to := paths.LoginThen(next)
	if Partial(c.Request()) {
		c.Response().Header().Set("HX-Redirect", to)
		return c.NoContent(http.StatusUnauthorized)
	}
	return c.Redirect(http.StatusSeeOther, to)
}

var titles = map[apperr.Code]string{
	apperr.Invalid:       lang.Word("This does not work"),
	apperr.InvalidCursor: lang.Word("This page address is broken"),
	apperr.BadRequest:    lang.Word("We did not understand this"),
	apperr.Forbidden:     lang.Word("This is not allowed"),
	apperr.NotFound:      lang.Word("Nothing here"),
	apperr.Conflict:      lang.Word("Somebody was faster"),
	apperr.Unconfirmed:   lang.Word("Are you sure?"),
	apperr.TooLarge:      lang.Word("Too large"),
	apperr.RateLimited:   lang.Word("Too fast"),
	apperr.Unavailable:   lang.Word("Not just now"),
	apperr.Internal:      lang.Word("Something went wrong"),
}
