package middleware

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
)

// policy lets a page use our own files and nothing else: no inline script, no inline style, no other host.
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; " +
	"manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// Headers sets what every answer carries to be safe.
func Headers(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		h := c.Response().Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		if c.Scheme() == "https" {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		return next(c)
	}
}

// Origin refuses writes that another site's page sends. It asks what the browser says of the request's origin, so no
// form needs a token. base is where people see the program when a proxy hides it; nil where nothing does.
func Origin(base *url.URL) echo.MiddlewareFunc {
	guard := http.NewCrossOriginProtection()
	if base != nil {
		_ = guard.AddTrustedOrigin(base.Scheme + "://" + base.Host) // config checked the address
	}
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c *echo.Context) error {
			if err := guard.Check(c.Request()); err != nil {
				return apperr.New(apperr.Forbidden, "This form was sent from another site. Open Kinlist and try again there.").Because(err)
			}
			return next(c)
		}
	}
}

// Local reports whether the request comes from this very machine, with no proxy between and by a name of this machine.
func Local(c *echo.Context) bool {
	r := c.Request()
	for _, header := range []string{"Forwarded", "X-Forwarded-For", "X-Real-Ip", "Via"} {
		if r.Header.Get(header) != "" {
			return false
		}
	}
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	return err == nil && peer.Addr().Unmap().IsLoopback() && loopbackName(r.Host)
}

func loopbackName(hostport string) bool {
	host := hostport
	if h, _, err := net.SplitHostPort(hostport); err == nil {
		host = h
	}
	host = strings.Trim(host, "[]")
	if host == "localhost" {
		return true
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.IsLoopback()
}
