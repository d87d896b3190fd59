package lang_test

import (
	"context"
	"testing"

	"kinlist/internal/lang"
)

func TestASentenceIsSaidInTheReadersLanguageAndInEnglishWhereThatLacksIt(t *testing.T) {
	ctx := lang.With(context.Background(), lang.German)
	for got, want := range map[string]string{
		lang.T(ctx, "Idea"):                                            "Idee",
		lang.T(ctx, "100 %, as it stands"):                             "100 %, as it stands",
		lang.T(ctx, "meaning|Nobody knows %s", "this"):                 "Nobody knows this",
		lang.T(context.Background(), "Idea"):                           "Idea",
		lang.N(ctx, 2, "%d of %s", "%d of %ss", "bus"):                 "2 of buss",
		lang.N(lang.With(ctx, lang.English), 3, "%d gift", "%d gifts"): "3 gifts",
		lang.T(lang.With(ctx, lang.Pseudo), "For %s", "Ann"):           "⟦For Ann⟧",
	} {
		if got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
}

func TestTheLanguageIsTheFirstWishThatOneIsThereFor(t *testing.T) {
	for want, wishes := range map[string][]string{
		"de": {"", "fr-FR", "de-AT,en;q=0.5"},
		"en": {"en-GB,de;q=0.9", "de"},
	} {
		if got := lang.Match(wishes...); got.Tag != want {
			t.Errorf("%q gives %s, want %s", wishes, got.Tag, want)
		}
	}
	if got := lang.Match("fr", "zz,,;q", ""); got != lang.English {
		t.Errorf("without a wish that can be met it is %s", got.Tag)
	}
}
