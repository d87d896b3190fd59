package gallery

import (
	"github.com/a-h/templ"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/views/authview"
	"kinlist/views/layout"
	"kinlist/views/settingsview"
	"kinlist/views/trashview"
)

func settings() []Sample {
	own := dto.ProfileInput{Name: "Maria Lindqvist", Email: "maria@example.org", Version: 2}
	look := dto.SettingsInput{Theme: "dark", Accent: "ocean", Language: "de"}
	family := dto.FamilyInput{Name: hostile, Locale: "de-AT", TimeZone: "Europe/Vienna", Currency: "EUR", Paper: "a4", Version: 1}
	here := dto.Session{ID: "s-1", Device: "Firefox on Linux", Address: "192.0.2.7", Family: "The Lindqvists", CreatedAt: "1 Nov 2026, 08:00", LastSeenAt: "27 Nov 2026, 14:00", Current: true}
	away := dto.Session{ID: "s-2", Device: longWord, Family: hostile, CreatedAt: "2 Nov 2026, 08:00", LastSeenAt: "26 Nov 2026, 09:00"}
	set := func(name, title string, body templ.Component) Sample { return page(name, "settings", title, body) }
	return []Sample{
		set("settings-profile", "Profile", settingsview.Profile(settingsview.ProfileProps{Values: own, PersonID: "p-maria"})),
		set("settings-profile-wrong", "Error: Profile", settingsview.Profile(settingsview.ProfileProps{
			Values: dto.ProfileInput{Name: hostile, Email: "nothing"}, Errors: wrongFields("name", "email", "password"),
		})),
		set("settings-password-wrong", "Error: Profile", settingsview.Profile(settingsview.ProfileProps{Values: own, Password: wrongFields("old", "password")})),
		set("settings-appearance", "Appearance", settingsview.Appearance(settingsview.AppearanceProps{Values: look})),
		set("settings-appearance-wrong", "Appearance", settingsview.Appearance(settingsview.AppearanceProps{Errors: wrongFields("theme", "accent", "language")})),
		set("settings-keyboard", "Keyboard", settingsview.Keyboard(true)),
		set("settings-sessions", "Sessions", settingsview.Sessions([]dto.Session{here, away})),
		set("settings-sessions-one", "Sessions", both(settingsview.Sessions([]dto.Session{here}))),
		set("settings-family", "Family", settingsview.Family(settingsview.FamilyProps{Values: family, MayEdit: true, Currencies: currencies})),
		set("settings-family-wrong", "Family", settingsview.Family(settingsview.FamilyProps{
			Values: family, MayEdit: true, Errors: wrongFields("name", "locale", "time_zone", "currency", "paper"), Families: choices,
		})),
		set("settings-family-read", "Family", settingsview.Family(settingsview.FamilyProps{Values: family, Families: choices})),
		set("settings-members", "Members", settingsview.Members(memberProps())),
		set("settings-members-made", "Members", settingsview.Members(madeProps())),
		set("settings-members-changed", "Members", settingsview.Members(changedMembers())),
		set("settings-members-wrong", "Members", settingsview.Members(wrongMembers())),
		set("settings-members-read", "Members", settingsview.Members(settingsview.MembersProps{Members: memberProps().Members})),
		set("settings-reset", "Reset", settingsview.ResetLink(settingsview.ResetProps{
			ResetLink: dto.ResetLink{Name: longWord, ExpiresAt: "28 Nov 2026, 14:00"}, Link: "https://gifts.example/reset/" + longWord,
		})),
		{"settings-several-families", layout.Page(several(), settingsview.Keyboard(false))},
	}
}

var choices = []dto.FamilyChoice{
	{ID: "f-1", Name: "The Lindqvists", Role: domain.RoleAdmin, Current: true}, {ID: "f-2", Name: hostile, Role: domain.RoleGuest},
}

func several() layout.Chrome {
	c := chrome("settings", "Keyboard")
	c.Families, c.Other, c.KeysOff = 2, dto.Ref{ID: "f-2", Name: longWord}, true
	return c
}

func memberProps() settingsview.MembersProps {
	return settingsview.MembersProps{
		Admin: true,
		Members: []dto.FamilyMember{
			{Member: maria, Email: "maria@example.org", Person: &mariaP, You: true},
			{Member: dto.Member{UserID: "u-long", Name: longWord, Role: domain.RoleGuest}, Email: "a@" + longWord + ".example"},
		},
	}
}

func madeProps() settingsview.MembersProps {
	p := memberProps()
	p.News = "The invitation is withdrawn."
	p.Members = nil
	p.Invitations = []dto.Invitation{
		{ID: "i-1", Role: domain.RoleMember, InvitedBy: "Maria", CreatedAt: "27 Nov 2026, 14:00", ExpiresAt: "4 Dec 2026, 14:00"},
		{ID: "i-2", Email: longWord + "@example.org", Role: domain.RoleGuest, InvitedBy: hostile, CreatedAt: "27 Nov 2026, 14:00", ExpiresAt: "4 Dec 2026, 14:00"},
	}
	p.Made, p.Link = &dto.InvitationLink{ExpiresAt: "4 Dec 2026, 14:00"}, "https://gifts.example/invite/"+longWord
	return p
}

func changedMembers() settingsview.MembersProps {
	p := memberProps()
	p.News, p.Undo = "The role is changed.", "/undo?batch=1"
	return p
}

func wrongMembers() settingsview.MembersProps {
	p := memberProps()
	p.Errors = wrongFields("email", "role")
	return p
}

func trash() []Sample {
	on := calendar.On(2026, 11, 26)
	things := []dto.Trashed{
		{Entity: domain.EntityPerson, ID: "p", Title: longWord, On: on, Until: on.AddDays(30)},
		{Entity: domain.EntityItem, ID: "i", Title: "Drum", Place: hostile, On: on, Until: on.AddDays(30)},
		{Entity: domain.EntityList, ID: "l", Title: hostile, On: on.AddDays(-1), Until: on.AddDays(29)},
	}
	many := make([]dto.Ref, 7)
	for i := range many {
		many[i] = dto.Ref{ID: "i", Name: longWord}
	}
	return []Sample{
		page("trash", "trash", "Trash", trashview.Page(dto.Page[dto.Trashed]{Items: things, Next: "n", Prev: "p"})),
		page("trash-empty", "trash", "Trash", trashview.Page(dto.Page[dto.Trashed]{})),
		page("changes", "changes", "My recent changes", trashview.Changes([]dto.UndoBatch{
			{ID: "b-1", Sentence: "Moved 7 gifts to Bought", At: "27 Nov 2026, 14:00", Items: many, Undoable: true},
			{ID: "b-2", Sentence: hostile, At: "27 Nov 2026, 13:50", Items: many[:1], Why: "This was changed since, and stays as it is."},
			{ID: "b-3", Sentence: "Changed “Ben”.", At: "27 Nov 2026, 13:40", Things: []dto.Changed{
				{Entity: domain.EntityPerson, ID: "p-1", Name: longWord, There: true}, {Entity: domain.EntityComment, ID: "c-1", Name: hostile},
			}, Undoable: true},
			{ID: "b-4", Sentence: "Changed how the pages look.", At: "27 Nov 2026, 13:30", Things: []dto.Changed{
				{Entity: domain.EntityAppearance, ID: "u-1", Name: "Appearance", There: true},
			}, Undoable: true},
		})),
		page("changes-none", "changes", "My recent changes", trashview.Changes(nil)),
	}
}

func links() []Sample {
	offer := dto.InvitationOffer{Family: hostile, Role: domain.RoleGuest}
	return []Sample{
		door("invite", "Join", authview.Invite(authview.InviteProps{Token: "t", Offer: offer})),
		door("invite-wrong", "Error: Join", authview.Invite(authview.InviteProps{
			Token: "t", Offer: offer, Values: dto.AcceptInput{Name: longWord, Email: "x"}, Message: "You belong to it already.",
			Errors: wrongFields("name", "email", "password"),
		})),
		page("invite-signed-in", "", "Join", authview.Invite(authview.InviteProps{Token: "t", Offer: offer, UserName: longWord})),
		door("reset", "A new password", authview.Reset(authview.ResetProps{Token: "t", Offer: dto.ResetOffer{Name: "Maria", Email: "maria@example.org"}})),
		door("reset-wrong", "A new password", authview.Reset(authview.ResetProps{Token: "t", Offer: dto.ResetOffer{Name: hostile, Email: longWord}, Errors: wrongFields("password")})),
	}
}
