package listview

import (
	"context"
	"strings"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/static"
	"kinlist/views/itemview"
	"kinlist/views/ui"
)

// PlanProps is a list's page for those who plan it. The news is about what just happened.
type PlanProps struct {
	dto.Plan
	News   itemview.News
	Still  bool     // somebody looks through another's eyes: nothing leads on
	Typing []string // the items whose rows are forms on the page, and stay as they are there
}

func (p PlanProps) look(ctx context.Context) *look {
	k := lookOf(ctx, p.List)
	k.typing = p.Typing
	return k
}

// MoveProps asks to which list gifts go.
type MoveProps struct {
	dto.Destinations
	Items  []string
	Next   string // where it was asked for
	Values dto.BulkInput
	Errors apperr.Fields
}

// moveNames are the fields of that form, for the summary of errors.
func moveNames(ctx context.Context) []ui.FieldName {
	return append(ui.NewListNames(ctx, "move-"), ui.FieldName{Name: "sure", ID: "move-sure", Label: lang.T(ctx, "They may see it")})
}

// at is the address of the page as it is arranged.
func (p PlanProps) at() string { return paths.With(paths.Lists.One(p.List.ID), p.Query.Pairs()...) }

// RowProps is one row that changed, or that is being edited, and what goes with it.
type RowProps struct {
	dto.PlanRow
	Edit *Editing
	News itemview.News
	Next string // the page's address
}

// Editing is a cell of a row as a form, as somebody left it.
type Editing struct {
	Field  string // price, quantity, priority or notes
	Values dto.ItemInput
	Errors apperr.Fields
	Next   string
}

func (e *Editing) is(field string) bool { return e != nil && e.Field == field }

// look is what every row of a page says and points to, found once: a long list has more than a thousand rows, and what
// each of them costs counts.
type look struct {
	list       dto.List
	may        bool     // the viewer may change things
	typing     []string // see PlanProps
	icons      string
	items      string // where an item's page is; "" where nothing leads on
	page       string // the list's own, which a filter narrows; "" where nothing leads on
	statuses   map[domain.Status]string
	priorities map[domain.Priority]string
	hidden     string
	withdrawn  string
	changed    string
	buy        string
	buyer      string
	nobody     string
	you        string
	status     string
	quantity   string
	price      string
	noPrice    string
	priority   string
	notes      string
	tab        string
	open       string
	more       string
}

func lookOf(ctx context.Context, l dto.List) *look {
	k := &look{
		list: l, may: l.MayAdd, icons: static.URL("sprite.svg") + "#", items: paths.Items.Index() + "/", page: paths.Lists.One(l.ID),
		open:     lang.T(ctx, "The shop’s page (opens in a new tab)"),
		statuses: map[domain.Status]string{}, priorities: map[domain.Priority]string{},
		withdrawn: lang.T(ctx, "Withdrawn"), changed: lang.T(ctx, "Changed"), buy: lang.T(ctx, "I’ll buy it"),
		buyer: lang.T(ctx, "Buyer:"), nobody: lang.T(ctx, "nobody"), you: lang.T(ctx, "(you)"), status: lang.T(ctx, "Status:"),
		quantity: lang.T(ctx, "Quantity:"), price: lang.T(ctx, "Price:"), noPrice: lang.T(ctx, "none"),
		priority: lang.T(ctx, "Priority:"), notes: lang.T(ctx, "Notes:"), tab: lang.T(ctx, "(opens in a new tab)"), more: lang.T(ctx, "More"),
	}
	if l.Target != nil {
		k.hidden = ui.HiddenFrom(ctx, l.Target)
	}
	for _, s := range domain.Statuses {
		k.statuses[s] = ui.StatusName(ctx, s)
	}
	for _, p := range domain.Priorities {
		k.priorities[p] = ui.PriorityName(ctx, p)
	}
	return k
}

// stillLook is lookOf where nothing leads on.
func stillLook(ctx context.Context, l dto.List) *look {
	k := lookOf(ctx, l)
	k.items, k.page = "", ""
	return k
}

// fixed reports whether quantity and priority are the target's to say.
func fixed(i *dto.Item) bool { return i.Wish && !i.Withdrawn }

// mayDo is what a row's menu may be offered for the buyer: to choose one, to take over, or both.
func mayDo(i *dto.Item) string {
	switch {
	case len(i.Moves) > 0 && i.MayTakeOver:
		return "assign take"
	case len(i.Moves) > 0:
		return "assign"
	case i.MayTakeOver:
		return "take"
	}
	return ""
}

// buyerIn is a row's buyer as the menu knows them that all rows share, after what it may be offered.
func buyerIn(i *dto.Item) string {
	if i.Buyer == nil {
		return " " + dto.NoBuyer
	}
	return " " + i.Buyer.UserID
}

func mayBuy(i *dto.Item) bool {
	return i.Buyer == nil && domain.Known(domain.StatusBuying, i.Moves)
}

// from are the statuses that lead to one, for its entry in the menu that all rows share.
func from(to domain.Status, moves map[domain.Status][]domain.Status) string {
	var all strings.Builder
	for _, s := range domain.Statuses {
		if domain.Known(to, moves[s]) {
			all.WriteString(string(s) + " ")
		}
	}
	return all.String()
}
