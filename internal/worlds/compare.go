package worlds

import (
	"encoding/base64"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	tokens  = regexp.MustCompile(`("Token":"|/invite/|/reset/)[0-9a-f]{64}`) // random, of links that somebody just made
	cursors = regexp.MustCompile(`("(?:Next|Prev)":"|cursor=)([A-Za-z0-9_-]{20,})`)
)

// Names replaces what is new in one copy of a world: an id that the world did not have is called by when it was first
// seen, so that two copies in which the same was made agree.
type Names struct {
	known map[string]bool
	fresh map[string]string
}

// NewNames knows the ids of a pool.
func NewNames(pool Pool) *Names {
	n := &Names{known: map[string]bool{}, fresh: map[string]string{}}
	for _, id := range pool.All() {
		n.known[id] = true
	}
	return n
}

// Text is an answer with cursors opened and fresh ids replaced.
func (n *Names) Text(answer string) string {
	if holdsOne(answer, `"Next":"`, `"Prev":"`, "cursor=") {
		answer = cursors.ReplaceAllStringFunc(answer, func(s string) string {
			parts := cursors.FindStringSubmatch(s)
			raw, err := base64.RawURLEncoding.DecodeString(parts[2])
			if err != nil {
				return s
			}
			return parts[1] + string(raw)
		})
	}
	if holdsOne(answer, `"Token":"`, "/invite/", "/reset/") {
		answer = tokens.ReplaceAllString(answer, "${1}")
	}
	return replaceIDs(answer, func(id string) string {
		if n.known[id] {
			return id
		}
		if n.fresh[id] == "" {
			n.fresh[id] = fmt.Sprintf("fresh-%d", len(n.fresh))
		}
		return n.fresh[id]
	})
}

// holdsOne reports whether a text holds one of some words: a search for these is much faster than one by an expression.
func holdsOne(text string, words ...string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, word) })
}

const (
	idLength = 36
	firstOf  = 8 // what of an id stands before its first hyphen
)

// replaceIDs replaces every id in a text. An expression for that took a quarter of the time that the comparison takes.
func replaceIDs(text string, by func(id string) string) string {
	var out strings.Builder
	for {
		at := nextID(text)
		if at < 0 {
			return out.String() + text
		}
		out.WriteString(text[:at])
		out.WriteString(by(text[at : at+idLength]))
		text = text[at+idLength:]
	}
}

// nextID is where the first id of a text begins, or -1.
func nextID(text string) int {
	for from := firstOf; ; {
		hyphen := strings.IndexByte(text[min(from, len(text)):], '-')
		if hyphen < 0 {
			return -1
		}
		from += hyphen
		if at := from - firstOf; len(text) >= at+idLength && isID(text[at:at+idLength]) {
			return at
		}
		from++
	}
}

func isID(s string) bool {
	for i := range len(s) {
		c := s[i]
		switch i {
		case 8, 13, 18, 23:
			if c != '-' {
				return false
			}
		default:
			if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
				return false
			}
		}
	}
	return true
}

// Same fails the test when two answers differ, and shows where.
func Same(tb testing.TB, who, what, with, without string) bool {
	tb.Helper()
	if with == without {
		return true
	}
	at := 0
	for at < min(len(with), len(without)) && with[at] == without[at] {
		at++
	}
	around := func(s string) string { return strings.ToValidUTF8(s[max(0, at-120):min(len(s), at+180)], "") }
	tb.Errorf("%s learns something from %s\nwith what is hidden    … %s …\nwithout what is hidden … %s …", who, what, around(with), around(without))
	return false
}

// Pick is the ids of a kind, and some of all others: right addresses and wrong ones.
func (p Pool) Pick(kind Kind, others int) []string {
	some := slices.Clone(p[kind])
	for i, id := range p.All() {
		if i%max(1, len(p.All())/max(1, others)) == 0 {
			some = append(some, id)
		}
	}
	return some
}
