package metadata

import (
	"regexp"
	"strings"
)

// What is said of pages that could not be read.
const (
	warnWall    = "The shop did not let us read the page: fill it in by hand."
	warnSignIn  = "The page asks to sign in first: fill it in by hand."
	warnConsent = "The page asks for consent first: fill it in by hand."
	warnScript  = "The page shows itself only to a browser: fill it in by hand."
	warnHome    = "The link now leads to the shop's front page: check it, or fill it in by hand."
	warnNothing = "The page says nothing about a product: check what was filled in."
	warnBroken  = "The page could not be read: fill it in by hand."
)

// Titles of pages that stand in a product page's place, at their very start: a
// product may have such words further on.
var (
	wallTitle = regexp.MustCompile(`(?i)^(` + strings.Join([]string{
		`just a moment`, `nur einen moment`, `un instant`, `un momento`, `um momento`, `even geduld`, `jeszcze chwila`, `ett ögonblick`, `しばらくお待ちください`, `один момент`, `только что`,
		`one moment,? please`, `please wait`, `attention required`, `robot check`, `bot (check|detection|verification|or not)`, `pardon our interruption`,
		`access (is )?(temporarily )?(denied|restricted|blocked|to this page)`, `zugriff verweigert`, `accès refusé`, `acceso denegado`, `accesso negato`,
		`are you (a )?(human|robot)`, `(human|security|browser|captcha) (verification|check|challenge)`, `verif(y|ying) (that )?you`, `captcha`, `recaptcha`, `checking (your|if)`,
		`let'?s confirm you`, `press (&|and) hold`, `ddos-guard`, `client challenge`, `vercel security`, `request (blocked|rejected|unsuccessful)`, `you have been blocked`, `blocked$`,
		`(error )?(403|429|503)\b`, `forbidden$`, `too many requests`, `service (temporarily )?unavailable`, `sorry! something went wrong`, `incapsula`, `challenge validation`, `unusual traffic`,
	}, "|") + `)`)
	signInTitle  = regexp.MustCompile(`(?i)^((please )?(sign|log) ?in|login|anmelden|einloggen|connexion|se connecter|iniciar sesión|accedi|entrar|inloggen|logga in|logg inn|log ind|zaloguj|войти)\b`)
	consentTitle = regexp.MustCompile(`(?i)^(before you continue|bevor sie|avant d'accéder|antes de continuar|prima di continuare|voordat je verdergaat|cookie consent|we value your privacy)`)
	scriptTitle  = regexp.MustCompile(`(?i)^(please )?(enable javascript|javascript (is )?(required|disabled|not enabled)|you need to enable)`)
	needsScript  = regexp.MustCompile(`(?i)(enable|activate|turn on|requires?|need) javascript|javascript (is )?(required|disabled|aktivieren)|activer javascript|javascript to (be enabled|run)`)
)

// wallMarks are parts of pages that only ask whether a person is there.
const wallMarks = "form[action*=validateCaptcha], #challenge-form, #challenge-running, #cf-challenge-running, #px-captcha, " +
	"iframe[src*=_Incapsula_Resource], iframe[src*='captcha-delivery.com'], script[src*='captcha-delivery.com'], .cf-error-details"

// wall says why a page is not the product's own, or "". A page with a product in
// its data is none, whatever its title.
func (p *page) wall(hasProduct bool) string {
	if hasProduct {
		return ""
	}
	title := plain(p.Find("title").First().Text(), maxTitle)
	heading := plain(p.Find("h1").First().Text(), maxTitle)
	hasPassword := p.Find("input[type=password i]").Length() > 0
	switch {
	case p.Find(wallMarks).Length() > 0, wallTitle.MatchString(title), title == "" && wallTitle.MatchString(heading):
		return warnWall
	case signInTitle.MatchString(title), hasPassword && signInTitle.MatchString(heading):
		return warnSignIn
	case consentTitle.MatchString(title), strings.HasPrefix(p.url.Hostname(), "consent."):
		return warnConsent
	case scriptTitle.MatchString(title):
		return warnScript
	case wallTitle.MatchString(heading) && p.isShort():
		return warnWall
	case p.ledHome():
		return warnHome
	}
	return ""
}

// ledHome reports whether a link into a shop ended on its front page, which is how
// many say that they no longer have a thing.
func (p *page) ledHome() bool {
	return p.asked.Path != "/" && p.url.Path == "/" && p.url.RawQuery == "" &&
		registered(p.asked.Hostname()) == registered(p.url.Hostname())
}

// shell reports a page that holds no more than the script that would fill it.
func (p *page) shell() bool {
	return p.isShort() && (needsScript.MatchString(p.Find("noscript").Text()+p.Find("body").Text()) ||
		p.Find("script[src]").Length() > 0 && p.Find("h1").Length() == 0)
}

// isShort reports whether a page shows next to nothing.
func (p *page) isShort() bool {
	const fewLetters = 600
	body := p.Find("body")
	return body.Length() == 0 || len(innerText(body.Get(0))) < fewLetters
}
