package gallery

import (
	"kinlist/internal/dto"
	"kinlist/views/layout"
	"kinlist/views/printview"
)

func papers() []Sample {
	plan := fullPlan()
	return []Sample{
		{"print", layout.Paper(plan.List.Name, printview.List(printview.ListProps{Plan: plan, Group: "status", PrintedBy: "Maria Lindqvist", PrintedOn: "23 Nov 2026"}))},
		{"print-empty", layout.Paper("Empty", printview.List(printview.ListProps{Plan: dto.Plan{List: astridList}, PrintedBy: hostile, PrintedOn: "23 Nov 2026"}))},
		{"print-long", layout.Paper("Long", printview.List(printview.ListProps{Plan: dto.Plan{List: inboxList(), Groups: longGroups()}, PrintedBy: longWord}))},
		{"print-wishes", layout.Paper("Wishes", printview.Wishes(printview.WishProps{WishList: dto.WishList{List: ownList(), Wishes: wishes}, PrintedBy: "Maria Lindqvist", PrintedOn: "23 Nov 2026"}))},
		{"print-wishes-empty", layout.Paper("Wishes", printview.Wishes(printview.WishProps{WishList: dto.WishList{List: ownList()}}))},
	}
}
