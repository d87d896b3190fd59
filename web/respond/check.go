package respond

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/labstack/echo/v5"

	"kinlist/views/ui"
)

// checked answers a check with the part of the form that has the control, and lets what is wrong there be read out. The
// others stay as they are: nobody has come to them yet.
func checked(c *echo.Context, control string, p Page) error {
	ctx, look := ui.WithLook(c.Request().Context(), control)
	if p.Part == nil {
		p.Part = p.Body
	}
	if err := p.Part.Render(ctx, io.Discard); err != nil {
		return err
	}
	h := c.Response().Header()
	h.Del("HX-Retarget") // of the form
	h.Del("HX-Reswap")
	if look.HTML.Len() == 0 {
		return c.NoContent(http.StatusNoContent)
	}
	if look.Wrong == "" {
		return c.HTMLBlob(http.StatusOK, look.HTML.Bytes())
	}
	said, err := json.Marshal(map[string]map[string]string{"announce": {"text": look.Wrong}})
	if err != nil {
		return err
	}
	h.Set("HX-Trigger", ascii(said))
	return c.HTMLBlob(http.StatusUnprocessableEntity, look.HTML.Bytes())
}

// ascii is JSON as a header can carry it.
func ascii(json []byte) string {
	var out strings.Builder
	for _, r := range utf16.Encode([]rune(string(json))) {
		if r < utf8.RuneSelf {
			out.WriteByte(byte(r))
			continue
		}
		fmt.Fprintf(&out, `\u%04x`, r)
	}
	return out.String()
}
