package personview

import (
	"context"
	"strings"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

func joined(words []string) string { return strings.Join(words, ", ") }

// birthday is the day and, where the year is known, the age that they turn.
func birthday(ctx context.Context, p dto.Person) string {
	day := ui.Birthday(ctx, *p.Birthday)
	if p.TurnsAge > 0 {
		return lang.T(ctx, "%s, turns %d", day, p.TurnsAge)
	}
	return day
}

func account(ctx context.Context, p dto.Person) string {
	if p.Own {
		return lang.T(ctx, "This is you")
	}
	return lang.T(ctx, "Signs in as %s", p.Account.Name)
}

func nothingKnown(p dto.Person) bool {
	return len(p.Interests)+len(p.Sizes)+len(p.Tags) == 0 && p.Constraints == "" && p.Notes == ""
}

func newList(p dto.Person) string {
	return paths.With(paths.Lists.New(), "target_person_id", p.ID)
}

// firstOf is the first message there is for one of the fields.
func firstOf(errs map[string]string, names ...string) string {
	for _, name := range names {
		if message := errs[name]; message != "" {
			return message
		}
	}
	return ""
}

func anyRelationship(ctx context.Context) []ui.Option {
	return append([]ui.Option{{Label: lang.T(ctx, "Any relationship")}}, ui.Relationships(ctx)...)
}

func sorts(ctx context.Context) []ui.Option {
	return []ui.Option{
		{Value: "", Label: lang.T(ctx, "Name")}, {Value: "updated", Label: lang.T(ctx, "Last changed")}, {Value: "new", Label: lang.T(ctx, "Newest first")},
	}
}

// tag is the tag that the form above the index shows as chosen.
func (p IndexProps) tag() string {
	if len(p.Query.Tags) == 0 {
		return ""
	}
	return p.Query.Tags[0]
}

// chosen are the filters that are on.
func (p IndexProps) chosen(ctx context.Context) []ui.Chosen {
	var on []ui.Chosen
	add := func(label, key, value string) {
		if value != "" {
			on = append(on, ui.Chosen{Label: label, Without: ui.Without(paths.People.Index(), p.kept(), key, value)})
		}
	}
	add(lang.T(ctx, "Relationship: %s", ui.RelationshipName(ctx, domain.Relationship(p.Query.Relationship))), "relationship", p.Query.Relationship)
	for _, id := range p.Query.Tags {
		add(lang.T(ctx, "Tag: %s", ui.NameIn(ctx, ui.Refs("", p.Tags), id)), "tag", id)
	}
	return on
}

func (p IndexProps) counted(ctx context.Context) string {
	return lang.N(ctx, len(p.Page.Items), "%d person", "%d people")
}
