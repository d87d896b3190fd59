package metadata

import (
	"sync"

	"github.com/PuerkitoBio/goquery"
)

// matchers keeps the selectors of this package once they are compiled; they are
// constants, so there are only so many.
var matchers sync.Map

// one matches the first element of a selector: the search ends there, where one
// through a page of megabytes for all of them costs milliseconds.
func one(selector string) goquery.Matcher {
	if found, ok := matchers.Load(selector); ok {
		return found.(goquery.Matcher)
	}
	made := goquery.Single(selector)
	matchers.Store(selector, made)
	return made
}

// first is the first element of the page that a selector matches.
func (p *page) first(selector string) *goquery.Selection { return p.FindMatcher(one(selector)) }

// has reports whether the page has an element that a selector matches.
func (p *page) has(selector string) bool { return p.first(selector).Length() > 0 }

// isWithin reports whether an element is or stands in one that a selector matches.
func isWithin(s *goquery.Selection, selector string) bool {
	return s.ClosestMatcher(one(selector)).Length() > 0
}
