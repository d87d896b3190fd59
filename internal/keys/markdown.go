package keys

import "strings"

// Markdown is the registry as a page of the documentation.
func Markdown() string {
	var b strings.Builder
	b.WriteString("# Keyboard\n\nMade from `internal/keys` by its test; do not edit. Keys parted by a space are pressed one after the other within\n" +
		"1.5 seconds; `Mod` is Cmd on Apple, else Ctrl. Each presses a control that is on the page anyway. With rows selected, the\n" +
		"keys of status, buyer, tags, price, list and dropping act on all of them: one request, one undo; editing and commenting\n" +
		"are for one gift, and say so. Settings, Keyboard turns all of them off but the browser's own.\n")
	for _, scope := range Scopes {
		b.WriteString("\n## " + scope.Title() + "\n\n| key | what |\n|---|---|\n")
		for _, k := range All {
			if k.Scope == scope {
				b.WriteString("| `" + strings.Join(k.Presses, "` or `") + "` | " + k.Label + " |\n")
			}
		}
	}
	return b.String()
}
