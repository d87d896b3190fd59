package paths

// The collections of what a family says about its things.
const (
	Comments Collection = "/comments"
	Tags     Collection = "/tags"
)

// CommentResolve is where a POST marks a comment as done with.
func CommentResolve(id string) string { return Comments.One(id) + "/resolve" }

// CommentReopen is where a POST opens a resolved comment again.
func CommentReopen(id string) string { return Comments.One(id) + "/reopen" }

// Assignments is what the viewer buys, over all lists.
func Assignments() string { return at("/assignments") }

// Search looks for a text in everything.
func Search() string { return at("/search") }

// Activity is the feed of what happened.
func Activity() string { return at("/activity") }

// TagMerge is the page that puts another tag in the place of one; a POST there does it.
func TagMerge(id string) string { return Tags.One(id) + "/merge" }
