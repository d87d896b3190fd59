package seed_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/metadata"
	"kinlist/internal/repository"
	"kinlist/internal/seed"
	"kinlist/internal/service"
)

var today = calendar.On(2026, time.November, 25)

var some = seed.Options{Families: 3, People: 6, Lists: 24, Items: 400, Seed: 7, Today: today}

func run(t *testing.T, db *database.DB, o seed.Options) seed.Progress {
	t.Helper()
	done, err := seed.Run(t.Context(), repository.New(db, time.Now), o, func(seed.Progress) {})
	if err != nil {
		t.Fatal(err)
	}
	return done
}

// contents are the rows of a table as text, in order. What the database counts and the salt of a hash are left out.
func contents(t *testing.T, db *database.DB, table string) []string {
	t.Helper()
	var rows []map[string]any
	if err := db.Read.Table(table).Find(&rows).Error; err != nil {
		t.Fatal(err)
	}
	lines := make([]string, len(rows))
	for i, row := range rows {
		delete(row, "seq")
		delete(row, "password_hash")
		lines[i] = fmt.Sprint(row) // maps print in the order of their keys
	}
	slices.Sort(lines)
	return lines
}

var tables = []string{
	"families", "users", "memberships", "people", "occasions", "occasion_people", "lists", "gifts", "list_items", "status_changes",
	"tags", "gift_tags", "person_tags", "comments", "activities", "texts",
}

func TestTheSameFlagsMakeTheSameFamilies(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		again, other := dbtest.Open(t), dbtest.Open(t)
		run(t, db, some)
		run(t, again, some)
		others := some
		others.Seed++
		run(t, other, others)
		for _, table := range tables {
			rows := contents(t, db, table)
			if len(rows) == 0 {
				t.Errorf("%s is empty", table)
			}
			if db.Dialect() == again.Dialect() && !slices.Equal(rows, contents(t, again, table)) {
				t.Errorf("%s differs from one run to the next", table)
			}
		}
		if slices.Equal(contents(t, db, "gifts"), contents(t, other, "gifts")) {
			t.Error("another seed makes the same gifts")
		}
	})
}

// none are queries that have to find nothing: what the services would never write.
var none = map[string]string{
	"an item without its text": "SELECT count(*) FROM list_items WHERE id NOT IN (SELECT item_id FROM texts WHERE item_id IS NOT NULL)",
	"a target who buys for themselves": `SELECT count(*) FROM list_items JOIN lists ON lists.id = list_id
		JOIN people ON people.id = lists.target_person_id WHERE buyer_id = people.user_id`,
	"a guest who buys, adds or owns": `SELECT count(*) FROM list_items JOIN lists ON lists.id = list_id
		JOIN memberships ON memberships.role = 'guest' AND memberships.user_id IN (buyer_id, added_by_id, owner_id)`,
	"somebody else on a list of the owner's own": `SELECT count(*) FROM list_items JOIN lists ON lists.id = list_id
		WHERE visibility = 'owner' AND (added_by_id <> owner_id OR buyer_id <> owner_id)`,
	"a list hidden from its owner": `SELECT count(*) FROM lists JOIN people ON people.id = target_person_id
		WHERE people.user_id = owner_id AND visibility <> 'family'`,
	"something in hand without a buyer": `SELECT count(*) FROM list_items
		WHERE status IN ('buying', 'ordered', 'delivered', 'wrapped') AND buyer_id IS NULL`,
	"a history that ends elsewhere": `SELECT count(*) FROM list_items WHERE version > 1 AND NOT EXISTS (SELECT 1 FROM status_changes
		WHERE item_id = list_items.id AND item_version = version AND to_status = status)`,
	"a step that does not follow the one before": `SELECT count(*) FROM status_changes AS s WHERE item_version > 2 AND NOT EXISTS (
		SELECT 1 FROM status_changes AS b WHERE b.item_id = s.item_id AND b.item_version = s.item_version - 1 AND b.to_status = s.from_status)`,
	"a gift given tomorrow":      "SELECT count(*) FROM list_items WHERE gifted_on > '2026-11-25'",
	"an item of another family":  "SELECT count(*) FROM list_items JOIN users ON users.id = added_by_id JOIN memberships ON user_id = users.id WHERE memberships.family_id <> list_items.family_id",
	"a family without its inbox": "SELECT count(*) FROM families WHERE 1 <> (SELECT count(*) FROM lists WHERE family_id = families.id AND inbox)",
}

func TestWhatIsMadeUpKeepsTheRules(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		if done := run(t, db, some); done.Items != 1200 || done.Families != 3 {
			t.Errorf("asked for 3 × 400 items: %+v", done)
		}
		for what, query := range none {
			var n int
			if err := db.Read.Raw(query).Scan(&n).Error; err != nil || n > 0 {
				t.Errorf("%s: %d %v", what, n, err)
			}
		}
		for query, least := range map[string]int{
			"SELECT count(DISTINCT status) FROM list_items":                                8,
			"SELECT count(DISTINCT visibility) FROM lists":                                 3,
			"SELECT count(DISTINCT privacy) FROM list_items":                               2,
			"SELECT count(DISTINCT substr(CAST(gifted_on AS text), 1, 4)) FROM list_items": 4,
			"SELECT count(*) FROM gifts WHERE price IS NULL":                               10,
			"SELECT count(*) FROM gifts WHERE link <> ''":                                  100,
			"SELECT count(*) - count(DISTINCT gift_id) FROM list_items":                    10,
		} {
			var n int
			if err := db.Read.Raw(query).Scan(&n).Error; err != nil || n < least {
				t.Errorf("%s: %d %v; want at least %d", query, n, err, least)
			}
		}
		var link, kept string
		if err := db.Read.Raw("SELECT link, canonical_url FROM gifts WHERE link <> '' ORDER BY id LIMIT 1").Row().Scan(&link, &kept); err != nil || kept != metadata.Canonical(link) {
			t.Errorf("the link %s is kept as %s %v", link, kept, err)
		}
	})
}

func TestMadeUpPeopleSignInAndEveryPageOfTheirsAnswers(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		run(t, db, some)
		ctx := t.Context()
		now := func() time.Time { return time.Date(2026, time.November, 25, 12, 0, 0, 0, time.UTC) }
		s := service.New(repository.New(db, now), service.Config{Now: now, Secret: "a secret of tests"})
		for _, email := range seed.Emails(2) {
			token, err := s.Auth.SignIn(ctx, dto.LoginInput{Email: email, Password: seed.Password}, service.Client{})
			if err != nil {
				t.Fatal(email, err)
			}
			session, err := s.Auth.Session(ctx, token)
			if err != nil {
				t.Fatal(err)
			}
			v := session.Viewer
			if (v.PersonID != "") != strings.HasPrefix(email, "child") {
				t.Errorf("%s is the person %q", email, v.PersonID)
			}
			dash, err := s.Dashboard.Show(ctx, v)
			if err != nil || dash.Primary == nil || len(dash.Activity) == 0 {
				t.Errorf("%s: %+v %v", email, dash, err)
			}
			lists, err := s.Lists.Index(ctx, v, dto.ListQuery{Query: dto.Query{Archived: true}})
			if err != nil || len(lists.Items) < 5 {
				t.Errorf("%s: %d lists %v", email, len(lists.Items), err)
			}
		}
	})
}

func TestADatabaseWithFamiliesIsOnlyAddedToWhenAsked(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		few := seed.Options{Families: 2, People: 1, Lists: 1, Items: 3, Seed: 1, Today: today}
		run(t, db, few)
		_, err := seed.Run(t.Context(), repository.New(db, time.Now), few, func(seed.Progress) {})
		if apperr.CodeOf(err) != apperr.Conflict {
			t.Errorf("a second time: %v", err)
		}
		few.Append = true
		run(t, db, few)
		if n := len(contents(t, db, "families")); n != 4 {
			t.Errorf("%d families", n)
		}
	})
}

func TestManySmallFamiliesAndEmptyOnes(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		for _, o := range []seed.Options{
			{Families: 120, People: 3, Lists: 2, Items: 5},
			{Families: 2},
			{Families: 1, Items: 9},
			{Families: 1, People: 1, Items: 3},
			{Families: 1, Lists: 9, Items: 3},
		} {
			o.Today, o.Append = today, true
			if done := run(t, db, o); done.Items != o.Families*o.Items || done.Families != o.Families {
				t.Errorf("%+v: %+v", o, done)
			}
		}
		if _, err := seed.Run(t.Context(), repository.New(db, time.Now), seed.Options{Families: 1, Items: -1}, nil); err == nil {
			t.Error("minus one item went through")
		}
	})
}
