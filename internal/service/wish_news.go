package service

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strconv"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// maxNews is how much of a value a note about a changed wish keeps, in characters.
const maxNews = 300

// inEarnest reports whether somebody plans an item in earnest: they have it in hand, gave it, or said they will.
func inEarnest(item model.ListItem) bool { return item.BuyerID != nil || item.Status.Committed() }

// wishNews notes what the target changed of a wish that somebody plans in earnest. It stands on the side of the plan.
func wishNews(before model.ListItem, row *model.ListItem) {
	if !inEarnest(*row) {
		return
	}
	row.WishNews = addNews(row.WishNews, []dto.Change{
		{Field: "quantity", From: strconv.Itoa(before.Quantity), To: strconv.Itoa(row.Quantity)},
		{Field: "priority", From: string(before.Priority), To: string(row.Priority)},
		{Field: "notes", From: before.WishNotes, To: row.WishNotes},
	})
}

// giftNews notes on the items of a gift on the viewer's own lists that somebody plans in earnest what the viewer changed
// of the gift, hidden ones too.
func giftNews(ctx context.Context, tx *repository.Store, v domain.Viewer, before, row model.Gift) error {
	changes := []dto.Change{
		{Field: "title", From: before.Title, To: row.Title},
		{Field: "link", From: before.Link, To: row.Link},
		{Field: "price", From: priceText(v, before), To: priceText(v, row)},
	}
	if v.PersonID == "" || addNews("", changes) == "" {
		return nil
	}
	held, err := tx.Items.InEarnestFor(ctx, v, row.ID)
	if err != nil {
		return err
	}
	for _, item := range held {
		if err := tx.Items.SetNews(ctx, v, item.ID, addNews(item.WishNews, changes)); err != nil {
			return err
		}
	}
	return nil
}

func priceText(v domain.Viewer, gift model.Gift) string {
	if m := moneyOrNil(v, gift.Price, gift.Currency); m != nil {
		return m.Text
	}
	return ""
}

// addNews adds changes to a note: of a field that changed twice the first value and the last one count, and what came
// back to where it was is no news.
func addNews(note string, changes []dto.Change) string {
	news := newsOf(note)
	for _, c := range changes {
		same := c.From == c.To
		if c.From, c.To = clip(c.From, maxNews), clip(c.To, maxNews); !same && c.From == c.To {
			c.To += "…" // they differ farther on
		}
		i := slices.IndexFunc(news, func(n dto.Change) bool { return n.Field == c.Field })
		switch {
		case same:
		case i < 0:
			news = append(news, c)
		default:
			news[i].To = c.To
		}
	}
	news = slices.DeleteFunc(news, func(c dto.Change) bool { return c.From == c.To })
	if len(news) == 0 {
		return ""
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(news); err != nil {
		return note // strings always encode
	}
	return out.String()
}

// newsOf reads a note.
func newsOf(note string) []dto.Change {
	if note == "" {
		return nil
	}
	var news []dto.Change
	_ = json.Unmarshal([]byte(note), &news) // a note that cannot be read is none
	return news
}
