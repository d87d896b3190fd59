// Package policy decides who may do what, as pure functions: the status machine of an item, and the rights of roles.
package policy

import (
	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/lang"
)

// Item is what the status machine has to know of an item.
type Item struct {
	Status    domain.Status
	BuyerID   string // "" for nobody
	BuyerName string
}

// Next lists where a status can go, whoever moves it, in the order of the path.
func Next(from domain.Status) []domain.Status {
	var next []domain.Status
	for _, to := range domain.Statuses {
		if leads(from, to) {
			next = append(next, to)
		}
	}
	return next
}

// Paths is where each status can go.
func Paths() map[domain.Status][]domain.Status {
	all := map[domain.Status][]domain.Status{}
	for _, from := range domain.Statuses {
		all[from] = Next(from)
	}
	return all
}

// leads is the machine itself. Forward to any later stage and back to any earlier one, but gifted goes back only to
// wrapped or delivered; dropped is entered from any stage but gifted, and left only to idea or shortlisted.
func leads(from, to domain.Status) bool {
	switch {
	case from == to || !domain.Known(from, domain.Statuses):
		return false
	case to == domain.StatusDropped:
		return from != domain.StatusGifted
	case from == domain.StatusDropped:
		return to == domain.StatusIdea || to == domain.StatusShortlisted
	case from == domain.StatusGifted:
		return to == domain.StatusWrapped || to == domain.StatusDelivered
	}
	return to.Stage() >= 0
}

// Step is where one of the words for a move leads from a status; any other word is the status itself. Dropped is beside
// the path.
func Step(from domain.Status, word string) (domain.Status, error) {
	by, is := map[string]int{domain.StepOn: 1, domain.StepBack: -1}[word]
	if !is {
		return domain.Status(word), nil
	}
	at := from.Stage() + by
	if from == domain.StatusDropped || at < 0 || at > domain.StatusGifted.Stage() {
		return "", apperr.New(apperr.Invalid, "No status comes next there. What is %s can become %s.", Name(from), Names(Next(from)))
	}
	return domain.Statuses[at], nil
}

// Moves lists where the viewer may move the item now.
func Moves(v domain.Viewer, item Item) []domain.Status {
	if Change(v) != nil || heldByAnother(v, item) {
		return nil
	}
	return Next(item.Status)
}

// Move decides whether the viewer may move the item to a status. A refusal says what is allowed from here.
func Move(v domain.Viewer, item Item, to domain.Status) error {
	switch {
	case Change(v) != nil:
		return apperr.New(apperr.Forbidden, "Guests can look and comment, but not change the plan.")
	case !domain.Known(to, domain.Statuses):
		return apperr.Wrong("status", "Choose one of the statuses.")
	case heldByAnother(v, item):
		return apperr.New(apperr.Forbidden, "%s has this in hand. Only %s or an admin can move it, or you take it over.",
			item.BuyerName, item.BuyerName)
	case item.Status == to && item.BuyerName != "" && item.BuyerID != v.UserID:
		return apperr.New(apperr.Invalid, "This is %s already, by %s.", Name(to), item.BuyerName)
	case item.Status == to:
		return apperr.New(apperr.Invalid, "This is %s already.", Name(to))
	case !leads(item.Status, to):
		return apperr.New(apperr.Invalid, "What is %s cannot become %s. From here it can become %s.",
			Name(item.Status), Name(to), Names(Next(item.Status)))
	}
	return nil
}

// heldByAnother reports whether somebody else has the item in hand: from buying to wrapped only the buyer or an
// admin moves it.
func heldByAnother(v domain.Viewer, item Item) bool {
	return item.Status.InHand() && item.BuyerID != "" && item.BuyerID != v.UserID && !v.Admin()
}

// BuyerAfter is the item's buyer after a move: whoever enters the stages from buying to wrapped without a buyer
// becomes it, which is how nobody buys twice; and what goes back to an idea, or is dropped, is free again for others.
func BuyerAfter(v domain.Viewer, item Item, to domain.Status) string {
	switch {
	case to.InHand() && item.BuyerID == "":
		return v.UserID
	case item.Status.InHand() && !to.Committed():
		return ""
	}
	return item.BuyerID
}

// Assign decides whether the viewer may say who buys the item: somebody else's is taken over, not given away.
func Assign(v domain.Viewer, item Item) error {
	switch {
	case Change(v) != nil:
		return apperr.New(apperr.Forbidden, "Guests can look and comment, but not change the plan.")
	case heldByAnother(v, item):
		return apperr.New(apperr.Forbidden, "%s has this in hand. You can take it over.", item.BuyerName)
	}
	return nil
}

// MayTakeOver reports whether there is a buyer in whose place the viewer could step.
func MayTakeOver(v domain.Viewer, item Item) bool {
	return Change(v) == nil && item.BuyerID != "" && item.BuyerID != v.UserID &&
		item.Status != domain.StatusGifted && item.Status != domain.StatusDropped
}

// Name is a status within a sentence.
func Name(s domain.Status) lang.Phrase {
	if s == domain.StatusIdea {
		return lang.Said("status|an idea")
	}
	return Word(s)
}

// Word is the word for a status within a sentence.
func Word(s domain.Status) lang.Phrase {
	if said, known := words[s]; known {
		return said
	}
	return lang.Said(string(s))
}

var words = map[domain.Status]lang.Phrase{
	domain.StatusIdea:        lang.Said("status|idea"),
	domain.StatusShortlisted: lang.Said("status|shortlisted"),
	domain.StatusBuying:      lang.Said("status|buying"),
	domain.StatusOrdered:     lang.Said("status|ordered"),
	domain.StatusDelivered:   lang.Said("status|delivered"),
	domain.StatusWrapped:     lang.Said("status|wrapped"),
	domain.StatusGifted:      lang.Said("status|gifted"),
	domain.StatusDropped:     lang.Said("status|dropped"),
}

// Names joins statuses as a sentence lists them: "an idea, shortlisted or dropped".
func Names(statuses []domain.Status) lang.Phrase {
	if len(statuses) == 0 {
		return lang.Said("")
	}
	last := len(statuses) - 1
	if last == 0 {
		return Name(statuses[0])
	}
	first := Name(statuses[0])
	for _, s := range statuses[1:last] {
		first = lang.Said("%s, %s", first, Name(s))
	}
	return lang.Said("either|%s or %s", first, Name(statuses[last]))
}
