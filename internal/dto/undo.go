package dto

import "kinlist/internal/domain"

// UndoBatch is what the viewer changed in one request.
type UndoBatch struct {
	ID       string
	Sentence string // what was done
	At       string // in the family's time zone, for reading
	Items    []Ref
	Things   []Changed // that are no items
	Undoable bool      // at least one of them can be put back
	Why      string    // why not, where it cannot be undone
}

// Changed is a thing that the viewer changed.
type Changed struct {
	Entity domain.Entity
	ID     string
	Name   string
	There  bool // it has a page to look at
}

// UndoResult says of each thing whether it was put back.
type UndoResult struct {
	Done   []Ref     // items
	Things []Changed // that are no items, as they are now
	Not    []NotDone
}
