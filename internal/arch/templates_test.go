package arch

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

// banned is what no template may hold. The content security policy has no 'unsafe-inline': most of it would not run.
var banned = []struct {
	pattern *regexp.Regexp
	why     string
}{
	{regexp.MustCompile(`hx-on`), "scripts stand in static/js"},
	{regexp.MustCompile(`hx-boost`), "pages are pages; parts are asked for by name"},
	{regexp.MustCompile(`hx-trigger"?\s*[=:]\s*"[^"]*\[`), "htmx must not evaluate conditions"},
	{regexp.MustCompile(`["'{ ]js:`), "htmx must not evaluate text"},
	{regexp.MustCompile(`(?i)javascript:`), "addresses are http or https"},
	{regexp.MustCompile(`(?i)[\s"]on[a-z]+"?\s*[=:]\s*["{]`), "event handlers stand in static/js"},
	{regexp.MustCompile(`(?i)\bstyle\s*=|"style":|<style`), "styles stand in static/css"},
	{regexp.MustCompile(`(?is)<script\b[^>]*>\s*[^\s<]`), "scripts stand in static/js"},
	{regexp.MustCompile(`templ\.Raw\(`), "text is escaped"},
}

func TestTemplatesHoldNoInlineScriptOrStyle(t *testing.T) {
	t.Parallel()
	for _, v := range templateViolations(t, source) {
		t.Error(v)
	}
}

func TestWhatIsBannedFromTemplatesIsFound(t *testing.T) {
	t.Parallel()
	for markup, want := range map[string]bool{
		`<a hx-on:click="x()">`:                        true,
		`<body hx-boost="true">`:                       true,
		`<a hx-vals="js:{a: 1}">`:                      true,
		`<a href="javascript:x()">`:                    true,
		`<a hx-trigger="click[ctrlKey]">`:              true,
		`<a hx-trigger="click, keyup from:body">`:      false,
		`<a onclick="x()">`:                            true,
		`<a onclick={ x() }>`:                          true,
		`{ templ.Attributes{"onclick": "x()"}... }`:    true,
		`<p style="color: red">`:                       true,
		`<p style={ red }>`:                            true,
		`<style>p { color: red }</style>`:              true,
		"<script>\n\tx()\n</script>":                   true,
		`@templ.Raw("<b>")`:                            true,
		`<script src="/app.js" defer></script>`:        false,
		`<script src={ static.URL("a.js") }></script>`: false,
		`<button type="button" name="on">on</button>`:  false,
		`<p class="style">condition: { x }</p>`:        false,
	} {
		fake := fstest.MapFS{"views/x/x.templ": {Data: []byte(markup)}}
		if found := templateViolations(t, fake); (len(found) > 0) != want {
			t.Errorf("%s: found %v; want it banned: %t", markup, found, want)
		}
	}
}

func templateViolations(t *testing.T, source fs.FS) []string {
	t.Helper()
	var found []string
	walk(t, source, []string{".templ"}, func(name string, text []byte) {
		for _, b := range banned {
			for _, at := range b.pattern.FindAllIndex(text, -1) {
				line := 1 + strings.Count(string(text[:at[0]]), "\n")
				found = append(found, fmt.Sprintf("%s:%d: %s: %s", name, line, strings.TrimSpace(string(text[at[0]:at[1]])), b.why))
			}
		}
	})
	return found
}
