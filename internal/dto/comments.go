package dto

import "kinlist/internal/domain"

// Parent names what a comment hangs on: a person, an occasion, a list, a gift or an item.
type Parent struct {
	ParentType domain.Entity `form:"parent_type" query:"parent_type"`
	ParentID   string        `form:"parent_id" query:"parent_id"`
}

// Thread is what members say about a thing, as far as the viewer may read it.
type Thread struct {
	On          Parent
	Title       string // of the thing
	Comments    Page[Comment]
	TargetsRead []Ref    // people whom the thing is for or about, others than the viewer, who read along
	Mentionable []Member // whom the viewer may mention: the other members who read it, by name
	MayComment  bool
}

// TalkQuery asks for the comments on a thing; without one for those that mention the viewer.
type TalkQuery struct {
	Query
	Parent
}

// Comment is what a member said.
type Comment struct {
	ID         string
	On         Parent
	Title      string // of what it hangs on
	Author     Member
	Body       []Segment
	Text       string // the body as it was typed
	At         string // in the family's time zone, for reading
	Edited     string // when it was edited last; "" when never
	Resolution *Resolution
	Mine       bool // the viewer wrote it, and may edit and delete it
	MayResolve bool // the viewer may resolve and reopen it
	Version    int64
}

// Segment is a piece of a comment: text, or a member who is mentioned, as typed with the @.
type Segment struct {
	Text    string
	Mention *Member // nil for plain text
}

// Resolution says who resolved a comment.
type Resolution struct {
	By string
	At string
}

// CommentInput is the comment form as typed.
type CommentInput struct {
	Body    string `form:"body"`
	Version int64  `form:"version"`
}
