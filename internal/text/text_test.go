package text_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"kinlist/internal/text"
)

func TestFoldComparesWithoutCaseAccentsAndNeedlessBlanks(t *testing.T) {
	for in, want := range map[string]string{
		"Zoë  Ågren": "zoe agren", " ÉCOLE\t": "ecole", "Straße": "strasse", "STRASSE": "strasse", "ﬁx": "fix", "Ⅳ": "iv",
		"e\u0301": "e", "\u00a0x\u2003y": "x y", "日本": "日本", "100% _": "100% _", "\u0301": "", "": "", "İ": "i", "❤️": "❤",
	} {
		if got := text.Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

// Case 44.
func TestLineAndBlockAreSafeToShow(t *testing.T) {
	for _, test := range []struct{ in, line, block string }{
		{"  a \t b  ", "a b", "a   b"},
		{"a\r\nb\n\n c", "a b c", "a\nb\n\n c"},
		{"a\x00b\x1bc\u0085", "abc", "abc"},
		{"\u202egnp.exe\u2066x\u2069", "gnp.exex", "gnp.exex"},
		{"bad\xffutf", "badutf", "badutf"},
		{" \t\n\u3000", "", ""},
		{"👩‍👧 ok", "👩‍👧 ok", "👩‍👧 ok"},
	} {
		if got := text.Line(test.in); got != test.line {
			t.Errorf("Line(%q) = %q, want %q", test.in, got, test.line)
		}
		if got := text.Block(test.in); got != test.block {
			t.Errorf("Block(%q) = %q, want %q", test.in, got, test.block)
		}
	}
}

// Case 20.
func TestListKeepsOrderAndDropsWhatRepeats(t *testing.T) {
	got := text.List(" Lego ,, lego,Zoë, zoe ,  Model  trains,\u0301, ,")
	if want := []string{"Lego", "Zoë", "Model trains"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := text.List(" , "); got != nil {
		t.Errorf("nothing is %q", got)
	}
}

func TestAKeyFitsItsColumn(t *testing.T) {
	for _, s := range []string{strings.Repeat("ﷺ", 300), strings.Repeat("ß", 300), strings.Repeat("a", 10_000)} {
		if key := text.Key(s); utf8.RuneCountInString(key) > 250 || !utf8.ValidString(key) {
			t.Errorf("a key of %d characters", utf8.RuneCountInString(key))
		}
	}
}

func FuzzCleanTextStaysClean(f *testing.F) {
	f.Add("Zoë \u202e Ågren\x00\n")
	f.Fuzz(func(t *testing.T, s string) {
		line, block := text.Line(s), text.Block(s)
		if text.Line(line) != line || text.Block(block) != block || !utf8.ValidString(line) || strings.ContainsAny(line, "\x00\n\u202e") {
			t.Errorf("%q becomes %q and %q", s, line, block)
		}
		if fold := text.Fold(s); fold != text.Fold(line) {
			t.Errorf("%q folds to %q, its line to %q", s, fold, text.Fold(line))
		}
	})
}
