package giftview_test

import (
	"net/url"
	"regexp"
	"testing"

	"kinlist/views/giftview"
)

func TestNothingButOurOwnAddressGetsIntoTheBookmarklet(t *testing.T) {
	t.Parallel()
	shape := regexp.MustCompile(`^javascript:location\.href='https?://[A-Za-z0-9.:\[\]-]+/ideas/new\?link='\+encodeURIComponent\(location\.href\)\+'&title='\+encodeURIComponent\(document\.title\)$`)
	for _, host := range []string{"gifts.example", "192.168.1.5:8080", "[::1]:8080", "localhost"} {
		if got := string(giftview.BookmarkletAt(&url.URL{Scheme: "https", Host: host})); !shape.MatchString(got) {
			t.Errorf("%s: %s", host, got)
		}
	}
	for _, host := range []string{"", "a'+alert(1)+'", "a%27+alert(1)+%27", `a\`, "a/b", "a b", "a\nb", "a?b", "a;b", `"a`, "ünicode.example", "user@a"} {
		if got := giftview.BookmarkletAt(&url.URL{Scheme: "https", Host: host}); got != "" {
			t.Errorf("%q got in: %s", host, got)
		}
	}
	for _, scheme := range []string{"", "javascript", "http:'", "file"} {
		if got := giftview.BookmarkletAt(&url.URL{Scheme: scheme, Host: "gifts.example"}); got != "" {
			t.Errorf("scheme %q got in: %s", scheme, got)
		}
	}
}
