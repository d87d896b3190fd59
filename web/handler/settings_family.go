package handler

import (
	"net/http"
	"net/url"

	"github.com/labstack/echo/v5"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/money"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/views/errorview"
	"kinlist/views/settingsview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Household serves what is set for the family, and who belongs to it.
type Household struct {
	respond.Responder
	Rivals
	Family      *service.Family
	Users       *service.Users
	Members     *service.Members
	Invitations *service.Invitations
	Auth        *service.Auth
	Base        *url.URL // where people see the program; nil: as the request says
}

// Settings serves GET /settings/family.
func (h Household) Settings(c *echo.Context) error {
	f, err := h.Family.Get(c.Request().Context(), middleware.Viewer(c))
	if err != nil {
		return err
	}
	return h.settings(c, ok, settingsview.FamilyProps{Values: f.Form(), MayEdit: f.MayEdit})
}

func (h Household) settings(c *echo.Context, status int, p settingsview.FamilyProps) error {
	ctx := c.Request().Context()
	var err error
	if p.Families, err = h.Users.Families(ctx, middleware.Viewer(c)); err != nil {
		return err
	}
	p.Currencies = money.Currencies()
	title := lang.T(ctx, "settings|Family")
	return h.View(c, status, respond.Page{Title: title, Section: "settings", Body: settingsview.Family(p), Part: settingsview.FamilyForm(p)})
}

// Update serves POST /settings/family.
func (h Household) Update(c *echo.Context) error {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	in, err := bound[dto.FamilyInput](c)
	if err != nil {
		return err
	}
	err = h.Family.Update(ctx, v, in)
	if fields, status, again := refill(c, err); again {
		now, err := h.Family.Get(ctx, v)
		if err != nil {
			return err
		}
		fields, in.Version = stale[dto.FamilyInput]{in, now.Form(), settingsview.Saved(ctx, now)}.meanwhile(ctx, status, fields), anew(status, in.Version, now.Version)
		if err := h.named(ctx, v, status, fields, domain.EntityFamily, v.FamilyID); err != nil {
			return err
		}
		return h.settings(c, status, settingsview.FamilyProps{Values: in, Errors: fields, MayEdit: now.MayEdit})
	}
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Family(), lang.T(ctx, "Saved."))
}

// Switch serves POST /settings/family/switch: the session looks at another family from now on.
func (h Household) Switch(c *echo.Context) error {
	err := h.Users.SwitchFamily(c.Request().Context(), middleware.Viewer(c), middleware.Current(c).ID, c.FormValue("family_id"))
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Home(), "")
}

// Roster serves GET /settings/members.
func (h Household) Roster(c *echo.Context) error {
	return h.roster(c, ok, settingsview.MembersProps{})
}

// roster shows members and, to admins, invitations.
func (h Household) roster(c *echo.Context, status int, p settingsview.MembersProps) error {
	p, err := h.membersProps(c, p)
	if err != nil {
		return err
	}
	title := lang.T(c.Request().Context(), "Members")
	return h.View(c, status, respond.Page{Title: title, Section: "settings", Body: settingsview.Members(p), Part: settingsview.InvitationList(p)})
}

func (h Household) membersProps(c *echo.Context, p settingsview.MembersProps) (settingsview.MembersProps, error) {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	p.Admin = v.Admin()
	var err error
	if p.Members, err = h.Members.Index(ctx, v); err != nil || !p.Admin {
		return p, err
	}
	p.Invitations, err = h.Invitations.Index(ctx, v)
	return p, err
}

// SetRole serves POST /settings/members/:id/role.
func (h Household) SetRole(c *echo.Context) error {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	in, err := bound[dto.RoleInput](c)
	if err != nil {
		return err
	}
	if err := h.Members.SetRole(ctx, v, c.Param("id"), in); err != nil {
		return err
	}
	said := lang.T(ctx, "The role is changed.")
	if !respond.Partial(c.Request()) || c.Param("id") == v.UserID { // one's own rights stand all over the page
		return h.SeeOther(c, paths.Members(), said)
	}
	p, err := h.membersProps(c, settingsview.MembersProps{News: said, Undo: respond.UndoOf(c, paths.Members())})
	if err != nil {
		return err
	}
	return h.After(c, paths.Members(), settingsview.MemberList(p))
}

// Remove serves POST /settings/members/:id/remove, which asks first. Of oneself it is how one leaves.
func (h Household) Remove(c *echo.Context) error {
	ctx, v, id := c.Request().Context(), middleware.Viewer(c), c.Param("id")
	own := id == v.UserID
	if !sure(c) {
		return h.askToRemove(c, id)
	}
	if err := h.Members.Remove(ctx, v, id); err != nil {
		return err
	}
	if own { // the session has gone too
		return h.SeeOther(c, paths.Login(), "")
	}
	return h.SeeOther(c, paths.Members(), lang.T(ctx, "Removed."))
}

func (h Household) askToRemove(c *echo.Context, id string) error {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	members, err := h.Members.Index(ctx, v)
	if err != nil {
		return err
	}
	name := ""
	for _, m := range members {
		if m.UserID == id {
			name = m.Name
		}
	}
	p := errorview.ConfirmProps{
		Message: lang.T(ctx, "%s will not see the family any more. What they have in hand stays as it is, without a buyer. They can be invited again.", name),
		Action:  paths.MemberRemove(id), Back: paths.Members(), Label: lang.T(ctx, "Remove %s", name),
	}
	if id == v.UserID {
		p.Message = lang.T(ctx, "You will not see the family any more, and what you have in hand stays as it is, without a buyer. Only an admin can invite you again.")
		p.Label = lang.T(ctx, "Leave the family")
	}
	return h.View(c, http.StatusConflict, respond.Page{Title: lang.T(ctx, "Are you sure?"), Section: "settings", Body: errorview.Confirm(p)})
}

// MakeReset serves POST /settings/members/:id/reset. A secret that is shown once stands in no address and no cookie: the
// answer to the form shows it.
func (h Household) MakeReset(c *echo.Context) error {
	ctx := c.Request().Context()
	link, err := h.Auth.MakeResetLink(ctx, middleware.Viewer(c), c.Param("id"))
	if err != nil {
		return err
	}
	p := settingsview.ResetProps{ResetLink: link, Link: h.address(c, paths.Reset(link.Token))}
	title := lang.T(ctx, "A new password for %s", link.Name)
	return h.View(c, ok, respond.Page{Title: title, Section: "settings", Body: settingsview.ResetLink(p)})
}

// Invite serves POST /settings/invitations; its answer shows the link, as that of MakeReset.
func (h Household) Invite(c *echo.Context) error {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	in, err := bound[dto.InvitationInput](c)
	if err != nil {
		return err
	}
	made, err := h.Invitations.Create(ctx, v, in)
	if fields, status, again := wrong(c, err); again {
		return h.roster(c, status, settingsview.MembersProps{Values: in, Errors: fields})
	}
	if err != nil {
		return err
	}
	return h.roster(c, ok, settingsview.MembersProps{Made: &made, Link: h.address(c, paths.Invite(made.Token))})
}

// Withdraw serves POST /settings/invitations/:id/withdraw.
func (h Household) Withdraw(c *echo.Context) error {
	ctx := c.Request().Context()
	if err := h.Invitations.Revoke(ctx, middleware.Viewer(c), c.Param("id")); err != nil {
		return err
	}
	said := lang.T(ctx, "The invitation is withdrawn: its link works no more.")
	if !respond.Partial(c.Request()) {
		return h.SeeOther(c, paths.Members(), said)
	}
	return h.roster(c, ok, settingsview.MembersProps{News: said})
}

// address is a path as people see it from outside.
func (h Household) address(c *echo.Context, path string) string { return siteOf(c, h.Base) + path }
