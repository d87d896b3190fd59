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

	"kinlist/internal/lang"
)

// sentence is one that the source says: where, and whether it counts something.
type sentence struct {
	text   string
	plural bool
	at     string
}

// said are the sentences of the whole module, outside tests.
func said(t *testing.T) []sentence {
	t.Helper()
	var all []sentence
	files := token.NewFileSet()
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			text, plural := sentenceOf(call)
			if text != "" {
				all = append(all, sentence{text, plural, files.Position(call.Pos()).String()})
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

// sentenceOf is the sentence that a call says, "" for a call that says none.
func sentenceOf(call *ast.CallExpr) (text string, plural bool) {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return "", false
	}
	pkg, _ := f.X.(*ast.Ident)
	at := -1
	switch {
	case pkg == nil:
	case pkg.Name == "lang" && f.Sel.Name == "T":
		at = 1
	case pkg.Name == "lang" && f.Sel.Name == "N":
		at = 2
	case pkg.Name == "lang" && f.Sel.Name == "Word":
		at = 0
	}
	if at < 0 || at >= len(call.Args) {
		return "", false
	}
	literal, ok := call.Args[at].(*ast.BasicLit)
	if !ok {
		return "", false
	}
	text, _ = strconv.Unquote(literal.Value)
	return text, f.Sel.Name == "N"
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
			if !used[s] {
				t.Errorf("%s has a sentence that nothing says: %q", l.Tag, s)
			}
		}
	}
}
