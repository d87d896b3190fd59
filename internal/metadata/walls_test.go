package metadata

import "testing"

func TestWallsAreToldFromPages(t *testing.T) {
	t.Parallel()
	const link = "https://www.shop.example/p/red-wooden-train-12345"
	wall := func(name, html, warning string) sample {
		return sample{name: name, link: link, html: html, title: "Red wooden train", price: none, image: none, site: "shop.example", warn: warning}
	}
	runSamples(t, []sample{
		wall("Cloudflare", `<title>Just a moment...</title><meta property="og:title" content="Just a moment...">`, warnWall),
		wall("Cloudflare in German", `<title>Nur einen Moment…</title>`, warnWall),
		wall("Cloudflare blocked", `<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1>`, warnWall),
		wall("Imperva", `<html><head></head><body><iframe src="/_Incapsula_Resource?x=1"></iframe></body>`, warnWall),
		wall("Distil", `<title>Pardon Our Interruption</title>`, warnWall),
		wall("Akamai", `<title>Access Denied</title><h1>Access Denied</h1>`, warnWall),
		wall("PerimeterX", `<title>Access to this page has been denied</title><div id="px-captcha"></div>`, warnWall),
		wall("press and hold", `<title>shop.example</title><h1>Press &amp; Hold to confirm</h1>`, warnWall),
		wall("DataDome", `<title>shop.example</title><script src="https://ct.captcha-delivery.com/c.js"></script>`, warnWall),
		wall("sign-in", `<title>Sign in | Shop</title><input type="password">`, warnSignIn),
		wall("sign-in by heading", `<title>Shop</title><h1>Log in</h1><input type="password">`, warnSignIn),
		wall("consent", `<title>Before you continue to Shop</title>`, warnConsent),
		wall("script title", `<title>JavaScript is disabled</title>`, warnScript),
		wall("shell", `<title>shop.example</title><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/app.js"></script>`, warnScript),
		wall("too many requests", `<title>429 Too Many Requests</title>`, warnWall),

		{name: "a book of that name", html: `<title>Just a Moment</title>` + ld(`{"@type":"Book","name":"Just a Moment","offers":{"price":"9","priceCurrency":"EUR"}}`), title: "Just a Moment", price: "9.00 EUR", warn: none},
		{name: "a product that speaks of robots", html: `<title>Toy robot check-up set</title><h1>Toy robot check-up set</h1>`, title: "Toy robot check-up set", warn: none},
		{name: "a page with a sign-in form in its header", html: `<title>Ball</title><input type="password"><h1>Ball</h1>`, title: "Ball", warn: none},
		{name: "an age gate over a product", html: `<meta property="og:title" content="Gin"><title>Are you over 18?</title>`, title: "Gin"},
		{name: "nothing at all", link: "https://shop.example/", html: `<html></html>`, title: none, warn: warnNothing},
	})
}

func TestWhatIsNoPageIsSaid(t *testing.T) {
	t.Parallel()
	const png = "\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"
	for name, c := range map[string]struct {
		contentType, body string
		want              sample
	}{
		"picture":                {"image/png", png, sample{title: "Red ball", image: "https://shop.example/red-ball.png", warn: "The link leads to a picture, not to a page."}},
		"PDF":                    {"application/pdf", "%PDF-1.7", sample{title: "Red ball", image: none, warn: "The link leads to a file, not to a page."}},
		"zip":                    {"application/zip", "PK\x03\x04", sample{warn: "The link leads to a file, not to a page."}},
		"JSON":                   {"application/json", `{"title":"x"}`, sample{warn: "The link leads to a file, not to a page."}},
		"no type, but a page":    {"", "<!DOCTYPE html><title>Ball</title>", sample{title: "Ball"}},
		"no type, but a picture": {"", png, sample{image: "https://shop.example/red-ball.png"}},
		"plain type, but a page": {"text/plain", "<!DOCTYPE html><title>Ball</title>", sample{title: "Ball"}},
		"page sent as a picture": {"image/jpeg", "<!DOCTYPE html><title>Ball</title>", sample{title: "Ball"}},
		"XHTML":                  {"application/xhtml+xml", "<html><title>Ball</title></html>", sample{title: "Ball"}},
		"empty":                  {"text/html", " \n", sample{title: "Red ball", warn: "The page is empty."}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c.want.check(t, Parse("https://shop.example/red-ball.png", c.contentType, []byte(c.body)))
		})
	}
}

func TestDeeplyNestedPagesGiveTheirHead(t *testing.T) {
	t.Parallel()
	body := []byte(`<html><head><title>Ball</title></head><body>`)
	for range 100_000 {
		body = append(body, "<div>"...)
	}
	sample{title: "Ball"}.check(t, ParseAs("https://shop.example/p/1", body))
}
