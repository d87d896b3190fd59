package gallery

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"kinlist/internal/lang"
)

// TestEveryWordOfThePagesGoesThroughTheCatalogue renders every sample in a language that marks what it says. What is left
// unmarked is a sample's own word, unless a view has it in its source.
func TestEveryWordOfThePagesGoesThroughTheCatalogue(t *testing.T) {
	t.Parallel()
	views := literals(t)
	told := map[string]bool{}
	for _, s := range Samples() {
		var out bytes.Buffer
		if err := s.Component.Render(lang.With(t.Context(), lang.Pseudo), &out); err != nil {
			t.Fatal(err)
		}
		for _, text := range shown(out.String()) {
			for view, words := range views {
				if words[text] && !told[view+text] {
					told[view+text] = true
					t.Errorf("%s says %q in English only (%s)", view, text, s.Name)
				}
			}
		}
	}
}

// literals are the words in the source of each package of views that the catalogue does not say.
func literals(t *testing.T) map[string]map[string]bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "*", "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	all := map[string]map[string]bool{}
	for _, name := range files {
		view := filepath.Base(filepath.Dir(name))
		if view == "gallery" || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if all[view] == nil {
			all[view] = map[string]bool{}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && catalogued(call) {
				return false
			}
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				text, _ := strconv.Unquote(lit.Value)
				for _, word := range append(shown(text), strings.TrimSpace(text)) {
					all[view][word] = true
				}
			}
			return true
		})
	}
	return all
}

// catalogued reports whether a call says its words through the catalogue.
func catalogued(call *ast.CallExpr) bool {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, ok := f.X.(*ast.Ident)
	return ok && pkg.Name == "lang"
}

var (
	marked    = regexp.MustCompile(`⟦[^⟦⟧]*⟧`)
	attribute = []string{"aria-label", "title", "placeholder", "alt", "label"}
)

// shown are the texts of a piece of HTML that people read and that went through no catalogue.
func shown(piece string) []string {
	var texts []string
	keep := func(text string) {
		for marked.MatchString(text) {
			text = marked.ReplaceAllString(text, "")
		}
		if text = strings.TrimSpace(text); text != "Kinlist" && strings.ContainsFunc(text, unicode.IsLetter) {
			texts = append(texts, text)
		}
	}
	tokens, hidden := html.NewTokenizer(strings.NewReader(piece)), ""
	for kind := tokens.Next(); kind != html.ErrorToken; kind = tokens.Next() {
		tag := tokens.Token()
		switch kind { //nolint:exhaustive // the others hold no text
		case html.TextToken:
			if hidden == "" {
				keep(tag.Data)
			}
		case html.EndTagToken:
			hidden = ""
		case html.StartTagToken, html.SelfClosingTagToken:
			if tag.Data == "script" || tag.Data == "style" || tag.Data == "kbd" || tag.Data == "code" {
				hidden = tag.Data
			}
			for _, a := range tag.Attr {
				if slices.Contains(attribute, a.Key) {
					keep(a.Val)
				}
			}
		}
	}
	return texts
}
