package web

import (
	"github.com/labstack/echo/v5"

	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/web/handler"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// takenBack are the routes that show what can be taken back.
func takenBack(e *echo.Echo, r respond.Responder, s *service.Services) {
	in := []echo.MiddlewareFunc{r.Sessions.Require, middleware.Members}
	h := handler.Trash{Responder: r, Trash: s.Trash, Undo: s.Undo}
	e.GET(paths.Trash(), h.Index, in...)
	e.GET(paths.Changes(), h.Changes, in...)
}

// settings are the routes by which people set what is theirs and the family's.
func settings(e *echo.Echo, r respond.Responder, cfg Config) {
	s, in := cfg.Services, []echo.MiddlewareFunc{r.Sessions.Require, middleware.ID}

	own := handler.Settings{Responder: r, Users: s.Users, Auth: s.Auth}
	e.GET(paths.Settings(), own.Index, in...)
	e.GET(paths.Profile(), own.Profile, in...)
	e.POST(paths.Profile(), own.UpdateProfile, in...)
	e.POST(paths.Password(), own.ChangePassword, in...)
	e.GET(paths.Appearance(), own.Appearance, in...)
	e.POST(paths.Appearance(), own.UpdateAppearance, in...)
	e.GET(paths.Keyboard(), own.Keyboard, in...)
	e.POST(paths.Keyboard(), own.UpdateKeyboard, in...)
	e.GET(paths.Sessions(), own.Sessions, in...)
	e.POST(paths.SessionEnd(":id"), own.EndSession, in...)
	e.POST(paths.SessionsEnd(), own.EndSessions, in...)

	house := handler.Household{
		Responder: r, Family: s.Family, Users: s.Users, Members: s.Members, Invitations: s.Invitations, Auth: s.Auth, Base: cfg.BaseURL,
		Rivals: handler.Rivals{Activity: s.Activity},
	}
	e.GET(paths.Family(), house.Settings, in...)
	e.POST(paths.Family(), house.Update, in...)
	e.POST(paths.FamilySwitch(), house.Switch, in...)
	e.GET(paths.Members(), house.Roster, in...)
	e.POST(paths.MemberRole(":id"), house.SetRole, in...)
	e.POST(paths.MemberRemove(":id"), house.Remove, in...)
	e.POST(paths.MemberReset(":id"), house.MakeReset, in...)
	e.POST(paths.Invitations(), house.Invite, in...)
	e.POST(paths.InvitationWithdraw(":id"), house.Withdraw, in...)
}
