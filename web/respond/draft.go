package respond

import (
	"net/url"
	"strings"

	"github.com/labstack/echo/v5"
)

// maxDraft is the most of a form that is kept over a sign-in, in bytes as it is sent.
const maxDraft = 256 << 10

// draftOf is what a form sent that nobody was signed in for, without passwords; "" for nothing that can be kept.
func draftOf(c *echo.Context) string {
	r := c.Request()
	if !strings.HasPrefix(r.Header.Get("Content-Type"), "application/x-www-form-urlencoded") || r.ParseForm() != nil {
		return ""
	}
	kept := url.Values{}
	for name, values := range r.PostForm {
		if !strings.Contains(name, "password") {
			kept[name] = values
		}
	}
	if draft := kept.Encode(); len(draft) <= maxDraft {
		return draft
	}
	return ""
}
