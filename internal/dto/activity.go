package dto

import "kinlist/internal/domain"

// Activity is one line of the feed.
type Activity struct {
	Actor    string
	ActorID  string // "" once the account is gone
	Verb     domain.Verb
	Entity   domain.Entity
	EntityID string
	ListID   string  // of an item: the list on which it stands now
	On       *Parent // of a comment: what it hangs on
	Title    string  // of the thing at the time; of a comment, of what it hangs on
	From, To string  // statuses or names, where the verb has them; a list that the viewer does not see is ""
	OtherID  string  // of the list or the member that To names or, taken over, From; "" where it is not known
	At       string  // in the family's time zone, for reading
}

// ActivityQuery filters the feed; empty fields do not.
type ActivityQuery struct {
	Query
	ActorID  string `query:"actor_id"`
	Entity   string `query:"entity"`
	EntityID string `query:"entity_id"` // one thing; of an item also what was said about it
	ListID   string `query:"list_id"`
}
