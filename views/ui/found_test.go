package ui_test

import (
	"strings"
	"testing"

	"kinlist/views/ui"
)

func TestWhatWasLookedForIsMarkedCaseAndAccentsAside(t *testing.T) {
	t.Parallel()
	for in, want := range map[[2]string]string{
		{"Der Käse und das Käsebrett", "kase"}: "Der [Käse] und das [Käse]brett",
		{"Blue KITE, kite", "kite"}:            "Blue [KITE], [kite]",
		{"100% wool", "100%"}:                  "[100]% wool",
		{"snake kn", "n"}:                      "snake kn",
		{"日本の本", "本"}:                          "日本の本",
		{"", "x"}:                              "",
		{"nothing", ""}:                        "nothing",
	} {
		var got strings.Builder
		for _, p := range ui.Pieces(in[0], in[1]) {
			if p.Hit {
				got.WriteString("[" + p.Text + "]")
			} else {
				got.WriteString(p.Text)
			}
		}
		if got.String() != want {
			t.Errorf("%q in %q: %s", in[1], in[0], got.String())
		}
	}
}

func TestAnExcerptShowsWhatWasFound(t *testing.T) {
	t.Parallel()
	if got := ui.Excerpt(strings.Repeat("long ", 200)+"needle "+strings.Repeat("after ", 200), "needle"); !strings.Contains(got, "needle") || len(got) > 300 {
		t.Errorf("%q", got)
	}
}
