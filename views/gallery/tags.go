package gallery

import (
	"kinlist/internal/dto"
	"kinlist/views/tagview"
)

func tags() []Sample {
	some := []dto.Tag{
		{ID: "t-1", Name: "books", Type: "interest", Color: "ocean", Gifts: 12, People: 2},
		{ID: "t-2", Name: longWord, Type: "mood", Color: "berry", Description: longText, Archived: true},
		{ID: "t-3", Name: hostile, Type: "custom", People: 1},
	}
	full := dto.TagPage{Tag: some[0], People: everybody, Gifts: dto.Page[dto.GiftCard]{Items: catalog, Next: "n", Prev: "p"}}
	typed := dto.TagInput{Name: hostile, Type: "mood", Color: "pink", Description: longText, Version: 2}
	return []Sample{
		page("tags", "", "Tags", tagview.Index(tagview.IndexProps{MayEdit: true, Page: dto.Page[dto.Tag]{Items: some, Next: "n", Prev: "p"}})),
		page("tags-empty", "", "Tags", tagview.Index(tagview.IndexProps{MayEdit: true})),
		page("tags-none-found", "", "Tags", tagview.Index(tagview.IndexProps{Query: dto.TagQuery{Query: dto.Query{Q: hostile}, Type: "mood"}})),
		page("tag", "", "books", tagview.Page(full, true)),
		page("tag-bare", "", "Tag", tagview.Page(dto.TagPage{Tag: some[1]}, false)),
		page("tag-new", "", "Add a tag", tagview.FormPage(tagview.FormProps{})),
		page("tag-wrong", "", "Error: Edit", tagview.FormPage(tagview.FormProps{ID: "t-1", Values: typed, Errors: wrongFields("name", "type", "color", "description")})),
		page("tag-merge", "", "Merge", tagview.MergePage(tagview.MergeProps{Tag: some[0], Others: some})),
		page("tag-merge-wrong", "", "Error: Merge", tagview.MergePage(tagview.MergeProps{Tag: some[1], Others: some, Errors: wrongFields("into")})),
	}
}
