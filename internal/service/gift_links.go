package service

import (
	"kinlist/internal/apperr"
	"kinlist/internal/dto"
	"kinlist/internal/model"
)

// maxLinks is how many further links a gift has.
const maxLinks = 10

// furtherLinks reads the further links of a gift, each a line: what it is, if anything is said, and the link.
func furtherLinks(f apperr.Form, typed string) []model.Link {
	lines := linesOf(typed)
	if len(lines) > maxLinks {
		f.Add("links", "These are %d links; %d are possible.", len(lines), maxLinks)
		return nil
	}
	var all []model.Link
	for _, line := range lines {
		label, address := wordsAndLink(line)
		if address == "" {
			f.Add("links", "There is no link in “%s”.", clip(label, longestName))
			continue
		}
		if _, another := wordsAndLink(label); another != "" {
			f.Add("links", "Give each link a line of its own: “%s”.", clip(line, longestName))
			continue
		}
		all = append(all, model.Link{Label: optional(f, "links", label, maxShort), URL: link(f, "links", address)})
	}
	return all
}

func giftLinks(all []model.Link) []dto.GiftLink {
	var links []dto.GiftLink
	for _, l := range all {
		links = append(links, dto.GiftLink(l))
	}
	return links
}
