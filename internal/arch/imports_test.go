package arch

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

const module = "kinlist/"

// source is the tree of the program. Reading it here, rather than asking go list, keeps the test cache honest: go test
// runs these tests again when any file changes.
var source = os.DirFS("../..")

func TestPackagesImportOnlyWhatTheMapAllows(t *testing.T) {
	t.Parallel()
	for _, v := range importViolations(t, source) {
		t.Error(v)
	}
}

func TestTheMapCatchesWhatItForbids(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ file, imports, want string }{
		{"web/handler/lists.go", "kinlist/internal/model", "web/handler/lists.go imports internal/model"},
		{"web/handler/lists.go", "kinlist/internal/repository", "may import"},
		{"views/listview/page.go", "kinlist/internal/service", "views/listview/page.go imports internal/service"},
		{"views/ui/button.go", "kinlist/views/listview", "views/ui/button.go imports views/listview"},
		{"internal/service/lists.go", "gorm.io/gorm", "GORM stops at the repositories"},
		{"internal/service/lists.go", "gorm.io/gorm/clause", "GORM stops at the repositories"},
		{"internal/service/lists.go", "net/http", "internal knows no HTTP"},
		{"internal/repository/lists.go", "kinlist/internal/service", "imports internal/service"},
		{"internal/domain/status.go", "kinlist/internal/dto", "imports internal/dto"},
		{"internal/utils/strings.go", "strings", "is not on the map"},
		{"internal/service/lists.go", "log", "slog"},
		{"internal/service/lists.go", "kinlist/internal/model", ""},
		{"internal/service/lists.go", "log/slog", ""},
		{"internal/metadata/fetch.go", "net/http", ""},
		{"web/handler/lists.go", "github.com/labstack/echo/v5", ""},
		{"cmd/kinlist/main.go", "kinlist/internal/database", ""},
		{"internal/service/lists_test.go", "kinlist/internal/dbtest", ""},
	} {
		fake := fstest.MapFS{c.file: {Data: fmt.Appendf(nil, "package p\nimport _ %q\n", c.imports)}}
		found := strings.Join(importViolations(t, fake), "\n")
		if (found == "") != (c.want == "") || !strings.Contains(found, c.want) {
			t.Errorf("%s importing %s: %q; want %q", c.file, c.imports, found, c.want)
		}
	}
}

// importViolations has a line for each import of the program, tests left out, that the map or a rule forbids.
func importViolations(t *testing.T, source fs.FS) []string {
	t.Helper()
	var found []string
	walk(t, source, []string{".go"}, func(name string, text []byte) {
		if strings.HasSuffix(name, "_test.go") {
			return
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
		if err != nil {
			t.Error(err)
			return
		}
		folder := path.Dir(name)
		allowed, known := allowedIn(folder)
		if !known {
			found = append(found, fmt.Sprintf("%s: %s is not on the map in internal/arch; say where it belongs", name, folder))
			return
		}
		for _, spec := range file.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value) // the parser has read it already
			if why := forbidden(folder, allowed, imported); why != "" {
				found = append(found, fmt.Sprintf("%s imports %s: %s", name, strings.TrimPrefix(imported, module), why))
			}
		}
	})
	return found
}

// allowedIn is what a folder may import, by the most exact name on the map.
func allowedIn(folder string) ([]string, bool) {
	best := ""
	for name := range may {
		if matches(name, folder) && len(name) > len(best) {
			best = name
		}
	}
	if allowed, exact := may[folder]; exact {
		return allowed, true
	}
	return may[best], best != ""
}

// forbidden says why an import is, or "".
func forbidden(folder string, allowed []string, imported string) string {
	if inside, ok := strings.CutPrefix(imported, module); ok {
		if anyMatches(append(slices.Clone(allowed), leaves...), inside) {
			return ""
		}
		return fmt.Sprintf("%s may import %s and the leaves", folder, strings.Join(allowed, ", "))
	}
	for _, r := range rules {
		if matches(r.outside, imported) && !anyMatches(r.in, folder) {
			return r.why
		}
	}
	return ""
}

func anyMatches(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return matches(p, name) })
}

func matches(pattern, name string) bool {
	base, deep := strings.CutSuffix(pattern, "...")
	base = strings.TrimSuffix(base, "/")
	return name == base || (deep && (base == "" || strings.HasPrefix(name, base+"/")))
}

// walk reads the files with one of the endings, without hidden and ignored folders.
func walk(t *testing.T, source fs.FS, endings []string, visit func(name string, text []byte)) {
	t.Helper()
	err := fs.WalkDir(source, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || slices.Contains(ignored, name) || isModule(source, name)):
			return fs.SkipDir
		case d.IsDir() || !slices.Contains(endings, path.Ext(name)):
			return nil
		}
		text, err := fs.ReadFile(source, name)
		if err == nil {
			visit(name, text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// isModule reports whether a folder is a module of its own, as the stand-in for a driver is.
func isModule(source fs.FS, folder string) bool {
	_, err := fs.Stat(source, path.Join(folder, "go.mod"))
	return err == nil
}
