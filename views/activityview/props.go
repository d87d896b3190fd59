package activityview

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

// Props is one page of the feed, and what it was asked for.
type Props struct {
	Page    dto.Page[dto.Activity]
	Query   dto.ActivityQuery
	Members []dto.Member
}

func (p Props) kept() []string {
	q := p.Query
	return ui.Kept(q.Query, "actor_id", q.ActorID, "entity", q.Entity, "entity_id", q.EntityID, "list_id", q.ListID)
}

func (p Props) filtered() bool { return ui.Filtered(p.kept()) || p.Query.Cursor != "" }

// chosen are the filters that are on.
func (p Props) chosen(ctx context.Context) []ui.Chosen {
	var on []ui.Chosen
	add := func(label, key, value string) {
		if value != "" {
			on = append(on, ui.Chosen{Label: label, Without: ui.Without(paths.Activity(), p.kept(), key, value)})
		}
	}
	q := p.Query
	add(lang.T(ctx, "Who: %s", ui.NameIn(ctx, ui.Members("", p.Members), q.ActorID)), "actor_id", q.ActorID)
	add(lang.T(ctx, "What: %s", ui.NameIn(ctx, kinds(ctx), q.Entity)), "entity", q.Entity)
	add(lang.T(ctx, "One thing"), "entity_id", q.EntityID)
	add(lang.T(ctx, "One list"), "list_id", q.ListID)
	return on
}

func (p Props) counted(ctx context.Context) string {
	return lang.N(ctx, len(p.Page.Items), "%d line", "%d lines")
}

var kindNames = map[domain.Entity]string{
	domain.EntityPerson:   lang.Word("People"),
	domain.EntityOccasion: lang.Word("Occasions"),
	domain.EntityList:     lang.Word("Lists"),
	domain.EntityGift:     lang.Word("Gifts"),
	domain.EntityItem:     lang.Word("Gifts on lists"),
	domain.EntityTag:      lang.Word("Tags"),
	domain.EntityComment:  lang.Word("Comments"),
	domain.EntityFamily:   lang.Word("The family"),
}

func kinds(ctx context.Context) []ui.Option {
	name := func(ctx context.Context, e domain.Entity) string { return lang.T(ctx, kindNames[e]) }
	return append([]ui.Option{{Label: lang.T(ctx, "Everything")}}, ui.Words(ctx, domain.Entities, name)...)
}
