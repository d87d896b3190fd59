package printview

import "testing"

func TestNotesBesideAGiftEndWithOneStop(t *testing.T) {
	t.Parallel()
	for want, texts := range map[string][]string{
		"Must have. Ask for the blue one. Please!": {"Must have", "Ask for the blue one.", "Please!"},
		"Green? Wool":      {"", "Green?", "", "Wool"},
		"Grün… Für Oma":    {"", "Grün…", "Für Oma"},
		"Two: red, yellow": {"", "Two:", "red, yellow"},
	} {
		if got := notes(texts[0], texts[1:]...); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
