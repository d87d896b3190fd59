package service_test

import (
	"slices"
	"testing"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/repository"
)

// mentioned are the names of those whom a comment mentions, as its page shows them.
func mentioned(c dto.Comment) []string {
	names := []string{}
	for _, s := range c.Body {
		if s.Mention != nil {
			names = append(names, s.Text+"="+s.Mention.Name)
		}
	}
	return names
}

func TestAMentionIsTheLongestNameAfterAnAtSignWhateverItsCaseAndAccents(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		for _, name := range []string{"Zoë", "Zoë Ann", "Dr. Åke (Opa)"} {
			w.Join(t, w.Home, name, domain.RoleMember)
		}
		for body, want := range map[string][]string{
			"@Maria":                           {"@Maria=Maria"},
			"see @zoe, and @MARIA!":            {"@zoe=Zoë", "@MARIA=Maria"},
			"@zoe  ann knows":                  {"@zoe  ann=Zoë Ann"},
			"@Zoe\u0308 Anna":                  {"@Zoe\u0308=Zoë"},
			"@Zoëy @Mariam":                    {},
			"a@Maria maria @ Maria":            {},
			"(@dr. ake (opa)) @Maria@Zoe":      {"@dr. ake (opa)=Dr. Åke (Opa)", "@Maria=Maria"},
			"@Zoe\nAnn":                        {"@Zoe=Zoë"},
			"@nobody @ @@ @😀 @Tom":             {}, // Tom writes it: nobody mentions themselves
			"@Maria @Maria":                    {"@Maria=Maria", "@Maria=Maria"},
			"@@Maria":                          {"@Maria=Maria"},
			"<b>@Maria</b> &amp; 100% _%s_ \\": {"@Maria=Maria"},
		} {
			c := w.says(w.Tom, domain.EntityPerson, w.Ben, body)
			whole := ""
			for _, s := range c.Body {
				whole += s.Text
			}
			if got := mentioned(c); !slices.Equal(got, want) || whole != c.Text {
				t.Errorf("%q mentions %q, not %q; as a whole %q", body, got, want, whole)
			}
		}
	})
}

func TestEditingACommentChangesWhoIsMentioned(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		c := w.says(w.Tom, domain.EntityPerson, w.Ben, "@Maria, look")
		_, err := w.Services.Comments.Edit(t.Context(), w.Tom, c.ID, dto.CommentInput{Body: "@Lena, look"})
		ok(t, err)
		for v, n := range map[*domain.Viewer]int{&w.Maria: 0, &w.Lena: 1, &w.Tom: 0} {
			if got, err := w.Services.Comments.Mentions(t.Context(), *v, dto.Query{}); err != nil || len(got.Items) != n {
				t.Errorf("%+v %v", got, err)
			}
		}
	})
}

// Case 7.
func TestOnlyThoseWhoWouldReadItCanBeMentioned(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		secret := w.List(t, w.Tom, dto.ListInput{Name: "Secret", TargetPersonID: w.LenaPerson, Visibility: "hidden_from_target"})
		private := w.List(t, w.Tom, dto.ListInput{Name: "Private", Visibility: "owner"})
		onSecret := w.Item(t, w.Tom, secret, fixture.Gift("Skis", "80"))
		hidden := w.Item(t, w.Tom, w.list, fixture.Gift("Sledge", "80"))
		onPrivate := w.Item(t, w.Tom, private, fixture.Gift("Ski boots", "80"))
		giftOf := func(item string) string { return w.planned(w.Tom, item).Gift.ID }
		for _, c := range []struct {
			v    domain.Viewer
			kind domain.Entity
			id   string
			want []string
		}{
			{w.Tom, domain.EntityPerson, w.LenaPerson, []string{"Gast", "Lena", "Maria"}},
			{w.Tom, domain.EntityOccasion, w.Christmas, []string{"Gast", "Lena", "Maria"}},
			{w.Tom, domain.EntityList, w.list, []string{"Gast", "Lena", "Maria"}},
			{w.Tom, domain.EntityList, secret, []string{"Maria"}},
			{w.Tom, domain.EntityList, private, nil},
			{w.Tom, domain.EntityItem, w.wish, []string{"Gast", "Maria"}},
			{w.Lena, domain.EntityItem, w.wish, []string{"Gast", "Maria", "Tom"}},
			{w.Tom, domain.EntityItem, hidden, []string{"Gast", "Maria"}},
			{w.Tom, domain.EntityItem, onSecret, []string{"Maria"}},
			{w.Tom, domain.EntityGift, w.gift, []string{"Gast", "Lena", "Maria"}},
			{w.Tom, domain.EntityGift, giftOf(hidden), []string{"Gast", "Maria"}},
			{w.Tom, domain.EntityGift, giftOf(onSecret), []string{"Maria"}},
			{w.Tom, domain.EntityGift, giftOf(onPrivate), nil},
		} {
			members, err := w.Services.Comments.Mentionable(t.Context(), c.v, dto.Parent{ParentType: c.kind, ParentID: c.id})
			ok(t, err)
			var got []string
			for _, m := range members {
				got = append(got, m.Name)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s: %v, not %v", c.kind, got, c.want)
			}
		}
		if c := w.says(w.Tom, domain.EntityList, secret, "@Lena @Maria @Gast"); !slices.Equal(mentioned(c), []string{"@Maria=Maria"}) {
			t.Errorf("%+v", c.Body)
		}
		// Tom has Lena's gift on a list that Lena does not see: that he sees it there is not hers to know.
		own := w.Item(t, w.Lena, w.List(t, w.Lena, dto.ListInput{Name: "Mine", Visibility: "owner"}), fixture.Gift("Diary", "5"))
		members, err := w.Services.Comments.Mentionable(t.Context(), w.Lena, dto.Parent{ParentType: domain.EntityGift, ParentID: w.planned(w.Lena, own).Gift.ID})
		if err != nil || len(members) != 0 {
			t.Errorf("%+v %v", members, err)
		}
	})
}

// The rule of who else sees a place is written down a second time, for members: this holds it against the scope.
func TestReadersAreThoseWhomTheScopeLetsSee(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		all := []domain.Viewer{w.Maria, w.Tom, w.Lena, w.Gast}
		for _, owner := range []domain.Viewer{w.Maria, w.Tom, w.Lena} {
			for _, target := range []string{"", w.Ben, w.LenaPerson} {
				for _, visibility := range domain.Visibilities {
					in := dto.ListInput{Name: "x", TargetPersonID: target, Visibility: string(visibility)}
					list, err := w.Services.Lists.Create(t.Context(), owner, in)
					if err != nil {
						continue // hidden from nobody, or from oneself
					}
					privacies := []domain.Privacy{domain.PrivacyShared, domain.PrivacyHidden}
					for _, privacy := range privacies {
						add := fixture.Gift("gift", "1")
						add.Privacy = string(privacy)
						holdsForAll(t, w, all, owner, list, w.Item(t, owner, list, add))
					}
				}
			}
		}
	})
}

func holdsForAll(t *testing.T, w wishlist, all []domain.Viewer, owner domain.Viewer, list, item string) {
	t.Helper()
	ctx := t.Context()
	row, err := w.Store.Items.Get(ctx, owner, item)
	ok(t, err)
	lists, err := w.Store.Accounts.ReadersOfList(ctx, owner, list)
	ok(t, err)
	gifts, err := w.Store.Accounts.ReadersOfGift(ctx, owner, row.GiftID, owner.UserID)
	ok(t, err)
	for _, v := range all {
		reads := func(rows []repository.ReaderRow) bool {
			return slices.ContainsFunc(rows, func(m repository.ReaderRow) bool { return m.UserID == v.UserID })
		}
		_, listErr := w.Store.Lists.Get(ctx, v, list)
		_, giftErr := w.Store.Gifts.Get(ctx, v, row.GiftID)
		if reads(lists) != (listErr == nil) || reads(gifts) != (giftErr == nil) {
			t.Errorf("%+v: list %v %v, gift %v %v", v, reads(lists), listErr, reads(gifts), giftErr)
		}
	}
}
