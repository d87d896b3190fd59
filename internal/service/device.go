package service

import (
	"context"
	"strings"

	"kinlist/internal/lang"
)

// sign is what a browser says in its user agent, and the word that people know it by. Most browsers also name those
// that they resemble, so the first sign found counts.
type sign struct{ mark, word string }

var browsers = []sign{
	{"Edg", "Edge"},
	{"OPR/", "Opera"},
	{"SamsungBrowser/", "Samsung Internet"},
	{"Firefox/", "Firefox"},
	{"FxiOS/", "Firefox"},
	{"Chrome/", "Chrome"},
	{"CriOS/", "Chrome"},
	{"Safari/", "Safari"},
}

var machines = []sign{
	{"iPhone", "iPhone"},
	{"iPad", "iPad"},
	{"Android", "Android"},
	{"CrOS", "ChromeOS"},
	{"Windows", "Windows"},
	{"Macintosh", "Mac"},
	{"Linux", "Linux"},
}

// device says in words what a user agent stands for: "Firefox on Windows".
func device(ctx context.Context, userAgent string) string {
	browser, machine := named(browsers, userAgent), named(machines, userAgent)
	switch {
	case browser != "" && machine != "":
		return lang.T(ctx, "%s on %s", browser, machine)
	case browser == "" && machine == "":
		return lang.T(ctx, "Another program")
	}
	return browser + machine
}

func named(signs []sign, userAgent string) string {
	for _, s := range signs {
		if strings.Contains(userAgent, s.mark) {
			return s.word
		}
	}
	return ""
}
