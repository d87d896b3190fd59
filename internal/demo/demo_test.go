package demo

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/repository"
	"kinlist/internal/service"
)

var today = time.Date(2026, time.November, 25, 12, 0, 0, 0, time.UTC)

// visit is the demo as somebody finds it who signs in.
type visit struct {
	*service.Services
	t  *testing.T
	db *database.DB
}

func play(t *testing.T, db *database.DB, now time.Time) visit {
	t.Helper()
	if _, err := Run(t.Context(), db, now); err != nil {
		t.Fatal(err)
	}
	clock := func() time.Time { return now }
	return visit{service.New(repository.New(db, clock), service.Config{Now: clock}), t, db}
}

func (v visit) as(email string) domain.Viewer {
	v.t.Helper()
	token, err := v.Auth.SignIn(v.t.Context(), dto.LoginInput{Email: email, Password: Password}, service.Client{})
	if err != nil {
		v.t.Fatal(err)
	}
	s, err := v.Auth.Session(v.t.Context(), token)
	if err != nil {
		v.t.Fatal(err)
	}
	return s.Viewer
}

func (v visit) number(query string) int {
	v.t.Helper()
	var n int
	if err := v.db.Read.Raw(query).Scan(&n).Error; err != nil {
		v.t.Fatal(query, err)
	}
	return n
}

func TestTheDemoHasSomethingOfEverything(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		v := play(t, db, today)
		for query, least := range map[string]int{
			"SELECT count(DISTINCT status) FROM list_items":                                                               len(domain.Statuses),
			"SELECT count(DISTINCT visibility) FROM lists":                                                                len(domain.Visibilities),
			"SELECT count(DISTINCT substr(CAST(gifted_on AS text), 1, 4)) FROM list_items":                                4,
			"SELECT count(DISTINCT occasion_id) FROM list_items JOIN lists ON lists.id = list_id WHERE status = 'gifted'": 8,
			"SELECT count(*) FROM list_items WHERE withdrawn_at IS NOT NULL":                                              1,
			"SELECT count(*) FROM lists WHERE archived_at IS NOT NULL":                                                    10,
			"SELECT count(*) FROM comments WHERE resolved_at IS NOT NULL":                                                 1,
			"SELECT count(*) FROM comment_mentions":                                                                       4,
			"SELECT count(*) FROM people":                                                                                 12,
			"SELECT count(*) FROM tags":                                                                                   6,
			"SELECT count(*) FROM list_items JOIN lists ON lists.id = list_id WHERE inbox":                                5,
		} {
			if n := v.number(query); n < least {
				t.Errorf("%s: %d, want at least %d", query, n, least)
			}
		}
		if _, err := Run(t.Context(), db, today); apperr.CodeOf(err) != apperr.Conflict {
			t.Errorf("a second time: %v", err)
		}
		levels := v.levels(v.as("nora@hartigan.example"))
		for _, level := range []dto.Level{dto.LevelNone, dto.LevelApproaching, dto.LevelNear, dto.LevelExceeded} {
			if !levels[level] {
				t.Errorf("no budget is at %q", level)
			}
		}
	})
}

// levels are how close the budgets of the coming Christmas are, as a viewer sees them.
func (v visit) levels(viewer domain.Viewer) map[dto.Level]bool {
	v.t.Helper()
	dash, err := v.Dashboard.Show(v.t.Context(), viewer)
	if err != nil || dash.Primary == nil || len(dash.Assignments) == 0 || len(dash.Activity) == 0 || len(dash.Needing) == 0 {
		v.t.Fatalf("%+v %v", dash, err)
	}
	page, err := v.Occasions.Page(v.t.Context(), viewer, dash.Primary.ID)
	if err != nil {
		v.t.Fatal(err)
	}
	levels := map[dto.Level]bool{}
	for _, p := range page.Occasion.People {
		if p.Meter != nil {
			levels[p.Meter.Level] = true
		}
	}
	return levels
}

func TestTheDaughterFindsNothingThatIsHiddenFromHer(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		v := play(t, db, today)
		seen := v.everything(v.as("ella@hartigan.example"))
		mother := v.everything(v.as("nora@hartigan.example"))
		for _, secret := range append(hiddenTitles(), "the big surprise", "Ella, Christmas", "Ella’s birthday 20") {
			if strings.Contains(seen, secret) {
				t.Errorf("Ella sees %q", secret)
			}
			if !strings.Contains(mother, secret) {
				t.Errorf("her mother does not see %q", secret)
			}
		}
		if !strings.Contains(seen, changed) || !strings.Contains(seen, "Tow float") {
			t.Error("Ella does not see her wishes, or what she plans for her mother")
		}
		if wishes := v.wishes(v.as("ella@hartigan.example")); strings.Contains(wishes, withdrawn) || !strings.Contains(wishes, "full!") {
			t.Errorf("Ella’s wishes are not as she left them: %s", wishes)
		}
	})
}

// wishes are the viewer's own lists.
func (v visit) wishes(viewer domain.Viewer) string {
	v.t.Helper()
	lists, err := v.Lists.Index(v.t.Context(), viewer, dto.ListQuery{PersonID: viewer.PersonID})
	if err != nil || len(lists.Items) != 1 {
		v.t.Fatalf("%+v %v", lists, err)
	}
	wishes, err := v.Items.Wishes(v.t.Context(), viewer, lists.Items[0].ID)
	raw, jerr := json.Marshal(wishes)
	if err != nil || jerr != nil {
		v.t.Fatal(err, jerr)
	}
	return string(raw)
}

// everything is all that the indexes and pages of a viewer say.
func (v visit) everything(viewer domain.Viewer) string {
	v.t.Helper()
	ctx := v.t.Context()
	var all strings.Builder
	see := func(answer any, err error) {
		v.t.Helper()
		raw, jerr := json.Marshal(answer)
		if err != nil || jerr != nil {
			v.t.Fatal(err, jerr)
		}
		all.Write(raw)
	}
	q := dto.Query{Archived: true, Limit: 200}
	dash, err := v.Dashboard.Show(ctx, viewer)
	see(dash, err)
	gifts, err := v.Gifts.Index(ctx, viewer, dto.GiftQuery{Query: q})
	see(gifts, err)
	people, err := v.People.Index(ctx, viewer, dto.PeopleQuery{Query: q})
	see(people, err)
	for _, p := range people.Items {
		page, err := v.People.Page(ctx, viewer, p.ID)
		see(page, err)
	}
	occasions, err := v.Occasions.Names(ctx, viewer)
	for _, o := range occasions {
		page, err := v.Occasions.Page(ctx, viewer, o.ID)
		see(page, err)
	}
	see(occasions, err)
	v.lists(ctx, viewer, see)
	return all.String()
}

func (v visit) lists(ctx context.Context, viewer domain.Viewer, see func(any, error)) {
	lists, err := v.Lists.Index(ctx, viewer, dto.ListQuery{Query: dto.Query{Archived: true, Limit: 200}})
	see(lists, err)
	for _, l := range lists.Items {
		if l.Own {
			wishes, err := v.Items.Wishes(ctx, viewer, l.ID)
			see(wishes, err)
			continue
		}
		plan, err := v.Items.Plan(ctx, viewer, l.ID)
		see(plan, err)
	}
}

func TestTheDemoCanBePlayedOnAnyDayAndNothingIsYetToCome(t *testing.T) {
	t.Parallel()
	for _, now := range []string{
		"2026-12-24T23:55:00Z", "2026-12-26T07:00:00Z", "2028-02-29T10:00:00Z", "2027-05-22T10:00:00Z",
	} {
		t.Run(now, func(t *testing.T) {
			t.Parallel()
			at, err := time.Parse(time.RFC3339, now)
			if err != nil {
				t.Fatal(err)
			}
			v := play(t, dbtest.Open(t), at)
			if n := v.number("SELECT count(*) FROM list_items WHERE status = 'gifted'"); n < 30 {
				t.Errorf("%d gifts were given", n)
			}
			for _, table := range []string{"families", "people", "lists", "list_items", "status_changes", "activities", "comments"} {
				var late int64
				if err := v.db.Read.Table(table).Where("created_at > ?", at).Count(&late).Error; err != nil || late > 0 {
					t.Errorf("%s: %d rows are of the future %v", table, late, err)
				}
			}
			if dash, err := v.Dashboard.Show(t.Context(), v.as("nora@hartigan.example")); err != nil || dash.Primary == nil {
				t.Errorf("%+v %v", dash, err)
			}
		})
	}
}
