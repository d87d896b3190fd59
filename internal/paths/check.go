package paths

// CheckName is the name in the address of a form under which it is only looked at.
const CheckName = "check"

// Check is the address of a form, of which only one control is looked at, by its id.
func Check(form, control string) string { return With(form, CheckName, control) }
