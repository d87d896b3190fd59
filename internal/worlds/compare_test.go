package worlds_test

import (
	"testing"

	"kinlist/internal/worlds"
)

func TestAnIDThatIsNewIsCalledByWhenItWasSeenAndOneOfTheWorldStays(t *testing.T) {
	t.Parallel()
	const known, fresh, other = "01a22249-0000-7000-8000-000000000001", "01a22249-0000-7000-8000-000000000002", "01a22249-0000-7000-8000-000000000003"
	n := worlds.NewNames(worlds.Pool{worlds.Gifts: {known}})
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"no-id at-all", "no-id at-all"},
		{known, known},
		{"/gifts/" + fresh, "/gifts/fresh-0"},
		{fresh + known + "-" + fresh, "fresh-0" + known + "-fresh-0"},
		{"a-b " + fresh[:35], "a-b " + fresh[:35]},
		{"-" + fresh + "g-" + known[1:], "-fresh-0g-" + known[1:]},
		{"abc" + other + " and " + fresh, "abcfresh-1 and fresh-0"},
	} {
		if got := n.Text(c.text); got != c.want {
			t.Errorf("%q became %q, not %q", c.text, got, c.want)
		}
	}
}
