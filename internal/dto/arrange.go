package dto

import "kinlist/internal/domain"

// PlanQuery is how a list's page is arranged, as it stands in the address. Empty fields narrow nothing.
type PlanQuery struct {
	Group    string `query:"group"`  // status, the default; person, shop, buyer or none
	Sort     string `query:"sort"`   // title, price, priority or new; nothing is the list's own order
	Status   string `query:"status"` // one, or "open" for what is neither given nor dropped
	Buyer    string `query:"buyer"`  // a user's id, or NoBuyer
	Priority string `query:"priority"`
	Shop     string `query:"shop"` // as the row says it, or "none"
	Tag      string `query:"tag"`  // an id
}

// Narrows reports whether something is left out.
func (q PlanQuery) Narrows() bool {
	return q.Status+q.Buyer+q.Priority+q.Shop+q.Tag != ""
}

// Pairs are the fields as an address says them, key and value in turn.
func (q PlanQuery) Pairs() []string {
	return []string{
		"group", q.Group, "sort", q.Sort, "status", q.Status, "buyer", q.Buyer, "priority", q.Priority, "shop", q.Shop, "tag", q.Tag,
	}
}

// ItemGroup is the items of a list that stand together on its page. By status it has the status; else what it is called,
// "" for what has none, and the value that filters by it.
type ItemGroup struct {
	Status domain.Status
	Name   string
	Filter string
	Items  []Item
}

// NoBuyer is asked for where nobody is the buyer.
const NoBuyer = "nobody"

// Choice is one value that a filter offers, and how many items it leaves.
type Choice struct {
	Value, Name string
	Count       int
}

// PlanChoices are what the items of a list can be filtered by. What stands on no item is not there.
type PlanChoices struct {
	Statuses   []StatusCount
	Buyers     []Choice // NoBuyer has no name
	Priorities []Choice
	Shops      []Choice // "none" has no name
	Tags       []Choice
}

// Plan is a list with its items as those who plan it see them.
type Plan struct {
	List    List
	Query   PlanQuery
	Groups  []ItemGroup // the empty ones left out
	Shown   int         // items in the groups
	Total   int         // items on the list, whatever is filtered
	Choices PlanChoices
	Summary PlanSummary                       // of all the items
	Members []Member                          // who may be the buyer
	Paths   map[domain.Status][]domain.Status // where each status leads to, whoever moves it
}

// PlanRow is one item of a list, and the sums of the list with it.
type PlanRow struct {
	List    List
	Item    Item
	Summary PlanSummary
}
