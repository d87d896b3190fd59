package dto

import "kinlist/internal/domain"

// Tag is a word on gifts and people. Its counts are of what the viewer sees.
type Tag struct {
	ID          string
	Name        string
	Type        domain.TagType
	Color       domain.Accent // "" for none
	Description string
	Gifts       int
	People      int
	Archived    bool
	Version     int64
}

// TagPage is everything on a tag's page.
type TagPage struct {
	Tag    Tag
	Gifts  Page[GiftCard]
	People []Ref // by name, the first 200
}

// TagQuery filters the index of tags. Sorts are name, usage and new.
type TagQuery struct {
	Query
	Type string `query:"type"`
}

// TagInput is the tag form as typed.
type TagInput struct {
	Name        string `form:"name"`
	Type        string `form:"type"`
	Color       string `form:"color"`
	Description string `form:"description"`
	Version     int64  `form:"version"`
}

// MergeInput names the tag that stays.
type MergeInput struct {
	Into string `form:"into"`
}

// Form is the tag as its form shows it.
func (t Tag) Form() TagInput {
	return TagInput{Name: t.Name, Type: string(t.Type), Color: string(t.Color), Description: t.Description, Version: t.Version}
}
