package worlds_test

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// switchName is the variable of the environment by which a run switches one removal on.
const switchName = "KINLIST_TEST_REMOVAL"

// repositories is the folder whose queries lose their scope.
const repositories = "../repository"

// weaker is what a condition becomes when the surprise rule is taken out of it, by the name of the function that makes it;
// V stands for its viewer. What only keeps families apart becomes nothing.
var weaker = map[string]string{
	"inFamily":          `cond{"1 = 1", nil}`,
	"listRule":          `everyone(V)`,
	"itemRule":          `everyone(V)`,
	"giftRule":          `everyone(V)`,
	"tagRule":           `everyone(V)`,
	"commentRule":       `everyone(V)`,
	"sharedWith":        `everyone(V)`,
	"notTarget":         `everyone(V)`,
	"onListThen":        `everyone(V)`,
	"saidInSight":       `everyone(V)`,
	"visibleLists":      `inFamily("lists", V)`,
	"visibleItems":      `inFamily("list_items", V)`,
	"visibleGifts":      `inFamily("gifts", V)`,
	"visibleComments":   `inFamily("comments", V)`,
	"joinedItems":       `and(inFamily("list_items", V), inFamily("lists", V))`,
	"plannedItems":      `and(inFamily("list_items", V), inFamily("lists", V))`,
	"plannedOr":         `and(inFamily("list_items", V), inFamily("lists", V))`,
	"plannedAnywhere":   `cond{"list_items.family_id = ?", []any{V.FamilyID}}`,
	"visiblePictures":   `cond{"pictures.family_id = ?", []any{V.FamilyID}}`,
	"visibleActivities": `cond{"activities.family_id = ?", []any{V.FamilyID}}`,
	"rule":              `everyone(V)`,
	"scope":             `inFamily(R.table, V)`,
}

// removal is one use of the scope, and what is left of it.
type removal struct {
	n          int // counted from 1; 0 removes nothing
	file, in   string
	text, left string
	from, to   int
	nth        int // of the same text in the same function
}

func (r removal) String() string {
	name := fmt.Sprintf("%s %s %s", r.file, r.in, r.text)
	if r.nth > 1 {
		name += " " + strconv.Itoa(r.nth)
	}
	return name
}

func (r removal) number() string { return strconv.Itoa(r.n) }

// findRemovals finds every use of the scope in the repositories' code.
func findRemovals(t *testing.T) []removal {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(repositories, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var all []removal
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		set := token.NewFileSet() // of one file: positions are offsets, counted from 1
		file, err := parser.ParseFile(set, path, src, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			joined := map[ast.Node]bool{} // what stands beside another rule: only together they are the scope
			ast.Inspect(decl, func(n ast.Node) bool {
				call, is := n.(*ast.CallExpr)
				if !is || len(call.Args) == 0 {
					return true
				}
				if fun, is := call.Fun.(*ast.Ident); is && fun.Name == "and" {
					for _, arg := range call.Args {
						joined[arg] = strings.HasPrefix(string(src[arg.Pos()-1:]), "inFamily(")
					}
				}
				if joined[call] {
					return true
				}
				r := removal{file: filepath.Base(path), in: nameOf(decl), from: int(call.Pos()) - 1, to: int(call.End()) - 1}
				r.text = string(src[r.from:r.to])
				viewer := call.Args[len(call.Args)-1]
				if r.left = leftOf(call.Fun, string(src[viewer.Pos()-1:viewer.End()-1])); r.left == "" {
					return true
				}
				r.nth = 1
				for _, other := range all {
					if other.file == r.file && other.in == r.in && other.text == r.text {
						r.nth++
					}
				}
				r.n = len(all) + 1
				all = append(all, r)
				return true
			})
		}
	}
	return all
}

// leftOf is what is left of a call of fun for a viewer, "" when it is no use of the scope.
func leftOf(fun ast.Expr, viewer string) string {
	name, of := "", ""
	switch f := fun.(type) {
	case *ast.Ident:
		name = f.Name
	case *ast.SelectorExpr:
		if x, is := f.X.(*ast.Ident); is && (f.Sel.Name == "rule" || f.Sel.Name == "scope") {
			name, of = f.Sel.Name, x.Name
		}
	}
	return strings.NewReplacer("V", viewer, "R", of).Replace(weaker[name])
}

func nameOf(decl ast.Decl) string {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		return d.Name.Name
	case *ast.GenDecl:
		if v, is := d.Specs[0].(*ast.ValueSpec); is {
			return v.Names[0].Name
		}
	}
	return ""
}

// writeOverlay writes the repositories with a switch at each use of the scope, for the go command's -overlay.
func writeOverlay(t *testing.T, all []removal) string {
	t.Helper()
	folder := t.TempDir()
	replaced := map[string]string{}
	put := func(name, src string) {
		path, err := filepath.Abs(filepath.Join(repositories, name))
		if err != nil {
			t.Fatal(err)
		}
		replaced[path] = filepath.Join(folder, name)
		if err := os.WriteFile(replaced[path], []byte(src), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("removed.go", `package repository

import "os"

func unless(n string, whole, left cond) cond {
	if os.Getenv("`+switchName+`") == n {
		return left
	}
	return whole
}
`)
	for _, r := range all {
		if replaced[filepath.Join(repositories, r.file)] != "" {
			continue
		}
		src, err := os.ReadFile(filepath.Join(repositories, r.file))
		if err != nil {
			t.Fatal(err)
		}
		text := string(src)
		for _, other := range slices.Backward(all) { // from the end, so that the offsets before it stay
			if other.file == r.file {
				text = text[:other.from] + fmt.Sprintf("unless(%q, %s, %s)", other.number(), other.text, other.left) + text[other.to:]
			}
		}
		put(r.file, text)
	}
	raw, err := json.Marshal(map[string]any{"Replace": replaced})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "overlay.json")
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
