package metadata

import "testing"

func TestPictures(t *testing.T) {
	t.Parallel()
	og := func(link string) string { return `<meta property="og:image" content="` + link + `">` }
	runSamples(t, []sample{
		{name: "relative", html: og("i/a.jpg"), image: "https://shop.example/p/i/a.jpg"},
		{name: "from the root", html: og("/i/a.jpg"), image: "https://shop.example/i/a.jpg"},
		{name: "scheme of the page", html: og("//cdn.example/a.jpg"), image: "https://cdn.example/a.jpg"},
		{name: "base", html: `<base href="https://cdn.example/x/">` + og("a.jpg"), image: "https://cdn.example/x/a.jpg"},
		{name: "relative base", html: `<base href="/x/">` + og("a.jpg"), image: "https://shop.example/x/a.jpg"},
		{name: "base of another scheme", html: `<base href="javascript:alert(1)">` + og("a.jpg"), image: "https://shop.example/p/a.jpg"},
		{name: "blanks and Unicode", html: og("/i/süßer bär.jpg"), image: "https://shop.example/i/s%C3%BC%C3%9Fer%20b%C3%A4r.jpg"},
		{name: "blanks around", html: og("  /i/a.jpg\n "), image: "https://shop.example/i/a.jpg"},
		{name: "data", html: og("data:image/png;base64,AAAA"), image: none},
		{name: "script", html: og("javascript:alert(1)"), image: none},
		{name: "drawing only when nothing else is there", html: og("/a.svg") + `<meta name="twitter:image" content="/b.jpg">`, image: "https://shop.example/b.jpg"},
		{name: "webp", html: og("/a.webp?w=800"), image: "https://shop.example/a.webp?w=800"},
		{name: "logo before the product's", html: og("/logo.png") + `<h1>Ball</h1><img src="/ball.jpg">`, image: "https://shop.example/ball.jpg"},
		{name: "logo alone", html: og("/static/logo.png"), image: "https://shop.example/static/logo.png"},
		{name: "pixel", html: `<img src="/pixel.gif"><img src="/1.gif" width="1" height="1"><img src="/ball.jpg">`, image: "https://shop.example/ball.jpg"},
		{name: "small ones", html: `<img src="/flag.png" width=24><img src="/ball.jpg" width=600>`, image: "https://shop.example/ball.jpg"},
		{name: "lazy", html: `<img src="data:image/gif;base64,R0" data-src="/ball.jpg">`, image: "https://shop.example/ball.jpg"},
		{name: "srcset", html: `<img srcset="/s.jpg 300w, /l.jpg 900w, /m.jpg 600w">`, image: "https://shop.example/l.jpg"},
		{name: "in the header", html: `<header><img src="/head.jpg"></header><img src="/ball.jpg">`, image: "https://shop.example/ball.jpg"},
		{name: "http on an https page", html: og("http://cdn.example/a.jpg"), image: "https://cdn.example/a.jpg"},
		{name: "http on an http page", link: "http://shop.example/p/1", html: og("/a.jpg"), image: "http://shop.example/a.jpg"},
		{name: "private host", html: og("http://192.168.1.1/a.jpg") + og("/b.jpg"), image: "https://shop.example/b.jpg"},
		{name: "local name", html: og("http://localhost/a.jpg"), image: none},
		{name: "private host in another spelling", html: og("http://0x7f.1/a.jpg"), image: none},
		{name: "credentials", html: og("https://u:p@cdn.example/a.jpg"), image: "https://cdn.example/a.jpg"},
		{name: "link tag", html: `<link rel="image_src" href="/a.jpg">`, image: "https://shop.example/a.jpg"},
	})
}
