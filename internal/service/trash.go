package service

import (
	"context"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/policy"
)

// Trash is what was deleted and can come back. The services of the things bring it back.
type Trash struct{ core }

// trashDays is how long a thing stays in the trash at least.
const trashDays = 30

// Index lists what the viewer can bring back by themselves, the last deleted first. Guests bring nothing back.
func (s *Trash) Index(ctx context.Context, v domain.Viewer, q dto.Query) (dto.Page[dto.Trashed], error) {
	if err := policy.Change(v); err != nil {
		return dto.Page[dto.Trashed]{}, err
	}
	page, err := s.store.Trash.Index(ctx, v, pageQuery(q))
	out := dto.Page[dto.Trashed]{Next: page.Next, Prev: page.Prev}
	for _, row := range page.Rows {
		on := calendar.Today(row.DeletedAt, v.TimeZone)
		out.Items = append(out.Items, dto.Trashed{
			Entity: row.Kind, ID: row.ID, Title: row.Title, Place: row.Place, On: on, Until: on.AddDays(trashDays),
		})
	}
	return out, err
}
