package lang_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"kinlist/internal/lang"
)

// sentence is one that the source says: where, whether it counts something, and how many values it is given (-1 where
// the call does not show that).
type sentence struct {
	text   string
	plural bool
	values int
	at     string
}

// said are the sentences of the whole module, outside tests and what only the command line says.
func said(t *testing.T) []sentence {
	t.Helper()
	var all []sentence
	files := token.NewFileSet()
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || atTheTerminal(path) {
			return err
		}
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if s, found := sentenceOf(call); found {
					s.at = files.Position(call.Pos()).String()
					all = append(all, s)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// atTheTerminal reports whether a file speaks to whoever runs the program: that stays in English.
func atTheTerminal(path string) bool {
	return slices.ContainsFunc([]string{"cmd/", "internal/seed/", "internal/demo/"}, func(folder string) bool {
		return strings.HasPrefix(filepath.ToSlash(path), "../../"+folder)
	})
}

// sayers are the functions that are handed a sentence, and the place of it among their arguments. Values follow it,
// unless fixed.
var sayers = map[string]struct {
	at     int
	plural bool
	fixed  bool // nothing is put in
	later  bool // the values may come elsewhere: with another T, or from the script
}{
	"lang.T": {at: 1, later: true}, "lang.N": {at: 2, plural: true}, "lang.Word": {later: true},
	"lang.Said": {at: 0}, "lang.SaidN": {at: 1, plural: true},
	"apperr.New": {at: 1}, "apperr.Wrong": {at: 1},
	"f.Add":        {at: 1}, // of an apperr.Form, which is always called so
	"New":          {at: 1}, // within apperr
	"askFirst":     {at: 0},
	"required":     {at: 3, fixed: true},
	"number":       {at: 5},
	"missingField": {at: 3, fixed: true},
	"takesAlong":   {at: 1, plural: true},
}

// sentenceOf is the sentence that a call says; one without a letter needs no translation.
func sentenceOf(call *ast.CallExpr) (s sentence, found bool) {
	sayer, known := sayers[nameOf(call.Fun)]
	if !known || sayer.at >= len(call.Args) {
		return sentence{}, false
	}
	text, literal := textOf(call.Args[sayer.at])
	if !literal || wordless(text) {
		return sentence{}, false
	}
	s = sentence{text: text, plural: sayer.plural, values: len(call.Args) - sayer.at - 1}
	switch {
	case sayer.plural:
		s.values = max(s.values-1, 0) + 1 // the form for many is none, the number is one
	case sayer.fixed:
		s.values = 0
	case sayer.later && s.values == 0, call.Ellipsis.IsValid():
		s.values = -1
	}
	return s, true
}

func wordless(text string) bool {
	return !strings.ContainsFunc(verb.ReplaceAllString(text, ""), unicode.IsLetter)
}

func nameOf(fun ast.Expr) string {
	switch f := fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok {
			return x.Name + "." + f.Sel.Name
		}
	}
	return ""
}

// textOf is a text as it is written, on one line or several.
func textOf(e ast.Expr) (text string, literal bool) {
	switch x := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(x.Value)
		return text, err == nil
	case *ast.BinaryExpr:
		a, one := textOf(x.X)
		b, two := textOf(x.Y)
		return a + b, one && two
	}
	return "", false
}

var verb = regexp.MustCompile(`%(\[\d+\])?[a-z]`)

// verbs are what a sentence has put in, in order of the values.
func verbs(s string) []string {
	found := verb.FindAllString(strings.ReplaceAll(s, "%%", ""), -1)
	for i, v := range found {
		found[i] = v[len(v)-1:]
	}
	slices.Sort(found)
	return found
}

func TestEveryLanguageHasEverySentenceOfTheSourceAndNoOther(t *testing.T) {
	all := said(t)
	if len(all) == 0 {
		t.Fatal("found no sentence in the source")
	}
	for _, s := range all {
		if n := len(verbs(s.text)); s.values >= 0 && n != s.values && (!s.plural || n > s.values) {
			t.Errorf("%q is given %d values, and has places for %d (%s)", s.text, s.values, n, s.at)
		}
	}
	for _, l := range lang.All {
		if l == lang.English {
			continue
		}
		used := map[string]bool{}
		for _, s := range all {
			used[s.text] = true
			translation, known := l.Sentence(s.text)
			if !known {
				t.Errorf("%s lacks %q (%s)", l.Tag, s.text, s.at)
				continue
			}
			if got, want := verbs(translation), verbs(s.text); !s.plural && !slices.Equal(got, want) {
				t.Errorf("%s puts other values into %q: %q", l.Tag, s.text, translation)
			}
		}
		for _, s := range l.Sentences() {
			if !used[s] && !wordless(s) {
				t.Errorf("%s has a sentence that nothing says: %q", l.Tag, s)
			}
		}
	}
}
