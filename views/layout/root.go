package layout

import "github.com/a-h/templ"

// rootAttributes are the person's and the season's look, on the root of the document.
func rootAttributes(c Chrome) templ.Attributes {
	season := c.Season
	if season == "" {
		season = "plain"
	}
	attrs := templ.Attributes{"data-season": season}
	if c.Theme == "light" || c.Theme == "dark" {
		attrs["data-theme"] = c.Theme
	}
	if c.KeysOff {
		attrs["data-keys"] = "off"
	}
	if c.Accent != "" {
		attrs["data-accent"] = c.Accent
	}
	return attrs
}
