package giftview

import (
	"net/url"
	"regexp"

	"github.com/a-h/templ"

	"kinlist/internal/paths"
)

// plainBase is an address of this program that can stand in a script as it is: nothing in it ends a string, and nothing
// is unescaped into something that does.
var plainBase = regexp.MustCompile(`^https?://([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?$`)

var plainPath = regexp.MustCompile(`^[A-Za-z0-9/._~-]*$`)

// BookmarkletAt is a bookmark that takes the page it is clicked on to the quick-add form of the program at scheme and
// host. It only goes there; it reads nothing but the page's address and title. It is "" where the address cannot stand
// in a script as it is.
//
// It is the one address of the program that is no web address. The content security policy keeps it from running on
// the program's own pages.
func BookmarkletAt(site *url.URL) templ.SafeURL {
	origin := site.Scheme + "://" + site.Host
	if !plainBase.MatchString(origin) || !plainPath.MatchString(paths.NewIdea()) {
		return ""
	}
	return templ.SafeURL("javascript:location.href='" + origin + paths.NewIdea() +
		"?link='+encodeURIComponent(location.href)+'&title='+encodeURIComponent(document.title)")
}
