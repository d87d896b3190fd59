package metadata

import (
	"regexp"
	"strings"

	"kinlist/internal/lang"
)

// What is said of pages that could not be read.
var (
	warnWall    = lang.Word("The shop did not let us read the page: fill it in by hand.")
	warnSignIn  = lang.Word("The page asks to sign in first: fill it in by hand.")
	warnConsent = lang.Word("The page asks for consent first: fill it in by hand.")
	warnAge     = lang.Word("The page asks for an age first: fill it in by hand.")
	warnScript  = lang.Word("The page shows itself only to a browser: fill it in by hand.")
	warnHome    = lang.Word("The link now leads to the shop's front page: check it, or fill it in by hand.")
	warnNothing = lang.Word("The page says nothing about a product: check what was filled in.")
	warnBroken  = lang.Word("The page could not be read: fill it in by hand.")
	warnMissing = lang.Word("The shop has no page at that link: check it, or fill it in by hand.")
	warnTrouble = lang.Word("The shop has trouble of its own right now: fill it in by hand.")
	warnSlow    = lang.Word("The shop was too slow to send the whole page: check what was filled in.")
	warnEmpty   = lang.Word("The page is empty.")
	warnFile    = lang.Word("The link leads to a file, not to a page.")
	warnPicture = lang.Word("The link leads to a picture, not to a page.")
)

// startsWith matches a text that starts with one of some patterns: a product may
// have the words of a wall further on.
func startsWith(patterns ...string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)^\s*(` + strings.Join(patterns, "|") + `)`)
}

// What stands at the start of pages that stand in a product page's place.
var (
	wallTitle = startsWith(
		`just a moment`, `nur einen moment`, `einen moment`, `un instant`, `un momento`, `um momento`, `só um momento`, `even geduld`, `een ogenblik`, `jeszcze chwila`, `cierpliwości`, `ett ögonblick`, `vänta`, `et øjeblik`, `et øyeblikk`,
		`odota`, `okamžik`, `egy pillanat`, `o clipă`, `bir dakika`, `biraz bekleyin`, `один момент`, `одну секунду`, `подождите`, `зачекайте`, `только что`, `しばらくお待ちください`, `请稍候`, `請稍候`, `잠시만`, `لحظة`, `רק רגע`,
		`one moment,? please`, `one more step`, `please (wait|verify|confirm)`, `attention required`, `robot check`, `bot (check|detection|verification|or not|challenge)`, `pardon our interruption`,
		`access (is )?(temporarily )?(denied|restricted|blocked|to this (page|site|website))`, `zugriff (verweigert|blockiert|nicht)`, `accès (refusé|bloqué|interdit)`, `acceso (denegado|restringido|bloqueado)`, `accesso (negato|bloccato)`, `acesso (negado|bloqueado)`,
		`toegang (geweigerd|geblokkeerd)`, `odmowa dostępu`, `dostęp zablokowany`, `доступ (ограничен|запрещ|заблокирован)`, `åtkomst nekad`, `erişim engellendi`, `アクセスが拒否`, `拒绝访问`, `访问受限`,
		`are you (a )?(human|robot)`, `sind sie ein (mensch|roboter)`, `êtes-vous un (humain|robot)`, `(human|security|browser|captcha|anti-?bot) (verification|check|challenge)`, `verif(y|ying|ication)( that| if)? you`, `captcha`, `recaptcha`, `checking (your|if)`,
		`let'?s confirm you`, `press (&|and) hold`, `ddos-guard`, `ddos protection`, `client challenge`, `vercel security`, `request (blocked|rejected|unsuccessful)`, `(sorry,? )?you have been blocked`, `blocked$`, `queue-it`, `you are (now )?in (line|the queue)`,
		`(error )?(403|429|503)\s*($|[-–—|:!.]|error|forbidden|too many|service)`, `forbidden$`, `too many requests`, `service (temporarily )?unavailable`, `sorry! something went wrong`, `incapsula`, `challenge validation`, `unusual traffic`, `site verification`,
	)
	signInTitle = startsWith(
		`(please |you need to )?(sign|log)[ -]?in\b`, `login\b`, `anmelden\b`, `anmeldung\b`, `einloggen\b`, `connexion\b`, `(se connecter|connectez-vous)\b`, `identifiez-vous\b`, `identificarse\b`, `iniciar? sesión`, `inicia sesión`, `accedi\b`, `acessar\b`, `entrar\b`, `inloggen\b`, `logga in\b`, `logg inn\b`, `log ind\b`,
		`kirjaudu\b`, `zaloguj`, `přihlášení`, `войти`, `вход`, `ログイン`, `サインイン`, `登录`, `登入`, `로그인`,
	)
	consentTitle = startsWith(
		`before you continue`, `bevor sie`, `avant d'accéder`, `avant de continuer`, `antes de continuar`, `prima di continuare`, `voordat je verdergaat`, `innan du fortsätter`, `zanim przejdziesz`, `cookie (consent|settings|preferences|policy notice)`,
		`(we value )?your privacy\b`, `privacy (settings|preferences|choices)`, `wir (respektieren|schätzen) ihre`, `datenschutz-?einstellungen`, `nous respectons votre`,
	)
	ageTitle = startsWith(
		`age (verification|check|gate|confirmation)`, `are you (over|at least|of legal|old enough|18|21)`, `verify your age`, `you must be (over|at least|18|21)`, `altersprüfung`, `altersverifikation`, `sind sie (über|mindestens) (16|18)`, `bist du (über|mindestens) (16|18)`, `avez-vous (plus de )?18`, `vérification de l'âge`, `¿eres mayor`, `verifica (dell')?età`, `leeftijdscontrole`,
	)
	missingTitle = startsWith(
		`(error )?404\s*($|[-–—|:!.]|error|not found|page)`, `(oops[!,.]* )?(the |this |that )?(page|product|item|article)( you requested| you are looking for)? (is |was |could |can)?( ?not|n't) (be )?(found|exist|available)`, `not found$`, `seite nicht gefunden`, `(artikel|produkt) nicht (gefunden|mehr)`,
		`page (non trouvée|introuvable)`, `página no encontrada`, `pagina non trovata`, `página não encontrada`, `pagina niet gevonden`, `sidan (hittades|kunde) inte`, `siden (blev|ble) ikke funnet`, `nie znaleziono strony`, `strona nie (istnieje|została)`, `страница не найдена`, `ページが見つかりません`, `页面不存在`,
	)
	scriptTitle = startsWith(`(please )?(enable|turn on) (javascript|cookies)`, `javascript (is )?(required|disabled|not enabled)`, `you need to enable`, `loading\b[\s.…]*$`, `(wird |seite wird )?geladen[\s.…]*$`, `chargement[\s.…]*$`)
	needsScript = regexp.MustCompile(`(?i)(enable|activate|turn on|requires?|need) (javascript|js\b)|javascript (is )?(required|disabled|aktivieren)|aktivieren sie (bitte )?javascript|activer javascript|activez javascript|(active|habilit[ea]|abilita|attiva) javascript|javascript (and cookies )?to (be enabled|run|continue)`)
	// wallText is said by short pages that ask whether a person is there.
	wallText = regexp.MustCompile(`(?i)(verify|confirm|prove|sure) (that )?you('re| are) (a )?(human|not a (ro)?bot)|unusual (traffic|activity)|automated (access|traffic|requests)|are you a (human|robot)|bestätigen sie, dass sie ein mensch|request could not be satisfied|suspicious activity`)
)

// wallMarks are parts of pages that only ask whether a person is there.
const wallMarks = "form[action*=validateCaptcha], #challenge-form, #challenge-running, #cf-challenge-running, #px-captcha, " +
	"iframe[src*=_Incapsula_Resource], iframe[src*='captcha-delivery.com'], script[src*='captcha-delivery.com'], .cf-error-details"

// captchas are parts that other pages have too, if long ones.
const captchas = ".g-recaptcha, .h-captcha, .cf-turnstile, iframe[src*=recaptcha], iframe[src*=hcaptcha]"

// wall says why a page is not the product's own, or "". A page with a product in
// its data is none, whatever its title.
func (p *page) wall(hasProduct bool) string {
	if hasProduct {
		return ""
	}
	title := plain(p.first("title").Text(), maxTitle)
	heading := plain(p.heading(), maxTitle)
	if p.has(wallMarks) || title == "" && wallTitle.MatchString(heading) {
		return warnWall
	}
	if said := p.titleWall(title); said != "" {
		return said
	}
	switch {
	case strings.HasPrefix(p.url.Hostname(), "consent."):
		return warnConsent
	case p.ledToSignIn() || p.has("input[type=password i]") && signInTitle.MatchString(heading):
		return warnSignIn
	case p.ledHome():
		return warnHome
	}
	return p.shortWall(heading)
}

// mostWords bounds the letters of a page that is only a wall: one that says much
// is about what its title says.
const mostWords = 4000

// titleWall tells a wall by its title. A gate may lie over a page whose tags name
// the product.
func (p *page) titleWall(title string) string {
	if !p.shorterThan(mostWords) {
		return ""
	}
	tagged := p.meta("og:title")
	for _, w := range []struct {
		starts  *regexp.Regexp
		warning string
		gate    bool
	}{
		{wallTitle, warnWall, false},
		{signInTitle, warnSignIn, false},
		{missingTitle, warnMissing, false},
		{scriptTitle, warnScript, false},
		{consentTitle, warnConsent, true},
		{ageTitle, warnAge, true},
	} {
		if w.starts.MatchString(title) && (!w.gate || tagged == "" || w.starts.MatchString(tagged)) {
			return w.warning
		}
	}
	return ""
}

// heading is the page's main heading.
func (p *page) heading() string {
	for _, level := range []string{"h1", "h2"} {
		if s := p.Find(level); s.Length() > 0 {
			return s.First().Text()
		}
	}
	return ""
}

// shortWall tells by its heading and words a page that says next to nothing else.
func (p *page) shortWall(heading string) string {
	if !p.isShort() {
		return ""
	}
	switch {
	case wallTitle.MatchString(heading), p.has(captchas), wallText.MatchString(p.Find("body").Text()):
		return warnWall
	case scriptTitle.MatchString(heading):
		return warnScript
	case consentTitle.MatchString(heading):
		return warnConsent
	case ageTitle.MatchString(heading):
		return warnAge
	case missingTitle.MatchString(heading):
		return warnMissing
	}
	return ""
}

// ledHome reports whether a link into a shop ended on its front page, which is how
// many say that they no longer have a thing.
func (p *page) ledHome() bool {
	return p.asked.Path != "/" && p.url.Path == "/" && p.url.RawQuery == "" &&
		registered(p.asked.Hostname()) == registered(p.url.Hostname())
}

var signInPath = regexp.MustCompile(`(?i)/(log-?in|sign-?in|auth|anmelden|connexion|sso)(/|\.|$)`)

// ledToSignIn reports whether a link to something else ended on a page to sign in.
func (p *page) ledToSignIn() bool {
	return signInPath.MatchString(p.url.Path) && !signInPath.MatchString(p.asked.Path)
}

// shell reports a page that holds no more than the script that would fill it.
func (p *page) shell() bool {
	return p.isShort() && (needsScript.MatchString(p.Find("noscript").Text()+p.Find("body").Text()) ||
		p.has("script[src]") && p.Find("h1").Length() == 0)
}

// isShort reports whether a page shows next to nothing.
func (p *page) isShort() bool { return p.shorterThan(600) }

func (p *page) shorterThan(letters int) bool {
	body := p.Find("body")
	return body.Length() == 0 || len(innerText(body.Get(0))) < letters
}
