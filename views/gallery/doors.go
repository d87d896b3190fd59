package gallery

import (
	"github.com/a-h/templ"

	"kinlist/internal/dto"
	"kinlist/views/authview"
	"kinlist/views/errorview"
	"kinlist/views/layout"
)

func door(name, title string, body templ.Component) Sample {
	return Sample{name, layout.Door(title, body)}
}

func doors() []Sample {
	typed := dto.SetupInput{FamilyName: hostile, Name: longWord, Email: "not an address", Currency: "XAU"}
	return []Sample{
		door("setup", "Welcome", authview.Setup(authview.SetupProps{Currencies: currencies, Values: dto.SetupInput{Currency: "EUR"}})),
		door("setup-wrong", "Error: Welcome", authview.Setup(authview.SetupProps{
			Currencies: currencies, Values: typed, NeedsCode: true,
			Errors: wrongFields("code", "family_name", "name", "email", "password", "currency"),
		})),
		door("login", "Sign in", authview.Login(authview.LoginProps{Values: dto.LoginInput{Next: "/lists"}})),
		door("login-wrong", "Error: Sign in", authview.Login(authview.LoginProps{
			Values: dto.LoginInput{Email: "maria@example.org"}, Message: "Email and password do not match.",
			Errors: wrongFields("email", "password"),
		})),
	}
}

func faults() []Sample {
	missing := errorview.Props{
		Status: 404, Code: "not_found", Title: "Not found", TraceID: "01999c3e8a5b",
		Message: "This page does not exist, or it is not shared with you.", Back: "/lists",
	}
	conflict := errorview.Props{
		Status: 409, Code: "conflict", Title: "Changed meanwhile", Message: "Updated just now by Jonas.", Back: "//evil.example",
	}
	return []Sample{
		page("error-404", "", "Not found", errorview.Page(missing)),
		page("confirm", "people", "Are you sure?", errorview.Confirm(errorview.ConfirmProps{
			Message: "Emil has 2 lists. They go into the trash with him.", Action: "/people/p-emil/delete", Back: "/people/p-emil",
		})),
		door("error-door", "Not found", errorview.Page(missing)),
		page("error-notice", "lists", "Conflict", both(errorview.Page(conflict), errorview.Notice(missing))),
	}
}
