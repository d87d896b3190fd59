package browsertest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/paths"
	"kinlist/views/gallery"
	"kinlist/web/webtest"
)

// TestEveryPageInEveryStateIsValidHTML asks the W3C's validator about every sample of the gallery, which has each state
// of each view; about the pages of a family in full swing, of one that has just begun, and of a guest; and about errors.
func TestEveryPageInEveryStateIsValidHTML(t *testing.T) {
	t.Parallel()
	needsValidator(t)
	dir := t.TempDir()
	n := 0
	keep := func(name, html string) {
		if html == "" { // it leads on to another page
			return
		}
		n++
		must(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d %s.html", n, strings.NewReplacer("/", "-", "?", "-").Replace(name))), []byte(html), 0o600))
	}
	for _, s := range gallery.Samples() {
		var html strings.Builder
		must(t, s.Component.Render(t.Context(), &html))
		keep("gallery "+s.Name, html.String())
	}
	full := newSample(t)
	maria, nobody := full.As(t, full.Maria), full.Browser(t)
	for _, p := range full.pages() {
		keep(p.name, maria.Get(p.path).Body)
		if part := maria.HTMX().Get(p.path).Body; part != "" && !strings.HasPrefix(strings.ToLower(part), "<!doctype") {
			keep("part of "+p.name, "<!DOCTYPE html><html lang=en><title>Part</title><body><h1>Part</h1>"+part)
		}
	}
	begun := webtest.Family(t, dbtest.Open(t))
	for name, who := range map[string]domain.Viewer{"admin": begun.Maria, "child": begun.Lena, "guest": begun.Gast} {
		b := begun.As(t, who)
		for _, path := range []string{
			paths.Home(), paths.People.Index(), paths.People.One(begun.Ben), paths.Occasions.Index(), paths.Occasions.One(begun.Christmas),
			paths.Lists.Index(), paths.Gifts.Index(), paths.Tags.Index(), paths.Assignments(), paths.Comments.Index(), paths.Activity(),
			paths.Search(), paths.Trash(), paths.Changes(), paths.Inbox(), paths.NewIdea(), paths.Occasions.Print(begun.Christmas), "/nothing",
			paths.With(paths.Lists.Index(), "cursor", "broken"),
		} {
			keep(name+" of a family that has begun, "+path, b.Get(path).Body)
		}
	}
	for _, path := range []string{paths.Login(), paths.Setup(), paths.Home(), "/nothing"} {
		keep("nobody signed in, "+path, nobody.Get(path).Body)
	}
	keep("sign-in refused", nobody.Post(paths.Login(), nil).Body)
	found, err := validate(t.Context(), dir)
	must(t, err)
	for _, f := range found {
		t.Errorf("%s: %s\n\t%s", filepath.Base(f.URL), f.Message, f.Extract)
	}
	t.Logf("%d documents", n)
}

func TestTheValidatorFindsWhatIsWrong(t *testing.T) {
	t.Parallel()
	needsValidator(t)
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "wrong.html"), []byte(`<!DOCTYPE html><html lang=en><title>x</title><p hx-get="/"><div>`), 0o600))
	found, err := validate(t.Context(), dir)
	must(t, err)
	if len(found) == 0 {
		t.Error("nothing is wrong with a div that is never closed")
	}
	for _, f := range found {
		if strings.Contains(f.Message, "hx-get") {
			t.Errorf("an attribute of htmx is taken for wrong: %s", f.Message)
		}
	}
}

// needsValidator makes sure that the validator can be run, or leaves the test out where the environment says so.
func needsValidator(t *testing.T) {
	t.Helper()
	if leftOut("html") {
		t.Skip("left out by " + skipVar)
	}
	for program, pkg := range map[string]string{"java": "default-jre-headless", "npm": "npm"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("the validator needs %s; as root, run: apt-get install --yes %s (or leave it out with %s=html)", program, pkg, skipVar)
		}
	}
}
