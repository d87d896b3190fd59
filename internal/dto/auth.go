package dto

// SetupInput is the first-run form as typed.
type SetupInput struct {
	FamilyName string `form:"family_name"`
	Name       string `form:"name"`
	Email      string `form:"email"`
	Password   string `form:"password"`
	Currency   string `form:"currency"`
	Code       string `form:"code"` // the one-time code from the log
}

// LoginInput is the sign-in form as typed.
type LoginInput struct {
	Email    string `form:"email"`
	Password string `form:"password"`
	Next     string `form:"next" query:"next"`
	Draft    string `form:"draft"`    // a form that was sent while nobody was signed in, as it was sent
	DraftTo  string `form:"draft_to"` // where it was sent to
}
