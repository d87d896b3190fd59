package metadata

import (
	"strings"
	"testing"
	"time"
)

// Each would take minutes or never end, were it not bounded; the limit is for slow
// machines.
func TestHostilePagesCostLittle(t *testing.T) {
	t.Parallel()
	many := func(n int, text string) string { return strings.Repeat(text, n) }
	for name, body := range map[string]string{
		"itemref to itself":        many(50, `<div id=a itemscope itemtype=x/Product itemprop=x itemref="`+many(50, "a ")+`">`),
		"itemref to nothing":       `<div itemscope itemtype=x/Product itemref="` + many(50_000, "b ") + `">` + many(50_000, "<p>"),
		"variant of itself":        ld(`{"@id":"#a","@type":"ProductGroup","name":"A","hasVariant":{"@id":"#a"},"offers":{"@id":"#a"}}`),
		"circles of references":    ld(`{"@id":"#a","@type":"WebPage","x":1,"about":[` + many(999, `{"@id":"#a"},`) + `{"@id":"#a"}]}`),
		"as many variants":         ld(`[{"@id":"#v","@type":"x","offers":[` + many(9999, `{"price":1},`) + `{"price":2}]},{"@type":"ProductGroup","name":"A","hasVariant":[` + many(9999, `{"@id":"#v"},`) + `{"@id":"#v"}]}]`),
		"as many products":         ld(`[`+many(5_000, `{"@type":"Product","name":"A","offers":{}},`)+`{"@type":"Product","name":"B"}]`) + many(5_000, "<p>"),
		"brackets":                 ld(many(200_000, "[")),
		"quotes":                   ld(many(200_000, `{"`)),
		"prices within prices":     `<h1>A</h1><form action="/cart/add"></form>` + many(400, `<div class=price>`) + many(300_000, "word "),
		"headings within headings": many(100_000, `<h1>`) + many(100_000, "x"),
		"long attributes":          `<meta property="og:title" content="` + many(500_000, "<b>&amp;") + `">`,
		"many pictures":            many(10_000, `<img src=a.jpg width=1>`),
		"many metas":               many(10_000, `<meta property="og:image" content="data:x">`),
		"entities":                 "<title>" + many(300_000, "&amp;"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			checkProduct(t, ParseAs("https://shop.example/p/1", []byte(body)))
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}
