package gallery

import (
	"github.com/a-h/templ"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/views/commentview"
	"kinlist/views/personview"
)

func comments() []Sample {
	emils := dto.Parent{ParentType: domain.EntityPerson, ParentID: "p-emil"}
	full := dto.Thread{
		On: emils, Title: "Emil", MayComment: true, Mentionable: members, TargetsRead: []dto.Ref{emil},
		Comments: dto.Page[dto.Comment]{Items: talk(), Next: "n", Prev: "p"},
	}
	guests := dto.Thread{On: emils, Title: "Emil", Comments: dto.Page[dto.Comment]{Items: talk()[1:2]}}
	empty := dto.Thread{On: emils, Title: longWord, MayComment: true}
	wrong := apperr.Fields{"body": "Write something first."}
	under := func(p commentview.Props) templ.Component {
		return both(personview.Page(emilPage(), true), commentview.Thread(p))
	}
	return []Sample{
		page("comments", "people", "Emil", under(commentview.Props{Thread: full})),
		page("comments-deleted", "people", "Emil", under(commentview.Props{Thread: full, News: "Comment deleted.", Undo: "/comments/c-1/restore"})),
		page("comments-empty", "people", "Emil", under(commentview.Props{Thread: empty})),
		page("comments-guest", "people", "Emil", under(commentview.Props{Thread: guests})),
		page("comments-wrong", "people", "Error: Comments", commentview.Page(commentview.Props{Thread: full, Typed: "  ", Errors: wrong})),
		page("comments-edit-wrong", "people", "Error: Comments", commentview.Page(commentview.Props{Thread: full, Editing: "c-1", Typed: hostile, Errors: wrong})),
		page("mentions", "", "Mentions of you", commentview.Mentions(dto.Page[dto.Comment]{Items: talk(), Next: "n"})),
		page("mentions-empty", "", "Mentions of you", commentview.Mentions(dto.Page[dto.Comment]{})),
	}
}

// talk is what the samples' family says, newest first.
func talk() []dto.Comment {
	on := dto.Parent{ParentType: domain.EntityItem, ParentID: "i-train"}
	said := func(id string, by dto.Member, text string) dto.Comment {
		return dto.Comment{
			ID: id, On: on, Title: "Wooden train", Author: by, Body: []dto.Segment{{Text: text}}, Text: text, At: "24 Nov 2026, 14:02",
			Mine: by == maria, MayResolve: true, Version: 1,
		}
	}
	done := said("c-3", jonas, "Which size?")
	done.Resolution = &dto.Resolution{By: "Maria Lindqvist", At: "25 Nov 2026, 9:30"}
	mention := said("c-1", maria, "@Jonas Lindqvist, do the old tracks fit?\nThey are in the attic.")
	mention.Body = []dto.Segment{{Text: "@Jonas Lindqvist", Mention: &jonas}, {Text: ", do the old tracks fit?\nThey are in the attic."}}
	mention.Edited = "24 Nov 2026, 15:00"
	return []dto.Comment{said("c-5", maria, hostile), said("c-4", jonas, longText+longWord), done, mention}
}
