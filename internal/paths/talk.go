package paths

// The collections of what a family says about its things.
const (
	Comments Collection = "/comments"
)

// CommentResolve is where a POST marks a comment as done with.
func CommentResolve(id string) string { return Comments.One(id) + "/resolve" }

// CommentReopen is where a POST opens a resolved comment again.
func CommentReopen(id string) string { return Comments.One(id) + "/reopen" }

// Assignments is what the viewer buys, over all lists.
func Assignments() string { return at("/assignments") }
