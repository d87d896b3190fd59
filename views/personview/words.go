package personview

import (
	"context"
	"strings"

	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

func joined(words []string) string { return strings.Join(words, ", ") }

func names(refs []dto.Ref) []string {
	out := make([]string, len(refs))
	for i, r := range refs {
		out[i] = r.Name
	}
	return out
}

// birthday is the day and, where the year is known, the age that they turn.
func birthday(ctx context.Context, p dto.Person) string {
	day := ui.Birthday(ctx, *p.Birthday)
	if p.TurnsAge > 0 {
		return lang.T(ctx, "%s, turns %d", day, p.TurnsAge)
	}
	return day
}

func account(p dto.Person) string {
	if p.Own {
		return "This is you"
	}
	return "Signs in as " + p.Account.Name
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
