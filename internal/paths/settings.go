package paths

// Settings leads to the first page of the settings.
func Settings() string { return at("/settings") }

func setting(page string) string { return Settings() + "/" + page }

// Profile is one's own account; a POST there saves it.
func Profile() string { return setting("profile") }

// Password is where a POST gives one's account another password.
func Password() string { return setting("password") }

// Appearance is how the pages look and speak.
func Appearance() string { return setting("appearance") }

// Keyboard is where keyboard shortcuts are turned on and off.
func Keyboard() string { return setting("keyboard") }

// Sessions are the browsers in which one is signed in.
func Sessions() string { return setting("sessions") }

// SessionEnd is where a POST signs one out of a browser.
func SessionEnd(id string) string { return Sessions() + "/" + id + "/end" }

// SessionsEnd is where a POST signs one out of all other browsers.
func SessionsEnd() string { return Sessions() + "/end" }

// Family is how the family calls itself and writes.
func Family() string { return setting("family") }

// FamilySwitch is where a POST turns the session to another family.
func FamilySwitch() string { return Family() + "/switch" }

// Members is who belongs to the family.
func Members() string { return setting("members") }

// MemberRole is where a POST gives a member another role.
func MemberRole(id string) string { return Members() + "/" + id + "/role" }

// MemberRemove is where a POST ends somebody's membership.
func MemberRemove(id string) string { return Members() + "/" + id + "/remove" }

// MemberReset is where a POST makes a link with which a member sets a new password.
func MemberReset(id string) string { return Members() + "/" + id + "/reset" }

// Invitations is where a POST invites somebody to the family.
func Invitations() string { return setting("invitations") }

// InvitationWithdraw is where a POST takes an invitation back.
func InvitationWithdraw(id string) string { return Invitations() + "/" + id + "/withdraw" }

// Invite is the page behind an invitation.
func Invite(token string) string { return at("/invite/" + token) }

// InviteJoin is where a POST uses an invitation for the account that is signed in.
func InviteJoin(token string) string { return Invite(token) + "/join" }

// Reset is the page behind a link to set a new password.
func Reset(token string) string { return at("/reset/" + token) }
