package text_test

import (
	"testing"

	"pgregory.net/rapid"

	"kinlist/internal/text"
)

func TestTitlesAreAlikeWithTheSameWordsOrAlmostTheSameLetters(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"Wooden train", "wooden  TRAIN!"}:           true,
		{"Wooden train", "train, wooden"}:            true,
		{"Wooden train", "Woden train"}:              true,
		{"Telescope", "Teleskope"}:                   true,
		{"Wooden train", "Wooden crane"}:             false,
		{"Lego 75192 Falcon", "Lego 75193 Falcon"}:   false,
		{"Book", "Boot"}:                             false,
		{"Book", "Book of tales"}:                    false,
		{"", ""}:                                     false,
		{"🎁", "🎁"}:                                   false,
		{"Crème brûlée torch", "creme brulee torch"}: true,
	} {
		if text.Alike(pair[0], pair[1]) != want || text.Alike(pair[1], pair[0]) != want {
			t.Errorf("%q: not %v", pair, want)
		}
	}
}

func TestBeingAlikeHasNoDirection(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		title := rapid.StringMatching(`[a-c1 ]{0,12}`)
		a, b := title.Draw(t, "a"), title.Draw(t, "b")
		if text.Alike(a, b) != text.Alike(b, a) {
			t.Fatalf("%q and %q", a, b)
		}
		if len(text.Words(a)) > 0 && !text.Alike(a, a) {
			t.Fatalf("%q is not like itself", a)
		}
	})
}
