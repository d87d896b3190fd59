package service_test

import (
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/service"
)

// tracks are what a change leaves: steps to take back, lines of the feed, versions.
func tracks(t *testing.T, db *database.DB) map[string]int64 {
	t.Helper()
	all := map[string]int64{}
	for _, table := range []string{"undo_steps", "activities", "tags"} {
		var n int64
		ok(t, db.Read.Table(table).Count(&n).Error)
		all[table] = n
	}
	for _, table := range []string{"people", "occasions", "lists", "gifts", "list_items", "tags", "comments", "users", "families"} {
		var n int64
		ok(t, db.Read.Table(table).Select("SUM(version)").Scan(&n).Error)
		all["versions of "+table] = n
	}
	var wishes int64
	ok(t, db.Read.Table("list_items").Select("SUM(wish_version)").Scan(&wishes).Error)
	all["versions of wishes"] = wishes
	return all
}

// asTheyWere are forms as they are shown, to be sent as they are.
func asTheyWere(t *testing.T, s *fixture.Stage) map[string]func() error {
	t.Helper()
	ctx, sv, v, id := t.Context(), s.Services, s.Maria, must(t)
	person := id(sv.People.Create(ctx, v, dto.PersonInput{
		DisplayName: "Oma", Relationship: "grandparent", BirthDay: "4", BirthMonth: "5", Interests: "tea, cats", SizeLabels: []string{"Shoes"},
		SizeValues: []string{"38"}, Constraints: "no nuts", Notes: "likes\n\nred", Tags: "tea, Warm",
	}))
	plain := id(sv.People.Create(ctx, v, dto.PersonInput{DisplayName: "Opa"}))
	gift := id(sv.Gifts.Create(ctx, v, dto.GiftInput{
		Title: "Kettle", Price: "1.299,00", Currency: "EUR", Link: "https://shop.example/k?utm_source=x", Links: "Also https://other.example/k", Description: "blue", Tags: "warm, tea",
	}))
	bare := id(sv.Gifts.Create(ctx, v, dto.GiftInput{Title: "Bare"}))
	list := s.List(t, v, dto.ListInput{Name: "For Oma", TargetPersonID: person, OccasionID: s.Christmas, Notes: "short"})
	item := s.Item(t, v, list, dto.AddInput{GiftInput: dto.GiftInput{Title: "Tea"}, ItemInput: dto.ItemInput{Quantity: "2", PlannedPrice: "12,50", Notes: "green"}})
	wishes := s.List(t, s.Lena, dto.ListInput{Name: "Wishes", TargetPersonID: s.LenaPerson})
	wish := s.Item(t, s.Lena, wishes, dto.AddInput{GiftInput: dto.GiftInput{Title: "Drum"}, ItemInput: dto.ItemInput{Quantity: "2", Notes: "red"}})
	tag := id(sv.Tags.Create(ctx, v, dto.TagInput{Name: "Silk", Type: "mood", Color: "pine", Description: "soft"}))
	said, err := sv.Comments.Add(ctx, v, dto.Parent{ParentType: "gift", ParentID: gift}, dto.CommentInput{Body: "What about @Tom?"})
	ok(t, err)
	ofPerson := func(id string) func() error {
		return func() error {
			p, err := sv.People.Get(ctx, v, id)
			ok(t, err)
			return sv.People.Update(ctx, v, id, p.Form())
		}
	}
	ofGift := func(id string) func() error {
		return func() error {
			g, err := sv.Gifts.Get(ctx, v, id)
			ok(t, err)
			return sv.Gifts.Update(ctx, v, id, g.Form())
		}
	}
	return map[string]func() error{
		"person": ofPerson(person), "plain person": ofPerson(plain), "person with an account": ofPerson(s.LenaPerson), "gift": ofGift(gift), "bare gift": ofGift(bare),
		"occasion": func() error {
			o, err := sv.Occasions.Get(ctx, v, s.Christmas)
			ok(t, err)
			return sv.Occasions.Update(ctx, v, s.Christmas, o.Form())
		},
		"list": func() error {
			l, err := sv.Lists.Get(ctx, v, list)
			ok(t, err)
			return sv.Lists.Update(ctx, v, list, l.Form())
		},
		"item": func() error {
			p, err := sv.Items.Form(ctx, v, item)
			ok(t, err)
			saved, err := sv.Items.Update(ctx, v, item, p.Item.Form())
			if saved.Version != p.Item.Version || saved.ListID != list {
				t.Errorf("the item is %+v", saved)
			}
			return err
		},
		"wish": func() error {
			w, _, err := sv.Items.Wish(ctx, s.Lena, wish)
			ok(t, err)
			return sv.Items.UpdateWish(ctx, s.Lena, wish, w.Form())
		},
		"tag": func() error {
			g, err := sv.Tags.Get(ctx, v, tag)
			ok(t, err)
			return sv.Tags.Update(ctx, v, tag, g.Form())
		},
		"comment": func() error {
			now, err := sv.Comments.Edit(ctx, v, said.ID, dto.CommentInput{Body: "What about @Tom?", Version: said.Version})
			if now.ID != said.ID || now.Edited != "" {
				t.Errorf("the comment is %+v", now)
			}
			return err
		},
		"family": func() error {
			f, err := sv.Family.Get(ctx, v)
			ok(t, err)
			return sv.Family.Update(ctx, v, f.Form())
		},
		"profile": func() error {
			p, err := sv.Users.Profile(ctx, v)
			ok(t, err)
			return sv.Users.Update(ctx, v, p.Form(), service.Client{})
		},
		"appearance": func() error {
			now, err := sv.Users.Settings(ctx, v)
			ok(t, err)
			return sv.Users.UpdateSettings(ctx, v, dto.SettingsInput{Theme: now.Theme, Accent: now.Accent, Language: now.Language})
		},
		"shortcuts": func() error { return sv.Users.SetShortcuts(ctx, v, true) },
		"role":      func() error { return sv.Members.SetRole(ctx, v, s.Tom.UserID, dto.RoleInput{Role: string(s.Tom.Role)}) },
	}
}

func TestAFormThatIsSavedAsItWasLeavesNoTrace(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		for name, save := range asTheyWere(t, s) {
			before := tracks(t, db)
			s.Clock.T = s.Clock.T.Add(1e9)
			if err := save(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			for what, n := range tracks(t, db) {
				if n != before[what] {
					t.Errorf("%s: %s were %d, are %d", name, what, before[what], n)
				}
			}
		}
	})
}

// Words in another order and in another case are the same tags; another word is a change, and so is none at all.
func TestAFormIsSavedAsItWasWhereOnlyTheSpellingOfItsTagsIsAnother(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		ctx, gifts := t.Context(), s.Services.Gifts
		id := must(t)(gifts.Create(ctx, s.Maria, dto.GiftInput{Title: "Kettle", Tags: "warm, tea"}))
		for _, c := range []struct {
			tags    string
			version int64
		}{{"TEA, Warm", 1}, {"tea, warm, new", 2}, {"", 3}} {
			g, err := gifts.Get(ctx, s.Maria, id)
			ok(t, err)
			in := g.Form()
			in.Tags = c.tags
			ok(t, gifts.Update(ctx, s.Maria, id, in))
			if g, err = gifts.Get(ctx, s.Maria, id); err != nil || g.Version != c.version {
				t.Errorf("with %q it is version %d, %v", c.tags, g.Version, err)
			}
		}
		// A form of an older version is one, whatever it says.
		refused(t, gifts.Update(ctx, s.Maria, id, dto.GiftInput{Title: "Kettle", Currency: "EUR", Version: 2}), apperr.Conflict)
	})
}
