package domain

import "slices"

// Status is how far an item is.
type Status string

// The statuses: a path from idea to gifted, and dropped beside it.
const (
	StatusIdea        Status = "idea"
	StatusShortlisted Status = "shortlisted"
	StatusBuying      Status = "buying"
	StatusOrdered     Status = "ordered"
	StatusDelivered   Status = "delivered"
	StatusWrapped     Status = "wrapped"
	StatusGifted      Status = "gifted"
	StatusDropped     Status = "dropped"
)

// Statuses lists every status in the order of the path, dropped last. Keys 1 to 8 follow it.
var Statuses = []Status{
	StatusIdea, StatusShortlisted, StatusBuying, StatusOrdered, StatusDelivered, StatusWrapped, StatusGifted, StatusDropped,
}

// Stage is the place of the status on the path, from 0; -1 for dropped and for an unknown word.
func (s Status) Stage() int {
	if s == StatusDropped {
		return -1
	}
	return slices.Index(Statuses, s)
}

// The words for a move by one stage of the path.
const (
	StepOn   = "forward"
	StepBack = "back"
)

// InHand reports whether somebody has the item in hand: from buying to wrapped.
func (s Status) InHand() bool {
	return s.Stage() >= StatusBuying.Stage() && s.Stage() <= StatusWrapped.Stage()
}

// Committed reports whether money is spoken for: from buying on.
func (s Status) Committed() bool { return s.Stage() >= StatusBuying.Stage() }
