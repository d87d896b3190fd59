package browsertest

import (
	"testing"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/paths"
)

// submit sends a form as it is, which is refused.
func submit(b *Browser) {
	b.Click("#save", "")
	b.Wait(`document.getElementById('errors')`)
}

// chosen asks in the bar what all the gifts of a list are to have.
func chosen(button string) func(*Browser) {
	return func(b *Browser) {
		b.settle()
		b.Strike("j", "Shift+X")
		b.Click(button, "")
		b.Wait(`document.getElementById('chosen-form')`)
	}
}

// leave types something wrong into the field that a label names and goes on to the next, until it says so.
func leave(label, text string) func(b *Browser) {
	return func(b *Browser) {
		b.settle()
		b.Fill(label, text)
		b.Key(Tab)
		b.Wait(`document.querySelector('[aria-invalid]')`)
	}
}

// things are the pages of people, occasions, gifts, and tags.
func (s sample) things() []aPage {
	return []aPage{
		{name: "dashboard", path: paths.Home()},
		{name: "people", path: paths.People.Index()},
		{name: "people, filters open", path: paths.People.Index(), then: func(b *Browser) { Eval[bool](b, `document.getElementById('narrow').open = true`) }},
		{name: "person", path: paths.People.One(s.emma)},
		{name: "person, more menu", path: paths.People.One(s.emma), then: menu(func(b *Browser) { b.Click("#page-more", "") })},
		{name: "person, edit", path: paths.People.Edit(s.emma)},
		{name: "person, new", path: paths.People.New()},
		{name: "person, birthday wrong", path: paths.People.New(), then: leave("Year", "1066")},
		{name: "person, refused", path: paths.People.New(), then: submit},
		{name: "occasions", path: paths.Occasions.Index()},
		{name: "occasion", path: paths.Occasions.One(s.christmas)},
		{name: "occasion, edit", path: paths.Occasions.Edit(s.christmas)},
		{name: "occasion, next", path: paths.OccasionNext(s.christmas)},
		{name: "gift days", path: paths.GiftDays()},
		{name: "gifts", path: paths.Gifts.Index()},
		{name: "gift", path: paths.Gifts.One(s.gift)},
		{name: "gift, edit", path: paths.Gifts.Edit(s.gift)},
		{name: "gift, edit, price wrong", path: paths.Gifts.Edit(s.gift), then: leave("Price", "lots")},
		{name: "idea, new", path: paths.NewIdea()},
		{name: "ideas, many", path: paths.NewIdeas()},
		{name: "ideas, many, refused", path: paths.NewIdeas(), then: submit},
		{name: "idea in one line", path: paths.QuickIdea()},
		{name: "idea in one line, understood", path: paths.With(paths.QuickIdea(), "line", "Kite @Emma 20 #outdoors https://shop.example/kite")},
		{name: "idea in one line, refused", path: paths.QuickIdea() + "?line="},
		{name: "bookmarklet", path: paths.Bookmarklet()},
		{name: "tags", path: paths.Tags.Index()},
		{name: "tag", path: paths.Tags.One(s.tag)},
		{name: "tag, edit", path: paths.Tags.Edit(s.tag)},
		{name: "tag, new, refused", path: paths.Tags.New(), then: submit},
		{name: "tag, merge", path: paths.TagMerge(s.tag)},
		{name: "nothing here", path: "/lists/0196a2c4-0000-7000-8000-000000000000"},
	}
}

// plans are the pages of lists and of what stands on them.
func (s sample) plans() []aPage {
	first := func(b *Browser) string { return b.Row("Jumper") }
	return []aPage{
		{name: "lists", path: paths.Lists.Index()},
		{name: "lists, none found", path: paths.With(paths.Lists.Index(), "q", "nothing of this name")},
		{name: "list", path: paths.Lists.One(s.list)},
		{name: "list by buyer", path: paths.With(paths.Lists.One(s.list), "group", "buyer")},
		{name: "list, status menu", path: paths.Lists.One(s.list), then: menu(func(b *Browser) { b.Click(first(b)+" .c-status a", "") })},
		{name: "list, buyer menu", path: paths.Lists.One(s.list), then: menu(func(b *Browser) { b.Click(first(b)+" .c-buyer a", "") })},
		{name: "list, some selected", path: paths.Lists.One(s.list), then: func(b *Browser) {
			b.Click(first(b)+" .c-pick input", "")
			b.Wait(`!document.getElementById('bar').hidden`)
		}},
		{name: "list, some selected, status menu", path: paths.Lists.One(s.list), then: menu(func(b *Browser) {
			b.Click(first(b)+" .c-pick input", "")
			b.Click("#bulk-set", "")
		})},
		{name: "list, tags of some selected", path: paths.Lists.One(s.list), then: chosen("#bulk-tags")},
		{name: "list, price of some selected, refused", path: paths.Lists.One(s.list), then: func(b *Browser) {
			chosen("#bulk-price")(b)
			b.Fill("Planned price", "12x")
			b.Click("#chosen-save", "")
			b.Wait(`document.getElementById('errors')`)
		}},
		{name: "list, price being edited", path: paths.Lists.One(s.list), then: func(b *Browser) {
			b.Click(first(b)+" [id^=price-]", "")
			b.Wait(`document.activeElement.matches('[name=planned_price]')`)
		}},
		{name: "list of own wishes", path: paths.Lists.One(s.wishes)},
		{name: "list, new", path: paths.Lists.New()},
		{name: "list, edit", path: paths.Lists.Edit(s.list)},
		{name: "list, edit, asked", path: paths.Lists.Edit(s.forTom), then: func(b *Browser) {
			Eval[bool](b, `(target_person_id.value = '', visibility.value = 'family', true)`)
			b.Click("#save", "")
			b.Wait(`document.getElementById('sure')`)
		}},
		{name: "list, row being edited", path: paths.Lists.One(s.list), then: func(b *Browser) {
			b.settle()
			b.Strike("j", "e")
			b.Wait(`document.activeElement.closest('.in-row')`)
		}},
		{name: "list, more menu", path: paths.Lists.One(s.list), then: menu(func(b *Browser) { b.Click(first(b)+" [id^=more-]", "") })},
		{name: "gift, add", path: paths.NewListItem(s.list)},
		{name: "gift, add, refused", path: paths.NewListItem(s.list), then: submit},
		{name: "gift, add, asked", path: paths.With(paths.NewListItem(s.list), "q", "coffee"), then: func(b *Browser) {
			b.Loading(func() { b.Click("#catalog-choices button", "Coffee") })
			b.Wait(`document.getElementById('sure')`)
		}},
		{name: "item", path: paths.Items.One(s.item)},
		{name: "item, edit", path: paths.Items.Edit(s.item)},
		{name: "inbox", path: paths.Inbox()},
		{name: "assignments", path: paths.Assignments()},
		{name: "assignments, some selected", path: paths.Assignments(), then: func(b *Browser) {
			b.settle()
			b.Strike("j", "Shift+X")
			b.Wait(`!document.getElementById('bar').hidden`)
		}},
		{name: "assignments, none found", path: paths.With(paths.Assignments(), "store", "nothing of this name")},
	}
}

// talk are the pages by which a family works together and finds things again.
func (s sample) talk() []aPage {
	return []aPage{
		{name: "comments on a person", path: on(domain.EntityPerson, s.emma)},
		{name: "comments on a list", path: on(domain.EntityList, s.list)},
		{name: "comments on an item", path: on(domain.EntityItem, s.item)},
		{name: "mentions", path: paths.Comments.Index()},
		{name: "search", path: paths.With(paths.Search(), "q", "em")},
		{name: "search, none found", path: paths.With(paths.Search(), "q", "nothing of this name")},
		{name: "activity", path: paths.Activity()},
		{name: "trash", path: paths.Trash()},
		{name: "changes", path: paths.Changes()},
	}
}

// on is the page of what is said about a thing.
func on(kind domain.Entity, id string) string {
	return paths.With(paths.Comments.Index(), "parent_type", string(kind), "parent_id", id)
}

// settings are the pages of what people set, and the doors that links lead to.
func (s sample) settings() []aPage {
	return []aPage{
		{name: "profile", path: paths.Profile()},
		{name: "appearance", path: paths.Appearance()},
		{name: "keyboard", path: paths.Keyboard()},
		{name: "sessions", path: paths.Sessions()},
		{name: "family", path: paths.Family()},
		{name: "members", path: paths.Members()},
		{name: "invitation", path: paths.Invite(s.invited)},
		{name: "new password", path: paths.Reset(s.reset)},
	}
}

// papers are the sheets, on the screen.
func (s sample) papers() []aPage {
	occasion := func(sheet string) string { return paths.With(paths.Occasions.Print(s.christmas), "sheet", sheet) }
	return []aPage{
		{name: "list, print", path: paths.Lists.Print(s.list)},
		{name: "list, print with a code", path: paths.Lists.Print(s.list) + "?qr=true&safe=true"},
		{name: "occasion, print", path: occasion("summary")},
		{name: "wrapping, print", path: occasion("wrapping")},
		{name: "gift tags, print", path: occasion("tags")},
		{name: "thanks, print", path: occasion("thanks")},
		{name: "person, print", path: paths.People.Print(s.emma)},
		{name: "assignments, print", path: paths.AssignmentsPrint()},
	}
}

// dialogs are what opens over a page.
func (s sample) dialogs() []aPage {
	open := func(href string) func(b *Browser) {
		return func(b *Browser) {
			b.Click("#user", "")
			b.Click(":popover-open a[href='"+href+"']", "")
			b.Wait(`document.querySelector('dialog[open]')`)
		}
	}
	return []aPage{
		{name: "user menu", path: paths.Home(), then: menu(func(b *Browser) { b.Click("#user", "") })},
		{name: "keys", path: paths.Shortcuts()},
		{name: "keys over a list", path: paths.Lists.One(s.list), then: open(paths.Shortcuts())},
		{name: "palette", path: paths.With(paths.Palette(), "q", "em")},
		{name: "palette over a list", path: paths.Lists.One(s.list), then: open(paths.Palette())},
	}
}

// say makes what the family talks about: tags, comments, something in the trash, and links for people to come in by.
func (s *sample) say(t *testing.T) {
	t.Helper()
	ctx := t.Context()
	tag := func(in dto.TagInput) string {
		id, err := s.Services.Tags.Create(ctx, s.Maria, in)
		must(t, err)
		return id
	}
	s.tag = tag(dto.TagInput{Name: "outdoors", Type: "interest", Color: "pine", Description: "For muddy boots"})
	tag(dto.TagInput{Name: "small parcels", Type: "custom", Color: "amber"})
	id, err := s.Services.Gifts.Create(ctx, s.Maria, dto.GiftInput{
		Title: "Telescope for the garden", Link: "https://shop.example/telescope", Links: "A test: https://magazine.example/telescopes\nhttps://stars.example/p/2", Price: "129", Source: "Fern Optics",
		Description: "Light enough for a child to carry.", Tags: "outdoors, small parcels",
	})
	must(t, err)
	s.gift = id
	for _, c := range []struct {
		by   domain.Viewer
		on   dto.Parent
		body string
	}{
		{s.Tom, dto.Parent{ParentType: domain.EntityPerson, ParentID: s.emma}, "Her feet have grown again: 34 by the spring."},
		{s.Tom, dto.Parent{ParentType: domain.EntityList, ParentID: s.list}, "@Maria shall we leave the calendar out this year?"},
		{s.Maria, dto.Parent{ParentType: domain.EntityList, ParentID: s.list}, "Never. It hangs already."},
		{s.Maria, dto.Parent{ParentType: domain.EntityItem, ParentID: s.item}, "Hidden behind the ironing board."},
	} {
		_, err := s.Services.Comments.Add(ctx, c.by, c.on, dto.CommentInput{Body: c.body})
		must(t, err)
	}
	gone := s.List(t, s.Maria, dto.ListInput{Name: "Last year’s list", Type: "idea", Visibility: "family"})
	must(t, s.Services.Lists.Delete(ctx, s.Maria, gone, true))
}

// invite makes the links that lead to a door. They work for some days, so it is done on the last one.
func (s *sample) invite(t *testing.T) {
	t.Helper()
	ctx := t.Context()
	invited, err := s.Services.Invitations.Create(ctx, s.Maria, dto.InvitationInput{Email: "ruth@example.test", Role: "guest"})
	must(t, err)
	reset, err := s.Services.Auth.MakeResetLink(ctx, s.Maria, s.Tom.UserID)
	must(t, err)
	s.invited, s.reset = invited.Token, reset.Token
}
