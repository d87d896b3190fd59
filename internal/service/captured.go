package service

import (
	"regexp"
	"strings"

	"kinlist/internal/dto"
	"kinlist/internal/metadata"
	"kinlist/internal/text"
)

var (
	webLink  = regexp.MustCompile(`(?i)\bhttps?://[^\s<>"]+`)
	bareLink = regexp.MustCompile(`^[\pL\pN-]+(\.[\pL\pN-]+)*\.\pL{2,}/\S*$`) // shop.example/gift
	// otherLink is what browsers would follow, and Kinlist does not keep.
	otherLink = regexp.MustCompile(`(?i)^((javascript|vbscript|data|file|blob|about|view-source):|[a-z][a-z0-9+.-]*://)`)
)

// wordsAndLink parts a text into its words and the link in it; either may be "". What looks like a link of another
// kind than the web's is the link too: whoever checks links says what is wrong with it.
func wordsAndLink(typed string) (words, link string) {
	line := text.Line(typed)
	at := webLink.FindStringIndex(line)
	switch {
	case otherLink.MatchString(line) && (at == nil || at[0] > 0):
		return "", line
	case at != nil:
		link = withoutStop(line[at[0]:at[1]])
		rest := line[:at[0]] + " " + line[at[0]+len(link):]
		return strings.Trim(text.Line(rest), " -–—:|,;()<>\"“”„«»"), link
	case bareLink.MatchString(line):
		return "", line
	}
	return line, ""
}

// withoutStop drops what ends a sentence rather than a link.
func withoutStop(link string) string {
	for {
		short := strings.TrimRight(link, `.,;:!?'"»”’`)
		if strings.HasSuffix(short, ")") && !strings.Contains(short, "(") {
			short = strings.TrimSuffix(short, ")")
		}
		if short == link {
			return link
		}
		link = short
	}
}

// draftOf is the idea that was shared. Some phones put the link into the text, some into the title.
func draftOf(in dto.Shared) dto.GiftInput {
	title, link := text.Line(in.Title), strings.TrimSpace(in.Link)
	words, found := wordsAndLink(in.Text)
	if link == "" {
		link = found
	}
	if link == "" {
		title, link = wordsAndLink(in.Title)
	}
	if title == "" {
		title = clip(words, maxTitle)
	}
	if text.Fold(words) == text.Fold(title) {
		words = ""
	}
	return dto.GiftInput{Title: clip(title, maxTitle), Link: link, Description: clip(words, maxRead), Tags: in.Tags}
}

// titleOf is the title that a link alone offers: its readable part, else the shop. It is "" for what is no link.
func titleOf(link string) string {
	known := metadata.FromLink(link, "")
	return firstOf(clip(text.Line(known.Title), maxTitle), known.Site, shopOf(link))
}
