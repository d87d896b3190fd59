// Package static holds the files that browsers fetch: one style sheet, one script, the icons. They are part of the
// program, carry a hash of their content in their name, and may therefore be kept for ever.
package static

import (
	"bytes"
	"embed"
	"path"
	"strings"
	"sync"

	"kinlist/internal/paths"
)

//go:embed css/*.css js/*.js icons/*.svg icons/*.png vendor/htmx/*.js
var files embed.FS

// The parts of what is served, in this order. The style sheets stand in the order of their layers. The extensions of
// htmx come with its core: loaded by themselves they race with defer and never connect.
var bundles = map[string][]string{
	"app.css": {
		"css/reset.css", "css/tokens.css", "css/base.css", "css/layout.css", "css/components.css", "css/forms.css",
		"css/pages.css", "css/utilities.css", "css/print.css",
	},
	"app.js": {
		"vendor/htmx/htmx.min.js", "vendor/htmx/hx-sse.min.js",
		"js/session.js", "js/rows.js", "js/focus.js", "js/notices.js", "js/forms.js", "js/pictures.js", "js/menus.js", "js/combobox.js", "js/keys.js",
		"js/mentions.js",
	},
	"sprite.svg":  {"icons/sprite.svg"},
	"favicon.svg": {"icons/favicon.svg"},

	"icon-192.png":      {"icons/icon-192.png"},
	"icon-512.png":      {"icons/icon-512.png"},
	"icon-maskable.png": {"icons/icon-maskable.png"},
}

var contentTypes = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
	".png": "image/png",
}

// URL is the address of a file by its plain name, as in URL("app.css"). A name that there is no file for is a
// mistake in a template and panics.
func URL(name string) string {
	hashed, ok := all().names[name]
	if !ok {
		panic("static: there is no " + name)
	}
	return paths.Static(hashed)
}

// Find is the file with the hashed name that URL gave out.
func Find(hashedName string) (Asset, bool) {
	a, ok := all().assets[hashedName]
	return a, ok
}

type index struct {
	names  map[string]string // plain name → hashed name
	assets map[string]Asset  // by hashed name
}

var all = sync.OnceValue(func() index {
	ix := index{names: map[string]string{}, assets: map[string]Asset{}}
	for name, parts := range bundles {
		a := newAsset(contentTypes[path.Ext(name)], join(parts))
		hashed := hashedName(name, a.Body)
		ix.names[name], ix.assets[hashed] = hashed, a
	}
	return ix
})

// join puts the parts of a text one below the other; a file by itself stays as it is.
func join(parts []string) []byte {
	var out bytes.Buffer
	for _, part := range parts {
		body, err := files.ReadFile(part)
		if err != nil {
			panic(err) // a part that was not embedded: the first test finds it
		}
		if len(parts) == 1 {
			return body
		}
		if strings.HasPrefix(part, "js/") {
			body = lean(body)
		}
		out.Write(bytes.TrimRight(body, "\n"))
		out.WriteString("\n")
	}
	return out.Bytes()
}

// lean is a script of ours without its comments and indentation: our scripts have no text of several lines, and comments
// on lines of their own.
func lean(script []byte) []byte {
	var out []byte
	for line := range bytes.Lines(script) {
		if line = bytes.TrimLeft(line, " "); !bytes.HasPrefix(line, []byte("//")) {
			out = append(out, line...)
		}
	}
	return out
}

func hashedName(name string, body []byte) string {
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + digest(body) + ext
}
