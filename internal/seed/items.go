package seed

import (
	"time"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// reusable is how many of the last gifts may come again on another list.
const reusable = 500

// fill puts n items on a list, over the weeks after it was made.
func (f *family) fill(p plan, n int) error {
	span := min(21*24*time.Hour, f.now.Sub(p.CreatedAt))
	held := map[string]bool{}
	for i := range n {
		at := p.CreatedAt.Add(span / time.Duration(n+1) * time.Duration(i+1))
		by := f.addedBy(p)
		gift := f.gift(p, by, at, held)
		held[gift.ID] = true
		item := f.item(p, gift, by, at)
		item.Position = int64(i+1) * repository.PositionGap
		item.WishPosition = item.Position
		f.move(p, gift, &item)
		f.rows.Items = append(f.rows.Items, item)
		f.comment(p, item, at)
		if err := f.room(); err != nil {
			return err
		}
	}
	return nil
}

// addedBy is who puts an item on a list: on the child's own mostly the child.
func (f *family) addedBy(p plan) string {
	if p.own && f.chance(75) {
		return f.users[child]
	}
	return pick(f, p.givers)
}

// gift is a new gift, or now and then one that stands on another list already.
func (f *family) gift(p plan, by string, at time.Time, held map[string]bool) model.Gift {
	if len(f.gifts) > 0 && !p.own && f.chance(12) {
		if again := pick(f, f.gifts); !held[again.ID] {
			return again
		}
	}
	g := f.newGift(by, at)
	f.rows.Gifts = append(f.rows.Gifts, g)
	if f.chance(30) {
		f.rows.GiftTags = append(f.rows.GiftTags, model.GiftTag{GiftID: g.ID, TagID: pick(f, f.tags)})
	}
	if len(f.gifts) < reusable {
		f.gifts = append(f.gifts, g)
	} else {
		f.gifts[f.IntN(reusable)] = g
	}
	return g
}

// item is a gift on a list, not moved yet.
func (f *family) item(p plan, gift model.Gift, by string, at time.Time) model.ListItem {
	item := model.ListItem{
		Editable: f.editable(at), ListID: p.ID, GiftID: gift.ID, AddedBy: by, Privacy: domain.PrivacyShared, Quantity: 1,
		Priority: domain.PriorityNormal, WishVersion: 1, WishUpdatedAt: at, Status: domain.StatusIdea, Currency: gift.Currency,
	}
	if f.chance(8) {
		item.Quantity = 2 + f.IntN(3)
	}
	if f.chance(25) {
		item.Priority = pick(f, domain.Priorities)
	}
	if by == f.users[child] && p.own {
		if f.chance(20) {
			item.WishNotes = pick(f, wishNotes)
		}
		return item
	}
	if p.forKid && p.Visibility == domain.VisibleToFamily && f.chance(90) {
		item.Privacy = domain.PrivacyHidden
	}
	if gift.Price != nil && f.chance(50) {
		planned := *gift.Price
		item.PlannedPrice = &planned
	}
	if f.chance(15) {
		item.Notes = pick(f, planNotes)
	}
	return item
}

// move takes an item along its path, step by step, with the history and, where it is recent, the feed.
func (f *family) move(p plan, gift model.Gift, item *model.ListItem) {
	f.itemActivity(item, gift, domain.VerbCreated, "", item.AddedBy, item.CreatedAt)
	path := f.path(p)
	if len(path) == 0 {
		return
	}
	actor, at := pick(f, p.givers), item.CreatedAt
	step := min(9*24*time.Hour, f.now.Sub(at)/time.Duration(len(path)+1))
	for _, to := range path {
		at = at.Add(step)
		from, had := item.Status, item.BuyerID
		item.Status = to
		if to.InHand() {
			item.BuyerID = &actor
		}
		item.Version++
		item.UpdatedAt = at
		f.rows.StatusChanges = append(f.rows.StatusChanges, model.StatusChange{
			ID: f.newID(at), FamilyID: f.id, ItemID: item.ID, ActorID: actor, FromStatus: from, ToStatus: to,
			FromBuyerID: had, ToBuyerID: item.BuyerID, ItemVersion: item.Version, CreatedAt: at,
		})
		f.itemActivity(item, gift, domain.VerbStatus, from, actor, at)
	}
	f.settle(p, gift, item)
}

// settle says what a moved item cost, and when it was given.
func (f *family) settle(p plan, gift model.Gift, item *model.ListItem) {
	if item.Status.Committed() && item.Status != domain.StatusBuying && gift.Price != nil && f.chance(70) {
		paid := *gift.Price * int64(85+f.IntN(20)) / 100
		item.ActualPrice = &paid
	}
	if item.Status != domain.StatusGifted {
		return
	}
	item.GiftedOn = calendar.Of(item.UpdatedAt)
	if p.past(f) && !p.day.IsZero() {
		item.GiftedOn = p.day
	}
}

// path is the way that an item has gone: far where the day is over, mixed where it is to come.
func (f *family) path(p plan) []domain.Status {
	if p.Type == domain.ListIdea {
		return pick(f, ideaPaths)
	}
	if p.past(f) {
		return pick(f, pastPaths)
	}
	return pick(f, presentPaths)
}

var (
	bought    = []domain.Status{domain.StatusBuying}
	ordered   = []domain.Status{domain.StatusBuying, domain.StatusOrdered}
	delivered = []domain.Status{domain.StatusOrdered, domain.StatusDelivered}
	wrapped   = []domain.Status{domain.StatusShortlisted, domain.StatusBuying, domain.StatusWrapped}
	gifted    = []domain.Status{domain.StatusBuying, domain.StatusWrapped, domain.StatusGifted}
	late      = []domain.Status{domain.StatusGifted}
	short     = []domain.Status{domain.StatusShortlisted}
	dropped   = []domain.Status{domain.StatusDropped}

	// One of each is drawn with the same chance.
	ideaPaths    = [][]domain.Status{nil, nil, nil, nil, nil, nil, short, dropped}
	pastPaths    = [][]domain.Status{gifted, gifted, gifted, gifted, gifted, gifted, late, wrapped, dropped, nil}
	presentPaths = [][]domain.Status{
		nil, nil, nil, nil, nil, nil, nil, short, short, short, short, bought, bought, ordered, ordered, delivered, wrapped, gifted,
		dropped, dropped,
	}
)
