package dto

// Seen is whose eyes the viewer looks through, and whether those see the thing.
type Seen struct {
	Who     Ref  // the person
	Account bool // somebody signs in as them; else there is nothing to look at
	There   bool // they see it
}

// Eyes says whose eyes to look through.
type Eyes struct {
	PersonID string
}

// SeenList is a list as somebody else sees it, as far as the viewer sees that too. At most one of Wishes and Plan is there.
type SeenList struct {
	Seen
	List   Ref       // as the viewer sees it
	Wishes *WishList // of the one whom the list is for
	Plan   *Plan     // of anybody else
	Hidden int       // how many gifts that the viewer sees stay hidden from the one whom the list is for
	Thread Thread
}

// SeenPerson is somebody's own page as they see it, as far as the viewer sees that too.
type SeenPerson struct {
	Seen
	Page PersonPage
}
