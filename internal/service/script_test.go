package service_test

import (
	"fmt"
	"math/rand/v2"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
)

// A script is what a family does in the course of a season, made by chance from a seed. Each step knows whether it is
// hidden from the target: the same script plays in a world with the hidden steps and in one without.
type script struct {
	rnd    *rand.Rand
	target string // who must learn nothing: "Lena" or "Maria"
	givers []string
	steps  []step
	lists  []scriptList
	items  []scriptItem
	gifts  []scriptGift
}

type step struct {
	hidden bool
	do     func(w *world)
}

type scriptList struct {
	name    string
	forT    bool            // the target is the list's target
	hidden  bool            // from the target
	members []string        // who may put things on it
	gifts   map[string]bool // put there by givers
}

type scriptItem struct {
	name   string
	list   scriptList
	hidden bool
}

type scriptGift struct {
	name, by string
	hidden   bool
}

func newScript(seed uint64, target string, givers ...string) *script {
	s := &script{rnd: rand.New(rand.NewPCG(seed, 7)), target: target, givers: givers}
	for range 6 {
		s.list()
	}
	for range 50 {
		switch n := s.rnd.IntN(27); {
		case n < 1:
			s.list()
		case n < 7:
			s.giverAdds()
		case n < 10:
			s.targetAdds()
		case n < 15:
			s.plan()
		case n < 20:
			s.talk()
		case n < 22:
			s.tags()
		default:
			s.targetEdits()
		}
	}
	return s
}

func (s *script) add(hidden bool, do func(w *world)) { s.steps = append(s.steps, step{hidden, do}) }

func (s *script) list() {
	l := scriptList{name: fmt.Sprintf("list-%d", len(s.lists)), gifts: map[string]bool{}}
	everybody := append([]string{s.target}, s.givers...)
	owner := everybody[s.rnd.IntN(len(everybody))]
	in := dto.ListInput{Name: l.name, Type: "gift", Visibility: string(domain.Visibilities[s.rnd.IntN(3)])}
	target := s.rnd.IntN(3) // the target, Ben, nobody
	l.forT = target == 0
	if target == 2 && in.Visibility == "hidden_from_target" || l.forT && owner == s.target && in.Visibility == "hidden_from_target" {
		in.Visibility = "family"
	}
	l.members = everybody
	switch {
	case in.Visibility == "owner":
		l.hidden, l.members = owner != s.target, []string{owner}
	case in.Visibility == "hidden_from_target" && l.forT:
		l.hidden, l.members = true, s.givers
	}
	withOccasion := s.rnd.IntN(2) == 0
	s.lists = append(s.lists, l)
	s.add(l.hidden, func(w *world) {
		if target < 2 {
			in.TargetPersonID = []string{w.person, w.Ben}[target]
		}
		if withOccasion {
			in.OccasionID = w.Christmas
		}
		id, err := w.Services.Lists.Create(w.t.Context(), w.viewer(owner), in)
		w.answered(owner, err)
		w.named(l.name, id)
	})
}

// giverAdds puts a gift on a list, hidden from its target unless chance says shared.
func (s *script) giverAdds() {
	l := s.lists[s.rnd.IntN(len(s.lists))]
	by := l.members[s.rnd.IntN(len(l.members))]
	if by == s.target {
		return
	}
	privacy := []string{"", "shared"}[s.rnd.IntN(2)]
	it := scriptItem{name: fmt.Sprintf("item-%d", len(s.items)), list: l, hidden: l.hidden || l.forT && privacy == ""}
	gift := scriptGift{name: fmt.Sprintf("gift-%d", len(s.gifts)), by: by, hidden: it.hidden}
	fresh := true
	if again := s.rnd.IntN(len(s.gifts) + 1); again < len(s.gifts) && s.rnd.IntN(2) == 0 {
		if g := s.gifts[again]; g.by == by && (it.hidden || !g.hidden) && !l.gifts[g.name] {
			gift, fresh = g, false
		}
	}
	if fresh {
		s.gifts = append(s.gifts, gift)
	}
	l.gifts[gift.name] = true
	s.items = append(s.items, it)
	price, tag := fmt.Sprint(1+s.rnd.IntN(80)), fmt.Sprintf("Tag %d", s.rnd.IntN(3))
	s.add(it.hidden, func(w *world) {
		in := dto.AddInput{ItemInput: dto.ItemInput{Privacy: privacy}, GiftInput: dto.GiftInput{Title: gift.name, Price: price, Tags: tag}}
		if !fresh {
			in = dto.AddInput{ItemInput: dto.ItemInput{Privacy: privacy, GiftID: w.id(gift.name)}, Sure: true}
		}
		id, err := w.Services.Items.Add(w.t.Context(), w.viewer(by), w.id(l.name), in)
		if err != nil {
			return
		}
		w.named(it.name, id)
		if page, err := w.Services.Items.Page(w.t.Context(), w.viewer(by), id); err == nil {
			w.named(gift.name, page.Item.Gift.ID)
		}
	})
}

// plan moves an item, gives it a buyer, or writes what it costs.
func (s *script) plan() {
	if len(s.items) == 0 {
		return
	}
	it := s.items[s.rnd.IntN(len(s.items))]
	by := s.givers[s.rnd.IntN(len(s.givers))]
	what, to := s.rnd.IntN(4), domain.Statuses[s.rnd.IntN(len(domain.Statuses))]
	s.add(it.hidden || it.list.forT, func(w *world) {
		ctx, v, id := w.t.Context(), w.viewer(by), w.id(it.name)
		switch what {
		case 0:
			_, _ = w.Services.Items.TakeOver(ctx, v, id)
		case 1:
			page, err := w.Services.Items.Page(ctx, v, id)
			if err != nil {
				return
			}
			in := page.Item.Form()
			in.ActualPrice, in.Notes = "12,34", "a plan"
			_, _ = w.Services.Items.Update(ctx, v, id, in)
		default:
			_, _ = w.Services.Items.SetStatus(ctx, v, id, dto.StatusInput{Status: string(to)})
		}
	})
}

// targetAdds puts a wish on one of the target's lists: something new, or anything of the catalog as they see it.
func (s *script) targetAdds() {
	pickList, pickGift, fresh := s.rnd.IntN(100), s.rnd.IntN(100), s.rnd.IntN(3) == 0
	tag, title := fmt.Sprintf("Tag %d", s.rnd.IntN(3)), fmt.Sprintf("wish-%d", len(s.steps))
	s.add(false, func(w *world) {
		list, ok := pickOf(w.wishLists(), pickList)
		if !ok {
			return
		}
		in := dto.AddInput{GiftInput: dto.GiftInput{Title: title, Tags: tag}}
		if gift, ok := pickOf(w.catalog(), pickGift); ok && !fresh {
			in = dto.AddInput{ItemInput: dto.ItemInput{GiftID: gift}}
		}
		id, err := w.Services.Items.Add(w.t.Context(), w.viewer(s.target), list, in)
		w.answered(s.target, err)
		w.named(title, id)
	})
}

// targetEdits changes or takes back something that the target sees.
func (s *script) targetEdits() {
	pickList, pickWish, what, n := s.rnd.IntN(100), s.rnd.IntN(100), s.rnd.IntN(6), s.rnd.IntN(9)
	s.add(false, func(w *world) {
		ctx, v := w.t.Context(), w.viewer(s.target)
		list, ok := pickOf(w.wishLists(), pickList)
		if !ok {
			return
		}
		page, err := w.Services.Items.Wishes(ctx, v, list)
		w.answered(s.target, err)
		wish, ok := pickOf(page.Wishes, pickWish)
		if !ok {
			return
		}
		switch what {
		case 0, 1:
			in := wish.Form()
			in.Quantity, in.Notes = fmt.Sprint(1+n), fmt.Sprintf("note %d", n)
			err = w.Services.Items.UpdateWish(ctx, v, wish.ID, in)
		case 2, 3:
			err = w.Services.Items.DeleteWish(ctx, v, wish.ID)
		case 4:
			var g dto.Gift
			if g, err = w.Services.Gifts.Get(ctx, v, wish.GiftID); err == nil {
				in := g.Form()
				in.Title += "!"
				in.Tags += fmt.Sprintf(", Tag %d", n%4)
				err = w.Services.Gifts.Update(ctx, v, g.ID, in)
			}
		case 5:
			err = w.Services.Gifts.Delete(ctx, v, wish.GiftID, true)
			if n%2 == 0 {
				w.answered(s.target, err)
				err = w.Services.Gifts.Restore(ctx, v, wish.GiftID)
			}
		}
		w.answered(s.target, err)
	})
}

func pickOf[T any](all []T, n int) (T, bool) {
	if len(all) == 0 {
		var none T
		return none, false
	}
	return all[n%len(all)], true
}
