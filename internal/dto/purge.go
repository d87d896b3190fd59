package dto

// Purged is how many things of a kind were deleted for good, or would be.
type Purged struct {
	Name string // as people say it: "people", "status changes"
	Rows int64
}
