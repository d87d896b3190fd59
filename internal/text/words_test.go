package text_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kinlist/internal/text"
)

func TestWordsAreRunsOfLettersAndDigitsWithoutCaseAndAccents(t *testing.T) {
	for typed, want := range map[string]string{
		"":                             "",
		" \t\n":                        "",
		"%_\"*'; --":                   "",
		"Zoë’s  T-Shirt (100 %)":       "zoe s t shirt 100",
		"STRASSE straße":               "strasse strasse",
		"https://shop.example/a_b?c=1": "https shop example a b c 1",
		"a~b §c":                       "a b c",
		"½ m² ﬁn":                      "1 2 m2 fin",
		"日本の本 2":                       "日 本 の 本 2",
		"Lego積木x":                      "lego 積 木 x",
		"한국어 책":                        "한국어 책",
		"🎁gift🎁":                       "gift",
		"nul\x00byte \u202eback\u202c": "nulbyte back",
		"\xff\xfeinvalid":              "invalid",
	} {
		if got := strings.Join(text.Words(typed), " "); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

func TestSignsAreWhatIsInNoWordEachOnce(t *testing.T) {
	for typed, want := range map[string]string{
		"": "", " \t\n": "", "Zoë 100": "", "%_\"*'; --": "%_\"*';-", "T-Shirt (100 %)": "-(%)", "日本": "", "🎁gift🎁": "🎁", "nul\x00byte": "", "½": "⁄",
	} {
		if got := string(text.Signs(typed)); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

func TestAWordIsNeverEmptyHoldsNoBlankAndFoldsToItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := text.Words(strings.Map(known, rapid.String().Draw(t, "text")))
		for _, w := range words {
			if n := utf8.RuneCountInString(w); n == 0 || n > 100 || strings.ContainsFunc(w, func(r rune) bool { return !text.InWord(r) }) {
				t.Fatalf("%q is no word", w)
			}
		}
		if again := text.Words(strings.Join(words, " ")); !slices.Equal(words, again) {
			t.Fatalf("%q are other words than %q", again, words)
		}
	})
}

// known leaves out Cherokee, whose capitals and small letters the Unicode library folds into each other.
func known(r rune) rune {
	if unicode.Is(unicode.Cherokee, r) {
		return -1
	}
	return r
}

func TestWordsOfAJoinedTextAreThoseOfItsParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.String().Draw(t, "a"), rapid.String().Draw(t, "b")
		if got, want := text.Words(a+"\n"+b), append(text.Words(a), text.Words(b)...); !slices.Equal(got, want) {
			t.Fatalf("%q, want %q", got, want)
		}
	})
}

func TestOnlyATextThatStopsInAWordIsStillBeingTyped(t *testing.T) {
	for typed, want := range map[string]bool{"": false, "bo": true, "bo" + " ": false, "100%": false, "100": true, "本": true, "é": true, "\xff": false} {
		if text.EndsInWord(typed) != want {
			t.Errorf("%q: %v", typed, !want)
		}
	}
}
