package web

import (
	"slices"

	"github.com/labstack/echo/v5"

	"kinlist/internal/paths"
)

// checked reports whether a route is of a form whose fields are looked at when they change. Its handler does nothing before
// it asks the service, and goes on only where that has changed something.
func checked() func(*echo.Context) bool {
	routes := []string{
		paths.Setup(), paths.Invite(":token"), paths.Reset(":token"),
		paths.People.Index(), paths.People.One(":id"), paths.Occasions.Index(), paths.Occasions.One(":id"),
		paths.Lists.Index(), paths.Lists.One(":id"), paths.Gifts.Index(), paths.Gifts.One(":id"), paths.Tags.Index(), paths.Tags.One(":id"),
		paths.ListItems(":id"), paths.Items.One(":id"), paths.NewIdea(), paths.QuickIdea(),
		paths.Profile(), paths.Password(), paths.Family(), paths.Invitations(),
	}
	return func(c *echo.Context) bool { return slices.Contains(routes, c.Path()) }
}
