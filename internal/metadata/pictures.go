package metadata

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// largeImages are the pictures of a page in order, less those that are small by
// their own word or by their name. Where there are none, they stand in what the page
// holds for browsers without scripts.
func (p *page) largeImages() []string {
	images := largeIn(p.Selection)
	if len(images) > 0 {
		return images
	}
	const few = 20
	p.Find("body noscript").EachWithBreak(func(i int, s *goquery.Selection) bool {
		if hidden, err := goquery.NewDocumentFromReader(strings.NewReader(s.Text())); err == nil && !isWithin(s, asideWithScripts) {
			images = append(images, largeIn(hidden.Selection)...)
		}
		return i < few && len(images) == 0
	})
	return images
}

const maxImages = 5

func largeIn(s *goquery.Selection) []string {
	var images []string
	s.Find("img").EachWithBreak(func(_ int, img *goquery.Selection) bool {
		element := img.Get(0)
		source := imageSource(element)
		if source != "" && !isSmall(element) && !isWithin(img, aside) {
			images = append(images, source)
		}
		return len(images) < maxImages
	})
	return images
}

// smallest is the least side of a picture that may show a product.
const smallest = 100

var hiddenStyle = regexp.MustCompile(`(?i)display:\s*none|visibility:\s*hidden`)

// isSmall reports a picture that is small or not shown at all, by its attributes.
func isSmall(img *html.Node) bool {
	for _, side := range []string{"width", "height"} {
		length, err := strconv.Atoi(strings.TrimSuffix(attr(img, side), "px"))
		if err == nil && length < smallest {
			return true
		}
	}
	return hiddenStyle.MatchString(attr(img, "style"))
}

// lazySources are attributes that hold an image's link while src holds a
// placeholder.
var lazySources = []string{"data-old-hires", "data-zoom-image", "data-large_image", "data-src", "data-lazy-src", "data-original", "data-lazy", "data-image", "data-img"}

// imageSource is the link of the best version of an image.
func imageSource(img *html.Node) string {
	for _, name := range lazySources {
		if link := strings.TrimSpace(attr(img, name)); isPicture(link) {
			return link
		}
	}
	if src := strings.TrimSpace(attr(img, "src")); isPicture(src) {
		return src
	}
	for _, element := range append([]*html.Node{img}, sourcesBeside(img)...) {
		for _, name := range []string{"srcset", "data-srcset", "data-lazy-srcset"} {
			if link := largestOf(attr(element, name)); link != "" {
				return link
			}
		}
	}
	return ""
}

// isPicture reports a link to a picture, not a placeholder within the page or a
// template that a script fills in.
func isPicture(link string) bool {
	return link != "" && !strings.HasPrefix(link, "data:") && !strings.HasPrefix(link, "blob:") && !strings.ContainsAny(link, "{}")
}

// sourcesBeside are the sources of the <picture> that an image stands in.
func sourcesBeside(img *html.Node) []*html.Node {
	var sources []*html.Node
	if img.Parent == nil || img.Parent.Data != "picture" {
		return nil
	}
	for sibling := range img.Parent.ChildNodes() {
		if sibling.Data == "source" {
			sources = append(sources, sibling)
		}
	}
	return sources
}

// largestOf is the link with the largest width or density of a srcset. A link may
// hold commas, but none at its end.
func largestOf(srcset string) string {
	best, size := "", -1.0
	for rest := strings.TrimLeft(srcset, " \t\r\n,"); rest != ""; rest = strings.TrimLeft(rest, " \t\r\n,") {
		link, after := cutAt(rest, " \t\r\n")
		descriptor := ""
		if !strings.HasSuffix(link, ",") {
			descriptor, after = cutAt(after, ",")
		}
		link, rest = strings.TrimRight(link, ","), after
		width, err := strconv.ParseFloat(strings.TrimRight(strings.TrimSpace(descriptor), "wxh"), 64)
		if err != nil {
			width = 1
		}
		if isPicture(link) && width > size {
			best, size = link, width
		}
	}
	return best
}

// cutAt cuts a text before the first of some characters.
func cutAt(text, characters string) (before, after string) {
	if i := strings.IndexAny(text, characters); i >= 0 {
		return text[:i], text[i:]
	}
	return text, ""
}
